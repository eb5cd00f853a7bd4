/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the rows of a register's table and entries. */
#include "skh-register-private.h"

/* — SQL — */

/**
 * skh_register_dup_label_sql:
 *
 * Returns: (transfer full): an expression for what skh_entry_dup_label() says
 */
char *
skh_register_dup_label_sql (SkhRegister *reg, const char *alias)
{
  guint fields[SKH_REGISTER_MAX_LABEL];
  guint n = skh_register_get_label_fields (reg, fields);
  GString *sql = g_string_new (NULL);

  if (n == 1)
    g_string_printf (sql, "%s.\"%s\"", alias,
                     skh_field_get_column (skh_register_get_field (reg, fields[0])));
  for (guint i = 0; n > 1 && i < n; i++)
    g_string_append_printf (sql, "%scoalesce(', ' || %s.\"%s\", '')",
                            i == 0 ? "substr(" : " || ", alias,
                            skh_field_get_column (
                              skh_register_get_field (reg, fields[i])));
  if (n > 1)
    g_string_append (sql, ", 3)");
  return g_string_free (sql, FALSE);
}

/* What a reference is called, and the code of a unit. */
static void
append_reference (SkhDatabase *db,
                  GString *columns,
                  GString *joins,
                  const SkhField *field,
                  guint i)
{
  const char *column = skh_field_get_column (field);
  const char *target = skh_register_schema_get_target (db, field);
  g_autofree char *alias = g_strdup_printf ("r%u", i);
  g_autofree char *label = NULL;

  if (target == NULL)
    {
      g_string_append_printf (columns, ", e.\"%s\", NULL, NULL", column);
      return;
    }
  label = field->type == SKH_FIELD_UNIT
            ? g_strconcat (alias, ".name", NULL)
            : skh_register_dup_label_sql (
              skh_register_cache_find (db, skh_field_get_reference (field)), alias);
  g_string_append_printf (columns, ", e.\"%s\", %s, %s%s", column, label,
                          field->type == SKH_FIELD_UNIT ? alias : "",
                          field->type == SKH_FIELD_UNIT ? ".code" : "NULL");
  g_string_append_printf (joins, " LEFT JOIN \"%s\" %s ON %s.id = e.\"%s\"", target,
                          alias, alias, column);
}

static void
append_field (SkhDatabase *db,
              GString *columns,
              GString *joins,
              SkhRegister *reg,
              guint i)
{
  const SkhField *field = skh_register_get_field (reg, i);
  const char *column = skh_field_get_column (field);

  if (skh_field_is_reference (field))
    append_reference (db, columns, joins, field, i);
  else if (field->type == SKH_FIELD_FILE)
    /* "2 a.pdf; b.pdf": one look for both. */
    g_string_append_printf (
      columns,
      ", (SELECT count(*) || ' ' || group_concat(name, '; ') FROM attachment a"
      " WHERE a.kind = '%s' AND a.owner_id = e.id AND a.field = '%s')",
      skh_register_get_table (reg), field->key);
  else if (field->type == SKH_FIELD_COUNT)
    g_string_append_printf (columns, ", e.\"%s\", e.\"%s_total\"", column, column);
  else
    g_string_append_printf (columns, ", e.\"%s\"", column);
}

static SkhStatement *
prepare_load (SkhDatabase *db, SkhRegister *reg, GError **error)
{
  g_autoptr (GString) columns = g_string_new ("SELECT e.id");
  g_autoptr (GString) joins = g_string_new (NULL);

  g_string_append_printf (joins, " FROM \"%s\" e", skh_register_get_table (reg));
  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    append_field (db, columns, joins, reg, i);
  g_string_append_printf (columns, "%s WHERE e.id = ?1", joins->str);
  return skh_register_prepare (db, columns, error);
}

/* — Reading — */

static void
read_value (SkhStatement *row, int *column, const SkhField *field, SkhValue *value)
{
  int at = (*column)++;
  char *names;

  if (skh_field_is_reference (field) || field->type == SKH_FIELD_COUNT)
    *column = at + (skh_field_is_reference (field) ? 3 : 2);
  *value = (SkhValue){ .is_set = !skh_statement_is_null (row, at) };
  if (!value->is_set)
    return;

  switch (field->type)
    {
    case SKH_FIELD_DAY:
      value->day = skh_statement_get_date (row, at);
      break;
    case SKH_FIELD_PERIOD:
      value->period = skh_statement_get_period (row, at);
      break;
    case SKH_FIELD_COUNT:
      value->number = skh_statement_get_int (row, at);
      value->total = skh_statement_get_int_or (row, at + 1, -1);
      break;
    case SKH_FIELD_UNIT:
    case SKH_FIELD_PERSON:
    case SKH_FIELD_DOCUMENT:
      value->id = skh_statement_get_int (row, at);
      value->text = skh_statement_dup_text (row, at + 1);
      value->code = skh_statement_dup_text (row, at + 2);
      break;
    case SKH_FIELD_FILE:
      value->number = g_ascii_strtoll (skh_statement_get_text (row, at), &names, 10);
      value->text = g_strdup (names + 1);
      break;
    case SKH_FIELD_NUMBER:
      value->number = skh_statement_get_int (row, at);
      break;
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_CHOICE:
    case SKH_N_FIELD_TYPES:
    default:
      value->text = skh_statement_dup_text (row, at);
      break;
    }
}

static SkhEntry *
read_entry (SkhStatement *row, SkhRegister *reg)
{
  SkhEntry *entry = skh_entry_new (reg);
  int column = 1;

  skh_entry_set_id (entry, skh_statement_get_int (row, 0));
  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    {
      SkhValue value;

      read_value (row, &column, skh_register_get_field (reg, i), &value);
      skh_entry_take_value (entry, i, &value);
    }
  return entry;
}

/* NULL with NOT_FOUND's absence: without an error when there is no such row. */
SkhEntry *
skh_register_row_load (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error)
{
  g_autoptr (SkhStatement) row = prepare_load (db, reg, error);

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, id);
  return skh_statement_step (row, error) ? read_entry (row, reg) : NULL;
}

/* Appends the entry of each id, NULL where there is none. */
gboolean
skh_register_row_load_many (SkhDatabase *db,
                            SkhRegister *reg,
                            const gint64 *ids,
                            guint n_ids,
                            GPtrArray *entries,
                            GError **error)
{
  g_autoptr (SkhStatement) row = prepare_load (db, reg, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < n_ids && local_error == NULL; i++)
    {
      skh_statement_bind_int (row, 1, ids[i]);
      g_ptr_array_add (entries, skh_statement_step (row, &local_error)
                                  ? read_entry (row, reg)
                                  : NULL);
      skh_statement_reset (row);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* — Writing — */

void
skh_register_bind (SkhStatement *row,
                   int *index,
                   const SkhField *field,
                   const SkhValue *value)
{
  int at = (*index)++;

  if (field->type == SKH_FIELD_COUNT)
    skh_statement_bind_int_or_null (row, (*index)++, value->is_set ? value->total : -1);
  if (!value->is_set)
    {
      skh_statement_bind_text (row, at, NULL);
      return;
    }

  switch (field->type)
    {
    case SKH_FIELD_DAY:
      skh_statement_bind_date (row, at, value->day);
      break;
    case SKH_FIELD_PERIOD:
      skh_statement_bind_period (row, at, value->period);
      break;
    case SKH_FIELD_NUMBER:
    case SKH_FIELD_COUNT:
    case SKH_FIELD_UNIT:
    case SKH_FIELD_PERSON:
    case SKH_FIELD_DOCUMENT:
      skh_statement_bind_int (row, at, value->number);
      break;
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_CHOICE:
    case SKH_FIELD_FILE:
    case SKH_N_FIELD_TYPES:
    default:
      skh_statement_bind_text (row, at, value->text);
      break;
    }
}

/* ?1 is the id; the values follow in the order of the fields. */
static void
append_assignment (GString *sql, const SkhField *field, int *index)
{
  const char *column = skh_field_get_column (field);

  g_string_append_printf (sql, "%s\"%s\" = ?%d", *index > 2 ? ", " : "", column, *index);
  (*index)++;
  if (field->type == SKH_FIELD_COUNT)
    g_string_append_printf (sql, ", \"%s_total\" = ?%d", column, (*index)++);
}

static SkhStatement *
prepare_update (SkhDatabase *db, SkhRegister *reg, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n;
  const SkhField *fields = skh_register_get_fields (reg, &n);
  int index = 2;

  g_string_printf (sql, "UPDATE \"%s\" SET ", skh_register_get_table (reg));
  for (guint i = 0; i < n; i++)
    if (fields[i].type != SKH_FIELD_FILE)
      append_assignment (sql, &fields[i], &index);
  g_string_append (sql, " WHERE id = ?1");
  return skh_register_prepare (db, sql, error);
}

static SkhStatement *
prepare_insert (SkhDatabase *db, SkhRegister *reg, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new ("?1");
  guint n;
  const SkhField *fields = skh_register_get_fields (reg, &n);
  int index = 2;

  g_string_printf (sql, "INSERT INTO \"%s\" (id", skh_register_get_table (reg));
  for (guint i = 0; i < n; i++)
    {
      const char *column = skh_field_get_column (&fields[i]);

      if (fields[i].type == SKH_FIELD_FILE)
        continue;
      g_string_append_printf (sql, ", \"%s\"", column);
      g_string_append_printf (places, ", ?%d", index++);
      if (fields[i].type != SKH_FIELD_COUNT)
        continue;
      g_string_append_printf (sql, ", \"%s_total\"", column);
      g_string_append_printf (places, ", ?%d", index++);
    }
  g_string_append_printf (sql, ") VALUES (%s)", places->str);
  return skh_register_prepare (db, sql, error);
}

gboolean
skh_register_row_save (SkhDatabase *db,
                       const SkhEntry *entry,
                       gboolean is_new,
                       GError **error)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  g_autoptr (SkhStatement) row
    = is_new ? prepare_insert (db, reg, error) : prepare_update (db, reg, error);
  int index = 2;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, skh_entry_get_id (entry));
  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    if (skh_register_get_field (reg, i)->type != SKH_FIELD_FILE)
      skh_register_bind (row, &index, skh_register_get_field (reg, i),
                         skh_entry_get_value (entry, i));
  return skh_statement_run (row, error);
}

gboolean
skh_register_row_delete (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SkhStatement) row = NULL;

  g_string_printf (sql, "DELETE FROM \"%s\" WHERE id = ?1", skh_register_get_table (reg));
  row = skh_register_prepare (db, sql, error);
  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  return skh_statement_run (row, error);
}
