/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a jump in the table of units and tasks, over a generated workbook, against the
   least that GTK can do for as many cells: bench-matrix FOLDER UNITS TASKS. Prints
   `matrix-jump OURS_MS FLOOR_MS RATIO`, the medians over pairs of frames. */

#include "bench-floor.h"
#include "bench-frame.h"
#include "skh-generator.h"
#include "skh-matrix-source.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>

static SkhLedger *
make_ledger (const char *folder, guint n_units, guint n_tasks)
{
  SkhGeneratorSpec spec = { n_units, n_tasks, 1, 2023 };
  g_autofree char *path = g_build_filename (folder, "matrix.skh", NULL);
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger = NULL;

  g_unlink (path);
  if (!skh_generator_create (path, &spec, &error)
      || (workbook = skh_workbook_open (path, SKH_WORKBOOK_OPEN_READ, &error)) == NULL
      || (ledger = skh_workbook_load_ledger (workbook, 0, &error)) == NULL)
    g_error ("%s", error->message);
  return ledger;
}

/* At the year's end, when every line has a sign. */
static SkhMatrix *
make_matrix (SkhLedger *ledger)
{
  SkhMatrixFilter filter = {
    .period = skh_period_new (SKH_PERIOD_YEAR, 2023, 1),
    .on = skh_date_new (2023, 12, 31),
    .section = SKH_NO_INDEX,
    .outline = TRUE,
  };

  return skh_matrix_new (ledger, &filter);
}

int
main (int argc, char **argv)
{
  g_autoptr (SkhMatrixSource) source = skh_matrix_source_new ();
  g_autoptr (SkhLedger) ledger = NULL;
  GtkWidget *scroller, *view, *window, *plain, *other;
  BenchFloorSizes sizes;
  SkhMatrix *matrix;

  if (argc != 4)
    return EXIT_FAILURE;
  adw_init ();
  ledger = make_ledger (argv[1], (guint)atoi (argv[2]), (guint)atoi (argv[3]));
  matrix = make_matrix (ledger);
  skh_matrix_source_set_matrix (source, matrix);
  sizes = (BenchFloorSizes){ skh_matrix_get_sizes (matrix)->side,
                             skh_matrix_get_sizes (matrix)->head,
                             skh_matrix_get_sizes (matrix)->row,
                             skh_matrix_get_sizes (matrix)->column };
  scroller = gtk_scrolled_window_new ();
  view = skh_grid_view_new ();
  skh_grid_view_set_selectable (SKH_GRID_VIEW (view), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  skh_grid_view_set_source (SKH_GRID_VIEW (view), SKH_GRID_SOURCE (source));
  window = bench_show (scroller);
  plain = bench_floor_new (&sizes);
  other = bench_show (plain);
  for (int i = 0; i < 20; i++)
    bench_settle ();
  bench_floor_measure (BENCH_FLOOR (plain), SKH_GRID_VIEW (view), "matrix-jump",
                       (int)skh_matrix_get_n_rows (matrix),
                       (int)skh_matrix_get_n_columns (matrix));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (other));
  return EXIT_SUCCESS;
}
