/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The body: what each task is, drawn as that. */

typedef struct
{
  SkhTimeline *self;
  SkhDisplayList *list;
  const SkhRect *area;
  const SkhTask *task;
  const SkhTimelineStanding *standing;
  guint row;
  float y, height;
} Brush;

#define BAR_INSET 5
#define COUNT_GAP 5
#define TODAY_WIDTH 2
#define NOTE_MARGIN 6
#define DIAMOND 12
#define MARK_GAP 10 /* from a diamond's middle to what stands beside it */
#define DASH_HEIGHT 4
#define GHOST_GRIP 2

static float
get_x (const Brush *brush, SkhDate day)
{
  return (float)skh_timeline_axis_get_x (&brush->self->axis, day);
}

static void
draw_small (const Brush *brush,
            SkhInk ink,
            int align,
            float x,
            float width,
            const char *text)
{
  skh_display_list_text (brush->list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, ink, align, x,
                         brush->y, width, brush->height, text);
}

/* — Bars — */

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
get_count_x (const Brush *brush, float end)
{
  SkhTimeline *self = brush->self;
  float x = end + COUNT_GAP;
  glong length = g_utf8_strlen (brush->standing->count, -1);
  float today = get_x (brush, self->on);

  if (self->on > self->axis.last || today < end
      || today > x + (float)(length * self->sizes.digit))
    return x;
  return today + TODAY_WIDTH + COUNT_GAP;
}

/* A bar that is due soon is like any other; the days that are left say it. */
static SkhInk
get_count_ink (const SkhRates *rates, SkhInk bar)
{
  if (bar != SKH_INK_BUSY)
    return bar;
  return rates->due_soon > 0 ? SKH_INK_WARNING : SKH_INK_DIM_TEXT;
}

/* The bar from the first day (or the year's) to the last, filled by the share delivered;
   how many of how many beside it. */
static void
draw_bar (const Brush *brush, SkhDate start, SkhDate due)
{
  const SkhRates *rates = &brush->standing->rates;
  float x = get_x (brush, start), y = brush->y + BAR_INSET;
  float width = MAX (get_x (brush, due + 1) - x, 4);
  float height = brush->height - 2 * BAR_INSET;
  double share = rates->expected > 0 ? (double)rates->actual / rates->expected : 0;
  float count_x = get_count_x (brush, x + width);
  SkhInk ink, fill;

  choose_inks (rates, &ink, &fill);
  skh_display_list_round (brush->list, share < 1 ? fill : ink, ink, x, y, width, height);
  if (share > 0 && share < 1)
    skh_display_list_rect (brush->list, ink, x + 1, y + 1,
                           (float)MAX (share * width, 4) - 1, height - 2);
  if (*brush->standing->count != '\0')
    skh_display_list_text_static (brush->list, SKH_SHAPE_TEXT, SKH_FONT_SMALL,
                                  get_count_ink (rates, ink), -1, count_x, brush->y,
                                  (float)skh_timeline_get_width (brush->self) - count_x,
                                  brush->height, brush->standing->count);
}

/* Where the end is being moved to: the bar's outline, and the day in words. */
static void
draw_ghost (const Brush *brush, SkhDate start)
{
  SkhTimeline *self = brush->self;
  SkhDate day = self->ghost_day;
  g_autofree char *text = skh_date_to_text (day);
  float x = get_x (brush, MIN (start, day)), end = get_x (brush, day + 1);
  float y = brush->y + BAR_INSET - 2, height = brush->height - 2 * (BAR_INSET - 2);
  float label = (float)(11 * self->sizes.digit);
  float label_x = MIN (end + COUNT_GAP, (float)skh_timeline_get_width (self) - label);

  skh_display_list_round (brush->list, SKH_INK_NONE, SKH_INK_CURSOR, x, y,
                          MAX (end - x, 4), height);
  skh_display_list_rect (brush->list, SKH_INK_CURSOR, end - GHOST_GRIP, brush->y,
                         2 * GHOST_GRIP, brush->height - 1);
  skh_display_list_round (brush->list, SKH_INK_BACKGROUND, SKH_INK_CURSOR, label_x,
                          brush->y + 1, label, brush->height - 3);
  skh_display_list_text (brush->list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, 0,
                         label_x, brush->y, label, brush->height - 1, text);
}

static gboolean
has_ghost (const Brush *brush)
{
  return brush->self->ghost_day != SKH_DATE_NONE && brush->self->ghost_row == brush->row;
}

/* The ghost's day stands where the count was. */
static void
draw_bar_or_ghost (const Brush *brush, SkhDate start, SkhDate due)
{
  SkhTimelineStanding bare = *brush->standing;
  Brush plain = *brush;

  if (!has_ghost (brush))
    {
      draw_bar (brush, start, due);
      return;
    }
  bare.count = (char *)"";
  plain.standing = &bare;
  draw_bar (&plain, start, due);
  draw_ghost (brush, start);
}

/* — Milestones — */

static const char *
get_mark_sign (const SkhTimelineMark *mark)
{
  return !mark->is_known             ? "?"
         : mark->ink == SKH_INK_BAD  ? "!"
         : mark->ink == SKH_INK_GOOD ? "✔"
         : mark->ink == SKH_INK_BUSY ? "…"
                                     : "";
}

/* A diamond on the period's day, its sign before it and the days left after it. */
static void
draw_mark (const Brush *brush, const SkhTimelineMark *mark, float room)
{
  float x = get_x (brush, mark->day + 1);
  const char *sign = get_mark_sign (mark);
  float sign_width = (float)(2 * brush->self->sizes.digit);

  skh_display_list_shape (brush->list, SKH_SHAPE_DIAMOND, mark->ink, x - DIAMOND / 2,
                          brush->y + (brush->height - DIAMOND) / 2, DIAMOND, DIAMOND);
  if (*sign != '\0')
    draw_small (brush, mark->ink == SKH_INK_BAD ? SKH_INK_BAD : SKH_INK_DIM_TEXT, 1,
                x - MARK_GAP + 2 - sign_width, sign_width, sign);
  if (mark->left >= 0 && room > sign_width)
    {
      g_autofree char *left = skh_timeline_dup_days_left (mark->left);

      draw_small (brush, SKH_INK_WARNING, -1, x + MARK_GAP, room, left);
    }
}

static void
draw_marks (const Brush *brush)
{
  const SkhTimelineStanding *standing = brush->standing;
  double end = skh_timeline_get_width (brush->self);
  float sign = (float)(2 * brush->self->sizes.digit + MARK_GAP);

  for (guint i = 0; i < standing->n_marks; i++)
    {
      const SkhTimelineMark *mark = &standing->marks[i];
      float next = i + 1 < standing->n_marks
                     ? get_x (brush, standing->marks[i + 1].day + 1) - sign
                     : (float)end;

      draw_mark (brush, mark, next - get_x (brush, mark->day + 1) - MARK_GAP);
    }
}

/* — What has no day — */

/* A note stands at the end of what is seen of the years, so that no zoom hides it. */
static void
draw_note (const Brush *brush, const char *text)
{
  double width = skh_timeline_axis_get_width (&brush->self->axis);
  double start = MAX (brush->area->x, 0);
  double end = MIN (brush->area->x + brush->area->w, width);

  if (end - start <= 2 * NOTE_MARGIN)
    return;
  draw_small (brush, SKH_INK_DIM_TEXT, 1, (float)start + NOTE_MARGIN,
              (float)(end - start) - 2 * NOTE_MARGIN, text);
}

static void
draw_ongoing (const Brush *brush)
{
  int year
    = skh_ledger_get_plan (skh_timeline_get_ledger (brush->self, brush->row))->year;
  float x = get_x (brush, skh_date_new (year, 1, 1));

  skh_display_list_shape (brush->list, SKH_SHAPE_DASHES, SKH_INK_OFF, x,
                          brush->y + (brush->height - DASH_HEIGHT) / 2,
                          get_x (brush, skh_date_new (year, 12, 31) + 1) - x,
                          DASH_HEIGHT);
}

static void
draw_waiting (const Brush *brush)
{
  g_autofree char *text = brush->task->event != NULL
                            ? g_strdup_printf (_ ("? waits for: %s"), brush->task->event)
                            : g_strdup (_ ("? waits for its event"));

  draw_note (brush, text);
}

static void
draw_task (const Brush *brush)
{
  SkhDeadlineKind kind = brush->task->deadline.kind;
  SkhDate start, due;

  if (skh_deadline_kind_is_periodic (kind))
    draw_marks (brush);
  else if (skh_timeline_get_bar (brush->self, brush->row, &start, &due))
    draw_bar_or_ghost (brush, start, due);
  else if (kind == SKH_DEADLINE_ONGOING)
    draw_ongoing (brush);
  else if (kind == SKH_DEADLINE_RELATIVE)
    draw_waiting (brush);
  else
    draw_note (brush, _ ("no deadline in the plan"));
}

/* — Behind the tasks — */

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

/* Where days are wide enough to tell apart, those off are shaded. */
static void
draw_days_off (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  const SkhHolidays *holidays
    = skh_ledger_get_holidays (skh_timeline_get_plan_ledger (self, 0));
  SkhDate last = skh_timeline_axis_get_day (&self->axis, area->x + area->w);

  if (self->zoom < SKH_ZOOM_MONTH)
    return;
  for (SkhDate day = skh_timeline_axis_get_day (&self->axis, area->x); day <= last; day++)
    if (!skh_holidays_is_working_day (holidays, day))
      skh_display_list_rect (list, SKH_INK_HEAD,
                             (float)skh_timeline_axis_get_x (&self->axis, day),
                             (float)area->y, (float)self->axis.day_width, (float)area->h);
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

/* Draws what stands for the task of a row, and nothing around it. */
void
skh_timeline_draw_task (SkhTimeline *self,
                        guint row,
                        const SkhRect *area,
                        SkhDisplayList *list)
{
  Brush brush = {
    .self = self,
    .list = list,
    .area = area,
    .task = skh_timeline_get_task_record (self, row),
    .standing = skh_timeline_get_standing (self, row),
    .row = row,
    .y = (float)row * (float)self->sizes.row,
    .height = (float)self->sizes.row,
  };

  draw_task (&brush);
}

/* A row goes on where the years end, as its band does when it is selected. */
static void
draw_row_ground (SkhTimeline *self, guint row, const SkhRect *area, SkhDisplayList *list)
{
  float height = (float)self->sizes.row, y = (float)row * height;
  float x = (float)area->x, width = (float)area->w;

  if (skh_timeline_get_task_record (self, row) == NULL)
    skh_display_list_rect (list, SKH_INK_HEAD, x, y, width, height);
  skh_display_list_rect (list, SKH_INK_LINE, x, y + height - 1, width, 1);
}

void
skh_timeline_draw_body (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list)
{
  guint first, end;

  skh_timeline_get_visible_rows (self, area, &first, &end);
  draw_days_off (self, area, list);
  draw_ticks (self, area, list, FALSE, SKH_INK_LINE);
  draw_ticks (self, area, list, TRUE, SKH_INK_STRONG_LINE);
  draw_end (self, area, list);
  for (guint row = first; row < end; row++)
    draw_row_ground (self, row, area, list);
  skh_display_list_end_ground (list);
  for (guint row = first; row < end; row++)
    if (skh_timeline_get_task_record (self, row) != NULL)
      skh_timeline_draw_task (self, row, area, list);
  draw_today (self, area, list);
}
