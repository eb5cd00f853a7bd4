/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-source.h"

G_DEFINE_INTERFACE (SkhGridSource, skh_grid_source, G_TYPE_OBJECT)

static guint changed_signal;

static char *
default_dup_tooltip (SkhGridSource *self, int row, int column)
{
  return NULL;
}

static gboolean
default_can_focus_cell (SkhGridSource *self, int row, int column)
{
  return TRUE;
}

static SkhGridFold
default_get_fold (SkhGridSource *self, int row)
{
  return SKH_GRID_FOLD_NONE;
}

static void
skh_grid_source_default_init (SkhGridSourceInterface *iface)
{
  iface->dup_tooltip = default_dup_tooltip;
  iface->can_focus_cell = default_can_focus_cell;
  iface->get_fold = default_get_fold;

  /* Sizes, cells or content are others than before. */
  changed_signal
    = g_signal_new ("changed", SKH_TYPE_GRID_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

/* Gives the size of the whole drawing, heads included. */
void
skh_grid_source_get_size (SkhGridSource *self, int *width, int *height)
{
  SKH_GRID_SOURCE_GET_IFACE (self)->get_size (self, width, height);
}

/* Returns the height of what stands above the rows. */
int
skh_grid_source_get_head_height (SkhGridSource *self)
{
  return SKH_GRID_SOURCE_GET_IFACE (self)->get_head_height (self);
}

/* Returns the width of what stands left of the columns. */
int
skh_grid_source_get_frozen_width (SkhGridSource *self)
{
  return SKH_GRID_SOURCE_GET_IFACE (self)->get_frozen_width (self);
}

int
skh_grid_source_get_n_rows (SkhGridSource *self)
{
  return SKH_GRID_SOURCE_GET_IFACE (self)->get_n_rows (self);
}

/* Returns the number of columns, the row heads not counted. */
int
skh_grid_source_get_n_columns (SkhGridSource *self)
{
  return SKH_GRID_SOURCE_GET_IFACE (self)->get_n_columns (self);
}

/* Gives the place of a cell in content coordinates. Returns FALSE, and leaves rect alone,
   where there is no such cell. */
gboolean
skh_grid_source_get_cell_rect (SkhGridSource *self,
                               int row,
                               int column,
                               graphene_rect_t *rect)
{
  if (row < 0 || row >= skh_grid_source_get_n_rows (self) || column < SKH_GRID_ROW_HEAD
      || column >= skh_grid_source_get_n_columns (self))
    return FALSE;
  return SKH_GRID_SOURCE_GET_IFACE (self)->get_cell_rect (self, row, column, rect);
}

/* Gives the cell at a point in content coordinates. Returns FALSE, with both -1, where
   there is none. */
gboolean
skh_grid_source_get_cell_at (SkhGridSource *self, float x, float y, int *row, int *column)
{
  if (SKH_GRID_SOURCE_GET_IFACE (self)->get_cell_at (self, x, y, row, column))
    return TRUE;
  *row = *column = -1;
  return FALSE;
}

/* Appends to list what the region shows inside `visible`, both in content coordinates.
   More than that may be appended; it is clipped. */
void
skh_grid_source_render (SkhGridSource *self,
                        SkhGridRegion region,
                        const graphene_rect_t *visible,
                        SkhDisplayList *list)
{
  gboolean moves_sideways = region == SKH_GRID_HEAD || region == SKH_GRID_BODY;
  gboolean moves_down = region == SKH_GRID_SIDE || region == SKH_GRID_BODY;
  float x = moves_sideways ? (float)skh_grid_source_get_frozen_width (self) : 0;
  float y = moves_down ? (float)skh_grid_source_get_head_height (self) : 0;
  SkhRect area = { visible->origin.x - x, visible->origin.y - y, visible->size.width,
                   visible->size.height };

  skh_display_list_set_origin (list, x, y);
  SKH_GRID_SOURCE_GET_IFACE (self)->render (self, region, &area, list);
  skh_display_list_set_origin (list, 0, 0);
}

/* Returns the sentence a screen reader says for the cell: what it is of, and its state.
 */
char *
skh_grid_source_dup_cell_name (SkhGridSource *self, int row, int column)
{
  return SKH_GRID_SOURCE_GET_IFACE (self)->dup_cell_name (self, row, column);
}

/* Returns the plain text of the cell's tooltip, or NULL for none. */
char *
skh_grid_source_dup_tooltip (SkhGridSource *self, int row, int column)
{
  return SKH_GRID_SOURCE_GET_IFACE (self)->dup_tooltip (self, row, column);
}

/* Returns whether the cursor may stand on the cell. */
gboolean
skh_grid_source_can_focus_cell (SkhGridSource *self, int row, int column)
{
  return row >= 0 && row < skh_grid_source_get_n_rows (self)
         && column >= SKH_GRID_ROW_HEAD && column < skh_grid_source_get_n_columns (self)
         && SKH_GRID_SOURCE_GET_IFACE (self)->can_focus_cell (self, row, column);
}

/* Returns whether the row is open, closed, or holds no others. */
SkhGridFold
skh_grid_source_get_fold (SkhGridSource *self, int row)
{
  return SKH_GRID_SOURCE_GET_IFACE (self)->get_fold (self, row);
}

void
skh_grid_source_changed (SkhGridSource *self)
{
  g_signal_emit (self, changed_signal, 0);
}
