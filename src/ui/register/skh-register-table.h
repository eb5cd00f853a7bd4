/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhRegisterTable: the rows of a register under the columns of its fields.

   Signals
     sort-chosen (field, descending)   a heading was clicked
     selection-changed
     activated (position)              a row was double-clicked, or Enter pressed on it */
#define SKH_TYPE_REGISTER_TABLE (skh_register_table_get_type ())
G_DECLARE_FINAL_TYPE (SkhRegisterTable,
                      skh_register_table,
                      SKH,
                      REGISTER_TABLE,
                      GtkWidget)

/* Shows the list (which may be NULL) under the query's columns and order. */
void skh_register_table_show (SkhRegisterTable *self,
                              SkhEntryList *list,
                              const SkhRegisterQuery *query);
/* The columns and the order alone. */
void skh_register_table_set_query (SkhRegisterTable *self, const SkhRegisterQuery *query);
void skh_register_table_set_name (SkhRegisterTable *self, const char *name);

gint64 skh_register_table_get_n_selected (SkhRegisterTable *self);
/* The id of the only row selected, or 0. */
gint64 skh_register_table_get_single (SkhRegisterTable *self);
/* (transfer full) (element-type gint64): the ids of the selected rows, as far as known */
GArray *skh_register_table_list_selected (SkhRegisterTable *self);
void skh_register_table_select_all (SkhRegisterTable *self);
void skh_register_table_unselect (SkhRegisterTable *self);
/* Selects it alone and brings it into view; FALSE when it is not in the list. */
gboolean skh_register_table_select (SkhRegisterTable *self, gint64 id);

/* The fields shown when a query names no columns: all but long texts and computed ones.
   (transfer full) (element-type guint) */
GArray *skh_register_table_list_columns (const SkhRegisterQuery *query);

G_END_DECLS
