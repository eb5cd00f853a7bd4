/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-pages-private.h"

/* A page that is made, drawn. */

static void
draw_rows (const SkhPiece *piece, cairo_t *cr, double x, double y)
{
  for (guint i = piece->row; i < piece->row + piece->n; i++)
    y = skh_paper_table_draw_row (piece->table, cr, x, y, i, 0,
                                  skh_paper_table_get_n_lines (piece->table, i));
}

static void
draw_cut (const SkhPiece *piece, cairo_t *cr, double x, double y)
{
  SkhPaperCut cut = { piece->slice, piece->row, piece->n };

  skh_paper_drawing_draw (piece->drawing, cr, x, y, &cut);
}

static void
draw_piece (const SkhPiece *piece, cairo_t *cr, double x, double y)
{
  switch (piece->kind)
    {
    case SKH_PIECE_BLOCK:
      skh_paper_block_draw (piece->block, cr, x, y);
      break;
    case SKH_PIECE_HEAD:
      skh_paper_table_draw_head (piece->table, cr, x, y);
      break;
    case SKH_PIECE_ROWS:
      draw_rows (piece, cr, x, y);
      break;
    case SKH_PIECE_ROW_PART:
      skh_paper_table_draw_row (piece->table, cr, x, y, piece->row, piece->first_line,
                                piece->n);
      break;
    case SKH_PIECE_DRAWING:
      draw_cut (piece, cr, x, y);
      break;
    default:
      g_assert_not_reached ();
    }
}

static guint
get_end (const SkhPaperPages *self, guint page)
{
  return page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1)
                                      : self->pieces->len;
}

/* The drawing a page ends with, or NULL: its foot says which page it is. */
static SkhPaperDrawing *
get_drawing (const SkhPaperPages *self, guint page)
{
  guint end = get_end (self, page);

  return end > 0 ? g_array_index (self->pieces, SkhPiece, end - 1).drawing : NULL;
}

/* Draws a page's type area, its top left at (x, y), in the current source's black. */
void
skh_paper_pages_draw (const SkhPaperPages *self,
                      guint page,
                      cairo_t *cr,
                      double x,
                      double y)
{
  SkhPaperDrawing *drawing = get_drawing (self, page);

  for (guint i = g_array_index (self->starts, guint, page); i < get_end (self, page); i++)
    {
      const SkhPiece *piece = &g_array_index (self->pieces, SkhPiece, i);

      draw_piece (piece, cr, x, y + piece->y);
    }
  if (drawing != NULL)
    skh_paper_drawing_draw_foot (drawing, cr, x, y + self->height, page,
                                 self->starts->len);
}

/* Draws an Arabic number in the middle of width, its top at y; none on page 1. */
void
skh_paper_pages_draw_number (const SkhPaperPages *self,
                             guint page,
                             cairo_t *cr,
                             double y,
                             double width)
{
  guint number = skh_paper_pages_get_number (self, page);
  char digits[16];

  if (number == 1 || get_drawing (self, page) != NULL)
    return;
  g_snprintf (digits, sizeof digits, "%u", number);
  skh_typesetter_draw (self->typesetter, cr, &self->profile->types[SKH_PAPER_PAGE_NUMBER],
                       SKH_ALIGN_CENTRE, 0, y, width, digits);
}
