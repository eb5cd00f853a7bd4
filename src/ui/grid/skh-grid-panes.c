/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-panes.h"

#include <math.h>

/* What stands still leaves at least the rest of the width to what moves. */
#define MAX_PANE 0.6f

/* Returns the panes of a source, which may be NULL, in a widget of that size. */
SkhGridPanes
skh_grid_panes_make (SkhGridSource *source,
                     int width,
                     int height,
                     double scroll_x,
                     double scroll_y)
{
  SkhGridPanes panes = {
    .width = (float)width,
    .height = (float)height,
    .scroll_x = floorf ((float)scroll_x),
    .scroll_y = floorf ((float)scroll_y),
  };

  if (source == NULL)
    return panes;
  panes.frozen = (float)skh_grid_source_get_frozen_width (source);
  panes.head = (float)skh_grid_source_get_head_height (source);
  panes.pane = MIN (panes.frozen, floorf (panes.width * MAX_PANE));
  return panes;
}

/* Gives the place of a region in the widget, and the point of the content at its top
   left. */
void
skh_grid_panes_get_region (const SkhGridPanes *self,
                           SkhGridRegion region,
                           graphene_rect_t *clip,
                           graphene_point_t *content)
{
  gboolean moves_x = region == SKH_GRID_HEAD || region == SKH_GRID_BODY;
  gboolean moves_y = region == SKH_GRID_SIDE || region == SKH_GRID_BODY;
  float x = moves_x ? self->pane : 0;
  float y = moves_y ? self->head : 0;
  float width = moves_x ? self->width - self->pane : self->pane;
  float height = moves_y ? self->height - self->head : self->head;

  *clip = GRAPHENE_RECT_INIT (x, y, MAX (width, 0), MAX (height, 0));
  content->x = moves_x ? self->frozen + self->scroll_x : 0;
  content->y = moves_y ? self->head + self->scroll_y : 0;
}

/* Turns content coordinates into the widget's, as if nothing covered the rectangle. */
void
skh_grid_panes_place (const SkhGridPanes *self, graphene_rect_t *rect)
{
  if (rect->origin.x >= self->frozen)
    rect->origin.x += self->pane - self->frozen - self->scroll_x;
  if (rect->origin.y >= self->head)
    rect->origin.y -= self->scroll_y;
}

/* Turns a point of the widget into the content's that is seen there. */
void
skh_grid_panes_find (const SkhGridPanes *self, graphene_point_t *point)
{
  if (point->x >= self->pane)
    point->x += self->frozen - self->pane + self->scroll_x;
  if (point->y >= self->head)
    point->y += self->scroll_y;
}
