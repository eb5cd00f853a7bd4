/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-holidays.h"

#define SATURDAY 6

struct _SkhHolidays
{
  GHashTable *days;  /* set of SkhDate */
  GHashTable *years; /* set of int */
};

/**
 * skh_holidays_new:
 *
 * Returns: (transfer full): a calendar in which no year has been entered
 */
SkhHolidays *
skh_holidays_new (void)
{
  SkhHolidays *self = g_new0 (SkhHolidays, 1);

  self->days = g_hash_table_new (NULL, NULL);
  self->years = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * skh_holidays_free:
 * @self: (transfer full) (nullable): a calendar
 */
void
skh_holidays_free (SkhHolidays *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->days);
  g_hash_table_unref (self->years);
  g_free (self);
}

/**
 * skh_holidays_add_year:
 * @self: a calendar
 * @year: a year whose days off are all entered, which may be none
 */
void
skh_holidays_add_year (SkhHolidays *self, int year)
{
  g_hash_table_add (self->years, GINT_TO_POINTER (year));
}

/**
 * skh_holidays_add_day:
 * @self: a calendar
 * @day: a day off
 *
 * A day alone does not make its year known: see skh_holidays_add_year().
 */
void
skh_holidays_add_day (SkhHolidays *self, SkhDate day)
{
  g_return_if_fail (day != SKH_DATE_NONE);

  g_hash_table_add (self->days, GINT_TO_POINTER (day));
}

/**
 * skh_holidays_knows_year:
 * @self: a calendar
 * @year: a year
 *
 * Returns: whether the days off of @year have been entered
 */
gboolean
skh_holidays_knows_year (const SkhHolidays *self, int year)
{
  return g_hash_table_contains (self->years, GINT_TO_POINTER (year));
}

/**
 * skh_holidays_is_working_day:
 * @self: a calendar
 * @day: a day
 *
 * Returns: %FALSE on Saturdays, Sundays and the days off that were entered
 */
gboolean
skh_holidays_is_working_day (const SkhHolidays *self, SkhDate day)
{
  return skh_date_get_weekday (day) < SATURDAY
         && !g_hash_table_contains (self->days, GINT_TO_POINTER (day));
}

/**
 * skh_holidays_get_next_working_day:
 * @self: a calendar
 * @day: a day, working or not
 * @certain: (out) (optional): %FALSE when the way to the answer leads through a year
 *   whose days off nobody has entered, so that the answer may itself be one
 *
 * Rule of the office on deadlines: a due day on a weekend or holiday is shown with the
 * next working day beside it, never moved; holidays of a year nobody entered are unknown,
 * and said to be.
 *
 * Returns: the first working day after @day; %SKH_DATE_NONE for %SKH_DATE_NONE
 */
SkhDate
skh_holidays_get_next_working_day (const SkhHolidays *self,
                                   SkhDate day,
                                   gboolean *certain)
{
  gboolean all_known = TRUE;
  SkhDate next = day;

  if (day == SKH_DATE_NONE)
    all_known = FALSE;
  else
    do
      {
        next++;
        all_known &= skh_holidays_knows_year (self, skh_date_get_year (next));
      }
    while (!skh_holidays_is_working_day (self, next));

  if (certain != NULL)
    *certain = all_known;
  return next;
}
