/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frame.h"

#include <stdlib.h>

/* Returns a window of the usual size around the widget. */
GtkWidget *
bench_show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), BENCH_WIDTH, BENCH_HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Lets what is queued happen. */
void
bench_settle (void)
{
  gint64 end = g_get_monotonic_time () + 20000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

double
bench_measure_frame (GtkWidget *widget, GskRenderer *renderer)
{
  graphene_rect_t viewport = GRAPHENE_RECT_INIT (0, 0, BENCH_WIDTH, BENCH_HEIGHT);
  gint64 start = g_get_monotonic_time ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &viewport);
  gsk_render_node_unref (node);
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

double
bench_get_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_times);
  return values[n / 2];
}
