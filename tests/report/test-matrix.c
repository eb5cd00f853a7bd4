/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-draft.h"
#include "sample-ledger.h"
#include "skh-matrix-text.h"

#define ON "2023-04-15"

static SkhMatrixFilter
get_filter (const char *period)
{
  return (SkhMatrixFilter){
    .period = skh_period_parse (period),
    .on = skh_date_parse_iso (ON),
    .section = SKH_NO_INDEX,
  };
}

static void
append (GString *text, const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", word);
}

/* The short titles of the columns as the head draws them. */
static void
assert_columns (SkhMatrix *matrix, const char *expected)
{
  SkhRect area = { 0, 0, 1e6, SKH_MATRIX_HEAD_HEIGHT };
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const SkhPrimitive *primitives;
  guint n;

  skh_matrix_draw_head (matrix, &area, list);
  primitives = skh_display_list_get (list, &n);
  for (guint i = 0; i < n; i++)
    if (primitives[i].text != NULL)
      append (text, primitives[i].text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_rows (SkhMatrix *matrix, SkhLedger *ledger, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < skh_matrix_get_n_rows (matrix); row++)
    append (text,
            skh_ledger_get_units (ledger, NULL)[skh_matrix_get_unit (matrix, row)].code);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Columns by the day they fall due, those without one last; a quarter is a column. */
static void
test_columns (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhMatrix) year = skh_matrix_new (ledger, &filter);
  g_autoptr (SkhMatrix) quarter = NULL, section = NULL, group = NULL;

  assert_columns (year, "Gửi kế hoạch|31/3|Báo cáo sinh hoạt quý quarter I|31/3|"
                        "Báo cáo sinh hoạt quý quarter II|30/6|Sinh hoạt chi bộ|30/6|"
                        "Báo cáo sinh hoạt quý quarter III|30/9|"
                        "Báo cáo sinh hoạt quý quarter IV|31/12|Tổng hợp|?|Theo dõi|—");
  assert_rows (year, ledger, "A1|A2|A3|B1");

  filter = get_filter ("2023-Q2");
  quarter = skh_matrix_new (ledger, &filter);
  assert_columns (quarter, "Báo cáo sinh hoạt quý quarter II|30/6|Sinh hoạt chi bộ|30/6|"
                           "Tổng hợp|?|Theo dõi|—");

  filter = get_filter ("2023");
  filter.section = skh_ledger_find_section (ledger, "III");
  section = skh_matrix_new (ledger, &filter);
  assert_columns (section, "Sinh hoạt chi bộ|30/6|Tổng hợp|?|Theo dõi|—");

  filter = get_filter ("2023-Q1");
  filter.group = "A";
  group = skh_matrix_new (ledger, &filter);
  assert_columns (group, "Gửi kế hoạch|31/3|Báo cáo sinh hoạt quý quarter I|31/3");
  assert_rows (group, ledger, "A1|A2|A3");
}

/* A title that ends with the word for a period, or names one, does not say it twice. */
static void
test_period_titles (void)
{
  static const char *const titles[][2] = {
    { "Report of the quarter", "Report of the quarter I" },
    { "Report, quarter I", "Report, quarter I" },
    { "Headquarter", "Headquarter quarter I" },
    { "quarter", "quarter quarter I" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (SkhPlanDraft) draft = sample_draft_new ();
      g_autofree char *heads
        = g_strconcat ("Gửi kế hoạch|31/3|", titles[i][1], "|31/3", NULL);
      SkhMatrixFilter filter = get_filter ("2023-Q1");
      g_autoptr (SkhMatrix) matrix = NULL;
      g_autoptr (SkhLedger) ledger = NULL;
      SampleLedger sample;

      g_array_index (draft->tasks, SkhTaskDraft, 1).short_title = titles[i][0];
      sample_ledger_create (&sample, draft);
      ledger = sample_ledger_load (&sample);
      filter.group = "A";
      matrix = skh_matrix_new (ledger, &filter);
      assert_columns (matrix, heads);
      sample_ledger_tear_down (&sample, NULL);
    }
}

/* What is done by all leaves the table; whoever has something left stays. */
static void
test_only_unfinished (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhMatrix) matrix = NULL, none = NULL;
  SkhMatrixFilter filter = get_filter ("2023-Q1");

  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  sample_ledger_deliver (sample, "A2", "1", NULL, "2023-03-30");
  sample_ledger_set_state (sample, "A3", "1", NULL, SKH_STATE_NOT_APPLICABLE);
  sample_ledger_deliver (sample, "A1", "2", "2023-Q1", "2023-03-30");
  ledger = sample_ledger_load (sample);
  filter.group = "A";
  filter.only_unfinished = TRUE;
  matrix = skh_matrix_new (ledger, &filter);
  assert_columns (matrix, "Báo cáo sinh hoạt quý quarter I|31/3");
  assert_rows (matrix, ledger, "A2|A3");

  filter.group = "NOBODY";
  none = skh_matrix_new (ledger, &filter);
  g_assert_cmpuint (skh_matrix_get_n_rows (none), ==, 0);
  g_assert_cmpuint (skh_matrix_get_n_columns (none), ==, 0);
}

/* Every line that the period lists stands in one cell, and is found there. */
static void
test_find (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhMatrix) matrix = skh_matrix_new (ledger, &filter);
  guint n, row, column, n_found = 0;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (skh_matrix_find (matrix, i, &row, &column));
      g_assert_cmpuint (skh_matrix_get_assignment (matrix, row, column), ==, i);
      g_assert_cmpuint (skh_matrix_get_unit (matrix, row), ==, lines[i].unit);
      g_assert_cmpuint (skh_matrix_get_task (matrix, column), ==, lines[i].task);
    }
  for (row = 0; row < skh_matrix_get_n_rows (matrix); row++)
    for (column = 0; column < skh_matrix_get_n_columns (matrix); column++)
      n_found += skh_matrix_get_assignment (matrix, row, column) != SKH_NO_INDEX;
  g_assert_cmpuint (n_found, ==, n);
}

/* — What is drawn — */

static const struct cell_row
{
  const char *unit, *task, *period;
  const char *delivered; /* a day, or NULL with the state */
  SkhState state;
  const char *sign;
  SkhInk fill;
  const char *name;
} cells[] = {
  { "A1", "2", "2023-Q1", "2023-03-31", SKH_STATE_DELIVERED, "✔!", SKH_INK_GOOD_FILL,
    "Đảng ủy xã Mẫu Một, Báo cáo sinh hoạt quý quarter I, delivered on time, on "
    "31/3/2023, a document or figure is missing" },
  { "A2", "5", NULL, "2023-04-03", SKH_STATE_DELIVERED, "✔", SKH_INK_GOOD_FILL,
    "Đảng ủy xã Mẫu Hai, Sinh hoạt chi bộ, delivered on time, on 3/4/2023" },
  { "A2", "1", NULL, "2023-04-03", SKH_STATE_DELIVERED, "◐!", SKH_INK_WARNING_FILL,
    "Đảng ủy xã Mẫu Hai, Gửi kế hoạch, delivered on 3/4/2023, late by 3 days, "
    "a document or figure is missing" },
  { "A3", "1", NULL, NULL, SKH_STATE_NOT_STARTED, "✖", SKH_INK_BAD_FILL,
    "Đảng ủy xã Mẫu Ba, Gửi kế hoạch, overdue by 15 days" },
  { "A3", "1", NULL, NULL, SKH_STATE_IN_PROGRESS, "✖", SKH_INK_BAD_FILL,
    "Đảng ủy xã Mẫu Ba, Gửi kế hoạch, in progress, overdue by 15 days" },
  { "A3", "1", NULL, NULL, SKH_STATE_NOT_APPLICABLE, "–", SKH_INK_OFF_FILL,
    "Đảng ủy xã Mẫu Ba, Gửi kế hoạch, not applicable, reason: a test's reason" },
  { "A3", "5", NULL, NULL, SKH_STATE_IN_PROGRESS, "…", SKH_INK_BUSY_FILL,
    "Đảng ủy xã Mẫu Ba, Sinh hoạt chi bộ, in progress, 76 days left" },
  { "A3", "5", NULL, NULL, SKH_STATE_REWORK, "↺", SKH_INK_WARNING_FILL,
    "Đảng ủy xã Mẫu Ba, Sinh hoạt chi bộ, sent back for rework, 76 days left" },
  { "A3", "5", NULL, NULL, SKH_STATE_NOT_STARTED, NULL, SKH_INK_NONE,
    "Đảng ủy xã Mẫu Ba, Sinh hoạt chi bộ, 76 days left" },
  /* delivered after the day from which the table is seen: not yet */
  { "A3", "1", NULL, "2023-04-16", SKH_STATE_DELIVERED, "✖", SKH_INK_BAD_FILL,
    "Đảng ủy xã Mẫu Ba, Gửi kế hoạch, overdue by 15 days" },
};

static void
change (SampleLedger *sample, const struct cell_row *row)
{
  if (row->delivered != NULL)
    sample_ledger_deliver (sample, row->unit, row->task, row->period, row->delivered);
  else
    sample_ledger_set_state (sample, row->unit, row->task, row->period, row->state);
}

static void
assert_cell (SampleLedger *sample, const struct cell_row *expected)
{
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhMatrix) matrix = NULL;
  g_autofree char *name = NULL;
  const char *sign = NULL;
  SkhInk fill = SKH_INK_NONE;
  guint row, column, n;
  SkhRect area;

  ledger = sample_ledger_load (sample);
  matrix = skh_matrix_new (ledger, &filter);
  g_assert_true (skh_matrix_find (matrix,
                                  sample_ledger_find (ledger, expected->unit,
                                                      expected->task, expected->period),
                                  &row, &column));
  name = skh_matrix_dup_cell_name (matrix, row, column);
  g_assert_cmpstr (name, ==, expected->name);

  area = (SkhRect){ (double)column * SKH_MATRIX_COLUMN_WIDTH + 1,
                    (double)row * SKH_MATRIX_ROW_HEIGHT + 1, SKH_MATRIX_COLUMN_WIDTH - 2,
                    SKH_MATRIX_ROW_HEIGHT - 2 };
  skh_matrix_draw_body (matrix, &area, list);
  for (const SkhPrimitive *p = skh_display_list_get (list, &n); n > 0; n--, p++)
    if (p->text != NULL)
      sign = p->text;
    else if (p->ink != SKH_INK_LINE)
      fill = p->ink;
  g_assert_cmpstr (sign, ==, expected->sign);
  g_assert_cmpint (fill, ==, expected->fill);
}

/* Each row by itself: what it changes is taken back. */
static void
test_cells (SampleLedger *sample, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_test_message ("cell %u: %s", i + 1, cells[i].name);
      change (sample, &cells[i]);
      assert_cell (sample, &cells[i]);
      if (cells[i].state != SKH_STATE_NOT_STARTED)
        sample_ledger_undo (sample);
    }
}

/* Eleven of twelve: a bar along the foot of the cell, as long as its share. */
static void
test_partial (SampleLedger *sample, gconstpointer data)
{
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhMatrix) matrix = NULL;
  g_autofree char *name = NULL;
  guint row, column, n, n_bars = 0;
  SkhRect area;

  sample_ledger_count (sample, "A3", "5", NULL, 11, 12);
  ledger = sample_ledger_load (sample);
  matrix = skh_matrix_new (ledger, &filter);
  g_assert_true (skh_matrix_find (matrix, sample_ledger_find (ledger, "A3", "5", NULL),
                                  &row, &column));
  name = skh_matrix_dup_cell_name (matrix, row, column);
  g_assert_cmpstr (name, ==,
                   "Đảng ủy xã Mẫu Ba, Sinh hoạt chi bộ, in progress, 76 days left, "
                   "done: 11/12");
  area = (SkhRect){ (double)column * SKH_MATRIX_COLUMN_WIDTH + 1,
                    (double)row * SKH_MATRIX_ROW_HEIGHT + 1, SKH_MATRIX_COLUMN_WIDTH - 2,
                    SKH_MATRIX_ROW_HEIGHT - 2 };
  skh_matrix_draw_body (matrix, &area, list);
  for (const SkhPrimitive *p = skh_display_list_get (list, &n); n > 0; n--, p++)
    if (p->text == NULL && p->ink == SKH_INK_BUSY)
      {
        g_assert_cmpfloat_with_epsilon (p->w, (SKH_MATRIX_COLUMN_WIDTH - 1) * 11 / 12.0,
                                        0.01);
        n_bars++;
      }
  g_assert_cmpuint (n_bars, ==, 1);
}

static void
test_not_owed (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhMatrix) matrix = skh_matrix_new (ledger, &filter);
  g_autofree char *name = skh_matrix_dup_cell_name (matrix, 3, 0);

  g_assert_cmpuint (skh_matrix_get_assignment (matrix, 3, 0), ==, SKH_NO_INDEX);
  g_assert_cmpstr (name, ==, "Ban Tuyên giáo mẫu, Gửi kế hoạch, not owed");
}

/* Completeness is the ledger's own, cut to whole percents so that only all is 100%. */
static void
test_side (SampleLedger *sample, gconstpointer data)
{
  SkhRect area = { 0, 0, SKH_MATRIX_SIDE_WIDTH, SKH_MATRIX_ROW_HEIGHT };
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhMatrix) matrix = NULL;
  guint n;

  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  sample_ledger_deliver (sample, "A1", "2", "2023-Q1", "2023-03-30");
  sample_ledger_deliver (sample, "A1", "2", "2023-Q2", "2023-04-10");
  sample_ledger_deliver (sample, "A1", "5", NULL, "2023-04-10");
  ledger = sample_ledger_load (sample);
  matrix = skh_matrix_new (ledger, &filter);
  skh_matrix_draw_side (matrix, &area, list);
  for (const SkhPrimitive *p = skh_display_list_get (list, &n); n > 0; n--, p++)
    if (p->text != NULL)
      append (text, p->text);
  g_assert_cmpstr (text->str, ==, "A1|66%");
}

static const struct area_row
{
  SkhRect area;
  guint n_cells;
} areas[] = {
  { { 0, 0, 1, 1 }, 1 },           { { 44, 26, 44, 26 }, 1 },  { { 43, 25, 2, 2 }, 4 },
  { { 0, 0, 88, 52 }, 4 },         { { 10, 10, 88, 52 }, 9 },  { { 0, 0, 1e6, 1e6 }, 32 },
  { { -100, -100, 101, 101 }, 1 }, { { 352, 0, 100, 26 }, 0 }, { { 0, 104, 44, 100 }, 0 },
};

/* Cells out of sight cost nothing: B1's owed cells and the others' empty ones are told
   apart by their ink, so each cell in sight is counted by its fill. */
static void
test_areas (SampleLedger *sample, gconstpointer data)
{
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhMatrix) matrix = NULL;
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();

  for (guint unit = 0; unit < 3; unit++)
    {
      const char *codes[] = { "A1", "A2", "A3" };
      const char *quarters[] = { "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4" };

      for (guint i = 0; i < 4; i++)
        sample_ledger_set_state (sample, codes[unit], "2", quarters[i],
                                 SKH_STATE_IN_PROGRESS);
      sample_ledger_set_state (sample, codes[unit], "5", NULL, SKH_STATE_IN_PROGRESS);
    }
  sample_ledger_set_state (sample, "B1", "3", NULL, SKH_STATE_IN_PROGRESS);
  sample_ledger_set_state (sample, "B1", "4", NULL, SKH_STATE_IN_PROGRESS);
  ledger = sample_ledger_load (sample);
  matrix = skh_matrix_new (ledger, &filter);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      guint n, n_cells = 0;

      g_test_message ("area %u", i + 1);
      skh_display_list_clear (list);
      skh_matrix_draw_body (matrix, &areas[i].area, list);
      for (const SkhPrimitive *p = skh_display_list_get (list, &n); n > 0; n--, p++)
        n_cells += p->shape == SKH_SHAPE_RECT && p->ink != SKH_INK_LINE;
      g_assert_cmpuint (n_cells, ==, areas[i].n_cells);
    }
}

/* Large text has rows and columns to match; the usual one what it always had. */
static void
test_sizes (SampleLedger *sample, gconstpointer data)
{
  static const int heights[] = { 0, 12, 16, 24, 33, 48 };
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhMatrixFilter filter = get_filter ("2023");

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (SkhDisplayList) list = skh_display_list_new ();
      g_autoptr (SkhMatrix) matrix = NULL;
      const SkhMatrixSizes *sizes;
      guint n;

      filter.text_height = heights[i];
      matrix = skh_matrix_new (ledger, &filter);
      sizes = skh_matrix_get_sizes (matrix);
      if (heights[i] <= 16)
        g_assert_cmpint (sizes->row, ==, SKH_MATRIX_ROW_HEIGHT);
      skh_matrix_draw_side (matrix, &(SkhRect){ 0, 0, sizes->side, 1000 }, list);
      skh_matrix_draw_corner (matrix, list);
      for (const SkhPrimitive *p = skh_display_list_get (list, &n); n > 0; n--, p++)
        {
          g_assert_cmpfloat (p->x + p->w, <=, sizes->side);
          if (p->shape == SKH_SHAPE_TEXT)
            g_assert_cmpfloat (p->h, >=, heights[i]);
        }
    }
}

/* — Outline, order, folds — */

static void
assert_outline (SkhMatrix *matrix, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < skh_matrix_get_n_rows (matrix); row++)
    {
      static const char *const folds[] = { "", "-", "+" };
      g_autofree char *word
        = g_strconcat (folds[skh_matrix_get_fold (matrix, row)],
                       skh_matrix_get_unit (matrix, row) == SKH_NO_INDEX ? "#" : "",
                       skh_matrix_get_code (matrix, row), NULL);

      append (text, word);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* B1 stands in no group and comes first; headings count what their units owe, folded away
   or not. */
static void
test_outline (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhMatrix) open = NULL, closed = NULL;
  g_autofree char *head = NULL, *folded_head = NULL, *cell = NULL;

  sample_ledger_deliver (sample, "A2", "1", NULL, "2023-03-30");
  ledger = sample_ledger_load (sample);
  filter.outline = TRUE;
  open = skh_matrix_new (ledger, &filter);
  assert_outline (open, "B1|-#A|A1|A2|A3");
  head = skh_matrix_dup_row_name (open, 1);
  g_assert_cmpstr (head, ==, "Các đảng ủy mẫu, 1 of 18 delivered");
  cell = skh_matrix_dup_cell_name (open, 1, 0);
  g_assert_cmpstr (cell, ==, "Các đảng ủy mẫu, Gửi kế hoạch, 1 of 3 delivered");
  g_assert_cmpuint (skh_matrix_get_assignment (open, 1, 0), ==, SKH_NO_INDEX);

  filter.folded = folded;
  g_hash_table_add (folded, (gpointer) "A");
  closed = skh_matrix_new (ledger, &filter);
  assert_outline (closed, "B1|+#A");
  g_assert_cmpuint (skh_matrix_get_n_units (closed), ==, 4);
  folded_head = skh_matrix_dup_row_name (closed, 1);
  g_assert_cmpstr (folded_head, ==, head);
}

static void
test_order (SampleLedger *sample, gconstpointer data)
{
  SkhMatrixFilter filter = get_filter ("2023-Q1");
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhMatrix) least = NULL, most = NULL, overdue = NULL;

  sample_ledger_deliver (sample, "A3", "1", NULL, "2023-03-30");
  sample_ledger_deliver (sample, "A3", "2", "2023-Q1", "2023-03-30");
  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  ledger = sample_ledger_load (sample);
  filter.group = "A";
  filter.outline = TRUE;
  filter.order = SKH_MATRIX_LEAST_DONE_FIRST;
  least = skh_matrix_new (ledger, &filter);
  assert_outline (least, "A2|A1|A3");
  filter.order = SKH_MATRIX_MOST_DONE_FIRST;
  most = skh_matrix_new (ledger, &filter);
  assert_outline (most, "A3|A1|A2");

  filter.order = SKH_MATRIX_PLAN_ORDER;
  filter.only_overdue = TRUE;
  overdue = skh_matrix_new (ledger, &filter);
  assert_outline (overdue, "-#A|A1|A2");
}

/* What was done shows before it is on disk; a refused cell says why. */
static void
test_pending_and_mark (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhMatrixFilter filter = get_filter ("2023");
  g_autoptr (SkhMatrix) matrix = skh_matrix_new (ledger, &filter);
  g_autofree char *pending = NULL, *marked = NULL, *unmarked = NULL;

  skh_matrix_set_pending (matrix, skh_matrix_get_assignment (matrix, 0, 0),
                          SKH_STATE_DELIVERED, skh_date_new (2023, 4, 3));
  pending = skh_matrix_dup_cell_name (matrix, 0, 0);
  g_assert_cmpstr (
    pending, ==,
    "Đảng ủy xã Mẫu Một, Gửi kế hoạch, delivered on 3/4/2023, late by 3 days, "
    "a document or figure is missing");
  skh_matrix_set_mark (matrix, 1, 0, "This is no day.");
  marked = skh_matrix_dup_cell_name (matrix, 1, 0);
  g_assert_cmpstr (
    marked, ==, "Đảng ủy xã Mẫu Hai, Gửi kế hoạch, overdue by 15 days. This is no day.");
  skh_matrix_set_mark (matrix, 1, 0, NULL);
  unmarked = skh_matrix_dup_cell_name (matrix, 1, 0);
  g_assert_cmpstr (unmarked, ==, "Đảng ủy xã Mẫu Hai, Gửi kế hoạch, overdue by 15 days");
}

/* — Cells as text — */

static const struct paste_row
{
  const char *text;
  int state; /* -1: refused; -2: says nothing */
  const char *day, *reason;
} pastes[] = {
  { "", -2, NULL, NULL },
  { "  ", -2, NULL, NULL },
  { "12/4/2023", SKH_STATE_DELIVERED, "2023-04-12", NULL },
  { "12/4", SKH_STATE_DELIVERED, "2023-04-12", NULL },
  { "2023-04-12", SKH_STATE_DELIVERED, "2023-04-12", NULL },
  { "đã nộp 12/4", SKH_STATE_DELIVERED, "2023-04-12", NULL },
  { "x", SKH_STATE_DELIVERED, ON, NULL },
  { "✔", SKH_STATE_DELIVERED, ON, NULL },
  { "ĐÃ NỘP", SKH_STATE_DELIVERED, ON, NULL },
  { "da nop", SKH_STATE_DELIVERED, ON, NULL },
  { "đang thực hiện", SKH_STATE_IN_PROGRESS, NULL, NULL },
  { "…", SKH_STATE_IN_PROGRESS, NULL, NULL },
  { "in progress", SKH_STATE_IN_PROGRESS, NULL, NULL },
  { "trả lại", SKH_STATE_REWORK, NULL, NULL },
  { "không áp dụng: không có đảng viên", SKH_STATE_NOT_APPLICABLE, NULL,
    "không có đảng viên" },
  { "28/12/2022", SKH_STATE_DELIVERED, "2022-12-28", NULL },
  { "1/1/2022", SKH_STATE_DELIVERED, "2022-01-01", NULL },
  { "31/12/2021", -1, NULL, NULL },
  { "16/4/2023", -1, NULL, NULL },
  { "31/6", -1, NULL, NULL },
  { "đã nộp 16/4", -1, NULL, NULL },
  { "không áp dụng", -1, NULL, NULL },
  { "không áp dụng:", -1, NULL, NULL },
  { "đang làm: gần xong", -1, NULL, NULL },
  { "d", -1, NULL, NULL },
  { "đ", -1, NULL, NULL },
  { "hello", -1, NULL, NULL },
  { "12", -1, NULL, NULL },
};

static void
test_cell_text (gconstpointer data)
{
  const struct paste_row *row = data;
  SkhAssignmentEdit edit = { .total = -1 };
  g_autofree char *reason = NULL, *why = NULL;
  gboolean ok = skh_line_parse_cell (row->text, skh_date_parse_iso (ON), 2023, &edit,
                                     &reason, &why);

  g_assert_cmpint (ok, ==, row->state != -1);
  g_assert_cmpint (why != NULL, ==, row->state == -1);
  if (row->state == -2)
    g_assert_cmpint (edit.fields, ==, 0);
  if (row->state < 0)
    return;
  g_assert_cmpint (edit.state, ==, row->state);
  g_assert_cmpint (edit.delivered_on, ==,
                   row->day != NULL ? skh_date_parse_iso (row->day) : edit.delivered_on);
  g_assert_cmpint ((edit.fields & SKH_EDIT_DELIVERED_ON) != 0, ==, row->day != NULL);
  g_assert_cmpstr (edit.reason, ==, row->reason);
}

/* What is copied and pasted in place changes nothing; of a paste that is too large, or of
   things no line can take, every cell is counted. */
static void
test_copy_and_paste (SampleLedger *sample, gconstpointer data)
{
  SkhMatrixFilter filter = get_filter ("2023");
  SkhMatrixArea all = { 0, 4, 0, 7 }, first = { 0, 0, 0, 0 }, last = { 4, 4, 7, 7 },
                column = { 0, 4, 0, 0 };
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhMatrix) matrix = NULL;
  g_autoptr (SkhMatrixPaste) same = NULL, mixed = NULL, large = NULL, filled = NULL;
  g_autofree char *text = NULL;

  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  sample_ledger_set_state (sample, "A2", "1", NULL, SKH_STATE_IN_PROGRESS);
  sample_ledger_set_state (sample, "A3", "1", NULL, SKH_STATE_NOT_APPLICABLE);
  ledger = sample_ledger_load (sample);
  filter.outline = TRUE;
  matrix = skh_matrix_new (ledger, &filter);
  text = skh_matrix_dup_text (matrix, &all);
  g_assert_true (g_str_has_prefix (text, "\t\t\t\t\t\t\t\n1/2\t0/3\t"));
  g_assert_nonnull (strstr (text, "\n30/3/2023\t\t"));
  same = skh_matrix_read_text (matrix, text, &all);
  g_assert_cmpuint (same->edits->len, ==, 0);
  g_assert_cmpuint (same->faults->len, ==, 0);
  g_assert_cmpuint (same->n_same + same->n_empty, ==, 40);

  /* B1 does not owe it, the heading is none's, A1 has it, A2 delivers, A3 can't */
  mixed = skh_matrix_read_text (matrix, "x\r\nx\r\nđã nộp\r\n12/4\r\n32/4\r\n", &first);
  g_assert_cmpuint (mixed->edits->len, ==, 1);
  g_assert_cmpuint (mixed->faults->len, ==, 3);
  g_assert_cmpuint (mixed->n_same, ==, 1);

  large = skh_matrix_read_text (matrix, "x\tx\nx\t\n", &last);
  g_assert_cmpuint (large->faults->len, ==, 3);
  g_assert_cmpuint (large->n_empty, ==, 1);

  filled = skh_matrix_read_text (matrix, "12/4/2023", &column);
  g_assert_cmpuint (filled->edits->len, ==, 3);
  g_assert_cmpuint (filled->faults->len, ==, 0);
}

#define add(path, test, data)                                                            \
  g_test_add (path, SampleLedger, data, sample_ledger_set_up, test,                      \
              sample_ledger_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/matrix/columns", test_columns, NULL);
  g_test_add_func ("/matrix/period-titles", test_period_titles);
  add ("/matrix/only-unfinished", test_only_unfinished, NULL);
  add ("/matrix/find", test_find, NULL);
  add ("/matrix/cells", test_cells, NULL);
  add ("/matrix/areas", test_areas, NULL);
  add ("/matrix/partial", test_partial, NULL);
  add ("/matrix/not-owed", test_not_owed, NULL);
  add ("/matrix/side", test_side, NULL);
  add ("/matrix/sizes", test_sizes, NULL);
  add ("/matrix/outline", test_outline, NULL);
  add ("/matrix/order", test_order, NULL);
  add ("/matrix/pending-and-mark", test_pending_and_mark, NULL);
  add ("/matrix/copy-and-paste", test_copy_and_paste, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/matrix/cell-text/%02u", i + 1);

      g_test_add_data_func (path, &pastes[i], test_cell_text);
    }
  return g_test_run ();
}
