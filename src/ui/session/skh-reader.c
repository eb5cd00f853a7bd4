/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-reader.h"

struct _SkhReader
{
  GObject parent_instance;

  /* owned */
  SkhSession *session;
  SkhWorkbook *workbook; /* that is followed */

  const SkhReading *reading; /* static */
  gpointer owner;            /* borrowed; NULL when stopped */
  guint n_asked;
};

G_DEFINE_FINAL_TYPE (SkhReader, skh_reader, G_TYPE_OBJECT)

typedef struct
{
  SkhReader *reader;
  guint number;
  gpointer answer;
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  call->reader->reading->free_answer (call->answer);
  g_object_unref (call->reader);
  g_free (call);
}

static gboolean
run_call (SkhDatabase *db, gpointer data, GError **error)
{
  Call *call = data;

  return call->reader->reading->read (db, call->answer, error);
}

static void
tell_failed (SkhReader *self, const GError *error)
{
  if (self->reading->fail != NULL)
    self->reading->fail (self->owner, error);
  else
    skh_session_report_fault (self->session, error->message);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gpointer data;
  gboolean done = skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, &error);
  Call *call = data;
  SkhReader *self = call->reader;

  if (call->number != self->n_asked)
    return;
  if (done)
    self->reading->show (self->owner, call->answer);
  else
    tell_failed (self, error);
}

/* Reads anew: what is asked for has changed, though the workbook has not. */
void
skh_reader_read (SkhReader *self)
{
  gpointer answer = self->workbook != NULL ? self->reading->ask (self->owner) : NULL;
  Call *call;

  if (answer == NULL)
    return;
  call = g_new (Call, 1);
  *call = (Call){ g_object_ref (self), ++self->n_asked, answer };
  skh_workbook_run_async (self->workbook, run_call, call, call_free, NULL, on_read, NULL);
}

static void
leave_workbook (SkhReader *self)
{
  self->n_asked++;
  if (self->workbook == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->workbook, self);
  g_clear_object (&self->workbook);
}

static void
follow_workbook (SkhReader *self)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  gboolean had_one = self->workbook != NULL;

  if (workbook == self->workbook)
    return;
  leave_workbook (self);
  if (had_one && self->reading->leave != NULL)
    self->reading->leave (self->owner);
  if (workbook == NULL)
    return;
  self->workbook = g_object_ref (workbook);
  g_signal_connect_swapped (workbook, "changed", G_CALLBACK (skh_reader_read), self);
  skh_reader_read (self);
}

static void
skh_reader_dispose (GObject *object)
{
  SkhReader *self = SKH_READER (object);

  leave_workbook (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_reader_parent_class)->dispose (object);
}

static void
skh_reader_class_init (SkhReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_reader_dispose;
}

static void
skh_reader_init (SkhReader *self)
{
}

/**
 * skh_reader_new:
 * @reading: static
 * @owner: (not nullable): borrowed; it frees the reader before it goes
 *
 * Returns: (transfer full): a reader that has asked already, if there is a workbook. Free
 * with skh_reader_free()
 */
SkhReader *
skh_reader_new (SkhSession *session, const SkhReading *reading, gpointer owner)
{
  SkhReader *self = g_object_new (SKH_TYPE_READER, NULL);

  self->session = g_object_ref (session);
  self->reading = reading;
  self->owner = owner;
  g_signal_connect_swapped (session, "opened", G_CALLBACK (follow_workbook), self);
  follow_workbook (self);
  return self;
}

/* Nothing is asked or shown from now on; what is under way is dropped when it ends. */
void
skh_reader_free (SkhReader *self)
{
  leave_workbook (self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  self->owner = NULL;
  g_object_unref (self);
}
