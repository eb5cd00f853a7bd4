/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-source.h"

G_BEGIN_DECLS

/* SkhGridPanes: where the four regions of a grid stand in a widget, and how far the
   content is scrolled under them. Whole pixels. */
typedef struct
{
  float width, height; /* of the widget */
  float frozen, head;  /* of the content that stands still */
  float pane;          /* frozen, or less in a narrow widget */
  float scroll_x, scroll_y;
} SkhGridPanes;

SkhGridPanes skh_grid_panes_make (SkhGridSource *source,
                                  int width,
                                  int height,
                                  double scroll_x,
                                  double scroll_y);
void skh_grid_panes_get_region (const SkhGridPanes *self,
                                SkhGridRegion region,
                                graphene_rect_t *clip,
                                graphene_point_t *content);
void skh_grid_panes_place (const SkhGridPanes *self, graphene_rect_t *rect);
void skh_grid_panes_find (const SkhGridPanes *self, graphene_point_t *point);

G_END_DECLS
