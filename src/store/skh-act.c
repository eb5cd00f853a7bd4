/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts: every change of a user is one named transaction, kept as the changeset that
   SQLite's session extension recorded. Undo applies it inverted, redo applies it again.
   Whatever changed the rows, one walk over the changeset refreshes what is derived from
   them. */
#include "skh-act-private.h"

#include "skh-commitment-counts-private.h"
#include "skh-register-private.h"

#include <glib/gi18n-lib.h>

/* By name: attaching everything would record the history in itself. The tables of
   registers come after these. */
static const char *const recorded_tables[] = {
  "organisation",   "setting",
  "holiday",        "holiday_year",
  "unit",           "unit_group",
  "membership",     "group_include",
  "unit_total",     "plan",
  "section",        "task",
  "task_party",     "due_day",
  "measure",        "assignment",
  "figure",         "chase",
  "passage",        "link",
  "attachment",     "recipient",
  "report_table",   "report_column",
  "saved_view",     "register_definition",
  "register_field", "register_choice",
};

/* In their order, after them the tables of registers. NULL at the end. */
static const char *
get_recorded_table (SkhDatabase *db, guint i)
{
  GPtrArray *registers;

  if (i < G_N_ELEMENTS (recorded_tables))
    return recorded_tables[i];
  registers = skh_register_cache_get_all (db, NULL);
  i -= G_N_ELEMENTS (recorded_tables);
  return registers != NULL && i < registers->len
           ? skh_register_get_table (registers->pdata[i])
           : NULL;
}

gboolean
skh_act_begin_transaction (SkhDatabase *db, GError **error)
{
  if (!skh_database_is_read_only (db))
    return skh_database_exec (db, "BEGIN IMMEDIATE", error);
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_READ_ONLY,
               _ ("“%s” is open for reading only; nothing was changed."),
               skh_database_get_path (db));
  return FALSE;
}

static gboolean
start_recording (SkhDatabase *db, GError **error)
{
  SkhActState *act = skh_database_get_act (db);
  int result
    = sqlite3session_create (skh_database_get_handle (db), "main", &act->session);

  for (guint i = 0; result == SQLITE_OK && get_recorded_table (db, i) != NULL; i++)
    result = sqlite3session_attach (act->session, get_recorded_table (db, i));
  return result == SQLITE_OK || skh_database_set_error (db, error);
}

static void
forget_act (SkhDatabase *db)
{
  SkhActState *act = skh_database_get_act (db);

  g_clear_pointer (&act->session, sqlite3session_delete);
  g_clear_pointer (&act->label, g_free);
  act->depth = 0;
}

static gboolean
begin (SkhDatabase *db, const char *label, gboolean recorded, GError **error)
{
  SkhActState *act = skh_database_get_act (db);

  if (act->depth > 0)
    {
      act->depth++;
      return TRUE;
    }
  if (!skh_act_begin_transaction (db, error))
    return FALSE;

  act->label = g_strdup (label);
  act->depth = 1;
  if (!recorded || start_recording (db, error))
    return TRUE;
  skh_act_cancel (db);
  return FALSE;
}

/**
 * skh_act_begin:
 * @label: what undo and the history say was done
 *
 * Opens a transaction whose changes are recorded. Inside another act it joins that one,
 * and its own label is not used. Fails with %SKH_STORE_ERROR_READ_ONLY or
 * %SKH_STORE_ERROR_BUSY, and then nothing is open.
 */
gboolean
skh_act_begin (SkhDatabase *db, const char *label, GError **error)
{
  return begin (db, label, TRUE, error);
}

/**
 * skh_act_begin_founding:
 *
 * As skh_act_begin() for the act that fills an empty workbook: it stands in the history,
 * but undo does not reach it, so that Ctrl+Z never empties a workbook.
 */
gboolean
skh_act_begin_founding (SkhDatabase *db, const char *label, GError **error)
{
  return begin (db, label, FALSE, error);
}

void
skh_act_cancel (SkhDatabase *db)
{
  forget_act (db);
  skh_database_exec (db, "ROLLBACK", NULL);
  skh_register_cache_forget (db);
  skh_commitment_counts_forget (db);
}

/* The id is the first column of every recorded table. */
static gint64
get_row_id (sqlite3_changeset_iter *iterator, int operation)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iterator, 0, &value);
  else
    sqlite3changeset_old (iterator, 0, &value);
  return sqlite3_value_int64 (value);
}

static void
count_table (GHashTable *counts, const char *table)
{
  gsize n = GPOINTER_TO_SIZE (g_hash_table_lookup (counts, table));

  g_hash_table_replace (counts, g_strdup (table), GSIZE_TO_POINTER (n + 1));
}

static gboolean
walk_row (SkhDatabase *db,
          sqlite3_changeset_iter *iterator,
          GHashTable *counts,
          GError **error)
{
  const char *table;
  int n_columns, operation;

  sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL);
  if (counts != NULL)
    count_table (counts, table);
  return skh_derived_refresh_table_row (db, table, get_row_id (iterator, operation),
                                        error);
}

/* The one walk after every change. counts, if given, collects rows a table. */
gboolean
skh_act_walk (SkhDatabase *db,
              const SkhChangeset *changeset,
              GHashTable *counts,
              GError **error)
{
  sqlite3_changeset_iter *iterator;
  gboolean ok = TRUE;

  if (sqlite3changeset_start (&iterator, changeset->size, changeset->data) != SQLITE_OK)
    return skh_database_set_error (db, error);
  while (ok && sqlite3changeset_next (iterator) == SQLITE_ROW)
    ok = walk_row (db, iterator, counts, error);
  sqlite3changeset_finalize (iterator);
  return ok && skh_register_cache_settle (db, error);
}

static char *
counts_to_text (SkhDatabase *db, GHashTable *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *table;

  for (guint i = 0; (table = get_recorded_table (db, i)) != NULL; i++)
    {
      gsize n = GPOINTER_TO_SIZE (g_hash_table_lookup (counts, table));

      if (n > 0)
        g_string_append_printf (text, "%s%s %" G_GSIZE_FORMAT, text->len > 0 ? " " : "",
                                table, n);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
insert_act (SkhDatabase *db,
            const char *label,
            const char *tables,
            const SkhChangeset *changeset,
            GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db,
                         "INSERT INTO act (time, who, label, tables, changeset, reach)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                         error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, g_get_real_time ());
  skh_statement_bind_text (statement, 2, g_get_user_name ());
  skh_statement_bind_text (statement, 3, label);
  skh_statement_bind_text (statement, 4, tables);
  skh_statement_bind_blob (statement, 5, changeset->data, (gsize)changeset->size);
  skh_statement_bind_int (statement, 6, changeset->size > 0);
  return skh_statement_run (statement, error);
}

/* What was undone stays in the history, but a new act takes the way to it. */
static gboolean
keep_act (SkhDatabase *db, const SkhChangeset *changeset, GError **error)
{
  SkhActState *act = skh_database_get_act (db);
  g_autoptr (GHashTable) counts
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *tables = NULL;

  if (changeset->size > 0 && !skh_act_walk (db, changeset, counts, error))
    return FALSE;
  tables = counts_to_text (db, counts);
  return skh_database_exec (db, "UPDATE act SET reach = 0 WHERE undone = 1", error)
         && insert_act (db, act->label, tables, changeset, error)
         && skh_database_save_id_maker (db, error);
}

gboolean
skh_act_commit (SkhDatabase *db, GError **error)
{
  if (!skh_database_exec (db, "COMMIT", error))
    return FALSE;
  skh_database_mark_changed (db);
  return TRUE;
}

static gboolean
end_recorded (SkhDatabase *db, GError **error)
{
  SkhActState *act = skh_database_get_act (db);
  g_auto (SkhChangeset) changeset = { 0 };

  if (sqlite3session_changeset (act->session, &changeset.size, &changeset.data)
      != SQLITE_OK)
    return skh_database_set_error (db, error);
  if (changeset.size == 0)
    return skh_database_exec (db, "ROLLBACK", error);
  return keep_act (db, &changeset, error) && skh_act_commit (db, error);
}

static gboolean
end_founding (SkhDatabase *db, GError **error)
{
  SkhChangeset none = { 0 };

  return skh_derived_rebuild (db, error) && keep_act (db, &none, error)
         && skh_act_commit (db, error);
}

/**
 * skh_act_end:
 *
 * Keeps the act: its changes are on disk when this returns %TRUE. An act that changed
 * nothing leaves no trace. On an error everything since skh_act_begin() is taken back.
 */
gboolean
skh_act_end (SkhDatabase *db, GError **error)
{
  SkhActState *act = skh_database_get_act (db);
  gboolean ok;

  g_return_val_if_fail (act->depth > 0, FALSE);
  if (--act->depth > 0)
    return TRUE;

  ok = act->session != NULL ? end_recorded (db, error) : end_founding (db, error);
  if (ok)
    forget_act (db);
  else
    skh_act_cancel (db);
  return ok;
}

/* The second column, where it is a reference: of a line or a due day its task. */
static gint64
get_parent_id (sqlite3_changeset_iter *iterator, int operation, int n_columns)
{
  sqlite3_value *value = NULL;

  if (n_columns > 1 && operation == SQLITE_INSERT)
    sqlite3changeset_new (iterator, 1, &value);
  else if (n_columns > 1)
    sqlite3changeset_old (iterator, 1, &value);
  return value != NULL && sqlite3_value_type (value) == SQLITE_INTEGER
           ? sqlite3_value_int64 (value)
           : 0;
}

static void
list_touched (sqlite3_changeset_iter *iterator, GArray *rows)
{
  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation;
      SkhTouchedRow row;

      sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL);
      row.table = g_intern_string (table);
      row.id = get_row_id (iterator, operation);
      row.parent_id = get_parent_id (iterator, operation, n_columns);
      g_array_append_val (rows, row);
    }
}

/* The rows that the act under way has touched so far (SkhTouchedRow, transfer full). */
GArray *
skh_act_list_touched (SkhDatabase *db, GError **error)
{
  SkhActState *act = skh_database_get_act (db);
  g_auto (SkhChangeset) changeset = { 0 };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SkhTouchedRow));
  sqlite3_changeset_iter *iterator;

  g_return_val_if_fail (act->session != NULL, NULL);
  if (sqlite3session_changeset (act->session, &changeset.size, &changeset.data)
        != SQLITE_OK
      || sqlite3changeset_start (&iterator, changeset.size, changeset.data) != SQLITE_OK)
    {
      skh_database_set_error (db, error);
      return NULL;
    }
  list_touched (iterator, rows);
  sqlite3changeset_finalize (iterator);
  return g_steal_pointer (&rows);
}
