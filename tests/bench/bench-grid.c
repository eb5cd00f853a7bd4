/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a jump in the drawn grid against the least that GTK can do for as many cells,
   the heads of rows and columns among them: one colour and one cached layout each. Prints
   `grid-jump OURS_MS FLOOR_MS RATIO`, the medians over pairs of frames. With --show,
   opens a window with the grid instead. Needs a display; GSK_RENDERER=cairo is what a
   machine without a graphics card has. */

#include "bench-frame.h"
#include "skh-grid-view.h"
#include "synthetic-grid.h"

#include <adwaita.h>

#define N_ROWS 60
#define N_COLUMNS 500
#define N_PAIRS 61
#define N_STATES 5

/* Floor: the bare widget. */
#define BENCH_TYPE_FLOOR (bench_floor_get_type ())
G_DECLARE_FINAL_TYPE (BenchFloor, bench_floor, BENCH, FLOOR, GtkWidget)

struct _BenchFloor
{
  GtkWidget parent_instance;
  PangoLayout *layouts[N_STATES];
  PangoLayout *head, *side; /* texts as long as the grid's */
  int row, column;
};

G_DEFINE_FINAL_TYPE (BenchFloor, bench_floor, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (BenchFloor *self, const char *sign, SkhInk ink)
{
  static const SkhInk inks[N_STATES]
    = { SKH_INK_GOOD, SKH_INK_WARNING, SKH_INK_BAD, SKH_INK_BUSY, SKH_INK_OFF };
  guint state = 0;

  while (inks[state] != ink)
    state++;
  if (self->layouts[state] == NULL)
    self->layouts[state] = gtk_widget_create_pango_layout (GTK_WIDGET (self), sign);
  return self->layouts[state];
}

static void
snapshot_cell (GtkSnapshot *snapshot,
               PangoLayout *layout,
               const GdkRGBA *fill,
               const graphene_rect_t *rect)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };

  gtk_snapshot_append_color (snapshot, fill, rect);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (rect->origin.x + 3, rect->origin.y + 3));
  gtk_snapshot_append_layout (snapshot, layout, &black);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_row (BenchFloor *self, GtkSnapshot *snapshot, int row, int n_columns)
{
  static const GdkRGBA fills[2] = { { .9f, .96f, .91f, 1 }, { .98f, .87f, .88f, 1 } };
  graphene_rect_t rect
    = GRAPHENE_RECT_INIT (0, (float)(SYNTHETIC_HEAD + row * SYNTHETIC_ROW_HEIGHT),
                          SYNTHETIC_FROZEN, SYNTHETIC_ROW_HEIGHT);

  snapshot_cell (snapshot, self->side, &fills[0], &rect);
  rect.origin.x = SYNTHETIC_FROZEN;
  rect.size.width = SYNTHETIC_CELL_WIDTH;
  for (int column = 0; column < n_columns; column++)
    {
      SkhInk ink, fill;
      const char *sign
        = synthetic_grid_get_sign (self->row + row, self->column + column, &ink, &fill);

      snapshot_cell (snapshot, get_layout (self, sign, ink),
                     &fills[fill == SKH_INK_GOOD_FILL], &rect);
      rect.origin.x += SYNTHETIC_CELL_WIDTH;
    }
}

static void
bench_floor_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  BenchFloor *self = BENCH_FLOOR (widget);
  int n_rows = (BENCH_HEIGHT - SYNTHETIC_HEAD) / SYNTHETIC_ROW_HEIGHT + 1;
  int n_columns = (BENCH_WIDTH - SYNTHETIC_FROZEN) / SYNTHETIC_CELL_WIDTH + 1;
  graphene_rect_t rect
    = GRAPHENE_RECT_INIT (SYNTHETIC_FROZEN, 0, SYNTHETIC_CELL_WIDTH, SYNTHETIC_HEAD);

  for (int column = 0; column < n_columns; column++)
    {
      snapshot_cell (snapshot, self->head, &white, &rect);
      rect.origin.x += SYNTHETIC_CELL_WIDTH;
    }
  for (int row = 0; row < n_rows; row++)
    snapshot_row (self, snapshot, row, n_columns);
}

static void
bench_floor_dispose (GObject *object)
{
  for (guint i = 0; i < N_STATES; i++)
    g_clear_object (&BENCH_FLOOR (object)->layouts[i]);
  g_clear_object (&BENCH_FLOOR (object)->head);
  g_clear_object (&BENCH_FLOOR (object)->side);
  G_OBJECT_CLASS (bench_floor_parent_class)->dispose (object);
}

static void
bench_floor_class_init (BenchFloorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_floor_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_floor_snapshot;
}

static void
bench_floor_init (BenchFloor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->head
    = gtk_widget_create_pango_layout (widget, "Sinh hoạt chuyên đề\ntháng thứ 100");
  self->side = gtk_widget_create_pango_layout (widget, "Chi bộ mẫu số 10");
}

static void
jump (SkhGridView *view, BenchFloor *plain, GRand *random)
{
  plain->row = g_rand_int_range (random, 0, N_ROWS);
  plain->column = g_rand_int_range (random, 0, N_COLUMNS);
  skh_grid_view_set_current (view, plain->row, plain->column);
  bench_settle ();
}

static void
measure (SkhGridView *view, BenchFloor *plain, GtkWidget *window)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  g_autoptr (GRand) random = g_rand_new_with_seed (2023);
  double ours[N_PAIRS], least[N_PAIRS], ratios[N_PAIRS];

  for (int i = -3; i < N_PAIRS; i++) /* three to warm up */
    {
      double first, second;

      jump (view, plain, random);
      first = bench_measure_frame (GTK_WIDGET (view), renderer);
      second = bench_measure_frame (GTK_WIDGET (plain), renderer);
      if (i < 0)
        continue;
      ours[i] = first;
      least[i] = second;
      ratios[i] = first / second;
    }
  g_print ("grid-jump %.2f %.2f %.2f\n", bench_get_median (ours, N_PAIRS),
           bench_get_median (least, N_PAIRS), bench_get_median (ratios, N_PAIRS));
}

int
main (int argc, char **argv)
{
  GtkWidget *scroller, *view, *window, *other, *plain;
  g_autoptr (SyntheticGrid) grid = synthetic_grid_new (N_ROWS, N_COLUMNS);
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
  plain = g_object_new (BENCH_TYPE_FLOOR, NULL);
  other = bench_show (plain);
  for (int i = 0; i < 20; i++)
    bench_settle ();
  measure (SKH_GRID_VIEW (view), BENCH_FLOOR (plain), window);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (other));
  return 0;
}
