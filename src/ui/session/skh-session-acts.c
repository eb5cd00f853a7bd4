/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-session-private.h"

/* What is done to the workbook, and what is told of it. */

typedef struct
{
  SkhSession *session;
  char *label;
} Edit;

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->session);
  g_free (edit->label);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static void
on_edited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;

  if (skh_workbook_edit_finish (SKH_WORKBOOK (source), result, &error))
    g_signal_emit (edit->session, skh_session_signals[SKH_SESSION_SAVED], 0, edit->label);
  else
    skh_session_report_fault (edit->session, error->message);
}

static void
tell_stepped (SkhSession *self, guint signal, const char *label, const GError *error)
{
  if (label != NULL)
    g_signal_emit (self, skh_session_signals[signal], 0, label);
  else
    skh_session_report_fault (self, error->message);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label
    = skh_workbook_undo_finish (SKH_WORKBOOK (source), result, &error);

  tell_stepped (self, SKH_SESSION_UNDONE, label, error);
}

static void
on_redone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label
    = skh_workbook_redo_finish (SKH_WORKBOOK (source), result, &error);

  tell_stepped (self, SKH_SESSION_REDONE, label, error);
}

typedef struct
{
  SkhSession *session;
  SkhWorkbookFunc func;
  gpointer edit;
  GDestroyNotify destroy;
  SkhSessionAppliedFunc applied;
  GObject *owner;
} Application;

static void
application_free (Application *application)
{
  if (application->destroy != NULL)
    application->destroy (application->edit);
  g_clear_object (&application->owner);
  g_object_unref (application->session);
  g_free (application);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Application, application_free)

static gboolean
run_application (SkhDatabase *db, gpointer data, GError **error)
{
  Application *application = data;

  return application->func (db, application->edit, error);
}

/* The newest act's own label is what undo would say. */
static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Application) application = user_data;
  g_autoptr (GError) error = NULL;
  SkhSession *self = application->session;
  gboolean done = skh_workbook_run_finish (SKH_WORKBOOK (source), result, NULL, &error);
  const char *label = skh_workbook_get_undo_label (SKH_WORKBOOK (source));

  if (application->applied != NULL)
    application->applied (self, application->edit, error, application->owner);
  else if (!done)
    skh_session_report_fault (self, error->message);
  if (done && label != NULL)
    g_signal_emit (self, skh_session_signals[SKH_SESSION_SAVED], 0, label);
}

/* edit is destroyed on this thread, after applied. */
void
skh_session_apply (SkhSession *self,
                   SkhWorkbookFunc func,
                   gpointer edit,
                   GDestroyNotify destroy,
                   SkhSessionAppliedFunc applied,
                   gpointer owner)
{
  Application *application = g_new0 (Application, 1);

  application->session = g_object_ref (self);
  application->func = func;
  application->edit = edit;
  application->destroy = destroy;
  application->applied = applied;
  application->owner = owner != NULL ? g_object_ref (owner) : NULL;
  if (skh_session_is_writable (self))
    skh_workbook_run_async (self->workbook, run_application, application, NULL, NULL,
                            on_applied, application);
  else
    application_free (application);
}

/* One act over all edits, copied; `saved` or `fault` tells the end. */
void
skh_session_edit (SkhSession *self,
                  const char *label,
                  const SkhAssignmentEdit *edits,
                  guint n_edits)
{
  Edit *edit;

  if (self->workbook == NULL || n_edits == 0)
    return;
  edit = g_new (Edit, 1);
  edit->session = g_object_ref (self);
  edit->label = g_strdup (label);
  skh_workbook_edit_async (self->workbook, label, edits, n_edits, NULL, on_edited, edit);
}

void
skh_session_undo (SkhSession *self)
{
  if (skh_session_is_writable (self))
    skh_workbook_undo_async (self->workbook, NULL, on_undone, g_object_ref (self));
}

void
skh_session_redo (SkhSession *self)
{
  if (skh_session_is_writable (self))
    skh_workbook_redo_async (self->workbook, NULL, on_redone, g_object_ref (self));
}

/* Tells the user one sentence: what happened, to what, what to do. */
void
skh_session_report_fault (SkhSession *self, const char *message)
{
  g_signal_emit (self, skh_session_signals[SKH_SESSION_FAULT], 0, message);
}

void
skh_session_tell (SkhSession *self, const char *text)
{
  g_signal_emit (self, skh_session_signals[SKH_SESSION_TOLD], 0, text);
}

/* Tells of the newest act, by its own label. */
void
skh_session_report_saved (SkhSession *self)
{
  const char *label
    = self->workbook != NULL ? skh_workbook_get_undo_label (self->workbook) : NULL;

  if (label != NULL)
    g_signal_emit (self, skh_session_signals[SKH_SESSION_SAVED], 0, label);
}

/* Tells that a file for other programs was written. */
void
skh_session_report_exported (SkhSession *self, const char *path)
{
  g_signal_emit (self, skh_session_signals[SKH_SESSION_EXPORTED], 0, path);
}
