/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the timeline of plans of five years against the least that GTK can do for as
   many rectangles and texts: one colour each, one cached layout each. The plans are
   generated, kept in real workbooks and shown by the page's own source. Prints

     timeline-scroll OURS_MS FLOOR_MS RATIO   a page down or along, of 1,000 tasks
     timeline-zoom OURS_MS FLOOR_MS RATIO     another zoom and its frame
     timeline-rows MANY_MS FEW_MS RATIO       a frame of 10,000 tasks beside one of 100
     timeline-open MS                         the page of one plan of 1,000 tasks

   medians all. Needs a display; GSK_RENDERER=cairo is what a machine without a graphics
   card has. */

#include "bench-frame.h"
#include "skh-generator.h"
#include "skh-grid-panes.h"
#include "skh-grid-view.h"
#include "skh-timeline-page.h"
#include "skh-timeline-source.h"
#include "skh-ui-resources.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define N_YEARS 5
#define FIRST_YEAR 2021
#define N_UNITS 17
#define N_PAIRS 41
#define WARM_UP 3

/* Floor: what a frame holds, painted with nothing of ours. */
#define BENCH_TYPE_FLOOR (bench_floor_get_type ())
G_DECLARE_FINAL_TYPE (BenchFloor, bench_floor, BENCH, FLOOR, GtkWidget)

typedef struct
{
  graphene_rect_t rect;
  PangoLayout *layout; /* borrowed from the table; NULL for a rectangle */
} Piece;

struct _BenchFloor
{
  GtkWidget parent_instance;

  GArray *pieces;
  GHashTable *layouts; /* text → PangoLayout */
};

G_DEFINE_FINAL_TYPE (BenchFloor, bench_floor, GTK_TYPE_WIDGET)

static void
bench_floor_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA fill = { .9f, .96f, .91f, 1 }, black = { 0, 0, 0, 1 };
  BenchFloor *self = BENCH_FLOOR (widget);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->layout == NULL)
        {
          gtk_snapshot_append_color (snapshot, &fill, &piece->rect);
          continue;
        }
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &piece->rect.origin);
      gtk_snapshot_append_layout (snapshot, piece->layout, &black);
      gtk_snapshot_restore (snapshot);
    }
}

static void
bench_floor_finalize (GObject *object)
{
  g_array_unref (BENCH_FLOOR (object)->pieces);
  g_hash_table_unref (BENCH_FLOOR (object)->layouts);
  G_OBJECT_CLASS (bench_floor_parent_class)->finalize (object);
}

static void
bench_floor_class_init (BenchFloorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_floor_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_floor_snapshot;
}

static void
bench_floor_init (BenchFloor *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static PangoLayout *
get_layout (BenchFloor *self, const SkhPrimitive *p)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, p->text);

  if (layout == NULL)
    {
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), p->text);
      pango_layout_set_width (layout, (int)(p->w * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      g_hash_table_insert (self->layouts, g_strdup (p->text), layout);
    }
  return layout;
}

/* The frame that the view is about to paint, primitive by primitive. Setting up is not
   measured. */
static void
copy_region (BenchFloor *self,
             SkhGridSource *source,
             const SkhGridPanes *panes,
             SkhGridRegion region)
{
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  graphene_rect_t clip, visible;
  const SkhPrimitive *primitives;
  guint n;

  skh_grid_panes_get_region (panes, region, &clip, &visible.origin);
  visible.size = clip.size;
  skh_grid_source_render (source, region, &visible, list);
  primitives = skh_display_list_get (list, &n);
  for (guint i = 0; i < n; i++)
    {
      const SkhPrimitive *p = &primitives[i];
      graphene_rect_t rect
        = GRAPHENE_RECT_INIT (p->x - visible.origin.x + clip.origin.x,
                              p->y - visible.origin.y + clip.origin.y, p->w, p->h);
      Piece piece
        = { .layout = p->shape >= SKH_SHAPE_TEXT ? get_layout (self, p) : NULL };

      if (graphene_rect_intersection (&rect, &clip, &piece.rect))
        g_array_append_val (self->pieces, piece);
    }
}

/* — Plans — */

static char *folder;

static SkhLedger *
make_ledger (guint n_tasks, int year, const char *path)
{
  SkhGeneratorSpec spec = { N_UNITS, n_tasks, (guint32)year, year };
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger = NULL;

  if (skh_generator_create (path, &spec, &error)
      && (workbook = skh_workbook_open (path, SKH_WORKBOOK_OPEN_READ, &error)) != NULL)
    ledger = skh_workbook_load_ledger (workbook, 0, &error);
  if (ledger == NULL)
    g_error ("%s", error->message);
  skh_workbook_close (workbook);
  return ledger;
}

static SkhTimeline *
make_timeline (guint n_tasks)
{
  SkhLedger *ledgers[N_YEARS];
  SkhTimelineOptions options = {
    .on = skh_date_new (FIRST_YEAR + 2, 4, 15),
    .period = skh_period_new (SKH_PERIOD_YEAR, FIRST_YEAR, 1),
    .room = BENCH_WIDTH - SKH_TIMELINE_SIDE_WIDTH,
  };
  SkhTimeline *timeline;

  for (int i = 0; i < N_YEARS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u-%d.skh", folder, n_tasks, i);

      ledgers[i] = make_ledger (n_tasks / N_YEARS, FIRST_YEAR + i, path);
      g_unlink (path);
    }
  timeline = skh_timeline_new_for_plans (ledgers, N_YEARS, &options);
  for (int i = 0; i < N_YEARS; i++)
    skh_ledger_unref (ledgers[i]);
  return timeline;
}

/* — Frames — */

typedef struct
{
  SkhTimelineSource *source;
  GtkWidget *scroller, *view, *window, *other;
  BenchFloor *floor;
  GskRenderer *renderer;
  GRand *random;
  double ours[N_PAIRS], least[N_PAIRS], ratios[N_PAIRS];
} Stage;

/* The ground that the view paints under all is one of the frame's rectangles too. */
static void
copy_frame (Stage *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  SkhGridPanes panes = skh_grid_panes_make (
    SKH_GRID_SOURCE (self->source), gtk_widget_get_width (self->view),
    gtk_widget_get_height (self->view),
    gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scroller)),
    gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller)));
  Piece ground = { .rect = { .size = { panes.width, panes.height } } };

  g_array_set_size (self->floor->pieces, 0);
  g_array_append_val (self->floor->pieces, ground);
  for (SkhGridRegion region = SKH_GRID_CORNER; region <= SKH_GRID_BODY; region++)
    copy_region (self->floor, SKH_GRID_SOURCE (self->source), &panes, region);
}

static void
go_anywhere (Stage *self, GtkAdjustment *adjustment)
{
  double room
    = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, g_rand_double (self->random) * room);
}

static void
scroll (Stage *self, int turn)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  go_anywhere (self, gtk_scrolled_window_get_vadjustment (scroller));
  go_anywhere (self, gtk_scrolled_window_get_hadjustment (scroller));
}

static void
zoom (Stage *self, int turn)
{
  skh_timeline_set_zoom (skh_timeline_source_get_timeline (self->source),
                         (SkhZoom)((turn + WARM_UP) % (SKH_ZOOM_WEEK + 1)),
                         BENCH_WIDTH - SKH_TIMELINE_SIDE_WIDTH);
  skh_grid_source_changed (SKH_GRID_SOURCE (self->source));
  scroll (self, turn);
}

/* Pairs of frames after each turn, ours with what the turn itself takes. What the floor
   copies is what is seen then. The pause that lets the view be laid out leaves processor
   and caches asleep, so the floor's frame of before wakes them first. */
static void
measure (Stage *self, void (*turn) (Stage *self, int number))
{
  copy_frame (self);
  for (int i = -WARM_UP; i < N_PAIRS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double turning, first, second;

      turn (self, i);
      turning = (double)(g_get_monotonic_time () - start) / 1000;
      bench_settle ();
      bench_measure_frame (GTK_WIDGET (self->floor), self->renderer);
      first = turning + bench_measure_frame (self->view, self->renderer);
      copy_frame (self);
      second = bench_measure_frame (GTK_WIDGET (self->floor), self->renderer);
      if (i < 0)
        continue;
      self->ours[i] = first;
      self->least[i] = second;
      self->ratios[i] = first / second;
    }
}

static void
print_pairs (Stage *self, const char *name)
{
  g_print ("%s %.2f %.2f %.2f\n", name, bench_get_median (self->ours, N_PAIRS),
           bench_get_median (self->least, N_PAIRS),
           bench_get_median (self->ratios, N_PAIRS));
}

static void
stage_init (Stage *self)
{
  self->source = skh_timeline_source_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->view = skh_grid_view_new ();
  self->random = g_rand_new_with_seed (2023);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  skh_grid_view_set_source (SKH_GRID_VIEW (self->view), SKH_GRID_SOURCE (self->source));
  self->window = bench_show (self->scroller);
  self->floor = g_object_new (BENCH_TYPE_FLOOR, NULL);
  self->other = bench_show (GTK_WIDGET (self->floor));
  self->renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
}

static void
stage_clear (Stage *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  gtk_window_destroy (GTK_WINDOW (self->other));
  g_object_unref (self->source);
  g_rand_free (self->random);
}

static void
show_plans (Stage *self, guint n_tasks)
{
  skh_timeline_source_set_timeline (self->source, make_timeline (n_tasks));
  for (int i = 0; i < 20; i++)
    bench_settle ();
}

static void
measure_frames (void)
{
  Stage stage;
  double few;

  stage_init (&stage);
  show_plans (&stage, 100);
  measure (&stage, scroll);
  few = bench_get_median (stage.ours, N_PAIRS);

  show_plans (&stage, 1000);
  measure (&stage, scroll);
  print_pairs (&stage, "timeline-scroll");
  measure (&stage, zoom);
  print_pairs (&stage, "timeline-zoom");

  show_plans (&stage, 10000);
  measure (&stage, scroll);
  g_print ("timeline-rows %.2f %.2f %.2f\n", bench_get_median (stage.ours, N_PAIRS), few,
           bench_get_median (stage.ours, N_PAIRS) / few);
  stage_clear (&stage);
}

/* — The page — */

static void
on_painted (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* From nothing to the first frame with the page, in a window that stands. */
static double
measure_opening (SkhSession *session)
{
  GtkWidget *window = bench_show (gtk_label_new (NULL));
  gboolean painted = FALSE;
  gint64 start;
  double took;

  for (int i = 0; i < 20; i++)
    bench_settle ();
  g_signal_connect (gdk_surface_get_frame_clock (
                      gtk_native_get_surface (GTK_NATIVE (window))),
                    "after-paint", G_CALLBACK (on_painted), &painted);
  start = g_get_monotonic_time ();
  gtk_window_set_child (GTK_WINDOW (window), skh_timeline_page_new (session));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  took = (double)(g_get_monotonic_time () - start) / 1000;
  gtk_window_destroy (GTK_WINDOW (window));
  bench_settle ();
  return took;
}

static void
measure_page (void)
{
  g_autofree char *path = g_build_filename (folder, "page.skh", NULL);
  g_autoptr (SkhSession) session = skh_session_new ();
  double times[7];

  skh_ledger_unref (make_ledger (1000, 2023, path));
  skh_session_open (session, path, skh_date_new (2023, 4, 15));
  while (skh_session_get_ledger (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = measure_opening (session);
  g_print ("timeline-open %.2f\n", bench_get_median (times, G_N_ELEMENTS (times)));
  skh_session_set_workbook (session, NULL);
  g_unlink (path);
}

int
main (void)
{
  g_resources_register (skh_ui_get_resource ());
  adw_init ();
  folder = g_dir_make_tmp ("sokehoach-bench-XXXXXX", NULL);
  measure_frames ();
  measure_page ();
  g_rmdir (folder);
  g_free (folder);
  return 0;
}
