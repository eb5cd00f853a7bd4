/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-floor.h"

#include "bench-frame.h"
#include "skh-display-list.h"
#include "synthetic-grid.h"

#define N_PAIRS 61
#define N_STATES 5

struct _BenchFloor
{
  GtkWidget parent_instance;
  PangoLayout *layouts[N_STATES];
  PangoLayout *head, *side; /* texts as long as the grid's */
  BenchFloorSizes sizes;
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
    = GRAPHENE_RECT_INIT (0, (float)(self->sizes.head + row * self->sizes.row),
                          (float)self->sizes.side, (float)self->sizes.row);

  snapshot_cell (snapshot, self->side, &fills[0], &rect);
  rect.origin.x = (float)self->sizes.side;
  rect.size.width = (float)self->sizes.column;
  for (int column = 0; column < n_columns; column++)
    {
      SkhInk ink, fill;
      const char *sign
        = synthetic_grid_get_sign (self->row + row, self->column + column, &ink, &fill);

      snapshot_cell (snapshot, get_layout (self, sign, ink),
                     &fills[fill == SKH_INK_GOOD_FILL], &rect);
      rect.origin.x += (float)self->sizes.column;
    }
}

static void
bench_floor_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  BenchFloor *self = BENCH_FLOOR (widget);
  int n_rows = (BENCH_HEIGHT - self->sizes.head) / self->sizes.row + 1;
  int n_columns = (BENCH_WIDTH - self->sizes.side) / self->sizes.column + 1;
  graphene_rect_t rect
    = GRAPHENE_RECT_INIT ((float)self->sizes.side, 0, (float)self->sizes.column,
                          (float)self->sizes.head);

  for (int column = 0; column < n_columns; column++)
    {
      snapshot_cell (snapshot, self->head, &white, &rect);
      rect.origin.x += (float)self->sizes.column;
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

GtkWidget *
bench_floor_new (const BenchFloorSizes *sizes)
{
  BenchFloor *self = g_object_new (BENCH_TYPE_FLOOR, NULL);

  self->sizes = *sizes;
  return GTK_WIDGET (self);
}

static void
jump (SkhGridView *view, BenchFloor *self, int row, int column)
{
  self->row = row;
  self->column = column;
  skh_grid_view_set_current (view, row, column);
  bench_settle ();
}

/* Jumps both about, and prints `NAME OURS_MS FLOOR_MS RATIO`: medians over pairs. */
void
bench_floor_measure (BenchFloor *self,
                     SkhGridView *view,
                     const char *name,
                     int n_rows,
                     int n_columns)
{
  GskRenderer *renderer
    = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (view)));
  g_autoptr (GRand) random = g_rand_new_with_seed (2023);
  double ours[N_PAIRS], least[N_PAIRS], ratios[N_PAIRS];

  for (int i = -3; i < N_PAIRS; i++) /* three to warm up */
    {
      double first, second;

      jump (view, self, g_rand_int_range (random, 0, n_rows),
            g_rand_int_range (random, 0, n_columns));
      first = bench_measure_frame (GTK_WIDGET (view), renderer);
      second = bench_measure_frame (GTK_WIDGET (self), renderer);
      if (i < 0)
        continue;
      ours[i] = first;
      least[i] = second;
      ratios[i] = first / second;
    }
  g_print ("%s %.2f %.2f %.2f\n", name, bench_get_median (ours, N_PAIRS),
           bench_get_median (least, N_PAIRS), bench_get_median (ratios, N_PAIRS));
}
