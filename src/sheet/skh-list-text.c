/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists as text: .csv as the spreadsheets of the world write it, and the tab-separated
   text that copying cells puts on the clipboard. Which separator it is, is found out from
   the text; nothing in it is executed, and nothing that is read is dropped unseen. */
#include "skh-list-book-private.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that are looked at to tell which separator it is. */
#define SAMPLE_ROWS 20

/* An Excel cell holds 32,767 characters; a quote still open far beyond that opened
 * nothing.
 */
#define MAX_QUOTED (256 * 1024)

/* — Encoding — */

static gboolean
has_prefix (const char *bytes, gsize length, const char *prefix)
{
  return length >= strlen (prefix) && memcmp (bytes, prefix, strlen (prefix)) == 0;
}

static gboolean
fail_encoding (const char *file, GError **error)
{
  g_set_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_ENCODING,
               _ ("“%s” is not text in Unicode. Save it as “CSV UTF-8” and try again."),
               file);
  return FALSE;
}

/* UTF-8, with or without its mark, and UTF-16 with one. */
static char *
to_utf8 (const char *bytes, gsize length, const char *file, GError **error)
{
  g_autofree char *text = NULL;
  gsize written = length;

  if (has_prefix (bytes, length, "\xff\xfe"))
    text = g_convert (bytes + 2, (gssize)length - 2, "UTF-8", "UTF-16LE", NULL, &written,
                      NULL);
  else if (has_prefix (bytes, length, "\xfe\xff"))
    text = g_convert (bytes + 2, (gssize)length - 2, "UTF-8", "UTF-16BE", NULL, &written,
                      NULL);
  else if (has_prefix (bytes, length, "\xef\xbb\xbf"))
    text = g_strndup (bytes + 3, written = length - 3);
  else
    text = g_strndup (bytes, length);

  if (text == NULL || !g_utf8_validate_len (text, written, NULL))
    {
      fail_encoding (file, error);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* — Cells — */

static gboolean
ends_cell (char c, char separator)
{
  return c == separator || c == '\n' || c == '\r' || c == '\0';
}

/* The closing quote of a cell that opens with one, or NULL when the quote is only a
   character: clipboard text has such cells unquoted. */
static const char *
find_closing_quote (const char *at, char separator)
{
  const char *limit = at + MAX_QUOTED;

  for (at++; *at != '\0' && at < limit; at++)
    {
      if (*at != '"')
        continue;
      if (at[1] != '"')
        return ends_cell (at[1], separator) ? at : NULL;
      at++;
    }
  return NULL;
}

static char *
unquote (const char *start, const char *end)
{
  GString *text = g_string_sized_new ((gsize)(end - start));

  for (const char *at = start; at < end; at++)
    {
      g_string_append_c (text, *at);
      if (*at == '"')
        at++;
    }
  return g_string_free (text, FALSE);
}

/* Reads one cell and leaves *at on what ended it. */
static char *
read_cell (const char **at, char separator)
{
  const char *start = *at;
  const char *closing = *start == '"' ? find_closing_quote (start, separator) : NULL;

  if (closing != NULL)
    {
      *at = closing + 1;
      return unquote (start + 1, closing);
    }
  while (!ends_cell (**at, separator))
    (*at)++;
  return g_strndup (start, (gsize)(*at - start));
}

static void
skip_line_end (const char **at)
{
  if (**at == '\r')
    (*at)++;
  if (**at == '\n')
    (*at)++;
}

static SkhListRow *
read_row (const char **at, char separator, guint number)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  SkhListRow *row = g_new0 (SkhListRow, 1);

  for (;;)
    {
      g_autofree char *cell = read_cell (at, separator);

      g_ptr_array_add (cells, skh_text_normalize_line (cell));
      if (**at != separator)
        break;
      (*at)++;
    }
  skip_line_end (at);

  row->number = number;
  row->n_cells = cells->len;
  g_ptr_array_add (cells, NULL);
  row->cells = (char **)g_ptr_array_steal (cells, NULL);
  return row;
}

static gboolean
row_is_blank (const SkhListRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static GPtrArray *
read_rows (const char *text, char separator, guint max_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_list_row_free);
  guint number = 0;

  while (*text != '\0' && rows->len < max_rows)
    {
      SkhListRow *row = read_row (&text, separator, ++number);

      if (row_is_blank (row))
        skh_list_row_free (row);
      else
        g_ptr_array_add (rows, row);
    }
  return rows;
}

/* — Separator — */

/* How many of the first rows agree with the widest on how many cells a row has. */
static guint
count_agreeing (const char *text, char separator)
{
  g_autoptr (GPtrArray) rows = read_rows (text, separator, SAMPLE_ROWS);
  guint widest = 1;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    widest = MAX (widest, ((SkhListRow *)rows->pdata[i])->n_cells);
  for (guint i = 0; i < rows->len && widest > 1; i++)
    n += ((SkhListRow *)rows->pdata[i])->n_cells == widest;
  return n;
}

/* Cells hold commas and semicolons ("Các chi, đảng bộ"; "CDB; MTTC"), so the separator is
   the one by which the rows come out equally long; a tab is hardly ever inside a cell, so
   it goes first. */
static char
guess_separator (const char *text)
{
  static const char separators[] = { '\t', ';', ',' };
  char best = ',';
  guint best_count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint n = count_agreeing (text, separators[i]);

      if (n > best_count)
        {
          best = separators[i];
          best_count = n;
        }
    }
  return best;
}

/* "sep=;" on the first line is a note to Excel, which does not count it as a row. */
static const char *
read_separator_note (const char *text, char *separator)
{
  const char *at = text + strlen ("sep=");

  if (g_ascii_strncasecmp (text, "sep=", strlen ("sep=")) != 0 || *at == '\0'
      || !ends_cell (at[1], '\n'))
    return text;
  *separator = *at++;
  skip_line_end (&at);
  return at;
}

/**
 * skh_list_source_read_text:
 * @text: what a file or the clipboard holds: UTF-8, or UTF-16 with its mark
 * @length: its bytes
 * @file: what faults call it
 *
 * Reads rows of cells separated by tabs, semicolons or commas, whichever the text turns
 * out to use. A cell in quotes may hold separators, line breaks and doubled quotes.
 *
 * Returns: (transfer full): the list, or %NULL with %SKH_LIST_ERROR_ENCODING
 */
SkhListSource *
skh_list_source_read_text (const char *text,
                           gsize length,
                           const char *file,
                           GError **error)
{
  g_autofree char *utf8 = to_utf8 (text, length, file, error);
  const char *at = utf8;
  char separator = '\0';
  SkhListSource *self;

  if (utf8 == NULL)
    return NULL;

  at = read_separator_note (utf8, &separator);
  if (separator == '\0')
    separator = guess_separator (at);
  self = skh_list_source_new (file, NULL);
  g_ptr_array_unref (self->rows);
  self->rows = read_rows (at, separator, G_MAXUINT);
  return self;
}
