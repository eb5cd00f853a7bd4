/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-motion.h"

/* Where the cursor goes: over the cells that can hold it, and nothing of a widget. */

/* Gives the focusable column of the row that is nearest to the wanted one. */
static gboolean
find_column (SkhGridSource *source, int row, int wanted, int *column)
{
  int n_columns = skh_grid_source_get_n_columns (source);

  wanted = CLAMP (wanted, SKH_GRID_ROW_HEAD, n_columns - 1);
  for (int away = 0; away <= n_columns; away++)
    for (int side = -1; side <= 1; side += 2)
      if (skh_grid_source_can_focus_cell (source, row, wanted + side * away))
        {
          *column = wanted + side * away;
          return TRUE;
        }
  return FALSE;
}

/* Goes from `row` by `step` to the first row that has a cell for the cursor. */
static gboolean
find_row (SkhGridSource *source, int from, int step, int wanted, int *row, int *column)
{
  int n_rows = skh_grid_source_get_n_rows (source);

  for (int candidate = from; candidate >= 0 && candidate < n_rows; candidate += step)
    if (find_column (source, candidate, wanted, column))
      {
        *row = candidate;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_in_row (SkhGridSource *source, int row, int from, int step, int *column)
{
  int n_columns = skh_grid_source_get_n_columns (source);

  for (int c = from; c >= SKH_GRID_ROW_HEAD && c < n_columns; c += step)
    if (skh_grid_source_can_focus_cell (source, row, c))
      {
        *column = c;
        return TRUE;
      }
  return FALSE;
}

static float
get_row_top (SkhGridSource *source, int row)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  skh_grid_source_get_cell_rect (source, row, SKH_GRID_ROW_HEAD, &rect);
  return rect.origin.y;
}

/* Returns the row a page away, at least one and at most the outermost. */
static int
get_page_row (SkhGridSource *source, int row, int step, float page)
{
  int last = skh_grid_source_get_n_rows (source) - 1;
  float start = get_row_top (source, row);
  int target = row + step;

  while (target + step >= 0 && target + step <= last
         && ABS (get_row_top (source, target + step) - start) <= page)
    target += step;
  return CLAMP (target, 0, last);
}

/* A page that ends on rows without a cell for the cursor goes on past them, or else
   stops short of them. */
static gboolean
move_page (SkhGridSource *source, int step, float page, int wanted, int *row, int *column)
{
  int target = get_page_row (source, *row, step, page);

  return find_row (source, target, step, wanted, row, column)
         || find_row (source, target, -step, wanted, row, column);
}

static gboolean
apply (SkhGridSource *source,
       SkhGridMotion motion,
       float page,
       int wanted,
       int *row,
       int *column)
{
  int last_row = skh_grid_source_get_n_rows (source) - 1;
  int last_column = skh_grid_source_get_n_columns (source) - 1;

  switch (motion)
    {
    case SKH_GRID_LEFT:
      return find_in_row (source, *row, *column - 1, -1, column);
    case SKH_GRID_RIGHT:
      return find_in_row (source, *row, *column + 1, 1, column);
    case SKH_GRID_ROW_START:
      return find_in_row (source, *row, SKH_GRID_ROW_HEAD, 1, column);
    case SKH_GRID_ROW_END:
      return find_in_row (source, *row, last_column, -1, column);
    case SKH_GRID_UP:
      return find_row (source, *row - 1, -1, wanted, row, column);
    case SKH_GRID_DOWN:
      return find_row (source, *row + 1, 1, wanted, row, column);
    case SKH_GRID_PAGE_UP:
      return move_page (source, -1, page, wanted, row, column);
    case SKH_GRID_PAGE_DOWN:
      return move_page (source, 1, page, wanted, row, column);
    case SKH_GRID_START:
      return find_row (source, 0, 1, SKH_GRID_ROW_HEAD, row, column);
    case SKH_GRID_END:
      return find_row (source, last_row, -1, last_column, row, column);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Moves row and column as a key does. page: the height of the visible body in pixels.
   wanted_column: where up and down aim, though the rows between be narrower. Returns
   FALSE, and leaves both alone, where there is nowhere to go. */
gboolean
skh_grid_motion_apply (SkhGridSource *source,
                       SkhGridMotion motion,
                       float page,
                       int wanted_column,
                       int *row,
                       int *column)
{
  int old_row = *row, old_column = *column;

  if (skh_grid_source_get_n_rows (source) <= 0)
    return FALSE;
  if (*row < 0) /* the cursor was nowhere: any key brings it in */
    return find_row (source, 0, 1, wanted_column, row, column);
  return apply (source, motion, page, wanted_column, row, column)
         && (*row != old_row || *column != old_column);
}

/* Brings row and column to the nearest cell that can hold the cursor, after the source
   changed or a click met one that cannot. Returns FALSE, with both -1, if there is none.
 */
gboolean
skh_grid_motion_settle (SkhGridSource *source, int wanted_column, int *row, int *column)
{
  int n_rows = skh_grid_source_get_n_rows (source);
  int from = CLAMP (*row, 0, MAX (n_rows - 1, 0));

  if (find_row (source, from, 1, wanted_column, row, column)
      || find_row (source, from - 1, -1, wanted_column, row, column))
    return TRUE;
  *row = *column = -1;
  return FALSE;
}
