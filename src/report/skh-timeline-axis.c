/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-axis.h"

#include "skh-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Pixels a day at each zoom; a year fills the room it is given. */
static const double day_widths[] = {
  [SKH_ZOOM_QUARTER] = 8,
  [SKH_ZOOM_MONTH] = 20,
  [SKH_ZOOM_WEEK] = 44,
};

#define LEAST_DAY_WIDTH 1.6

SkhTimelineAxis
skh_timeline_axis_new (int year, SkhZoom zoom, double room)
{
  return skh_timeline_axis_new_span (year, year, zoom, room);
}

/**
 * skh_timeline_axis_new_span:
 * @room: the pixels one year should fill at the zoom of a year; a leap year stands a
 * day's width over it
 *
 * Returns: the days from the first of @first_year to the last of @last_year
 */
SkhTimelineAxis
skh_timeline_axis_new_span (int first_year, int last_year, SkhZoom zoom, double room)
{
  SkhDate first = skh_date_new (first_year, 1, 1);
  SkhTimelineAxis self = { .first = first, .last = skh_date_new (last_year, 12, 31) };
  int days = skh_date_new (first_year, 12, 31) - first + 1;

  self.day_width
    = zoom == SKH_ZOOM_YEAR ? MAX (room / days, LEAST_DAY_WIDTH) : day_widths[zoom];
  return self;
}

double
skh_timeline_axis_get_width (const SkhTimelineAxis *self)
{
  return (self->last - self->first + 1) * self->day_width;
}

double
skh_timeline_axis_get_x (const SkhTimelineAxis *self, SkhDate day)
{
  return (CLAMP (day, self->first, self->last + 1) - self->first) * self->day_width;
}

SkhDate
skh_timeline_axis_get_day (const SkhTimelineAxis *self, double x)
{
  return CLAMP (self->first + (SkhDate)floor (x / self->day_width), self->first,
                self->last);
}

static gboolean
has_one_year (const SkhTimelineAxis *self)
{
  return skh_date_get_year (self->first) == skh_date_get_year (self->last);
}

typedef struct
{
  const SkhTimelineAxis *axis;
  GArray *ticks;
  double from, to;
} Row;

static void
add_tick (const Row *row, SkhDate first, SkhDate last, SkhPeriodKind kind)
{
  SkhTick tick
    = { .first = first, .x = skh_timeline_axis_get_x (row->axis, first), .kind = kind };

  tick.width = skh_timeline_axis_get_x (row->axis, last + 1) - tick.x;
  if (tick.x + tick.width < row->from || tick.x > row->to)
    return;
  g_array_append_val (row->ticks, tick);
}

/* Whole years are walked, but only those that are seen. */
static void
add_periods (const Row *row, SkhPeriodKind kind)
{
  int year = skh_date_get_year (skh_timeline_axis_get_day (row->axis, row->from));
  int last = skh_date_get_year (skh_timeline_axis_get_day (row->axis, row->to));

  for (; year <= last; year++)
    {
      SkhPeriod periods[12];
      guint n
        = skh_period_split (skh_period_new (SKH_PERIOD_YEAR, year, 1), kind, periods);

      for (guint i = 0; i < n; i++)
        add_tick (row, skh_period_get_first_day (periods[i]),
                  skh_period_get_last_day (periods[i]), kind);
    }
}

/* Weeks begin on Mondays; the first and the last of the axis may be short. */
static void
add_weeks (const Row *row)
{
  SkhDate seen = skh_timeline_axis_get_day (row->axis, row->from) - 1;
  SkhDate last = skh_timeline_axis_get_day (row->axis, row->to);

  for (SkhDate day = MAX (seen + 1 - skh_date_get_weekday (seen), row->axis->first);
       day <= last;)
    {
      SkhDate sunday = day + 7 - skh_date_get_weekday (day);

      add_tick (row, day, MIN (sunday, row->axis->last), SKH_PERIOD_NONE);
      day = sunday + 1;
    }
}

static void
add_days (const Row *row)
{
  SkhDate last = skh_timeline_axis_get_day (row->axis, row->to);

  for (SkhDate day = skh_timeline_axis_get_day (row->axis, row->from); day <= last; day++)
    add_tick (row, day, day, SKH_PERIOD_NONE);
}

GArray *
skh_timeline_axis_list_ticks (const SkhTimelineAxis *self,
                              SkhZoom zoom,
                              gboolean upper,
                              double from,
                              double to)
{
  Row row = { self, g_array_new (FALSE, FALSE, sizeof (SkhTick)), from, to };

  if (upper)
    add_periods (&row, zoom == SKH_ZOOM_YEAR || zoom == SKH_ZOOM_QUARTER
                         ? SKH_PERIOD_QUARTER
                         : SKH_PERIOD_MONTH);
  else if (zoom == SKH_ZOOM_YEAR)
    add_periods (&row, SKH_PERIOD_MONTH);
  else if (zoom == SKH_ZOOM_WEEK)
    add_days (&row);
  else
    add_weeks (&row);
  return row.ticks;
}

void
skh_timeline_axis_write_tick (const SkhTimelineAxis *self,
                              const SkhTick *tick,
                              gboolean upper,
                              char text[SKH_TICK_TEXT_SIZE])
{
  int year, month, day;
  g_autofree char *roman = NULL;
  gsize length;

  skh_date_get_ymd (tick->first, &year, &month, &day);
  if (tick->kind == SKH_PERIOD_QUARTER)
    {
      roman = skh_number_to_roman ((guint)(month + 2) / 3);
      g_snprintf (text, SKH_TICK_TEXT_SIZE, _ ("Quarter %s"), roman);
    }
  else if (tick->kind == SKH_PERIOD_MONTH)
    g_snprintf (text, SKH_TICK_TEXT_SIZE, _ ("M%d"), month);
  else
    g_snprintf (text, SKH_TICK_TEXT_SIZE, "%d/%d", day, month);
  length = strlen (text);
  if (upper && !has_one_year (self))
    g_snprintf (text + length, SKH_TICK_TEXT_SIZE - length, "/%d", year);
}
