/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Workbooks of Excel 97 to 2003 and before, by FreeXL. It holds a whole file in memory,
   which such a file's 65,536 rows allow, and tells days from numbers but no other format.
   Typefaces, merged cells and hidden rows it does not tell; a hidden sheet looks like any
   other. */
#include "skh-list-book-private.h"

#include "skh-date.h"
#include "skh-number-format.h"
#include "skh-old-text.h"

#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include <glib/gstdio.h>

/* A sheet at its largest, with long texts, takes less. */
#define MAX_FILE_SIZE (G_GINT64_CONSTANT (256) * 1024 * 1024)

typedef struct
{
  SkhListBook book;
  const void *handle;
} SkhXlsBook;

/* — Cells — */

/* "2023-04-15", "2023-04-15 10:30:00", "10:30:00". */
static char *
show_day (const char *text)
{
  g_autofree char *iso = g_strndup (text, strlen ("2023-04-15"));
  SkhDate date = skh_date_parse_iso (iso);
  g_autofree char *day = NULL;

  if (date == SKH_DATE_NONE)
    return g_strdup (text);
  day = skh_date_to_text (date);
  if (text[strlen (iso)] == '\0' || g_str_has_suffix (text, " 00:00:00"))
    return g_steal_pointer (&day);
  return g_strconcat (day, text + strlen (iso), NULL);
}

static char *
show_text (const char *text, SkhListSink *sink)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  SkhOldEncoding encoding = skh_old_text_guess (valid);

  sink->n_old_cells += encoding != SKH_OLD_ENCODING_NONE;
  return skh_old_text_to_unicode (valid, encoding);
}

static char *
show_cell (const FreeXL_CellValue *cell, SkhListSink *sink)
{
  switch (cell->type)
    {
    case FREEXL_CELL_INT:
      return g_strdup_printf ("%d", cell->value.int_value);
    case FREEXL_CELL_DOUBLE:
      return skh_number_format_show (NULL, cell->value.double_value, FALSE);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
      return show_text (cell->value.text_value, sink);
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      return show_day (cell->value.text_value);
    default:
      return NULL;
    }
}

static void
read_cell (SkhXlsBook *self,
           guint row,
           guint16 column,
           SkhListRowBuilder *builder,
           SkhListSink *sink)
{
  FreeXL_CellValue cell = { .type = FREEXL_CELL_NULL };
  g_autofree char *text = NULL;

  if (freexl_get_cell_value (self->handle, row, column, &cell) != FREEXL_OK)
    return;
  text = show_cell (&cell, sink);
  if (text != NULL)
    skh_list_row_builder_set (builder, column, text);
}

/* — Sheets — */

static void
read_rows (SkhXlsBook *self, guint n_rows, guint16 n_columns, SkhListSink *sink)
{
  SkhListRowBuilder builder;
  gboolean enough = FALSE;

  skh_list_row_builder_init (&builder);
  for (guint row = 0; row < n_rows && !enough; row++)
    {
      SkhListRow *done;

      for (guint16 column = 0; column < n_columns; column++)
        read_cell (self, row, column, &builder, sink);
      done = skh_list_row_builder_end (&builder, row + 1, FALSE);
      enough = done != NULL && !sink->func (done, sink->user_data);
    }
  skh_list_row_builder_clear (&builder);
}

static gboolean
read_sheet (SkhListBook *book, guint sheet, SkhListSink *sink, GError **error)
{
  SkhXlsBook *self = (SkhXlsBook *)book;
  const SkhListSheet *which = book->sheets->pdata[sheet];
  guint16 index = (guint16)g_ascii_strtoull (which->part, NULL, 10);
  unsigned int n_rows;
  unsigned short n_columns;

  if (freexl_select_active_worksheet (self->handle, index) != FREEXL_OK
      || freexl_worksheet_dimensions (self->handle, &n_rows, &n_columns) != FREEXL_OK)
    return skh_list_book_fail_damaged (book->path, error);
  read_rows (self, n_rows, n_columns, sink);
  return TRUE;
}

static gboolean
list_sheets (SkhXlsBook *self)
{
  unsigned int n = 0;

  if (freexl_get_info (self->handle, FREEXL_BIFF_SHEET_COUNT, &n) != FREEXL_OK)
    return FALSE;
  for (guint16 i = 0; i < MIN (n, G_MAXUINT16); i++)
    {
      g_autofree char *part = g_strdup_printf ("%u", i);
      const char *name = NULL;

      if (freexl_get_worksheet_name (self->handle, i, &name) == FREEXL_OK && name != NULL)
        skh_list_book_add_sheet (&self->book, name, part, FALSE);
    }
  return self->book.sheets->len > 0;
}

/* — The file — */

static void
close_book (SkhListBook *book)
{
  SkhXlsBook *self = (SkhXlsBook *)book;

  if (self->handle != NULL)
    freexl_close (self->handle);
  skh_list_book_clear (book);
  g_free (self);
}

/* An .xlsx with a password is put into the shell of an .xls, as a stream of this name. */
static gboolean
is_encrypted_xlsx (const char *path)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL
         && memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file),
                    name, sizeof name)
              != NULL;
}

static gboolean
is_locked (SkhXlsBook *self)
{
  unsigned int state = FREEXL_BIFF_PLAIN;

  return self->handle != NULL
         && freexl_get_info (self->handle, FREEXL_BIFF_PASSWORD, &state) == FREEXL_OK
         && state == FREEXL_BIFF_OBFUSCATED;
}

static gboolean
load (SkhXlsBook *self, GError **error)
{
  const char *path = self->book.path;
  GStatBuf status;
  int result;

  if (g_stat (path, &status) == 0 && status.st_size > MAX_FILE_SIZE)
    {
      g_set_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than any list is; it was not read. Copy the rows "
                      "you need into a new workbook."),
                   path);
      return FALSE;
    }
  result = freexl_open (path, &self->handle);
  if (is_locked (self) || (result != FREEXL_OK && is_encrypted_xlsx (path)))
    {
      g_set_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_PROTECTED,
                   _ ("“%s” is locked with a password. Open it in Excel, take the "
                      "password off, save it and try again."),
                   path);
      return FALSE;
    }
  return (result == FREEXL_OK && list_sheets (self))
         || skh_list_book_fail_damaged (path, error);
}

SkhListBook *
skh_xls_book_open (const char *path, GError **error)
{
  SkhXlsBook *self = g_new0 (SkhXlsBook, 1);

  skh_list_book_init (&self->book, path);
  self->book.read = read_sheet;
  self->book.close = close_book;
  if (load (self, error))
    return &self->book;
  close_book (&self->book);
  return NULL;
}
