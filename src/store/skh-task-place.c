/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a task stands in its plan: moving it, a copy beside it, taking it out. */
#include "skh-task-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gint64
skh_task_find_section (SkhDatabase *db, gint64 plan_id, const char *code)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db, "SELECT id FROM section WHERE plan_id = ?1 AND code = ?2",
                         NULL);

  if (row == NULL || code == NULL)
    return 0;
  skh_statement_bind_int (row, 1, plan_id);
  skh_statement_bind_text (row, 2, code);
  return skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
}

/* The plan's tasks but one, in order, and where a place in a section is among them. */
static GArray *
list_others (SkhDatabase *db,
             gint64 task_id,
             gint64 section_id,
             guint position,
             guint *at,
             GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT t.id, s.id, s.rank < x.rank FROM section x"
    " JOIN section s ON s.plan_id = x.plan_id JOIN task t ON t.section_id = s.id"
    " WHERE x.id = ?1 AND t.id <> ?2 ORDER BY s.rank, s.id, t.rank, t.id",
    error);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_inside = 0;

  if (row == NULL)
    return NULL;
  *at = 0;
  skh_statement_bind_int (row, 1, section_id);
  skh_statement_bind_int (row, 2, task_id);
  while (skh_statement_step (row, NULL))
    {
      gint64 id = skh_statement_get_int (row, 0);

      g_array_append_val (others, id);
      if (skh_statement_get_int (row, 1) == section_id)
        n_inside++;
      else if (skh_statement_get_int (row, 2) != 0)
        *at = others->len;
    }
  *at += MIN (position, n_inside);
  return g_steal_pointer (&others);
}

gboolean
skh_task_place (SkhDatabase *db,
                gint64 task_id,
                gint64 section_id,
                guint position,
                GError **error)
{
  guint at;
  g_autoptr (GArray) tasks = list_others (db, task_id, section_id, position, &at, error);

  if (tasks == NULL)
    return FALSE;
  g_array_insert_val (tasks, at, task_id);
  return skh_edit_run (db, "UPDATE task SET section_id = ?2 WHERE id = ?1", error, 2,
                       task_id, section_id)
         && skh_edit_write_ranks (
           db, "UPDATE task SET rank = ?2 WHERE id = ?1 AND rank <> ?2", tasks, error);
}

static gboolean
count_work (SkhDatabase *db,
            const char *sql,
            gint64 id,
            SkhTaskWork *work,
            GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  *work = (SkhTaskWork){ 0 };
  if (!skh_statement_step (row, error))
    return FALSE;
  work->n_lines = (guint)skh_statement_get_int (row, 0);
  work->n_with_work = (guint)skh_statement_get_int (row, 1);
  return TRUE;
}

#define COUNT_WORK                                                                       \
  "SELECT count (*), coalesce (sum (" SKH_SQL_HAS_WORK "), 0) FROM assignment a"

/**
 * skh_task_store_count_work:
 *
 * Counts the task's lines, and those on which something was entered.
 */
gboolean
skh_task_store_count_work (SkhDatabase *db,
                           gint64 task_id,
                           SkhTaskWork *work,
                           GError **error)
{
  return count_work (db, COUNT_WORK " WHERE a.task_id = ?1", task_id, work, error);
}

/**
 * skh_plan_store_count_work:
 *
 * The same over all tasks of a plan.
 */
gboolean
skh_plan_store_count_work (SkhDatabase *db,
                           gint64 plan_id,
                           SkhTaskWork *work,
                           GError **error)
{
  return count_work (db,
                     COUNT_WORK " JOIN task t ON t.id = a.task_id WHERE t.plan_id = ?1",
                     plan_id, work, error);
}

/**
 * skh_task_store_delete:
 * @and_work: also when something was entered on its lines
 *
 * Deletes a task with its lines. While lines carry work it is refused, saying on how
 * many, unless @and_work.
 */
gboolean
skh_task_store_delete (SkhDatabase *db, gint64 task_id, gboolean and_work, GError **error)
{
  g_autoptr (SkhTaskRecord) record = skh_task_store_load (db, task_id, error);
  g_autofree char *label = NULL;
  SkhTaskWork work;

  if (record == NULL || !skh_task_store_count_work (db, task_id, &work, error))
    return FALSE;
  if (work.n_with_work > 0 && !and_work)
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("Task %s: something was entered on %u of its %u lines; confirm that it goes "
         "too, or keep the task."),
      record->task->no, work.n_with_work, work.n_lines);
  label = skh_task_make_label (_ ("Task deleted: %s"), record->task);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, skh_task_rows_delete (db, task_id, error), error);
}

/**
 * skh_task_store_move:
 * @section: code of the section it is to stand in
 * @position: among the tasks of that section, from 0
 *
 * Moves a task. Its number stays.
 */
gboolean
skh_task_store_move (SkhDatabase *db,
                     gint64 task_id,
                     const char *section,
                     guint position,
                     GError **error)
{
  g_autoptr (SkhTaskRecord) record = skh_task_store_load (db, task_id, error);
  g_autofree char *label = NULL;
  gint64 section_id;

  if (record == NULL)
    return FALSE;
  section_id = skh_task_find_section (db, record->plan_id, section);
  if (section_id == 0)
    return skh_edit_not_found (_ ("The section is no longer there."), error);
  label = skh_task_make_label (_ ("Task moved: %s"), record->task);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, skh_task_place (db, task_id, section_id, position, error),
                          error);
}

/* 9 → 9b, 9c …; 9a → 9b: the plan's own way of squeezing a task in. */
static char *
suggest_after (SkhDatabase *db, gint64 plan_id, const char *after)
{
  gsize length = strlen (after);
  gboolean has_letter = length > 1 && g_ascii_islower (after[length - 1])
                        && g_ascii_isdigit (after[length - 2]);
  g_autofree char *stem = g_strndup (after, has_letter ? length - 1 : length);

  for (char letter = has_letter ? (char)(after[length - 1] + 1) : 'b'; letter <= 'z';
       letter++)
    {
      g_autofree char *no = g_strdup_printf ("%s%c", stem, letter);

      if (!skh_task_is_no_taken (db, plan_id, 0, no))
        return g_steal_pointer (&no);
    }
  return NULL;
}

/**
 * skh_task_store_suggest_no:
 * @after: (nullable): the number of the task it is to stand after
 *
 * Returns: (transfer full): a number that is free in the plan: the one that follows
 * @after, else one more than the highest
 */
char *
skh_task_store_suggest_no (SkhDatabase *db,
                           gint64 plan_id,
                           const char *after,
                           GError **error)
{
  g_autofree char *no
    = after != NULL && *after != '\0' ? suggest_after (db, plan_id, after) : NULL;
  gint64 highest;

  if (no != NULL)
    return g_steal_pointer (&no);
  highest
    = skh_edit_get_int (db,
                        "SELECT max (CAST (no AS INTEGER)) FROM task WHERE plan_id = ?1",
                        plan_id);
  for (;;)
    {
      g_free (no);
      no = g_strdup_printf ("%" G_GINT64_FORMAT, ++highest);
      if (!skh_task_is_no_taken (db, plan_id, 0, no))
        return g_steal_pointer (&no);
    }
}

static guint
get_position (SkhDatabase *db, gint64 task_id)
{
  return (guint)skh_edit_get_int (
    db,
    "SELECT count (*) FROM task t JOIN task x ON x.section_id = t.section_id"
    " WHERE x.id = ?1 AND t.rank < x.rank",
    task_id);
}

static gboolean
put_copy (SkhDatabase *db, gint64 task_id, SkhTaskRecord *copy, GError **error)
{
  return skh_task_store_put (db, copy, NULL, error)
         && skh_task_store_move (db, copy->id, copy->task->section,
                                 get_position (db, task_id) + 1, error);
}

/**
 * skh_task_store_duplicate:
 * @copy_id: (out) (optional): the new task
 *
 * Makes a task like this one right after it, under the next free number, with lines on
 * which nothing was entered.
 */
gboolean
skh_task_store_duplicate (SkhDatabase *db,
                          gint64 task_id,
                          gint64 *copy_id,
                          GError **error)
{
  g_autoptr (SkhTaskRecord) copy = skh_task_store_load (db, task_id, error);
  g_autofree char *no = NULL, *label = NULL;

  if (copy == NULL)
    return FALSE;
  no = skh_task_store_suggest_no (db, copy->plan_id, copy->task->no, error);
  if (no == NULL)
    return FALSE;
  label = skh_task_make_label (_ ("Task copied: %s"), copy->task);
  copy->id = 0;
  copy->task->no = skh_plan_draft_string (copy->owner, no);
  if (!skh_act_begin (db, label, error)
      || !skh_edit_end (db, put_copy (db, task_id, copy, error), error))
    return FALSE;
  if (copy_id != NULL)
    *copy_id = copy->id;
  return TRUE;
}
