/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhUnitFilters: a button over what the page of units shows: one group, one section,
   which lines, in which order. Signal `changed`: choose again. */
#define SKH_TYPE_UNIT_FILTERS (skh_unit_filters_get_type ())
G_DECLARE_FINAL_TYPE (SkhUnitFilters, skh_unit_filters, SKH, UNIT_FILTERS, GtkBox)

/* What can be chosen; a choice that is still there stays. */
void skh_unit_filters_set_ledger (SkhUnitFilters *self, SkhLedger *ledger);
/* Of one unit there is no group and no order of units to choose. */
void skh_unit_filters_set_by_unit (SkhUnitFilters *self, gboolean by_unit);
/* The strings are borrowed until the next change. */
void skh_unit_filters_fill (SkhUnitFilters *self, SkhMatrixFilter *filter);
/* No `changed` comes of these two. */
void skh_unit_filters_clear (SkhUnitFilters *self);
/* Lines of a word and its value, as append writes them; others are passed over, and what
   no line speaks of is not filtered. */
void skh_unit_filters_take_query (SkhUnitFilters *self, const char *query);
void skh_unit_filters_append_query (SkhUnitFilters *self, GString *query);
/* Puts the choices away. */
void skh_unit_filters_close (SkhUnitFilters *self);
/* "Các chi, đảng bộ · Chỉ việc quá hạn", or "" (transfer full) */
char *skh_unit_filters_dup_words (SkhUnitFilters *self);

G_END_DECLS
