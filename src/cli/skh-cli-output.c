/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli-output.h"

#include "skh-cli-table.h"
#include "skh-number.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define JSON_FLAGS (JSON_INDENT (2) | JSON_PRESERVE_ORDER | JSON_ENCODE_ANY)

struct _SkhCliList
{
  const SkhCliColumn *columns;
  guint n_columns;
  guint n_records;
  SkhCliTable *table; /* NULL with --json */
};

/**
 * skh_cli_print_json:
 * @value: (transfer full): the whole result
 */
void
skh_cli_print_json (json_t *value)
{
  json_dumpf (value, stdout, JSON_FLAGS);
  fputc ('\n', stdout);
  json_decref (value);
}

/* — Cells of a table, from the values of a record — */

static char *format_value (const json_t *value);

static char *
join_array (const json_t *array, const char *separator)
{
  GString *text = g_string_new (NULL);
  size_t i;
  json_t *item;

  json_array_foreach (array, i, item)
  {
    g_autofree char *part = format_value (item);

    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", part);
  }
  return g_string_free (text, FALSE);
}

/* meetings=2, members_attending=40/45 */
static char *
join_object (const json_t *object)
{
  GString *text = g_string_new (NULL);
  const char *key;
  json_t *item;

  json_object_foreach ((json_t *)object, key, item)
  {
    g_autofree char *part
      = json_is_array (item) ? join_array (item, "/") : format_value (item);

    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? ", " : "", key, part);
  }
  return g_string_free (text, FALSE);
}

static char *
format_value (const json_t *value)
{
  switch (json_typeof (value))
    {
    case JSON_STRING:
      return g_strdup (json_string_value (value));
    case JSON_INTEGER:
      return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
    case JSON_REAL:
      return skh_number_percent_to_text (json_real_value (value));
    case JSON_ARRAY:
      return join_array (value, ", ");
    case JSON_OBJECT:
      return join_object (value);
    case JSON_TRUE:
      return g_strdup (_ ("yes"));
    case JSON_FALSE:
    case JSON_NULL:
    default:
      return g_strdup ("");
    }
}

static void
add_to_table (SkhCliList *self, const json_t *record)
{
  char **cells = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const json_t *value = json_object_get (record, self->columns[i].key);

      cells[i] = value != NULL ? format_value (value) : g_strdup ("");
      g_strdelimit (cells[i], "\n", ' ');
    }
  skh_cli_table_add_row (self->table, cells);
}

/* — The list — */

/**
 * skh_cli_list_new:
 * @columns: static; what a table shows of a record
 *
 * Returns: (transfer full): a list; skh_cli_list_end() ends and frees it
 */
SkhCliList *
skh_cli_list_new (SkhCliCall *call, const SkhCliColumn *columns, guint n_columns)
{
  SkhCliList *self = g_new0 (SkhCliList, 1);
  g_autofree const char **titles = g_new0 (const char *, n_columns + 1);

  self->columns = columns;
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    titles[i] = _ (columns[i].title);
  if (!call->json)
    self->table = skh_cli_table_new (titles);
  return self;
}

/* Inside an array, so one step further in. A string holds no raw line break. */
static void
print_item (const json_t *record, gboolean first)
{
  g_autofree char *text = json_dumps (record, JSON_FLAGS);
  const char *line = text;

  fputs (first ? "[\n" : ",\n", stdout);
  while (line != NULL)
    {
      const char *end = strchr (line, '\n');

      if (line != text)
        fputc ('\n', stdout);
      fprintf (stdout, "  %.*s", end != NULL ? (int)(end - line) : (int)strlen (line),
               line);
      line = end != NULL ? end + 1 : NULL;
    }
}

/**
 * skh_cli_list_add:
 * @record: (transfer full): an object
 */
void
skh_cli_list_add (SkhCliList *self, json_t *record)
{
  if (self->table != NULL)
    add_to_table (self, record);
  else
    print_item (record, self->n_records == 0);
  self->n_records++;
  json_decref (record);
}

void
skh_cli_list_end (SkhCliList *self)
{
  if (self->table != NULL)
    skh_cli_table_end (self->table);
  else
    fputs (self->n_records > 0 ? "\n]\n" : "[]\n", stdout);
  g_free (self);
}
