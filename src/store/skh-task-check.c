/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a record can be a task of its plan: each field in turn, and the first that
   can't is named. */
#include "skh-task-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kinds whose day stands in the plan's own words. */
gboolean
skh_task_kind_needs_day (SkhDeadlineKind kind)
{
  return skh_deadline_kind_is_dated (kind) && !skh_deadline_kind_is_periodic (kind)
         && !skh_deadline_kind_awaits_day (kind);
}

/* By another task than task_id. */
gboolean
skh_task_is_no_taken (SkhDatabase *db, gint64 plan_id, gint64 task_id, const char *no)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "SELECT 1 FROM task WHERE plan_id = ?1 AND no = ?2 AND id <> ?3",
                         NULL);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, plan_id);
  skh_statement_bind_text (row, 2, no);
  skh_statement_bind_int (row, 3, task_id);
  return skh_statement_step (row, NULL);
}

typedef struct
{
  SkhDatabase *db;
  const SkhTaskRecord *record;
  const char **fault;
  GError **error;
} Check;

static gboolean
check_names (const Check *self)
{
  const SkhTaskRecord *record = self->record;

  if (skh_edit_is_blank (record->task->no))
    return skh_edit_refuse (self->fault, "no", self->error,
                            _ ("A task needs a number; enter one."));
  if (skh_task_is_no_taken (self->db, record->plan_id, record->id, record->task->no))
    return skh_edit_refuse (
      self->fault, "no", self->error,
      _ ("Another task of the plan has the number “%s”; choose another."),
      record->task->no);
  if (skh_edit_is_blank (record->task->title))
    return skh_edit_refuse (self->fault, "title", self->error,
                            _ ("A task needs its text; enter what is to be done."));
  return TRUE;
}

static gboolean
check_parties (const Check *self, const char *field, const char *const *codes)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      if (skh_edit_find_unit (self->db, codes[i]) == 0
          && skh_edit_find_group (self->db, codes[i]) == 0)
        return skh_edit_refuse (
          self->fault, field, self->error,
          _ ("There is no unit or group “%s” in the plan. Correct the code."), codes[i]);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (codes[i], codes[j]))
          return skh_edit_refuse (self->fault, field, self->error,
                                  _ ("“%s” is named twice; once is enough."), codes[i]);
    }
  return TRUE;
}

static gboolean
check_leads (const Check *self)
{
  const SkhTaskDraft *task = self->record->task;

  if (task->lead == NULL || task->lead[0] == NULL)
    return skh_edit_refuse (self->fault, "lead", self->error,
                            _ ("Somebody must lead the task; choose a unit or a group."));
  return check_parties (self, "lead", task->lead)
         && check_parties (self, "with", task->with)
         && check_parties (self, "via", task->via);
}

/* A plan's last reports fall due early in the next year; what is further away is a slip
   of the pen. */
static gboolean
check_day (const Check *self, const char *field, SkhDate day)
{
  int year = self->record->owner->year;

  if (day == SKH_DATE_NONE
      || (skh_date_get_year (day) >= year - 1 && skh_date_get_year (day) <= year + 1))
    return TRUE;
  return skh_edit_refuse (self->fault, field, self->error,
                          _ ("The day is in %d, and the plan is that of %d; correct the "
                             "year."),
                          skh_date_get_year (day), year);
}

static gboolean
check_deadline (const Check *self)
{
  const SkhTaskDraft *task = self->record->task;
  const SkhDeadline *deadline = &task->deadline;

  if (deadline->kind != SKH_DEADLINE_UNSPECIFIED && skh_edit_is_blank (task->wording))
    return skh_edit_refuse (self->fault, "wording", self->error,
                            _ ("Enter the deadline in the plan's own words."));
  if (deadline->kind == SKH_DEADLINE_RELATIVE && skh_edit_is_blank (task->event))
    return skh_edit_refuse (self->fault, "event", self->error,
                            _ ("Enter what the deadline waits for."));
  if (!skh_task_kind_needs_day (deadline->kind))
    return TRUE;
  if (deadline->last_day == SKH_DATE_NONE)
    return skh_edit_refuse (self->fault, "last_day", self->error,
                            _ ("This deadline needs its last day; enter it."));
  if (deadline->first_day != SKH_DATE_NONE && deadline->first_day > deadline->last_day)
    return skh_edit_refuse (
      self->fault, "first_day", self->error,
      _ ("The first day is after the last day; correct one of the two."));
  return check_day (self, "first_day", deadline->first_day)
         && check_day (self, "last_day", deadline->last_day);
}

/* What sources of report columns and the command line can name. */
static gboolean
is_key (const char *text)
{
  return text != NULL && g_ascii_islower (*text)
         && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static gboolean
check_measure (const Check *self, guint i)
{
  GArray *measures = self->record->task->measures;
  const SkhMeasureDraft *measure = &g_array_index (measures, SkhMeasureDraft, i);

  if (!is_key (measure->key))
    return skh_edit_refuse (self->fault, "measures", self->error,
                            _ ("“%s” is no key for a figure; use small letters a-z, "
                               "digits and _ only."),
                            measure->key != NULL ? measure->key : "");
  if (skh_edit_is_blank (measure->title))
    return skh_edit_refuse (self->fault, "measures", self->error,
                            _ ("A figure needs a name; enter one."));
  for (guint j = 0; j < i; j++)
    if (g_str_equal (g_array_index (measures, SkhMeasureDraft, j).key, measure->key))
      return skh_edit_refuse (self->fault, "measures", self->error,
                              _ ("The figure “%s” is there twice; take one out."),
                              measure->title);
  return TRUE;
}

gboolean
skh_task_check (SkhDatabase *db,
                const SkhTaskRecord *record,
                const char **fault,
                GError **error)
{
  Check check = { db, record, fault, error };
  const Check *self = &check;
  GArray *measures = record->task->measures;

  if (!check_names (self) || !check_leads (self) || !check_deadline (self))
    return FALSE;
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (!check_measure (self, i))
      return FALSE;
  return TRUE;
}
