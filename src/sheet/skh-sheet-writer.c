/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SkhReport → .xlsx. Always in constant-memory mode: one way through the code, and a long
   report costs no more memory than a short one. */
#include "skh-sheet-writer.h"

#include "skh-sheet-page.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_QUARK (skh - sheet - error - quark, skh_sheet_error)

#define PAPER_A4 9
#define PAPER_A3 8
#define DRAWING_ZOOM                                                                     \
  75 /* per cent: a year of columns does not fit a screen otherwise                      \
      */
#define INCH(mm) ((mm) / 25.4)

static gboolean
fail (const char *path, const char *why, GError **error)
{
  g_set_error (error, SKH_SHEET_ERROR, SKH_SHEET_ERROR_WRITE,
               _ ("“%s” could not be written (%s). Close it in other programs, or choose "
                  "another folder."),
               path, why);
  return FALSE;
}

/* On its side, with the margins of an appendix (the office's rules on paper). */
static void
set_up_page (SkhSheetPage *page, SkhPaperSize size)
{
  worksheet_set_landscape (page->sheet);
  worksheet_set_paper (page->sheet, size == SKH_PAPER_A3 ? PAPER_A3 : PAPER_A4);
  worksheet_set_margins (page->sheet, INCH (20), INCH (15), INCH (20), INCH (15));
  worksheet_fit_to_pages (page->sheet, 1, 0);
  worksheet_center_horizontally (page->sheet);
  worksheet_set_footer (page->sheet, "&C&\"Times New Roman,Regular\"&12Trang &P/&N");
  worksheet_gridlines (page->sheet, LXW_HIDE_ALL_GRIDLINES);
}

static gboolean
is_same_sheet (SkhReport *report, guint a, guint b)
{
  return b < skh_report_get_n_tables (report)
         && g_str_equal (skh_table_get_sheet_name (skh_report_get_table (report, a)),
                         skh_table_get_sheet_name (skh_report_get_table (report, b)));
}

/* A superior's name in capitals, in characters of a column's width. */
#define LEFT_WIDTH 34.0

/* The left block takes the number and the name of what each row is of, at least a third,
   and what its text needs. */
static guint
get_left (SkhTable *table, guint n_columns)
{
  guint n = skh_table_get_n_columns (table);
  guint least = n_columns >= 4 ? MAX (n_columns / 3, 2) : 1, left = 0;
  double width = 0;

  while (left + 1 < n && (left < least || width < LEFT_WIDTH))
    width += skh_table_get_column (table, left++)->width;
  return CLAMP (left, 1, MAX (n_columns / 2, least));
}

/* Column widths have to be said before the first row: those of the sheet's first table.
 */
static void
set_widths (SkhSheetPage *page, SkhReport *report, guint first)
{
  SkhTable *table = skh_report_get_table (report, first);

  page->n_columns = 0;
  for (guint i = first; i == first || is_same_sheet (report, first, i); i++)
    page->n_columns
      = MAX (page->n_columns, skh_table_get_n_columns (skh_report_get_table (report, i)));
  for (guint i = 0; i < skh_table_get_n_columns (table); i++)
    worksheet_set_column (page->sheet, (lxw_col_t)i, (lxw_col_t)i,
                          skh_table_get_column (table, i)->width, NULL);
  page->n_left = get_left (table, page->n_columns);
}

static void
write_title_of (SkhSheetPage *page,
                SkhReport *report,
                SkhTable *table,
                gboolean first_sheet)
{
  const SkhTitleBlock *block = skh_report_get_title_block (report);

  skh_sheet_page_write_heading (page, skh_table_get_title (table),
                                skh_table_get_subtitle (table));
  if (!first_sheet && page->row <= 2)
    skh_sheet_page_write_heading (page, NULL, block->note);
}

/* Returns the first table of the next sheet. */
static guint
write_sheet (SkhSheetPage *page, SkhReport *report, guint first)
{
  SkhTable *table = skh_report_get_table (report, first);
  const SkhTitleBlock *block = skh_report_get_title_block (report);
  guint i = first;

  page->sheet = workbook_add_worksheet (page->workbook, skh_table_get_sheet_name (table));
  page->row = 0;
  page->has_header = FALSE;
  set_widths (page, report, first);
  set_up_page (page, skh_report_get_paper_size (report));
  if (skh_table_get_drawing (table) != NULL)
    worksheet_set_zoom (page->sheet, DRAWING_ZOOM);
  if (first == 0)
    skh_sheet_page_write_letterhead (page, block);

  do
    {
      if (i > first)
        page->row++;
      write_title_of (page, report, skh_report_get_table (report, i), first == 0);
      skh_sheet_page_write_table (page, skh_report_get_table (report, i));
      i++;
    }
  while (is_same_sheet (report, first, i));

  if (first == 0)
    skh_sheet_page_write_foot (page, block);
  return i;
}

static void
set_properties (lxw_workbook *workbook, const SkhTitleBlock *block)
{
  lxw_doc_properties properties = {
    .title = block->abstract,
    .subject = block->kind,
    .author = block->organisation,
    .company = block->organisation,
  };

  workbook_set_properties (workbook, &properties);
}

static lxw_error
write_workbook (SkhReport *report, const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  SkhSheetFormats formats;
  SkhSheetPage page = { .workbook = workbook, .formats = &formats };
  lxw_error closed;

  if (workbook == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  skh_sheet_formats_init (&formats, workbook);
  set_properties (workbook, skh_report_get_title_block (report));
  for (guint i = 0; i < skh_report_get_n_tables (report);)
    i = write_sheet (&page, report, i);
  closed = workbook_close (workbook);
  return page.error != LXW_NO_ERROR ? page.error : closed;
}

/* libxlsxwriter prints numbers as the locale does, and no spreadsheet reads the decimal
   commas of Vietnam. Only this thread changes, and only while it writes. */
static lxw_error
write_workbook_with_points (SkhReport *report, const char *path)
{
  locale_t points = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t)0)));
  locale_t before = uselocale (points);
  lxw_error code = write_workbook (report, path);

  uselocale (before);
  freelocale (points);
  return code;
}

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && g_fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/* Beside the file it will replace, so that the rename is one step; the mode is what the
   user's other new files get. */
static char *
make_aside (const char *path, GError **error)
{
  g_autofree char *aside = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (aside, O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      fail (path, g_strerror (errno), error);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&aside);
}

/**
 * skh_sheet_writer_write:
 *
 * Writes the report as an Excel workbook. What stands at @path is replaced only by a file
 * that is whole and on the disk; on an error nothing is left behind.
 */
gboolean
skh_sheet_writer_write (SkhReport *report, const char *path, GError **error)
{
  g_autofree char *aside = make_aside (path, error);
  lxw_error code;
  const char *why;

  if (aside == NULL)
    return FALSE;
  code = write_workbook_with_points (report, aside);
  if (code == LXW_NO_ERROR && sync_file (aside) && g_rename (aside, path) == 0)
    return TRUE;
  why = code != LXW_NO_ERROR ? lxw_strerror (code) : g_strerror (errno);
  fail (path, why, error);
  g_unlink (aside);
  return FALSE;
}

const char *
skh_sheet_get_library_version (void)
{
  return LXW_VERSION;
}
