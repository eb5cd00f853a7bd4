/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-cell.h"
#include "skh-grid-panes.h"
#include "skh-grid-view.h"
#include "skh-painter.h"

G_BEGIN_DECLS

struct _SkhGridView
{
  GtkWidget parent_instance;

  /* owned */
  SkhGridSource *source;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  SkhPainter *painter;
  SkhDisplayList *list;
  GtkWidget *cell; /* child over the current cell */

  int current_row, current_column;
  int wanted_column; /* where up and down aim */
  int hover_row, hover_column;
  guint scroll_policies[2];
  gboolean shows_current_first; /* once there is room */
  int text_height;              /* when last told */

  SkhGridArea area; /* what is selected */
  int anchor_row, anchor_column;
  int n_rows, n_columns; /* when the selection was made */
  double press_x;
  gboolean selectable, drags;
};

enum
{
  SKH_GRID_VIEW_CURRENT_CHANGED,
  SKH_GRID_VIEW_CELL_CLICKED,
  SKH_GRID_VIEW_CELL_ACTIVATED,
  SKH_GRID_VIEW_HOVER_CHANGED,
  SKH_GRID_VIEW_N_SIGNALS,
};

void skh_grid_view_emit (SkhGridView *self, guint signal, int row, int column);
SkhGridPanes skh_grid_view_get_panes (SkhGridView *self);
gboolean skh_grid_view_place_cell (SkhGridView *self,
                                   const SkhGridPanes *panes,
                                   int row,
                                   int column,
                                   graphene_rect_t *placed);
void skh_grid_view_configure_adjustments (SkhGridView *self);
void skh_grid_view_set_adjustment (SkhGridView *self,
                                   GtkOrientation orientation,
                                   GtkAdjustment *adjustment);
void skh_grid_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
float skh_grid_view_get_body_height (SkhGridView *self);
void skh_grid_view_move_current (SkhGridView *self, int row, int column, int wanted);
void skh_grid_view_set_hover (SkhGridView *self, int row, int column);
void skh_grid_view_init_input (SkhGridView *self);

void skh_grid_view_emit_selection_changed (SkhGridView *self);
void skh_grid_view_follow_current (SkhGridView *self, gboolean extends);
void skh_grid_view_keep_selection (SkhGridView *self);
void skh_grid_view_extend_to (SkhGridView *self, int row, int column);
void skh_grid_view_select_rows (SkhGridView *self);
void skh_grid_view_select_columns (SkhGridView *self);
void skh_grid_view_select_all (SkhGridView *self);
gboolean skh_grid_view_press_head (SkhGridView *self, double x, double y);
void skh_grid_view_init_select (SkhGridView *self);

G_END_DECLS
