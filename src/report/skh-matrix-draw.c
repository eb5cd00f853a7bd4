/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a matrix looks like. */
#include "skh-line-words.h"
#include "skh-matrix-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FOOT 22 /* of the head: where the days stand */

/* What stands beside texts grows with them. */
static float
scale (SkhMatrix *self, double usual)
{
  return (float)(usual * self->sizes.row / SKH_MATRIX_ROW_HEIGHT);
}

/* The places first … last of so many that a stretch of pixels touches. */
static void
get_range (double start, double length, double step, guint n, guint *first, guint *end)
{
  *first = (guint)CLAMP (floor (start / step), 0, n);
  *end = (guint)CLAMP (ceil ((start + length) / step), 0, n);
}

static void
draw_sign (SkhMatrix *self,
           const SkhRect *cell,
           const SkhStatusSign *sign,
           SkhDisplayList *list)
{
  float x = (float)cell->x, y = (float)cell->y, w = (float)cell->w, h = (float)cell->h;

  if (sign->fill != SKH_INK_NONE)
    skh_display_list_rect (list, sign->fill, x, y, w, h);
  if (*sign->sign != '\0')
    skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SIGN, sign->ink, 0, x, y,
                                  w, h, sign->sign);
}

/* "12/17": who has delivered, of a group. */
static void
draw_count (const SkhMatrixCount *count, const SkhRect *cell, SkhDisplayList *list)
{
  float x = (float)cell->x, y = (float)cell->y, w = (float)cell->w, h = (float)cell->h;
  char text[24];

  skh_display_list_rect (list, SKH_INK_HEAD, x, y, w, h);
  if (count->owed == 0)
    return;
  g_snprintf (text, sizeof text, "%u/%u", count->delivered, count->owed);
  skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                         count->delivered == count->owed ? SKH_INK_GOOD
                                                         : SKH_INK_DIM_TEXT,
                         0, x, y, w, h, text);
}

/* "11 of 12": how much of a counted line is done, along the foot of its cell. */
static void
draw_done (const SkhAssignment *line,
           const SkhStatusSign *sign,
           const SkhRect *cell,
           SkhDisplayList *list)
{
  if (line->count <= 0 || line->count >= line->total
      || line->line.state == SKH_STATE_NOT_APPLICABLE)
    return;
  skh_display_list_rect (list, sign->ink, (float)cell->x, (float)(cell->y + cell->h) - 4,
                         (float)((cell->w - 1) * (double)line->count
                                 / (double)line->total),
                         3);
}

/* What nobody owes has a ground and a sign of its own, so that it is told from what is
   owed and empty in any light. */
static void
draw_cell (SkhMatrix *self, guint row, guint column, SkhDisplayList *list)
{
  static const SkhStatusSign not_owed = { "·", SKH_INK_DIM_TEXT, SKH_INK_VOID };
  const SkhMatrixRow *record = skh_matrix_get_row (self, row);
  guint index = skh_matrix_get_assignment (self, row, column);
  SkhRect cell = { (double)column * self->sizes.column, (double)row * self->sizes.row,
                   self->sizes.column, self->sizes.row };
  SkhAssignment line;
  SkhStatusSign sign = not_owed;

  if (record->unit == SKH_NO_INDEX)
    {
      draw_count (&record->counts[column], &cell, list);
      return;
    }
  if (index != SKH_NO_INDEX)
    {
      line = skh_matrix_get_line (self, index);
      sign = skh_status_get_sign (skh_ledger_get_status (self->ledger, &line, self->on),
                                  skh_ledger_is_missing (self->ledger, &line, self->on));
    }
  draw_sign (self, &cell, &sign, list);
  if (index != SKH_NO_INDEX)
    draw_done (&line, &sign, &cell, list);
  if (skh_matrix_get_mark (self, row, column) != NULL)
    {
      skh_display_list_frame (list, SKH_INK_BAD, (float)cell.x + 1, (float)cell.y + 1,
                              (float)cell.w - 3, (float)cell.h - 3);
      skh_display_list_frame (list, SKH_INK_BAD, (float)cell.x + 2, (float)cell.y + 2,
                              (float)cell.w - 5, (float)cell.h - 5);
    }
}

static void
draw_lines (SkhMatrix *self,
            SkhDisplayList *list,
            const SkhRect *area,
            guint first_row,
            guint end_row,
            guint first_column,
            guint end_column)
{
  float top = (float)first_row * (float)self->sizes.row;
  float left = (float)first_column * (float)self->sizes.column;

  for (guint row = first_row; row < end_row; row++)
    skh_display_list_rect (list, SKH_INK_LINE, left,
                           (float)(row + 1) * (float)self->sizes.row - 1,
                           (float)(end_column - first_column) * (float)self->sizes.column,
                           1);
  for (guint column = first_column; column < end_column; column++)
    skh_display_list_rect (list, SKH_INK_LINE,
                           (float)(column + 1) * (float)self->sizes.column - 1, top, 1,
                           (float)(end_row - first_row) * (float)self->sizes.row);
}

void
skh_matrix_draw_body (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list)
{
  guint first_row, end_row, first_column, end_column;

  get_range (area->y, area->h, self->sizes.row, self->rows->len, &first_row, &end_row);
  get_range (area->x, area->w, self->sizes.column, self->columns->len, &first_column,
             &end_column);
  for (guint row = first_row; row < end_row; row++)
    for (guint column = first_column; column < end_column; column++)
      draw_cell (self, row, column, list);
  draw_lines (self, list, area, first_row, end_row, first_column, end_column);
}

void
skh_matrix_draw_head (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list)
{
  guint first, end;

  get_range (area->x, area->w, self->sizes.column, self->columns->len, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const SkhMatrixColumn *column = skh_matrix_get_column (self, i);
      float x = (float)i * (float)self->sizes.column;

      skh_display_list_text_static (list, SKH_SHAPE_VERTICAL_TEXT, SKH_FONT_SMALL,
                                    SKH_INK_TEXT, -1, x + 3, 6,
                                    (float)self->sizes.column - 6,
                                    (float)self->sizes.head - scale (self, 30),
                                    column->title);
      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                    column->due != SKH_DATE_NONE && column->due < self->on
                                      ? SKH_INK_TEXT
                                      : SKH_INK_DIM_TEXT,
                                    0, x, (float)self->sizes.head - scale (self, FOOT),
                                    (float)self->sizes.column, scale (self, 20),
                                    column->due_text);
      skh_display_list_rect (list, SKH_INK_LINE, x + (float)self->sizes.column - 1, 0, 1,
                             (float)self->sizes.head);
    }
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)area->x,
                         (float)self->sizes.head - 1, (float)area->w, 1);
}

#define BAR_X 166
#define BAR_WIDTH 44
#define BAR_HEIGHT 8

static void
draw_bar (SkhMatrix *self, guint row, SkhDisplayList *list)
{
  const SkhRates *rates = &skh_matrix_get_row (self, row)->rates;
  float y = (float)row * (float)self->sizes.row
            + ((float)self->sizes.row - scale (self, BAR_HEIGHT)) / 2;
  double share = rates->expected > 0 ? skh_rates_get_completeness (rates) : 0;

  skh_display_list_round (list, SKH_INK_OFF_FILL, SKH_INK_NONE, scale (self, BAR_X), y,
                          scale (self, BAR_WIDTH), scale (self, BAR_HEIGHT));
  if (share > 0)
    skh_display_list_round (list, SKH_INK_GOOD, SKH_INK_NONE, scale (self, BAR_X), y,
                            (float)MAX (share * scale (self, BAR_WIDTH), 3),
                            scale (self, BAR_HEIGHT));
}

#define INDENT 12

/* The arrow that a click or the keys fold by, and the name after it. */
static void
draw_title (SkhMatrix *self, guint row, SkhDisplayList *list)
{
  const SkhMatrixRow *record = skh_matrix_get_row (self, row);
  gboolean heading = record->unit == SKH_NO_INDEX;
  float x
    = 12 + scale (self, INDENT) * (float)(record->depth > 0 ? record->depth - 1 : 0);
  float y = (float)row * (float)self->sizes.row, h = (float)self->sizes.row;
  const char *title
    = heading ? skh_ledger_get_groups (self->ledger, NULL)[record->group].short_name
              : skh_ledger_get_units (self->ledger, NULL)[record->unit].short_name;

  if (heading)
    skh_display_list_rect (list, SKH_INK_HEAD, 0, y, (float)self->sizes.side, h);
  if (record->fold != SKH_MATRIX_FOLD_NONE)
    {
      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                    SKH_INK_DIM_TEXT, 0, x - 10, y, scale (self, 14), h,
                                    record->fold == SKH_MATRIX_FOLD_OPEN ? "▾" : "▸");
      x += scale (self, 6);
    }
  skh_display_list_text_static (list, SKH_SHAPE_TEXT,
                                heading ? SKH_FONT_BOLD : SKH_FONT_BODY, SKH_INK_TEXT, -1,
                                x, y, scale (self, BAR_X) - x - 6, h, title);
}

void
skh_matrix_draw_side (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list)
{
  guint first, end;

  get_range (area->y, area->h, self->sizes.row, self->rows->len, &first, &end);
  for (guint row = first; row < end; row++)
    {
      float y = (float)row * (float)self->sizes.row;

      draw_title (self, row, list);
      draw_bar (self, row, list);
      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                    SKH_INK_DIM_TEXT, 1,
                                    scale (self, BAR_X) + scale (self, BAR_WIDTH), y,
                                    (float)self->sizes.side - scale (self, BAR_X)
                                      - scale (self, BAR_WIDTH) - 4,
                                    (float)self->sizes.row,
                                    skh_matrix_get_row (self, row)->percent);
      skh_display_list_rect (list, SKH_INK_LINE, 0, y + (float)self->sizes.row - 1,
                             (float)self->sizes.side, 1);
    }
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)self->sizes.side - 1,
                         (float)area->y, 1, (float)area->h);
}

void
skh_matrix_draw_corner (SkhMatrix *self, SkhDisplayList *list)
{
  g_autofree char *title = g_strdup_printf (_ ("Units (%u)"), self->n_units);

  skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1, 12,
                         (float)self->sizes.head - scale (self, 24),
                         scale (self, BAR_X) - 18, scale (self, FOOT), title);
  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT, 1,
                                scale (self, BAR_X) - 30,
                                (float)self->sizes.head - scale (self, FOOT),
                                (float)self->sizes.side - scale (self, BAR_X) + 26,
                                scale (self, 20), _ ("Delivered"));
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, (float)self->sizes.head - 1,
                         (float)self->sizes.side, 1);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)self->sizes.side - 1, 0, 1,
                         (float)self->sizes.head);
}
