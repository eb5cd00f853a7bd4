/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of any form, as one: where their rows come from, and which row heads them. */
#include "skh-list-reader.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* A header stands in one of the first rows, below the titles. */
#define HEADER_ROWS 10

G_DEFINE_QUARK (skh - list - error - quark, skh_list_error)

void
skh_list_row_free (SkhListRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

static char *
read_standard_input (gsize *length)
{
  GString *text = g_string_new (NULL);
  char part[4096];
  gsize n;

  while ((n = fread (part, 1, sizeof part, stdin)) > 0)
    g_string_append_len (text, part, (gssize)n);
  *length = text->len;
  return g_string_free (text, FALSE);
}

/**
 * skh_list_source_read_file:
 * @path: a .csv, .tsv or .txt file, or "-" for standard input
 *
 * As skh_list_source_read_text(); %SKH_LIST_ERROR_READ when there is no such file.
 */
SkhListSource *
skh_list_source_read_file (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (g_str_equal (path, "-"))
    text = read_standard_input (&length);
  else if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      g_set_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_READ,
                   _ ("“%s” can't be read (%s). Check the name and the folder."), path,
                   local_error->message);
      return NULL;
    }
  return skh_list_source_read_text (text, length, path, error);
}

void
skh_list_source_free (SkhListSource *self)
{
  g_free (self->file);
  g_ptr_array_unref (self->rows);
  g_free (self);
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
 * skh_list_cell_name:
 *
 * Returns: (transfer full): what a spreadsheet calls the cell: A1 … Z1, AA1 …
 */
char *
skh_list_cell_name (guint row_number, guint column)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char)('A' + (n - 1) % 26));
  return g_strdup_printf ("%s%u", letters->str, row_number);
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
 * The row among the first ten that names most of the columns.
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
