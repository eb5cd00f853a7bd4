/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-import-window.h"

#include "skh-file-choice.h"
#include "skh-import-preview.h"
#include "skh-sheet-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SkhImportWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkLabel *help;
  GtkLabel *file_name;
  GtkTextView *text;
  SkhImportPreview *preview;
  SkhSheetChoice *sheet;
  GtkSpinner *spinner;
  GtkButton *take_in;

  /* owned */
  SkhSession *session;
  SkhWorkbook *workbook;
  char *register_id;
  char *path;      /* of the list; NULL: what is pasted */
  gpointer import; /* of what is shown; NULL: nothing to take in, or under way */

  const SkhImportKind *kind;
  guint n_asked;
  guint preview_source;
};

/* Typing settles before the list is read again. */
#define PREVIEW_DELAY_MS 250
/* Enough to see that the right columns were understood. */
#define SHOWN_CHANGES 200

G_DEFINE_FINAL_TYPE (SkhImportWindow, skh_import_window, ADW_TYPE_WINDOW)

/* — A list is read, and taken in, on a thread of its own: it may be a long one — */

typedef struct
{
  const SkhImportKind *kind;
  SkhImportOrigin origin;
  char *text, *path; /* one of them */
  char *sheet;       /* of path; NULL: the one that fits best */
  guint number;
  gpointer import; /* to apply */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->origin.workbook);
  g_clear_pointer (&job->origin.ledger, skh_ledger_unref);
  g_free (job->origin.register_id);
  g_clear_pointer (&job->import, job->kind->free);
  g_free (job->text);
  g_free (job->path);
  g_free (job->sheet);
  g_free (job);
}

static gboolean
add_text (const Job *job, gpointer import, GError **error)
{
  g_autoptr (SkhListSource) source
    = skh_list_source_read_text (job->text, strlen (job->text), _ ("pasted list"), error);

  return source != NULL && job->kind->add_source (import, source, error);
}

static gboolean
check_plan (const Job *job, GError **error)
{
  if (!job->kind->needs_plan || job->origin.ledger != NULL)
    return TRUE;
  g_set_error (error, SKH_IMPORT_ERROR, SKH_IMPORT_ERROR_NO_PLAN,
               _ ("The workbook holds no plan yet."));
  return FALSE;
}

static gpointer
read_import (const Job *job, GError **error)
{
  gpointer import
    = check_plan (job, error) ? job->kind->open (&job->origin, error) : NULL;

  if (import == NULL)
    return NULL;
  if ((job->path != NULL ? job->kind->add_file (import, job->path, job->sheet, error)
                         : add_text (job, import, error))
      && job->kind->preview (import, error))
    return import;
  job->kind->free (import);
  return NULL;
}

static void
run_preview (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gpointer import = read_import (data, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, ((Job *)data)->kind->free);
  else
    g_task_return_error (task, error);
}

static void
run_apply (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->kind->apply (job->import, job->origin.workbook, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
fill_origin (SkhImportWindow *self, SkhImportOrigin *origin)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  origin->workbook = g_object_ref (self->workbook);
  origin->ledger = ledger != NULL ? skh_ledger_ref (ledger) : NULL;
  origin->register_id = g_strdup (self->register_id);
  origin->year = ledger != NULL ? skh_ledger_get_plan (ledger)->year
                                : skh_date_get_year (skh_session_get_on (self->session));
}

static GTask *
task_new (SkhImportWindow *self, Job **job, GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (self, NULL, callback, NULL);

  *job = g_new0 (Job, 1);
  (*job)->kind = self->kind;
  fill_origin (self, &(*job)->origin);
  (*job)->number = ++self->n_asked;
  g_task_set_task_data (task, *job, job_free);
  gtk_spinner_start (self->spinner);
  return task;
}

/* — What would become of it — */

static void
forget_import (SkhImportWindow *self)
{
  if (self->import != NULL)
    self->kind->free (g_steal_pointer (&self->import));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in), FALSE);
}

static void
show_nothing (SkhImportWindow *self, const char *message)
{
  forget_import (self);
  skh_import_preview_show_message (self->preview, message);
}

static void
show_changes (SkhImportWindow *self, SkhImportOutcome outcome)
{
  g_autoptr (GPtrArray) changes
    = self->kind->list_changes (self->import, outcome, SHOWN_CHANGES);

  skh_import_preview_add_changes (self->preview, outcome, changes,
                                  self->kind->get_result (self->import)->counts[outcome]);
}

static void
show_import (SkhImportWindow *self)
{
  const SkhImportResult *found = self->kind->get_result (self->import);

  skh_sheet_choice_show (self->sheet, found->sheet);
  skh_import_preview_show_result (self->preview, found);
  show_changes (self, SKH_IMPORT_CHANGED);
  show_changes (self, SKH_IMPORT_ADDED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in),
                            skh_import_result_has_work (found));
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SkhImportWindow *self = SKH_IMPORT_WINDOW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gpointer import;

  if (job->number != self->n_asked || self->session == NULL)
    return;
  gtk_spinner_stop (self->spinner);
  import = g_task_propagate_pointer (G_TASK (result), &error);
  if (import == NULL)
    {
      show_nothing (self, error->message);
      return;
    }
  self->import = import;
  show_import (self);
}

/* The file, when there is one, else what is pasted. */
static void
preview (SkhImportWindow *self, const char *text)
{
  Job *job;
  g_autoptr (GTask) task = task_new (self, &job, on_previewed);

  forget_import (self);
  job->text = g_strdup (text);
  job->path = g_strdup (self->path);
  job->sheet = g_strdup (skh_sheet_choice_get (self->sheet));
  g_task_run_in_thread (task, run_preview);
}

static void
set_path (SkhImportWindow *self, const char *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_label_set_text (self->file_name, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->file_name), name != NULL);
  skh_sheet_choice_set_file (self->sheet, path);
}

static gboolean
preview_text (gpointer user_data)
{
  SkhImportWindow *self = user_data;
  g_autofree char *text = NULL;

  self->preview_source = 0;
  set_path (self, NULL);
  g_object_get (gtk_text_view_get_buffer (self->text), "text", &text, NULL);
  if (*g_strstrip (text) == '\0')
    show_nothing (self, _ ("Nothing is pasted yet."));
  else
    preview (self, text);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (SkhImportWindow *self)
{
  if (self->preview_source == 0)
    self->preview_source = g_timeout_add (PREVIEW_DELAY_MS, preview_text, self);
}

static void
on_list_chosen (const char *path, gpointer user_data)
{
  SkhImportWindow *self = user_data;

  set_path (self, path);
  preview (self, NULL);
}

static void
on_choose_clicked (SkhImportWindow *self)
{
  skh_file_choice_open_list (GTK_WINDOW (self), on_list_chosen, self);
}

static void
on_sheet_chosen (SkhImportWindow *self)
{
  preview (self, NULL);
}

/* — Taking it in — */

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SkhImportWindow *self = SKH_IMPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->session == NULL)
    return;
  gtk_spinner_stop (self->spinner);
  if (!done)
    {
      show_nothing (self, error->message);
      return;
    }
  skh_session_report_saved (self->session);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_take_in_clicked (SkhImportWindow *self)
{
  Job *job;
  g_autoptr (GTask) task = NULL;

  if (self->import == NULL || !skh_session_is_writable (self->session))
    return;
  task = task_new (self, &job, on_applied);
  job->import = g_steal_pointer (&self->import);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in), FALSE);
  g_task_run_in_thread (task, run_apply);
}

/* — Life — */

static void
skh_import_window_dispose (GObject *object)
{
  SkhImportWindow *self = SKH_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  if (self->import != NULL)
    self->kind->free (g_steal_pointer (&self->import));
  g_clear_pointer (&self->register_id, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->workbook);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_import_window_parent_class)->dispose (object);
}

static void
skh_import_window_class_init (SkhImportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_import_window_dispose;
  g_type_ensure (SKH_TYPE_IMPORT_PREVIEW);
  g_type_ensure (SKH_TYPE_SHEET_CHOICE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/imports/skh-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhImportWindow, help);
  gtk_widget_class_bind_template_child (widget_class, SkhImportWindow, file_name);
  gtk_widget_class_bind_template_child (widget_class, SkhImportWindow, text);
  gtk_widget_class_bind_template_child (widget_class, SkhImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, SkhImportWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, SkhImportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SkhImportWindow, take_in);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_take_in_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
skh_import_window_init (SkhImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed",
                            G_CALLBACK (on_text_changed), self);
  skh_import_preview_show_message (self->preview, _ ("Nothing is pasted yet."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in), FALSE);
}

/**
 * skh_import_window_new:
 * @session: has a workbook
 * @kind: lives as long as the program
 * @register_id: (nullable): the register that the list goes into
 * @help: how the list is made, and the columns that are known
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_import_window_new (GtkWindow *parent,
                       SkhSession *session,
                       const SkhImportKind *kind,
                       const char *register_id,
                       const char *title,
                       const char *help)
{
  SkhImportWindow *self = g_object_new (SKH_TYPE_IMPORT_WINDOW, "transient-for", parent,
                                        "title", title, NULL);

  self->kind = kind;
  self->session = g_object_ref (session);
  self->workbook = g_object_ref (skh_session_get_workbook (session));
  self->register_id = g_strdup (register_id);
  gtk_label_set_label (self->help, help);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return GTK_WINDOW (self);
}
