/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a jump in the drawn grid against the least that GTK can do for as many cells.
   Prints `grid-jump OURS_MS FLOOR_MS RATIO`, the medians over pairs of frames. With
   --show, opens a window with the grid instead. Needs a display; GSK_RENDERER=cairo is
   what a machine without a graphics card has. */

#include "bench-floor.h"
#include "bench-frame.h"
#include "skh-grid-view.h"
#include "synthetic-grid.h"

#include <adwaita.h>

#define N_ROWS 60
#define N_COLUMNS 500

int
main (int argc, char **argv)
{
  GtkWidget *scroller, *view, *window, *other, *plain;
  g_autoptr (SyntheticGrid) grid = synthetic_grid_new (N_ROWS, N_COLUMNS);
  BenchFloorSizes sizes
    = { SYNTHETIC_FROZEN, SYNTHETIC_HEAD, SYNTHETIC_ROW_HEIGHT, SYNTHETIC_CELL_WIDTH };
  gboolean only_show = argc > 1 && g_str_equal (argv[1], "--show");

  adw_init ();
  scroller = gtk_scrolled_window_new ();
  view = skh_grid_view_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  skh_grid_view_set_source (SKH_GRID_VIEW (view), SKH_GRID_SOURCE (grid));
  window = bench_show (scroller);
  if (only_show)
    {
      skh_grid_view_set_current (SKH_GRID_VIEW (view), 4, 3);
      gtk_widget_grab_focus (view);
      while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
        g_main_context_iteration (NULL, TRUE);
      return 0;
    }
  plain = bench_floor_new (&sizes);
  other = bench_show (plain);
  for (int i = 0; i < 20; i++)
    bench_settle ();
  bench_floor_measure (BENCH_FLOOR (plain), SKH_GRID_VIEW (view), "grid-jump", N_ROWS,
                       N_COLUMNS);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (other));
  return 0;
}
