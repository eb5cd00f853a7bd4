/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-view-private.h"

#include <glib/gi18n-lib.h>

/* What is selected in a SkhGridView: a rectangle of cells between an anchor and the
   cursor, or whole rows and columns. The cursor alone is a selection of one. */

static SkhGridArea
get_area_between (SkhGridView *self, int row, int column)
{
  int n_columns = skh_grid_source_get_n_columns (self->source);
  SkhGridArea area = {
    .first_row = MIN (row, self->current_row),
    .last_row = MAX (row, self->current_row),
    .first_column = MIN (column, self->current_column),
    .last_column = MAX (column, self->current_column),
  };

  if (area.first_column == SKH_GRID_ROW_HEAD)
    area = (SkhGridArea){ area.first_row, area.last_row, 0, n_columns - 1 };
  return area;
}

static void
say_selection (SkhGridView *self)
{
  const SkhGridArea *area = &self->area;
  int n = (area->last_row - area->first_row + 1)
          * (area->last_column - area->first_column + 1);
  g_autofree char *text = NULL;

  if (n > 1)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d cell selected",
                                         "%d cells selected", (gulong)n),
                            n);
  skh_grid_cell_set_description (SKH_GRID_CELL (self->cell), text);
}

static void
take_area (SkhGridView *self, const SkhGridArea *area)
{
  gboolean is_same = memcmp (&self->area, area, sizeof *area) == 0;

  self->area = *area;
  if (is_same)
    return;
  say_selection (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  skh_grid_view_emit_selection_changed (self);
}

/* After the cursor moved: it draws the selection after it, or leaves it behind. */
void
skh_grid_view_follow_current (SkhGridView *self, gboolean extends)
{
  SkhGridArea area;

  if (!self->selectable || self->source == NULL || self->current_row < 0)
    return;
  if (!extends)
    {
      self->anchor_row = self->current_row;
      self->anchor_column = self->current_column;
    }
  area = get_area_between (self, self->anchor_row, self->anchor_column);
  take_area (self, &area);
}

/* The selection stays while the rows and columns are as many as they were. */
void
skh_grid_view_keep_selection (SkhGridView *self)
{
  int n_rows = self->source != NULL ? skh_grid_source_get_n_rows (self->source) : 0;
  int n_columns = self->source != NULL ? skh_grid_source_get_n_columns (self->source) : 0;

  if (n_rows != self->n_rows || n_columns != self->n_columns)
    skh_grid_view_follow_current (self, FALSE);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
}

/* Whether several cells can be selected; not unless it is set. */
void
skh_grid_view_set_selectable (SkhGridView *self, gboolean selectable)
{
  self->selectable = selectable;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, selectable,
                                  -1);
}

/* Gives the cells that are selected: those of the body, a row's head standing for its
   row. FALSE if there is none. */
gboolean
skh_grid_view_get_selection (SkhGridView *self, SkhGridArea *area)
{
  *area = self->area;
  return self->selectable && self->source != NULL && self->current_row >= 0
         && area->last_row < skh_grid_source_get_n_rows (self->source)
         && area->last_column < skh_grid_source_get_n_columns (self->source)
         && area->first_column >= 0 && area->last_column >= area->first_column;
}

/* Selects cells and leaves the cursor where it is. */
void
skh_grid_view_select (SkhGridView *self, const SkhGridArea *area)
{
  if (self->selectable && self->source != NULL)
    take_area (self, area);
}

void
skh_grid_view_select_rows (SkhGridView *self)
{
  SkhGridArea area = { self->area.first_row, self->area.last_row, 0,
                       skh_grid_source_get_n_columns (self->source) - 1 };

  take_area (self, &area);
}

void
skh_grid_view_select_columns (SkhGridView *self)
{
  SkhGridArea area = { 0, skh_grid_source_get_n_rows (self->source) - 1,
                       MAX (self->area.first_column, 0), self->area.last_column };

  take_area (self, &area);
}

void
skh_grid_view_select_all (SkhGridView *self)
{
  SkhGridArea area = { 0, skh_grid_source_get_n_rows (self->source) - 1, 0,
                       skh_grid_source_get_n_columns (self->source) - 1 };

  take_area (self, &area);
}

/* — The pointer — */

/* Where the pointer is, brought into the body and onto a cell: a drag beyond the edge
   goes on to the next cell there. */
static gboolean
find_dragged (SkhGridView *self, double x, double y, int *row, int *column)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);
  gboolean from_side = self->anchor_column == SKH_GRID_ROW_HEAD;

  y = CLAMP (y, panes.head + 1, MAX (panes.height - 1, panes.head + 1));
  x = from_side ? 1 : CLAMP (x, panes.pane + 1, MAX (panes.width - 1, panes.pane + 1));
  return skh_grid_view_get_cell_at (self, x, y, row, column);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, SkhGridView *self)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);

  self->drags = self->selectable && self->current_row >= 0 && y >= panes.head;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, SkhGridView *self)
{
  double x, y;
  int row, column;

  if (!self->drags || (ABS (dx) < 4 && ABS (dy) < 4)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y)
      || !find_dragged (self, x + dx, y + dy, &row, &column)
      || !skh_grid_source_can_focus_cell (self->source, row, column))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  skh_grid_view_extend_to (self, row, column);
}

/* The head of a column stands for its cells. TRUE if there is one. */
gboolean
skh_grid_view_press_head (SkhGridView *self, double x, double y)
{
  SkhGridPanes panes = skh_grid_view_get_panes (self);
  SkhGridArea area = { 0, 0, 0, 0 };
  int row;

  if (!self->selectable || y >= panes.head || x < panes.pane
      || !skh_grid_view_get_cell_at (self, x, panes.head + 1, &row, &area.first_column))
    return FALSE;
  if (skh_grid_source_can_focus_cell (self->source, row, area.first_column))
    skh_grid_view_set_current (self, row, area.first_column);
  area.last_column = area.first_column;
  area.last_row = skh_grid_source_get_n_rows (self->source) - 1;
  take_area (self, &area);
  return TRUE;
}

void
skh_grid_view_init_select (SkhGridView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
