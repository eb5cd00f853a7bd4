/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-ledger.h"
#include "skh-timeline-report.h"

#include <string.h>

#define ON "2023-04-15"
#define FIRST_SPAN 9 /* of the columns */

static SkhReport *
make_report (SampleLedger *sample, SkhZoom zoom)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhTimelineOptions options = {
    .on = skh_date_parse_iso (ON),
    .period = skh_period_parse ("2023"),
    .zoom = zoom,
  };

  return skh_timeline_report_new (ledger, &options, SKH_PAPER_A3);
}

static void
test_filter_is_said (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autofree char *expected = NULL;
  g_autoptr (SkhReport) all = NULL, some = NULL;
  SkhTimelineOptions options = {
    .on = skh_date_parse_iso (ON),
    .period = skh_period_parse ("2023"),
  };

  all = skh_timeline_report_new (ledger, &options, SKH_PAPER_A3);
  g_assert_cmpstr (skh_report_get_title_block (all)->note, ==,
                   "Số liệu tính đến ngày 15/4/2023");
  options.section = skh_ledger_get_sections (ledger, NULL)[0].code;
  options.lead = skh_ledger_get_units (ledger, NULL)[0].code;
  options.state = SKH_TASK_OVERDUE;
  options.period = skh_period_parse ("2023-Q2");
  some = skh_timeline_report_new (ledger, &options, SKH_PAPER_A3);
  expected
    = g_strdup_printf ("Số liệu tính đến ngày 15/4/2023. Chỉ gồm nhiệm vụ: mục %s; "
                       "%s chủ trì; quá hạn; quý II năm 2023",
                       skh_ledger_get_sections (ledger, NULL)[0].code,
                       skh_ledger_get_units (ledger, NULL)[0].name);
  g_assert_cmpstr (skh_report_get_title_block (some)->note, ==, expected);
}

/* — Cells — */

/* One letter a column: . empty, b and B busy, g and G good, r and R bad, o ongoing; small
   for pale, a sign or a text in its place. */
static char *
dup_chart (SkhTable *table, const SkhRow *row)
{
  static const char letters[SKH_N_INKS] = {
    [SKH_INK_NONE] = '.',     [SKH_INK_BUSY] = 'B',      [SKH_INK_BUSY_FILL] = 'b',
    [SKH_INK_GOOD] = 'G',     [SKH_INK_GOOD_FILL] = 'g', [SKH_INK_BAD] = 'R',
    [SKH_INK_BAD_FILL] = 'r', [SKH_INK_WARNING] = 'W',   [SKH_INK_WARNING_FILL] = 'w',
    [SKH_INK_OFF_FILL] = 'o',
  };
  GString *text = g_string_new (NULL);

  for (guint i = FIRST_SPAN; i < skh_table_get_n_columns (table); i++)
    {
      const SkhCell *cell = &row->cells[i];

      g_string_append_c (text, letters[cell->fill]);
      if (cell->kind == SKH_CELL_TEXT && strcmp (cell->text, "–") != 0)
        g_string_append_printf (text, "(%s)", cell->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_charts (SampleLedger *sample, const char *const *expected)
{
  g_autoptr (SkhReport) report = make_report (sample, SKH_ZOOM_YEAR);
  SkhTable *table = skh_report_get_table (report, 0);
  const SkhRow *row;

  g_assert_cmpuint (skh_table_get_n_columns (table), ==, FIRST_SPAN + 24);
  for (; (row = skh_table_next_row (table)) != NULL; expected++)
    {
      g_autofree char *text = row->kind == SKH_ROW_GROUP
                                ? g_strconcat ("#", row->cells[0].text, NULL)
                                : dup_chart (table, row);

      g_assert_cmpstr (text, ==, *expected);
    }
  g_assert_null (*expected);
}

/* Task 1 by 31/3, 2 each quarter, 3 waits, 4 is ongoing, 5 by 30/6. */
static void
test_nothing_delivered (SampleLedger *sample, gconstpointer data)
{
  static const char *const expected[] = {
    "#II.1. Học tập",
    "rrrrrr(! 0/3)..................",
    ".....r(!).....b(◆).....b(◆).....b(◆)",
    "#III. Tổ chức thực hiện",
    ".(? chờ: hướng dẫn của tỉnh).......................",
    "oooooooooooooooooooooooo",
    "bbbbbbbbbbbb(0/3)............",
    NULL,
  };

  assert_charts (sample, expected);
}

static void
test_delivered (SampleLedger *sample, gconstpointer data)
{
  static const char *const expected[] = {
    "#II.1. Học tập",
    "GGGGGG(✔ 3/3)..................",
    ".....r(!).....b(◆).....b(◆).....b(◆)",
    "#III. Tổ chức thực hiện",
    ".(? chờ: hướng dẫn của tỉnh).......................",
    "oooooooooooooooooooooooo",
    "BBBBbbbbbbbb(… 1/3)............",
    NULL,
  };

  for (guint i = 1; i <= 3; i++)
    {
      char unit[] = { 'A', (char)('0' + i), '\0' };

      sample_ledger_deliver (sample, unit, "1", NULL, "2023-03-10");
    }
  sample_ledger_deliver (sample, "A1", "2", "2023-Q1", "2023-03-10");
  sample_ledger_deliver (sample, "A2", "5", NULL, "2023-04-01");
  assert_charts (sample, expected);
}

static void
test_columns (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhReport) year = make_report (sample, SKH_ZOOM_YEAR);
  g_autoptr (SkhReport) weeks = make_report (sample, SKH_ZOOM_QUARTER);
  SkhTable *table = skh_report_get_table (year, 0);
  guint n_marked = 0;

  for (guint i = 0; i < skh_table_get_n_columns (table); i++)
    n_marked += skh_table_get_column (table, i)->marked != FALSE;
  g_assert_cmpuint (n_marked, ==, 1);
  /* 1–15 April, of the second quarter */
  g_assert_true (skh_table_get_column (table, FIRST_SPAN + 6)->marked);
  g_assert_cmpstr (skh_table_get_column (table, FIRST_SPAN + 6)->title, ==, "1–15");
  g_assert_cmpstr (skh_table_get_column (table, FIRST_SPAN + 6)->group_title, ==,
                   "Tháng 4");
  g_assert_cmpstr (skh_table_get_column (table, FIRST_SPAN + 6)->top_title, ==,
                   "Quý II/2023");
  g_assert_cmpstr (skh_table_get_column (table, FIRST_SPAN + 3)->title, ==, "16–28");

  /* 2023 begins on a Sunday: a week of one day, then 52. */
  table = skh_report_get_table (weeks, 0);
  g_assert_cmpuint (skh_table_get_n_columns (table), ==, FIRST_SPAN + 53);
  g_assert_cmpstr (skh_table_get_column (table, FIRST_SPAN + 1)->title, ==, "2");
}

static void
test_counts (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhReport) report = NULL;
  SkhTable *table;
  const SkhRow *row;

  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-10");
  report = make_report (sample, SKH_ZOOM_YEAR);
  table = skh_report_get_table (report, 0);
  skh_table_next_row (table);
  row = skh_table_next_row (table);
  g_assert_cmpint (row->cells[3].date, ==, skh_date_new (2023, 1, 1));
  g_assert_cmpint (row->cells[4].date, ==, skh_date_new (2023, 3, 31));
  g_assert_cmpint (row->cells[5].number, ==, 1);
  g_assert_cmpint (row->cells[6].number, ==, 3);
  g_assert_cmpint (row->cells[7].number, ==, 2);
  g_assert_cmpfloat_with_epsilon (row->cells[8].ratio, 1.0 / 3, 1e-9);
}

/* — Picture — */

static double
measure_width (gpointer data, SkhFont font, const char *text)
{
  return 6.0 * (double)g_utf8_strlen (text, -1);
}

static double
measure_height (gpointer data, SkhFont font, double width, const char *text)
{
  double line = MAX (measure_width (data, font, text), 1);

  return 15 * (1 + (int)(line / MAX (width, 1)));
}

static SkhDrawing *
lay_out (SkhReport *report)
{
  SkhDrawing *drawing = skh_table_get_drawing (skh_report_get_table (report, 0));
  SkhTextMeasure measure = { measure_width, measure_height, NULL };

  g_assert_nonnull (drawing);
  skh_drawing_lay_out (drawing, 1100, &measure);
  return drawing;
}

/* How many of the texts drawn of a part are this one. */
static guint
count_texts (SkhDrawing *drawing, const SkhDrawingPart *part, const char *text)
{
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  const SkhPrimitive *primitives;
  guint n, found = 0;

  skh_drawing_draw (drawing, part, list);
  primitives = skh_display_list_get (list, &n);
  for (guint i = 0; i < n; i++)
    found += primitives[i].text != NULL && strcmp (primitives[i].text, text) == 0;
  return found;
}

static guint
count_in_rows (SkhDrawing *drawing, SkhPane pane, const char *text)
{
  guint found = 0;

  for (guint slice = 0; slice < drawing->n_slices; slice++)
    for (guint row = 0; row < drawing->n_rows; row++)
      {
        SkhDrawingPart part = { pane, slice, row, FALSE };

        found += count_texts (drawing, &part, text);
      }
  return found;
}

static guint
count_shapes (SkhDrawing *drawing, guint slice, guint row, SkhShape shape)
{
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  SkhDrawingPart part = { SKH_PANE_BODY, slice, row, FALSE };
  const SkhPrimitive *primitives;
  guint n, found = 0;

  skh_drawing_draw (drawing, &part, list);
  primitives = skh_display_list_get (list, &n);
  for (guint i = 0; i < n; i++)
    found += primitives[i].shape == shape;
  return found;
}

static void
test_slices (SampleLedger *sample, gconstpointer data)
{
  static const guint expected[] = { 1, 4, 12, 24 };

  for (SkhZoom zoom = SKH_ZOOM_YEAR; zoom <= SKH_ZOOM_WEEK; zoom++)
    {
      g_autoptr (SkhReport) report = make_report (sample, zoom);
      SkhDrawing *drawing = lay_out (report);

      g_assert_cmpuint (drawing->n_slices, ==, expected[zoom]);
      g_assert_cmpuint (drawing->n_rows, ==, 7);
      g_assert_cmpfloat_with_epsilon (drawing->side_width + drawing->body_width, 1100,
                                      0.01);
      /* The side stands on every slice. */
      g_assert_cmpuint (count_in_rows (drawing, SKH_PANE_SIDE, "Gửi kế hoạch"), ==,
                        drawing->n_slices);
    }
}

/* What stands beside a bar, and each milestone, is in one slice; at no zoom in two. */
static void
test_marks_once (SampleLedger *sample, gconstpointer data)
{
  for (SkhZoom zoom = SKH_ZOOM_YEAR; zoom <= SKH_ZOOM_WEEK; zoom++)
    {
      g_autoptr (SkhReport) report = make_report (sample, zoom);
      SkhDrawing *drawing = lay_out (report);
      guint n_diamonds = 0;

      g_assert_cmpuint (count_in_rows (drawing, SKH_PANE_BODY, "! 0/3"), ==, 1);
      g_assert_cmpuint (count_in_rows (drawing, SKH_PANE_BODY, "0/3"), ==, 1);
      for (guint slice = 0; slice < drawing->n_slices; slice++)
        n_diamonds += count_shapes (drawing, slice, 2, SKH_SHAPE_DIAMOND);
      g_assert_cmpuint (n_diamonds, ==, 4);
    }
}

/* A bar from January to June crosses two quarters and no more. */
static void
test_bars_go_on (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhReport) report = make_report (sample, SKH_ZOOM_QUARTER);
  SkhDrawing *drawing = lay_out (report);
  static const guint expected[] = { 1, 1, 0, 0 };

  for (guint slice = 0; slice < 4; slice++)
    g_assert_cmpuint (count_shapes (drawing, slice, 6, SKH_SHAPE_ROUND), ==,
                      expected[slice]);
}

static void
test_headings (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhReport) report = make_report (sample, SKH_ZOOM_QUARTER);
  SkhDrawing *drawing = lay_out (report);
  SkhDrawingPart again = { SKH_PANE_SIDE, 0, 0, TRUE };
  SkhDrawingPart head = { SKH_PANE_HEAD, 2, 0, FALSE };

  g_assert_cmpuint (skh_drawing_get_heading (drawing, 0), ==, 0);
  g_assert_cmpuint (skh_drawing_get_heading (drawing, 2), ==, 0);
  g_assert_cmpuint (skh_drawing_get_heading (drawing, 3), ==, 3);
  g_assert_cmpuint (skh_drawing_get_heading (drawing, 6), ==, 3);
  g_assert_cmpuint (count_texts (drawing, &again, "II.1. Học tập (tiếp theo)"), ==, 1);
  g_assert_cmpuint (count_texts (drawing, &head, "Quý III/2023"), ==, 1);
  g_assert_cmpuint (count_texts (drawing, &head, "Quý II/2023"), ==, 0);
  g_assert_cmpuint (count_texts (drawing, &head, "3/7"), ==, 1);
}

/* Nothing that is drawn of a row stands higher or lower than the row. */
static void
test_rows_hold_their_texts (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhReport) report = make_report (sample, SKH_ZOOM_YEAR);
  SkhDrawing *drawing = lay_out (report);

  for (guint row = 0; row < drawing->n_rows; row++)
    for (SkhPane pane = SKH_PANE_SIDE; pane <= SKH_PANE_BODY; pane++)
      {
        g_autoptr (SkhDisplayList) list = skh_display_list_new ();
        SkhDrawingPart part = { pane, 0, row, FALSE };
        double height = skh_drawing_get_row_height (drawing, row);
        const SkhPrimitive *primitives;
        guint n;

        skh_drawing_draw (drawing, &part, list);
        primitives = skh_display_list_get (list, &n);
        g_assert_cmpuint (n, >, 0);
        for (guint i = 0; i < n; i++)
          {
            g_assert_cmpfloat (primitives[i].y, >=, 0);
            g_assert_cmpfloat (primitives[i].y + primitives[i].h, <=, height + 0.01);
          }
      }
}

#define ADD(name, func)                                                                  \
  g_test_add ("/timeline-report/" name, SampleLedger, NULL, sample_ledger_set_up, func,  \
              sample_ledger_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-delivered", test_nothing_delivered);
  ADD ("delivered", test_delivered);
  ADD ("filter-is-said", test_filter_is_said);
  ADD ("columns", test_columns);
  ADD ("counts", test_counts);
  ADD ("slices", test_slices);
  ADD ("marks-once", test_marks_once);
  ADD ("bars-go-on", test_bars_go_on);
  ADD ("headings", test_headings);
  ADD ("rows-hold-their-texts", test_rows_hold_their_texts);
  return g_test_run ();
}
