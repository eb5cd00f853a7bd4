/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many entries a query is of. */
#include "skh-register-filter-private.h"
#include "skh-register-store.h"

/* limit: count no further; 0: all. */
gboolean
skh_register_count_up_to (SkhDatabase *db,
                          const SkhRegisterQuery *query,
                          guint limit,
                          gint64 *count,
                          GError **error)
{
  g_auto (SkhCondition) condition = { 0 };
  const char *table = skh_register_get_table (query->reg);
  g_autoptr (GString) sql = g_string_new ("SELECT count(*) FROM ");
  g_autoptr (SkhStatement) row = NULL;
  GError *local_error = NULL;

  skh_condition_init (&condition, query, FALSE);
  if (limit > 0)
    g_string_append (sql, "(SELECT 1 FROM ");
  if (condition.uses_derived && condition.uses_entry)
    g_string_append_printf (sql, "\"%s\" e JOIN \"%s_derived\" x ON x.id = e.id", table,
                            table);
  else
    g_string_append_printf (sql, "\"%s%s\" %s", table,
                            condition.uses_derived ? "_derived" : "",
                            condition.uses_derived ? "x" : "e");
  if (condition.sql->len > 0)
    g_string_append_printf (sql, " WHERE %s", condition.sql->str);
  if (limit > 0)
    g_string_append_printf (sql, " LIMIT %u)", limit);
  row = skh_statement_new_once (db, sql->str, error);
  if (row == NULL)
    return FALSE;
  skh_bounds_bind (condition.bounds, row);
  *count = skh_statement_step (row, &local_error) ? skh_statement_get_int (row, 0) : 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * skh_register_store_count:
 * @count: (out): how many entries the query is of
 */
gboolean
skh_register_store_count (SkhDatabase *db,
                          const SkhRegisterQuery *query,
                          GCancellable *cancellable,
                          gint64 *count,
                          GError **error)
{
  gboolean ok;

  skh_database_set_cancellable (db, cancellable);
  ok = skh_register_count_up_to (db, query, 0, count, error);
  skh_database_set_cancellable (db, NULL);
  return ok;
}

/* Of so many lines, so many that a page is soon full on the way through the order. */
#define SAMPLE 200
#define DENSE 10

/* Whether words that are searched for are in every other line or so: then there is no
   need to count further. */
gboolean
skh_register_is_dense (SkhDatabase *db, const SkhRegisterQuery *query)
{
  g_auto (SkhCondition) condition = { 0 };
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SkhStatement) row = NULL;

  skh_condition_init (&condition, query, FALSE);
  if (query->filters->len > 0 || condition.uses_entry)
    return FALSE;
  g_string_printf (sql,
                   "SELECT count(*) FROM (SELECT * FROM \"%s_derived\" LIMIT %d) x"
                   " WHERE %s",
                   skh_register_get_table (query->reg), SAMPLE, condition.sql->str);
  row = skh_statement_new_once (db, sql->str, NULL);
  if (row == NULL)
    return FALSE;
  skh_bounds_bind (condition.bounds, row);
  return skh_statement_step (row, NULL) && skh_statement_get_int (row, 0) >= DENSE;
}
