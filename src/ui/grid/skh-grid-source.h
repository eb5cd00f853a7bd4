/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"
#include "skh-rect.h"

#include <glib-object.h>
#include <graphene.h>

G_BEGIN_DECLS

/* SkhGridSource: what a SkhGridView shows. The source lays its drawing out once, in
   content coordinates: logical pixels from the top left of the whole drawing, heads
   included. The first get_head_height() pixels stand still when the grid scrolls down,
   the first get_frozen_width() when it scrolls sideways, which makes four regions.

   Cells are addressed as row and column from 0; column -1 is the row's own head, in the
   SIDE region, and row -1 is nowhere. */
#define SKH_TYPE_GRID_SOURCE (skh_grid_source_get_type ())
G_DECLARE_INTERFACE (SkhGridSource, skh_grid_source, SKH, GRID_SOURCE, GObject)

#define SKH_GRID_ROW_HEAD (-1)

/* Whether a row holds others that can be hidden. */
typedef enum
{
  SKH_GRID_FOLD_NONE,
  SKH_GRID_FOLD_OPEN,
  SKH_GRID_FOLD_CLOSED,
} SkhGridFold;

typedef enum
{
  SKH_GRID_CORNER, /* stands still */
  SKH_GRID_HEAD,   /* moves sideways */
  SKH_GRID_SIDE,   /* moves up and down */
  SKH_GRID_BODY,
} SkhGridRegion;

struct _SkhGridSourceInterface
{
  GTypeInterface parent_iface;

  /* all but can_focus_cell (every cell), dup_tooltip (none) and get_fold (no row) are
     required */
  void (*get_size) (SkhGridSource *self, int *width, int *height);
  int (*get_head_height) (SkhGridSource *self);
  int (*get_frozen_width) (SkhGridSource *self);
  int (*get_n_rows) (SkhGridSource *self);
  int (*get_n_columns) (SkhGridSource *self);
  gboolean (*get_cell_rect) (SkhGridSource *self,
                             int row,
                             int column,
                             graphene_rect_t *rect);
  gboolean (*get_cell_at) (SkhGridSource *self, float x, float y, int *row, int *column);
  /* area: what is visible of the region, from where the region begins; so the list */
  void (*render) (SkhGridSource *self,
                  SkhGridRegion region,
                  const SkhRect *area,
                  SkhDisplayList *list);
  char *(*dup_cell_name) (SkhGridSource *self, int row, int column);
  char *(*dup_tooltip) (SkhGridSource *self, int row, int column);
  gboolean (*can_focus_cell) (SkhGridSource *self, int row, int column);
  SkhGridFold (*get_fold) (SkhGridSource *self, int row);
};

void skh_grid_source_get_size (SkhGridSource *self, int *width, int *height);
int skh_grid_source_get_head_height (SkhGridSource *self);
int skh_grid_source_get_frozen_width (SkhGridSource *self);
int skh_grid_source_get_n_rows (SkhGridSource *self);
int skh_grid_source_get_n_columns (SkhGridSource *self);
gboolean skh_grid_source_get_cell_rect (SkhGridSource *self,
                                        int row,
                                        int column,
                                        graphene_rect_t *rect);
gboolean skh_grid_source_get_cell_at (SkhGridSource *self,
                                      float x,
                                      float y,
                                      int *row,
                                      int *column);
void skh_grid_source_render (SkhGridSource *self,
                             SkhGridRegion region,
                             const graphene_rect_t *visible,
                             SkhDisplayList *list);
char *skh_grid_source_dup_cell_name (SkhGridSource *self, int row, int column);
char *skh_grid_source_dup_tooltip (SkhGridSource *self, int row, int column);
gboolean skh_grid_source_can_focus_cell (SkhGridSource *self, int row, int column);
SkhGridFold skh_grid_source_get_fold (SkhGridSource *self, int row);

/* For implementations: emits `changed`. */
void skh_grid_source_changed (SkhGridSource *self);

G_END_DECLS
