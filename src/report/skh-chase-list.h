/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"

G_BEGIN_DECLS

/* SkhChaseList: what to chase (đôn đốc) on a day: what is overdue and what falls due
   within the office's number of days, of all units or of those lines that were chosen.
   The report, the letters and the text of a message say what one list holds. */
typedef struct _SkhChaseList SkhChaseList;

/* One unit's lines: a run of the list's, what is overdue first. */
typedef struct
{
  guint unit;
  guint first, n;
  guint n_overdue;
} SkhChaseUnit;

/* Whether a line (index into the ledger) is chosen. */
typedef gboolean (*SkhChaseFilter) (SkhLedger *ledger, guint line, gpointer data);

SkhChaseList *
skh_chase_list_new (SkhLedger *ledger, SkhDate on, SkhChaseFilter filter, gpointer data);
SkhChaseList *skh_chase_list_ref (SkhChaseList *self);
void skh_chase_list_unref (SkhChaseList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhChaseList, skh_chase_list_unref)

SkhLedger *skh_chase_list_get_ledger (SkhChaseList *self);
SkhDate skh_chase_list_get_on (SkhChaseList *self);

/* The unit with the oldest first; units that have nothing overdue stand last. */
const SkhChaseUnit *skh_chase_list_get_units (SkhChaseList *self, guint *n);
/* NULL when there is nothing to chase of it. */
const SkhChaseUnit *skh_chase_list_find_unit (SkhChaseList *self, guint unit);
/* Indexes into the ledger, unit by unit. */
const guint *skh_chase_list_get_lines (SkhChaseList *self, guint *n);
/* The same lines as two lists, each unit by unit, the unit with the oldest first.
   (transfer none) (element-type guint) */
GArray *skh_chase_list_get_overdue (SkhChaseList *self);
GArray *skh_chase_list_get_soon (SkhChaseList *self);

/* What came to be overdue, or to fall due soon, since a day. */
typedef struct
{
  guint n_overdue, n_soon;
} SkhChaseNews;
SkhChaseNews skh_chase_news_get (SkhLedger *ledger, SkhDate since, SkhDate on);

G_END_DECLS
