/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-drawing.h"

/**
 * skh_drawing_lay_out:
 * @width: of a page's type area, in the drawing's pixels
 * @measure: used during the call only
 *
 * Decides how wide the parts are, how high each row is and how many slices there are. May
 * be called again, for another page.
 */
void
skh_drawing_lay_out (SkhDrawing *self, double width, const SkhTextMeasure *measure)
{
  self->funcs->lay_out (self, width, measure);
}

double
skh_drawing_get_row_height (SkhDrawing *self, guint row)
{
  return self->funcs->get_row_height (self, row);
}

/* Returns: the row that heads this one; the row itself when it is a heading or has none
 */
guint
skh_drawing_get_heading (SkhDrawing *self, guint row)
{
  return self->funcs->get_heading (self, row);
}

/* Appends a part, in coordinates of its own: the painter has moved the origin there and
   clips what reaches over the part's edges. */
void
skh_drawing_draw (SkhDrawing *self, const SkhDrawingPart *part, SkhDisplayList *list)
{
  self->funcs->draw (self, part, list);
}

void
skh_drawing_free (SkhDrawing *self)
{
  if (self != NULL)
    self->funcs->free (self);
}
