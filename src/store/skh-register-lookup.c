/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what people type to what they mean: units, people and documents by name, and what
   may stand in a field. */
#include "skh-register-store.h"

#include "skh-register-private.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the newest entries, to suggest texts from. */
#define SUGGEST_FROM 20000

/* What was found: the only one, or how many. */
typedef struct
{
  gint64 id;
  guint n;
} Found;

/* Among what is looked for. */
typedef struct
{
  SkhRegister *reg;
  const char *text;
  const char *unit_column; /* NULL: of whatever unit */
  gint64 unit;
} Wanted;

/* Takes the ids of a statement's rows until two differ. */
static gboolean
take_found (SkhStatement *row, Found *found, GError **error)
{
  GError *local_error = NULL;

  while (found->n < 2 && skh_statement_step (row, &local_error))
    if (found->n == 0 || skh_statement_get_int (row, 0) != found->id)
      {
        found->id = skh_statement_get_int (row, 0);
        found->n++;
      }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* By code, by name as written, by name without regard to tones. */
static gboolean
find_unit (SkhDatabase *db, const char *text, Found *found, GError **error)
{
  static const char *const queries[] = {
    "SELECT id FROM unit WHERE code = ?1",
    "SELECT id FROM unit WHERE name = ?1 OR short_name = ?1",
    "SELECT u.id FROM derived_text d JOIN unit u ON u.id = d.id WHERE d.kind = 'unit'"
    " AND instr(d.folded, skh_fold(?1)) > 0"
    " AND skh_fold(?1) IN (skh_fold(u.name), skh_fold(u.short_name), skh_fold(u.code))",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries) && found->n == 0; i++)
    {
      g_autoptr (SkhStatement) row = skh_statement_new (db, queries[i], error);

      if (row == NULL)
        return FALSE;
      skh_statement_bind_text (row, 1, text);
      if (!take_found (row, found, error))
        return FALSE;
    }
  return TRUE;
}

/* Rows with this text in one field of the label, and, if given, with this whole label. */
static gboolean
find_by_field (SkhDatabase *db,
               const Wanted *wanted,
               const SkhField *field,
               const char *text,
               const char *label,
               Found *found,
               GError **error)
{
  const char *table = skh_register_get_table (wanted->reg);
  const char *column = skh_field_get_column (field);
  g_autofree char *expression = skh_register_dup_label_sql (wanted->reg, "e");
  g_autofree char *sql = g_strdup_printf (
    "SELECT e.id FROM \"%s_derived\" x JOIN \"%s\" e ON e.id = x.id"
    " WHERE x.\"%s\" = ?2 AND e.\"%s\" = ?1 AND (?3 IS NULL OR %s = ?3)%s%s%s",
    table, table, column, column, expression,
    wanted->unit_column != NULL ? " AND e.\"" : "",
    wanted->unit_column != NULL ? wanted->unit_column : "",
    wanted->unit_column != NULL ? "\" = ?4" : "");
  g_autoptr (SkhStatement) row = skh_statement_new (db, g_intern_string (sql), error);
  g_autoptr (GBytes) key = skh_register_text_key (field, text);
  gsize size;
  gconstpointer data = g_bytes_get_data (key, &size);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_text (row, 1, text);
  skh_statement_bind_blob (row, 2, data, size);
  skh_statement_bind_text (row, 3, label);
  if (wanted->unit_column != NULL)
    skh_statement_bind_int (row, 4, wanted->unit);
  return take_found (row, found, error);
}

/* The whole label, then any one of its parts. */
static gboolean
find_entry (SkhDatabase *db, const Wanted *wanted, Found *found, GError **error)
{
  guint fields[SKH_REGISTER_MAX_LABEL];
  guint n = skh_register_get_label_fields (wanted->reg, fields);
  const char *text = wanted->text, *joint = text;

  while (n > 1 && found->n == 0 && (joint = strstr (joint, ", ")) != NULL)
    {
      g_autofree char *part = g_strndup (text, (gsize)(joint - text));

      if (!find_by_field (db, wanted, skh_register_get_field (wanted->reg, fields[0]),
                          part, text, found, error))
        return FALSE;
      joint += strlen (", ");
    }
  for (guint i = 0; i < n && found->n == 0; i++)
    if (!find_by_field (db, wanted, skh_register_get_field (wanted->reg, fields[i]), text,
                        NULL, found, error))
      return FALSE;
  return TRUE;
}

static const SkhField *
find_unit_field (SkhRegister *reg)
{
  guint n;
  const SkhField *fields = skh_register_get_fields (reg, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type == SKH_FIELD_UNIT)
      return &fields[i];
  return NULL;
}

/* Names are shared: of several people called so the one of the entry's unit is meant. */
static gboolean
find_in_unit (SkhDatabase *db,
              Wanted *wanted,
              const SkhEntry *entry,
              Found *found,
              GError **error)
{
  const SkhValue *value = skh_entry_get_unit (entry);
  const SkhField *unit = find_unit_field (wanted->reg);
  Found here = { 0 };

  if (value == NULL || unit == NULL)
    return TRUE;
  here.id = value->id;
  if (value->id == 0 && !find_unit (db, value->text, &here, error))
    return FALSE;
  if (here.id == 0 || here.n > 1)
    return TRUE;
  wanted->unit_column = skh_field_get_column (unit);
  wanted->unit = here.id;
  *found = (Found){ 0 };
  if (!find_entry (db, wanted, found, error))
    return FALSE;
  if (found->n == 0)
    found->n = 2;
  return TRUE;
}

static char *
dup_not_found (const SkhField *field, const char *text, guint n)
{
  if (n > 1)
    return g_strdup_printf (_ ("“%s” is the name of more than one; write the code, or "
                               "choose it from the list."),
                            text);
  if (field->type == SKH_FIELD_UNIT)
    return g_strdup_printf (_ ("There is no unit “%s”; write its name or code as it "
                               "stands among the units."),
                            text);
  if (field->type == SKH_FIELD_PERSON)
    return g_strdup_printf (_ ("There is no person “%s” in the register."), text);
  return g_strdup_printf (_ ("There is no document “%s” in the register."), text);
}

static gboolean
name_found (SkhDatabase *db, const SkhField *field, SkhValue *value, GError **error)
{
  SkhRegister *reg;
  g_autoptr (SkhEntry) entry = NULL;
  g_autoptr (SkhStatement) row = NULL;

  g_clear_pointer (&value->text, g_free);
  if (field->type != SKH_FIELD_UNIT)
    {
      reg = skh_register_cache_find (db, skh_field_get_reference (field));
      entry = skh_register_row_load (db, reg, value->id, error);
      value->text = entry != NULL ? skh_entry_dup_label (entry) : NULL;
      return entry != NULL;
    }
  row = skh_statement_new (db, "SELECT name, code FROM unit WHERE id = ?1", error);
  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, value->id);
  if (!skh_statement_step (row, error))
    return FALSE;
  value->text = skh_statement_dup_text (row, 0);
  value->code = skh_statement_dup_text (row, 1);
  return TRUE;
}

gboolean
skh_register_store_resolve (SkhDatabase *db,
                            const SkhField *field,
                            SkhValue *value,
                            const SkhEntry *entry,
                            char **fault,
                            GError **error)
{
  const char *reference = skh_field_get_reference (field);
  Wanted wanted = { .text = value->text };
  Found found = { 0 };

  *fault = NULL;
  if (!value->is_set || value->id != 0)
    return TRUE;
  if (field->type == SKH_FIELD_UNIT)
    {
      if (!find_unit (db, value->text, &found, error))
        return FALSE;
    }
  else
    {
      wanted.reg = skh_register_cache_find (db, reference);
      if (wanted.reg != NULL && !find_entry (db, &wanted, &found, error))
        return FALSE;
      if (found.n > 1 && entry != NULL
          && !find_in_unit (db, &wanted, entry, &found, error))
        return FALSE;
    }
  if (found.n == 1)
    {
      value->id = found.id;
      return name_found (db, field, value, error);
    }
  *fault = dup_not_found (field, value->text, found.n);
  return FALSE;
}

/* — Suggestions — */

void
skh_suggestion_free (SkhSuggestion *suggestion)
{
  g_free (suggestion->text);
  g_free (suggestion->code);
  g_free (suggestion->detail);
  g_free (suggestion);
}

static gboolean
take_suggestions (SkhDatabase *db,
                  const char *sql,
                  const char *words,
                  guint limit,
                  GPtrArray *list,
                  GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new_once (db, sql, error);
  g_autofree char *folded = skh_text_fold (words);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  while (list->len < limit && skh_statement_step (row, &local_error))
    {
      SkhSuggestion *suggestion;

      if (!skh_text_matches (skh_statement_get_text (row, 0), folded))
        continue;
      suggestion = g_new0 (SkhSuggestion, 1);
      suggestion->id = skh_statement_get_int (row, 1);
      suggestion->text = skh_statement_dup_text (row, 2);
      suggestion->code = skh_statement_dup_text (row, 3);
      suggestion->detail = skh_statement_dup_text (row, 4);
      g_ptr_array_add (list, suggestion);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* The unit, where the register has one: it tells people of the same name apart. */
static char *
dup_detail_sql (SkhRegister *target)
{
  const SkhField *unit = find_unit_field (target);

  return unit == NULL
           ? g_strdup ("NULL")
           : g_strdup_printf ("(SELECT coalesce(u.short_name, u.name) FROM unit u"
                              " WHERE u.id = e.\"%s\")",
                              skh_field_get_column (unit));
}

static char *
dup_suggest_sql (SkhDatabase *db, SkhRegister *reg, const SkhField *field)
{
  const char *reference = skh_field_get_reference (field);
  const char *table = skh_register_get_table (reg);
  const char *column = skh_field_get_column (field);
  SkhRegister *target;
  g_autofree char *label = NULL, *detail = NULL;
  guint fields[SKH_REGISTER_MAX_LABEL];

  if (field->type == SKH_FIELD_UNIT)
    return g_strdup ("SELECT d.folded, u.id, u.name, u.code, NULL FROM unit u"
                     " JOIN derived_text d ON d.kind = 'unit' AND d.id = u.id"
                     " ORDER BY u.rank, u.id");
  if (reference == NULL)
    return g_strdup_printf (
      "SELECT skh_fold(t), 0, t, NULL, NULL FROM (SELECT \"%s\" AS t FROM \"%s\""
      " WHERE \"%s\" IS NOT NULL ORDER BY id DESC LIMIT %d) GROUP BY t"
      " ORDER BY count(*) DESC, t",
      column, table, column, SUGGEST_FROM);
  target = skh_register_cache_find (db, reference);
  if (target == NULL || skh_register_get_label_fields (target, fields) == 0)
    return NULL;
  label = skh_register_dup_label_sql (target, "e");
  table = skh_register_get_table (target);
  detail = dup_detail_sql (target);
  return g_strdup_printf ("SELECT x.folded, e.id, %s, NULL, %s FROM \"%s_derived\" x"
                          " JOIN \"%s\" e ON e.id = x.id ORDER BY x.\"%s\"",
                          label, detail, table, table,
                          skh_field_get_column (
                            skh_register_get_field (target, fields[0])));
}

GPtrArray *
skh_register_store_suggest (SkhDatabase *db,
                            SkhRegister *reg,
                            guint field,
                            const char *words,
                            guint limit,
                            GError **error)
{
  const SkhField *of = skh_register_get_field (reg, field);
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_suggestion_free);
  g_autofree char *sql = NULL;

  if (of->type != SKH_FIELD_TEXT && !skh_field_is_reference (of))
    return g_steal_pointer (&list);
  sql = dup_suggest_sql (db, reg, of);
  if (sql != NULL && !take_suggestions (db, sql, words, limit, list, error))
    return NULL;
  return g_steal_pointer (&list);
}
