/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
#define PROGRESS_WIDTH (SKH_TIMELINE_END_MARGIN - 6)
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
  SkhRates rates
    = skh_timeline_get_task_rates (self, skh_timeline_get_task (self, brush->row));
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
      const SkhTimelineRow *row = &g_array_index (self->rows, SkhTimelineRow, i);
      Brush brush = { self, list, area, NULL, i, (float)i * SKH_TIMELINE_ROW_HEIGHT };

      if (row->task == SKH_NO_INDEX)
        skh_display_list_rect (list, SKH_INK_HEAD, 0, brush.y, width,
                               SKH_TIMELINE_ROW_HEIGHT);
      else
        {
          brush.task = skh_timeline_get_task_record (self, row->task);
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
      const SkhTimelineRow *row = &g_array_index (self->rows, SkhTimelineRow, i);
      float y = (float)i * SKH_TIMELINE_ROW_HEIGHT;
      const SkhTask *task;

      if (row->task == SKH_NO_INDEX)
        draw_band (self, row->section, y, list);
      else
        {
          task = skh_timeline_get_task_record (self, row->task);
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
