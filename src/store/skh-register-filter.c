/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The filters and the search of a query as an SQL condition. */
#include "skh-register-filter-private.h"

#include "skh-text.h"

static void
bound_clear (gpointer data)
{
  SkhBound *bound = data;

  g_free (bound->text);
  g_clear_pointer (&bound->blob, g_bytes_unref);
}

GArray *
skh_bounds_new (void)
{
  GArray *bounds = g_array_new (FALSE, TRUE, sizeof (SkhBound));

  g_array_set_clear_func (bounds, bound_clear);
  return bounds;
}

void
skh_bounds_add_text (GArray *bounds, char *text)
{
  SkhBound bound = { .type = SKH_BOUND_TEXT, .text = text };

  g_array_append_val (bounds, bound);
}

void
skh_bounds_add_int (GArray *bounds, gint64 number)
{
  SkhBound bound = { .type = SKH_BOUND_INT, .number = number };

  g_array_append_val (bounds, bound);
}

void
skh_bounds_add_copy (GArray *bounds, const SkhBound *bound)
{
  SkhBound copy = *bound;

  copy.text = g_strdup (bound->text);
  copy.blob = bound->blob != NULL ? g_bytes_ref (bound->blob) : NULL;
  g_array_append_val (bounds, copy);
}

void
skh_bounds_add_column (SkhStatement *row, int column, SkhFieldType type, GArray *keys)
{
  SkhBound bound = { 0 };
  gsize size;

  if (!skh_statement_is_null (row, column))
    switch (type)
      {
      case SKH_FIELD_NUMBER:
      case SKH_FIELD_COUNT:
        bound.type = SKH_BOUND_INT;
        bound.number = skh_statement_get_int (row, column);
        break;
      case SKH_FIELD_DAY:
        bound.type = SKH_BOUND_TEXT;
        bound.text = skh_statement_dup_text (row, column);
        break;
      case SKH_FIELD_TEXT:
      case SKH_FIELD_LONG_TEXT:
      case SKH_FIELD_PERIOD:
      case SKH_FIELD_UNIT:
      case SKH_FIELD_PERSON:
      case SKH_FIELD_DOCUMENT:
      case SKH_FIELD_CHOICE:
      case SKH_FIELD_FILE:
      case SKH_N_FIELD_TYPES:
      default:
        {
          gconstpointer data = skh_statement_get_blob (row, column, &size);

          bound.type = SKH_BOUND_BLOB;
          bound.blob = g_bytes_new (data, size);
          break;
        }
      }
  g_array_append_val (keys, bound);
}

/* The bounds must outlive the statement's next run. */
void
skh_bounds_bind (GArray *bounds, SkhStatement *row)
{
  for (guint i = 0; i < bounds->len; i++)
    {
      const SkhBound *bound = &g_array_index (bounds, SkhBound, i);
      int index = (int)i + 1;
      gsize size;

      if (bound->type == SKH_BOUND_INT)
        skh_statement_bind_int (row, index, bound->number);
      else if (bound->type == SKH_BOUND_TEXT)
        skh_statement_bind_text (row, index, bound->text);
      else if (bound->type == SKH_BOUND_BLOB)
        {
          gconstpointer data = g_bytes_get_data (bound->blob, &size);

          skh_statement_bind_blob (row, index, data, size);
        }
    }
}

/* — Conditions — */

static char *
dup_column (SkhCondition *self, const SkhField *field)
{
  self->uses_entry = TRUE;
  return g_strdup_printf ("%se.\"%s\"", self->without_index ? "+" : "",
                          skh_field_get_column (field));
}

static void
begin (SkhCondition *self)
{
  if (self->sql->len > 0)
    g_string_append (self->sql, " AND ");
}

static void
add_words (SkhCondition *self, const char *expression, const char *words)
{
  g_autofree char *folded = skh_text_fold (words);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      {
        begin (self);
        g_string_append_printf (self->sql, "instr(%s, ?) > 0", expression);
        skh_bounds_add_text (self->bounds, g_strdup (*part));
      }
}

/* The whole entry first: it is folded already, and seldom holds the words. */
static void
add_contains (SkhCondition *self, const SkhField *field, const SkhValue *value)
{
  g_autofree char *column = dup_column (self, field);
  g_autofree char *folded = g_strdup_printf ("skh_fold(%s)", column);

  self->uses_derived = TRUE;
  add_words (self, "x.folded", value->text);
  add_words (self, folded, value->text);
}

static void
add_bound (SkhCondition *self, const SkhField *field, const SkhValue *value)
{
  if (field->type == SKH_FIELD_DAY)
    skh_bounds_add_text (self->bounds, skh_date_to_iso (value->day));
  else if (field->type == SKH_FIELD_PERIOD)
    skh_bounds_add_text (self->bounds, skh_period_to_string (value->period));
  else if (value->text != NULL && !skh_field_is_reference (field))
    skh_bounds_add_text (self->bounds, g_strdup (value->text));
  else
    skh_bounds_add_int (self->bounds, value->number);
}

static void
add_comparison (SkhCondition *self,
                const SkhField *field,
                const char *
                operator,
                const SkhValue * value)
{
  g_autofree char *column = dup_column (self, field);

  begin (self);
  g_string_append_printf (self->sql, "%s %s ?", column, operator);
  add_bound (self, field, value);
}

/* One of several values. An equal text has an equal sort key, which is indexed. */
static void
add_is (SkhCondition *self, const SkhField *field, const SkhValue *value)
{
  g_autofree char *column = dup_column (self, field);

  g_string_append_printf (self->sql, "(%s = ?", column);
  add_bound (self, field, value);
  if (field->type == SKH_FIELD_TEXT && !self->without_index)
    {
      SkhBound key
        = { .type = SKH_BOUND_BLOB, .blob = skh_register_text_key (field, value->text) };

      self->uses_derived = TRUE;
      g_string_append_printf (self->sql, " AND x.\"%s\" = ?",
                              skh_field_get_column (field));
      g_array_append_val (self->bounds, key);
    }
  if (field->type == SKH_FIELD_COUNT)
    {
      g_string_append_printf (self->sql, " AND coalesce(e.\"%s_total\", -1) = ?",
                              skh_field_get_column (field));
      skh_bounds_add_int (self->bounds, value->total);
    }
  g_string_append_c (self->sql, ')');
}

/* All IS of one field, at the first of them. */
static void
add_all_is (SkhCondition *self, const SkhRegisterQuery *query, guint first)
{
  const GArray *filters = query->filters;
  guint field = g_array_index (filters, SkhFilter, first).field;
  gboolean is_first = TRUE;

  for (guint i = 0; i < first; i++)
    if (g_array_index (filters, SkhFilter, i).field == field
        && g_array_index (filters, SkhFilter, i).op == SKH_FILTER_IS)
      return;
  begin (self);
  g_string_append_c (self->sql, '(');
  for (guint i = first; i < filters->len; i++)
    {
      const SkhFilter *filter = &g_array_index (filters, SkhFilter, i);

      if (filter->field != field || filter->op != SKH_FILTER_IS)
        continue;
      if (!is_first)
        g_string_append (self->sql, " OR ");
      add_is (self, skh_register_get_field (query->reg, field), &filter->value);
      is_first = FALSE;
    }
  g_string_append_c (self->sql, ')');
}

static void
append_periods (GString *sql, SkhPeriod whole)
{
  static const SkhPeriodKind kinds[]
    = { SKH_PERIOD_YEAR, SKH_PERIOD_HALF, SKH_PERIOD_QUARTER, SKH_PERIOD_MONTH };
  gboolean is_first = TRUE;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      SkhPeriod parts[12];
      guint n = skh_period_split (whole, kinds[k], parts);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = skh_period_to_string (parts[i]);

          g_string_append_printf (sql, "%s'%s'", is_first ? "" : ", ", text);
          is_first = FALSE;
        }
    }
}

#define UNITS_UNDER                                                                      \
  "WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT u.id FROM unit u"                 \
  " JOIN below b ON u.parent_id = b.id) SELECT id FROM below"

static void
add_in (SkhCondition *self, const SkhField *field, const SkhValue *value)
{
  g_autofree char *column = dup_column (self, field);

  begin (self);
  if (field->type == SKH_FIELD_DAY)
    {
      g_string_append_printf (self->sql, "%s BETWEEN ? AND ?", column);
      skh_bounds_add_text (self->bounds,
                           skh_date_to_iso (skh_period_get_first_day (value->period)));
      skh_bounds_add_text (self->bounds,
                           skh_date_to_iso (skh_period_get_last_day (value->period)));
      return;
    }
  g_string_append_printf (self->sql, "%s IN (", column);
  if (field->type == SKH_FIELD_PERIOD)
    append_periods (self->sql, value->period);
  else
    {
      g_string_append (self->sql, UNITS_UNDER);
      skh_bounds_add_int (self->bounds, value->id);
    }
  g_string_append_c (self->sql, ')');
}

static void
add_empty (SkhCondition *self,
           const SkhRegisterQuery *query,
           const SkhField *field,
           gboolean is_empty)
{
  g_autofree char *column = NULL;

  begin (self);
  if (field->type == SKH_FIELD_FILE)
    {
      self->uses_entry = TRUE;
      g_string_append_printf (
        self->sql,
        "%s EXISTS (SELECT 1 FROM attachment a WHERE a.kind = '%s' AND a.owner_id = e.id"
        " AND a.field = '%s')",
        is_empty ? "NOT" : "", skh_register_get_table (query->reg), field->key);
      return;
    }
  column = dup_column (self, field);
  g_string_append_printf (self->sql, "%s IS %s", column, is_empty ? "NULL" : "NOT NULL");
}

static void
add_filter (SkhCondition *self, const SkhRegisterQuery *query, guint i)
{
  const SkhFilter *filter = &g_array_index (query->filters, SkhFilter, i);
  const SkhField *field = skh_register_get_field (query->reg, filter->field);

  switch (filter->op)
    {
    case SKH_FILTER_IS:
      add_all_is (self, query, i);
      break;
    case SKH_FILTER_CONTAINS:
      add_contains (self, field, &filter->value);
      break;
    case SKH_FILTER_AT_LEAST:
      add_comparison (self, field, ">=", &filter->value);
      break;
    case SKH_FILTER_AT_MOST:
      add_comparison (self, field, "<=", &filter->value);
      break;
    case SKH_FILTER_IN:
      add_in (self, field, &filter->value);
      break;
    case SKH_FILTER_EMPTY:
    case SKH_FILTER_NOT_EMPTY:
    case SKH_N_FILTER_OPS:
    default:
      add_empty (self, query, field, filter->op == SKH_FILTER_EMPTY);
      break;
    }
}

/* without_index: the rows come in the order of another index, and are only looked at. */
void
skh_condition_init (SkhCondition *self,
                    const SkhRegisterQuery *query,
                    gboolean without_index)
{
  *self = (SkhCondition){ .sql = g_string_new (NULL),
                          .bounds = skh_bounds_new (),
                          .without_index = without_index };
  for (guint i = 0; i < query->filters->len; i++)
    add_filter (self, query, i);
  if (query->search == NULL || *query->search == '\0')
    return;
  self->uses_derived = TRUE;
  add_words (self, "x.folded", query->search);
}

void
skh_condition_clear (SkhCondition *self)
{
  g_string_free (self->sql, TRUE);
  g_array_unref (self->bounds);
}
