/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-sheet-choice.h"

#include "skh-list-reader.h"

#include <glib/gi18n-lib.h>

struct _SkhSheetChoice
{
  GtkBox parent_instance;

  GtkDropDown *names;
  gulong selected_handler;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhSheetChoice, skh_sheet_choice, GTK_TYPE_BOX)

static void
on_selected (SkhSheetChoice *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
skh_sheet_choice_class_init (SkhSheetChoiceClass *class)
{
  signals[CHOSEN] = g_signal_new ("chosen", SKH_TYPE_SHEET_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_sheet_choice_init (SkhSheetChoice *self)
{
  GtkWidget *label = gtk_label_new (_ ("Sheet"));

  self->names = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->names),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sheet"), -1);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->names));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->selected_handler = g_signal_connect_swapped (self->names, "notify::selected",
                                                     G_CALLBACK (on_selected), self);
}

static void
select_quietly (SkhSheetChoice *self, guint at)
{
  g_signal_handler_block (self->names, self->selected_handler);
  gtk_drop_down_set_selected (self->names, at);
  g_signal_handler_unblock (self->names, self->selected_handler);
}

/**
 * skh_sheet_choice_set_file:
 * @path: (nullable): the file whose sheets can be chosen
 *
 * Nothing is chosen yet. A file that can't be read has no sheets here: whoever reads the
 * list says why.
 */
void
skh_sheet_choice_set_file (SkhSheetChoice *self, const char *path)
{
  g_auto (GStrv) names = path != NULL ? skh_list_file_list_sheets (path, NULL) : NULL;
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *)names);

  g_signal_handler_block (self->names, self->selected_handler);
  gtk_drop_down_set_model (self->names, G_LIST_MODEL (model));
  g_signal_handler_unblock (self->names, self->selected_handler);
  select_quietly (self, GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          g_list_model_get_n_items (G_LIST_MODEL (model)) > 1);
}

static const char *
get_name (SkhSheetChoice *self, guint at)
{
  GListModel *model = gtk_drop_down_get_model (self->names);

  return model != NULL && at < g_list_model_get_n_items (model)
           ? gtk_string_list_get_string (GTK_STRING_LIST (model), at)
           : NULL;
}

void
skh_sheet_choice_show (SkhSheetChoice *self, const char *sheet)
{
  guint at = 0;

  if (sheet == NULL)
    return;
  while (get_name (self, at) != NULL && !g_str_equal (get_name (self, at), sheet))
    at++;
  select_quietly (self, get_name (self, at) != NULL ? at : GTK_INVALID_LIST_POSITION);
}

const char *
skh_sheet_choice_get (SkhSheetChoice *self)
{
  return get_name (self, gtk_drop_down_get_selected (self->names));
}
