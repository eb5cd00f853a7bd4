/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table on a sheet: heading, rows as they come, totals and percentages as live
   formulas whose cached values are the report's own. */
#include "skh-sheet-page.h"

#include <string.h>

#define CELL_LINE_HEIGHT 16.0

/* Of the type of the cells, in Excel's measure of a column; with room to spare. */
#define CHARACTERS_PER_WIDTH 1.0

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

#define TITLE_HEIGHT 34.0
#define UPPER_TITLE_HEIGHT 18.0 /* of quarters over months */

typedef const char *(*GetTitle) (const SkhColumn *column);

static const char *
get_top_title (const SkhColumn *column)
{
  return column->top_title;
}

static const char *
get_group_title (const SkhColumn *column)
{
  return column->group_title;
}

static gboolean
has_titles (Writer *self, GetTitle get_title)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (get_title (self->columns[i]) != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_same_title (Writer *self, guint first, GetTitle get_title)
{
  guint n = 1;

  while (
    first + n < self->n_columns
    && g_strcmp0 (get_title (self->columns[first]), get_title (self->columns[first + n]))
         == 0)
    n++;
  return n;
}

static void
end_title_row (Writer *self, double height)
{
  worksheet_set_row (self->page->sheet, self->page->row, height, NULL);
  self->page->row++;
}

/* A heading of one column stands in the lowest row, under empty upper parts: a merge over
   several rows would have to go back to the first. */
static void
write_shared_titles (Writer *self, GetTitle get_title, SkhTitleLook empty, double height)
{
  SkhSheetPage *page = self->page;

  for (guint i = 0; i < self->n_columns;)
    {
      const char *title = get_title (self->columns[i]);
      guint n = 1;

      if (title == NULL)
        worksheet_write_blank (page->sheet, page->row, (lxw_col_t)i,
                               page->formats->titles[empty]);
      else
        {
          n = count_same_title (self, i, get_title);
          skh_sheet_page_span (page, i, i + n - 1, title,
                               page->formats->titles[SKH_TITLE_HEAD]);
        }
      i += n;
    }
  end_title_row (self, height);
}

/* Lines that a paragraph takes when words that do not fit go to the next. */
static guint
count_paragraph_lines (const char *text, gsize length, double per_line)
{
  const char *end = text + length;
  double used = 0;
  guint n = 1;

  for (const char *word = text; word < end;)
    {
      const char *space = memchr (word, ' ', (gsize)(end - word));
      const char *word_end = space != NULL ? space : end;
      double chars = (double)g_utf8_strlen (word, word_end - word);

      if (used > 0 && used + 1 + chars > per_line)
        n++, used = 0;
      used += chars + (used > 0);
      for (; used > per_line; used -= per_line)
        n++;
      word = word_end + 1;
    }
  return n;
}

static guint
count_lines (const char *text, double width)
{
  double per_line = MAX (width * CHARACTERS_PER_WIDTH, 1);
  gsize length = strnlen (text, (gsize)per_line + 1);
  guint n = 0;

  /* No more characters than bytes. */
  if (length <= per_line && memchr (text, '\n', length) == NULL)
    return 1;
  for (const char *line = text; line != NULL;)
    {
      const char *end = strchr (line, '\n');

      n += count_paragraph_lines (line, end != NULL ? (gsize)(end - line) : strlen (line),
                                  per_line);
      line = end != NULL ? end + 1 : NULL;
    }
  return n;
}

/* Titles are bold: of a line the width takes fewer letters. */
#define BOLD 0.85

static double
get_titles_height (Writer *self)
{
  guint n = 1;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i]->title != NULL)
      n = MAX (n, count_lines (self->columns[i]->title, self->columns[i]->width * BOLD));
  return MAX (TITLE_HEIGHT, n * CELL_LINE_HEIGHT + 2);
}

static SkhTitleLook
get_title_look (const SkhColumn *column, gboolean below_groups)
{
  if (column->marked)
    return SKH_TITLE_HEAD_MARKED;
  return below_groups && column->group_title == NULL ? SKH_TITLE_HEAD_BOTTOM
                                                     : SKH_TITLE_HEAD;
}

static void
write_column_titles (Writer *self, gboolean below_groups)
{
  SkhSheetPage *page = self->page;

  for (guint i = 0; i < self->n_columns; i++)
    {
      SkhTitleLook look = get_title_look (self->columns[i], below_groups);

      skh_sheet_page_note (page,
                           worksheet_write_string (page->sheet, page->row, (lxw_col_t)i,
                                                   self->columns[i]->title,
                                                   page->formats->titles[look]));
    }
  end_title_row (self, get_titles_height (self));
}

static void
write_header (Writer *self)
{
  SkhSheetPage *page = self->page;
  gboolean has_tops = has_titles (self, get_top_title);
  gboolean has_groups = has_titles (self, get_group_title);
  lxw_row_t first = page->row;

  if (has_tops)
    write_shared_titles (self, get_top_title, SKH_TITLE_HEAD_TOP, UPPER_TITLE_HEIGHT);
  if (has_groups)
    write_shared_titles (self, get_group_title,
                         has_tops ? SKH_TITLE_HEAD_MIDDLE : SKH_TITLE_HEAD_TOP,
                         has_tops ? UPPER_TITLE_HEIGHT : TITLE_HEIGHT);
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

/* A column of a drawing: its texts are short signs, or run on over empty neighbours. */
static gboolean
is_drawn (Writer *self, guint index)
{
  return self->columns[index]->top_title != NULL;
}

static gboolean
is_marked (Writer *self, guint index)
{
  return index < self->n_columns && self->columns[index]->marked;
}

static guint
get_traits (Writer *self, const SkhCell *cell, guint index)
{
  guint traits = cell->kind == SKH_CELL_TEXT ? SKH_CELL_WITH_TEXT : 0;

  if (is_marked (self, index) || (index > 0 && is_marked (self, index - 1)))
    traits |= SKH_CELL_MARKED_LEFT;
  if (is_marked (self, index) || is_marked (self, index + 1))
    traits |= SKH_CELL_MARKED_RIGHT;
  return traits;
}

static lxw_format *
get_format (Writer *self, const SkhRow *row, guint index)
{
  SkhSheetFormats *formats = self->page->formats;
  const SkhCell *cell = &row->cells[index];

  if (is_drawn (self, index))
    return skh_sheet_formats_get_fill (formats, cell->fill,
                                       get_traits (self, cell, index));
  return formats->cells[get_row_look (row)][get_look (self->columns[index])];
}

/* Excel opens files without measuring text: a row's height has to be said. */
static double
get_row_height (Writer *self, const SkhRow *row)
{
  guint n = 1;

  for (guint i = 0; i < self->n_columns; i++)
    if (row->cells[i].kind == SKH_CELL_TEXT && *row->cells[i].text != '\0'
        && !is_drawn (self, i))
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

  worksheet_set_row (page->sheet, page->row, get_row_height (self, row), NULL);
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, row, i, get_format (self, row, i));
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

/* What signs and colours mean: the sign as it stands in a cell, and beside it words. */
static void
write_keys (Writer *self)
{
  SkhSheetPage *page = self->page;
  guint n;
  const SkhTableKey *keys = skh_table_get_keys (self->table, &n);

  if (n > 0)
    page->row++;
  for (guint i = 0; i < n; i++)
    {
      guint traits = *keys[i].sign != '\0' ? SKH_CELL_WITH_TEXT : 0;
      lxw_format *format
        = keys[i].fill == SKH_INK_TODAY
            ? page->formats->titles[SKH_TITLE_HEAD_MARKED]
            : skh_sheet_formats_get_fill (page->formats, keys[i].fill, traits);

      skh_sheet_page_note (page, worksheet_write_string (page->sheet, page->row, 0,
                                                         keys[i].sign, format));
      skh_sheet_page_note (
        page, worksheet_write_string (page->sheet, page->row, 1, keys[i].meaning,
                                      page->formats->titles[SKH_TITLE_LEFT_SMALL]));
      page->row++;
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
  write_keys (&writer);
}
