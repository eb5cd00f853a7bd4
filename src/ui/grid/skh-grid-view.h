/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhGridView: a scrollable grid that paints what is visible of a SkhGridSource. Put it
   into a GtkScrolledWindow.

   Signals, all (int row, int column), -1 where there is no cell:
     current-changed  the cursor moved
     cell-clicked     the pointer chose a cell; comes after current-changed
     cell-activated   Enter or a double click
     hover-changed    the pointer came over another cell

   and, without arguments: text-resized, sizes that follow the font are others now;
   selection-changed, other cells are selected. */
#define SKH_TYPE_GRID_VIEW (skh_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (SkhGridView, skh_grid_view, SKH, GRID_VIEW, GtkWidget)

GtkWidget *skh_grid_view_new (void);

SkhGridSource *skh_grid_view_get_source (SkhGridView *self);
void skh_grid_view_set_source (SkhGridView *self, SkhGridSource *source);
void skh_grid_view_queue_refresh (SkhGridView *self);

gboolean skh_grid_view_get_current (SkhGridView *self, int *row, int *column);
void skh_grid_view_set_current (SkhGridView *self, int row, int column);
void skh_grid_view_scroll_to (SkhGridView *self, int row, int column);
void skh_grid_view_scroll_to_x (SkhGridView *self, float x, float align);

/* Several cells at once: by Shift, by dragging, Ctrl+A, Shift+Space (rows), Ctrl+Space
   and the heads of columns. Only where set_selectable() says so. */
typedef struct
{
  int first_row, last_row;
  int first_column, last_column;
} SkhGridArea;

void skh_grid_view_set_selectable (SkhGridView *self, gboolean selectable);
gboolean skh_grid_view_get_selection (SkhGridView *self, SkhGridArea *area);
void skh_grid_view_select (SkhGridView *self, const SkhGridArea *area);

/* Where the pointer last pressed, from the left of the widget. */
double skh_grid_view_get_press_x (SkhGridView *self);

gboolean skh_grid_view_get_cell_bounds (SkhGridView *self,
                                        int row,
                                        int column,
                                        GdkRectangle *bounds);
gboolean
skh_grid_view_get_cell_at (SkhGridView *self, double x, double y, int *row, int *column);
/* The place in the content that is seen at x of the widget. */
double skh_grid_view_find_x (SkhGridView *self, double x);
/* How far from the left of the body x of the widget stands, as a share of its width. */
double skh_grid_view_get_align (SkhGridView *self, double x);
void
skh_grid_view_get_font_size (SkhGridView *self, SkhFont font, int *height, int *digit);

G_END_DECLS
