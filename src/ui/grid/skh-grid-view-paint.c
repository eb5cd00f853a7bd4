/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-view-private.h"

#include <adwaita.h>

/* A frame of a SkhGridView. */

static void
paint_band (SkhGridView *self,
            GtkSnapshot *snapshot,
            const SkhGridPanes *panes,
            int row,
            float strength)
{
  GdkRGBA colour = *skh_painter_get_rgba (self->painter, SKH_INK_SELECTION);
  graphene_rect_t cell;

  if (!skh_grid_view_place_cell (self, panes, row, SKH_GRID_ROW_HEAD, &cell))
    return;
  colour.alpha *= strength;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, cell.origin.y, panes->width,
                                                  cell.size.height));
}

/* The row under the pointer and the row of the cursor, the latter stronger. */
static void
paint_bands (SkhGridView *self, GtkSnapshot *snapshot, const SkhGridPanes *panes)
{
  paint_band (self, snapshot, panes, self->current_row, 1);
  if (self->hover_row != self->current_row)
    paint_band (self, snapshot, panes, self->hover_row, 0.5f);
}

static void
paint_cursor (SkhGridView *self, GtkSnapshot *snapshot, const SkhGridPanes *panes)
{
  gboolean has_focus = gtk_widget_has_focus (self->cell);
  const GdkRGBA *c
    = skh_painter_get_rgba (self->painter,
                            has_focus ? SKH_INK_CURSOR : SKH_INK_STRONG_LINE);
  GskRoundedRect outline;
  graphene_rect_t cell;

  if (!skh_grid_view_place_cell (self, panes, self->current_row, self->current_column,
                                 &cell))
    return;
  gsk_rounded_rect_init_from_rect (&outline, &cell, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ *c, *c, *c, *c });
}

/* What is selected beside the cursor's cell. */
static void
paint_selection (SkhGridView *self, GtkSnapshot *snapshot, const SkhGridPanes *panes)
{
  const GdkRGBA *edge = skh_painter_get_rgba (self->painter, SKH_INK_CURSOR);
  SkhGridArea area;
  graphene_rect_t first, last;
  GskRoundedRect outline;

  if (!skh_grid_view_get_selection (self, &area)
      || (area.first_row == area.last_row && area.first_column == area.last_column)
      || !skh_grid_view_place_cell (self, panes, area.first_row, area.first_column,
                                    &first)
      || !skh_grid_view_place_cell (self, panes, area.last_row, area.last_column, &last))
    return;
  graphene_rect_union (&first, &last, &first);
  gtk_snapshot_append_color (snapshot,
                             skh_painter_get_rgba (self->painter, SKH_INK_SELECTION),
                             &first);
  gsk_rounded_rect_init_from_rect (&outline, &first, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ *edge, *edge, *edge, *edge });
}

typedef void (*Paint) (SkhPainter *,
                       GtkSnapshot *,
                       SkhDisplayList *,
                       const graphene_rect_t *);

/* Paints a part of the list where its content is seen. */
static void
paint_list (SkhGridView *self,
            GtkSnapshot *snapshot,
            Paint paint,
            const graphene_rect_t *clip,
            const graphene_rect_t *visible)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (clip->origin.x - visible->origin.x,
                                                clip->origin.y - visible->origin.y));
  paint (self->painter, snapshot, self->list, visible);
  gtk_snapshot_restore (snapshot);
}

static void
paint_region (SkhGridView *self,
              GtkSnapshot *snapshot,
              const SkhGridPanes *panes,
              SkhGridRegion region)
{
  graphene_rect_t clip, visible;
  graphene_point_t content;

  skh_grid_panes_get_region (panes, region, &clip, &content);
  if (clip.size.width <= 0 || clip.size.height <= 0)
    return;
  visible.origin = content;
  visible.size = clip.size;
  skh_display_list_clear (self->list);
  skh_grid_source_render (self->source, region, &visible, self->list);

  gtk_snapshot_push_clip (snapshot, &clip);
  paint_list (self, snapshot, skh_painter_paint_ground, &clip, &visible);
  if (region == SKH_GRID_SIDE || region == SKH_GRID_BODY)
    paint_bands (self, snapshot, panes);
  paint_list (self, snapshot, skh_painter_paint_rest, &clip, &visible);
  if (region == SKH_GRID_BODY)
    paint_selection (self, snapshot, panes);
  if (region == (self->current_column < 0 ? SKH_GRID_SIDE : SKH_GRID_BODY))
    paint_cursor (self, snapshot, panes);
  gtk_snapshot_pop (snapshot);
}

void
skh_grid_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SkhGridView *self = SKH_GRID_VIEW (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  SkhGridPanes panes = skh_grid_view_get_panes (self);

  skh_painter_set_look (self->painter, adw_style_manager_get_dark (style),
                        adw_style_manager_get_high_contrast (style));
  gtk_snapshot_append_color (snapshot,
                             skh_painter_get_rgba (self->painter, SKH_INK_BACKGROUND),
                             &GRAPHENE_RECT_INIT (0, 0, panes.width, panes.height));
  if (self->source == NULL)
    return;
  for (SkhGridRegion region = SKH_GRID_CORNER; region <= SKH_GRID_BODY; region++)
    paint_region (self, snapshot, &panes, region);
}
