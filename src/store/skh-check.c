/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a workbook is sound: SQLite's own checks, then the office's rules that a schema
   cannot say. */
#include "skh-database-private.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>

/* Each query gives one text a fault; N_() marks the sentence it stands in. */
static const struct
{
  const char *sql;
  const char *sentence;
} rules[] = {
  { "SELECT u.name || ', ' || t.no || ', ' || a.period FROM assignment a"
    " JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id"
    " GROUP BY a.task_id, a.unit_id, a.period HAVING count (*) > 1",
    N_ ("The line “%s” is there more than once.") },
  { "SELECT u.name || ', ' || t.no || ': ' || m.title FROM figure f"
    " JOIN assignment a ON a.id = f.assignment_id JOIN measure m ON m.id = f.measure_id"
    " JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id"
    " WHERE m.task_id <> a.task_id OR (m.of_total = 0) <> (f.total IS NULL)",
    N_ ("The figure “%s” does not fit what its task asks for.") },
  { "SELECT u.name || ', ' || t.no || ': ' || m.title FROM figure f"
    " JOIN assignment a ON a.id = f.assignment_id JOIN measure m ON m.id = f.measure_id"
    " JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id"
    " GROUP BY f.assignment_id, f.measure_id HAVING count (*) > 1",
    N_ ("The figure “%s” is there more than once.") },
  { "SELECT code FROM unit GROUP BY code HAVING count (*) > 1",
    N_ ("The code “%s” is on more than one unit.") },
  { "SELECT t.no FROM task t GROUP BY t.plan_id, t.no HAVING count (*) > 1",
    N_ ("The number “%s” is on more than one task.") },
  { "SELECT no FROM task WHERE NOT EXISTS (SELECT 1 FROM task_party p"
    " WHERE p.task_id = task.id AND p.role = 'lead')",
    N_ ("Nobody leads task “%s”.") },
  { "SELECT l.from_kind || ' → ' || l.to_kind FROM link l WHERE"
    " (l.from_kind = 'plan' AND l.from_id NOT IN (SELECT id FROM plan))"
    " OR (l.from_kind = 'task' AND l.from_id NOT IN (SELECT id FROM task))"
    " OR (l.from_kind = 'assignment' AND l.from_id NOT IN (SELECT id FROM assignment))"
    " OR (l.to_kind = 'document' AND l.to_id NOT IN (SELECT id FROM document))",
    N_ ("A link leads to nothing: %s.") },
  { "WITH RECURSIVE up (start, id) AS (SELECT id, parent_id FROM unit UNION"
    " SELECT up.start, u.parent_id FROM up JOIN unit u ON u.id = up.id)"
    " SELECT u.name FROM up JOIN unit u ON u.id = up.start WHERE up.id = up.start",
    N_ ("The unit “%s” stands above itself.") },
};

static void
add_fault (GPtrArray *faults, const char *sentence, const char *what)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  g_ptr_array_add (faults, g_strconcat (parts[0], what, parts[1], NULL));
}

static gboolean
run_rule (SkhDatabase *db,
          const char *sql,
          const char *sentence,
          GPtrArray *faults,
          GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  while (skh_statement_step (row, &local_error))
    {
      const char *text = skh_statement_get_text (row, 0);

      if (!g_str_equal (text, "ok"))
        add_fault (faults, _ (sentence), text);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* Lines that nobody owes, or that are missing: what a sync would change. */
static gboolean
check_lines (SkhDatabase *db, GPtrArray *faults, GError **error)
{
  gint64 before, after;
  gboolean ok;

  if (skh_database_is_read_only (db))
    return TRUE;
  if (!skh_act_begin (db, "check", error))
    return FALSE;
  ok = skh_database_query_int (db, "SELECT total_changes ()", &before, error)
       && skh_assignment_store_sync (db, 0, error)
       && skh_database_query_int (db, "SELECT total_changes ()", &after, error);
  skh_act_cancel (db);
  if (ok && after != before)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, after - before);

      add_fault (faults, _ ("%s lines do not agree with who leads their tasks."), n);
    }
  return ok;
}

/**
 * skh_check_run:
 *
 * Returns: (transfer full) (element-type utf8): every fault as a sentence; empty when
 * sound
 */
GPtrArray *
skh_check_run (SkhDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!run_rule (db, "PRAGMA integrity_check", N_ ("The file is damaged: %s."), faults,
                 error)
      || !run_rule (db, "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check",
                    N_ ("A row refers to nothing: %s."), faults, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!run_rule (db, rules[i].sql, rules[i].sentence, faults, error))
      return NULL;
  if (!check_lines (db, faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}
