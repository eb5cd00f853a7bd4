/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of lists of any form, and which of them heads the list. */
#include "skh-list-reader.h"

#include "skh-text.h"

/* A header stands in one of the first rows, below the titles. */
#define HEADER_ROWS 20

G_DEFINE_QUARK (skh - list - error - quark, skh_list_error)

void
skh_list_row_free (SkhListRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

/**
 * skh_list_row_get_cell:
 *
 * Returns: the text, "" when the row is shorter or the list has no such column
 */
const char *
skh_list_row_get_cell (const SkhListRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column] : "";
}

/**
 * skh_list_column_name:
 * @column: from 0
 *
 * Returns: (transfer full): what a spreadsheet calls the column: A … Z, AA …
 */
char *
skh_list_column_name (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char)('A' + (n - 1) % 26));
  return g_string_free (letters, FALSE);
}

/**
 * skh_list_cell_name:
 *
 * Returns: (transfer full): what a spreadsheet calls the cell: A1 … Z1, AA1 …
 */
char *
skh_list_cell_name (guint row_number, guint column)
{
  g_autofree char *letters = skh_list_column_name (column);

  return g_strdup_printf ("%s%u", letters, row_number);
}

/* — Header — */

static gboolean
names_column (const SkhListColumn *column, const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (column->names) && column->names[i] != NULL; i++)
    {
      g_autofree char *name = skh_text_fold (column->names[i]);

      if (g_str_equal (name, folded))
        return TRUE;
    }
  return FALSE;
}

/* The first column of a name is the one. */
static guint
match_header (const SkhListRow *row,
              const SkhListColumn *wanted,
              guint n_wanted,
              guint *columns)
{
  guint n_found = 0;

  for (guint w = 0; w < n_wanted; w++)
    columns[w] = SKH_LIST_NO_COLUMN;
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *folded = skh_text_fold (row->cells[i]);

      for (guint w = 0; w < n_wanted; w++)
        if (columns[w] == SKH_LIST_NO_COLUMN && names_column (&wanted[w], folded))
          {
            columns[w] = i;
            n_found++;
            break;
          }
    }
  return n_found;
}

/**
 * skh_list_source_find_header:
 * @wanted: the columns to look for
 * @columns: (out): for each, where it is
 * @header_row: (out): the index in the list's rows
 *
 * The row among the first twenty that names most of the columns.
 *
 * Returns: %FALSE when none names any
 */
gboolean
skh_list_source_find_header (const SkhListSource *self,
                             const SkhListColumn *wanted,
                             guint n_wanted,
                             guint *columns,
                             guint *header_row)
{
  guint most = 0;

  for (guint i = 0; i < MIN (self->rows->len, HEADER_ROWS); i++)
    {
      guint n = match_header (self->rows->pdata[i], wanted, n_wanted, columns);

      if (n > most)
        {
          most = n;
          *header_row = i;
        }
    }
  if (most > 0)
    match_header (self->rows->pdata[*header_row], wanted, n_wanted, columns);
  return most > 0;
}
