/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tasks of a plan: read as a draft, and put back in one act. */
#include "skh-task-private.h"

#include <glib/gi18n-lib.h>

/* — Records — */

/**
 * skh_task_record_new:
 * @year: the plan's
 *
 * Returns: (transfer full): an empty task without a deadline, to be filled in
 */
SkhTaskRecord *
skh_task_record_new (gint64 plan_id, int year)
{
  SkhTaskRecord *self = g_new0 (SkhTaskRecord, 1);
  SkhTaskDraft task = { .deadline = skh_deadline_open (SKH_DEADLINE_UNSPECIFIED) };

  task.measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft));
  self->plan_id = plan_id;
  self->owner = skh_plan_draft_new ();
  self->owner->year = year;
  g_array_append_val (self->owner->tasks, task);
  self->task = &g_array_index (self->owner->tasks, SkhTaskDraft, 0);
  return self;
}

void
skh_task_record_free (SkhTaskRecord *self)
{
  skh_plan_draft_free (self->owner);
  g_free (self);
}

static gboolean
no_such_task (GError **error)
{
  return skh_edit_not_found (_ ("The task is no longer there. Nothing was changed."),
                             error);
}

static gint64
get_plan (SkhDatabase *db, gint64 task_id)
{
  return skh_edit_get_int (db, "SELECT plan_id FROM task WHERE id = ?1", task_id);
}

static int
get_year (SkhDatabase *db, gint64 plan_id)
{
  return (int)skh_edit_get_int (db, "SELECT year FROM plan WHERE id = ?1", plan_id);
}

/**
 * skh_task_store_load:
 *
 * Returns: (transfer full): the task as it is now, or %NULL with
 * %SKH_STORE_ERROR_NOT_FOUND
 */
SkhTaskRecord *
skh_task_store_load (SkhDatabase *db, gint64 task_id, GError **error)
{
  gint64 plan_id = get_plan (db, task_id);
  g_autoptr (SkhTaskRecord) self = skh_task_record_new (plan_id, get_year (db, plan_id));

  g_array_set_size (self->owner->tasks, 0);
  if (!skh_plan_read_task (db, task_id, self->owner, error))
    return NULL;
  if (self->owner->tasks->len == 0)
    {
      no_such_task (error);
      return NULL;
    }
  self->id = task_id;
  self->task = &g_array_index (self->owner->tasks, SkhTaskDraft, 0);
  return g_steal_pointer (&self);
}

/**
 * skh_task_store_list_due_days:
 *
 * Returns: (transfer full) (element-type SkhDueDay): the days entered for the task's
 * periods
 */
GArray *
skh_task_store_list_due_days (SkhDatabase *db, gint64 task_id, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db, "SELECT period, day FROM due_day WHERE task_id = ?1 ORDER BY period", error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SkhDueDay));

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, task_id);
  while (skh_statement_step (row, NULL))
    {
      SkhDueDay day
        = { skh_statement_get_period (row, 0), skh_statement_get_date (row, 1) };

      g_array_append_val (days, day);
    }
  return g_steal_pointer (&days);
}

/* — Writing — */

typedef struct
{
  SkhDatabase *db;
  const SkhTaskRecord *record;
  const char **fault;
  GError **error;
} Writing;

/* The days of periodic kinds are their plan's year; other kinds without days have none.
 */
static SkhDeadline
settle_deadline (const SkhDeadline *deadline, int year)
{
  if (skh_deadline_kind_is_periodic (deadline->kind))
    return skh_deadline_periodic (deadline->kind, year);
  return skh_task_kind_needs_day (deadline->kind) ? *deadline
                                                  : skh_deadline_open (deadline->kind);
}

typedef struct
{
  gint64 id;
  gboolean of_total;
  char *key, *title;
  gint64 n_figures;
} OldMeasure;

static void
old_measure_clear (gpointer data)
{
  OldMeasure *measure = data;

  g_free (measure->key);
  g_free (measure->title);
}

static GArray *
list_measures (SkhDatabase *db, gint64 task_id, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "SELECT id, key, title, of_total,"
                         " (SELECT count (*) FROM figure WHERE measure_id = measure.id)"
                         " FROM measure WHERE task_id = ?1",
                         error);
  GArray *measures = g_array_new (FALSE, FALSE, sizeof (OldMeasure));

  g_array_set_clear_func (measures, old_measure_clear);
  if (row != NULL)
    skh_statement_bind_int (row, 1, task_id);
  while (row != NULL && skh_statement_step (row, NULL))
    {
      OldMeasure measure = {
        .id = skh_statement_get_int (row, 0),
        .key = skh_statement_dup_text (row, 1),
        .title = skh_statement_dup_text (row, 2),
        .of_total = skh_statement_get_int (row, 3) != 0,
        .n_figures = skh_statement_get_int (row, 4),
      };

      g_array_append_val (measures, measure);
    }
  return measures;
}

static const SkhMeasureDraft *
find_draft (const SkhTaskDraft *task, const char *key)
{
  for (guint i = 0; task->measures != NULL && i < task->measures->len; i++)
    {
      const SkhMeasureDraft *measure
        = &g_array_index (task->measures, SkhMeasureDraft, i);

      if (g_str_equal (measure->key, key))
        return measure;
    }
  return NULL;
}

static const OldMeasure *
find_old (GArray *measures, const char *key)
{
  for (guint i = 0; i < measures->len; i++)
    if (g_str_equal (g_array_index (measures, OldMeasure, i).key, key))
      return &g_array_index (measures, OldMeasure, i);
  return NULL;
}

/* A figure that lines carry stays, and stays what it is: one number, or n of N. */
static gboolean
release_measures (const Writing *writing, GArray *measures)
{
  for (guint i = 0; i < measures->len; i++)
    {
      const OldMeasure *old = &g_array_index (measures, OldMeasure, i);
      const SkhMeasureDraft *draft = find_draft (writing->record->task, old->key);

      if (draft != NULL && draft->of_total == old->of_total)
        continue;
      if (old->n_figures > 0)
        return skh_edit_refuse (
          writing->fault, "measures", writing->error,
          g_dngettext (GETTEXT_PACKAGE,
                       "“%s” was entered on %d line; take it away there first, or keep "
                       "the figure as it is.",
                       "“%s” was entered on %d lines; take it away there first, or keep "
                       "the figure as it is.",
                       (gulong)old->n_figures),
          old->title, (int)old->n_figures);
      if (draft == NULL
          && !skh_edit_run (writing->db, "DELETE FROM measure WHERE id = ?1",
                            writing->error, 1, old->id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
update_measure (SkhDatabase *db,
                gint64 id,
                const SkhMeasureDraft *measure,
                guint rank,
                GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db,
    "UPDATE measure SET title = ?2, of_total = ?3, total_kind = ?4, required = ?5,"
    " rank = ?6 WHERE id = ?1",
    error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_text (statement, 2, measure->title);
  skh_statement_bind_int (statement, 3, measure->of_total);
  skh_statement_bind_text (statement, 4, measure->total_kind);
  skh_statement_bind_int (statement, 5, measure->required);
  skh_statement_bind_int (statement, 6, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_measures (const Writing *writing)
{
  const SkhTaskRecord *record = writing->record;
  GArray *measures = record->task->measures;
  g_autoptr (GArray) old = list_measures (writing->db, record->id, writing->error);

  if (!release_measures (writing, old))
    return FALSE;
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      const SkhMeasureDraft *measure = &g_array_index (measures, SkhMeasureDraft, i);
      const OldMeasure *there = find_old (old, measure->key);

      if (there != NULL
            ? !update_measure (writing->db, there->id, measure, i, writing->error)
            : !skh_task_rows_insert_measure (writing->db, record->id, measure, i,
                                             writing->error))
        return FALSE;
    }
  return TRUE;
}

/* Days that the office entered belong to a kind that awaits them, and to its periods. */
static gboolean
drop_stale_days (SkhDatabase *db,
                 gint64 task_id,
                 SkhDeadlineKind kind,
                 int year,
                 GError **error)
{
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_get_periods (kind, year, periods);
  g_autoptr (GArray) days = skh_task_store_list_due_days (db, task_id, error);

  if (days == NULL)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      SkhPeriod period = g_array_index (days, SkhDueDay, i).period;
      gboolean fits = FALSE;
      g_autoptr (SkhStatement) statement = NULL;

      for (guint j = 0; skh_deadline_kind_awaits_day (kind) && j < n; j++)
        fits |= skh_period_equal (periods[j], period);
      if (fits)
        continue;
      statement
        = skh_statement_new (db, "DELETE FROM due_day WHERE task_id = ?1 AND period = ?2",
                             error);
      if (statement == NULL)
        return FALSE;
      skh_statement_bind_int (statement, 1, task_id);
      skh_statement_bind_period (statement, 2, period);
      if (!skh_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Parties are written anew only when they differ, so that an act says what it changed. */
static gboolean
has_same_parties (SkhDatabase *db, const SkhTaskRecord *record)
{
  g_autoptr (SkhTaskRecord) now = skh_task_store_load (db, record->id, NULL);
  const SkhTaskDraft *a = record->task;
  static const char *const none[] = { NULL };

#define LIST(list) ((list) != NULL ? (list) : none)
  return now != NULL && g_strv_equal (LIST (a->lead), LIST (now->task->lead))
         && g_strv_equal (LIST (a->with), LIST (now->task->with))
         && g_strv_equal (LIST (a->via), LIST (now->task->via));
#undef LIST
}

static gboolean
write_parties (SkhDatabase *db, const SkhTaskRecord *record, GError **error)
{
  return has_same_parties (db, record)
         || (skh_edit_run (db, "DELETE FROM task_party WHERE task_id = ?1", error, 1,
                           record->id)
             && skh_task_rows_write_parties (db, record->id, record->task, error));
}

static gboolean
write_row (const Writing *writing, gint64 section_id, const SkhTaskDraft *task)
{
  const SkhTaskRecord *record = writing->record;
  gint64 was = skh_edit_get_int (writing->db, "SELECT section_id FROM task WHERE id = ?1",
                                 record->id);

  if (was == 0)
    return skh_task_rows_insert (writing->db, record->id, record->plan_id, section_id,
                                 task, 0, writing->error)
           && skh_task_place (writing->db, record->id, section_id, G_MAXUINT,
                              writing->error);
  return skh_task_rows_update (writing->db, record->id, section_id, task, writing->error)
         && (was == section_id
             || skh_task_place (writing->db, record->id, section_id, G_MAXUINT,
                                writing->error));
}

static gboolean
write_task (const Writing *writing, gint64 section_id)
{
  const SkhTaskRecord *record = writing->record;
  int year = record->owner->year;
  g_autofree char *no = skh_edit_clean (record->task->no);
  g_autofree char *title = skh_edit_clean (record->task->title);
  g_autofree char *short_title = skh_edit_clean (record->task->short_title);
  g_autofree char *clause = skh_edit_clean (record->task->clause);
  g_autofree char *deliverable = skh_edit_clean (record->task->deliverable);
  g_autofree char *recipient = skh_edit_clean (record->task->recipient);
  g_autofree char *wording = skh_edit_clean (record->task->wording);
  g_autofree char *event = skh_edit_clean (record->task->event);
  SkhTaskDraft task = *record->task;

  task.no = no;
  task.title = title;
  task.short_title = short_title;
  task.clause = clause;
  task.deliverable = deliverable;
  task.recipient = recipient;
  task.wording = wording;
  task.event = task.deadline.kind == SKH_DEADLINE_RELATIVE ? event : NULL;
  task.deadline = settle_deadline (&task.deadline, year);
  return write_row (writing, section_id, &task)
         && write_parties (writing->db, record, writing->error)
         && write_measures (writing)
         && drop_stale_days (writing->db, record->id, task.deadline.kind, year,
                             writing->error)
         && skh_assignment_store_sync_task (writing->db, record->id, writing->error);
}

char *
skh_task_make_label (const char *format, const SkhTaskDraft *task)
{
  g_autofree char *name
    = g_strdup_printf ("%s · %s", task->no,
                       task->short_title != NULL ? task->short_title : task->title);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strconcat (parts[0], name, parts[1], NULL);
}

static gboolean
find_plan_of (SkhDatabase *db, SkhTaskRecord *record, GError **error)
{
  if (record->id != 0)
    record->plan_id = get_plan (db, record->id);
  if (record->id != 0 && record->plan_id == 0)
    return no_such_task (error);
  record->owner->year = get_year (db, record->plan_id);
  return record->owner->year != 0
         || skh_edit_not_found (_ ("The plan is no longer there."), error);
}

/**
 * skh_task_store_put:
 * @record: its id becomes that of a new task; its plan and year become those it has
 * @fault: (out) (optional): which field of the draft is refused
 *
 * Writes a task in one act. A changed deadline or lead changes the lines: those of new
 * periods and units are added, those without work that nobody owes go, and one with work
 * stays until that is taken away. Days that the office entered go with the kind that
 * awaited them. A figure that lines carry cannot be taken out or change between one
 * number and n of N: %SKH_STORE_ERROR_INVALID says on how many lines it was entered. The
 * number is the plan's own, and one task's only.
 */
gboolean
skh_task_store_put (SkhDatabase *db,
                    SkhTaskRecord *record,
                    const char **fault,
                    GError **error)
{
  Writing writing = { db, record, fault, error };
  gboolean is_new = record->id == 0;
  g_autofree char *label = NULL;
  gint64 section_id;

  if (fault != NULL)
    *fault = NULL;
  if (!find_plan_of (db, record, error) || !skh_task_check (db, record, fault, error))
    return FALSE;
  section_id = skh_task_find_section (db, record->plan_id, record->task->section);
  if (section_id == 0)
    return skh_edit_refuse (fault, "section", error,
                            _ ("Choose the section that the task stands in."));
  label = skh_task_make_label (is_new ? _ ("Task added: %s") : _ ("Task changed: %s"),
                               record->task);
  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (is_new)
    record->id = skh_database_new_id (db);
  if (skh_edit_end (db, write_task (&writing, section_id), error))
    return TRUE;
  if (is_new)
    record->id = 0;
  return FALSE;
}
