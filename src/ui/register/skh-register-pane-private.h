/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-pane.h"

#include "skh-filter-bar.h"
#include "skh-link-section.h"
#include "skh-reader.h"
#include "skh-register-edit.h"
#include "skh-register-table.h"
#include "skh-view-choice.h"

struct _SkhRegisterPane
{
  GtkWidget parent_instance;

  /* template */
  SkhViewChoice *view_choice;
  GtkSearchEntry *search;
  GtkWidget *add_button;
  GtkMenuButton *columns_button, *menu_button;
  SkhFilterBar *filters;
  GtkStack *stack; /* table, empty, nothing-found */
  SkhRegisterTable *table;
  GtkLabel *empty_title, *empty_help;
  GtkWidget *empty_buttons, *first_button, *clear_button;
  GtkLabel *count, *lacking;
  GtkWidget *selected_buttons, *merge_button;
  SkhEntryForm *form;
  SkhLinkSection *links; /* under the form's fields */

  SkhSession *session;
  SkhReader *reader;
  char *id;
  SkhRegister *reg; /* NULL until it is read */
  SkhRegisterQuery *query;
  SkhEntryList *list;
  gint64 wanted_id; /* to be shown as soon as the register is there */
  gboolean is_updating;
};

GtkWindow *skh_register_pane_get_window (SkhRegisterPane *self);
/* The query changed: the list is read anew. */
void skh_register_pane_apply_query (SkhRegisterPane *self);
/* Takes the text's query. */
void skh_register_pane_take_query (SkhRegisterPane *self, const char *text);
/* The year its views are of. */
int skh_register_pane_get_year (SkhRegisterPane *self);

/* skh-register-pane-actions.c */
void skh_register_pane_install_actions (GtkWidgetClass *widget_class);
void skh_register_pane_update_actions (SkhRegisterPane *self);
/* Asks, naming what uses the entries, then removes them. */
void skh_register_pane_remove (SkhRegisterPane *self, GArray *ids);

/* Asks which of the two stays, then makes them one. */
void skh_register_pane_merge (SkhRegisterPane *self, gint64 first, gint64 second);

/* skh-register-export.c: actions */
void
skh_register_pane_export (GtkWidget *widget, const char *action, GVariant *parameter);
void skh_register_pane_print (GtkWidget *widget, const char *action, GVariant *parameter);

/* skh-register-pane-words.c */
void skh_register_pane_show_empty (SkhRegisterPane *self);
/* What the page is of, such as its year, and so no filter. */
SkhRegisterQuery *skh_register_pane_dup_own (SkhRegisterPane *self);
/* Takes away what narrows the list. */
void skh_register_pane_clear (SkhRegisterPane *self);
void skh_register_pane_show_count (SkhRegisterPane *self);
void skh_register_pane_show_lacking (SkhRegisterPane *self);

/* skh-register-pane-columns.c */
GtkWidget *skh_register_pane_new_columns (SkhRegisterPane *self);
