/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-draft.h"
#include "sample-ledger.h"
#include "skh-timeline.h"

#include <math.h>

#define ON "2023-04-15"
#define ROOM 802

static SkhTimelineOptions
get_options (const char *on)
{
  return (SkhTimelineOptions){
    .on = skh_date_parse_iso (on),
    .period = skh_period_parse ("2023"),
    .zoom = SKH_ZOOM_YEAR,
    .room = ROOM,
  };
}

/* "II.1|1|2|III|3": bands by their code, tasks by their number. */
static char *
dup_rows (SkhTimeline *timeline, SkhLedger *ledger)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < skh_timeline_get_n_rows (timeline); row++)
    {
      guint task = skh_timeline_get_task (timeline, row);
      guint section = skh_timeline_get_section (timeline, row);

      g_string_append_printf (text, "%s%s", row > 0 ? "|" : "",
                              task == SKH_NO_INDEX
                                ? skh_ledger_get_sections (ledger, NULL)[section].code
                                : skh_ledger_get_tasks (ledger, NULL)[task].no);
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (SkhLedger *ledger, const SkhTimelineOptions *options, const char *expected)
{
  g_autoptr (SkhTimeline) timeline = skh_timeline_new (ledger, options);
  g_autofree char *rows = dup_rows (timeline, ledger);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_rows (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhTimelineOptions options = get_options (ON);

  assert_rows (ledger, &options, "II.1|1|2|III|3|4|5");
  options.section = "III";
  assert_rows (ledger, &options, "III|3|4|5");
  options.section = NULL;
  options.lead = "B1";
  assert_rows (ledger, &options, "III|3|4");
  options.lead = "NOBODY";
  assert_rows (ledger, &options, "");
  options.lead = NULL;
  /* a quarter keeps what falls due in it and what has no day */
  options.period = skh_period_parse ("2023-Q1");
  assert_rows (ledger, &options, "II.1|1|2|III|3|4");
  options.period = skh_period_parse ("2023-Q2");
  assert_rows (ledger, &options, "II.1|2|III|3|4|5");
}

static gint64
get_task_id (SkhLedger *ledger, const char *no)
{
  return skh_ledger_get_tasks (ledger, NULL)[skh_ledger_find_task (ledger, no)].id;
}

static void
test_folds (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhTimelineOptions options = get_options (ON);
  gboolean folded[] = { TRUE, FALSE };
  g_autoptr (SkhTimeline) timeline = NULL;
  guint row;

  options.folded = folded;
  assert_rows (ledger, &options, "II.1|III|3|4|5");
  timeline = skh_timeline_new (ledger, &options);
  g_assert_cmpuint (skh_timeline_get_n_tasks (timeline), ==, 5);
  g_assert_true (skh_timeline_find_task (timeline, get_task_id (ledger, "4"), &row));
  g_assert_cmpuint (row, ==, 3);
  g_assert_false (skh_timeline_find_task (timeline, get_task_id (ledger, "1"), &row));
}

static void
test_states (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;
  SkhTimelineOptions options = get_options ("2023-03-31");

  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  sample_ledger_deliver (sample, "A2", "1", NULL, "2023-03-30");
  sample_ledger_set_state (sample, "A3", "1", NULL, SKH_STATE_NOT_APPLICABLE);
  ledger = sample_ledger_load (sample);

  options.state = SKH_TASK_OVERDUE;
  assert_rows (ledger, &options, "");
  options.state = SKH_TASK_DUE_SOON;
  assert_rows (ledger, &options, "II.1|2");
  options.state = SKH_TASK_DONE;
  assert_rows (ledger, &options, "II.1|1");
  options.state = SKH_TASK_OPEN;
  assert_rows (ledger, &options, "II.1|2|III|3|4|5");
  options.on = skh_date_parse_iso ("2023-04-01");
  options.state = SKH_TASK_OVERDUE;
  assert_rows (ledger, &options, "II.1|2");
  /* as seen before the deliveries */
  options.on = skh_date_parse_iso ("2023-03-29");
  options.state = SKH_TASK_DONE;
  assert_rows (ledger, &options, "");
}

/* — What is drawn — */

typedef struct
{
  SkhLedger *ledger;
  SkhTimeline *timeline;
  SkhDisplayList *list;
} Drawing;

static void
draw_row (Drawing *self, SampleLedger *sample, SkhTimelineOptions options, guint row)
{
  SkhRect area
    = { 0, (double)row * SKH_TIMELINE_ROW_HEIGHT, ROOM, SKH_TIMELINE_ROW_HEIGHT };

  self->ledger = sample_ledger_load (sample);
  self->timeline = skh_timeline_new (self->ledger, &options);
  self->list = skh_display_list_new ();
  skh_timeline_draw_body (self->timeline, &area, self->list);
}

static void
clear (Drawing *self)
{
  skh_display_list_free (self->list);
  skh_timeline_free (self->timeline);
  skh_ledger_unref (self->ledger);
}

/* The number-th primitive of a shape, or NULL. */
static const SkhPrimitive *
find_shape (Drawing *self, SkhShape shape, guint number)
{
  guint n;
  const SkhPrimitive *primitives = skh_display_list_get (self->list, &n);

  for (guint i = 0; i < n; i++)
    if (primitives[i].shape == shape && number-- == 0)
      return &primitives[i];
  return NULL;
}

static const SkhPrimitive *
find_rect (Drawing *self, SkhInk ink)
{
  const SkhPrimitive *rect;

  for (guint n = 0; (rect = find_shape (self, SKH_SHAPE_RECT, n)) != NULL; n++)
    if (rect->ink == ink)
      return rect;
  return NULL;
}

static float
get_x (Drawing *self, const char *day)
{
  return (float)skh_timeline_axis_get_x (skh_timeline_get_axis (self->timeline),
                                         skh_date_parse_iso (day));
}

/* Two of three delivered, the third overdue: a red bar over the quarter, two thirds full,
   with a sign beside it. */
static void
test_overdue_bar (SampleLedger *sample, gconstpointer data)
{
  Drawing drawing;
  const SkhPrimitive *bar, *full, *text;
  guint n;

  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  sample_ledger_deliver (sample, "A2", "1", NULL, "2023-04-03");
  draw_row (&drawing, sample, get_options (ON), 1);
  bar = find_shape (&drawing, SKH_SHAPE_ROUND, 0);
  g_assert_cmpint (bar - skh_display_list_get (drawing.list, &n), >=,
                   skh_display_list_get_n_ground (drawing.list)); /* a band is under it */
  full = find_rect (&drawing, SKH_INK_BAD);
  text = find_shape (&drawing, SKH_SHAPE_TEXT, 0);
  g_assert_cmpfloat_with_epsilon (bar->x, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (bar->x + bar->w, get_x (&drawing, "2023-04-01"), 0.01);
  g_assert_cmpint (bar->ink, ==, SKH_INK_BAD_FILL);
  g_assert_cmpint (bar->ink2, ==, SKH_INK_BAD);
  g_assert_cmpfloat_with_epsilon (full->x + full->w, bar->x + bar->w * 2 / 3, 0.01);
  g_assert_cmpstr (text->text, ==, "! 2/3");
  g_assert_cmpfloat (text->x, >, bar->x + bar->w);
  clear (&drawing);
}

/* Each state of a bar has a colour and a sign or a word of its own. */
static void
test_bar_states (SampleLedger *sample, gconstpointer data)
{
  static const struct
  {
    const char *on;
    SkhInk ink, fill, count_ink;
    const char *count;
  } rows[] = {
    { "2023-02-01", SKH_INK_BUSY, SKH_INK_BUSY_FILL, SKH_INK_DIM_TEXT, "0/3" },
    { "2023-03-16", SKH_INK_BUSY, SKH_INK_BUSY_FILL, SKH_INK_WARNING,
      "0/3 · 15 days left" },
    { "2023-03-30", SKH_INK_BUSY, SKH_INK_BUSY_FILL, SKH_INK_WARNING,
      "2/3 · 1 day left" },
    { "2023-03-31", SKH_INK_BUSY, SKH_INK_BUSY_FILL, SKH_INK_WARNING, "2/3 · due today" },
    { "2023-04-02", SKH_INK_BAD, SKH_INK_BAD_FILL, SKH_INK_BAD, "! 2/3" },
    { "2023-04-03", SKH_INK_GOOD, SKH_INK_GOOD, SKH_INK_GOOD, "✔ 3/3" },
  };

  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  sample_ledger_deliver (sample, "A2", "1", NULL, "2023-03-30");
  sample_ledger_deliver (sample, "A3", "1", NULL, "2023-04-03");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Drawing drawing;
      const SkhPrimitive *bar;

      draw_row (&drawing, sample, get_options (rows[i].on), 1);
      bar = find_shape (&drawing, SKH_SHAPE_ROUND, 0);
      g_assert_cmpint (bar->ink2, ==, rows[i].ink);
      g_assert_cmpint (bar->ink, ==, rows[i].fill);
      g_assert_cmpstr (find_shape (&drawing, SKH_SHAPE_TEXT, 0)->text, ==, rows[i].count);
      g_assert_cmpint (find_shape (&drawing, SKH_SHAPE_TEXT, 0)->ink, ==,
                       rows[i].count_ink);
      clear (&drawing);
    }
}

/* Today's line does not run through a count: one it would cross stands past it. */
static void
test_count_and_today (SampleLedger *sample, gconstpointer data)
{
  static const struct
  {
    const char *on;
    gboolean past;
  } rows[] = {
    { "2023-03-15", FALSE }, { "2023-03-31", FALSE }, { "2023-04-01", TRUE },
    { "2023-04-15", TRUE },  { "2023-06-15", FALSE }, { "2024-03-15", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Drawing drawing;
      const SkhPrimitive *bar, *text;
      float today;

      draw_row (&drawing, sample, get_options (rows[i].on), 1);
      bar = find_shape (&drawing, SKH_SHAPE_ROUND, 0);
      text = find_shape (&drawing, SKH_SHAPE_TEXT, 0);
      today = get_x (&drawing, rows[i].on);
      g_assert_cmpfloat (text->x, >=, bar->x + bar->w);
      if (rows[i].past)
        g_assert_cmpfloat (text->x, >, today + 2);
      else
        g_assert_cmpfloat_with_epsilon (text->x, bar->x + bar->w + 5, 0.01);
      clear (&drawing);
    }
}

/* A diamond at the end of each quarter, each with the state of its own lines. */
static void
test_milestones (SampleLedger *sample, gconstpointer data)
{
  static const char *const ends[]
    = { "2023-04-01", "2023-07-01", "2023-10-01", "2024-01-01" };
  static const SkhInk inks[] = { SKH_INK_GOOD, SKH_INK_BUSY, SKH_INK_OFF, SKH_INK_OFF };
  Drawing drawing;

  sample_ledger_deliver (sample, "A1", "2", "2023-Q1", "2023-03-30");
  sample_ledger_deliver (sample, "A2", "2", "2023-Q1", "2023-03-30");
  sample_ledger_deliver (sample, "A3", "2", "2023-Q1", "2023-03-30");
  sample_ledger_deliver (sample, "A3", "2", "2023-Q2", "2023-04-10");
  draw_row (&drawing, sample, get_options (ON), 2);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const SkhPrimitive *diamond = find_shape (&drawing, SKH_SHAPE_DIAMOND, i);

      g_assert_nonnull (diamond);
      g_assert_cmpfloat_with_epsilon (diamond->x + diamond->w / 2,
                                      get_x (&drawing, ends[i]), 0.01);
      g_assert_cmpint (diamond->ink, ==, inks[i]);
    }
  g_assert_null (find_shape (&drawing, SKH_SHAPE_DIAMOND, 4));
  g_assert_cmpstr (find_shape (&drawing, SKH_SHAPE_TEXT, 0)->text, ==, "✔");
  g_assert_cmpstr (find_shape (&drawing, SKH_SHAPE_TEXT, 1)->text, ==, "…");
  g_assert_null (find_shape (&drawing, SKH_SHAPE_TEXT, 2));
  clear (&drawing);

  draw_row (&drawing, sample, get_options ("2023-07-01"), 2);
  g_assert_cmpint (find_shape (&drawing, SKH_SHAPE_DIAMOND, 1)->ink, ==, SKH_INK_BAD);
  g_assert_cmpstr (find_shape (&drawing, SKH_SHAPE_TEXT, 1)->text, ==, "!");
  clear (&drawing);
}

static void
test_undated (SampleLedger *sample, gconstpointer data)
{
  Drawing drawing;
  const SkhPrimitive *dashes;

  draw_row (&drawing, sample, get_options (ON), 4);
  g_assert_cmpstr (find_shape (&drawing, SKH_SHAPE_TEXT, 0)->text, ==,
                   "? waits for: hướng dẫn của tỉnh");
  g_assert_null (find_shape (&drawing, SKH_SHAPE_ROUND, 0));
  clear (&drawing);

  draw_row (&drawing, sample, get_options (ON), 5);
  dashes = find_shape (&drawing, SKH_SHAPE_DASHES, 0);
  g_assert_cmpfloat_with_epsilon (dashes->w, get_x (&drawing, "2024-01-01"), 0.01);
  g_assert_null (find_shape (&drawing, SKH_SHAPE_ROUND, 0));
  clear (&drawing);
}

/* Wherever a wide year is scrolled to, what an undated task waits for is in sight. */
static void
test_note_in_sight (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autoptr (SkhTimeline) timeline = NULL;
  SkhTimelineOptions options = get_options (ON);

  options.zoom = SKH_ZOOM_WEEK;
  timeline = skh_timeline_new (ledger, &options);
  for (double x = 0; x + 700 <= skh_timeline_get_width (timeline); x += 700)
    {
      SkhRect area = { x, 4 * SKH_TIMELINE_ROW_HEIGHT, 700, SKH_TIMELINE_ROW_HEIGHT };
      Drawing drawing = { ledger, timeline, skh_display_list_new () };
      const SkhPrimitive *note;

      skh_timeline_draw_body (timeline, &area, drawing.list);
      note = find_shape (&drawing, SKH_SHAPE_TEXT, 0);
      g_assert_cmpfloat (note->x, >=, x);
      g_assert_cmpfloat (note->x + note->w, <=, x + 700);
      g_assert_cmpfloat (note->w, >, 600);
      skh_display_list_free (drawing.list);
    }
}

/* The month one looks at is named, wherever in it the year is scrolled to. */
static void
test_heading_in_sight (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autoptr (SkhTimeline) timeline = NULL;
  SkhTimelineOptions options = get_options (ON);

  options.zoom = SKH_ZOOM_WEEK;
  timeline = skh_timeline_new (ledger, &options);
  for (int day = 1; day <= 30; day++)
    {
      Drawing drawing = { ledger, timeline, skh_display_list_new () };
      double x = skh_timeline_axis_get_x (skh_timeline_get_axis (timeline),
                                          skh_date_new (2023, 6, day));
      SkhRect area = { x + 1, 0, 40, SKH_TIMELINE_HEAD_HEIGHT };
      const SkhPrimitive *heading;

      skh_timeline_draw_head (timeline, &area, drawing.list);
      heading = find_shape (&drawing, SKH_SHAPE_TEXT, 0);
      g_assert_cmpstr (heading->text, ==, "M6");
      g_assert_cmpint (heading->font, ==, SKH_FONT_BOLD);
      g_assert_cmpfloat_with_epsilon (heading->x, area.x + 5, 0.01);
      g_assert_cmpfloat (heading->x + heading->w, <=,
                         get_x (&drawing, "2023-07-01") + 0.01);
      skh_display_list_free (drawing.list);
    }
}

static guint
count_ink (SkhDisplayList *list, SkhInk ink, double *x)
{
  guint n, found = 0;
  const SkhPrimitive *primitives = skh_display_list_get (list, &n);

  for (guint i = 0; i < n; i++)
    if (primitives[i].ink == ink)
      {
        *x = primitives[i].x;
        found++;
      }
  return found;
}

static void
test_today (SampleLedger *sample, gconstpointer data)
{
  Drawing drawing;
  double x = 0;

  draw_row (&drawing, sample, get_options (ON), 1);
  g_assert_cmpuint (count_ink (drawing.list, SKH_INK_TODAY, &x), ==, 1);
  g_assert_cmpfloat (x, ==, floor (get_x (&drawing, ON)));
  clear (&drawing);
  draw_row (&drawing, sample, get_options ("2024-01-15"), 1);
  g_assert_cmpuint (count_ink (drawing.list, SKH_INK_TODAY, &x), ==, 0);
  clear (&drawing);
}

/* Nothing is drawn beyond the width that scrolling reaches, nor for rows out of sight. */
static void
test_bounds (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);

  for (int zoom = SKH_ZOOM_YEAR; zoom <= SKH_ZOOM_WEEK; zoom++)
    {
      SkhTimelineOptions options = get_options (ON);
      g_autoptr (SkhDisplayList) list = skh_display_list_new ();
      g_autoptr (SkhTimeline) timeline = NULL;
      SkhRect area = { 0, 2 * SKH_TIMELINE_ROW_HEIGHT, 0, 2 * SKH_TIMELINE_ROW_HEIGHT };
      const SkhPrimitive *primitives;
      guint n;

      options.zoom = (SkhZoom)zoom;
      timeline = skh_timeline_new (ledger, &options);
      area.w = skh_timeline_get_width (timeline);
      skh_timeline_draw_body (timeline, &area, list);
      primitives = skh_display_list_get (list, &n);
      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (primitives[i].x + primitives[i].w, <=, area.w + 0.5);
          g_assert_cmpfloat (primitives[i].y, >=, area.y);
          g_assert_cmpfloat (primitives[i].y + primitives[i].h, <=, area.y + area.h);
        }
    }
}

/* Folding and zooming keep what the filter chose, and what stands where agrees with a
   timeline made so from the start. */
static void
test_changes (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhTimelineOptions options = get_options (ON);
  g_autoptr (SkhTimeline) timeline = skh_timeline_new (ledger, &options);
  gboolean folded[] = { FALSE, TRUE };
  g_autofree char *rows = NULL, *all = NULL;

  g_assert_cmpuint (skh_timeline_get_n_folds (timeline), ==, 2);
  g_assert_cmpuint (skh_timeline_get_fold (timeline, 0), ==, 0);
  g_assert_cmpuint (skh_timeline_get_fold (timeline, 4), ==, 1);
  skh_timeline_set_folded (timeline, folded);
  rows = dup_rows (timeline, ledger);
  g_assert_cmpstr (rows, ==, "II.1|1|2|III");
  g_assert_cmpuint (skh_timeline_get_n_tasks (timeline), ==, 5);
  skh_timeline_set_folded (timeline, NULL);
  all = dup_rows (timeline, ledger);
  g_assert_cmpstr (all, ==, "II.1|1|2|III|3|4|5");

  for (int zoom = SKH_ZOOM_YEAR; zoom <= SKH_ZOOM_WEEK; zoom++)
    {
      g_autoptr (SkhTimeline) other = NULL;

      options.zoom = (SkhZoom)zoom;
      other = skh_timeline_new (ledger, &options);
      skh_timeline_set_zoom (timeline, (SkhZoom)zoom, ROOM);
      g_assert_cmpfloat (skh_timeline_get_width (timeline), ==,
                         skh_timeline_get_width (other));
    }
}

/* What has a bar can be moved by its end; the rest has none. */
static void
test_bars_and_ghost (SampleLedger *sample, gconstpointer data)
{
  static const gboolean has_bar[] = { FALSE, TRUE, FALSE, FALSE, FALSE, FALSE };
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhTimelineOptions options = get_options (ON);
  g_autoptr (SkhTimeline) timeline = skh_timeline_new (ledger, &options);
  Drawing drawing = { ledger, timeline, skh_display_list_new () };
  SkhRect area = { 0, SKH_TIMELINE_ROW_HEIGHT, ROOM, SKH_TIMELINE_ROW_HEIGHT };
  const SkhPrimitive *ghost;
  SkhDate first, last;

  for (guint row = 0; row < G_N_ELEMENTS (has_bar); row++)
    g_assert_cmpint (skh_timeline_get_bar (timeline, row, &first, &last), ==,
                     has_bar[row]);
  skh_timeline_get_bar (timeline, 1, &first, &last);
  g_assert_cmpint (first, ==, skh_date_new (2023, 1, 1));
  g_assert_cmpint (last, ==, skh_date_new (2023, 3, 31));

  skh_timeline_set_ghost (timeline, 1, skh_date_new (2023, 4, 20));
  skh_timeline_draw_body (timeline, &area, drawing.list);
  ghost = find_shape (&drawing, SKH_SHAPE_ROUND, 1);
  g_assert_cmpint (ghost->ink2, ==, SKH_INK_CURSOR);
  g_assert_cmpfloat_with_epsilon (ghost->x + ghost->w, get_x (&drawing, "2023-04-21"),
                                  0.01);
  g_assert_cmpstr (find_shape (&drawing, SKH_SHAPE_TEXT, 0)->text, ==, "20/4/2023");
  skh_timeline_set_ghost (timeline, 1, SKH_DATE_NONE);
  skh_display_list_clear (drawing.list);
  skh_timeline_draw_body (timeline, &area, drawing.list);
  g_assert_null (find_shape (&drawing, SKH_SHAPE_ROUND, 1));
  skh_display_list_free (drawing.list);
}

/* A text twice as high has rows, heads and names to match, and nothing stands outside its
   row. */
static void
test_sizes (SampleLedger *sample, gconstpointer data)
{
  static const int heights[] = { 12, 16, 24, 33, 48 };
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhTimelineOptions options = get_options (ON);

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      SkhTimelineSizes sizes = skh_timeline_sizes_for_text (heights[i], heights[i] / 2);
      g_autoptr (SkhDisplayList) list = skh_display_list_new ();
      g_autoptr (SkhTimeline) timeline = NULL;
      SkhRect area = { 0, 0, ROOM, 0 };
      const SkhPrimitive *primitives;
      guint n;

      options.sizes = &sizes;
      timeline = skh_timeline_new (ledger, &options);
      area.h = skh_timeline_get_n_rows (timeline) * sizes.row;
      skh_timeline_draw_body (timeline, &area, list);
      skh_timeline_draw_side (timeline, &area, list);
      primitives = skh_display_list_get (list, &n);
      for (guint j = 0; j < n; j++)
        if (primitives[j].shape == SKH_SHAPE_TEXT)
          {
            g_assert_cmpfloat (primitives[j].h, >=, heights[i]);
            g_assert_cmpint ((int)primitives[j].y % sizes.row, ==, 0);
          }
      g_assert_cmpint (sizes.head, >=, 2 * heights[i]);
    }
}

/* Plans of two years stand under one another on one axis, each with its own sections; a
   filter on a section or a period means the same of both. */
static void
test_plans (SampleLedger *sample, gconstpointer data)
{
  SampleLedger next = { 0 };
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();
  g_autoptr (SkhLedger) this_year = sample_ledger_load (sample);
  g_autoptr (SkhLedger) next_year = NULL;
  SkhTimelineOptions options = get_options (ON);
  g_autoptr (SkhTimeline) timeline = NULL, filtered = NULL;
  SkhLedger *ledgers[2];
  guint row;

  draft->year = 2024;
  sample_ledger_create (&next, draft);
  next_year = sample_ledger_load (&next);
  ledgers[0] = this_year;
  ledgers[1] = next_year;
  timeline = skh_timeline_new_for_plans (ledgers, 2, &options);
  g_assert_cmpuint (skh_timeline_get_n_rows (timeline), ==, 2 * (1 + 7));
  g_assert_cmpuint (skh_timeline_get_section (timeline, 0), ==, SKH_NO_INDEX);
  g_assert_cmpuint (skh_timeline_get_fold (timeline, 0), ==, SKH_NO_INDEX);
  g_assert_cmpuint (skh_timeline_get_fold (timeline, 9), ==, 2);
  g_assert_true (skh_timeline_get_ledger (timeline, 10) == next_year);
  g_assert_cmpint (skh_timeline_get_axis (timeline)->first, ==,
                   skh_date_new (2023, 1, 1));
  g_assert_cmpint (skh_timeline_get_axis (timeline)->last, ==,
                   skh_date_new (2024, 12, 31));

  g_assert_true (skh_timeline_find_task (timeline, get_task_id (next_year, "1"), &row));
  g_assert_cmpuint (row, ==, 10);

  options.section = "III";
  options.period = skh_period_parse ("2023-Q1");
  filtered = skh_timeline_new_for_plans (ledgers, 2, &options);
  g_assert_cmpuint (skh_timeline_get_n_tasks (filtered), >, 2);
  for (row = 0; row < skh_timeline_get_n_rows (filtered); row++)
    if (skh_timeline_get_section (filtered, row) != SKH_NO_INDEX)
      g_assert_cmpuint (skh_timeline_get_section (filtered, row), ==,
                        skh_ledger_find_section (this_year, "III"));
  sample_ledger_tear_down (&next, NULL);
}

/* The year fills the room it is given, margin and all. */
static void
test_room (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhTimelineOptions options = get_options (ON);
  g_autoptr (SkhTimeline) timeline = skh_timeline_new (ledger, &options);

  g_assert_cmpfloat_with_epsilon (skh_timeline_get_width (timeline), ROOM, 0.01);
}

static void
test_row_names (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  SkhTimelineOptions options = get_options (ON);
  g_autoptr (SkhTimeline) timeline = skh_timeline_new (ledger, &options);
  g_autofree char *band = skh_timeline_dup_row_name (timeline, 0);
  g_autofree char *task = skh_timeline_dup_row_name (timeline, 1);

  g_assert_cmpstr (band, ==, "Section II.1 Học tập");
  g_assert_cmpstr (task, ==,
                   "Gửi kế hoạch, Các đảng ủy mẫu, as the plan says, 0 of 3 delivered, "
                   "3 overdue");
}

#define add(path, test)                                                                  \
  g_test_add ("/timeline/" path, SampleLedger, NULL, sample_ledger_set_up, test,         \
              sample_ledger_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("rows", test_rows);
  add ("folds", test_folds);
  add ("states", test_states);
  add ("overdue-bar", test_overdue_bar);
  add ("bar-states", test_bar_states);
  add ("changes", test_changes);
  add ("bars-and-ghost", test_bars_and_ghost);
  add ("sizes", test_sizes);
  add ("plans", test_plans);
  add ("count-and-today", test_count_and_today);
  add ("milestones", test_milestones);
  add ("undated", test_undated);
  add ("note-in-sight", test_note_in_sight);
  add ("heading-in-sight", test_heading_in_sight);
  add ("today", test_today);
  add ("bounds", test_bounds);
  add ("room", test_room);
  add ("row-names", test_row_names);
  return g_test_run ();
}
