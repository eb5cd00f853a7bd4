/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-date.h"

#include <string.h>

#define MIN_YEAR 1
#define MAX_YEAR 9999

/* The calendar repeats every 400 years, an "era". Years are counted from 1 March, so that
   the leap day is the last day of its year and month lengths follow one formula. */
#define DAYS_PER_ERA 146097
#define DAYS_FROM_MARCH_0_TO_1970 719468

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static gint32
floor_div (gint32 a, gint32 b)
{
  return a / b - (a % b < 0);
}

static SkhDate
days_from_civil (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = floor_div (y, 400);
  int year_of_era = y - era * 400;
  int month_from_march = (month + 9) % 12;
  int day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_FROM_MARCH_0_TO_1970;
}

/* Reads between @min and @max digits at *@at and moves past them; -1 when there are fewer
   or more. */
static int
read_digits (const char **at, int min, int max)
{
  int n = 0;
  int value = 0;

  for (; g_ascii_isdigit (**at); (*at)++)
    {
      if (++n > max)
        return -1;
      value = value * 10 + (**at - '0');
    }

  return n < min ? -1 : value;
}

static gboolean
read_separator (const char **at, char separator)
{
  if (**at != separator)
    return FALSE;

  (*at)++;
  return TRUE;
}

/* A year of one or three digits is a slip of the finger, not a year. */
static int
read_typed_year (const char **at)
{
  const char *start = *at;
  int year = read_digits (at, 2, 4);

  switch (*at - start)
    {
    case 2:
      return year + 2000;
    case 4:
      return year;
    default:
      return -1;
    }
}

static SkhDate
parse_day_first (const char *text, int default_year)
{
  const char *at = text;
  int day = read_digits (&at, 1, 2);
  char separator = *at;

  if (day < 0 || separator == '\0' || strchr ("/.-", separator) == NULL)
    return SKH_DATE_NONE;
  at++;

  int month = read_digits (&at, 1, 2);
  int year = default_year;
  if (read_separator (&at, separator))
    year = read_typed_year (&at);

  return *at == '\0' ? skh_date_new (year, month, day) : SKH_DATE_NONE;
}

/**
 * skh_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the month's last day
 *
 * Returns: the day, or %SKH_DATE_NONE when the calendar has no such day
 */
SkhDate
skh_date_new (int year, int month, int day)
{
  if (day < 1 || day > skh_date_days_in_month (year, month))
    return SKH_DATE_NONE;

  return days_from_civil (year, month, day);
}

/**
 * skh_date_get_ymd:
 * @date: a day, not %SKH_DATE_NONE
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, from 1
 * @day: (out) (optional): its day of the month, from 1
 */
void
skh_date_get_ymd (SkhDate date, int *year, int *month, int *day)
{
  g_return_if_fail (date != SKH_DATE_NONE);

  gint32 days = date + DAYS_FROM_MARCH_0_TO_1970;
  gint32 era = floor_div (days, DAYS_PER_ERA);
  gint32 day_of_era = days - era * DAYS_PER_ERA;
  gint32 year_of_era
    = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint32 day_of_year
    = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint32 month_from_march = (5 * day_of_year + 2) / 153;
  gint32 civil_month
    = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;

  if (year != NULL)
    *year = era * 400 + year_of_era + (civil_month <= 2);
  if (month != NULL)
    *month = civil_month;
  if (day != NULL)
    *day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
}

/**
 * skh_date_get_year:
 * @date: a day, not %SKH_DATE_NONE
 *
 * Returns: the year of @date
 */
int
skh_date_get_year (SkhDate date)
{
  int year = 0;

  skh_date_get_ymd (date, &year, NULL, NULL);
  return year;
}

/**
 * skh_date_get_weekday:
 * @date: a day, not %SKH_DATE_NONE
 *
 * Returns: 1 (Monday) to 7 (Sunday), as in ISO 8601 and #GDateWeekday
 */
int
skh_date_get_weekday (SkhDate date)
{
  g_return_val_if_fail (date != SKH_DATE_NONE, 0);

  /* Day 0, 1970-01-01, was a Thursday. */
  gint32 from_monday = date + 3;
  return from_monday - floor_div (from_monday, 7) * 7 + 1;
}

/**
 * skh_date_days_in_month:
 * @year: a year
 * @month: a month
 *
 * Returns: 28 to 31, or 0 when there is no such month
 */
int
skh_date_days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12)
    return 0;

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/**
 * skh_date_parse_iso:
 * @text: (nullable): exactly `YYYY-MM-DD`
 *
 * Returns: the day, or %SKH_DATE_NONE when @text is anything else
 */
SkhDate
skh_date_parse_iso (const char *text)
{
  const char *at = text;

  if (text == NULL)
    return SKH_DATE_NONE;

  int year = read_digits (&at, 4, 4);
  if (year < 0 || !read_separator (&at, '-'))
    return SKH_DATE_NONE;
  int month = read_digits (&at, 2, 2);
  if (month < 0 || !read_separator (&at, '-'))
    return SKH_DATE_NONE;
  int day = read_digits (&at, 2, 2);

  return *at == '\0' ? skh_date_new (year, month, day) : SKH_DATE_NONE;
}

/**
 * skh_date_parse_typed:
 * @text: (nullable): a day as people type it: `15/4`, `15/04/2023`, `15.4.23`,
 *   `15-4-2023` or `2023-04-15`, with or without blanks around it
 * @default_year: the year of a day typed without one
 *
 * The day comes before the month, as Vietnamese is written. A year of two digits lies in
 * this century.
 *
 * Returns: the day, or %SKH_DATE_NONE when @text is no day of the calendar
 */
SkhDate
skh_date_parse_typed (const char *text, int default_year)
{
  if (text == NULL)
    return SKH_DATE_NONE;

  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  SkhDate iso = skh_date_parse_iso (trimmed);

  return iso != SKH_DATE_NONE ? iso : parse_day_first (trimmed, default_year);
}

/**
 * skh_date_to_iso:
 * @date: a day
 *
 * Returns: (transfer full) (nullable): `2023-04-15`; %NULL for %SKH_DATE_NONE
 */
char *
skh_date_to_iso (SkhDate date)
{
  int year, month, day;

  if (date == SKH_DATE_NONE)
    return NULL;

  skh_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * skh_date_to_text:
 * @date: a day
 *
 * Returns: (transfer full): `15/4/2023`, as the office writes it; an empty string for
 *   %SKH_DATE_NONE
 */
char *
skh_date_to_text (SkhDate date)
{
  int year, month, day;

  if (date == SKH_DATE_NONE)
    return g_strdup ("");

  skh_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%d/%d/%d", day, month, year);
}
