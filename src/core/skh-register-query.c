/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-register-query.h"

#include "skh-text.h"

#include <stdlib.h>
#include <string.h>

static const char *const op_words[SKH_N_FILTER_OPS] = {
  [SKH_FILTER_IS] = "=",
  [SKH_FILTER_CONTAINS] = ":",
  [SKH_FILTER_AT_LEAST] = ">=",
  [SKH_FILTER_AT_MOST] = "<=",
  [SKH_FILTER_IN] = "in",
  [SKH_FILTER_EMPTY] = "empty",
  [SKH_FILTER_NOT_EMPTY] = "given",
};

static void
filter_clear (gpointer data)
{
  skh_value_clear (&((SkhFilter *)data)->value);
}

SkhRegisterQuery *
skh_register_query_new (SkhRegister *reg)
{
  SkhRegisterQuery *self = g_new0 (SkhRegisterQuery, 1);

  self->reg = skh_register_ref (reg);
  self->filters = g_array_new (FALSE, FALSE, sizeof (SkhFilter));
  g_array_set_clear_func (self->filters, filter_clear);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

SkhRegisterQuery *
skh_register_query_copy (const SkhRegisterQuery *self)
{
  SkhRegisterQuery *copy = skh_register_query_new (self->reg);

  for (guint i = 0; i < self->filters->len; i++)
    {
      SkhFilter filter = g_array_index (self->filters, SkhFilter, i);

      skh_value_copy (&g_array_index (self->filters, SkhFilter, i).value, &filter.value);
      g_array_append_val (copy->filters, filter);
    }
  copy->search = g_strdup (self->search);
  memcpy (copy->sort, self->sort, sizeof copy->sort);
  copy->n_sort = self->n_sort;
  g_array_append_vals (copy->columns, self->columns->data, self->columns->len);
  return copy;
}

void
skh_register_query_free (SkhRegisterQuery *self)
{
  skh_register_unref (self->reg);
  g_array_unref (self->filters);
  g_array_unref (self->columns);
  g_free (self->search);
  g_free (self);
}

void
skh_register_query_add_filter (SkhRegisterQuery *self,
                               guint field,
                               SkhFilterOp op,
                               SkhValue *value)
{
  SkhFilter filter = { .field = field, .op = op };

  if (value != NULL)
    {
      filter.value = *value;
      *value = (SkhValue){ 0 };
    }
  g_array_append_val (self->filters, filter);
}

void
skh_register_query_clear_filters (SkhRegisterQuery *self, guint field)
{
  for (guint i = self->filters->len; i-- > 0;)
    if (g_array_index (self->filters, SkhFilter, i).field == field)
      g_array_remove_index (self->filters, i);
}

/* A day in a period is filtered by a period. */
static gboolean
is_same_filter (SkhRegister *reg, const SkhFilter *a, const SkhFilter *b)
{
  const SkhField *field;

  if (a->field != b->field || a->op != b->op)
    return FALSE;
  field = skh_register_get_field (reg, a->field);
  if (a->op == SKH_FILTER_IN && field->type == SKH_FIELD_DAY)
    return skh_period_equal (a->value.period, b->value.period);
  return skh_value_equal (field, &a->value, &b->value);
}

gboolean
skh_register_query_has_filter (const SkhRegisterQuery *self, const SkhFilter *filter)
{
  for (guint i = 0; i < self->filters->len; i++)
    if (is_same_filter (self->reg, &g_array_index (self->filters, SkhFilter, i), filter))
      return TRUE;
  return FALSE;
}

void
skh_register_query_keep_filters (SkhRegisterQuery *self, const SkhRegisterQuery *kept)
{
  for (guint i = self->filters->len; i-- > 0;)
    if (!skh_register_query_has_filter (kept,
                                        &g_array_index (self->filters, SkhFilter, i)))
      g_array_remove_index (self->filters, i);
}

void
skh_register_query_set_search (SkhRegisterQuery *self, const char *text)
{
  g_free (self->search);
  self->search = g_strdup (text);
}

void
skh_register_query_sort_by (SkhRegisterQuery *self, guint field, gboolean descending)
{
  SkhSortKey sort[SKH_QUERY_MAX_SORT_KEYS] = { { field, descending } };
  guint n = 1;

  for (guint i = 0; i < self->n_sort && n < SKH_QUERY_MAX_SORT_KEYS; i++)
    if (self->sort[i].field != field)
      sort[n++] = self->sort[i];
  memcpy (self->sort, sort, sizeof sort);
  self->n_sort = n;
}

/**
 * skh_filter_op_fits:
 *
 * Returns: whether a field of this type can be filtered so
 */
gboolean
skh_filter_op_fits (SkhFilterOp op, const SkhField *field)
{
  switch (op)
    {
    case SKH_FILTER_IS:
      return skh_field_is_sortable (field);
    case SKH_FILTER_CONTAINS:
      return field->type == SKH_FIELD_TEXT || field->type == SKH_FIELD_LONG_TEXT;
    case SKH_FILTER_AT_LEAST:
    case SKH_FILTER_AT_MOST:
      return field->type == SKH_FIELD_NUMBER || field->type == SKH_FIELD_COUNT
             || field->type == SKH_FIELD_DAY;
    case SKH_FILTER_IN:
      return field->type == SKH_FIELD_DAY || field->type == SKH_FIELD_PERIOD
             || field->type == SKH_FIELD_UNIT;
    case SKH_FILTER_EMPTY:
    case SKH_FILTER_NOT_EMPTY:
    case SKH_N_FILTER_OPS:
    default:
      return TRUE;
    }
}

/* — As text — */

static gboolean
needs_value (SkhFilterOp op)
{
  return op != SKH_FILTER_EMPTY && op != SKH_FILTER_NOT_EMPTY;
}

/* Ids, for what a unit or a person is called may change; days ISO, to be read anywhere.
 */
static char *
dup_filter_value (const SkhField *field, const SkhFilter *filter)
{
  if (skh_field_is_reference (field))
    return g_strdup_printf ("#%" G_GINT64_FORMAT, filter->value.id);
  if (field->type == SKH_FIELD_DAY)
    return filter->op == SKH_FILTER_IN ? skh_period_to_string (filter->value.period)
                                       : skh_date_to_iso (filter->value.day);
  if (field->type == SKH_FIELD_LONG_TEXT)
    return skh_text_normalize_line (filter->value.text);
  return skh_field_dup_typed_text (field, &filter->value);
}

static void
append_filter (GString *text, const SkhRegister *reg, const SkhFilter *filter)
{
  const SkhField *field = skh_register_get_field (reg, filter->field);
  g_autofree char *value
    = needs_value (filter->op) ? dup_filter_value (field, filter) : NULL;

  g_string_append_printf (text, "%s %s", field->key, op_words[filter->op]);
  if (value != NULL)
    g_string_append_printf (text, " %s", value);
  g_string_append_c (text, '\n');
}

/**
 * skh_register_query_to_text:
 *
 * Returns: (transfer full): what skh_register_query_parse() reads back
 */
char *
skh_register_query_to_text (const SkhRegisterQuery *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (
      text, "%s %s", i == 0 ? "columns" : "",
      skh_register_get_field (self->reg, g_array_index (self->columns, guint, i))->key);
  if (self->columns->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < self->filters->len; i++)
    append_filter (text, self->reg, &g_array_index (self->filters, SkhFilter, i));
  for (guint i = 0; i < self->n_sort; i++)
    g_string_append_printf (text, "sort %s%s\n",
                            skh_register_get_field (self->reg, self->sort[i].field)->key,
                            self->sort[i].descending ? " desc" : "");
  if (self->search != NULL && *self->search != '\0')
    {
      g_autofree char *words = skh_text_normalize_line (self->search);

      g_string_append_printf (text, "search %s\n", words);
    }
  return g_string_free (text, FALSE);
}

/* The next word of a line, which moves past it; "" at the end. */
static char *
take_word (const char **at)
{
  const char *start = *at + strspn (*at, " \t");
  gsize length = strcspn (start, " \t");

  *at = start + length;
  *at += strspn (*at, " \t");
  return g_strndup (start, length);
}

static gboolean
read_columns (SkhRegisterQuery *self, const char *rest)
{
  gboolean all = TRUE;

  while (*rest != '\0')
    {
      g_autofree char *key = take_word (&rest);
      guint field = skh_register_find_field (self->reg, key);

      if (field != SKH_NO_FIELD)
        g_array_append_val (self->columns, field);
      else
        all = FALSE;
    }
  return all;
}

static gboolean
read_sort (SkhRegisterQuery *self, const char *rest)
{
  g_autofree char *key = take_word (&rest);
  guint field = skh_register_find_field (self->reg, key);

  if (field == SKH_NO_FIELD || self->n_sort == SKH_QUERY_MAX_SORT_KEYS
      || !skh_field_is_sortable (skh_register_get_field (self->reg, field)))
    return FALSE;
  self->sort[self->n_sort++] = (SkhSortKey){ field, g_str_equal (rest, "desc") };
  return TRUE;
}

static gboolean
find_op (const char *word, SkhFilterOp *op)
{
  for (guint i = 0; i < SKH_N_FILTER_OPS; i++)
    if (g_str_equal (word, op_words[i]))
      {
        *op = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_filter_value (const SkhField *field,
                   SkhFilterOp op,
                   const char *text,
                   SkhValue *value)
{
  g_autofree char *fault = NULL;

  if (skh_field_is_reference (field))
    {
      value->id = *text == '#' ? g_ascii_strtoll (text + 1, NULL, 10) : 0;
      value->is_set = value->id != 0;
      return value->is_set;
    }
  if (field->type == SKH_FIELD_DAY && op == SKH_FILTER_IN)
    {
      value->period = skh_period_parse (text);
      value->is_set = skh_period_is_set (value->period);
      return value->is_set;
    }
  if (field->type == SKH_FIELD_DAY)
    {
      value->day = skh_date_parse_iso (text);
      value->is_set = value->day != SKH_DATE_NONE;
      return value->is_set;
    }
  return skh_field_parse (field, text, 0, value, &fault) && value->is_set;
}

static gboolean
read_filter (SkhRegisterQuery *self, const char *key, const char *rest)
{
  guint field = skh_register_find_field (self->reg, key);
  g_autofree char *word = take_word (&rest);
  SkhValue value = { 0 };
  SkhFilterOp op;

  if (field == SKH_NO_FIELD || !find_op (word, &op)
      || !skh_filter_op_fits (op, skh_register_get_field (self->reg, field)))
    return FALSE;
  if (needs_value (op)
      && !read_filter_value (skh_register_get_field (self->reg, field), op, rest, &value))
    return FALSE;
  skh_register_query_add_filter (self, field, op, &value);
  return TRUE;
}

static gboolean
read_line (SkhRegisterQuery *self, const char *line)
{
  const char *rest = line;
  g_autofree char *word = take_word (&rest);

  /* A field may be called as a word of the grammar is: then what follows tells. */
  if (read_filter (self, word, rest))
    return TRUE;
  if (g_str_equal (word, "columns"))
    return read_columns (self, rest);
  if (g_str_equal (word, "sort"))
    return read_sort (self, rest);
  if (!g_str_equal (word, "search"))
    return FALSE;
  skh_register_query_set_search (self, rest);
  return TRUE;
}

/**
 * skh_register_query_parse:
 * @text: (nullable): lines, see #SkhRegisterQuery
 * @n_left_out: (out) (optional): how many lines say nothing of this register
 *
 * Returns: (transfer full): the query
 */
SkhRegisterQuery *
skh_register_query_parse (SkhRegister *reg, const char *text, guint *n_left_out)
{
  SkhRegisterQuery *self = skh_register_query_new (reg);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  guint n = 0;

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0' && !read_line (self, *line))
      n++;
  if (n_left_out != NULL)
    *n_left_out = n;
  return self;
}

char *
skh_register_query_dup_of_year (const char *text, int year)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *number = g_strdup_printf ("%d", year);
  GString *expanded = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (year != 0 || strstr (*line, "{year}") == NULL)
      g_string_append_printf (expanded, "%s%s", expanded->len > 0 ? "\n" : "", *line);
  g_string_replace (expanded, "{year}", number, 0);
  return g_string_free (expanded, FALSE);
}

SkhRegisterQuery *
skh_register_query_parse_year (SkhRegister *reg, const char *text, int year)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) own = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (strstr (*line, "{year}") != NULL)
      g_string_append_printf (own, "%s\n", *line);
  g_autofree char *of_year = skh_register_query_dup_of_year (own->str, year);

  return skh_register_query_parse (reg, of_year, NULL);
}
