/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plans of a workbook: listed, named, moved to another year, deleted. */
#include "skh-task-private.h"

#include <glib/gi18n-lib.h>

void
skh_plan_record_free (SkhPlanRecord *self)
{
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->number);
  g_free (self);
}

/**
 * skh_plan_store_list:
 *
 * Returns: (transfer full) (element-type SkhPlanRecord): the plans by year; the first is
 * the one that a plan_id of 0 means
 */
GPtrArray *
skh_plan_store_list (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "SELECT id, year, title, short_title, number,"
                         " (SELECT count (*) FROM section WHERE plan_id = plan.id),"
                         " (SELECT count (*) FROM task WHERE plan_id = plan.id)"
                         " FROM plan ORDER BY year, id",
                         error);
  g_autoptr (GPtrArray) plans
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_plan_record_free);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  while (skh_statement_step (row, &local_error))
    {
      SkhPlanRecord *plan = g_new0 (SkhPlanRecord, 1);

      plan->id = skh_statement_get_int (row, 0);
      plan->year = (int)skh_statement_get_int (row, 1);
      plan->title = skh_statement_dup_text (row, 2);
      plan->short_title = skh_statement_dup_text (row, 3);
      plan->number = skh_statement_dup_text (row, 4);
      plan->n_sections = (guint)skh_statement_get_int (row, 5);
      plan->n_tasks = (guint)skh_statement_get_int (row, 6);
      g_ptr_array_add (plans, plan);
    }
  if (local_error == NULL)
    return g_steal_pointer (&plans);
  g_propagate_error (error, local_error);
  return NULL;
}

static char *
dup_name (SkhDatabase *db, gint64 plan_id, GError **error)
{
  char *name
    = skh_edit_dup_text (db, "SELECT short_title FROM plan WHERE id = ?1", plan_id);

  if (name == NULL)
    skh_edit_not_found (_ ("The plan is no longer there."), error);
  return name;
}

static gboolean
write_names (SkhDatabase *db,
             gint64 plan_id,
             const char *title,
             const char *short_title,
             const char *number,
             GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db,
                         "UPDATE plan SET title = ?2, short_title = coalesce (?3, ?2),"
                         " number = ?4 WHERE id = ?1",
                         error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, plan_id);
  skh_statement_bind_text (statement, 2, title);
  skh_statement_bind_text (statement, 3, short_title);
  skh_statement_bind_text (statement, 4, number);
  return skh_statement_run (statement, error);
}

/**
 * skh_plan_store_rename:
 * @short_title: (nullable): as @title when not given
 * @number: (nullable): the document's, as 12-KH/TU
 */
gboolean
skh_plan_store_rename (SkhDatabase *db,
                       gint64 plan_id,
                       const char *title,
                       const char *short_title,
                       const char *number,
                       GError **error)
{
  g_autofree char *was = dup_name (db, plan_id, error), *label = NULL;
  g_autofree char *clean_title = skh_edit_clean (title);
  g_autofree char *clean_short = skh_edit_clean (short_title);
  g_autofree char *clean_number = skh_edit_clean (number);

  if (was == NULL)
    return FALSE;
  if (clean_title == NULL)
    return skh_edit_refuse (NULL, NULL, error, _ ("A plan needs a title; enter one."));
  label = g_strdup_printf (_ ("Plan named: %s"),
                           clean_short != NULL ? clean_short : clean_title);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          write_names (db, plan_id, clean_title, clean_short,
                                       clean_number, error),
                          error);
}

/* — Another year — */

/* The last day of a month stays the last; 29 February becomes the 28th. */
static SkhDate
move_day (SkhDate date, int years)
{
  int year, month, day;

  if (date == SKH_DATE_NONE)
    return date;
  skh_date_get_ymd (date, &year, &month, &day);
  if (day == skh_date_days_in_month (year, month))
    day = 31;
  return skh_date_new (year + years, month,
                       MIN (day, skh_date_days_in_month (year + years, month)));
}

static gboolean
move_due_day (SkhDatabase *db,
              gint64 task_id,
              const SkhDueDay *due,
              int years,
              GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db, "UPDATE due_day SET period = ?3, day = ?4 WHERE task_id = ?1 AND period = ?2",
    error);
  SkhPeriod period = due->period;

  if (statement == NULL)
    return FALSE;
  period.year = (gint16)(period.year + years);
  skh_statement_bind_int (statement, 1, task_id);
  skh_statement_bind_period (statement, 2, due->period);
  skh_statement_bind_period (statement, 3, period);
  skh_statement_bind_date (statement, 4, move_day (due->day, years));
  return skh_statement_run (statement, error);
}

static gboolean
move_task (SkhDatabase *db, gint64 task_id, int years, GError **error)
{
  g_autoptr (SkhTaskRecord) record = skh_task_store_load (db, task_id, error);
  g_autoptr (GArray) days = skh_task_store_list_due_days (db, task_id, error);
  SkhTaskDraft *task;

  if (record == NULL || days == NULL)
    return FALSE;
  task = record->task;
  task->deadline.first_day = move_day (task->deadline.first_day, years);
  task->deadline.last_day = move_day (task->deadline.last_day, years);
  for (guint i = 0; i < days->len; i++)
    if (!move_due_day (db, task_id, &g_array_index (days, SkhDueDay, i), years, error))
      return FALSE;
  return skh_task_rows_update (db, task_id,
                               skh_task_find_section (db, record->plan_id, task->section),
                               task, error);
}

static gboolean
move_plan (SkhDatabase *db, gint64 plan_id, int from, int to, GError **error)
{
  g_autoptr (GArray) tasks
    = skh_edit_list_ids (db, "SELECT id FROM task WHERE plan_id = ?1 ORDER BY rank",
                         plan_id, error);

  if (tasks == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    if (!move_task (db, g_array_index (tasks, gint64, i), to - from, error))
      return FALSE;
  return skh_edit_run (db, "UPDATE plan SET year = ?2 WHERE id = ?1", error, 2, plan_id,
                       (gint64)to)
         && skh_assignment_store_sync (db, plan_id, error);
}

#define MIN_YEAR 1990
#define MAX_YEAR 2100

/**
 * skh_plan_store_set_year:
 *
 * Corrects the year a plan was written under: the days of its deadlines, the days the
 * office entered, and every line with what stands on it move to @year. Titles and
 * wordings stay as they are written, and so do the days on which units delivered.
 */
gboolean
skh_plan_store_set_year (SkhDatabase *db, gint64 plan_id, int year, GError **error)
{
  g_autofree char *name = dup_name (db, plan_id, error), *label = NULL;
  gint64 was = skh_edit_get_int (db, "SELECT year FROM plan WHERE id = ?1", plan_id);

  if (name == NULL)
    return FALSE;
  if (year < MIN_YEAR || year > MAX_YEAR)
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("%d is no year of a plan; enter one from %d to %d."), year,
                            MIN_YEAR, MAX_YEAR);
  label = g_strdup_printf (_ ("Plan moved to %d: %s"), year, name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, move_plan (db, plan_id, (int)was, year, error), error);
}

/* — Deleting — */

static gboolean
delete_plan (SkhDatabase *db, gint64 plan_id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM report_column WHERE table_id IN"
    " (SELECT id FROM report_table WHERE plan_id = ?1)",
    "DELETE FROM report_table WHERE plan_id = ?1",
    "DELETE FROM recipient WHERE plan_id = ?1",
    "DELETE FROM link WHERE (from_kind = 'plan' AND from_id = ?1)"
    " OR (to_kind = 'plan' AND to_id = ?1)",
    "DELETE FROM attachment WHERE kind = 'plan' AND owner_id = ?1",
    "DELETE FROM section WHERE plan_id = ?1",
    "DELETE FROM plan WHERE id = ?1",
  };
  g_autoptr (GArray) tasks
    = skh_edit_list_ids (db, "SELECT id FROM task WHERE plan_id = ?1", plan_id, error);

  if (tasks == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    if (!skh_task_rows_delete (db, g_array_index (tasks, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!skh_edit_run (db, statements[i], error, 1, plan_id))
      return FALSE;
  return TRUE;
}

static gboolean
check_deletable (SkhDatabase *db,
                 gint64 plan_id,
                 const char *name,
                 gboolean and_work,
                 GError **error)
{
  SkhTaskWork work;

  if (skh_edit_get_int (db, "SELECT count (*) FROM plan WHERE ?1 <> 0", plan_id) == 1)
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("“%s” is the only plan of this workbook; add another one first."), name);
  if (!skh_plan_store_count_work (db, plan_id, &work, error))
    return FALSE;
  if (work.n_with_work == 0 || and_work)
    return TRUE;
  return skh_edit_refuse (
    NULL, NULL, error,
    _ ("“%s”: something was entered on %u of its %u lines; confirm that it goes too, or "
       "keep the plan."),
    name, work.n_with_work, work.n_lines);
}

/**
 * skh_plan_store_delete:
 * @and_work: also when something was entered on its lines
 *
 * Deletes a plan with its tasks and lines. Documents stay. The only plan of a workbook is
 * not deleted.
 */
gboolean
skh_plan_store_delete (SkhDatabase *db, gint64 plan_id, gboolean and_work, GError **error)
{
  g_autofree char *name = dup_name (db, plan_id, error), *label = NULL;

  if (name == NULL || !check_deletable (db, plan_id, name, and_work, error))
    return FALSE;
  label = g_strdup_printf (_ ("Plan deleted: %s"), name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, delete_plan (db, plan_id, error), error);
}
