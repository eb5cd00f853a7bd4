/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-test-table.h"
#include "skh-timeline-axis.h"

/* A leap year too: its first of March stands a day further on. */
static const struct place_row
{
  int year;
  SkhZoom zoom;
  double room;
  const char *day;
  double x;
} places[] = {
  { 2023, SKH_ZOOM_YEAR, 730, "2023-01-01", 0 },
  { 2023, SKH_ZOOM_YEAR, 730, "2023-01-02", 2 },
  { 2023, SKH_ZOOM_YEAR, 730, "2023-03-01", 118 },
  { 2023, SKH_ZOOM_YEAR, 730, "2023-12-31", 728 },
  { 2024, SKH_ZOOM_YEAR, 732, "2024-03-01", 120 },
  { 2024, SKH_ZOOM_YEAR, 732, "2024-12-31", 730 },
  /* days of other years stand at this one's ends */
  { 2023, SKH_ZOOM_YEAR, 730, "2022-12-31", 0 },
  { 2023, SKH_ZOOM_YEAR, 730, "2024-01-01", 730 },
  { 2023, SKH_ZOOM_YEAR, 730, "2030-06-01", 730 },
  /* a year keeps a least width in a room too small, or in none */
  { 2023, SKH_ZOOM_YEAR, 10, "2023-01-11", 16 },
  { 2023, SKH_ZOOM_YEAR, -50, "2023-01-11", 16 },
  /* the room says nothing at the other zooms */
  { 2023, SKH_ZOOM_QUARTER, 730, "2023-01-11", 80 },
  { 2023, SKH_ZOOM_MONTH, 730, "2023-01-11", 200 },
  { 2023, SKH_ZOOM_WEEK, 730, "2023-01-11", 440 },
};

static void
test_place (gconstpointer data)
{
  const struct place_row *row = data;
  SkhTimelineAxis axis = skh_timeline_axis_new (row->year, row->zoom, row->room);
  SkhDate day = skh_date_parse_iso (row->day);

  g_assert_cmpfloat_with_epsilon (skh_timeline_axis_get_x (&axis, day), row->x, 1e-6);
}

/* Every day of the year is found again anywhere on its stretch. */
static void
test_there_and_back (gconstpointer data)
{
  SkhTimelineAxis axis = skh_timeline_axis_new (2024, GPOINTER_TO_INT (data), 366 * 2.75);

  for (SkhDate day = axis.first; day <= axis.last; day++)
    {
      double x = skh_timeline_axis_get_x (&axis, day);

      g_assert_cmpint (skh_timeline_axis_get_day (&axis, x + 0.01), ==, day);
      g_assert_cmpint (skh_timeline_axis_get_day (&axis, x + axis.day_width - 0.01), ==,
                       day);
    }
  g_assert_cmpint (skh_timeline_axis_get_day (&axis, -1000), ==, axis.first);
  g_assert_cmpint (skh_timeline_axis_get_day (&axis, 1e9), ==, axis.last);
}

/* Several years stand on one line; a year fills the room whatever follows it. */
static const struct span_row
{
  int first, last;
  SkhZoom zoom;
  double room;
  const char *day;
  double x;
} spans[] = {
  { 2022, 2026, SKH_ZOOM_YEAR, 730, "2022-01-01", 0 },
  { 2022, 2026, SKH_ZOOM_YEAR, 730, "2023-01-01", 730 },
  { 2022, 2026, SKH_ZOOM_YEAR, 730, "2024-03-01", 1460 + 120 },
  { 2022, 2026, SKH_ZOOM_YEAR, 730, "2026-12-31", (365 * 5) * 2 },
  { 2022, 2026, SKH_ZOOM_YEAR, 730, "2027-01-01", (365 * 5 + 1) * 2 },
  { 2022, 2026, SKH_ZOOM_YEAR, 730, "2031-05-05", (365 * 5 + 1) * 2 },
  { 2022, 2026, SKH_ZOOM_WEEK, 730, "2023-01-01", 365 * 44 },
  { 2024, 2025, SKH_ZOOM_YEAR, 732, "2025-01-01", 732 },
  { 2023, 2023, SKH_ZOOM_YEAR, 730, "2023-12-31", 728 },
};

static void
test_span (gconstpointer data)
{
  const struct span_row *row = data;
  SkhTimelineAxis axis
    = skh_timeline_axis_new_span (row->first, row->last, row->zoom, row->room);

  g_assert_cmpfloat_with_epsilon (skh_timeline_axis_get_x (&axis,
                                                           skh_date_parse_iso (row->day)),
                                  row->x, 1e-6);
}

static const struct tick_row
{
  SkhZoom zoom;
  gboolean upper;
  const char *from, *to; /* days: all ticks that touch the stretch between */
  const char *texts;     /* joined by | */
  int last_year;         /* or 0: the axis is 2023 */
} tick_rows[] = {
  { SKH_ZOOM_YEAR, TRUE, "2023-01-01", "2023-12-31",
    "Quarter I|Quarter II|Quarter III|Quarter IV" },
  { SKH_ZOOM_YEAR, FALSE, "2023-01-01", "2023-12-31",
    "M1|M2|M3|M4|M5|M6|M7|M8|M9|M10|M11|M12" },
  { SKH_ZOOM_YEAR, FALSE, "2023-02-10", "2023-04-05", "M2|M3|M4" },
  { SKH_ZOOM_QUARTER, TRUE, "2023-04-10", "2023-08-05", "Quarter II|Quarter III" },
  { SKH_ZOOM_QUARTER, FALSE, "2023-04-12", "2023-04-26", "10/4|17/4|24/4" },
  { SKH_ZOOM_MONTH, TRUE, "2023-01-20", "2023-02-10", "M1|M2" },
  /* 1 January 2023 was a Sunday: a week of one day */
  { SKH_ZOOM_MONTH, FALSE, "2023-01-01", "2023-01-13", "1/1|2/1|9/1" },
  /* and the last week ends with the year, a Sunday */
  { SKH_ZOOM_MONTH, FALSE, "2023-12-20", "2023-12-31", "18/12|25/12" },
  { SKH_ZOOM_WEEK, TRUE, "2023-06-29", "2023-07-02", "M6|M7" },
  { SKH_ZOOM_WEEK, FALSE, "2023-06-29", "2023-07-02", "29/6|30/6|1/7|2/7" },
  /* of several years, the upper row says which */
  { SKH_ZOOM_YEAR, TRUE, "2023-09-01", "2024-02-01",
    "Quarter III/2023|Quarter IV/2023|Quarter I/2024", 2025 },
  { SKH_ZOOM_YEAR, FALSE, "2023-12-05", "2024-02-01", "M12|M1|M2", 2025 },
  { SKH_ZOOM_WEEK, TRUE, "2023-12-30", "2024-01-02", "M12/2023|M1/2024", 2024 },
  { SKH_ZOOM_WEEK, FALSE, "2023-12-30", "2024-01-02", "30/12|31/12|1/1|2/1", 2024 },
  /* a week goes through the turn of the year */
  { SKH_ZOOM_MONTH, FALSE, "2024-12-24", "2025-01-07", "23/12|30/12|6/1", 2025 },
};

static void
test_ticks (gconstpointer data)
{
  const struct tick_row *row = data;
  SkhTimelineAxis axis
    = skh_timeline_axis_new_span (2023, MAX (row->last_year, 2023), row->zoom, 730);
  double from = skh_timeline_axis_get_x (&axis, skh_date_parse_iso (row->from)) + 0.5;
  double to = skh_timeline_axis_get_x (&axis, skh_date_parse_iso (row->to)) + 0.5;
  g_autoptr (GArray) ticks
    = skh_timeline_axis_list_ticks (&axis, row->zoom, row->upper, from, to);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      char text[SKH_TICK_TEXT_SIZE];

      skh_timeline_axis_write_tick (&axis, &g_array_index (ticks, SkhTick, i), row->upper,
                                    text);
      g_string_append_printf (texts, "%s%s", i > 0 ? "|" : "", text);
    }
  g_assert_cmpstr (texts->str, ==, row->texts);
}

/* At each zoom the ticks of a row cover the years, without a gap and without an overlap,
   and each heading names the day its stretch begins on. */
static void
assert_tiled (const SkhTimelineAxis *axis, SkhZoom zoom, gboolean upper)
{
  double width = skh_timeline_axis_get_width (axis), x = 0;
  g_autoptr (GArray) ticks = skh_timeline_axis_list_ticks (axis, zoom, upper, 0, width);

  for (guint i = 0; i < ticks->len; i++)
    {
      const SkhTick *tick = &g_array_index (ticks, SkhTick, i);

      g_assert_cmpfloat_with_epsilon (tick->x, x, 1e-6);
      g_assert_cmpfloat_with_epsilon (tick->x,
                                      skh_timeline_axis_get_x (axis, tick->first), 1e-6);
      g_assert_cmpfloat (tick->width, >, 0);
      x = tick->x + tick->width;
    }
  g_assert_cmpfloat_with_epsilon (x, width, 1e-6);
}

/* A stretch of the axis gets the ticks of that stretch, whichever part is asked for. */
static void
assert_same_in_parts (const SkhTimelineAxis *axis, SkhZoom zoom, gboolean upper)
{
  double width = skh_timeline_axis_get_width (axis);
  g_autoptr (GArray) all = skh_timeline_axis_list_ticks (axis, zoom, upper, 0, width);

  for (double from = 0; from + 700 < width; from += 311)
    {
      g_autoptr (GArray) part
        = skh_timeline_axis_list_ticks (axis, zoom, upper, from, from + 700);
      guint first = 0;

      while (g_array_index (all, SkhTick, first).first
             != g_array_index (part, SkhTick, 0).first)
        first++;
      g_assert_cmpfloat (g_array_index (part, SkhTick, 0).x, <=, from);
      for (guint i = 0; i < part->len; i++)
        {
          const SkhTick *one = &g_array_index (all, SkhTick, first + i);
          const SkhTick *other = &g_array_index (part, SkhTick, i);

          g_assert_cmpint (one->first, ==, other->first);
          g_assert_cmpfloat (one->width, ==, other->width);
          g_assert_cmpint (one->kind, ==, other->kind);
        }
    }
}

static void
test_ticks_tile (gconstpointer data)
{
  SkhZoom zoom = GPOINTER_TO_INT (data);
  SkhTimelineAxis axes[] = { skh_timeline_axis_new (2024, zoom, 1098),
                             skh_timeline_axis_new_span (2022, 2026, zoom, 1098) };

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    for (int upper = 0; upper <= 1; upper++)
      {
        assert_tiled (&axes[i], zoom, upper);
        assert_same_in_parts (&axes[i], zoom, upper);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  skh_test_add_table ("/timeline-axis/place", places, test_place);
  skh_test_add_table ("/timeline-axis/span", spans, test_span);
  skh_test_add_table ("/timeline-axis/ticks", tick_rows, test_ticks);
  for (int zoom = SKH_ZOOM_YEAR; zoom <= SKH_ZOOM_WEEK; zoom++)
    {
      g_autofree char *back = g_strdup_printf ("/timeline-axis/there-and-back/%d", zoom);
      g_autofree char *tile = g_strdup_printf ("/timeline-axis/ticks-tile/%d", zoom);

      g_test_add_data_func (back, GINT_TO_POINTER (zoom), test_there_and_back);
      g_test_add_data_func (tile, GINT_TO_POINTER (zoom), test_ticks_tile);
    }
  return g_test_run ();
}
