/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-matrix-source.h"

struct _SkhMatrixSource
{
  GObject parent_instance;

  SkhMatrix *matrix;
};

static void skh_matrix_source_init_interface (SkhGridSourceInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SkhMatrixSource,
                               skh_matrix_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SKH_TYPE_GRID_SOURCE,
                                                      skh_matrix_source_init_interface))

static SkhMatrix *
get_matrix (SkhGridSource *source)
{
  return SKH_MATRIX_SOURCE (source)->matrix;
}

static SkhMatrixSizes
get_sizes (SkhGridSource *source)
{
  SkhMatrix *matrix = get_matrix (source);

  return matrix != NULL ? *skh_matrix_get_sizes (matrix) : (SkhMatrixSizes){ 0 };
}

static int
get_n_rows (SkhGridSource *source)
{
  SkhMatrix *matrix = get_matrix (source);

  return matrix != NULL ? (int)skh_matrix_get_n_rows (matrix) : 0;
}

static int
get_n_columns (SkhGridSource *source)
{
  SkhMatrix *matrix = get_matrix (source);

  return matrix != NULL ? (int)skh_matrix_get_n_columns (matrix) : 0;
}

static void
get_size (SkhGridSource *source, int *width, int *height)
{
  SkhMatrixSizes sizes = get_sizes (source);

  *width = sizes.side + get_n_columns (source) * sizes.column;
  *height = sizes.head + get_n_rows (source) * sizes.row;
}

static int
get_head_height (SkhGridSource *source)
{
  return get_sizes (source).head;
}

static int
get_frozen_width (SkhGridSource *source)
{
  return get_sizes (source).side;
}

static gboolean
get_cell_rect (SkhGridSource *source, int row, int column, graphene_rect_t *rect)
{
  SkhMatrixSizes sizes = get_sizes (source);
  float y = (float)(sizes.head + row * sizes.row);

  if (row < 0 || row >= get_n_rows (source) || column >= get_n_columns (source))
    return FALSE;
  if (column == SKH_GRID_ROW_HEAD)
    graphene_rect_init (rect, 0, y, (float)sizes.side, (float)sizes.row);
  else
    graphene_rect_init (rect, (float)(sizes.side + column * sizes.column), y,
                        (float)sizes.column, (float)sizes.row);
  return TRUE;
}

static gboolean
get_cell_at (SkhGridSource *source, float x, float y, int *row, int *column)
{
  SkhMatrixSizes sizes = get_sizes (source);

  if (get_matrix (source) == NULL)
    return FALSE;
  *row = (int)(y - (float)sizes.head) / sizes.row;
  *column = x < (float)sizes.side ? SKH_GRID_ROW_HEAD
                                  : (int)(x - (float)sizes.side) / sizes.column;
  return y >= (float)sizes.head && *row < get_n_rows (source)
         && *column < get_n_columns (source);
}

static void
render (SkhGridSource *source,
        SkhGridRegion region,
        const SkhRect *area,
        SkhDisplayList *list)
{
  SkhMatrix *matrix = get_matrix (source);

  if (matrix == NULL)
    return;
  if (region == SKH_GRID_BODY)
    skh_matrix_draw_body (matrix, area, list);
  else if (region == SKH_GRID_HEAD)
    skh_matrix_draw_head (matrix, area, list);
  else if (region == SKH_GRID_SIDE)
    skh_matrix_draw_side (matrix, area, list);
  else
    skh_matrix_draw_corner (matrix, list);
}

static char *
dup_cell_name (SkhGridSource *source, int row, int column)
{
  SkhMatrix *matrix = get_matrix (source);

  if (column == SKH_GRID_ROW_HEAD)
    return skh_matrix_dup_row_name (matrix, (guint)row);
  return skh_matrix_dup_cell_name (matrix, (guint)row, (guint)column);
}

static SkhGridFold
get_fold (SkhGridSource *source, int row)
{
  switch (skh_matrix_get_fold (get_matrix (source), (guint)row))
    {
    case SKH_MATRIX_FOLD_OPEN:
      return SKH_GRID_FOLD_OPEN;
    case SKH_MATRIX_FOLD_CLOSED:
      return SKH_GRID_FOLD_CLOSED;
    case SKH_MATRIX_FOLD_NONE:
    default:
      return SKH_GRID_FOLD_NONE;
    }
}

static void
skh_matrix_source_init_interface (SkhGridSourceInterface *interface)
{
  interface->get_fold = get_fold;
  interface->get_size = get_size;
  interface->get_head_height = get_head_height;
  interface->get_frozen_width = get_frozen_width;
  interface->get_n_rows = get_n_rows;
  interface->get_n_columns = get_n_columns;
  interface->get_cell_rect = get_cell_rect;
  interface->get_cell_at = get_cell_at;
  interface->render = render;
  interface->dup_cell_name = dup_cell_name;
  interface->dup_tooltip = dup_cell_name;
}

static void
skh_matrix_source_finalize (GObject *object)
{
  g_clear_pointer (&SKH_MATRIX_SOURCE (object)->matrix, skh_matrix_free);
  G_OBJECT_CLASS (skh_matrix_source_parent_class)->finalize (object);
}

static void
skh_matrix_source_class_init (SkhMatrixSourceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = skh_matrix_source_finalize;
}

static void
skh_matrix_source_init (SkhMatrixSource *self)
{
}

SkhMatrixSource *
skh_matrix_source_new (void)
{
  return g_object_new (SKH_TYPE_MATRIX_SOURCE, NULL);
}

void
skh_matrix_source_set_matrix (SkhMatrixSource *self, SkhMatrix *matrix)
{
  g_clear_pointer (&self->matrix, skh_matrix_free);
  self->matrix = matrix;
  skh_grid_source_changed (SKH_GRID_SOURCE (self));
}

SkhMatrix *
skh_matrix_source_get_matrix (SkhMatrixSource *self)
{
  return self->matrix;
}
