/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database.h"
#include "skh-ledger.h"

G_BEGIN_DECLS

/* A total the office holds for a unit from a day on; the newest that holds counts. */
typedef struct
{
  guint unit;
  const char *kind;
  SkhDate from; /* NONE: always */
  gint64 total;
} SkhUnitTotal;

/* What a register counts for a unit: so much on a day, in a period, of so many. */
typedef struct
{
  guint unit;
  SkhPeriod period; /* NONE: by the day alone */
  SkhDate day;      /* from which on it counts; NONE: always */
  gint64 value, whole;
} SkhCounted;

struct _SkhLedger
{
  gatomicrefcount references;
  GStringChunk *strings;
  GPtrArray *line_strings; /* GStringChunk: the texts of lines */
  GPtrArray *lists;        /* the string lists that records borrow */

  gboolean is_scoped;
  SkhLedgerScope scope; /* what it holds lines for, when it is scoped */

  SkhPlanInfo plan;
  GHashTable *settings; /* key → value */
  SkhHolidays *holidays;

  GArray *sections;    /* SkhSection */
  GArray *groups;      /* SkhGroup */
  GArray *units;       /* SkhUnit */
  GArray *tasks;       /* SkhTask */
  GArray *measures;    /* SkhMeasure; tasks borrow runs of it */
  GArray *assignments; /* SkhAssignment, by task, period, unit */
  GArray *figures;     /* SkhFigure; assignments name runs of it */
  GArray *totals;      /* SkhUnitTotal */
  GArray *chases;      /* SkhChase, by line's id, day */
  GArray *passages;    /* SkhPassage, by line's id, day */

  GHashTable *counted; /* key of a measure → GArray of SkhCounted, by unit */

  GHashTable *unit_by_code;    /* code → index + 1 */
  GHashTable *task_by_no;      /* no → index + 1 */
  GHashTable *section_by_code; /* code → index + 1 */
};

SkhLedger *skh_ledger_load (SkhDatabase *db,
                            gint64 plan_id,
                            const SkhLedgerScope *scope,
                            GError **error);
int skh_ledger_compare_places (SkhPeriod period_a,
                               guint unit_a,
                               SkhPeriod period_b,
                               guint unit_b);
/* Whether all lines of a task, and its figures, are held; or those of one period with its
   due day. */
gboolean skh_ledger_wants_all_of (SkhLedger *self, const SkhTask *task);
gboolean skh_ledger_wants_period (SkhLedger *self,
                                  const SkhTask *task,
                                  SkhPeriod period,
                                  SkhDate due);

G_END_DECLS
