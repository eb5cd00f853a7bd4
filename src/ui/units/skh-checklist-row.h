/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of a unit's checklist as a row: its sign, what is owed by when, and what came
   of it. */
GtkWidget *
skh_checklist_row_new (SkhLedger *ledger, guint index, SkhDate on, const char *heading);

/* What the row is of: the assignment's index, and the heading it stands under. */
guint skh_checklist_row_get_index (GtkListBoxRow *row);
const char *skh_checklist_row_get_heading (GtkListBoxRow *row);

/* "12 (of 17) · 3 meetings": the figures of a line in words; NULL: none. (transfer full)
 */
char *
skh_checklist_dup_figures (SkhLedger *ledger, const SkhAssignment *line, SkhDate on);

G_END_DECLS
