/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-task-editor-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Typing settles before the effect on the lines is looked at again. */
#define PREVIEW_DELAY_MS 350

enum
{
  SAVED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhTaskEditor, skh_task_editor, GTK_TYPE_BOX)

/* — The keys — */

/* Returns what has the keyboard inside the form, or NULL. */
static GtkWidget *
get_focus (SkhTaskEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus
                                                                            : NULL;
}

/* What had the keys and is gone, or rests, leaves them to the form's first text: nobody
   has to look for the form again. */
static void
keep_focus (SkhTaskEditor *self, gboolean had_focus)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (had_focus && root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

/* While it is written. */
static void
rest (SkhTaskEditor *self)
{
  g_set_weak_pointer (&self->resting_focus, get_focus (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}

static void
wake (SkhTaskEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (self->resting_focus != NULL && root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (self->resting_focus);
  g_clear_weak_pointer (&self->resting_focus);
}

/* — What the change does to the lines — */

typedef struct
{
  SkhTaskEditor *self;
  GCancellable *previewing;
} Preview;

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Preview *preview = data;
  g_autoptr (SkhTaskEditor) self = preview->self;
  g_autoptr (GCancellable) previewing = preview->previewing;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhChangePreview) change
    = skh_workbook_preview_finish (SKH_WORKBOOK (source), result, &error);

  if (previewing != self->previewing)
    return;
  g_clear_object (&self->previewing);
  if (self->is_unsaved)
    skh_change_card_show (self->change, change, error != NULL ? error->message : NULL);
}

static gboolean
preview_change (gpointer data)
{
  SkhTaskEditor *self = data;
  SkhTaskWriting *writing = skh_task_editor_make_writing (self);
  Preview *preview;

  self->preview_source = 0;
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  if (writing == NULL || !skh_session_is_writable (self->session))
    {
      g_clear_pointer (&writing, skh_task_writing_free);
      skh_change_card_show (self->change, NULL, NULL);
      return G_SOURCE_REMOVE;
    }
  self->previewing = g_cancellable_new ();
  preview = g_new (Preview, 1);
  preview->self = g_object_ref (self);
  preview->previewing = g_object_ref (self->previewing);
  skh_workbook_preview_async (skh_session_get_workbook (self->session),
                              skh_task_writing_run, writing, skh_task_writing_free,
                              self->previewing, on_previewed, preview);
  return G_SOURCE_REMOVE;
}

static void
set_unsaved (SkhTaskEditor *self, gboolean is_unsaved)
{
  gboolean had_focus = get_focus (self) != NULL;

  self->is_unsaved = is_unsaved;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save),
                            is_unsaved && skh_session_is_writable (self->session));
  gtk_widget_set_sensitive (GTK_WIDGET (self->revert), is_unsaved);
  keep_focus (self, had_focus);
  g_clear_handle_id (&self->preview_source, g_source_remove);
  if (is_unsaved)
    self->preview_source = g_timeout_add (PREVIEW_DELAY_MS, preview_change, self);
  else
    skh_change_card_show (self->change, NULL, NULL);
}

static void
on_edited (SkhTaskEditor *self)
{
  if (!self->is_updating && self->session != NULL)
    set_unsaved (self, TRUE);
}

/* — Saving — */

static void
on_written (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  SkhTaskEditor *self = owner;
  SkhTaskWriting *writing = edit;
  SkhSessionThenFunc then = self->then;

  self->then = NULL;
  wake (self);
  if (error != NULL)
    {
      skh_task_editor_show_fault (self, writing->fault, error->message);
      return;
    }
  set_unsaved (self, FALSE);
  self->task_id = writing->record->id;
  skh_task_editor_show_task (self, self->task_id);
  g_signal_emit (self, signals[SAVED], 0, self->task_id);
  if (then != NULL)
    then (self->then_data);
}

/* The form rests while it is written, so that nothing typed meanwhile is passed over. */
static void
save (SkhTaskEditor *self)
{
  SkhTaskWriting *writing = self->is_unsaved ? skh_task_editor_make_writing (self) : NULL;

  if (writing == NULL)
    return;
  skh_task_editor_clear_faults (self);
  rest (self);
  skh_session_apply (self->session, skh_task_writing_run, writing, skh_task_writing_free,
                     on_written, self);
}

static void
on_save_clicked (SkhTaskEditor *self)
{
  self->then = NULL;
  save (self);
}

/* — Unsaved text — */

static void
give_up (SkhTaskEditor *self)
{
  set_unsaved (self, FALSE);
  skh_task_editor_show_task (self, self->task_id);
}

static void
on_unsaved_answered (AdwMessageDialog *dialog, const char *response, SkhTaskEditor *self)
{
  SkhSessionThenFunc then = self->then;

  if (g_str_equal (response, "save"))
    save (self);
  else if (g_str_equal (response, "discard"))
    {
      self->then = NULL;
      give_up (self);
      if (then != NULL)
        then (self->then_data);
    }
  else
    self->then = NULL;
}

gboolean
skh_task_editor_ask_unsaved (SkhTaskEditor *self, SkhSessionThenFunc then, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (!self->is_unsaved)
    return FALSE;

  self->then = then;
  self->then_data = data;
  dialog = adw_message_dialog_new (
    GTK_WINDOW (root), _ ("Save the Task?"),
    _ ("What you typed is not saved yet. It is lost if you don’t save it."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Go On Editing"), "discard", _ ("_Don’t Save"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_unsaved_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
close_editor (gpointer data)
{
  g_signal_emit (data, signals[CLOSED], 0);
}

static void
on_revert_clicked (SkhTaskEditor *self)
{
  give_up (self);
}

/* — Keys — */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  SkhTaskEditor *self = SKH_TASK_EDITOR (widget);

  if (!skh_task_editor_ask_unsaved (self, close_editor, self))
    close_editor (self);
  return GDK_EVENT_STOP;
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_save_clicked (SKH_TASK_EDITOR (widget));
  return GDK_EVENT_STOP;
}

/* — Showing — */

typedef struct
{
  SkhTaskEditor *self;
  guint number;
  SkhTaskReading *reading;
} ReadingCall;

static void
show_reading (SkhTaskEditor *self, const SkhTaskReading *reading)
{
  const SkhTaskRecord *record = reading->record;
  gboolean is_other = reading->id == 0 || reading->id != self->task_id;
  gboolean had_focus = get_focus (self) != NULL;

  g_clear_pointer (&self->ledger, skh_ledger_unref);
  self->ledger = skh_ledger_ref (skh_session_get_ledger (self->session));
  self->task_id = reading->id;
  self->plan_id = record->plan_id;
  self->year = record->owner->year;
  self->is_updating = TRUE;
  skh_task_editor_clear_faults (self);
  skh_task_editor_fill (self, record->task, reading->due_days);
  self->is_updating = FALSE;
  set_unsaved (self, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "task");
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (reading->id == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->title));
  else
    keep_focus (self, had_focus);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree ReadingCall *call = data;
  g_autoptr (SkhTaskEditor) self = call->self;
  gboolean is_read = skh_workbook_run_finish (SKH_WORKBOOK (source), result, NULL, NULL);

  if (call->number == self->reading
      && SKH_WORKBOOK (source) == skh_session_get_workbook (self->session))
    {
      if (is_read && skh_session_get_ledger (self->session) != NULL)
        show_reading (self, call->reading);
      else
        gtk_stack_set_visible_child_name (self->stack, "none");
    }
  skh_task_reading_free (call->reading);
}

static void
read_task (SkhTaskEditor *self, gint64 task_id, const char *section)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  ReadingCall *call;

  if (ledger == NULL)
    return;
  call = g_new (ReadingCall, 1);
  call->self = g_object_ref (self);
  call->number = ++self->reading;
  call->reading = skh_task_reading_new (task_id, skh_session_get_plan_id (self->session),
                                        skh_ledger_get_plan (ledger)->year, section);
  skh_workbook_run_async (skh_session_get_workbook (self->session), skh_task_reading_run,
                          call->reading, NULL, NULL, on_read, call);
}

/* Another ledger may know the task otherwise: an undo, another window. */
static void
on_session_changed (SkhTaskEditor *self)
{
  if (skh_session_get_ledger (self->session) == NULL)
    {
      self->task_id = 0;
      set_unsaved (self, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "none");
    }
  else if (!self->is_unsaved && self->task_id != 0)
    read_task (self, self->task_id, NULL);
}

/* — Life — */

static void
skh_task_editor_dispose (GObject *object)
{
  SkhTaskEditor *self = SKH_TASK_EDITOR (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  g_clear_weak_pointer (&self->resting_focus);
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  g_clear_pointer (&self->section_codes, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_task_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, stack);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, scroller);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, heading);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, no);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, clause);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, title);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, short_title);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, deliverable);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, recipient);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, section);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, deadline);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, lead);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, with);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, via);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, wants_document);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, measures);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, links);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, change);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, save);
  gtk_widget_class_bind_template_child (class, SkhTaskEditor, revert);
  gtk_widget_class_bind_template_callback (class, on_edited);
  gtk_widget_class_bind_template_callback (class, on_save_clicked);
  gtk_widget_class_bind_template_callback (class, on_revert_clicked);
}

static void
skh_task_editor_class_init (SkhTaskEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_task_editor_dispose;
  signals[SAVED] = g_signal_new ("saved", SKH_TYPE_TASK_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CLOSED] = g_signal_new ("closed", SKH_TYPE_TASK_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SKH_TYPE_INPUT);
  g_type_ensure (SKH_TYPE_DEADLINE_FORM);
  g_type_ensure (SKH_TYPE_PARTY_PICKER);
  g_type_ensure (SKH_TYPE_MEASURE_LIST);
  g_type_ensure (SKH_TYPE_CHANGE_CARD);
  g_type_ensure (SKH_TYPE_LINK_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/plan/skh-task-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_save_key,
                                NULL);
}

static void
skh_task_editor_init (SkhTaskEditor *self)
{
  self->section_codes = g_ptr_array_new_with_free_func (g_free);
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_updating = FALSE;
}

void
skh_task_editor_set_session (SkhTaskEditor *self, SkhSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  set_unsaved (self, FALSE);
}

void
skh_task_editor_show_task (SkhTaskEditor *self, gint64 task_id)
{
  set_unsaved (self, FALSE);
  if (task_id != 0)
    {
      read_task (self, task_id, NULL);
      return;
    }
  self->reading++;
  self->task_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "none");
}

/* section: its code, or NULL for none yet. */
void
skh_task_editor_show_new (SkhTaskEditor *self, const char *section)
{
  set_unsaved (self, FALSE);
  read_task (self, 0, section);
}
