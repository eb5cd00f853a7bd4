/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-task-call.h"

#include "skh-stores.h"

#include <glib/gi18n-lib.h>

/* — Reading — */

SkhTaskReading *
skh_task_reading_new (gint64 id, gint64 plan_id, int year, const char *section)
{
  SkhTaskReading *self = g_new0 (SkhTaskReading, 1);

  self->id = id;
  self->plan_id = plan_id;
  self->year = year;
  self->section = g_strdup (section);
  return self;
}

void
skh_task_reading_free (gpointer data)
{
  SkhTaskReading *self = data;

  g_clear_pointer (&self->record, skh_task_record_free);
  g_clear_pointer (&self->due_days, g_array_unref);
  g_free ((char *)self->section);
  g_free (self);
}

/* A new task has the next number of its plan. */
static SkhTaskRecord *
make_record (SkhDatabase *db, SkhTaskReading *self, GError **error)
{
  g_autofree char *no = skh_task_store_suggest_no (db, self->plan_id, NULL, error);
  SkhTaskRecord *record;

  if (no == NULL)
    return NULL;
  record = skh_task_record_new (self->plan_id, self->year);
  record->task->no = skh_plan_draft_string (record->owner, no);
  if (self->section != NULL)
    record->task->section = skh_plan_draft_string (record->owner, self->section);
  return record;
}

gboolean
skh_task_reading_run (SkhDatabase *db, gpointer data, GError **error)
{
  SkhTaskReading *self = data;

  self->record = self->id != 0 ? skh_task_store_load (db, self->id, error)
                               : make_record (db, self, error);
  if (self->record == NULL)
    return FALSE;
  self->due_days = self->id != 0 ? skh_task_store_list_due_days (db, self->id, error)
                                 : g_array_new (FALSE, FALSE, sizeof (SkhDueDay));
  return self->due_days != NULL;
}

/* — Writing — */

/* Takes both. */
SkhTaskWriting *
skh_task_writing_new (SkhTaskRecord *record, GArray *due_days)
{
  SkhTaskWriting *self = g_new0 (SkhTaskWriting, 1);

  self->record = record;
  self->due_days = due_days;
  return self;
}

void
skh_task_writing_free (gpointer data)
{
  SkhTaskWriting *self = data;

  skh_task_record_free (self->record);
  g_array_unref (self->due_days);
  g_free (self);
}

static gboolean
put_due_days (SkhDatabase *db, SkhTaskWriting *self, GError **error)
{
  for (guint i = 0; i < self->due_days->len; i++)
    {
      const SkhDueDay *due = &g_array_index (self->due_days, SkhDueDay, i);

      if (!skh_task_store_set_due_day (db, self->record->id, due->period, due->day,
                                       error))
        return FALSE;
    }
  return TRUE;
}

/* The task and the days that were entered for it are one act. */
static gboolean
put_with_due_days (SkhDatabase *db, SkhTaskWriting *self, GError **error)
{
  const SkhTaskDraft *task = self->record->task;
  g_autofree char *label = g_strdup_printf (_ ("Task and its days: %s"),
                                            task->short_title != NULL ? task->short_title
                                            : task->title != NULL     ? task->title
                                                                      : task->no);

  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (skh_task_store_put (db, self->record, &self->fault, error)
      && put_due_days (db, self, error))
    return skh_act_end (db, error);

  skh_act_cancel (db);
  return FALSE;
}

gboolean
skh_task_writing_run (SkhDatabase *db, gpointer data, GError **error)
{
  SkhTaskWriting *self = data;

  self->fault = NULL;
  return self->due_days->len > 0
           ? put_with_due_days (db, self, error)
           : skh_task_store_put (db, self->record, &self->fault, error);
}
