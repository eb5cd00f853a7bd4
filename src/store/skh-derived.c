/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text derived from recorded rows by ICU: folded for search, and sort keys. It is no part
   of any changeset: a new ICU version makes it all again without touching what was
   recorded. */
#include "skh-commitment-counts-private.h"
#include "skh-register-private.h"

#include "skh-text.h"

static gboolean
put (SkhDatabase *db, const char *kind, gint64 id, const char *text, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db,
    "INSERT OR REPLACE INTO derived_text (kind, id, folded, sort_key)"
    " VALUES (?1, ?2, ?3, ?4)",
    error);
  g_autofree char *folded = skh_text_fold (text);
  g_autoptr (GBytes) key = skh_text_sort_key (text);
  gsize size;
  gconstpointer data = g_bytes_get_data (key, &size);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_text (statement, 1, kind);
  skh_statement_bind_int (statement, 2, id);
  skh_statement_bind_text (statement, 3, folded);
  skh_statement_bind_blob (statement, 4, data, size);
  return skh_statement_run (statement, error);
}

static gboolean
drop (SkhDatabase *db, const char *kind, gint64 id, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db, "DELETE FROM derived_text WHERE kind = ?1 AND id = ?2",
                         error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_text (statement, 1, kind);
  skh_statement_bind_int (statement, 2, id);
  return skh_statement_run (statement, error);
}

/* sql gives the text of one row by its id. */
static gboolean
refresh (SkhDatabase *db, const char *kind, const char *sql, gint64 id, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  if (skh_statement_step (statement, &local_error))
    return put (db, kind, id, skh_statement_get_text (statement, 0), error);
  if (local_error == NULL)
    return drop (db, kind, id, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* One row a kind of thing that people search and sort. */
static const struct
{
  const char *table;
  const char *one;
  const char *all;
} kinds[] = {
  { "unit", "SELECT name || ' ' || short_name || ' ' || code FROM unit WHERE id = ?1",
    "SELECT id FROM unit" },
  { "task",
    "SELECT title || ' ' || short_title || ' ' || coalesce(clause, '') || ' ' || no"
    " FROM task WHERE id = ?1",
    "SELECT id FROM task" },
};

/* What tells whether people's name for a row changed: its sort keys, as one text. */
static char *
take_name_key (SkhDatabase *db, const char *sql, gint64 id)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, NULL);

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, id);
  return skh_statement_step (row, NULL) ? skh_statement_dup_text (row, 0) : NULL;
}

#define UNIT_KEY "SELECT hex(sort_key) FROM derived_text WHERE kind = 'unit' AND id = ?1"

/* Entries of registers show what units are called. */
static gboolean
refresh_unit (SkhDatabase *db, gint64 id, GError **error)
{
  g_autofree char *before = take_name_key (db, UNIT_KEY, id);
  g_autofree char *after = NULL;

  if (!refresh (db, "unit", kinds[0].one, id, error))
    return FALSE;
  after = take_name_key (db, UNIT_KEY, id);
  return before == NULL || g_strcmp0 (before, after) == 0
         || skh_register_derived_refresh_referring (db, "unit", id, error);
}

static const char *
get_name_key_sql (SkhRegister *reg)
{
  guint fields[SKH_REGISTER_MAX_LABEL];
  guint n = skh_register_get_label_fields (reg, fields);
  g_autoptr (GString) sql = g_string_new ("SELECT ''");

  for (guint i = 0; i < n; i++)
    if (skh_register_schema_is_derived (skh_register_get_field (reg, fields[i])))
      g_string_append_printf (sql, " || ' ' || quote(\"%s\")",
                              skh_field_get_column (
                                skh_register_get_field (reg, fields[i])));
  g_string_append_printf (sql, " FROM \"%s_derived\" WHERE id = ?1",
                          skh_register_get_table (reg));
  return g_intern_string (sql->str);
}

static gboolean
refresh_entry (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error)
{
  const char *sql = get_name_key_sql (reg);
  g_autofree char *before = take_name_key (db, sql, id);
  g_autofree char *after = NULL;

  if (!skh_register_derived_refresh (db, reg, id, error))
    return FALSE;
  after = take_name_key (db, sql, id);
  return before == NULL || g_strcmp0 (before, after) == 0
         || skh_register_derived_refresh_referring (db, skh_register_get_table (reg), id,
                                                    error);
}

/* What a register is changed: its fields, or their choices. */
static gboolean
note_register (SkhDatabase *db, const char *table, gint64 id)
{
  gint64 field_id;

  if (g_str_equal (table, "register_definition"))
    skh_register_cache_note_definition (db);
  else if (g_str_equal (table, "register_field"))
    skh_register_cache_note_field (db, id);
  else if (g_str_equal (table, "register_choice"))
    {
      g_autoptr (SkhStatement) row
        = skh_statement_new (db, "SELECT field_id FROM register_choice WHERE id = ?1",
                             NULL);

      if (row == NULL)
        return TRUE;
      skh_statement_bind_int (row, 1, id);
      field_id = skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
      skh_register_cache_note_field (db, field_id);
    }
  else
    return FALSE;
  return TRUE;
}

/* Called for every row of every changeset. */
gboolean
skh_derived_refresh_table_row (SkhDatabase *db,
                               const char *table,
                               gint64 id,
                               GError **error)
{
  SkhRegister *reg;

  if (g_str_equal (table, "unit"))
    return refresh_unit (db, id, error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].table, table))
      return refresh (db, kinds[i].table, kinds[i].one, id, error);
  reg = skh_register_cache_find_table (db, table);
  if (reg != NULL)
    {
      if (g_str_equal (table, "commitment"))
        skh_commitment_counts_forget (db);
      return refresh_entry (db, reg, id, error);
    }
  note_register (db, table, id);
  return TRUE;
}

static gboolean
rebuild_kind (SkhDatabase *db, guint i, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, kinds[i].all, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (skh_statement_step (statement, &local_error))
    if (!refresh (db, kinds[i].table, kinds[i].one, skh_statement_get_int (statement, 0),
                  error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
save_version (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('collation', ?1)", error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_text (statement, 1, skh_text_get_collation_version ());
  return skh_statement_run (statement, error);
}

static gboolean
rebuild_registers (SkhDatabase *db, GError **error)
{
  GPtrArray *all = skh_register_cache_get_all (db, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!skh_register_derived_rebuild (db, all->pdata[i], error))
      return FALSE;
  return all != NULL;
}

/* Makes all derived text again, inside the transaction that is open. */
gboolean
skh_derived_rebuild (SkhDatabase *db, GError **error)
{
  if (!skh_database_exec (db, "DELETE FROM derived_text", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!rebuild_kind (db, i, error))
      return FALSE;
  return rebuild_registers (db, error) && save_version (db, error);
}

static gboolean
is_stale (SkhDatabase *db, gboolean *stale, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db, "SELECT value FROM meta WHERE key = 'collation'", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  *stale = TRUE;
  if (skh_statement_step (statement, &local_error))
    *stale = g_strcmp0 (skh_statement_get_text (statement, 0),
                        skh_text_get_collation_version ())
             != 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* On opening: keys made by another ICU do not sort with this one's. */
gboolean
skh_derived_rebuild_if_stale (SkhDatabase *db, GError **error)
{
  gboolean stale;

  if (!is_stale (db, &stale, error))
    return FALSE;
  if (!stale)
    return TRUE;
  if (!skh_database_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (skh_derived_rebuild (db, error) && skh_database_exec (db, "COMMIT", error))
    return TRUE;
  skh_database_exec (db, "ROLLBACK", NULL);
  return FALSE;
}
