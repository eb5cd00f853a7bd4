/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-motion.h"
#include "skh-grid-panes.h"
#include "skh-lru.h"
#include "synthetic-grid.h"

/* Rows 0, 10, 20 … of the synthetic grid are headings: only their head takes the cursor.
 */

static const struct
{
  const char *what;
  SkhGridMotion motion;
  int wanted;
  int from_row, from_column;
  gboolean moves;
  int to_row, to_column;
} moves[] = {
  { "right", SKH_GRID_RIGHT, 3, 4, 3, TRUE, 4, 4 },
  { "right at the edge", SKH_GRID_RIGHT, 6, 4, 6, FALSE, 4, 6 },
  { "left to the row's head", SKH_GRID_LEFT, 0, 4, 0, TRUE, 4, -1 },
  { "left at the edge", SKH_GRID_LEFT, -1, 4, -1, FALSE, 4, -1 },
  { "right from a heading", SKH_GRID_RIGHT, -1, 10, -1, FALSE, 10, -1 },
  { "down", SKH_GRID_DOWN, 3, 4, 3, TRUE, 5, 3 },
  { "down on a heading", SKH_GRID_DOWN, 3, 9, 3, TRUE, 10, -1 },
  { "down past a heading, back in the column", SKH_GRID_DOWN, 3, 10, -1, TRUE, 11, 3 },
  { "down at the end", SKH_GRID_DOWN, 3, 24, 3, FALSE, 24, 3 },
  { "up at the start", SKH_GRID_UP, 3, 0, -1, FALSE, 0, -1 },
  { "a page of four rows and a bit", SKH_GRID_PAGE_DOWN, 3, 3, 3, TRUE, 7, 3 },
  { "a page past the end", SKH_GRID_PAGE_DOWN, 3, 23, 3, TRUE, 24, 3 },
  { "a page up", SKH_GRID_PAGE_UP, 3, 7, 3, TRUE, 3, 3 },
  { "start of the row", SKH_GRID_ROW_START, 3, 4, 3, TRUE, 4, -1 },
  { "end of the row", SKH_GRID_ROW_END, 3, 4, 3, TRUE, 4, 6 },
  { "start", SKH_GRID_START, 3, 14, 3, TRUE, 0, -1 },
  { "end", SKH_GRID_END, 3, 4, 3, TRUE, 24, 6 },
  { "from nowhere", SKH_GRID_RIGHT, 3, -1, -1, TRUE, 0, -1 },
};

static void
test_moves (void)
{
  g_autoptr (SyntheticGrid) grid = synthetic_grid_new (25, 7);
  float page = 4.5f * SYNTHETIC_ROW_HEIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      int row = moves[i].from_row, column = moves[i].from_column;
      gboolean moved = skh_grid_motion_apply (SKH_GRID_SOURCE (grid), moves[i].motion,
                                              page, moves[i].wanted, &row, &column);

      g_test_message ("%s", moves[i].what);
      g_assert_cmpint (moved, ==, moves[i].moves);
      g_assert_cmpint (row, ==, moves[i].to_row);
      g_assert_cmpint (column, ==, moves[i].to_column);
    }
}

static void
test_settle (void)
{
  g_autoptr (SyntheticGrid) grid = synthetic_grid_new (25, 7);
  g_autoptr (SyntheticGrid) empty = synthetic_grid_new (0, 7);
  int row = 99, column = 99;

  g_assert_true (skh_grid_motion_settle (SKH_GRID_SOURCE (grid), 99, &row, &column));
  g_assert_cmpint (row, ==, 24);
  g_assert_cmpint (column, ==, 6);
  row = column = -1;
  g_assert_true (skh_grid_motion_settle (SKH_GRID_SOURCE (grid), 2, &row, &column));
  g_assert_cmpint (row, ==, 0);
  g_assert_cmpint (column, ==, -1);

  row = column = 3;
  g_assert_false (skh_grid_motion_settle (SKH_GRID_SOURCE (empty), 2, &row, &column));
  g_assert_cmpint (row, ==, -1);
  g_assert_cmpint (column, ==, -1);
  g_assert_false (skh_grid_motion_apply (SKH_GRID_SOURCE (empty), SKH_GRID_DOWN, 100, 0,
                                         &row, &column));
}

static void
test_bounds (void)
{
  g_autoptr (SyntheticGrid) grid = synthetic_grid_new (25, 7);
  SkhGridSource *source = SKH_GRID_SOURCE (grid);
  graphene_rect_t rect;
  int row, column;

  g_assert_true (skh_grid_source_get_cell_rect (source, 24, 6, &rect));
  g_assert_false (skh_grid_source_get_cell_rect (source, 25, 6, &rect));
  g_assert_false (skh_grid_source_get_cell_rect (source, 24, 7, &rect));
  g_assert_false (skh_grid_source_get_cell_rect (source, 24, -2, &rect));
  g_assert_true (
    skh_grid_source_get_cell_at (source, rect.origin.x, rect.origin.y, &row, &column));
  g_assert_cmpint (row, ==, 24);
  g_assert_cmpint (column, ==, 6);
  g_assert_false (skh_grid_source_get_cell_at (source, 5, 5, &row, &column));
  g_assert_cmpint (row, ==, -1);
}

static void
test_panes (void)
{
  g_autoptr (SyntheticGrid) grid = synthetic_grid_new (25, 70);
  SkhGridSource *source = SKH_GRID_SOURCE (grid);
  SkhGridPanes wide = skh_grid_panes_make (source, 1000, 600, 88.9, 46);
  SkhGridPanes narrow = skh_grid_panes_make (source, 300, 600, 88, 46);
  graphene_rect_t rect;
  graphene_point_t point;

  g_assert_cmpfloat (wide.pane, ==, SYNTHETIC_FROZEN);
  g_assert_cmpfloat (wide.scroll_x, ==, 88);
  g_assert_cmpfloat (narrow.pane, ==, 180); /* the body keeps two fifths */

  skh_grid_panes_get_region (&narrow, SKH_GRID_BODY, &rect, &point);
  g_assert_cmpfloat (rect.origin.x, ==, 180);
  g_assert_cmpfloat (rect.size.width, ==, 120);
  g_assert_cmpfloat (point.x, ==, SYNTHETIC_FROZEN + 88);
  g_assert_cmpfloat (point.y, ==, SYNTHETIC_HEAD + 46);
  skh_grid_panes_get_region (&wide, SKH_GRID_SIDE, &rect, &point);
  g_assert_cmpfloat (point.x, ==, 0);
  g_assert_cmpfloat (point.y, ==, SYNTHETIC_HEAD + 46);

  /* a cell is found where it is placed */
  g_assert_true (skh_grid_source_get_cell_rect (source, 5, 6, &rect));
  point = rect.origin;
  skh_grid_panes_place (&narrow, &rect);
  g_assert_cmpfloat (rect.origin.x, ==, 180 + 6 * SYNTHETIC_CELL_WIDTH - 88);
  skh_grid_panes_find (&narrow, &rect.origin);
  g_assert_true (graphene_point_equal (&rect.origin, &point));
}

static void
test_lru (void)
{
  g_autoptr (SkhLru) lru = skh_lru_new (3, g_str_hash, g_str_equal, g_free, g_free);

  for (const char *key = "abc"; *key != '\0'; key++)
    skh_lru_insert (lru, g_strndup (key, 1), g_strdup_printf ("<%c>", *key));
  g_assert_cmpstr (skh_lru_lookup (lru, "a"), ==, "<a>"); /* now b is the oldest */
  skh_lru_insert (lru, g_strdup ("d"), g_strdup ("<d>"));
  g_assert_cmpuint (skh_lru_get_size (lru), ==, 3);
  g_assert_null (skh_lru_lookup (lru, "b"));
  g_assert_cmpstr (skh_lru_lookup (lru, "a"), ==, "<a>");

  skh_lru_insert (lru, g_strdup ("c"), g_strdup ("other")); /* in place of <c> */
  g_assert_cmpuint (skh_lru_get_size (lru), ==, 3);
  g_assert_cmpstr (skh_lru_lookup (lru, "c"), ==, "other");
  g_assert_cmpstr (skh_lru_lookup (lru, "d"), ==, "<d>");

  skh_lru_clear (lru);
  g_assert_cmpuint (skh_lru_get_size (lru), ==, 0);
  g_assert_null (skh_lru_lookup (lru, "a"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/moves", test_moves);
  g_test_add_func ("/grid/settle", test_settle);
  g_test_add_func ("/grid/bounds", test_bounds);
  g_test_add_func ("/grid/panes", test_panes);
  g_test_add_func ("/grid/lru", test_lru);
  return g_test_run ();
}
