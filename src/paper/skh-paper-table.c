/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-table-private.h"

#include "skh-number.h"

#include <string.h>

/* No word, however long, may take more than this part of the page from the others; where
   the columns are too many even so, no more than the second. A number is never broken. */
#define MOST_OF_WIDTH 0.12
#define MOST_OF_CROWDED_WIDTH 0.03
#define SIZE_STEP 0.5
#define SMALLEST_SIZE 4.5

/* The longest word of a column, by characters: where it stands in the table's text. */
typedef struct
{
  guint text;
  guint bytes;
  guint chars;
} Word;

static const SkhPaperElement row_elements[SKH_N_PAPER_ROW_KINDS] = {
  [SKH_PAPER_ROW_BODY] = SKH_PAPER_TABLE_CELL,
  [SKH_PAPER_ROW_GROUP] = SKH_PAPER_TABLE_GROUP,
  [SKH_PAPER_ROW_TOTAL] = SKH_PAPER_TABLE_TOTAL,
  [SKH_PAPER_ROW_EMPTY] = SKH_PAPER_TABLE_EMPTY,
};

static char *
format_cell (const SkhCell *cell)
{
  switch (cell->kind)
    {
    case SKH_CELL_NUMBER:
      return skh_number_to_text (cell->number);
    case SKH_CELL_RATIO:
      return skh_number_percent_to_text (cell->ratio);
    case SKH_CELL_DATE:
      return skh_date_to_text (cell->date);
    case SKH_CELL_EMPTY:
    case SKH_CELL_TEXT:
    default:
      return NULL;
    }
}

static void
add_text (SkhPaperTable *self, const char *text)
{
  g_byte_array_append (self->text, (const guint8 *)text, (guint)strlen (text) + 1);
}

static void
add_cell (SkhPaperTable *self, const SkhCell *cell)
{
  g_autofree char *formatted = format_cell (cell);

  if (formatted != NULL)
    add_text (self, formatted);
  else
    add_text (self, cell->kind == SKH_CELL_TEXT && cell->text != NULL ? cell->text : "");
}

static void
note_longest_word (const SkhPaperTable *self, guint text, Word *longest)
{
  const char *base = (const char *)self->text->data;
  const char *p = base + text;

  while (*p != '\0')
    {
      gsize length = strcspn (p, " \t\n");
      guint chars = (guint)g_utf8_strlen (p, (gssize)length);

      if (chars > longest->chars)
        *longest = (Word){ (guint)(p - base), (guint)length, chars };
      p += length;
      p += strspn (p, " \t\n");
    }
}

static void
add_row (SkhPaperTable *self, const SkhRow *source, Word *words)
{
  SkhPaperRow row
    = { .text = self->text->len, .kind = source->kind, .tone = source->tone };

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint text = self->text->len;

      add_cell (self, &source->cells[i]);
      /* A heading, and TỔNG, stand across columns. */
      if (source->kind == SKH_ROW_BODY || (source->kind == SKH_ROW_TOTAL && i > 0))
        note_longest_word (self, text, &words[i]);
    }
  self->has_tones |= source->tone != SKH_TONE_NONE;
  g_array_append_val (self->rows, row);
}

static void
add_empty_row (SkhPaperTable *self)
{
  SkhPaperRow row = { .text = self->text->len, .kind = SKH_PAPER_ROW_EMPTY };
  const char *text = skh_table_get_empty_text (self->source);

  if (text == NULL)
    return;
  add_text (self, text);
  for (guint i = 1; i < self->n_columns; i++)
    add_text (self, "");
  g_array_append_val (self->rows, row);
}

static void
read_rows (SkhPaperTable *self, Word *words)
{
  const SkhRow *row;

  skh_table_rewind (self->source);
  while ((row = skh_table_next_row (self->source)) != NULL)
    add_row (self, row, words);
  if (self->rows->len == 0)
    add_empty_row (self);
}

static double
get_word_width (SkhPaperTable *self, const char *text, gsize length)
{
  g_autofree char *word = g_strndup (text, length);

  return skh_typesetter_get_width (self->typesetter, &self->head_type, word);
}

static double
get_title_word_width (SkhPaperTable *self, const char *title)
{
  double widest = 0;

  for (const char *p = title; *p != '\0';)
    {
      gsize length = strcspn (p, " \n");

      widest = MAX (widest, get_word_width (self, p, length));
      p += length;
      p += strspn (p, " \n");
    }
  return widest;
}

/* Measured in bold, as TỔNG and the head are, so with room to spare for the rest. */
static double
get_least_width (SkhPaperTable *self, guint column, const Word *word, double most)
{
  const SkhColumn *source = skh_table_get_column (self->source, column);
  const char *longest = (const char *)self->text->data + word->text;
  double title = get_title_word_width (self, source->title);
  double cell = word->bytes > 0 ? get_word_width (self, longest, word->bytes) : 0;
  double around = 2 * SKH_PAPER_PAD_X + 1;

  if (column == 0 && self->has_tones)
    around += SKH_PAPER_SIGN_SPACE;
  if (source->kind == SKH_COLUMN_TEXT)
    cell = MIN (cell, most);
  return MAX (cell, MIN (title, most)) + around;
}

static void
set_size (SkhPaperTable *self, const SkhPaperProfile *profile, double shrink)
{
  self->head_type = profile->types[SKH_PAPER_TABLE_HEAD];
  self->head_type.size -= shrink;
  self->line_height = skh_typesetter_get_line_height (self->typesetter, &self->head_type);
  for (guint i = 0; i < SKH_N_PAPER_ROW_KINDS; i++)
    {
      SkhPaperType *type = &self->types[i];

      *type = profile->types[row_elements[i]];
      type->size -= shrink;
      self->line_height = MAX (self->line_height,
                               skh_typesetter_get_line_height (self->typesetter, type));
    }
}

/* Returns: what all columns together need in the present size of type */
static double
measure_least (SkhPaperTable *self, const Word *words, double most, double *least)
{
  double needed = 0;

  for (guint i = 0; i < self->n_columns; i++)
    needed += least[i] = get_least_width (self, i, &words[i], most);
  return needed;
}

/* In the largest type in which no word breaks; if that is below the least size, long
   words may break, but the type gets smaller still for the numbers' sake. */
static void
fit_columns (SkhPaperTable *self,
             const SkhPaperProfile *profile,
             const Word *words,
             double width)
{
  g_autofree double *wanted = g_new (double, self->n_columns);
  g_autofree double *least = g_new (double, self->n_columns);
  g_autofree double *widths = g_new (double, self->n_columns);
  double size = profile->types[SKH_PAPER_TABLE_CELL].size;
  double shrink = 0, most = width * MOST_OF_WIDTH;

  set_size (self, profile, 0);
  while (measure_least (self, words, most, least) > width
         && size - shrink - SIZE_STEP >= SMALLEST_SIZE)
    {
      if (size - shrink - SIZE_STEP < profile->least_size)
        most = width * MOST_OF_CROWDED_WIDTH;
      set_size (self, profile, shrink += SIZE_STEP);
    }

  for (guint i = 0; i < self->n_columns; i++)
    wanted[i] = MAX (skh_table_get_column (self->source, i)->width, 0);
  skh_paper_layout_share_width (wanted, least, self->n_columns, width, widths);
  for (guint i = 0; i < self->n_columns; i++)
    self->edges[i + 1] = self->edges[i] + widths[i];
}

static SkhAlign
get_column_align (const SkhColumn *column)
{
  if (column->centred || column->kind == SKH_COLUMN_DATE)
    return SKH_ALIGN_CENTRE;
  return column->kind == SKH_COLUMN_TEXT ? SKH_ALIGN_START : SKH_ALIGN_END;
}

static void
measure_row (SkhPaperTable *self, SkhPaperRow *row)
{
  SkhPaperCell cell = { 0 };
  guint n_lines = 1;

  while (skh_paper_table_next_cell (self, row, &cell))
    {
      double width = skh_paper_table_get_text_width (self, cell.column, cell.span);

      n_lines = MAX (n_lines, skh_typesetter_count_lines (self->typesetter,
                                                          &self->types[row->kind], width,
                                                          cell.text));
    }
  row->n_lines = (guint16)MIN (n_lines, G_MAXUINT16);
}

static double
measure_title (SkhPaperTable *self, guint column, guint span, const char *title)
{
  double width = skh_paper_table_get_title_width (self, column, span);
  guint n_lines
    = skh_typesetter_count_lines (self->typesetter, &self->head_type, width, title);

  return skh_paper_table_get_height_of_lines (self, n_lines);
}

/* The head has a second band where columns share a heading; the title of a column without
   one stands in both bands. */
static void
measure_head (SkhPaperTable *self)
{
  double upper = 0, lower = 0, whole = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const SkhColumn *column = skh_table_get_column (self->source, i);
      double height = measure_title (self, i, 1, column->title);

      if (column->group_title == NULL)
        whole = MAX (whole, height);
      else
        lower = MAX (lower, height);
    }
  for (guint i = 0; i < self->n_columns; i += skh_paper_table_get_group_span (self, i))
    {
      guint span = skh_paper_table_get_group_span (self, i);
      const char *title = skh_table_get_column (self->source, i)->group_title;

      if (title != NULL)
        upper = MAX (upper, measure_title (self, i, span, title));
    }
  self->head_heights[0] = upper;
  self->head_heights[1] = MAX (lower, whole - upper);
}

/* A heading stays with what it heads, TỔNG with a row above it; no page begins or ends
   with a table's single row. */
static gboolean
is_kept_with_next (const SkhPaperTable *self, guint row)
{
  guint n = self->rows->len;

  if (row + 1 >= n)
    return FALSE;
  return row == 0 || row + 2 == n
         || skh_paper_table_get_row (self, row)->kind == SKH_PAPER_ROW_GROUP
         || skh_paper_table_get_row (self, row + 1)->kind == SKH_PAPER_ROW_TOTAL;
}

/**
 * skh_paper_table_new:
 * @source: read from its first row to its last; must outlive the table, for its columns
 * @width: of the type area, in points
 *
 * Reads @source, shares @width among its columns and measures every row.
 */
SkhPaperTable *
skh_paper_table_new (SkhTypesetter *typesetter,
                     const SkhPaperProfile *profile,
                     SkhTable *source,
                     double width)
{
  SkhPaperTable *self = g_new0 (SkhPaperTable, 1);
  g_autofree Word *words = NULL;

  self->typesetter = typesetter;
  self->source = source;
  self->n_columns = skh_table_get_n_columns (source);
  self->text = g_byte_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (SkhPaperRow));
  self->edges = g_new0 (double, self->n_columns + 1);
  if (self->n_columns == 0)
    return self;

  words = g_new0 (Word, self->n_columns);
  read_rows (self, words);
  fit_columns (self, profile, words, width);
  measure_head (self);
  for (guint i = 0; i < self->rows->len; i++)
    measure_row (self, &g_array_index (self->rows, SkhPaperRow, i));
  return self;
}

void
skh_paper_table_free (SkhPaperTable *self)
{
  g_byte_array_unref (self->text);
  g_array_unref (self->rows);
  g_free (self->edges);
  g_free (self);
}

guint
skh_paper_table_get_n_rows (const SkhPaperTable *self)
{
  return self->rows->len;
}

const SkhPaperRow *
skh_paper_table_get_row (const SkhPaperTable *self, guint row)
{
  return &g_array_index (self->rows, SkhPaperRow, row);
}

/**
 * skh_paper_table_next_cell:
 * @cell: (inout): zeroed for the row's first cell, then as the last call left it
 *
 * Goes through a row's cells. A heading covers the whole row; TỔNG covers the empty cells
 * that follow it.
 *
 * Returns: FALSE after the last cell
 */
gboolean
skh_paper_table_next_cell (const SkhPaperTable *self,
                           const SkhPaperRow *row,
                           SkhPaperCell *cell)
{
  gboolean whole = row->kind == SKH_PAPER_ROW_GROUP || row->kind == SKH_PAPER_ROW_EMPTY;
  const char *next;

  if (cell->text == NULL)
    cell->text = (const char *)self->text->data + row->text;
  else
    for (guint i = 0; i < cell->span; i++)
      cell->text += strlen (cell->text) + 1;
  cell->column += cell->span;
  if (cell->column >= self->n_columns)
    return FALSE;

  cell->span = whole ? self->n_columns : 1;
  cell->align = get_column_align (skh_table_get_column (self->source, cell->column));
  if (whole)
    cell->align = row->kind == SKH_PAPER_ROW_EMPTY ? SKH_ALIGN_CENTRE : SKH_ALIGN_START;
  if (row->kind != SKH_PAPER_ROW_TOTAL || cell->column > 0 || *cell->text == '\0')
    return TRUE;

  next = cell->text + strlen (cell->text) + 1;
  while (cell->span < self->n_columns && *next == '\0')
    cell->span++, next++;
  if (cell->span > 1)
    cell->align = SKH_ALIGN_CENTRE;
  return TRUE;
}

/* Returns: how wide a title over span columns may be, in points */
double
skh_paper_table_get_title_width (const SkhPaperTable *self, guint column, guint span)
{
  return MAX (self->edges[column + span] - self->edges[column] - 2 * SKH_PAPER_PAD_X, 1);
}

/* Returns: how wide the text of a cell over span columns may be, in points */
double
skh_paper_table_get_text_width (const SkhPaperTable *self, guint column, guint span)
{
  double width = skh_paper_table_get_title_width (self, column, span);

  if (column == 0 && self->has_tones)
    width -= SKH_PAPER_SIGN_SPACE;
  return MAX (width, 1);
}

/* Returns: how many columns from this one on share its heading; 1 without a heading */
guint
skh_paper_table_get_group_span (const SkhPaperTable *self, guint column)
{
  const char *title = skh_table_get_column (self->source, column)->group_title;
  guint span = 1;

  while (
    title != NULL && column + span < self->n_columns
    && g_strcmp0 (skh_table_get_column (self->source, column + span)->group_title, title)
         == 0)
    span++;
  return span;
}

/* Returns: of the head, which every page repeats, in points; 0 without columns */
double
skh_paper_table_get_head_height (const SkhPaperTable *self)
{
  return self->head_heights[0] + self->head_heights[1];
}

SkhPaperStrip
skh_paper_table_get_strip (const SkhPaperTable *self, guint row)
{
  guint n_lines = skh_paper_table_get_row (self, row)->n_lines;

  return (SkhPaperStrip){
    .height = (float)skh_paper_table_get_height_of_lines (self, n_lines),
    .keep = is_kept_with_next (self, row),
  };
}

guint
skh_paper_table_get_n_lines (const SkhPaperTable *self, guint row)
{
  return skh_paper_table_get_row (self, row)->n_lines;
}

/* Returns: how many lines of a row fit in room points; at least 1, so that a row taller
   than any page comes to its end */
guint
skh_paper_table_fit_lines (const SkhPaperTable *self, double room)
{
  return (guint)MAX ((room - 2 * SKH_PAPER_PAD_Y) / self->line_height, 1);
}

double
skh_paper_table_get_height_of_lines (const SkhPaperTable *self, guint n_lines)
{
  return n_lines * self->line_height + 2 * SKH_PAPER_PAD_Y;
}
