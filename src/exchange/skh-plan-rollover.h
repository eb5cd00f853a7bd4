/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-draft.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

#define SKH_ROLLOVER_ERROR (skh_rollover_error_quark ())

typedef enum
{
  SKH_ROLLOVER_ERROR_YEAR,    /* the plan can't be moved to that year */
  SKH_ROLLOVER_ERROR_NO_TASK, /* a task to take over is not unfinished */
} SkhRolloverError;

GQuark skh_rollover_error_quark (void);

/* A task of this year on which somebody still owes something. */
typedef struct
{
  const char *no, *title;
  const char *const *units; /* codes of those who owe it, in the plan's order */
  guint n_units;
  guint n_open;     /* lines that are not delivered */
  gboolean is_alls; /* nobody who leads it has finished */
} SkhUnfinishedTask;

/* A task before and after it is moved. */
typedef struct
{
  const char *no, *title;
  const char *wording_before, *wording;
  SkhDeadline before, after;
} SkhMovedTask;

/* SkhPlanRollover: next year's plan from this year's, to be looked at before it is there.
   Nothing of this year changes. */
typedef struct
{
  SkhPlanDraft *draft;   /* next year's plan */
  SkhPlanDraft *strings; /* this year's, which owns what the arrays borrow */
  GArray *unfinished;    /* SkhUnfinishedTask */
  GArray *moved;         /* SkhMovedTask */
  guint n_carried;
} SkhPlanRollover;

/* year: 0 for the next; on: the day on which it is unfinished. */
SkhPlanRollover *skh_plan_rollover_new (SkhWorkbook *workbook,
                                        SkhLedger *ledger,
                                        int year,
                                        SkhDate on,
                                        GError **error);
void skh_plan_rollover_free (SkhPlanRollover *self);
gboolean skh_plan_rollover_carry (SkhPlanRollover *self, const char *no, GError **error);
gboolean skh_plan_rollover_apply (SkhPlanRollover *self,
                                  SkhWorkbook *workbook,
                                  gint64 *plan_id,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhPlanRollover, skh_plan_rollover_free)

G_END_DECLS
