/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-window-private.h"

#include <glib/gi18n.h>

#include "skh-file-choice.h"
#include "skh-new-plan-window.h"
#include "skh-organisation-window.h"
#include "skh-plan-adder.h"
#include "skh-plan-properties-window.h"
#include "skh-plan-template.h"
#include "skh-task-import-window.h"
#include "skh-unit-import-window.h"

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_session_undo (SKH_WINDOW (widget)->session);
}

static void
on_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_session_redo (SKH_WINDOW (widget)->session);
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhWindow *self = SKH_WINDOW (widget);

  if (skh_session_get_ledger (self->session) != NULL)
    gtk_menu_button_popup (self->search_button);
}

static void
on_file_chosen (const char *path, gpointer user_data)
{
  SkhWindow *self = user_data;

  skh_session_open (self->session, path, SKH_DATE_NONE);
}

static void
choose_file (gpointer data)
{
  skh_file_choice_open (GTK_WINDOW (data), on_file_chosen, data);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!skh_session_ask_unsaved (SKH_WINDOW (widget)->session, choose_file, widget))
    choose_file (widget);
}

static void
show_start (gpointer data)
{
  skh_window_show_start (data);
}

static void
on_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!skh_session_ask_unsaved (SKH_WINDOW (widget)->session, show_start, widget))
    show_start (widget);
}

static void
on_new_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhSession *session = SKH_WINDOW (widget)->session;

  if (skh_session_get_ledger (session) != NULL)
    gtk_window_present (skh_new_plan_window_new (GTK_WINDOW (widget), session));
}

static void
show_properties (gpointer data)
{
  SkhSession *session = SKH_WINDOW (data)->session;
  GtkWindow *properties = NULL;

  if (skh_session_get_ledger (session) != NULL)
    properties = skh_plan_properties_window_new (GTK_WINDOW (data), session);
  if (properties != NULL)
    gtk_window_present (properties);
}

/* Another year moves the days of a task that is being written. */
static void
on_plan_properties (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!skh_session_ask_unsaved (SKH_WINDOW (widget)->session, show_properties, widget))
    show_properties (widget);
}

static void
import_tasks (gpointer data)
{
  SkhSession *session = SKH_WINDOW (data)->session;

  if (skh_session_get_ledger (session) != NULL)
    gtk_window_present (skh_task_import_window_new (GTK_WINDOW (data), session));
}

/* A list may change the task that is being written. */
static void
on_import_tasks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!skh_session_ask_unsaved (SKH_WINDOW (widget)->session, import_tasks, widget))
    import_tasks (widget);
}

static void
on_template_named (const char *path, gpointer user_data)
{
  SkhSession *session = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPlanDraft) draft
    = skh_plan_adder_read (skh_session_get_workbook (session),
                           skh_session_get_plan_id (session), &error);

  if (draft != NULL && skh_plan_template_write_file (draft, path, &error))
    skh_session_report_exported (session, path);
  else
    skh_session_report_fault (session, error->message);
}

static void
on_save_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhSession *session = SKH_WINDOW (widget)->session;

  if (skh_session_get_ledger (session) != NULL)
    skh_file_choice_save_owned (GTK_WINDOW (widget), _ ("Save the Plan as a Template"),
                                _ ("my-plan.json"), ".json", on_template_named,
                                g_object_ref (session), g_object_unref);
}

static void
on_import_units (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (
    skh_unit_import_window_new (GTK_WINDOW (widget), SKH_WINDOW (widget)->session));
}

static void
on_organisation (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (
    skh_organisation_window_new (GTK_WINDOW (widget), SKH_WINDOW (widget)->session));
}

static void
on_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhWindow *self = SKH_WINDOW (widget);

  if (skh_session_get_workbook (self->session) != NULL)
    skh_window_show_page (self, g_variant_get_string (parameter, NULL));
}

/* In the program the desk has for it. */
static void
on_show_exported (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *path = SKH_WINDOW (widget)->exported;
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
on_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
    "/io/github/sokehoach/SoKeHoach/ui/window/skh-shortcuts-window.ui");
  GtkWindow *shortcuts
    = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts_window"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

void
skh_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_redo);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, on_new);
  gtk_widget_class_install_action (widget_class, "win.new-plan", NULL, on_new_plan);
  gtk_widget_class_install_action (widget_class, "win.plan-properties", NULL,
                                   on_plan_properties);
  gtk_widget_class_install_action (widget_class, "win.save-template", NULL,
                                   on_save_template);
  gtk_widget_class_install_action (widget_class, "win.import-tasks", NULL,
                                   on_import_tasks);
  gtk_widget_class_install_action (widget_class, "win.import-units", NULL,
                                   on_import_units);
  gtk_widget_class_install_action (widget_class, "win.organisation", NULL,
                                   on_organisation);
  gtk_widget_class_install_action (widget_class, "win.page", "s", on_page);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, on_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.show-exported", NULL,
                                   on_show_exported);
}

static void
set_name (GtkButton *button, const char *tooltip)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
}

/* The buttons name the act they would take back or do again. */
void
skh_window_update_actions (SkhWindow *self)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  gboolean writable = skh_session_is_writable (self->session);
  const char *undo = writable ? skh_workbook_get_undo_label (workbook) : NULL;
  const char *redo = writable ? skh_workbook_get_redo_label (workbook) : NULL;
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo)
                                            : g_strdup (_ ("Nothing to undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo)
                                            : g_strdup (_ ("Nothing to redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-plan", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.plan-properties", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-tasks", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-units", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.organisation", writable);
  set_name (self->undo_button, undo_text);
  set_name (self->redo_button, redo_text);
}
