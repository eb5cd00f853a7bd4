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
void skh_grid_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
float skh_grid_view_get_body_height (SkhGridView *self);
void skh_grid_view_move_current (SkhGridView *self, int row, int column, int wanted);
void skh_grid_view_set_hover (SkhGridView *self, int row, int column);
void skh_grid_view_init_input (SkhGridView *self);

G_END_DECLS
