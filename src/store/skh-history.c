/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the history: who did what when, and what undo and redo would do next. */
#include "skh-database-private.h"
#include "skh-stores.h"

void
skh_act_free (SkhAct *act)
{
  g_free (act->who);
  g_free (act->label);
  g_strfreev (act->tables);
  g_free (act);
}

static SkhAct *
read_act (SkhStatement *statement)
{
  SkhAct *act = g_new0 (SkhAct, 1);
  const char *tables = skh_statement_get_text (statement, 4);

  act->id = skh_statement_get_int (statement, 0);
  act->when = skh_statement_get_int (statement, 1);
  act->who = skh_statement_dup_text (statement, 2);
  act->label = skh_statement_dup_text (statement, 3);
  act->tables = *tables != '\0' ? g_strsplit (tables, " ", -1) : g_new0 (char *, 1);
  act->undone = skh_statement_get_int (statement, 5) != 0;
  return act;
}

/**
 * skh_act_list:
 *
 * Returns: (transfer full) (element-type SkhAct): every kept act, newest first
 */
GPtrArray *
skh_act_list (SkhDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) acts
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_act_free);
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db, "SELECT id, time, who, label, tables, undone FROM act ORDER BY id DESC", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (skh_statement_step (statement, &local_error))
    g_ptr_array_add (acts, read_act (statement));
  if (local_error == NULL)
    return g_steal_pointer (&acts);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
query_text (SkhDatabase *db, const char *sql, char **text, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);
  g_autoptr (GError) local_error = NULL;

  *text = NULL;
  if (statement == NULL)
    return FALSE;
  if (skh_statement_step (statement, &local_error))
    *text = skh_statement_dup_text (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The labels of what undo and redo would do, and when the newest act was kept. */
gboolean
skh_act_get_labels (SkhDatabase *db,
                    char **undo_label,
                    char **redo_label,
                    gint64 *saved_at,
                    GError **error)
{
  return query_text (db,
                     "SELECT label FROM act WHERE undone = 0 AND reach = 1"
                     " ORDER BY id DESC LIMIT 1",
                     undo_label, error)
         && query_text (db,
                        "SELECT label FROM act WHERE undone = 1 AND reach = 1"
                        " ORDER BY id LIMIT 1",
                        redo_label, error)
         && skh_database_query_int (db, "SELECT max(time) FROM act", saved_at, error);
}
