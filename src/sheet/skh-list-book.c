/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What workbooks of every format share. */
#include "skh-list-book-private.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

static void
sheet_free (gpointer data)
{
  SkhListSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

void
skh_list_book_init (SkhListBook *self, const char *path)
{
  self->path = g_strdup (path);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
}

void
skh_list_book_clear (SkhListBook *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->sheets);
}

void
skh_list_book_add_sheet (SkhListBook *self,
                         const char *name,
                         const char *part,
                         gboolean hidden)
{
  SkhListSheet *sheet = g_new0 (SkhListSheet, 1);

  sheet->name = skh_text_normalize_line (name);
  sheet->part = g_strdup (part);
  sheet->hidden = hidden;
  g_ptr_array_add (self->sheets, sheet);
}

gboolean
skh_list_book_fail_damaged (const char *path, GError **error)
{
  g_set_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_DAMAGED,
               _ ("“%s” is damaged, or is no workbook of Excel. Open it in Excel or "
                  "LibreOffice, save it as .xlsx and try again."),
               path);
  return FALSE;
}

/* — What a file is, by its first bytes, whatever its name — */

static gsize
read_magic (const char *path, char *magic, gsize size)
{
  FILE *file = g_fopen (path, "rb");
  gsize n = 0;

  if (file != NULL)
    {
      n = fread (magic, 1, size, file);
      fclose (file);
    }
  return n;
}

/**
 * skh_list_book_open:
 *
 * Returns: (transfer full) (nullable): the workbook; %NULL without an error when the file
 *   is none, or is not there: then it is for the reader of text to say
 */
SkhListBook *
skh_list_book_open (const char *path, GError **error)
{
  static const char zip[] = "PK\x03\x04";
  static const char ole[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  char magic[8];
  gsize n = read_magic (path, magic, sizeof magic);

  if (n >= 4 && memcmp (magic, zip, 4) == 0)
    return skh_xlsx_book_open (path, error);
  if (n >= 8 && memcmp (magic, ole, 8) == 0)
    return skh_xls_book_open (path, error);
  return NULL;
}

void
skh_list_book_free (SkhListBook *self)
{
  self->close (self);
}

/* — Rows — */

void
skh_list_row_builder_init (SkhListRowBuilder *self)
{
  self->cells = g_ptr_array_new_with_free_func (g_free);
}

void
skh_list_row_builder_clear (SkhListRowBuilder *self)
{
  g_ptr_array_unref (self->cells);
}

/* Takes the text in its stored form. */
void
skh_list_row_builder_set (SkhListRowBuilder *self, guint column, const char *text)
{
  g_autofree char *stored = skh_text_normalize_line (text);

  if (*stored == '\0' || column >= SKH_SHEET_MAX_COLUMNS)
    return;
  while (self->cells->len <= column)
    g_ptr_array_add (self->cells, g_strdup (""));
  g_free (self->cells->pdata[column]);
  self->cells->pdata[column] = g_steal_pointer (&stored);
}

SkhListRow *
skh_list_row_builder_end (SkhListRowBuilder *self, guint number, gboolean hidden)
{
  SkhListRow *row;

  if (self->cells->len == 0)
    return NULL;
  row = g_new0 (SkhListRow, 1);
  row->number = number;
  row->hidden = hidden;
  row->n_cells = self->cells->len;
  g_ptr_array_add (self->cells, NULL);
  row->cells = (char **)g_ptr_array_steal (self->cells, NULL);
  return row;
}
