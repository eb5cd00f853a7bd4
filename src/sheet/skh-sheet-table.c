/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table on a sheet: heading, rows as they come, totals and percentages as live
   formulas whose cached values are the report's own. */
#include "skh-sheet-page.h"

#include <string.h>

#define CELL_LINE_HEIGHT 16.0

/* The type of the cells is a little narrower than Excel's measure of a column. */
#define CHARACTERS_PER_WIDTH 1.12

typedef struct
{
  SkhSheetPage *page;
  SkhTable *table;
  guint n_columns;
  const SkhColumn **columns;
  lxw_row_t first_body;
  gboolean has_body;
} Writer;

/* Days as Excel counts them; its 1900 is right from March of that year on. */
#define EXCEL_DAY_OF_1970 25569

/* — Heading — */

static gboolean
has_group_titles (Writer *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i]->group_title != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_same_group (Writer *self, guint first)
{
  guint n = 1;

  while (first + n < self->n_columns
         && g_strcmp0 (self->columns[first]->group_title,
                       self->columns[first + n]->group_title)
              == 0)
    n++;
  return n;
}

/* A heading of one column stands in the lower row, under an empty upper half: a merge
   over two rows would have to go back to the first. */
static void
write_group_titles (Writer *self)
{
  SkhSheetPage *page = self->page;

  for (guint i = 0; i < self->n_columns;)
    {
      guint n = 1;

      if (self->columns[i]->group_title == NULL)
        worksheet_write_blank (page->sheet, page->row, (lxw_col_t)i,
                               page->formats->titles[SKH_TITLE_HEAD_TOP]);
      else
        {
          n = count_same_group (self, i);
          skh_sheet_page_span (page, i, i + n - 1, self->columns[i]->group_title,
                               page->formats->titles[SKH_TITLE_HEAD]);
        }
      i += n;
    }
  worksheet_set_row (page->sheet, page->row, 34, NULL);
  page->row++;
}

static void
write_column_titles (Writer *self, gboolean below_groups)
{
  SkhSheetPage *page = self->page;

  for (guint i = 0; i < self->n_columns; i++)
    {
      SkhTitleLook look = below_groups && self->columns[i]->group_title == NULL
                            ? SKH_TITLE_HEAD_BOTTOM
                            : SKH_TITLE_HEAD;

      skh_sheet_page_note (page,
                           worksheet_write_string (page->sheet, page->row, (lxw_col_t)i,
                                                   self->columns[i]->title,
                                                   page->formats->titles[look]));
    }
  worksheet_set_row (page->sheet, page->row, 34, NULL);
  page->row++;
}

static void
write_header (Writer *self)
{
  SkhSheetPage *page = self->page;
  gboolean has_groups = has_group_titles (self);
  lxw_row_t first = page->row;

  if (has_groups)
    write_group_titles (self);
  write_column_titles (self, has_groups);
  if (page->has_header)
    return;
  page->has_header = TRUE;
  worksheet_repeat_rows (page->sheet, first, page->row - 1);
  worksheet_freeze_panes (page->sheet, page->row, self->n_columns > 2 ? 2 : 0);
}

/* — Cells — */

static SkhRowLook
get_row_look (const SkhRow *row)
{
  static const SkhRowLook looks[] = {
    [SKH_TONE_NONE] = SKH_ROW_LOOK_BODY,
    [SKH_TONE_GOOD] = SKH_ROW_LOOK_GOOD,
    [SKH_TONE_WARNING] = SKH_ROW_LOOK_WARNING,
    [SKH_TONE_BAD] = SKH_ROW_LOOK_BAD,
  };

  return row->kind == SKH_ROW_TOTAL   ? SKH_ROW_LOOK_TOTAL
         : row->kind == SKH_ROW_GROUP ? SKH_ROW_LOOK_GROUP
                                      : looks[row->tone];
}

static SkhLook
get_look (const SkhColumn *column)
{
  if (column->kind == SKH_COLUMN_PERCENT)
    return SKH_LOOK_PERCENT;
  if (column->kind == SKH_COLUMN_DATE)
    return SKH_LOOK_DATE;
  if (column->centred)
    return SKH_LOOK_CENTRED;
  return column->kind == SKH_COLUMN_NUMBER ? SKH_LOOK_NUMBER : SKH_LOOK_TEXT;
}

/* Text that a spreadsheet can hold: XML knows no control characters. */
static const char *
clean_text (const char *text, char **copy)
{
  gboolean is_clean = TRUE;

  for (const char *at = text; *at != '\0' && is_clean; at++)
    is_clean = (guchar)*at >= 0x20 || *at == '\n' || *at == '\t';
  if (is_clean)
    return text;
  *copy = g_strdup (text);
  for (char *at = *copy; *at != '\0'; at++)
    if ((guchar)*at < 0x20 && *at != '\n' && *at != '\t')
      *at = ' ';
  return *copy;
}

static void
write_text (Writer *self, guint index, const char *text, lxw_format *format)
{
  g_autofree char *copy = NULL;

  skh_sheet_page_note (self->page,
                       worksheet_write_string (self->page->sheet, self->page->row,
                                               (lxw_col_t)index, clean_text (text, &copy),
                                               format));
}

/* IF (total = 0, "", n / total) of this row. */
static void
write_percent (Writer *self, guint index, const SkhCell *cell, lxw_format *format)
{
  const SkhColumn *column = self->columns[index];
  char numerator[LXW_MAX_CELL_NAME_LENGTH], denominator[LXW_MAX_CELL_NAME_LENGTH];
  char formula[4 * LXW_MAX_CELL_NAME_LENGTH + 16];
  SkhSheetPage *page = self->page;

  if (column->numerator >= self->n_columns || column->denominator >= self->n_columns)
    {
      if (cell->kind == SKH_CELL_RATIO)
        skh_sheet_page_note (page, worksheet_write_number (page->sheet, page->row,
                                                           (lxw_col_t)index, cell->ratio,
                                                           format));
      return;
    }
  lxw_rowcol_to_cell (numerator, page->row, (lxw_col_t)column->numerator);
  lxw_rowcol_to_cell (denominator, page->row, (lxw_col_t)column->denominator);
  g_snprintf (formula, sizeof formula, "=IF(N(%s)=0,\"\",%s/%s)", denominator, numerator,
              denominator);
  if (cell->kind == SKH_CELL_RATIO)
    skh_sheet_page_note (page, worksheet_write_formula_num (page->sheet, page->row,
                                                            (lxw_col_t)index, formula,
                                                            format, cell->ratio));
  else
    skh_sheet_page_note (page, worksheet_write_formula_str (page->sheet, page->row,
                                                            (lxw_col_t)index, formula,
                                                            format, ""));
}

static void
write_sum (Writer *self, guint index, const SkhCell *cell, lxw_format *format)
{
  char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
  char formula[2 * LXW_MAX_CELL_NAME_LENGTH + 16];
  SkhSheetPage *page = self->page;

  lxw_rowcol_to_cell (first, self->first_body, (lxw_col_t)index);
  lxw_rowcol_to_cell (last, page->row - 1, (lxw_col_t)index);
  g_snprintf (formula, sizeof formula, "=SUM(%s:%s)", first, last);
  skh_sheet_page_note (page, worksheet_write_formula_num (page->sheet, page->row,
                                                          (lxw_col_t)index, formula,
                                                          format, (double)cell->number));
}

/* A percentage stands for its two numbers: without them it stays empty. */
static gboolean
is_percent (Writer *self, const SkhRow *row, guint index)
{
  const SkhColumn *column = self->columns[index];

  if (column->kind != SKH_COLUMN_PERCENT
      || (row->kind == SKH_ROW_TOTAL && column->total != SKH_TOTAL_PERCENT))
    return FALSE;
  return row->cells[index].kind == SKH_CELL_RATIO
         || (column->denominator < self->n_columns
             && row->cells[column->denominator].kind == SKH_CELL_NUMBER);
}

static void
write_cell (Writer *self, const SkhRow *row, guint index, lxw_format *format)
{
  const SkhCell *cell = &row->cells[index];
  SkhSheetPage *page = self->page;
  lxw_col_t at = (lxw_col_t)index;

  if (is_percent (self, row, index))
    write_percent (self, index, cell, format);
  else if (cell->kind == SKH_CELL_TEXT)
    write_text (self, index, cell->text, format);
  else if (cell->kind == SKH_CELL_NUMBER && row->kind == SKH_ROW_TOTAL
           && self->columns[index]->total == SKH_TOTAL_SUM && self->has_body)
    write_sum (self, index, cell, format);
  else if (cell->kind == SKH_CELL_NUMBER)
    skh_sheet_page_note (page, worksheet_write_number (page->sheet, page->row, at,
                                                       (double)cell->number, format));
  else if (cell->kind == SKH_CELL_DATE)
    skh_sheet_page_note (page,
                         worksheet_write_number (page->sheet, page->row, at,
                                                 cell->date + EXCEL_DAY_OF_1970, format));
  else if (cell->kind == SKH_CELL_RATIO)
    skh_sheet_page_note (page, worksheet_write_number (page->sheet, page->row, at,
                                                       cell->ratio, format));
  else
    skh_sheet_page_note (page,
                         worksheet_write_blank (page->sheet, page->row, at, format));
}

/* — Rows — */

static guint
count_lines (const char *text, double width)
{
  double per_line = MAX (width * CHARACTERS_PER_WIDTH, 1);

  if (strnlen (text, (gsize)per_line + 1) <= per_line) /* no more characters than bytes */
    return 1;
  return 1 + (guint)((double)(g_utf8_strlen (text, -1) - 1) / per_line);
}

/* Excel opens files without measuring text: a row's height has to be said. */
static double
get_row_height (Writer *self, const SkhRow *row)
{
  guint n = 1;

  for (guint i = 0; i < self->n_columns; i++)
    if (row->cells[i].kind == SKH_CELL_TEXT && *row->cells[i].text != '\0')
      n = MAX (n, count_lines (row->cells[i].text, self->columns[i]->width));
  return n * CELL_LINE_HEIGHT + 2;
}

static void
write_group_row (Writer *self, const SkhRow *row)
{
  SkhSheetPage *page = self->page;
  const char *text = row->cells[0].kind == SKH_CELL_TEXT ? row->cells[0].text : "";

  worksheet_set_row (page->sheet, page->row, CELL_LINE_HEIGHT + 4, NULL);
  skh_sheet_page_span (page, 0, self->n_columns - 1, text,
                       page->formats->cells[SKH_ROW_LOOK_GROUP][SKH_LOOK_TEXT]);
}

static void
write_plain_row (Writer *self, const SkhRow *row)
{
  SkhSheetPage *page = self->page;
  SkhRowLook row_look = get_row_look (row);

  worksheet_set_row (page->sheet, page->row, get_row_height (self, row), NULL);
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, row, i,
                page->formats->cells[row_look][get_look (self->columns[i])]);
}

static void
write_rows (Writer *self)
{
  const SkhRow *row;
  lxw_row_t first = self->page->row;

  self->first_body = first;
  skh_table_rewind (self->table);
  while ((row = skh_table_next_row (self->table)) != NULL)
    {
      if (row->kind == SKH_ROW_GROUP)
        write_group_row (self, row);
      else
        write_plain_row (self, row);
      self->has_body = self->has_body || row->kind == SKH_ROW_BODY;
      self->page->row++;
    }
  if (self->page->row == first && skh_table_get_empty_text (self->table) != NULL)
    {
      skh_sheet_page_span (self->page, 0, self->n_columns - 1,
                           skh_table_get_empty_text (self->table),
                           self->page->formats->titles[SKH_TITLE_EMPTY]);
      self->page->row++;
    }
}

void
skh_sheet_page_write_table (SkhSheetPage *self, SkhTable *table)
{
  guint n = skh_table_get_n_columns (table);
  g_autofree const SkhColumn **columns = g_new (const SkhColumn *, n);
  Writer writer = { .page = self, .table = table, .n_columns = n, .columns = columns };

  for (guint i = 0; i < n; i++)
    columns[i] = skh_table_get_column (table, i);
  write_header (&writer);
  write_rows (&writer);
}
