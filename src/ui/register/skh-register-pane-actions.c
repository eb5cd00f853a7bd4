/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in a register, beside filling in its form. */
#include "skh-register-pane-private.h"

#include "skh-bulk-window.h"
#include "skh-fields-window.h"
#include "skh-register-import-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);

  if (self->reg != NULL)
    skh_entry_form_show_new (self->form);
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (SKH_REGISTER_PANE (widget)->search));
}

static void
on_edit_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);
  GArray *ids = skh_register_table_list_selected (self->table);

  if (ids->len > 0)
    gtk_window_present (skh_bulk_window_new (skh_register_pane_get_window (self),
                                             self->session, self->reg, ids));
  else
    g_array_unref (ids);
}

static void
on_merge_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);
  g_autoptr (GArray) ids = skh_register_table_list_selected (self->table);

  if (ids->len == 2)
    skh_register_pane_merge (self, g_array_index (ids, gint64, 0),
                             g_array_index (ids, gint64, 1));
}

static void
on_remove_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);
  GArray *ids = skh_register_table_list_selected (self->table);

  if (ids->len > 0)
    skh_register_pane_remove (self, ids);
  else
    g_array_unref (ids);
}

static void
on_fields (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);

  if (self->reg != NULL)
    gtk_window_present (skh_fields_window_new (skh_register_pane_get_window (self),
                                               self->session, self->id));
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);

  if (self->reg != NULL)
    gtk_window_present (
      skh_register_import_window_new (skh_register_pane_get_window (self), self->session,
                                      self->reg));
}

/* — Saved views — */

static void
on_save_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);
  g_autofree char *query = skh_register_query_to_text (self->query);

  skh_view_choice_save (self->view_choice, query);
}

static void
on_remove_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_view_choice_remove (SKH_REGISTER_PANE (widget)->view_choice);
}

/* — What is enabled — */

static gboolean
has_units (SkhRegisterPane *self)
{
  for (guint i = 0; self->reg != NULL && i < skh_register_get_n_fields (self->reg); i++)
    if (skh_register_get_field (self->reg, i)->type == SKH_FIELD_UNIT)
      return TRUE;
  return FALSE;
}

void
skh_register_pane_update_actions (SkhRegisterPane *self)
{
  static const char *const writing[] = { "register.add",
                                         "register.edit-selected",
                                         "register.remove-selected",
                                         "register.merge-selected",
                                         "register.save-view",
                                         "register.fields",
                                         "register.import" };
  gboolean writable = self->reg != NULL && skh_session_is_writable (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.export-by-unit",
                                 has_units (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.remove-view",
                                 writable
                                   && skh_view_choice_is_saved (self->view_choice));
}

void
skh_register_pane_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "register.add", NULL, on_add);
  gtk_widget_class_install_action (class, "register.search", NULL, on_search);
  gtk_widget_class_install_action (class, "register.edit-selected", NULL,
                                   on_edit_selected);
  gtk_widget_class_install_action (class, "register.merge-selected", NULL,
                                   on_merge_selected);
  gtk_widget_class_install_action (class, "register.remove-selected", NULL,
                                   on_remove_selected);
  gtk_widget_class_install_action (class, "register.save-view", NULL, on_save_view);
  gtk_widget_class_install_action (class, "register.remove-view", NULL, on_remove_view);
  gtk_widget_class_install_action (class, "register.fields", NULL, on_fields);
  gtk_widget_class_install_action (class, "register.import", NULL, on_import);
  gtk_widget_class_install_action (class, "register.export-excel", NULL,
                                   skh_register_pane_export);
  gtk_widget_class_install_action (class, "register.export-by-unit", NULL,
                                   skh_register_pane_export);
  gtk_widget_class_install_action (class, "register.export-pdf", NULL,
                                   skh_register_pane_export);
  gtk_widget_class_install_action (class, "register.print", NULL,
                                   skh_register_pane_print);
  gtk_widget_class_add_binding_action (class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "register.search", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_n,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "register.add",
                                       NULL);
}
