/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-page.h"

#include "skh-labels.h"
#include "skh-plan-dialogs.h"
#include "skh-plan-move.h"
#include "skh-plan-outline.h"
#include "skh-task-editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _SkhPlanPage
{
  GtkBox parent_instance;

  /* template */
  GtkLabel *title;
  SkhPlanOutline *outline;
  SkhTaskEditor *editor;
  GtkMenuButton *more;

  /* owned */
  SkhSession *session;

  /* where to go once nothing is unsaved */
  gint64 wanted_task;
  gint64 awaited_task;  /* a copy that the list has yet to show */
  char *wanted_section; /* of a new task; NULL: wanted_task */
  gint64 shown_task;
};

G_DEFINE_FINAL_TYPE (SkhPlanPage, skh_plan_page, GTK_TYPE_BOX)

static GtkWindow *
get_window (SkhPlanPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* — Going from task to task — */

static void
go (gpointer data)
{
  SkhPlanPage *self = data;
  g_autofree char *section = g_steal_pointer (&self->wanted_section);

  self->shown_task = section != NULL ? 0 : self->wanted_task;
  skh_plan_outline_select_task (self->outline, self->shown_task);
  if (section != NULL)
    skh_task_editor_show_new (self->editor, section);
  else
    skh_task_editor_show_task (self->editor, self->shown_task);
}

/* While a question is open the list stands on what is still shown. */
static void
go_when_saved (SkhPlanPage *self)
{
  if (!skh_task_editor_ask_unsaved (self->editor, go, self))
    go (self);
  else if (self->shown_task != 0)
    skh_plan_outline_select_task (self->outline, self->shown_task);
}

void
skh_plan_page_choose_task (SkhPlanPage *self, gint64 task_id)
{
  g_clear_pointer (&self->wanted_section, g_free);
  self->wanted_task = task_id;
  go_when_saved (self);
}

static void
on_task_chosen (SkhPlanPage *self, gint64 task_id)
{
  if (task_id != 0 && task_id != self->shown_task)
    skh_plan_page_choose_task (self, task_id);
}

static void
on_saved (SkhPlanPage *self, gint64 task_id)
{
  self->shown_task = task_id;
  skh_plan_outline_select_task (self->outline, task_id);
}

static void
on_closed (SkhPlanPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->outline));
}

static void
add_task (SkhPlanPage *self, const char *section)
{
  g_free (self->wanted_section);
  self->wanted_section = g_strdup (section);
  go_when_saved (self);
}

/* — Actions on tasks — */

static void
on_new_task (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhPlanPage *self = SKH_PLAN_PAGE (widget);
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  const char *section = skh_plan_outline_get_section (self->outline);
  guint n = 0;
  const SkhSection *sections
    = ledger != NULL ? skh_ledger_get_sections (ledger, &n) : NULL;

  if (section == NULL && n > 0)
    section = sections[n - 1].code;
  if (section != NULL)
    add_task (self, section);
  else if (ledger != NULL)
    skh_plan_dialog_new_section (get_window (self), self->session);
}

static void
on_new_task_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_task (SKH_PLAN_PAGE (widget), g_variant_get_string (parameter, NULL));
}

typedef struct
{
  gint64 task_id;
  gint64 copy_id;
  gboolean and_work;
} TaskEdit;

static TaskEdit *
new_task_edit (gint64 task_id, gboolean and_work)
{
  TaskEdit *edit = g_new0 (TaskEdit, 1);

  edit->task_id = task_id;
  edit->and_work = and_work;
  return edit;
}

static gboolean
run_delete (SkhDatabase *db, gpointer data, GError **error)
{
  const TaskEdit *edit = data;

  return skh_task_store_delete (db, edit->task_id, edit->and_work, error);
}

static void delete_task (SkhPlanPage *self, gint64 task_id, gboolean and_work);

static void
on_work_answered (AdwMessageDialog *dialog, const char *response, SkhPlanPage *self)
{
  if (g_str_equal (response, "delete"))
    delete_task (self, self->shown_task, TRUE);
}

/* What the units entered goes with the task only when that is said; undo brings both
   back. */
static void
ask_about_work (SkhPlanPage *self, const char *why)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (self),
                                              _ ("Delete the Task and Its Work?"), why);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Keep the Task"), "delete", _ ("_Delete Both"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_work_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_deleted (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  SkhPlanPage *self = owner;
  const TaskEdit *edit = data;

  if (error == NULL)
    {
      self->shown_task = 0;
      skh_task_editor_show_task (self->editor, 0);
    }
  else if (!edit->and_work
           && g_error_matches (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID))
    ask_about_work (self, error->message);
  else
    skh_session_report_fault (session, error->message);
}

static void
delete_task (SkhPlanPage *self, gint64 task_id, gboolean and_work)
{
  skh_session_apply (self->session, run_delete, new_task_edit (task_id, and_work), g_free,
                     on_deleted, self);
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhPlanPage *self = SKH_PLAN_PAGE (widget);

  if (self->shown_task != 0)
    delete_task (self, self->shown_task, FALSE);
}

/* A copy is chosen when the list has it: the ledger with it may come after the act. */
static void
choose_awaited (SkhPlanPage *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  gint64 task_id = self->awaited_task;

  if (task_id == 0 || ledger == NULL
      || skh_ledger_find_task_by_id (ledger, task_id) == SKH_NO_INDEX)
    return;
  self->awaited_task = 0;
  skh_plan_page_choose_task (self, task_id);
}

static gboolean
run_duplicate (SkhDatabase *db, gpointer data, GError **error)
{
  TaskEdit *edit = data;

  return skh_task_store_duplicate (db, edit->task_id, &edit->copy_id, error);
}

static void
on_duplicated (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  const TaskEdit *edit = data;

  if (error == NULL)
    {
      SKH_PLAN_PAGE (owner)->awaited_task = edit->copy_id;
      choose_awaited (owner);
    }
  else
    skh_session_report_fault (session, error->message);
}

static void
duplicate (gpointer data)
{
  SkhPlanPage *self = data;

  skh_session_apply (self->session, run_duplicate,
                     new_task_edit (self->shown_task, FALSE), g_free, on_duplicated,
                     self);
}

static void
on_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhPlanPage *self = SKH_PLAN_PAGE (widget);

  if (self->shown_task != 0
      && !skh_task_editor_ask_unsaved (self->editor, duplicate, self))
    duplicate (self);
}

/* — Actions on sections — */

static void
on_new_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhPlanPage *self = SKH_PLAN_PAGE (widget);

  skh_plan_dialog_new_section (get_window (self), self->session);
}

static void
on_rename_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhPlanPage *self = SKH_PLAN_PAGE (widget);

  skh_plan_dialog_rename_section (get_window (self), self->session,
                                  g_variant_get_string (parameter, NULL));
}

static void
on_raise_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_plan_move_section_by (SKH_PLAN_PAGE (widget)->session,
                            g_variant_get_string (parameter, NULL), -1);
}

static void
on_lower_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_plan_move_section_by (SKH_PLAN_PAGE (widget)->session,
                            g_variant_get_string (parameter, NULL), 1);
}

typedef struct
{
  gint64 plan_id;
  char *code;
} SectionEdit;

static void
section_edit_free (gpointer data)
{
  SectionEdit *edit = data;

  g_free (edit->code);
  g_free (edit);
}

static gboolean
run_delete_section (SkhDatabase *db, gpointer data, GError **error)
{
  const SectionEdit *edit = data;

  return skh_section_store_delete (db, edit->plan_id, edit->code, error);
}

static void
on_delete_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhPlanPage *self = SKH_PLAN_PAGE (widget);
  SectionEdit *edit = g_new (SectionEdit, 1);

  edit->plan_id = skh_session_get_plan_id (self->session);
  edit->code = g_variant_dup_string (parameter, NULL);
  skh_session_apply (self->session, run_delete_section, edit, section_edit_free, NULL,
                     NULL);
}

/* — The plan — */

static void
on_delete_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhPlanPage *self = SKH_PLAN_PAGE (widget);

  skh_plan_dialog_delete_plan (get_window (self), self->session);
}

static void
update_actions (SkhPlanPage *self)
{
  static const char *const names[]
    = { "outline.new-task",       "outline.new-task-in",   "outline.delete",
        "outline.duplicate",      "outline.new-section",   "outline.rename-section",
        "outline.delete-section", "outline.raise-section", "outline.lower-section",
        "outline.delete-plan" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i],
                                   skh_session_is_writable (self->session));
}

static void
on_session_changed (SkhPlanPage *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  update_actions (self);
  gtk_label_set_text (self->title,
                      ledger != NULL ? skh_ledger_get_plan (ledger)->title : "");
  if (self->shown_task != 0 && ledger != NULL
      && skh_ledger_find_task_by_id (ledger, self->shown_task) == SKH_NO_INDEX)
    self->shown_task = 0;
  choose_awaited (self);
}

/* — Life — */

static void
skh_plan_page_dispose (GObject *object)
{
  SkhPlanPage *self = SKH_PLAN_PAGE (object);

  if (self->session != NULL)
    skh_session_remove_keeper (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted_section, g_free);
  G_OBJECT_CLASS (skh_plan_page_parent_class)->dispose (object);
}

static gboolean
skh_plan_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_PLAN_PAGE (widget)->outline));
}

static void
install_actions (GtkWidgetClass *class)
{
  static const struct
  {
    const char *name, *parameter;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "outline.new-task", NULL, on_new_task },
    { "outline.new-task-in", "s", on_new_task_in },
    { "outline.delete", NULL, on_delete },
    { "outline.duplicate", NULL, on_duplicate },
    { "outline.new-section", NULL, on_new_section },
    { "outline.rename-section", "s", on_rename_section },
    { "outline.raise-section", "s", on_raise_section },
    { "outline.lower-section", "s", on_lower_section },
    { "outline.delete-section", "s", on_delete_section },
    { "outline.delete-plan", NULL, on_delete_plan },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (class, actions[i].name, actions[i].parameter,
                                     actions[i].func);
}

static void
skh_plan_page_class_init (SkhPlanPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_plan_page_dispose;
  widget_class->grab_focus = skh_plan_page_grab_focus;
  g_type_ensure (SKH_TYPE_PLAN_OUTLINE);
  g_type_ensure (SKH_TYPE_TASK_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/plan/skh-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhPlanPage, title);
  gtk_widget_class_bind_template_child (widget_class, SkhPlanPage, outline);
  gtk_widget_class_bind_template_child (widget_class, SkhPlanPage, editor);
  gtk_widget_class_bind_template_child (widget_class, SkhPlanPage, more);
  gtk_widget_class_bind_template_callback (widget_class, on_task_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  install_actions (widget_class);
}

static void
skh_plan_page_init (SkhPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  skh_menu_button_set_name (self->more, _ ("More about this plan"));
}

static gboolean
ask_unsaved (gpointer keeper, SkhSessionThenFunc then, gpointer data)
{
  return skh_task_editor_ask_unsaved (SKH_PLAN_PAGE (keeper)->editor, then, data);
}

GtkWidget *
skh_plan_page_new (SkhSession *session)
{
  SkhPlanPage *self = g_object_new (SKH_TYPE_PLAN_PAGE, NULL);

  self->session = g_object_ref (session);
  skh_session_add_keeper (session, ask_unsaved, self);
  skh_plan_outline_set_session (self->outline, session);
  skh_task_editor_set_session (self->editor, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (self);
  return GTK_WIDGET (self);
}
