/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a scroll in the list of a register against a bare GtkColumnView of as many
   GtkInscription cells over texts that are ready. Ours reads its entries on another
   thread, as a workbook does; until their texts are on the screen is what counts. Prints
   `list-scroll OURS_MS FLOOR_MS RATIO`, some rows on, and `list-jump …`, to any place,
   whose rows have to be read first and are drawn twice: the medians over pairs. `list-row
   BYTES` is what a row costs in memory that was really taken. Needs a display. */

#include "bench-frame.h"
#include "skh-register-table.h"

#include <adwaita.h>
#include <malloc.h>
#include <stdio.h>
#include <time.h>

#define N_ROWS 5000000
#define N_COLUMNS 6
#define N_PAIRS 61
#define N_TEXTS 512

static SkhField fields[N_COLUMNS];
static const char *const keys[N_COLUMNS] = { "a", "b", "c", "d", "e", "f" };
static char *texts[N_TEXTS];

static const SkhRegisterDeclaration declaration = {
  .id = "bench",
  .table = "bench",
  .title = "Bench",
  .name = "Đo",
  .one = "Line",
  .one_name = "dòng",
  .fields = fields,
  .n_fields = N_COLUMNS,
  .label = { "a" },
};

static const char *
get_text (gint64 row, guint column)
{
  return texts[(guint64)(row * 7 + column * 13) % N_TEXTS];
}

static void
make_texts (void)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    fields[i] = (SkhField){ .key = keys[i],
                            .title = keys[i],
                            .name = keys[i],
                            .type = SKH_FIELD_TEXT,
                            .width = 24 };
  for (guint i = 0; i < N_TEXTS; i++)
    texts[i] = g_strdup_printf ("Đảng ủy phường Phổ Hòa số %u", i);
}

/* — Our list's source — */

#define BENCH_TYPE_SOURCE (bench_source_get_type ())
G_DECLARE_FINAL_TYPE (BenchSource, bench_source, BENCH, SOURCE, GObject)

struct _BenchSource
{
  GObject parent_instance;
};

static void bench_source_init_iface (SkhEntrySourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchSource,
                               bench_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SKH_TYPE_ENTRY_SOURCE,
                                                      bench_source_init_iface))

static SkhEntry *
make_entry (SkhRegister *reg, gint64 id)
{
  SkhEntry *entry = skh_entry_new (reg);

  skh_entry_set_id (entry, id);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      SkhValue value
        = { .is_set = TRUE, .total = -1, .text = g_strdup (get_text (id, i)) };

      skh_entry_take_value (entry, i, &value);
    }
  return entry;
}

static void
add_ids (SkhEntryRequest *request)
{
  GCancellable *reading = request->reading->cancellable;
  gsize position = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (reading), "position"));

  for (guint i = 0; i < request->limit && position < N_ROWS; i++)
    {
      gint64 id = (gint64)++position;

      g_array_append_val (request->ids, id);
    }
  g_object_set_data (G_OBJECT (reading), "position", GSIZE_TO_POINTER (position));
  request->at_end = position == N_ROWS;
}

static void
answer (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  SkhEntryRequest *request = data;

  if (request->kind == SKH_ENTRY_REQUEST_COUNT)
    request->count = N_ROWS;
  else if (request->kind != SKH_ENTRY_REQUEST_ENTRIES)
    add_ids (request);
  request->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_entry_unref);
  for (guint i = 0; request->kind != SKH_ENTRY_REQUEST_IDS && i < request->ids->len; i++)
    g_ptr_array_add (request->entries,
                     make_entry (request->reading->query->reg,
                                 g_array_index (request->ids, gint64, i)));
  g_task_return_boolean (task, TRUE);
}

static void
bench_source_ask (SkhEntrySource *source,
                  SkhEntryRequest *request,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_task_data (task, request, (GDestroyNotify)skh_entry_request_free);
  g_task_run_in_thread (task, answer);
}

static SkhEntryRequest *
bench_source_ask_finish (SkhEntrySource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error)
           ? g_task_get_task_data (G_TASK (result))
           : NULL;
}

static void
bench_source_init_iface (SkhEntrySourceInterface *iface)
{
  iface->ask = bench_source_ask;
  iface->ask_finish = bench_source_ask_finish;
}

static void
bench_source_class_init (BenchSourceClass *klass)
{
}

static void
bench_source_init (BenchSource *self)
{
}

/* — The floor — */

#define BENCH_TYPE_ROWS (bench_rows_get_type ())
G_DECLARE_FINAL_TYPE (BenchRows, bench_rows, BENCH, ROWS, GObject)

struct _BenchRows
{
  GObject parent_instance;
};

static gpointer
bench_rows_get_item (GListModel *model, guint position)
{
  GObject *item = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data (item, "row", GUINT_TO_POINTER (position));
  return item;
}

static GType
bench_rows_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
bench_rows_get_n_items (GListModel *model)
{
  return N_ROWS;
}

static void
bench_rows_init_model (GListModelInterface *iface)
{
  iface->get_item = bench_rows_get_item;
  iface->get_item_type = bench_rows_get_item_type;
  iface->get_n_items = bench_rows_get_n_items;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchRows,
                               bench_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      bench_rows_init_model))

static void
bench_rows_class_init (BenchRowsClass *klass)
{
}

static void
bench_rows_init (BenchRows *self)
{
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 22);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gpointer row = g_object_get_data (gtk_list_item_get_item (item), "row");

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            get_text (GPOINTER_TO_UINT (row) + 1,
                                      GPOINTER_TO_UINT (column)));
}

static GtkWidget *
make_floor (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (
    GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_new (BENCH_TYPE_ROWS, NULL))));

  gtk_widget_add_css_class (view, "data-table");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column
        = gtk_column_view_column_new (keys[i], factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_fixed_width (column, i == 0 ? -1 : 178);
      gtk_column_view_column_set_expand (column, i == 0);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}

/* — Measuring — */

static GtkScrolledWindow *
find_scroller (GtkWidget *widget)
{
  return GTK_SCROLLED_WINDOW (
    GTK_IS_SCROLLED_WINDOW (widget) ? widget : gtk_widget_get_first_child (widget));
}

static guint n_loaded, n_painted;

static void
on_loaded (SkhEntryList *list)
{
  n_loaded++;
  n_painted = 0;
}

static void
on_painted (GdkFrameClock *clock)
{
  n_painted++;
}

/* What this thread works, without what it waits. */
static double
get_work_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

/* Until the rows are on the screen with their texts. */
static double
measure_scroll (GtkWidget *window, double share, gboolean loads)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (
    find_scroller (gtk_window_get_child (GTK_WINDOW (window))));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  double start;

  bench_settle ();
  n_loaded = n_painted = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), NULL);
  start = get_work_ms ();
  gtk_adjustment_set_value (place, share * gtk_adjustment_get_upper (place));
  while (n_painted == 0 || (loads && n_loaded == 0))
    g_main_context_iteration (NULL, TRUE);
  start = get_work_ms () - start;
  g_signal_handler_disconnect (clock, handler);
  return start;
}

static double
get_share (GRand *random, gboolean jumps)
{
  static double share = 0.2;

  /* Twelve rows on, as a turn of the wheel or two; or anywhere. */
  share = jumps ? g_rand_double_range (random, 0, 0.99) : share + 12.0 / N_ROWS;
  return share;
}

static void
measure (const char *name, GtkWidget *window, GtkWidget *other, gboolean jumps)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2023);
  double ours[N_PAIRS], least[N_PAIRS], ratios[N_PAIRS];

  for (int i = -3; i < N_PAIRS; i++) /* three to warm up */
    {
      double share = get_share (random, jumps);
      double first = measure_scroll (window, share, jumps);
      double second = measure_scroll (other, share, FALSE);

      if (i < 0)
        continue;
      ours[i] = first;
      least[i] = second;
      ratios[i] = first / second;
    }
  g_print ("%s %.2f %.2f %.2f\n", name, bench_get_median (ours, N_PAIRS),
           bench_get_median (least, N_PAIRS), bench_get_median (ratios, N_PAIRS));
}

static gsize
get_resident_bytes (void)
{
  g_autofree char *text = NULL;
  unsigned long all, resident;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL)
      || sscanf (text, "%lu %lu", &all, &resident) != 2)
    return 0;
  return resident * 4096;
}

int
main (int argc, char **argv)
{
  g_autoptr (SkhEntryList) list = NULL;
  g_autoptr (SkhEntrySource) source = NULL;
  g_autoptr (SkhRegister) reg = NULL;
  g_autoptr (SkhRegisterQuery) query = NULL;
  GtkWidget *table, *plain, *window, *other;
  gsize before;

  adw_init ();
  make_texts ();
  reg = skh_register_new (&declaration, NULL, 0);
  query = skh_register_query_new (reg);
  source = g_object_new (BENCH_TYPE_SOURCE, NULL);
  list = skh_entry_list_new (source);
  g_signal_connect (list, "loaded", G_CALLBACK (on_loaded), NULL);
  table = g_object_new (SKH_TYPE_REGISTER_TABLE, NULL);
  window = bench_show (table);
  plain = make_floor ();
  other = bench_show (plain);
  skh_register_table_show (SKH_REGISTER_TABLE (table), list, query);
  bench_settle ();
  before = get_resident_bytes ();
  skh_entry_list_set_query (list, query);
  while (!skh_entry_list_is_complete (list))
    g_main_context_iteration (NULL, TRUE);
  malloc_trim (0);
  g_print ("list-row %.1f\n", (double)(get_resident_bytes () - before) / N_ROWS);
  for (int i = 0; i < 20; i++)
    bench_settle ();
  measure ("list-scroll", window, other, FALSE);
  measure ("list-jump", window, other, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (other));
  return 0;
}
