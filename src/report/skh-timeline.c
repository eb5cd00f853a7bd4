/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline.h"

#include "skh-line-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Room after the year for what stands beside a bar that ends with it. */
#define END_MARGIN 72

typedef struct
{
  guint section;
  guint task; /* SKH_NO_INDEX: the section's band */
} Row;

struct _SkhTimeline
{
  SkhLedger *ledger;
  SkhTimelineAxis axis;
  SkhZoom zoom;
  SkhDate on;
  SkhPeriod year;
  gboolean *folded; /* a section */
  GArray *rows;     /* Row */
  guint n_tasks;
  GStringChunk *strings;
  const char **progress; /* a row: "! 3/17" */
};

static const SkhTask *
get_record (SkhTimeline *self, guint task)
{
  return &skh_ledger_get_tasks (self->ledger, NULL)[task];
}

/* Lines that count by rates; without any (no last day), what is delivered of all there
 * is. */
static SkhRates
get_rates (SkhTimeline *self, guint task)
{
  const SkhTask *record = get_record (self, task);
  const SkhAssignment *lines
    = skh_ledger_get_assignments (self->ledger, NULL) + record->first_assignment;
  SkhRates rates = skh_ledger_get_rates (self->ledger, self->year, self->on, SKH_NO_INDEX,
                                         SKH_NO_INDEX, task);

  for (guint i = 0; rates.expected == 0 && i < record->n_assignments; i++)
    {
      SkhState state = skh_ledger_get_status (self->ledger, &lines[i], self->on).state;

      rates.pending += state != SKH_STATE_NOT_APPLICABLE && state != SKH_STATE_DELIVERED;
      rates.actual += state == SKH_STATE_DELIVERED;
    }
  if (rates.expected == 0)
    rates.expected = rates.pending + rates.actual;
  return rates;
}

/* — Which rows — */

static gboolean
matches_state (const SkhRates *rates, SkhTaskFilter filter)
{
  switch (filter)
    {
    case SKH_TASK_OVERDUE:
      return rates->overdue > 0;
    case SKH_TASK_DUE_SOON:
      return rates->due_soon > 0;
    case SKH_TASK_OPEN:
      return rates->actual < rates->expected;
    case SKH_TASK_DONE:
      return rates->expected > 0 && rates->actual == rates->expected;
    case SKH_TASK_ANY:
    default:
      return TRUE;
    }
}

static gboolean
has_line_in (SkhTimeline *self, const SkhTask *task, SkhPeriod period)
{
  const SkhAssignment *lines
    = skh_ledger_get_assignments (self->ledger, NULL) + task->first_assignment;

  for (guint i = 0; i < task->n_assignments; i++)
    if (skh_line_is_listed (&lines[i].line, period))
      return TRUE;
  return task->n_assignments == 0;
}

static gboolean
is_shown (SkhTimeline *self, guint task, const SkhTimelineOptions *options)
{
  const SkhTask *record = get_record (self, task);
  SkhRates rates;

  if ((options->section != SKH_NO_INDEX && record->section != options->section)
      || (options->lead != NULL && !g_strv_contains (record->lead, options->lead))
      || (options->period.kind != SKH_PERIOD_YEAR
          && !has_line_in (self, record, options->period)))
    return FALSE;
  rates = get_rates (self, task);
  return matches_state (&rates, options->state);
}

static void
add_section (SkhTimeline *self, guint section, const SkhTimelineOptions *options)
{
  gboolean has_band = FALSE;
  guint n;

  skh_ledger_get_tasks (self->ledger, &n);
  for (guint i = 0; i < n; i++)
    {
      Row band = { section, SKH_NO_INDEX }, row = { section, i };

      if (get_record (self, i)->section != section || !is_shown (self, i, options))
        continue;
      if (!has_band)
        g_array_append_val (self->rows, band);
      has_band = TRUE;
      self->n_tasks++;
      if (!self->folded[section])
        g_array_append_val (self->rows, row);
    }
}

static const char *
make_progress (SkhTimeline *self, guint task)
{
  SkhRates rates = get_rates (self, task);
  g_autofree char *text = g_strdup_printf ("%s%u/%u", rates.overdue > 0 ? "! " : "",
                                           rates.actual, rates.expected);

  return rates.expected > 0 ? g_string_chunk_insert_const (self->strings, text) : "";
}

static void
copy_folds (SkhTimeline *self, const SkhTimelineOptions *options)
{
  guint n;

  skh_ledger_get_sections (self->ledger, &n);
  self->folded = g_new0 (gboolean, n + 1);
  for (guint i = 0; options->folded != NULL && i < n; i++)
    self->folded[i] = options->folded[i];
}

SkhTimeline *
skh_timeline_new (SkhLedger *ledger, const SkhTimelineOptions *options)
{
  SkhTimeline *self = g_new0 (SkhTimeline, 1);
  int year = skh_ledger_get_plan (ledger)->year;
  guint n;

  self->ledger = skh_ledger_ref (ledger);
  self->axis = skh_timeline_axis_new (year, options->zoom, options->room - END_MARGIN);
  self->zoom = options->zoom;
  self->on = options->on;
  self->year = skh_period_new (SKH_PERIOD_YEAR, year, 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->strings = g_string_chunk_new (1024);
  copy_folds (self, options);
  skh_ledger_get_sections (ledger, &n);
  for (guint i = 0; i < n; i++)
    add_section (self, i, options);
  self->progress = g_new0 (const char *, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).task != SKH_NO_INDEX)
      self->progress[i] = make_progress (self, g_array_index (self->rows, Row, i).task);
  return self;
}

void
skh_timeline_free (SkhTimeline *self)
{
  skh_ledger_unref (self->ledger);
  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  g_free (self->progress);
  g_free (self->folded);
  g_free (self);
}

guint
skh_timeline_get_n_rows (SkhTimeline *self)
{
  return self->rows->len;
}

guint
skh_timeline_get_n_tasks (SkhTimeline *self)
{
  return self->n_tasks;
}

double
skh_timeline_get_width (SkhTimeline *self)
{
  return skh_timeline_axis_get_width (&self->axis) + END_MARGIN;
}

guint
skh_timeline_get_task (SkhTimeline *self, guint row)
{
  return g_array_index (self->rows, Row, row).task;
}

guint
skh_timeline_get_section (SkhTimeline *self, guint row)
{
  return g_array_index (self->rows, Row, row).section;
}

gboolean
skh_timeline_find_task (SkhTimeline *self, guint task, guint *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).task == task)
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

const SkhTimelineAxis *
skh_timeline_get_axis (SkhTimeline *self)
{
  return &self->axis;
}

/* — Drawing — */

typedef struct
{
  SkhTimeline *self;
  SkhDisplayList *list;
  const SkhRect *area;
  const SkhTask *task;
  guint row;
  float y;
} Brush;

#define BAR_INSET 5
#define BAR_HEIGHT (SKH_TIMELINE_ROW_HEIGHT - 2 * BAR_INSET)
#define PROGRESS_WIDTH (END_MARGIN - 6)
#define PROGRESS_GAP 5
#define PROGRESS_DIGIT 7 /* about what a sign or a figure takes */
#define TODAY_WIDTH 2
#define NOTE_MARGIN 6
#define LEAST_HEADING 20 /* in less, dots would be all there is */

static void
choose_inks (const SkhRates *rates, SkhInk *ink, SkhInk *fill)
{
  gboolean done = rates->expected > 0 && rates->actual == rates->expected;

  *ink = rates->overdue > 0 ? SKH_INK_BAD : done ? SKH_INK_GOOD : SKH_INK_BUSY;
  *fill = rates->overdue > 0 ? SKH_INK_BAD_FILL
          : done             ? SKH_INK_GOOD_FILL
                             : SKH_INK_BUSY_FILL;
}

/* Where a bar's count stands: after the bar, and past today's line if that would cross
 * it.
 */
static float
get_progress_x (const Brush *brush, float end)
{
  SkhTimeline *self = brush->self;
  float x = end + PROGRESS_GAP;
  glong length = g_utf8_strlen (self->progress[brush->row], -1);
  float today = (float)skh_timeline_axis_get_x (&self->axis, self->on);

  if (self->on > self->axis.last || today < end
      || today > x + (float)length * PROGRESS_DIGIT)
    return x;
  return today + TODAY_WIDTH + PROGRESS_GAP;
}

/* The bar from the first day (or the year's) to the last, filled by the share delivered;
   how many of how many beside it. */
static void
draw_bar (const Brush *brush, SkhDate due)
{
  SkhTimeline *self = brush->self;
  const SkhDeadline *deadline = &brush->task->deadline;
  SkhRates rates = get_rates (self, skh_timeline_get_task (self, brush->row));
  SkhDate start
    = deadline->first_day != SKH_DATE_NONE ? deadline->first_day : self->axis.first;
  float x = (float)skh_timeline_axis_get_x (&self->axis, start);
  float end = (float)skh_timeline_axis_get_x (&self->axis, due + 1);
  float width = MAX (end - x, 4);
  double share = rates.expected > 0 ? (double)rates.actual / rates.expected : 0;
  SkhInk ink, fill;

  choose_inks (&rates, &ink, &fill);
  skh_display_list_round (brush->list, fill, ink, x, brush->y + BAR_INSET, width,
                          BAR_HEIGHT);
  if (share > 0)
    skh_display_list_round (brush->list, ink, ink, x, brush->y + BAR_INSET,
                            (float)MAX (share * width, 4), BAR_HEIGHT);
  skh_display_list_text_static (brush->list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                rates.overdue > 0 ? SKH_INK_BAD : SKH_INK_DIM_TEXT, -1,
                                get_progress_x (brush, x + width), brush->y,
                                PROGRESS_WIDTH, SKH_TIMELINE_ROW_HEIGHT,
                                self->progress[brush->row]);
}

/* How one period of a periodic task stands: the worst of its lines says it. */
static SkhInk
get_period_ink (const Brush *brush, SkhPeriod period, SkhDate *due)
{
  SkhTimeline *self = brush->self;
  const SkhAssignment *lines
    = skh_ledger_get_assignments (self->ledger, NULL) + brush->task->first_assignment;
  guint n = 0, n_delivered = 0, n_overdue = 0;

  *due = SKH_DATE_NONE;
  for (guint i = 0; i < brush->task->n_assignments; i++)
    {
      SkhStatus status;

      if (!skh_period_equal (lines[i].line.period, period))
        continue;
      status = skh_ledger_get_status (self->ledger, &lines[i], self->on);
      *due = lines[i].line.due;
      n += status.state != SKH_STATE_NOT_APPLICABLE;
      n_delivered += status.state == SKH_STATE_DELIVERED;
      n_overdue += status.timeliness == SKH_TIMELINESS_OVERDUE;
    }
  return n_overdue > 0               ? SKH_INK_BAD
         : n > 0 && n_delivered == n ? SKH_INK_GOOD
         : n_delivered > 0           ? SKH_INK_BUSY
                                     : SKH_INK_OFF;
}

/* A diamond on each period's day; with "?" at the period's end while its day is awaited.
 */
static void
draw_milestones (const Brush *brush)
{
  SkhTimeline *self = brush->self;
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n
    = skh_deadline_get_periods (brush->task->deadline.kind, self->year.year, periods);

  for (guint i = 0; i < n; i++)
    {
      SkhDate due;
      SkhInk ink = get_period_ink (brush, periods[i], &due);
      SkhDate day = due != SKH_DATE_NONE ? due : skh_period_get_last_day (periods[i]);
      float x = (float)skh_timeline_axis_get_x (&self->axis, day + 1);
      const char *sign = due == SKH_DATE_NONE  ? "?"
                         : ink == SKH_INK_BAD  ? "!"
                         : ink == SKH_INK_GOOD ? "✔"
                         : ink == SKH_INK_BUSY ? "…"
                                               : "";

      skh_display_list_shape (brush->list, SKH_SHAPE_DIAMOND, ink, x - 6, brush->y + 6,
                              12, 12);
      if (*sign != '\0')
        skh_display_list_text_static (brush->list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                      ink == SKH_INK_BAD ? SKH_INK_BAD : SKH_INK_DIM_TEXT,
                                      1, x - 24, brush->y, 16, SKH_TIMELINE_ROW_HEIGHT,
                                      sign);
    }
}

/* A note stands at the end of what is seen of the year, so that no zoom hides it. */
static void
draw_note (const Brush *brush, const char *text)
{
  double width = skh_timeline_axis_get_width (&brush->self->axis);
  double start = MAX (brush->area->x, 0);
  double end = MIN (brush->area->x + brush->area->w, width);

  if (end - start <= 2 * NOTE_MARGIN)
    return;
  skh_display_list_text (brush->list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT, 1,
                         (float)start + NOTE_MARGIN, brush->y,
                         (float)(end - start) - 2 * NOTE_MARGIN, SKH_TIMELINE_ROW_HEIGHT,
                         text);
}

static void
draw_ongoing (const Brush *brush)
{
  skh_display_list_shape (brush->list, SKH_SHAPE_DASHES, SKH_INK_OFF, 0, brush->y + 10,
                          (float)skh_timeline_axis_get_width (&brush->self->axis), 4);
}

static SkhDate
get_only_due (const Brush *brush)
{
  const SkhAssignment *lines = skh_ledger_get_assignments (brush->self->ledger, NULL);

  return brush->task->n_assignments > 0 ? lines[brush->task->first_assignment].line.due
                                        : brush->task->deadline.last_day;
}

static void
draw_task (const Brush *brush)
{
  SkhDeadlineKind kind = brush->task->deadline.kind;
  SkhDate due = get_only_due (brush);
  g_autofree char *waits = NULL;

  if (skh_deadline_kind_is_periodic (kind))
    draw_milestones (brush);
  else if (due != SKH_DATE_NONE)
    draw_bar (brush, due);
  else if (kind == SKH_DEADLINE_ONGOING)
    draw_ongoing (brush);
  else if (kind == SKH_DEADLINE_RELATIVE)
    {
      waits = brush->task->event != NULL
                ? g_strdup_printf (_ ("? waits for: %s"), brush->task->event)
                : g_strdup (_ ("? waits for its event"));
      draw_note (brush, waits);
    }
  else
    draw_note (brush, _ ("no deadline in the plan"));
}

static void
draw_ticks (SkhTimeline *self,
            const SkhRect *area,
            SkhDisplayList *list,
            gboolean upper,
            SkhInk ink)
{
  g_autoptr (GArray) ticks = skh_timeline_axis_list_ticks (&self->axis, self->zoom, upper,
                                                           area->x, area->x + area->w);

  for (guint i = 0; i < ticks->len; i++)
    skh_display_list_rect (list, ink, (float)floor (g_array_index (ticks, SkhTick, i).x),
                           (float)area->y, 1, (float)area->h);
}

static void
draw_end (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  skh_display_list_rect (list, SKH_INK_STRONG_LINE,
                         (float)floor (skh_timeline_axis_get_width (&self->axis)),
                         (float)area->y, 1, (float)area->h);
}

static void
draw_today (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  if (self->on >= self->axis.first && self->on <= self->axis.last)
    skh_display_list_rect (list, SKH_INK_TODAY,
                           (float)floor (skh_timeline_axis_get_x (&self->axis, self->on)),
                           (float)area->y, TODAY_WIDTH, (float)area->h);
}

static void
get_visible_rows (SkhTimeline *self, const SkhRect *area, guint *first, guint *end)
{
  *first = (guint)CLAMP (floor (area->y / SKH_TIMELINE_ROW_HEIGHT), 0, self->rows->len);
  *end = (guint)CLAMP (ceil ((area->y + area->h) / SKH_TIMELINE_ROW_HEIGHT), 0,
                       self->rows->len);
}

void
skh_timeline_draw_body (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  float width = (float)skh_timeline_get_width (self);
  guint first, end;

  get_visible_rows (self, area, &first, &end);
  draw_ticks (self, area, list, FALSE, SKH_INK_LINE);
  draw_ticks (self, area, list, TRUE, SKH_INK_STRONG_LINE);
  draw_end (self, area, list);
  for (guint i = first; i < end; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      Brush brush = { self, list, area, NULL, i, (float)i * SKH_TIMELINE_ROW_HEIGHT };

      if (row->task == SKH_NO_INDEX)
        skh_display_list_rect (list, SKH_INK_HEAD, 0, brush.y, width,
                               SKH_TIMELINE_ROW_HEIGHT);
      else
        {
          brush.task = get_record (self, row->task);
          draw_task (&brush);
        }
      skh_display_list_rect (list, SKH_INK_LINE, 0, brush.y + SKH_TIMELINE_ROW_HEIGHT - 1,
                             width, 1);
    }
  draw_today (self, area, list);
}

/* A heading moves along its stretch with what is seen of it, so that the month or quarter
   one looks at is always named. */
static void
draw_heading (const SkhTick *tick,
              const SkhRect *area,
              SkhDisplayList *list,
              gboolean upper)
{
  float y = upper ? 0 : SKH_TIMELINE_HEAD_HEIGHT / 2;
  double x = upper ? MAX (tick->x, area->x) : tick->x;
  double width = tick->x + tick->width - x - 6;

  skh_display_list_rect (list, upper ? SKH_INK_STRONG_LINE : SKH_INK_LINE,
                         (float)floor (tick->x), y, 1, SKH_TIMELINE_HEAD_HEIGHT / 2);
  if (width < LEAST_HEADING)
    return;
  skh_display_list_text (list, SKH_SHAPE_TEXT, upper ? SKH_FONT_BOLD : SKH_FONT_SMALL,
                         upper ? SKH_INK_TEXT : SKH_INK_DIM_TEXT, -1, (float)x + 5, y,
                         (float)width, SKH_TIMELINE_HEAD_HEIGHT / 2, tick->text);
}

static void
draw_head_row (SkhTimeline *self,
               const SkhRect *area,
               SkhDisplayList *list,
               gboolean upper)
{
  g_autoptr (GArray) ticks = skh_timeline_axis_list_ticks (&self->axis, self->zoom, upper,
                                                           area->x, area->x + area->w);

  for (guint i = 0; i < ticks->len; i++)
    draw_heading (&g_array_index (ticks, SkhTick, i), area, list, upper);
}

void
skh_timeline_draw_head (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  draw_head_row (self, area, list, TRUE);
  draw_head_row (self, area, list, FALSE);
  draw_end (self, area, list);
  draw_today (self, area, list);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, (float)area->x,
                         SKH_TIMELINE_HEAD_HEIGHT - 1, (float)area->w, 1);
}

#define LEAD_X 268

static void
draw_band (SkhTimeline *self, guint section, float y, SkhDisplayList *list)
{
  const SkhSection *record = &skh_ledger_get_sections (self->ledger, NULL)[section];
  g_autofree char *title = g_strdup_printf ("%s %s %s", self->folded[section] ? "▸" : "▾",
                                            record->code, record->title);

  skh_display_list_rect (list, SKH_INK_HEAD, 0, y, SKH_TIMELINE_SIDE_WIDTH,
                         SKH_TIMELINE_ROW_HEIGHT);
  skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1, 8, y,
                         SKH_TIMELINE_SIDE_WIDTH - 16, SKH_TIMELINE_ROW_HEIGHT, title);
}

void
skh_timeline_draw_side (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  guint first, end;

  get_visible_rows (self, area, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      float y = (float)i * SKH_TIMELINE_ROW_HEIGHT;
      const SkhTask *task;

      if (row->task == SKH_NO_INDEX)
        draw_band (self, row->section, y, list);
      else
        {
          task = get_record (self, row->task);
          skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_BODY, SKH_INK_TEXT,
                                        -1, 22, y, LEAD_X - 28, SKH_TIMELINE_ROW_HEIGHT,
                                        task->short_title);
          skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                        SKH_INK_DIM_TEXT, -1, LEAD_X, y,
                                        SKH_TIMELINE_SIDE_WIDTH - LEAD_X - 6,
                                        SKH_TIMELINE_ROW_HEIGHT, task->lead_short);
        }
      skh_display_list_rect (list, SKH_INK_LINE, 0, y + SKH_TIMELINE_ROW_HEIGHT - 1,
                             SKH_TIMELINE_SIDE_WIDTH, 1);
    }
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, SKH_TIMELINE_SIDE_WIDTH - 1,
                         (float)area->y, 1, (float)area->h);
}

void
skh_timeline_draw_corner (SkhTimeline *self, SkhDisplayList *list)
{
  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1, 8,
                                0, LEAD_X - 16, SKH_TIMELINE_HEAD_HEIGHT, _ ("Task"));
  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_DIM_TEXT,
                                -1, LEAD_X, 0, SKH_TIMELINE_SIDE_WIDTH - LEAD_X - 6,
                                SKH_TIMELINE_HEAD_HEIGHT, _ ("Lead"));
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, 0, SKH_TIMELINE_HEAD_HEIGHT - 1,
                         SKH_TIMELINE_SIDE_WIDTH, 1);
  skh_display_list_rect (list, SKH_INK_STRONG_LINE, SKH_TIMELINE_SIDE_WIDTH - 1, 0, 1,
                         SKH_TIMELINE_HEAD_HEIGHT);
}

char *
skh_timeline_dup_row_name (SkhTimeline *self, guint row)
{
  const Row *record = &g_array_index (self->rows, Row, row);
  const SkhSection *section
    = &skh_ledger_get_sections (self->ledger, NULL)[record->section];
  const SkhTask *task;
  SkhRates rates;

  if (record->task == SKH_NO_INDEX)
    return g_strdup_printf (_ ("Section %s %s"), section->code, section->title);
  task = get_record (self, record->task);
  rates = get_rates (self, record->task);
  return g_strdup_printf (_ ("%s, %s, %s, %u of %u delivered, %u overdue"), task->title,
                          task->lead_text, task->wording != NULL ? task->wording : "",
                          rates.actual, rates.expected, rates.overdue);
}
