/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists from files of every form. */
#include "skh-list-book-private.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What a list may hold in memory: a million rows of some thirty cells. Longer lists are
   read row by row. */
#define MAX_CELLS (32 * 1024 * 1024)

/* What is looked at to tell which sheet is the list. */
#define SAMPLE_ROWS 20

SkhListSource *
skh_list_source_new (const char *file, const char *sheet)
{
  SkhListSource *self = g_new0 (SkhListSource, 1);

  self->file = g_strdup (file);
  self->sheet = g_strdup (sheet);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_list_row_free);
  self->hidden_columns = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
skh_list_source_free (SkhListSource *self)
{
  g_free (self->file);
  g_free (self->sheet);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->hidden_columns);
  g_free (self);
}

/* — Text — */

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

static SkhListSource *
read_text_file (const char *path, GError **error)
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

/* — Workbooks: what a sheet gives — */

static void
sink_init (SkhListSink *self, SkhListRowFunc func, gpointer user_data)
{
  *self = (SkhListSink){ .func = func, .user_data = user_data };
  self->merges = g_array_new (FALSE, FALSE, sizeof (SkhListMerge));
  self->hidden_columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
sink_clear (SkhListSink *self)
{
  g_array_unref (self->merges);
  g_array_unref (self->hidden_columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhListSink, sink_clear)

/* — Workbooks: which sheet — */

static char *
join_sheet_names (SkhListBook *book)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < book->sheets->len; i++)
    g_ptr_array_add (names, ((SkhListSheet *)book->sheets->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

static gboolean
find_sheet (SkhListBook *book, const char *name, guint *sheet, GError **error)
{
  g_autofree char *folded = skh_text_fold (name);
  g_autofree char *all = NULL;

  for (guint i = 0; i < book->sheets->len; i++)
    {
      g_autofree char *other
        = skh_text_fold (((SkhListSheet *)book->sheets->pdata[i])->name);

      *sheet = i;
      if (g_str_equal (folded, other))
        return TRUE;
    }
  all = join_sheet_names (book);
  g_set_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_NO_SHEET,
               _ ("“%s” has no sheet “%s”. Its sheets are: %s."), book->path, name, all);
  return FALSE;
}

static gboolean
collect_sample (SkhListRow *row, gpointer user_data)
{
  SkhListSource *sample = user_data;

  g_ptr_array_add (sample->rows, row);
  return sample->rows->len < SAMPLE_ROWS;
}

/* How many of the wanted columns the best row names, and one more for any row at all. */
static guint
rate_sample (const SkhListSource *sample, const SkhListColumn *wanted, guint n_wanted)
{
  g_autofree guint *columns = g_new (guint, n_wanted + 1);
  guint header, n = 1;

  if (sample->rows->len == 0)
    return 0;
  if (n_wanted > 0
      && skh_list_source_find_header (sample, wanted, n_wanted, columns, &header))
    for (guint i = 0; i < n_wanted; i++)
      n += columns[i] != SKH_LIST_NO_COLUMN;
  return n;
}

static gboolean
rate_sheet (SkhListBook *book,
            guint sheet,
            const SkhListColumn *wanted,
            guint n_wanted,
            guint *rate,
            GError **error)
{
  g_autoptr (SkhListSource) sample = skh_list_source_new (book->path, NULL);
  g_auto (SkhListSink) sink = { 0 };

  sink_init (&sink, collect_sample, sample);
  if (!book->read (book, sheet, &sink, error))
    return FALSE;
  *rate = rate_sample (sample, wanted, n_wanted);
  return TRUE;
}

/* A hidden sheet is for who names it, or where there is no other. */
static gboolean
choose_sheet (SkhListBook *book,
              const char *name,
              const SkhListColumn *wanted,
              guint n_wanted,
              guint *sheet,
              GError **error)
{
  guint best = 0;

  if (name != NULL)
    return find_sheet (book, name, sheet, error);
  *sheet = 0;
  for (int hidden = 0; hidden < 2 && best == 0; hidden++)
    for (guint i = 0; i < book->sheets->len; i++)
      {
        guint rate = 0;

        if (((SkhListSheet *)book->sheets->pdata[i])->hidden != hidden)
          continue;
        if (!rate_sheet (book, i, wanted, n_wanted, &rate, error))
          return FALSE;
        if (rate > best)
          *sheet = i;
        best = MAX (best, rate);
      }
  return TRUE;
}

/* — Workbooks: the whole list — */

typedef struct
{
  SkhListSource *source;
  guint64 n_cells;
} Collector;

static gboolean
collect (SkhListRow *row, gpointer user_data)
{
  Collector *self = user_data;

  g_ptr_array_add (self->source->rows, row);
  self->source->n_hidden_rows += row->hidden ? 1 : 0;
  self->n_cells += row->n_cells + 1;
  return self->n_cells < MAX_CELLS;
}

/* The index of the first row with that number or a later one. */
static guint
find_row (const SkhListSource *self, guint number)
{
  guint first = 0, end = self->rows->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (((SkhListRow *)self->rows->pdata[middle])->number < number)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

static void
set_cell (SkhListRow *row, guint column, const char *text)
{
  if (column >= row->n_cells)
    {
      row->cells = g_renew (char *, row->cells, column + 2);
      while (row->n_cells <= column)
        row->cells[row->n_cells++] = g_strdup ("");
      row->cells[row->n_cells] = NULL;
    }
  g_free (row->cells[column]);
  row->cells[column] = g_strdup (text);
}

static void
spread_merge (Collector *self, const SkhListMerge *merge)
{
  GPtrArray *rows = self->source->rows;
  guint at = find_row (self->source, merge->first_row);
  const SkhListRow *first = at < rows->len ? rows->pdata[at] : NULL;
  const char *text;

  if (first == NULL || first->number != merge->first_row)
    return;
  text = skh_list_row_get_cell (first, merge->first_column);
  for (at++; *text != '\0' && at < rows->len && self->n_cells < MAX_CELLS; at++)
    {
      SkhListRow *row = rows->pdata[at];

      if (row->number > merge->last_row)
        break;
      if (*skh_list_row_get_cell (row, merge->first_column) == '\0')
        set_cell (row, merge->first_column, text);
      self->n_cells += merge->first_column + 1;
    }
}

static gboolean
fail_too_large (const char *path, GError **error)
{
  g_set_error (error, SKH_LIST_ERROR, SKH_LIST_ERROR_TOO_LARGE,
               _ ("“%s” has more rows than can be taken in at once. Split it into "
                  "several files."),
               path);
  return FALSE;
}

static SkhListSource *
read_sheet (SkhListBook *book, guint sheet, GError **error)
{
  const char *name = ((SkhListSheet *)book->sheets->pdata[sheet])->name;
  g_autoptr (SkhListSource) self = skh_list_source_new (book->path, name);
  Collector collector = { .source = self };
  g_auto (SkhListSink) sink = { 0 };

  sink_init (&sink, collect, &collector);
  if (!book->read (book, sheet, &sink, error))
    return NULL;
  for (guint i = 0; i < sink.merges->len; i++)
    spread_merge (&collector, &g_array_index (sink.merges, SkhListMerge, i));
  if (collector.n_cells >= MAX_CELLS && !fail_too_large (book->path, error))
    return NULL;
  g_array_append_vals (self->hidden_columns, sink.hidden_columns->data,
                       sink.hidden_columns->len);
  self->n_old_cells = sink.n_old_cells;
  return g_steal_pointer (&self);
}

/**
 * skh_list_source_read_best:
 * @path: an .xlsx, .xls, .csv, .tsv or .txt file, whatever its name says; "-" is text
 *   from standard input
 * @sheet: (nullable): the sheet to read, in any case and without tones; %NULL is the one
 *   whose header names most of the wanted columns
 * @wanted: the columns to look for
 *
 * Reads one list.
 *
 * Returns: (transfer full): the list, or %NULL with an error that names the file
 */
SkhListSource *
skh_list_source_read_best (const char *path,
                           const char *sheet,
                           const SkhListColumn *wanted,
                           guint n_wanted,
                           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SkhListBook) book = skh_list_book_open (path, &local_error);
  guint which;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (book == NULL)
    return read_text_file (path, error);
  if (!choose_sheet (book, sheet, wanted, n_wanted, &which, error))
    return NULL;
  return read_sheet (book, which, error);
}

/**
 * skh_list_source_read_file:
 *
 * As skh_list_source_read_best(), of the first sheet that has rows.
 */
SkhListSource *
skh_list_source_read_file (const char *path, GError **error)
{
  return skh_list_source_read_best (path, NULL, NULL, 0, error);
}

/* — Workbooks: what there is to choose from — */

static void
sheet_size_free (gpointer data)
{
  SkhListSheetSize *size = data;

  g_free (size->name);
  g_free (size);
}

static gboolean
count_row (SkhListRow *row, gpointer user_data)
{
  ++*(guint *)user_data;
  skh_list_row_free (row);
  return TRUE;
}

static gboolean
measure_sheet (SkhListBook *book, guint sheet, GPtrArray *sizes, GError **error)
{
  SkhListSheetSize *size = g_new0 (SkhListSheetSize, 1);
  g_auto (SkhListSink) sink = { 0 };

  size->name = g_strdup (((SkhListSheet *)book->sheets->pdata[sheet])->name);
  g_ptr_array_add (sizes, size);
  sink_init (&sink, count_row, &size->n_rows);
  return book->read (book, sheet, &sink, error);
}

/**
 * skh_list_file_list_sheets:
 *
 * Reads the whole file for the rows of its sheets.
 *
 * Returns: (transfer full) (nullable) (element-type SkhListSheetSize): the sheets to
 *   choose from, without hidden ones; none for text; %NULL with an error when the
 *   workbook can't be read
 */
GPtrArray *
skh_list_file_list_sheets (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SkhListBook) book = skh_list_book_open (path, &local_error);
  g_autoptr (GPtrArray) sizes = g_ptr_array_new_with_free_func (sheet_size_free);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; book != NULL && i < book->sheets->len; i++)
    if (!((SkhListSheet *)book->sheets->pdata[i])->hidden
        && !measure_sheet (book, i, sizes, error))
      return NULL;
  return g_steal_pointer (&sizes);
}

static gboolean
pass_rows (SkhListSource *source, SkhListRowFunc func, gpointer user_data)
{
  gboolean go_on = TRUE;

  g_ptr_array_set_free_func (source->rows, NULL);
  for (guint i = 0; i < source->rows->len; i++)
    if (go_on)
      go_on = func (source->rows->pdata[i], user_data);
    else
      skh_list_row_free (source->rows->pdata[i]);
  return TRUE;
}

/**
 * skh_list_file_for_each_row:
 * @sheet: (nullable): as for skh_list_source_read_best(); %NULL is the first with rows
 * @func: (scope call): gets each row in turn
 *
 * Reads a list of any length without holding it: of an .xlsx only the texts that its
 * cells share are in memory. The cells are as the sheet has them; merged ones are not
 * filled.
 *
 * Returns: %FALSE with an error that names the file
 */
gboolean
skh_list_file_for_each_row (const char *path,
                            const char *sheet,
                            SkhListRowFunc func,
                            gpointer user_data,
                            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SkhListBook) book = skh_list_book_open (path, &local_error);
  g_auto (SkhListSink) sink = { 0 };
  guint which;

  sink_init (&sink, func, user_data);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (book == NULL)
    {
      g_autoptr (SkhListSource) source = read_text_file (path, error);

      return source != NULL && pass_rows (source, func, user_data);
    }
  return choose_sheet (book, sheet, NULL, 0, &which, error)
         && book->read (book, which, &sink, error);
}
