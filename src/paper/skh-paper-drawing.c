/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-drawing.h"

#include "skh-paper-layout.h"
#include "skh-paper-painter.h"

#define FOOT_GAP 4.0
#define NUMBER_SIZE 10.0

struct _SkhPaperDrawing
{
  SkhDrawing *drawing; /* borrowed */
  SkhPaperPainter painter;
  SkhDisplayList *list;
  SkhPaperStrip *strips;
  SkhPaperType number_type;
  double width; /* in points */
};

static double
get_scale (const SkhPaperDrawing *self)
{
  return self->drawing->scale;
}

static double
get_head_height (const SkhPaperDrawing *self)
{
  return self->drawing->head_height * get_scale (self);
}

static double
get_foot_height (const SkhPaperDrawing *self)
{
  return self->drawing->foot_height * get_scale (self) + FOOT_GAP;
}

/* A heading is not parted from the first row under it, nor from a heading of its own. */
static gboolean
is_kept_with_next (const SkhPaperDrawing *self, guint row)
{
  SkhDrawing *drawing = self->drawing;

  if (row + 1 >= drawing->n_rows || skh_drawing_get_heading (drawing, row) != row)
    return FALSE;
  if (skh_drawing_get_heading (drawing, row + 1) == row)
    return TRUE;
  return row + 2 < drawing->n_rows
         && skh_drawing_get_heading (drawing, row + 2) == row + 1;
}

static void
make_strips (SkhPaperDrawing *self)
{
  guint n = self->drawing->n_rows;

  self->strips = g_new (SkhPaperStrip, n + 1);
  for (guint i = 0; i < n; i++)
    self->strips[i] = (SkhPaperStrip){
      .height = (float)(skh_drawing_get_row_height (self->drawing, i) * get_scale (self)),
      .keep = is_kept_with_next (self, i),
    };
}

/**
 * skh_paper_drawing_new:
 * @drawing: laid out here; must outlive what is returned
 * @width: of the type area
 */
SkhPaperDrawing *
skh_paper_drawing_new (SkhTypesetter *typesetter,
                       const SkhPaperProfile *profile,
                       SkhDrawing *drawing,
                       double width)
{
  SkhPaperDrawing *self = g_new0 (SkhPaperDrawing, 1);
  SkhTextMeasure measure;

  self->drawing = drawing;
  self->painter.typesetter = typesetter;
  self->list = skh_display_list_new ();
  self->width = width;
  self->number_type = profile->types[SKH_PAPER_PAGE_NUMBER];
  self->number_type.size = NUMBER_SIZE;
  measure = skh_paper_painter_get_measure (&self->painter);
  skh_drawing_lay_out (drawing, width / get_scale (self), &measure);
  make_strips (self);
  return self;
}

void
skh_paper_drawing_free (SkhPaperDrawing *self)
{
  skh_display_list_free (self->list);
  g_free (self->strips);
  g_free (self);
}

guint
skh_paper_drawing_get_n_rows (const SkhPaperDrawing *self)
{
  return self->drawing->n_rows;
}

guint
skh_paper_drawing_get_n_slices (const SkhPaperDrawing *self)
{
  return self->drawing->n_slices;
}

/* The heading that stands again over rows which go on from the page before. */
static gboolean
has_heading_again (const SkhPaperDrawing *self, guint row, guint *heading)
{
  if (row >= self->drawing->n_rows)
    return FALSE;
  *heading = skh_drawing_get_heading (self->drawing, row);
  return *heading != row;
}

/**
 * skh_paper_drawing_fit:
 * @row: the first that is still to be put on a page
 * @room: height left there, for the head, the rows and the foot
 * @fresh: it is a new page, so what does not fit now never will
 *
 * Returns: how many rows stand there; 0 when a new page is needed first
 */
guint
skh_paper_drawing_fit (SkhPaperDrawing *self, guint row, double room, gboolean fresh)
{
  guint left = self->drawing->n_rows - row, heading, n;

  room -= get_head_height (self) + get_foot_height (self);
  if (has_heading_again (self, row, &heading))
    room -= self->strips[heading].height;
  n = skh_paper_layout_fit (self->strips + row, left, room, FALSE);
  if (n == 0 && fresh)
    n = MAX (skh_paper_layout_fit (self->strips + row, left, room, TRUE), MIN (left, 1));
  return n;
}

/* Paints a part at a place, and nothing of it outside: what begins in one slice and ends
   in another is cut at the edge. In pixels. */
static void
paint_part (SkhPaperDrawing *self,
            cairo_t *cr,
            const SkhDrawingPart *part,
            double x,
            double y,
            double width,
            double height)
{
  skh_display_list_clear (self->list);
  skh_drawing_draw (self->drawing, part, self->list);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  skh_paper_painter_paint (&self->painter, cr, self->list);
  cairo_restore (cr);
}

/* Returns: the height of the row */
static double
paint_row (SkhPaperDrawing *self,
           cairo_t *cr,
           double y,
           guint slice,
           guint row,
           gboolean again)
{
  const SkhDrawing *drawing = self->drawing;
  double height = skh_drawing_get_row_height (self->drawing, row);
  SkhDrawingPart side = { SKH_PANE_SIDE, slice, row, again };
  SkhDrawingPart body = { SKH_PANE_BODY, slice, row, again };

  paint_part (self, cr, &side, 0, y, drawing->side_width, height);
  paint_part (self, cr, &body, drawing->side_width, y, drawing->body_width, height);
  return height;
}

/* Draws what stands on a page, head and all, its top left at (x, y). */
void
skh_paper_drawing_draw (SkhPaperDrawing *self,
                        cairo_t *cr,
                        double x,
                        double y,
                        const SkhPaperCut *cut)
{
  const SkhDrawing *drawing = self->drawing;
  SkhDrawingPart corner = { SKH_PANE_CORNER, cut->slice, 0, FALSE };
  SkhDrawingPart head = { SKH_PANE_HEAD, cut->slice, 0, FALSE };
  double top = drawing->head_height;
  guint heading;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, get_scale (self), get_scale (self));
  paint_part (self, cr, &corner, 0, 0, drawing->side_width, top);
  paint_part (self, cr, &head, drawing->side_width, 0, drawing->body_width, top);
  if (has_heading_again (self, cut->row, &heading))
    top += paint_row (self, cr, top, cut->slice, heading, TRUE);
  for (guint i = cut->row; i < cut->row + cut->n; i++)
    top += paint_row (self, cr, top, cut->slice, i, FALSE);
  cairo_restore (cr);
}

/* Draws what signs and colours mean, and which page of how many this is, to end at
   bottom. page: from 0 */
void
skh_paper_drawing_draw_foot (SkhPaperDrawing *self,
                             cairo_t *cr,
                             double x,
                             double bottom,
                             guint page,
                             guint n_pages)
{
  const SkhDrawing *drawing = self->drawing;
  SkhDrawingPart foot = { SKH_PANE_FOOT, 0, 0, FALSE };
  char text[48];

  cairo_save (cr);
  cairo_translate (cr, x, bottom - drawing->foot_height * get_scale (self));
  cairo_scale (cr, get_scale (self), get_scale (self));
  paint_part (self, cr, &foot, 0, 0, drawing->side_width + drawing->body_width,
              drawing->foot_height);
  cairo_restore (cr);
  g_snprintf (text, sizeof text, "Trang %u/%u", page + 1, n_pages);
  skh_typesetter_draw (self->painter.typesetter, cr, &self->number_type, SKH_ALIGN_END, x,
                       bottom
                         - skh_typesetter_get_line_height (self->painter.typesetter,
                                                           &self->number_type),
                       self->width, text);
}
