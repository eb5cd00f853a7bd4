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

/* The saved view that is chosen, or NULL: a declared one. */
static const SkhSavedView *
get_saved_view (SkhRegisterPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->view_choice), n;

  if (self->reg == NULL)
    return NULL;
  skh_register_get_views (self->reg, &n);
  return selected >= n && selected - n < self->saved_views->len
           ? g_ptr_array_index (self->saved_views, selected - n)
           : NULL;
}

typedef struct
{
  SkhRegisterPane *pane;
  GtkEditable *entry; /* borrowed: the dialog's */
  gint64 id;
  char *title, *query, *reg;
} ViewEdit;

static void
view_edit_free (gpointer data)
{
  ViewEdit *edit = data;

  g_object_unref (edit->pane);
  g_free (edit->title);
  g_free (edit->query);
  g_free (edit->reg);
  g_free (edit);
}

static ViewEdit *
view_edit_new (SkhRegisterPane *self)
{
  ViewEdit *edit = g_new0 (ViewEdit, 1);

  edit->pane = g_object_ref (self);
  edit->reg = g_strdup (self->id);
  edit->query = skh_register_query_to_text (self->query);
  return edit;
}

static gboolean
run_put_view (SkhDatabase *db, gpointer data, GError **error)
{
  ViewEdit *edit = data;

  return skh_register_edit_put_view (db, edit->reg, &edit->id, edit->title, edit->query,
                                     error);
}

static gboolean
run_remove_view (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_register_edit_remove_view (db, ((ViewEdit *)data)->id, error);
}

/* A view saved under a name that is there takes its place. */
static gint64
find_saved_view (SkhRegisterPane *self, const char *title)
{
  for (guint i = 0; i < self->saved_views->len; i++)
    {
      const SkhSavedView *view = g_ptr_array_index (self->saved_views, i);

      if (g_str_equal (view->title, title))
        return view->id;
    }
  return 0;
}

static void
on_view_named (AdwMessageDialog *dialog, const char *response, ViewEdit *edit)
{
  edit->title = g_strstrip (g_strdup (gtk_editable_get_text (edit->entry)));
  if (!g_str_equal (response, "save") || *edit->title == '\0')
    {
      view_edit_free (edit);
      return;
    }
  edit->id = find_saved_view (edit->pane, edit->title);
  skh_session_apply (edit->pane->session, run_put_view, edit, view_edit_free, NULL, NULL);
}

static void
on_save_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);
  const SkhSavedView *view = get_saved_view (self);
  GtkWidget *dialog, *entry = gtk_entry_new ();
  ViewEdit *edit = view_edit_new (self);

  dialog
    = adw_message_dialog_new (skh_register_pane_get_window (self), _ ("Save This View"),
                              _ ("Its columns, order, filters and search can be "
                                 "chosen again under this name."));
  edit->entry = GTK_EDITABLE (entry);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the view"), -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), view != NULL ? view->title : "");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"),
                                    "save", _ ("Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_view_named), edit);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
on_remove_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);
  const SkhSavedView *view = get_saved_view (self);
  ViewEdit *edit;

  if (view == NULL)
    return;
  edit = view_edit_new (self);
  edit->id = view->id;
  gtk_drop_down_set_selected (self->view_choice, 0);
  skh_session_apply (self->session, run_remove_view, edit, view_edit_free, NULL, NULL);
}

/* — What is enabled — */

void
skh_register_pane_update_actions (SkhRegisterPane *self)
{
  static const char *const writing[]
    = { "register.add",       "register.edit-selected", "register.remove-selected",
        "register.save-view", "register.fields",        "register.import" };
  gboolean writable = self->reg != NULL && skh_session_is_writable (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.remove-view",
                                 writable && get_saved_view (self) != NULL);
}

void
skh_register_pane_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "register.add", NULL, on_add);
  gtk_widget_class_install_action (class, "register.search", NULL, on_search);
  gtk_widget_class_install_action (class, "register.edit-selected", NULL,
                                   on_edit_selected);
  gtk_widget_class_install_action (class, "register.remove-selected", NULL,
                                   on_remove_selected);
  gtk_widget_class_install_action (class, "register.save-view", NULL, on_save_view);
  gtk_widget_class_install_action (class, "register.remove-view", NULL, on_remove_view);
  gtk_widget_class_install_action (class, "register.fields", NULL, on_fields);
  gtk_widget_class_install_action (class, "register.import", NULL, on_import);
  gtk_widget_class_install_action (class, "register.export-excel", NULL,
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
