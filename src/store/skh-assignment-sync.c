/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who owes what: the lines a plan's tasks give, from who leads them (the office's rules,
   "Units, groups, and who owes what"). Each unit in the union of a task's leading units
   and groups owes one line a period; a group counted in cells or persons gives one line
   to each unit of its base group. What a unit owed when it merged into another, that one
   owes from the day after. */
#include "skh-database-private.h"

#include "skh-deadline.h"

/* The days on which a unit leads a task; NONE is open. */
typedef struct
{
  SkhDate from, to;
} Window;

typedef struct
{
  SkhDatabase *db;
  gint64 task_id;
  int year;
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n_periods;
  GHashTable *owed;                            /* unit id (gint64 *) → Window * */
  GHashTable *there[SKH_DEADLINE_MAX_PERIODS]; /* unit ids that have their line */
} Sync;

static GHashTable *
new_owed (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/* A unit that leads in two ways owes one line, on all the days of both. */
static void
owe (Sync *sync, gint64 unit_id, SkhDate from, SkhDate to)
{
  Window *window = g_hash_table_lookup (sync->owed, &unit_id);

  if (window == NULL)
    {
      Window new_window = { from, to };

      g_hash_table_insert (sync->owed, g_memdup2 (&unit_id, sizeof unit_id),
                           g_memdup2 (&new_window, sizeof new_window));
      return;
    }
  window->from = MIN (window->from, from); /* NONE is the least */
  window->to = window->to == SKH_DATE_NONE || to == SKH_DATE_NONE ? SKH_DATE_NONE
                                                                  : MAX (window->to, to);
}

/* Leaders: units by themselves, the members of groups, of groups these include, and of
   the groups at whose units others are counted; and after the last day of a unit that was
   merged, the one it was merged into. UNION ends cycles. */
#define LEADERS                                                                          \
  "WITH RECURSIVE leading (id) AS ("                                                     \
  "  SELECT group_id FROM task_party"                                                    \
  "   WHERE task_id = ?1 AND role = 'lead' AND group_id IS NOT NULL"                     \
  "  UNION SELECT i.included_id FROM group_include i JOIN leading l ON i.group_id = "    \
  "l.id"                                                                                 \
  "  UNION SELECT g.base_id FROM unit_group g JOIN leading l ON g.id = l.id"             \
  "   WHERE g.base_id IS NOT NULL),"                                                     \
  " owing (unit_id, from_day, to_day) AS ("                                              \
  "  SELECT unit_id, NULL, NULL FROM task_party"                                         \
  "   WHERE task_id = ?1 AND role = 'lead' AND unit_id IS NOT NULL"                      \
  "  UNION SELECT m.unit_id, m.from_day, m.to_day FROM membership m"                     \
  "   JOIN leading l ON m.group_id = l.id"                                               \
  "  UNION SELECT u.merged_into_id,"                                                     \
  "   max (coalesce (o.from_day, ''), date (u.closed, '+1 day')), o.to_day"              \
  "   FROM owing o JOIN unit u ON u.id = o.unit_id"                                      \
  "   WHERE u.merged_into_id IS NOT NULL AND u.closed IS NOT NULL"                       \
  "    AND (o.to_day IS NULL OR o.to_day > u.closed))"                                   \
  " SELECT unit_id, from_day, to_day FROM owing"

static gboolean
find_owing (Sync *sync, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (sync->db, LEADERS, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, sync->task_id);
  while (skh_statement_step (row, &local_error))
    owe (sync, skh_statement_get_int (row, 0), skh_statement_get_date (row, 1),
         skh_statement_get_date (row, 2));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* — Making the rows agree — */

static gboolean
set_window (Sync *sync, gint64 id, const Window *window, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (sync->db,
                         "UPDATE assignment SET from_day = ?2, to_day = ?3 WHERE id = ?1",
                         error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_date (statement, 2, window->from);
  skh_statement_bind_date (statement, 3, window->to);
  return skh_statement_run (statement, error);
}

static gboolean
remove_row (Sync *sync, gint64 id, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (sync->db, "DELETE FROM assignment WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  return skh_statement_run (statement, error);
}

static gboolean
add_row (Sync *sync,
         gint64 unit_id,
         SkhPeriod period,
         const Window *window,
         GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    sync->db,
    "INSERT INTO assignment (id, task_id, unit_id, period, from_day, to_day)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, skh_database_new_id (sync->db));
  skh_statement_bind_int (statement, 2, sync->task_id);
  skh_statement_bind_int (statement, 3, unit_id);
  skh_statement_bind_period (statement, 4, period);
  skh_statement_bind_date (statement, 5, window->from);
  skh_statement_bind_date (statement, 6, window->to);
  return skh_statement_run (statement, error);
}

static gboolean
set_period (Sync *sync, gint64 id, SkhPeriod period, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (sync->db, "UPDATE assignment SET period = ?2 WHERE id = ?1",
                         error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_period (statement, 2, period);
  return skh_statement_run (statement, error);
}

/* A line as it stands. One with work is kept whoever leads now: nothing entered is lost.
 */
typedef struct
{
  gint64 id, unit_id;
  SkhPeriod period;
  Window window;
  gboolean has_work;
} Row;

#define ROWS                                                                             \
  "SELECT a.id, a.unit_id, a.period, a.from_day, a.to_day, " SKH_SQL_HAS_WORK            \
  " FROM assignment a WHERE a.task_id = ?1"

static GArray *
read_rows (Sync *sync, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (sync->db, ROWS, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, sync->task_id);
  while (skh_statement_step (row, &local_error))
    {
      Row found = {
        .id = skh_statement_get_int (row, 0),
        .unit_id = skh_statement_get_int (row, 1),
        .period = skh_statement_get_period (row, 2),
        .window.from = skh_statement_get_date (row, 3),
        .window.to = skh_statement_get_date (row, 4),
        .has_work = skh_statement_get_int (row, 5) != 0,
      };

      g_array_append_val (rows, found);
    }
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local_error);
  return NULL;
}

/* Which of the task's periods the line belongs to. When the plan moved to another year,
   that year's line follows it. n_periods: none of them. */
static guint
find_period (const Sync *sync, SkhPeriod period)
{
  guint i = 0;

  while (
    i < sync->n_periods
    && (sync->periods[i].kind != period.kind || sync->periods[i].index != period.index))
    i++;
  return i;
}

static gboolean
keep_or_remove (Sync *sync, const Row *row, GError **error)
{
  GArray *kept = skh_database_get_act (sync->db)->kept_lines;

  if (!row->has_work)
    return remove_row (sync, row->id, error);
  if (kept != NULL)
    g_array_append_val (kept, row->id);
  return TRUE;
}

static gboolean
fit_row (Sync *sync, const Row *row, GError **error)
{
  const Window *window = g_hash_table_lookup (sync->owed, &row->unit_id);
  guint i = find_period (sync, row->period);

  if (window == NULL || i == sync->n_periods
      || g_hash_table_contains (sync->there[i], &row->unit_id))
    return keep_or_remove (sync, row, error);
  g_hash_table_add (sync->there[i], g_memdup2 (&row->unit_id, sizeof row->unit_id));
  if (!skh_period_equal (row->period, sync->periods[i])
      && !set_period (sync, row->id, sync->periods[i], error))
    return FALSE;
  return (window->from == row->window.from && window->to == row->window.to)
         || set_window (sync, row->id, window, error);
}

static gboolean
add_missing (Sync *sync, guint i, GError **error)
{
  GHashTableIter iterator;
  gpointer unit_id, window;

  g_hash_table_iter_init (&iterator, sync->owed);
  while (g_hash_table_iter_next (&iterator, &unit_id, &window))
    if (!g_hash_table_contains (sync->there[i], unit_id)
        && !add_row (sync, *(gint64 *)unit_id, sync->periods[i], window, error))
      return FALSE;
  return TRUE;
}

/* Lines of the plan's own year are fitted first, so that one that follows from another
   year never takes the place of one that is there. */
static gboolean
fit_rows (Sync *sync, GArray *rows, gboolean of_year, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if ((row->period.year == sync->year) == of_year && !fit_row (sync, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
sync_rows (Sync *sync, GError **error)
{
  g_autoptr (GArray) rows = NULL;

  if (!find_owing (sync, error))
    return FALSE;
  rows = read_rows (sync, error);
  if (rows == NULL || !fit_rows (sync, rows, TRUE, error)
      || !fit_rows (sync, rows, FALSE, error))
    return FALSE;
  for (guint i = 0; i < sync->n_periods; i++)
    if (!add_missing (sync, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
sync_task (SkhDatabase *db, gint64 id, SkhDeadlineKind kind, int year, GError **error)
{
  Sync sync = { .db = db, .task_id = id, .year = year, .owed = new_owed () };
  gboolean ok;

  sync.n_periods = skh_deadline_get_periods (kind, year, sync.periods);
  for (guint i = 0; i < sync.n_periods; i++)
    sync.there[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ok = sync_rows (&sync, error);
  for (guint i = 0; i < sync.n_periods; i++)
    g_hash_table_unref (sync.there[i]);
  g_hash_table_unref (sync.owed);
  return ok;
}

static gboolean
sync_each (SkhDatabase *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  while (skh_statement_step (row, &local_error))
    {
      SkhDeadlineKind kind = SKH_DEADLINE_UNSPECIFIED;

      skh_deadline_kind_from_string (skh_statement_get_text (row, 1), &kind);
      if (!sync_task (db, skh_statement_get_int (row, 0), kind,
                      (int)skh_statement_get_int (row, 2), error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

#define TASKS                                                                            \
  "SELECT t.id, t.deadline_kind, p.year FROM task t JOIN plan p ON p.id = t.plan_id"

gboolean
skh_assignment_store_sync (SkhDatabase *db, gint64 plan_id, GError **error)
{
  return sync_each (db, TASKS " WHERE ?1 IN (0, p.id) ORDER BY p.year, t.rank", plan_id,
                    error);
}

/* The same for one task: after its deadline or who leads it changed. */
gboolean
skh_assignment_store_sync_task (SkhDatabase *db, gint64 task_id, GError **error)
{
  return sync_each (db, TASKS " WHERE t.id = ?1", task_id, error);
}

/* The same for the tasks that a group leads, itself or through the groups that hold it:
   after its members changed. */
gboolean
skh_assignment_store_sync_group (SkhDatabase *db, gint64 group_id, GError **error)
{
  return sync_each (
    db,
    "WITH RECURSIVE holding (id) AS (SELECT ?1"
    " UNION SELECT i.group_id FROM group_include i JOIN holding h ON i.included_id = h.id"
    " UNION SELECT g.id FROM unit_group g JOIN holding h ON g.base_id = h.id) " TASKS
    " WHERE EXISTS (SELECT 1 FROM task_party y JOIN holding h ON h.id = y.group_id"
    "  WHERE y.task_id = t.id AND y.role = 'lead')",
    group_id, error);
}

/* Whether the line ?1 has no work, and its unit does not lead its task by itself or in a
   group: the quick look that lets most edits pass. */
#define IS_DOUBTFUL                                                                      \
  "WITH RECURSIVE leading (id) AS ("                                                     \
  "  SELECT p.group_id FROM task_party p JOIN assignment a ON a.task_id = p.task_id"     \
  "   WHERE a.id = ?1 AND p.role = 'lead' AND p.group_id IS NOT NULL"                    \
  "  UNION SELECT i.included_id FROM group_include i JOIN leading l ON i.group_id = "    \
  "l.id"                                                                                 \
  "  UNION SELECT g.base_id FROM unit_group g JOIN leading l ON g.id = l.id"             \
  "   WHERE g.base_id IS NOT NULL)"                                                      \
  " SELECT NOT (" SKH_SQL_HAS_WORK                                                       \
  "  OR EXISTS (SELECT 1 FROM task_party p WHERE p.task_id = a.task_id"                  \
  "   AND p.role = 'lead' AND p.unit_id = a.unit_id)"                                    \
  "  OR EXISTS (SELECT 1 FROM membership m WHERE m.unit_id = a.unit_id"                  \
  "   AND m.group_id IN (SELECT id FROM leading))),"                                     \
  " a.period, t.deadline_kind, p.year, t.id FROM assignment a"                           \
  " JOIN task t ON t.id = a.task_id JOIN plan p ON p.id = t.plan_id WHERE a.id = ?1"

static gboolean
is_of_task (SkhStatement *row)
{
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  SkhPeriod period = skh_statement_get_period (row, 1);
  SkhDeadlineKind kind = SKH_DEADLINE_UNSPECIFIED;
  guint n;

  skh_deadline_kind_from_string (skh_statement_get_text (row, 2), &kind);
  n = skh_deadline_get_periods (kind, (int)skh_statement_get_int (row, 3), periods);
  for (guint i = 0; i < n; i++)
    if (skh_period_equal (periods[i], period))
      return TRUE;
  return FALSE;
}

/* A line that was kept for the work on it goes when that work is taken away. */
gboolean
skh_assignment_store_drop_if_unowed (SkhDatabase *db,
                                     gint64 assignment_id,
                                     GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, IS_DOUBTFUL, error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, assignment_id);
  if (!skh_statement_step (row, NULL)
      || (skh_statement_get_int (row, 0) == 0 && is_of_task (row)))
    return TRUE;
  return skh_assignment_store_sync_task (db, skh_statement_get_int (row, 4), error);
}
