/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-database-private.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>

static gboolean
load_task (SkhDatabase *db,
           gint64 id,
           char **no,
           SkhDeadlineKind *kind,
           int *year,
           GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT t.no, t.deadline_kind, p.year FROM task t JOIN plan p ON p.id = t.plan_id"
    " WHERE t.id = ?1",
    error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  if (!skh_statement_step (row, NULL))
    {
      g_set_error_literal (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
                           _ ("The task is no longer there. Nothing was changed."));
      return FALSE;
    }
  *no = skh_statement_dup_text (row, 0);
  skh_deadline_kind_from_string (skh_statement_get_text (row, 1), kind);
  *year = (int)skh_statement_get_int (row, 2);
  return TRUE;
}

static gboolean
check_period (SkhDeadlineKind kind, int year, SkhPeriod period)
{
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_get_periods (kind, year, periods);

  for (guint i = 0; i < n; i++)
    if (skh_period_equal (periods[i], period))
      return TRUE;
  return FALSE;
}

static gboolean
run_with_period (SkhDatabase *db,
                 const char *sql,
                 gint64 task_id,
                 SkhPeriod period,
                 SkhDate day,
                 GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, task_id);
  skh_statement_bind_period (statement, 2, period);
  if (day != SKH_DATE_NONE)
    {
      skh_statement_bind_date (statement, 3, day);
      skh_statement_bind_int (statement, 4, skh_database_new_id (db));
    }
  return skh_statement_run (statement, error);
}

static gboolean
replace_day (SkhDatabase *db,
             gint64 task_id,
             SkhPeriod period,
             SkhDate day,
             GError **error)
{
  if (!run_with_period (db, "DELETE FROM due_day WHERE task_id = ?1 AND period = ?2",
                        task_id, period, SKH_DATE_NONE, error))
    return FALSE;
  return day == SKH_DATE_NONE
         || run_with_period (db,
                             "INSERT INTO due_day (id, task_id, period, day)"
                             " VALUES (?4, ?1, ?2, ?3)",
                             task_id, period, day, error);
}

static gboolean
check_due_day (SkhDeadlineKind kind,
               int year,
               SkhPeriod period,
               const char *no,
               GError **error)
{
  const char *why = NULL;

  if (!skh_deadline_kind_awaits_day (kind))
    why = _ ("its day follows from the plan's wording and is not entered.");
  else if (!check_period (kind, year, period))
    why = _ ("it has no such period; choose one of its own.");
  if (why == NULL)
    return TRUE;
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID, _ ("Task %s: %s"), no,
               why);
  return FALSE;
}

/**
 * skh_task_store_set_due_day:
 * @period: the line's: a quarter of a quarterly task, the plan's year of a relative one
 * @day: %SKH_DATE_NONE takes the day back
 *
 * Enters the last day that the office's guidance, or the awaited event, gives. One act.
 */
gboolean
skh_task_store_set_due_day (SkhDatabase *db,
                            gint64 task_id,
                            SkhPeriod period,
                            SkhDate day,
                            GError **error)
{
  g_autofree char *no = NULL, *label = NULL, *day_text = skh_date_to_text (day);
  SkhDeadlineKind kind;
  int year;

  if (!load_task (db, task_id, &no, &kind, &year, error)
      || !check_due_day (kind, year, period, no, error))
    return FALSE;
  label = day != SKH_DATE_NONE
            ? g_strdup_printf (_ ("Deadline of task %s: %s"), no, day_text)
            : g_strdup_printf (_ ("Deadline of task %s taken back"), no);
  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (replace_day (db, task_id, period, day, error))
    return skh_act_end (db, error);
  skh_act_cancel (db);
  return FALSE;
}
