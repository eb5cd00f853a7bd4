/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-workbook.h"

#include "skh-stores.h"
#include "skh-worker.h"

#include <glib/gi18n-lib.h>

/* What undo and redo would do, as of the last change. */
typedef struct
{
  char *undo, *redo;
  gint64 saved_at;
} Labels;

struct _SkhWorkbook
{
  GObject parent_instance;

  SkhWorker *worker;
  GMainContext *context;
  char *path;
  char *read_only_reason;
  Labels labels;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhWorkbook, skh_workbook, G_TYPE_OBJECT)

/* — Waiting for the worker — */

typedef struct
{
  SkhWorkbookFunc func;
  gpointer user_data;
  GError *error;
  gboolean ok, done, changed;
  Labels labels;
  GMutex mutex;
  GCond cond;
} SyncCall;

static void
labels_clear (Labels *labels)
{
  g_clear_pointer (&labels->undo, g_free);
  g_clear_pointer (&labels->redo, g_free);
}

/* TRUE when the workbook changed, and then labels are those of now. */
static gboolean
take_change (SkhDatabase *db, Labels *labels)
{
  return db != NULL && skh_database_take_changed (db)
         && skh_act_get_labels (db, &labels->undo, &labels->redo, &labels->saved_at,
                                NULL);
}

static void
run_sync_call (SkhWorker *worker, gpointer data)
{
  SyncCall *call = data;

  g_mutex_lock (&call->mutex);
  call->ok = call->func (worker->opening.db, call->user_data, &call->error);
  call->changed = take_change (worker->opening.db, &call->labels);
  call->done = TRUE;
  g_cond_signal (&call->cond);
  g_mutex_unlock (&call->mutex);
}

static void
wait_for (SyncCall *call)
{
  g_mutex_lock (&call->mutex);
  while (!call->done)
    g_cond_wait (&call->cond, &call->mutex);
  g_mutex_unlock (&call->mutex);
  g_mutex_clear (&call->mutex);
  g_cond_clear (&call->cond);
}

static void
tell_changed (SkhWorkbook *self, Labels *labels)
{
  labels_clear (&self->labels);
  self->labels = *labels;
  *labels = (Labels){ 0 };
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * skh_workbook_run:
 *
 * Runs @func on the database thread and waits for it. When it changed the workbook,
 * `changed` is emitted before this returns.
 */
gboolean
skh_workbook_run (SkhWorkbook *self,
                  SkhWorkbookFunc func,
                  gpointer user_data,
                  GError **error)
{
  SyncCall call = { .func = func, .user_data = user_data };

  g_return_val_if_fail (self->worker != NULL, FALSE);
  g_mutex_init (&call.mutex);
  g_cond_init (&call.cond);
  skh_worker_push (self->worker, run_sync_call, &call);
  wait_for (&call);

  if (call.changed)
    tell_changed (self, &call.labels);
  if (call.error != NULL)
    g_propagate_error (error, call.error);
  return call.ok;
}

/* — Not waiting — */

typedef struct
{
  SkhWorkbookFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
} AsyncCall;

static void
async_call_free (gpointer data)
{
  AsyncCall *call = data;

  if (call->destroy != NULL)
    call->destroy (call->user_data);
  g_free (call);
}

typedef struct
{
  SkhWorkbook *workbook;
  Labels labels;
} Change;

static gboolean
on_change_idle (gpointer data)
{
  Change *change = data;

  tell_changed (change->workbook, &change->labels);
  return G_SOURCE_REMOVE;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->workbook);
  labels_clear (&change->labels);
  g_free (change);
}

/* Queued before the call's own result, so that `changed` comes first. */
static void
post_change (SkhWorkbook *self, Labels *labels)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Change *change = g_new0 (Change, 1);

  change->workbook = g_object_ref (self);
  change->labels = *labels;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_change_idle, change, change_free);
  g_source_attach (source, self->context);
}

static void
run_async_call (SkhWorker *worker, gpointer data)
{
  g_autoptr (GTask) task = data;
  AsyncCall *call = g_task_get_task_data (task);
  GError *error = NULL;
  Labels labels = { 0 };
  gboolean ok;

  if (g_task_return_error_if_cancelled (task))
    return;
  ok = call->func (worker->opening.db, call->user_data, &error);
  if (take_change (worker->opening.db, &labels))
    post_change (g_task_get_source_object (task), &labels);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
skh_workbook_run_async (SkhWorkbook *self,
                        SkhWorkbookFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer callback_data)
{
  GTask *task = g_task_new (self, cancellable, callback, callback_data);
  AsyncCall *call = g_new0 (AsyncCall, 1);

  g_return_if_fail (self->worker != NULL);
  call->func = func;
  call->user_data = user_data;
  call->destroy = destroy;
  g_task_set_source_tag (task, skh_workbook_run_async);
  g_task_set_task_data (task, call, async_call_free);
  skh_worker_push (self->worker, run_async_call, task);
}

gboolean
skh_workbook_run_finish (SkhWorkbook *self,
                         GAsyncResult *result,
                         gpointer *user_data,
                         GError **error)
{
  GTask *task = G_TASK (result);

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (user_data != NULL)
    *user_data = ((AsyncCall *)g_task_get_task_data (task))->user_data;
  return g_task_propagate_boolean (task, error);
}

/* — Opening and closing — */

typedef struct
{
  char *path;
  SkhWorkbookOpenMode mode;
  gboolean create;
  SkhWorker *worker;
  Labels labels;
} OpenCall;

static void
open_call_free (gpointer data)
{
  OpenCall *call = data;

  labels_clear (&call->labels);
  g_free (call->path);
  g_free (call);
}

/* On the worker's thread, before any other job. */
static gboolean
open_on_worker (SkhDatabase *no_db, gpointer data, GError **error)
{
  OpenCall *call = data;
  SkhOpening *opening = &call->worker->opening;
  gboolean ok = call->create ? skh_opening_create (opening, call->path, error)
                             : skh_opening_open (opening, call->path, call->mode, error);

  return ok
         && skh_act_get_labels (opening->db, &call->labels.undo, &call->labels.redo,
                                &call->labels.saved_at, error);
}

static OpenCall *
open_call_new (SkhWorkbook *self, const char *path, SkhWorkbookOpenMode mode)
{
  OpenCall *call = g_new0 (OpenCall, 1);

  call->path = g_strdup (path);
  call->mode = mode;
  call->worker = self->worker;
  return call;
}

static SkhWorkbook *
workbook_new (const char *path)
{
  SkhWorkbook *self = g_object_new (SKH_TYPE_WORKBOOK, NULL);

  self->path = g_strdup (path);
  self->worker = skh_worker_new ();
  return self;
}

static void
take_opening (SkhWorkbook *self, OpenCall *call)
{
  self->labels = call->labels;
  call->labels = (Labels){ 0 };
  self->read_only_reason = g_strdup (self->worker->opening.read_only_reason);
  if (self->read_only_reason == NULL && self->worker->opening.lock == NULL)
    self->read_only_reason = g_strdup (_ ("This workbook was opened to be read only."));
}

static SkhWorkbook *
open_sync (const char *path, SkhWorkbookOpenMode mode, gboolean create, GError **error)
{
  g_autoptr (SkhWorkbook) self = workbook_new (path);
  OpenCall *call = open_call_new (self, path, mode);
  gboolean ok;

  call->create = create;
  ok = skh_workbook_run (self, open_on_worker, call, error);
  if (ok)
    take_opening (self, call);
  open_call_free (call);
  return ok ? g_steal_pointer (&self) : NULL;
}

/**
 * skh_workbook_open:
 *
 * Opens the file at @path, which is only read until the first act. Errors: every code of
 * #SkhStoreError that concerns files, each with its own message.
 */
SkhWorkbook *
skh_workbook_open (const char *path, SkhWorkbookOpenMode mode, GError **error)
{
  return open_sync (path, mode, FALSE, error);
}

/**
 * skh_workbook_create:
 *
 * Makes a new, empty workbook, open for writing. %SKH_STORE_ERROR_EXISTS when there is a
 * file of that name, which is left as it is.
 */
SkhWorkbook *
skh_workbook_create (const char *path, GError **error)
{
  return open_sync (path, SKH_WORKBOOK_OPEN_WRITE, TRUE, error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SkhWorkbook *self = SKH_WORKBOOK (source);
  gpointer call;
  GError *error = NULL;

  if (!skh_workbook_run_finish (self, result, &call, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  take_opening (self, call);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

void
skh_workbook_open_async (const char *path,
                         SkhWorkbookOpenMode mode,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (SkhWorkbook) self = workbook_new (path);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, skh_workbook_open_async);
  skh_workbook_run_async (self, open_on_worker, open_call_new (self, path, mode),
                          open_call_free, cancellable, on_opened, task);
}

SkhWorkbook *
skh_workbook_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * skh_workbook_close:
 *
 * Waits for what is under way, closes the file and gives its lock back. Nothing may be
 * run afterwards.
 */
void
skh_workbook_close (SkhWorkbook *self)
{
  g_clear_pointer (&self->worker, skh_worker_quit);
}

const char *
skh_workbook_get_path (SkhWorkbook *self)
{
  return self->path;
}

char *
skh_workbook_dup_display_name (SkhWorkbook *self)
{
  return g_filename_display_basename (self->path);
}

gboolean
skh_workbook_is_read_only (SkhWorkbook *self)
{
  return self->read_only_reason != NULL;
}

const char *
skh_workbook_get_read_only_reason (SkhWorkbook *self)
{
  return self->read_only_reason;
}

const char *
skh_workbook_get_undo_label (SkhWorkbook *self)
{
  return self->labels.undo;
}

const char *
skh_workbook_get_redo_label (SkhWorkbook *self)
{
  return self->labels.redo;
}

gint64
skh_workbook_get_saved_at (SkhWorkbook *self)
{
  return self->labels.saved_at;
}

static void
skh_workbook_dispose (GObject *object)
{
  skh_workbook_close (SKH_WORKBOOK (object));
  G_OBJECT_CLASS (skh_workbook_parent_class)->dispose (object);
}

static void
skh_workbook_finalize (GObject *object)
{
  SkhWorkbook *self = SKH_WORKBOOK (object);

  g_main_context_unref (self->context);
  labels_clear (&self->labels);
  g_free (self->path);
  g_free (self->read_only_reason);
  G_OBJECT_CLASS (skh_workbook_parent_class)->finalize (object);
}

static void
skh_workbook_class_init (SkhWorkbookClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = skh_workbook_dispose;
  object_class->finalize = skh_workbook_finalize;

  signals[CHANGED] = g_signal_new ("changed", SKH_TYPE_WORKBOOK, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_workbook_init (SkhWorkbook *self)
{
  self->context = g_main_context_ref_thread_default ();
}
