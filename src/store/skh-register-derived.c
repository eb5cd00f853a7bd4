/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is derived of an entry: the folded text that is searched, and sort keys of the
   fields whose columns do not sort as people do: texts in Vietnamese order, references by
   what they are called, periods by their days, choices in their declared order. */
#include "skh-register-private.h"

#include "skh-text.h"

GBytes *
skh_register_text_key (const SkhField *field, const char *text)
{
  return field->flags & SKH_FIELD_PERSON_NAME ? skh_text_person_sort_key (text)
                                              : skh_text_sort_key (text);
}

/* By the first day; of those that begin together the longer first. */
static GBytes *
get_period_key (SkhPeriod period)
{
  char *key = g_strdup_printf ("%08d%08d", skh_period_get_first_day (period) + 10000000,
                               30000000 - skh_period_get_last_day (period));

  return g_bytes_new_take (key, strlen (key));
}

static GBytes *
get_choice_key (const SkhField *field, const char *key)
{
  const SkhChoice *choice = skh_field_find_choice (field, key);
  guint8 place[2] = { 0xff, 0xff };

  if (choice != NULL)
    {
      place[0] = (guint8)((guint)(choice - field->choices) >> 8);
      place[1] = (guint8)(choice - field->choices);
    }
  return g_bytes_new (place, sizeof place);
}

/* A person sorts by given name also where another entry refers to them. */
static const SkhField *
get_named_field (SkhDatabase *db, const SkhField *field)
{
  const char *reference = skh_field_get_reference (field);
  SkhRegister *reg = reference != NULL ? skh_register_cache_find (db, reference) : NULL;
  guint fields[SKH_REGISTER_MAX_LABEL];

  if (reg == NULL || skh_register_get_label_fields (reg, fields) != 1)
    return field;
  return skh_register_get_field (reg, fields[0]);
}

static GBytes *
get_key (SkhDatabase *db, const SkhField *field, const SkhValue *value)
{
  if (!value->is_set)
    return NULL;
  if (field->type == SKH_FIELD_PERIOD)
    return get_period_key (value->period);
  if (field->type == SKH_FIELD_CHOICE)
    return get_choice_key (field, value->text);
  if (value->text == NULL)
    return NULL;
  return skh_register_text_key (get_named_field (db, field), value->text);
}

static void
append_searched (GString *text, const SkhField *field, const SkhValue *value)
{
  if (!value->is_set
      || !(field->type == SKH_FIELD_TEXT || field->type == SKH_FIELD_LONG_TEXT
           || skh_field_is_reference (field)))
    return;
  if (value->text != NULL)
    g_string_append_printf (text, "%s ", value->text);
  if (value->code != NULL)
    g_string_append_printf (text, "%s ", value->code);
}

static char *
fold_entry (const SkhEntry *entry)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    append_searched (text, skh_register_get_field (reg, i),
                     skh_entry_get_value (entry, i));
  return skh_text_fold (text->str);
}

/* — One row — */

static SkhStatement *
prepare_put (SkhDatabase *db, SkhRegister *reg, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new ("?1, ?2");
  guint n;
  const SkhField *fields = skh_register_get_fields (reg, &n);
  int index = 3;

  g_string_printf (sql, "INSERT OR REPLACE INTO \"%s_derived\" (id, folded",
                   skh_register_get_table (reg));
  for (guint i = 0; i < n; i++)
    if (skh_register_schema_is_derived (&fields[i]))
      {
        g_string_append_printf (sql, ", \"%s\"", skh_field_get_column (&fields[i]));
        g_string_append_printf (places, ", ?%d", index++);
      }
  g_string_append_printf (sql, ") VALUES (%s)", places->str);
  return skh_register_prepare (db, sql, error);
}

static gboolean
put (SkhDatabase *db, const SkhEntry *entry, GError **error)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  g_autoptr (SkhStatement) row = prepare_put (db, reg, error);
  g_autoptr (GPtrArray) keys
    = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autofree char *folded = fold_entry (entry);
  int index = 3;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, skh_entry_get_id (entry));
  skh_statement_bind_text (row, 2, folded);
  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    {
      const SkhField *field = skh_register_get_field (reg, i);
      GBytes *key;

      if (!skh_register_schema_is_derived (field))
        continue;
      key = get_key (db, field, skh_entry_get_value (entry, i));
      if (key != NULL)
        {
          gsize size;
          gconstpointer data = g_bytes_get_data (key, &size);

          skh_statement_bind_blob (row, index, data, size);
          g_ptr_array_add (keys, key);
        }
      index++;
    }
  return skh_statement_run (row, error);
}

static gboolean
drop (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SkhStatement) row = NULL;

  g_string_printf (sql, "DELETE FROM \"%s_derived\" WHERE id = ?1",
                   skh_register_get_table (reg));
  row = skh_register_prepare (db, sql, error);
  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  return skh_statement_run (row, error);
}

gboolean
skh_register_derived_refresh (SkhDatabase *db,
                              SkhRegister *reg,
                              gint64 id,
                              GError **error)
{
  GError *local_error = NULL;
  g_autoptr (SkhEntry) entry = skh_register_row_load (db, reg, id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  return entry != NULL ? put (db, entry, error) : drop (db, reg, id, error);
}

/* — Entries that refer to a row — */

static gboolean
refresh_field (SkhDatabase *db,
               SkhRegister *reg,
               const SkhField *field,
               gint64 id,
               GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SkhStatement) row = NULL;
  GError *local_error = NULL;

  g_string_printf (sql, "SELECT id FROM \"%s\" WHERE \"%s\" = ?1",
                   skh_register_get_table (reg), skh_field_get_column (field));
  row = skh_register_prepare (db, sql, error);
  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  while (skh_statement_step (row, &local_error))
    {
      gint64 referring = skh_statement_get_int (row, 0);

      g_array_append_val (ids, referring);
    }
  for (guint i = 0; local_error == NULL && i < ids->len; i++)
    skh_register_derived_refresh (db, reg, g_array_index (ids, gint64, i), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

gboolean
skh_register_derived_refresh_referring (SkhDatabase *db,
                                        const char *table,
                                        gint64 id,
                                        GError **error)
{
  GPtrArray *all = skh_register_cache_get_all (db, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      guint n;
      const SkhField *fields = skh_register_get_fields (all->pdata[i], &n);

      for (guint k = 0; k < n; k++)
        if (skh_field_is_reference (&fields[k])
            && g_strcmp0 (skh_register_schema_get_target (db, &fields[k]), table) == 0
            && !refresh_field (db, all->pdata[i], &fields[k], id, error))
          return FALSE;
    }
  return all != NULL;
}

/* — All of a register — */

gboolean
skh_register_derived_rebuild (SkhDatabase *db, SkhRegister *reg, GError **error)
{
  const char *table = skh_register_get_table (reg);
  g_autofree char *clear = g_strdup_printf ("DELETE FROM \"%s_derived\"", table);
  g_autofree char *select = g_strdup_printf ("SELECT id FROM \"%s\"", table);
  g_autoptr (SkhStatement) row = NULL;
  GError *local_error = NULL;

  if (!skh_database_exec (db, clear, error))
    return FALSE;
  row = skh_statement_new_once (db, select, error);
  if (row == NULL)
    return FALSE;
  while (skh_statement_step (row, &local_error))
    if (!skh_register_derived_refresh (db, reg, skh_statement_get_int (row, 0), error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}
