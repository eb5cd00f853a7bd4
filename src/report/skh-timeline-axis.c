/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-axis.h"

#include "skh-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  SkhPeriod whole = skh_period_new (SKH_PERIOD_YEAR, year, 1);
  SkhTimelineAxis self = {
    .first = skh_period_get_first_day (whole),
    .last = skh_period_get_last_day (whole),
  };

  self.day_width = zoom == SKH_ZOOM_YEAR
                     ? MAX (room / (self.last - self.first + 1), LEAST_DAY_WIDTH)
                     : day_widths[zoom];
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

static void
set_text (SkhTick *tick, SkhPeriodKind kind)
{
  int month, day;
  g_autofree char *roman = NULL;

  skh_date_get_ymd (tick->first, NULL, &month, &day);
  if (kind == SKH_PERIOD_QUARTER)
    {
      roman = skh_number_to_roman ((guint)(month + 2) / 3);
      g_snprintf (tick->text, sizeof tick->text, _ ("Quarter %s"), roman);
    }
  else if (kind == SKH_PERIOD_MONTH)
    g_snprintf (tick->text, sizeof tick->text, _ ("M%d"), month);
  else
    g_snprintf (tick->text, sizeof tick->text, "%d/%d", day, month);
}

static void
add_tick (const SkhTimelineAxis *self,
          GArray *ticks,
          SkhDate first,
          SkhDate last,
          SkhPeriodKind kind,
          double from,
          double to)
{
  SkhTick tick = { .first = first, .x = skh_timeline_axis_get_x (self, first) };

  tick.width = skh_timeline_axis_get_x (self, last + 1) - tick.x;
  if (tick.x + tick.width < from || tick.x > to)
    return;
  set_text (&tick, kind);
  g_array_append_val (ticks, tick);
}

static void
add_periods (const SkhTimelineAxis *self,
             GArray *ticks,
             SkhPeriodKind kind,
             double from,
             double to)
{
  SkhPeriod periods[12];
  SkhPeriod year = skh_period_of_day (SKH_PERIOD_YEAR, self->first);
  guint n = skh_period_split (year, kind, periods);

  for (guint i = 0; i < n; i++)
    add_tick (self, ticks, skh_period_get_first_day (periods[i]),
              skh_period_get_last_day (periods[i]), kind, from, to);
}

/* Weeks begin on Mondays; the first and the last of a year may be short. */
static void
add_weeks (const SkhTimelineAxis *self, GArray *ticks, double from, double to)
{
  for (SkhDate day = self->first; day <= self->last;)
    {
      SkhDate sunday = day + 7 - skh_date_get_weekday (day);

      add_tick (self, ticks, day, MIN (sunday, self->last), SKH_PERIOD_NONE, from, to);
      day = sunday + 1;
    }
}

static void
add_days (const SkhTimelineAxis *self, GArray *ticks, double from, double to)
{
  SkhDate first = skh_timeline_axis_get_day (self, from);
  SkhDate last = skh_timeline_axis_get_day (self, to);

  for (SkhDate day = first; day <= last; day++)
    add_tick (self, ticks, day, day, SKH_PERIOD_NONE, from, to);
}

GArray *
skh_timeline_axis_list_ticks (const SkhTimelineAxis *self,
                              SkhZoom zoom,
                              gboolean upper,
                              double from,
                              double to)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (SkhTick));

  if (upper)
    add_periods (self, ticks,
                 zoom == SKH_ZOOM_YEAR || zoom == SKH_ZOOM_QUARTER ? SKH_PERIOD_QUARTER
                                                                   : SKH_PERIOD_MONTH,
                 from, to);
  else if (zoom == SKH_ZOOM_YEAR)
    add_periods (self, ticks, SKH_PERIOD_MONTH, from, to);
  else if (zoom == SKH_ZOOM_WEEK)
    add_days (self, ticks, from, to);
  else
    add_weeks (self, ticks, from, to);
  return ticks;
}
