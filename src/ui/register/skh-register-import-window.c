/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-register-import-window.h"

#include "skh-file-choice.h"
#include "skh-import-preview.h"
#include "skh-register-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SkhRegisterImportWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkLabel *help;
  GtkTextView *text;
  SkhImportPreview *preview;
  GtkSpinner *spinner;
  GtkButton *take_in;

  SkhSession *session;
  SkhWorkbook *workbook;
  SkhRegister *reg;
  SkhRegisterImport
    *import; /* of what is shown; NULL: nothing to take in, or under way */
  guint n_asked;
  guint preview_source;
};

/* Typing settles before the list is read again. */
#define PREVIEW_DELAY_MS 250
/* Enough to see that the right columns were understood. */
#define SHOWN_CHANGES 200

G_DEFINE_FINAL_TYPE (SkhRegisterImportWindow, skh_register_import_window, ADW_TYPE_WINDOW)

/* — A list is read, and taken in, on a thread of its own: it may be a long one — */

typedef struct
{
  SkhWorkbook *workbook;
  char *register_id;
  int year;
  char *text, *path; /* one of them */
  guint number;
  SkhRegisterImport *import; /* to apply */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->workbook);
  g_clear_pointer (&job->import, skh_register_import_free);
  g_free (job->register_id);
  g_free (job->text);
  g_free (job->path);
  g_free (job);
}

static gboolean
add_text (const Job *job, SkhRegisterImport *import, GError **error)
{
  g_autoptr (SkhListSource) source
    = skh_list_source_read_text (job->text, strlen (job->text), _ ("pasted list"), error);

  return source != NULL && skh_register_import_add_source (import, source, error);
}

static SkhRegisterImport *
read_import (const Job *job, GError **error)
{
  g_autoptr (SkhRegisterImport) import
    = skh_register_import_new (job->workbook, job->register_id, job->year, error);

  if (import == NULL
      || !(job->path != NULL
             ? skh_register_import_add_file (import, job->path, NULL, error)
             : add_text (job, import, error))
      || !skh_register_import_preview (import, error))
    return NULL;
  return g_steal_pointer (&import);
}

static void
run_preview (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SkhRegisterImport *import = read_import (data, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify)skh_register_import_free);
  else
    g_task_return_error (task, error);
}

static void
run_apply (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (skh_register_import_apply (((Job *)data)->import, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static int
get_year (SkhRegisterImportWindow *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  return ledger != NULL ? skh_ledger_get_plan (ledger)->year
                        : skh_date_get_year (skh_session_get_on (self->session));
}

static GTask *
task_new (SkhRegisterImportWindow *self, Job **job, GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (self, NULL, callback, NULL);

  *job = g_new0 (Job, 1);
  (*job)->workbook = g_object_ref (self->workbook);
  (*job)->register_id = g_strdup (skh_register_get_id (self->reg));
  (*job)->year = get_year (self);
  (*job)->number = ++self->n_asked;
  g_task_set_task_data (task, *job, job_free);
  gtk_spinner_start (self->spinner);
  return task;
}

/* — What would become of it — */

static void
show_nothing (SkhRegisterImportWindow *self, const char *message)
{
  g_clear_pointer (&self->import, skh_register_import_free);
  skh_import_preview_show_message (self->preview, message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in), FALSE);
}

static void
show_changes (SkhRegisterImportWindow *self, SkhImportOutcome outcome)
{
  g_autoptr (GPtrArray) changes
    = skh_register_import_list_changes (self->import, outcome, SHOWN_CHANGES);

  skh_import_preview_add_changes (
    self->preview, outcome, changes,
    skh_register_import_get_result (self->import)->counts[outcome]);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SkhRegisterImportWindow *self = SKH_REGISTER_IMPORT_WINDOW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhRegisterImport) import
    = g_task_propagate_pointer (G_TASK (result), &error);
  const SkhImportResult *found;

  if (job->number != self->n_asked || self->session == NULL)
    return;
  gtk_spinner_stop (self->spinner);
  if (import == NULL)
    {
      show_nothing (self, error->message);
      return;
    }
  self->import = g_steal_pointer (&import);
  found = skh_register_import_get_result (self->import);
  skh_import_preview_show_result (self->preview, found);
  show_changes (self, SKH_IMPORT_CHANGED);
  show_changes (self, SKH_IMPORT_ADDED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in),
                            skh_import_result_has_work (found));
}

static void
preview (SkhRegisterImportWindow *self, const char *text, const char *path)
{
  Job *job;
  g_autoptr (GTask) task = task_new (self, &job, on_previewed);

  g_clear_pointer (&self->import, skh_register_import_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_in), FALSE);
  job->text = g_strdup (text);
  job->path = g_strdup (path);
  g_task_run_in_thread (task, run_preview);
}

static gboolean
preview_text (gpointer user_data)
{
  SkhRegisterImportWindow *self = user_data;
  g_autofree char *text = NULL;

  self->preview_source = 0;
  g_object_get (gtk_text_view_get_buffer (self->text), "text", &text, NULL);
  if (*g_strstrip (text) == '\0')
    show_nothing (self, _ ("Nothing is pasted yet."));
  else
    preview (self, text, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (SkhRegisterImportWindow *self)
{
  if (self->preview_source == 0)
    self->preview_source = g_timeout_add (PREVIEW_DELAY_MS, preview_text, self);
}

static void
on_list_chosen (const char *path, gpointer user_data)
{
  preview (user_data, NULL, path);
}

static void
on_choose_clicked (SkhRegisterImportWindow *self)
{
  skh_file_choice_open_list (GTK_WINDOW (self), on_list_chosen, self);
}

/* — Taking it in — */

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SkhRegisterImportWindow *self = SKH_REGISTER_IMPORT_WINDOW (source);
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
on_take_in_clicked (SkhRegisterImportWindow *self)
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
skh_register_import_window_dispose (GObject *object)
{
  SkhRegisterImportWindow *self = SKH_REGISTER_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_pointer (&self->import, skh_register_import_free);
  g_clear_pointer (&self->reg, skh_register_unref);
  g_clear_object (&self->workbook);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_register_import_window_parent_class)->dispose (object);
}

static void
skh_register_import_window_class_init (SkhRegisterImportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_register_import_window_dispose;
  g_type_ensure (SKH_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class,
    "/io/github/sokehoach/SoKeHoach/ui/register/skh-register-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhRegisterImportWindow, help);
  gtk_widget_class_bind_template_child (widget_class, SkhRegisterImportWindow, text);
  gtk_widget_class_bind_template_child (widget_class, SkhRegisterImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, SkhRegisterImportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SkhRegisterImportWindow, take_in);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_take_in_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
skh_register_import_window_init (SkhRegisterImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed",
                            G_CALLBACK (on_text_changed), self);
  show_nothing (self, _ ("Nothing is pasted yet."));
}

/* The headings are the office's words, whatever the window speaks. */
static void
show_help (SkhRegisterImportWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    {
      const SkhField *field = skh_register_get_field (self->reg, i);

      if (skh_field_is_typed (field))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", field->name);
    }
  text
    = g_strdup_printf (_ ("Copy the list in Excel, with the row that names its columns, "
                          "and paste it here. Lines that are there already are "
                          "changed; nothing is removed. Columns it knows: %s."),
                       names->str);
  gtk_label_set_label (self->help, text);
}

/**
 * skh_register_import_window_new:
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_register_import_window_new (GtkWindow *parent, SkhSession *session, SkhRegister *reg)
{
  SkhRegisterImportWindow *self
    = g_object_new (SKH_TYPE_REGISTER_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *title
    = g_strdup_printf (_ ("Take In: %s"), skh_register_get_title (reg));

  self->session = g_object_ref (session);
  self->workbook = g_object_ref (skh_session_get_workbook (session));
  self->reg = skh_register_ref (reg);
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_help (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return GTK_WINDOW (self);
}
