/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-table-private.h"

#define LINE_WIDTH 0.5
#define SIGN_WIDTH 1.3

/* Light enough for black text and for a grey printer; the sign says the same. */
static const double tone_fills[][3] = {
  [SKH_TONE_GOOD] = { 0.91, 0.96, 0.92 },
  [SKH_TONE_WARNING] = { 1.00, 0.95, 0.82 },
  [SKH_TONE_BAD] = { 0.98, 0.88, 0.88 },
};

static const double head_fill[3] = { 0.92, 0.92, 0.92 };
static const double group_fill[3] = { 0.96, 0.96, 0.96 };

static void
fill (cairo_t *cr, const double rgb[3], double x, double y, double width, double height)
{
  cairo_set_source_rgb (cr, rgb[0], rgb[1], rgb[2]);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
frame (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
}

static void
draw_title (const SkhPaperTable *self,
            cairo_t *cr,
            double x,
            double y,
            double height,
            guint column,
            guint span,
            const char *title)
{
  double left = x + self->edges[column];
  double full_width = self->edges[column + span] - self->edges[column];
  double width = skh_paper_table_get_title_width (self, column, span);
  guint n_lines
    = skh_typesetter_count_lines (self->typesetter, &self->head_type, width, title);
  double text_height = n_lines * self->line_height;

  fill (cr, head_fill, left, y, full_width, height);
  frame (cr, left, y, full_width, height);
  skh_typesetter_draw (self->typesetter, cr, &self->head_type, SKH_ALIGN_CENTRE,
                       left + SKH_PAPER_PAD_X, y + (height - text_height) / 2, width,
                       title);
}

static void
draw_group (const SkhPaperTable *self,
            cairo_t *cr,
            double x,
            double y,
            guint first,
            guint span)
{
  const double *heights = self->head_heights;

  draw_title (self, cr, x, y, heights[0], first, span,
              skh_table_get_column (self->source, first)->group_title);
  for (guint i = first; i < first + span; i++)
    draw_title (self, cr, x, y + heights[0], heights[1], i, 1,
                skh_table_get_column (self->source, i)->title);
}

static void
draw_sign (cairo_t *cr, SkhTone tone, double x, double y)
{
  const double s = SKH_PAPER_SIGN_SIZE;

  switch (tone)
    {
    case SKH_TONE_GOOD: /* a tick */
      cairo_move_to (cr, x, y + 0.55 * s);
      cairo_line_to (cr, x + 0.35 * s, y + 0.9 * s);
      cairo_line_to (cr, x + 0.95 * s, y + 0.1 * s);
      break;
    case SKH_TONE_WARNING: /* an exclamation mark */
      cairo_move_to (cr, x + 0.5 * s, y);
      cairo_line_to (cr, x + 0.5 * s, y + 0.6 * s);
      cairo_move_to (cr, x + 0.5 * s, y + 0.82 * s);
      cairo_line_to (cr, x + 0.5 * s, y + s);
      break;
    case SKH_TONE_BAD: /* a cross */
      cairo_move_to (cr, x + 0.1 * s, y + 0.1 * s);
      cairo_line_to (cr, x + 0.9 * s, y + 0.9 * s);
      cairo_move_to (cr, x + 0.9 * s, y + 0.1 * s);
      cairo_line_to (cr, x + 0.1 * s, y + 0.9 * s);
      break;
    case SKH_TONE_NONE:
    default:
      return;
    }
  cairo_set_line_width (cr, SIGN_WIDTH);
  cairo_stroke (cr);
}

/* What is drawn of a row: some of its lines, at a place. */
typedef struct
{
  double x, y, height;
  guint first_line, n_lines;
} Piece;

static void
draw_cell (const SkhPaperTable *self,
           cairo_t *cr,
           const SkhPaperRow *row,
           const SkhPaperCell *cell,
           const Piece *piece)
{
  const SkhPaperType *type = &self->types[row->kind];
  double width = skh_paper_table_get_text_width (self, cell->column, cell->span);
  double right = piece->x + self->edges[cell->column + cell->span];
  double y = piece->y + SKH_PAPER_PAD_Y;

  if (*cell->text == '\0')
    return;
  /* A whole row's cells stand level at their middle; a part's go on from the page before.
   */
  if (piece->n_lines >= row->n_lines)
    {
      guint n = skh_typesetter_count_lines (self->typesetter, type, width, cell->text);

      y += (row->n_lines - MIN (n, row->n_lines)) * self->line_height / 2;
    }
  skh_typesetter_draw_lines (self->typesetter, cr, type, cell->align,
                             right - SKH_PAPER_PAD_X - width, y, width, cell->text,
                             piece->first_line, piece->n_lines);
}

static void
fill_row (const SkhPaperTable *self,
          cairo_t *cr,
          const SkhPaperRow *row,
          const Piece *piece)
{
  double width = self->edges[self->n_columns];

  if (row->kind == SKH_PAPER_ROW_GROUP)
    fill (cr, group_fill, piece->x, piece->y, width, piece->height);
  else if (row->tone != SKH_TONE_NONE)
    fill (cr, tone_fills[row->tone], piece->x, piece->y, width, piece->height);
}

/* Draws the column heads, one band or two, with the top left at (x, y). */
void
skh_paper_table_draw_head (const SkhPaperTable *self, cairo_t *cr, double x, double y)
{
  guint span;

  for (guint i = 0; i < self->n_columns; i += span)
    {
      const SkhColumn *column = skh_table_get_column (self->source, i);

      span = skh_paper_table_get_group_span (self, i);
      if (column->group_title != NULL)
        draw_group (self, cr, x, y, i, span);
      else
        draw_title (self, cr, x, y, skh_paper_table_get_head_height (self), i, 1,
                    column->title);
    }
}

/**
 * skh_paper_table_draw_row:
 * @first_line: 0, or where a row taller than a page goes on
 * @n_lines: how many of its lines to draw
 *
 * Draws a row, or a part of one, with its top left at (@x, @y).
 *
 * Returns: the y below it
 */
double
skh_paper_table_draw_row (const SkhPaperTable *self,
                          cairo_t *cr,
                          double x,
                          double y,
                          guint row,
                          guint first_line,
                          guint n_lines)
{
  const SkhPaperRow *drawn = skh_paper_table_get_row (self, row);
  Piece piece = {
    .x = x,
    .y = y,
    .height = skh_paper_table_get_height_of_lines (self, n_lines),
    .first_line = first_line,
    .n_lines = n_lines,
  };
  SkhPaperCell cell = { 0 };

  fill_row (self, cr, drawn, &piece);
  while (skh_paper_table_next_cell (self, drawn, &cell))
    {
      frame (cr, x + self->edges[cell.column], y,
             self->edges[cell.column + cell.span] - self->edges[cell.column],
             piece.height);
      draw_cell (self, cr, drawn, &cell, &piece);
    }
  draw_sign (cr, drawn->tone, x + SKH_PAPER_PAD_X,
             y + (piece.height - SKH_PAPER_SIGN_SIZE) / 2);
  return y + piece.height;
}
