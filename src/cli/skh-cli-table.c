/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli-table.h"

#include <stdio.h>

/* Rows that are waited for before the widths are settled. */
#define SAMPLE_ROWS 1000

/* A column but the last gets no wider than this. */
#define MAX_WIDTH 40

#define GAP "  "

struct _SkhCliTable
{
  guint n_columns;
  guint *widths;
  GPtrArray *waiting; /* rows of strings; NULL once the widths are settled */
};

static guint
get_letter_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * skh_cli_table_get_text_width:
 *
 * Returns: how many cells of a terminal the text takes
 */
guint
skh_cli_table_get_text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += get_letter_width (g_utf8_get_char (text));
  return width;
}

/* Cut at a letter, marks kept with it, so that it is no wider than the column. */
static char *
shorten (const char *text, guint most)
{
  const char *end = text;
  guint width = 0;

  if (skh_cli_table_get_text_width (text) <= most)
    return g_strdup (text);
  while (width + get_letter_width (g_utf8_get_char (end)) < most)
    {
      width += get_letter_width (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }
  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

static void
print_row (SkhCliTable *self, char **cells)
{
  for (guint i = 0; i + 1 < self->n_columns; i++)
    {
      g_autofree char *cell = shorten (cells[i], self->widths[i]);
      guint width = skh_cli_table_get_text_width (cell);

      fprintf (stdout, "%s%*s%s", cell, (int)(self->widths[i] - width), "", GAP);
    }
  fprintf (stdout, "%s\n", cells[self->n_columns - 1]);
}

static void
measure_row (SkhCliTable *self, char **cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i]
      = MAX (self->widths[i], MIN (skh_cli_table_get_text_width (cells[i]), MAX_WIDTH));
}

static void
settle (SkhCliTable *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  for (guint i = 0; i < waiting->len; i++)
    print_row (self, waiting->pdata[i]);
}

/**
 * skh_cli_table_new:
 * @titles: %NULL-terminated, at least one
 *
 * Returns: (transfer full): a table; skh_cli_table_end() ends and frees it
 */
SkhCliTable *
skh_cli_table_new (const char *const *titles)
{
  SkhCliTable *self = g_new0 (SkhCliTable, 1);

  self->n_columns = g_strv_length ((char **)titles);
  self->widths = g_new0 (guint, self->n_columns);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  skh_cli_table_add_row (self, g_strdupv ((char **)titles));
  return self;
}

/**
 * skh_cli_table_add_row:
 * @cells: (transfer full): as many as there are titles
 */
void
skh_cli_table_add_row (SkhCliTable *self, char **cells)
{
  if (self->waiting == NULL)
    {
      print_row (self, cells);
      g_strfreev (cells);
      return;
    }
  measure_row (self, cells);
  g_ptr_array_add (self->waiting, cells);
  if (self->waiting->len > SAMPLE_ROWS)
    settle (self);
}

void
skh_cli_table_end (SkhCliTable *self)
{
  if (self->waiting != NULL)
    settle (self);
  g_free (self->widths);
  g_free (self);
}
