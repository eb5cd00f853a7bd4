/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-view-private.h"

/* What of the content is seen, and where. */

static double
get_scroll (SkhGridView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
configure (GtkAdjustment *adjustment, double content, double page, double step)
{
  if (adjustment == NULL)
    return;
  content = MAX (content, page);
  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0,
                                   content - page),
                            0, content, step, page * 0.9, page);
}

/* The adjustments speak of the whole widget, so that a scrollbar spans it; what stands
   still counts in the content and in the page alike. */
void
skh_grid_view_configure_adjustments (SkhGridView *self)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);
  int width = 0, height = 0;

  if (self->source != NULL)
    skh_grid_source_get_size (self->source, &width, &height);
  configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
             (float)width - panes.frozen + panes.pane, panes.width, 44);
  configure (self->adjustments[GTK_ORIENTATION_VERTICAL], height, panes.height, 46);
}

static void
on_adjustment_value_changed (SkhGridView *self)
{
  skh_grid_view_set_hover (self, -1, -1); /* the cell under the pointer is another */
  if (gtk_widget_get_visible (self->cell))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
skh_grid_view_set_adjustment (SkhGridView *self,
                              GtkOrientation orientation,
                              GtkAdjustment *adjustment)
{
  GtkAdjustment **held = &self->adjustments[orientation];

  if (*held != NULL && adjustment == *held)
    return;
  if (*held != NULL)
    g_signal_handlers_disconnect_by_func (*held, on_adjustment_value_changed, self);
  g_clear_object (held);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *held = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed",
                            G_CALLBACK (on_adjustment_value_changed), self);
  skh_grid_view_configure_adjustments (self);
  g_object_notify (G_OBJECT (self), orientation == GTK_ORIENTATION_HORIZONTAL
                                      ? "hadjustment"
                                      : "vadjustment");
}

SkhGridPanes
skh_grid_view_get_panes (SkhGridView *self)
{
  return skh_grid_panes_make (self->source, gtk_widget_get_width (GTK_WIDGET (self)),
                              gtk_widget_get_height (GTK_WIDGET (self)),
                              get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                              get_scroll (self, GTK_ORIENTATION_VERTICAL));
}

/* Gives where a cell is in the widget, be it covered or not. */
gboolean
skh_grid_view_place_cell (SkhGridView *self,
                          const SkhGridPanes *panes,
                          int row,
                          int column,
                          graphene_rect_t *placed)
{
  if (self->source == NULL
      || !skh_grid_source_get_cell_rect (self->source, row, column, placed))
    return FALSE;
  skh_grid_panes_place (panes, placed);
  return TRUE;
}

float
skh_grid_view_get_body_height (SkhGridView *self)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);

  return MAX (panes.height - panes.head, 0);
}

static void
bring_into_view (GtkAdjustment *adjustment, float start, float size, float before)
{
  if (adjustment != NULL && start >= before)
    gtk_adjustment_clamp_page (adjustment, start - before, start + size);
}

/* Scrolls no further than needed to see the cell whole. Its head moves with the rows
   only. */
void
skh_grid_view_scroll_to (SkhGridView *self, int row, int column)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);
  graphene_rect_t rect;
  float x;

  if (self->source == NULL
      || !skh_grid_source_get_cell_rect (self->source, row, column, &rect))
    return;
  if (panes.width <= 0) /* no room is given yet */
    {
      self->shows_current_first = TRUE;
      return;
    }
  skh_grid_view_configure_adjustments (self);
  x = rect.origin.x - panes.frozen + panes.pane;
  bring_into_view (self->adjustments[GTK_ORIENTATION_VERTICAL], rect.origin.y,
                   rect.size.height, panes.head);
  if (rect.origin.x >= panes.frozen)
    bring_into_view (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x,
                     MIN (rect.size.width, panes.width - panes.pane), panes.pane);
}

/* Scrolls sideways so that content coordinate x stands at `align` of the body's width: 0
   left, 1 right. */
void
skh_grid_view_scroll_to_x (SkhGridView *self, float x, float align)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);

  skh_grid_view_configure_adjustments (self);
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                              x - panes.frozen - align * (panes.width - panes.pane));
}

/* Gives what is visible of a cell, in the widget's coordinates, for a popover to point
   at. Returns FALSE if nothing is. */
gboolean
skh_grid_view_get_cell_bounds (SkhGridView *self,
                               int row,
                               int column,
                               GdkRectangle *bounds)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);
  graphene_rect_t cell, clip;
  graphene_point_t content;

  if (!skh_grid_view_place_cell (self, &panes, row, column, &cell))
    return FALSE;
  skh_grid_panes_get_region (&panes,
                             column == SKH_GRID_ROW_HEAD ? SKH_GRID_SIDE : SKH_GRID_BODY,
                             &clip, &content);
  if (!graphene_rect_intersection (&cell, &clip, &cell))
    return FALSE;
  *bounds = (GdkRectangle){ (int)cell.origin.x, (int)cell.origin.y, (int)cell.size.width,
                            (int)cell.size.height };
  return bounds->width > 0 && bounds->height > 0;
}

/* Gives the cell at a point of the widget. Returns FALSE, with both -1, where there is
   none. */
gboolean
skh_grid_view_get_cell_at (SkhGridView *self, double x, double y, int *row, int *column)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);
  graphene_point_t point = { (float)x, (float)y };

  *row = *column = -1;
  if (self->source == NULL)
    return FALSE;
  skh_grid_panes_find (&panes, &point);
  return skh_grid_source_get_cell_at (self->source, point.x, point.y, row, column);
}

/* Returns the content coordinate that is seen at x of the widget. */
double
skh_grid_view_find_x (SkhGridView *self, double x)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);
  graphene_point_t point = { (float)x, 0 };

  skh_grid_panes_find (&panes, &point);
  return point.x;
}

/* Returns where in the body x of the widget stands: 0 left, 1 right; what
   skh_grid_view_scroll_to_x() takes. */
double
skh_grid_view_get_align (SkhGridView *self, double x)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);

  return panes.width > panes.pane ? (x - panes.pane) / (panes.width - panes.pane) : 0;
}
