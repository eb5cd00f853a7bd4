/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-chase-item.h"
#include "skh-chase-list.h"

G_BEGIN_DECLS

/* The units of a chase list as rows to tick, with their lines under them. A line that was
   chased offers its records for removal: the action chase.remove, of a record's id. */

/* Rows, ticked where is_chosen says so. (transfer full) (element-type SkhChaseItem) */
GListStore *
skh_chase_tree_build (SkhChaseList *list, SkhChaseFilter is_chosen, gpointer data);
/* Shows them; the unit at `open` unfolded. Takes units. */
void skh_chase_tree_show (GtkListView *view, GListStore *units, guint open);
/* The unit of the row selected, or NULL (transfer full). */
SkhChaseItem *skh_chase_tree_dup_selected_unit (GtkListView *view);

G_END_DECLS
