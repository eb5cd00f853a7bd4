/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entry a line of a list means. */
#include "skh-register-filter-private.h"
#include "skh-register-store.h"

/* What is compared: the first field must be the same; another one where both say it. */
typedef struct
{
  const SkhEntry *entry;
  GArray *fields; /* guint */
  gboolean all_exact;
} Match;

static void
take_all_given (Match *match)
{
  SkhRegister *reg = skh_entry_get_register (match->entry);

  match->all_exact = TRUE;
  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    if (skh_entry_get_value (match->entry, i)->is_set
        && skh_field_is_typed (skh_register_get_field (reg, i)))
      g_array_append_val (match->fields, i);
}

static void
take_identity (Match *match)
{
  guint fields[SKH_REGISTER_MAX_IDENTITY];
  guint n = skh_register_get_identity (skh_entry_get_register (match->entry),
                                       match->entry, fields);

  for (guint i = 0; i < n; i++)
    if (skh_entry_get_value (match->entry, fields[i])->is_set)
      g_array_append_val (match->fields, fields[i]);
  if (n == 0)
    take_all_given (match);
}

/* "e.day = ?", by the derived key first where there is one, for its index. */
static void
append_equal (GString *sql, GArray *bounds, const SkhField *field, const SkhValue *value)
{
  const char *column = skh_field_get_column (field);

  g_string_append_printf (sql, "e.\"%s\" = ?", column);
  if (field->type == SKH_FIELD_DAY)
    skh_bounds_add_text (bounds, skh_date_to_iso (value->day));
  else if (field->type == SKH_FIELD_PERIOD)
    skh_bounds_add_text (bounds, skh_period_to_string (value->period));
  else if (value->text != NULL && !skh_field_is_reference (field))
    skh_bounds_add_text (bounds, g_strdup (value->text));
  else
    skh_bounds_add_int (bounds, value->number);
  if (field->type == SKH_FIELD_TEXT)
    {
      SkhBound key
        = { .type = SKH_BOUND_BLOB, .blob = skh_register_text_key (field, value->text) };

      g_string_append_printf (sql, " AND x.\"%s\" = ?", column);
      g_array_append_val (bounds, key);
    }
  if (field->type == SKH_FIELD_COUNT)
    {
      g_string_append_printf (sql, " AND coalesce(e.\"%s_total\", -1) = ?", column);
      skh_bounds_add_int (bounds, value->total);
    }
}

static void
append_condition (GString *sql,
                  GArray *bounds,
                  const Match *match,
                  guint i,
                  gboolean exact)
{
  guint field = g_array_index (match->fields, guint, i);
  const SkhField *of
    = skh_register_get_field (skh_entry_get_register (match->entry), field);

  g_string_append_printf (sql, "%s(", i == 0 ? " WHERE " : " AND ");
  if (!exact && i > 0)
    g_string_append_printf (sql, "e.\"%s\" IS NULL OR ", skh_field_get_column (of));
  append_equal (sql, bounds, of, skh_entry_get_value (match->entry, field));
  g_string_append_c (sql, ')');
}

static gboolean
run (SkhDatabase *db,
     const Match *match,
     gboolean exact,
     gint64 *id,
     guint *n,
     GError **error)
{
  const char *table = skh_register_get_table (skh_entry_get_register (match->entry));
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GArray) bounds = skh_bounds_new ();
  g_autoptr (SkhStatement) row = NULL;
  GError *local_error = NULL;

  g_string_printf (sql, "SELECT e.id FROM \"%s\" e JOIN \"%s_derived\" x ON x.id = e.id",
                   table, table);
  for (guint i = 0; i < match->fields->len; i++)
    append_condition (sql, bounds, match, i, exact);
  g_string_append (sql, " LIMIT 2");
  row = skh_register_prepare (db, sql, error);
  if (row == NULL)
    return FALSE;
  skh_bounds_bind (bounds, row);
  for (*n = 0; skh_statement_step (row, &local_error); (*n)++)
    *id = skh_statement_get_int (row, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * skh_register_store_match:
 *
 * Fields that tell entries apart must say the same, where both say something; of several
 * entries the one that says all of it is meant. Of entries that nothing tells apart, one
 * that says all the line says is the same.
 */
gboolean
skh_register_store_match (SkhDatabase *db,
                          const SkhEntry *entry,
                          gint64 *id,
                          gboolean *is_ambiguous,
                          GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  Match match = { .entry = entry, .fields = fields };
  guint n = 0;

  *id = 0;
  *is_ambiguous = FALSE;
  take_identity (&match);
  if (fields->len == 0)
    return TRUE;
  if (!run (db, &match, match.all_exact, id, &n, error))
    return FALSE;
  if (n > 1 && !match.all_exact && !run (db, &match, TRUE, id, &n, error))
    return FALSE;
  *is_ambiguous = n != 1 && *id != 0 && !match.all_exact;
  return TRUE;
}
