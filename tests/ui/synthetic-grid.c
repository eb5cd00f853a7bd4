/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "synthetic-grid.h"

struct _SyntheticGrid
{
  GObject parent_instance;
  int n_rows, n_columns;
};

static void init_source (SkhGridSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyntheticGrid,
                               synthetic_grid,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SKH_TYPE_GRID_SOURCE, init_source))

static const struct
{
  const char *sign;
  const char *words;
  SkhInk ink, fill;
} states[] = {
  { "✔", "đúng hạn", SKH_INK_GOOD, SKH_INK_GOOD_FILL },
  { "◐", "trễ", SKH_INK_WARNING, SKH_INK_WARNING_FILL },
  { "✖", "quá hạn", SKH_INK_BAD, SKH_INK_BAD_FILL },
  { "…", "đang thực hiện", SKH_INK_BUSY, SKH_INK_BUSY_FILL },
  { "–", "không áp dụng", SKH_INK_OFF, SKH_INK_OFF_FILL },
};

static int
get_state (int row, int column)
{
  return (int)(((guint)row * 2654435761u ^ (guint)column * 40503u) >> 7)
         % (int)G_N_ELEMENTS (states);
}

static gboolean
is_heading (int row)
{
  return row % 10 == 0;
}

const char *
synthetic_grid_get_sign (int row, int column, SkhInk *ink, SkhInk *fill)
{
  int state = get_state (row, column);

  *ink = states[state].ink;
  *fill = states[state].fill;
  return states[state].sign;
}

static void
get_size (SkhGridSource *source, int *width, int *height)
{
  SyntheticGrid *self = SYNTHETIC_GRID (source);

  *width = SYNTHETIC_FROZEN + self->n_columns * SYNTHETIC_CELL_WIDTH;
  *height = SYNTHETIC_HEAD + self->n_rows * SYNTHETIC_ROW_HEIGHT;
}

static int
get_head_height (SkhGridSource *source)
{
  return SYNTHETIC_HEAD;
}

static int
get_frozen_width (SkhGridSource *source)
{
  return SYNTHETIC_FROZEN;
}

static int
get_n_rows (SkhGridSource *source)
{
  return SYNTHETIC_GRID (source)->n_rows;
}

static int
get_n_columns (SkhGridSource *source)
{
  return SYNTHETIC_GRID (source)->n_columns;
}

static gboolean
get_cell_rect (SkhGridSource *source, int row, int column, graphene_rect_t *rect)
{
  int x = column < 0 ? 0 : SYNTHETIC_FROZEN + column * SYNTHETIC_CELL_WIDTH;
  int width = column < 0 ? SYNTHETIC_FROZEN : SYNTHETIC_CELL_WIDTH;

  graphene_rect_init (rect, (float)x,
                      (float)(SYNTHETIC_HEAD + row * SYNTHETIC_ROW_HEIGHT), (float)width,
                      SYNTHETIC_ROW_HEIGHT);
  return TRUE;
}

static gboolean
get_cell_at (SkhGridSource *source, float x, float y, int *row, int *column)
{
  SyntheticGrid *self = SYNTHETIC_GRID (source);

  if (x < 0 || y < SYNTHETIC_HEAD)
    return FALSE;
  *row = (int)(y - SYNTHETIC_HEAD) / SYNTHETIC_ROW_HEIGHT;
  *column
    = x < SYNTHETIC_FROZEN ? -1 : (int)(x - SYNTHETIC_FROZEN) / SYNTHETIC_CELL_WIDTH;
  return *row < self->n_rows && *column < self->n_columns;
}

static void
render_heads (SyntheticGrid *self, int first, int last, SkhDisplayList *list)
{
  for (int column = first; column < last; column++)
    {
      float x = (float)(column * SYNTHETIC_CELL_WIDTH);
      char title[64];

      g_snprintf (title, sizeof title, "Sinh hoạt chuyên đề tháng thứ %d", column + 1);
      skh_display_list_rect (list, SKH_INK_LINE, x, 0, 1, SYNTHETIC_HEAD);
      skh_display_list_text (list, SKH_SHAPE_VERTICAL_TEXT, SKH_FONT_BODY, SKH_INK_TEXT,
                             -1, x + 3, 4, SYNTHETIC_CELL_WIDTH - 6, 120, title);
      g_snprintf (title, sizeof title, "%d/%d", column % 28 + 1, column % 12 + 1);
      skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT, 0, x,
                             130, SYNTHETIC_CELL_WIDTH, 16, title);
    }
}

static void
render_side (SyntheticGrid *self, int row, SkhDisplayList *list)
{
  float y = (float)(row * SYNTHETIC_ROW_HEIGHT);
  SkhFont font = is_heading (row) ? SKH_FONT_BOLD : SKH_FONT_BODY;
  char text[64];

  if (is_heading (row))
    skh_display_list_rect (list, SKH_INK_HEAD, 0, y, SYNTHETIC_FROZEN,
                           SYNTHETIC_ROW_HEIGHT);
  g_snprintf (text, sizeof text, is_heading (row) ? "▾ Khối %d" : "Chi bộ mẫu số %d",
              row + 1);
  skh_display_list_rect (list, SKH_INK_LINE, 0, y + SYNTHETIC_ROW_HEIGHT - 1,
                         SYNTHETIC_FROZEN, 1);
  skh_display_list_text (list, SKH_SHAPE_TEXT, font, SKH_INK_TEXT, -1, 8, y, 140,
                         SYNTHETIC_ROW_HEIGHT, text);
  if (is_heading (row))
    return;
  skh_display_list_round (list, SKH_INK_OFF_FILL, SKH_INK_NONE, 152, y + 8, 46, 7);
  skh_display_list_round (list, SKH_INK_GOOD, SKH_INK_NONE, 152, y + 8,
                          (float)(row % 40 + 6), 7);
  g_snprintf (text, sizeof text, "%d%%", (row % 40 + 6) * 2);
  skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT, 1, 200,
                         y, 28, SYNTHETIC_ROW_HEIGHT, text);
}

static void
render_cells (SyntheticGrid *self, int row, int first, int last, SkhDisplayList *list)
{
  float y = (float)(row * SYNTHETIC_ROW_HEIGHT);
  float start = (float)(first * SYNTHETIC_CELL_WIDTH);

  if (is_heading (row))
    {
      skh_display_list_rect (list, SKH_INK_HEAD, start, y,
                             (float)((last - first) * SYNTHETIC_CELL_WIDTH),
                             SYNTHETIC_ROW_HEIGHT);
      return;
    }
  for (int column = first; column < last; column++)
    {
      float x = (float)(column * SYNTHETIC_CELL_WIDTH);
      SkhInk ink, fill;
      const char *sign = synthetic_grid_get_sign (row, column, &ink, &fill);

      skh_display_list_rect (list, fill, x, y, SYNTHETIC_CELL_WIDTH,
                             SYNTHETIC_ROW_HEIGHT);
      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SIGN, ink, 0, x, y,
                                    SYNTHETIC_CELL_WIDTH, SYNTHETIC_ROW_HEIGHT, sign);
    }
}

/* One line a row and one a column, on top of the cells. */
static void
render_lines (const SkhRect *area,
              int first_row,
              int last_row,
              int first_column,
              int last_column,
              SkhDisplayList *list)
{
  for (int row = first_row; row < last_row; row++)
    skh_display_list_rect (list, SKH_INK_LINE, (float)area->x,
                           (float)((row + 1) * SYNTHETIC_ROW_HEIGHT - 1), (float)area->w,
                           1);
  for (int column = first_column; column < last_column; column++)
    skh_display_list_rect (list, SKH_INK_LINE, (float)(column * SYNTHETIC_CELL_WIDTH),
                           (float)area->y, 1, (float)area->h);
}

static void
render (SkhGridSource *source,
        SkhGridRegion region,
        const SkhRect *area,
        SkhDisplayList *list)
{
  SyntheticGrid *self = SYNTHETIC_GRID (source);
  int left = (int)area->x;
  int top = (int)area->y;
  int first_row = top / SYNTHETIC_ROW_HEIGHT, first_column = left / SYNTHETIC_CELL_WIDTH;
  int last_row = MIN ((top + (int)area->h) / SYNTHETIC_ROW_HEIGHT + 1, self->n_rows);
  int last_column
    = MIN ((left + (int)area->w) / SYNTHETIC_CELL_WIDTH + 1, self->n_columns);

  switch (region)
    {
    case SKH_GRID_CORNER:
      skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1,
                                    8, 126, 140, 22, "Đơn vị");
      break;
    case SKH_GRID_HEAD:
      render_heads (self, first_column, last_column, list);
      break;
    case SKH_GRID_SIDE:
      for (int row = first_row; row < last_row; row++)
        render_side (self, row, list);
      break;
    case SKH_GRID_BODY:
    default:
      for (int row = first_row; row < last_row; row++)
        render_cells (self, row, first_column, last_column, list);
      render_lines (area, first_row, last_row, first_column, last_column, list);
    }
}

static char *
dup_cell_name (SkhGridSource *source, int row, int column)
{
  if (column < 0)
    return g_strdup_printf ("Chi bộ mẫu số %d", row + 1);
  return g_strdup_printf ("Chi bộ mẫu số %d, chuyên đề %d, %s", row + 1, column + 1,
                          states[get_state (row, column)].words);
}

static char *
dup_tooltip (SkhGridSource *source, int row, int column)
{
  return dup_cell_name (source, row, column);
}

static gboolean
can_focus_cell (SkhGridSource *source, int row, int column)
{
  return column < 0 || !is_heading (row);
}

static void
init_source (SkhGridSourceInterface *iface)
{
  iface->get_size = get_size;
  iface->get_head_height = get_head_height;
  iface->get_frozen_width = get_frozen_width;
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_cell_rect = get_cell_rect;
  iface->get_cell_at = get_cell_at;
  iface->render = render;
  iface->dup_cell_name = dup_cell_name;
  iface->dup_tooltip = dup_tooltip;
  iface->can_focus_cell = can_focus_cell;
}

static void
synthetic_grid_class_init (SyntheticGridClass *klass)
{
}

static void
synthetic_grid_init (SyntheticGrid *self)
{
}

SyntheticGrid *
synthetic_grid_new (int n_rows, int n_columns)
{
  SyntheticGrid *self = g_object_new (SYNTHETIC_TYPE_GRID, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  return self;
}
