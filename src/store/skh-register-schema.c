/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables, columns and indexes of registers, made from what the registers declare. What is
   there is left as it is; a column is never dropped, so that an undo finds it. */
#include "skh-register-private.h"

#include <sqlite3.h>

/* What the workbook has: "table", "table.column" and names of indexes. */
typedef struct
{
  SkhDatabase *db;
  GHashTable *there;
} Builder;

static const char *
get_sql_type (SkhFieldType type)
{
  switch (type)
    {
    case SKH_FIELD_NUMBER:
    case SKH_FIELD_COUNT:
    case SKH_FIELD_UNIT:
    case SKH_FIELD_PERSON:
    case SKH_FIELD_DOCUMENT:
      return "INTEGER";
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_DAY:
    case SKH_FIELD_PERIOD:
    case SKH_FIELD_CHOICE:
    case SKH_FIELD_FILE:
    case SKH_N_FIELD_TYPES:
    default:
      return "TEXT";
    }
}

const char *
skh_register_schema_get_target (SkhDatabase *db, const SkhField *field)
{
  SkhRegister *reg;

  if (field->type == SKH_FIELD_UNIT)
    return "unit";
  reg = skh_register_cache_find (db, skh_field_get_reference (field));
  return reg != NULL ? skh_register_get_table (reg) : NULL;
}

gboolean
skh_register_schema_is_derived (const SkhField *field)
{
  return field->type == SKH_FIELD_TEXT || field->type == SKH_FIELD_PERIOD
         || field->type == SKH_FIELD_CHOICE || skh_field_is_reference (field);
}

/* What is looked up by its own column: references to find who refers, days, periods,
   choices and numbers to filter, what is unique to find its double. */
static gboolean
is_indexed (const SkhField *field)
{
  return (field->type != SKH_FIELD_TEXT && skh_field_is_sortable (field))
         || (field->flags & SKH_FIELD_UNIQUE);
}

static gboolean
is_there (Builder *builder, const char *table, const char *column)
{
  g_autofree char *name = g_strconcat (table, ".", column, NULL);

  return g_hash_table_contains (builder->there, name);
}

static gboolean G_GNUC_PRINTF (3, 4)
  run (Builder *builder, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return skh_database_exec (builder->db, sql, error);
}

static gboolean
make_table (Builder *builder, const char *table, const char *rest, GError **error)
{
  return g_hash_table_contains (builder->there, table)
         || run (builder, error,
                 "CREATE TABLE \"%s\" (id INTEGER PRIMARY KEY NOT NULL%s)", table, rest);
}

static gboolean
make_column (Builder *builder,
             const char *table,
             const char *column,
             const char *declaration,
             GError **error)
{
  return is_there (builder, table, column)
         || run (builder, error, "ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s", table, column,
                 declaration);
}

static gboolean
make_index (Builder *builder, const char *table, const char *column, GError **error)
{
  g_autofree char *name = g_strconcat (table, "_by_", column, NULL);

  return g_hash_table_contains (builder->there, name)
         || run (builder, error, "CREATE INDEX \"%s\" ON \"%s\" (\"%s\")", name, table,
                 column);
}

static gboolean
make_field (Builder *builder, const char *table, const SkhField *field, GError **error)
{
  const char *column = skh_field_get_column (field);
  const char *target = skh_field_is_reference (field)
                         ? skh_register_schema_get_target (builder->db, field)
                         : NULL;
  g_autofree char *total = g_strconcat (column, "_total", NULL);
  g_autofree char *declaration
    = target != NULL
        ? g_strdup_printf ("INTEGER REFERENCES \"%s\" DEFERRABLE INITIALLY DEFERRED",
                           target)
        : g_strdup (get_sql_type (field->type));

  if (field->type == SKH_FIELD_FILE)
    return TRUE;
  return make_column (builder, table, column, declaration, error)
         && (field->type != SKH_FIELD_COUNT
             || make_column (builder, table, total, "INTEGER", error))
         && (!is_indexed (field) || make_index (builder, table, column, error));
}

/* No type: a sort key is a blob, a number or a text, and is compared as it is. */
static gboolean
make_derived_field (Builder *builder,
                    const char *table,
                    const SkhField *field,
                    GError **error)
{
  const char *column = skh_field_get_column (field);

  return !skh_register_schema_is_derived (field)
         || (make_column (builder, table, column, "BLOB", error)
             && make_index (builder, table, column, error));
}

static gboolean
make_register (Builder *builder, SkhRegister *reg, GError **error)
{
  const char *table = skh_register_get_table (reg);
  g_autofree char *derived = g_strconcat (table, "_derived", NULL);
  guint n;
  const SkhField *fields = skh_register_get_fields (reg, &n);

  if (!make_table (builder, table, "", error)
      || !make_table (builder, derived, ", folded TEXT NOT NULL", error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!make_field (builder, table, &fields[i], error)
        || !make_derived_field (builder, derived, &fields[i], error))
      return FALSE;
  return TRUE;
}

#define WHAT_IS_THERE                                                                    \
  "SELECT name FROM sqlite_schema WHERE type IN ('table', 'index') UNION ALL"            \
  " SELECT s.name || '.' || c.name FROM sqlite_schema s, pragma_table_info (s.name) c"   \
  " WHERE s.type = 'table'"

static GHashTable *
list_there (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, WHAT_IS_THERE, error);
  g_autoptr (GHashTable) there
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  while (skh_statement_step (row, &local_error))
    g_hash_table_add (there, skh_statement_dup_text (row, 0));
  if (local_error == NULL)
    return g_steal_pointer (&there);
  g_propagate_error (error, local_error);
  return NULL;
}

static gboolean
add_missing (SkhDatabase *db, SkhRegister *only, GError **error)
{
  GPtrArray *all = skh_register_cache_get_all (db, error);
  g_autoptr (GHashTable) there = all != NULL ? list_there (db, error) : NULL;
  Builder builder = { db, there };

  if (there == NULL)
    return FALSE;
  if (only != NULL)
    return make_register (&builder, only, error);
  for (guint i = 0; i < all->len; i++)
    if (!make_register (&builder, all->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Inside the transaction that is open. */
gboolean
skh_register_schema_add_missing (SkhDatabase *db, GError **error)
{
  return add_missing (db, NULL, error);
}

static gboolean
in_transaction (SkhDatabase *db, SkhRegister *only, GError **error)
{
  if (!skh_database_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (add_missing (db, only, error) && skh_database_exec (db, "COMMIT", error))
    return TRUE;
  skh_database_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/* column: NULL for the table alone. SQLite answers from what it has read of the schema.
 */
static gboolean
has_column (SkhDatabase *db, const char *table, const char *column)
{
  return sqlite3_table_column_metadata (skh_database_get_handle (db), NULL, table, column,
                                        NULL, NULL, NULL, NULL, NULL)
         == SQLITE_OK;
}

static gboolean
register_is_whole (SkhDatabase *db, SkhRegister *reg)
{
  const char *table = skh_register_get_table (reg);
  g_autofree char *derived = g_strconcat (table, "_derived", NULL);
  guint n;
  const SkhField *fields = skh_register_get_fields (reg, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type != SKH_FIELD_FILE
        && !has_column (db, table, skh_field_get_column (&fields[i])))
      return FALSE;
  return has_column (db, derived, NULL);
}

/**
 * skh_register_schema_is_whole:
 *
 * Returns: %FALSE when a register's table or a column of it is not there yet: the
 *   workbook was written by a version that did not know it
 */
gboolean
skh_register_schema_is_whole (SkhDatabase *db)
{
  GPtrArray *all = skh_register_cache_get_all (db, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!register_is_whole (db, all->pdata[i]))
      return FALSE;
  return all != NULL;
}

gboolean
skh_register_schema_ensure (SkhDatabase *db, GError **error)
{
  return skh_register_schema_is_whole (db) || in_transaction (db, NULL, error);
}

gboolean
skh_register_schema_ensure_one (SkhDatabase *db, SkhRegister *reg, GError **error)
{
  return in_transaction (db, reg, error);
}
