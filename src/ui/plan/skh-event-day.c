/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-event-day.h"

/* An office never waits longer than this after an event. */
#define MAX_DAYS_AFTER 400

SkhDate
skh_event_find_last_day (const SkhWording *words,
                         const SkhHolidays *holidays,
                         SkhDate day)
{
  int left = ABS (words->days_after), step = words->days_after < 0 ? -1 : 1;

  if (!words->in_working_days)
    return day + words->days_after;
  while (left > 0)
    {
      day += step;
      left -= skh_holidays_is_working_day (holidays, day);
    }
  return day;
}

SkhDate
skh_event_find_day (const SkhWording *words,
                    const SkhHolidays *holidays,
                    SkhDate last_day)
{
  if (last_day == SKH_DATE_NONE || !words->in_working_days)
    return last_day == SKH_DATE_NONE ? last_day : last_day - words->days_after;
  for (SkhDate day = last_day; day > last_day - MAX_DAYS_AFTER; day--)
    if (skh_event_find_last_day (words, holidays, day) == last_day)
      return day;

  return last_day;
}
