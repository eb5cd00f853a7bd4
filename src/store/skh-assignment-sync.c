/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who owes what: the lines a plan's tasks give, from who leads them (the office's rules,
   "Units, groups, and who owes what"). Each unit in the union of a task's leading units
   and groups owes one line a period; a group counted in cells or persons gives one line
   to each unit of its base group. */
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
  SkhDeadlineKind kind;
  int year;
  GHashTable *owed; /* unit id (gint64 *) → Window * */
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
   the groups at whose units others are counted. UNION ends cycles. */
#define LEADERS                                                                          \
  "WITH RECURSIVE leading (id) AS ("                                                     \
  "  SELECT group_id FROM task_party"                                                    \
  "   WHERE task_id = ?1 AND role = 'lead' AND group_id IS NOT NULL"                     \
  "  UNION SELECT i.included_id FROM group_include i JOIN leading l ON i.group_id = "    \
  "l.id"                                                                                 \
  "  UNION SELECT g.base_id FROM unit_group g JOIN leading l ON g.id = l.id"             \
  "   WHERE g.base_id IS NOT NULL)"                                                      \
  " SELECT unit_id, NULL, NULL FROM task_party"                                          \
  "  WHERE task_id = ?1 AND role = 'lead' AND unit_id IS NOT NULL"                       \
  " UNION ALL SELECT m.unit_id, m.from_day, m.to_day FROM membership m"                  \
  "  JOIN leading l ON m.group_id = l.id"

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

/* A line as it stands. Touched lines are kept whoever leads now: nothing entered is lost.
 */
typedef struct
{
  gint64 id, unit_id;
  Window window;
  gboolean touched;
} Row;

#define ROWS_OF_PERIOD                                                                   \
  "SELECT a.id, a.unit_id, a.from_day, a.to_day,"                                        \
  " a.state <> 'not_started' OR a.document IS NOT NULL OR a.note IS NOT NULL"            \
  " OR a.count IS NOT NULL OR a.empty_return"                                            \
  " OR EXISTS (SELECT 1 FROM figure f WHERE f.assignment_id = a.id)"                     \
  " FROM assignment a WHERE a.task_id = ?1 AND a.period = ?2"

static GArray *
read_rows (Sync *sync, SkhPeriod period, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (sync->db, ROWS_OF_PERIOD, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, sync->task_id);
  skh_statement_bind_period (row, 2, period);
  while (skh_statement_step (row, &local_error))
    {
      Row found = {
        .id = skh_statement_get_int (row, 0),
        .unit_id = skh_statement_get_int (row, 1),
        .window.from = skh_statement_get_date (row, 2),
        .window.to = skh_statement_get_date (row, 3),
        .touched = skh_statement_get_int (row, 4) != 0,
      };

      g_array_append_val (rows, found);
    }
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local_error);
  return NULL;
}

static gboolean
keep_or_remove (Sync *sync, const Row *row, GHashTable *there, GError **error)
{
  const Window *window = g_hash_table_lookup (sync->owed, &row->unit_id);

  if (window == NULL)
    return row->touched || remove_row (sync, row->id, error);
  g_hash_table_add (there, g_memdup2 (&row->unit_id, sizeof row->unit_id));
  return (window->from == row->window.from && window->to == row->window.to)
         || set_window (sync, row->id, window, error);
}

static gboolean
add_missing (Sync *sync, SkhPeriod period, GHashTable *there, GError **error)
{
  GHashTableIter iterator;
  gpointer unit_id, window;

  g_hash_table_iter_init (&iterator, sync->owed);
  while (g_hash_table_iter_next (&iterator, &unit_id, &window))
    if (!g_hash_table_contains (there, unit_id)
        && !add_row (sync, *(gint64 *)unit_id, period, window, error))
      return FALSE;
  return TRUE;
}

static gboolean
sync_period (Sync *sync, SkhPeriod period, GError **error)
{
  g_autoptr (GArray) rows = read_rows (sync, period, error);
  g_autoptr (GHashTable) there
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!keep_or_remove (sync, &g_array_index (rows, Row, i), there, error))
      return FALSE;
  return add_missing (sync, period, there, error);
}

static gboolean
sync_task (Sync *sync, GError **error)
{
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_get_periods (sync->kind, sync->year, periods);

  if (!find_owing (sync, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!sync_period (sync, periods[i], error))
      return FALSE;
  return TRUE;
}

gboolean
skh_assignment_store_sync (SkhDatabase *db, gint64 plan_id, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT t.id, t.deadline_kind, p.year FROM task t JOIN plan p ON p.id = t.plan_id"
    " WHERE ?1 IN (0, p.id) ORDER BY p.year, t.rank",
    error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, plan_id);
  while (skh_statement_step (row, &local_error))
    {
      g_autoptr (GHashTable) owed = new_owed ();
      Sync sync = {
        .db = db,
        .task_id = skh_statement_get_int (row, 0),
        .year = (int)skh_statement_get_int (row, 2),
        .owed = owed,
      };

      skh_deadline_kind_from_string (skh_statement_get_text (row, 1), &sync.kind);
      if (!sync_task (&sync, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}
