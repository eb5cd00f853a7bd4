/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-period.h"

#include <string.h>

/* By kind: how many there are in a year. */
static const guint8 counts[] = {
  [SKH_PERIOD_YEAR] = 1,
  [SKH_PERIOD_HALF] = 2,
  [SKH_PERIOD_QUARTER] = 4,
  [SKH_PERIOD_MONTH] = 12,
};

static gboolean
is_kind (guint kind)
{
  return kind > SKH_PERIOD_NONE && kind < G_N_ELEMENTS (counts);
}

static int
get_n_months (SkhPeriod period)
{
  return 12 / counts[period.kind];
}

static int
get_first_month (SkhPeriod period)
{
  return (period.index - 1) * get_n_months (period) + 1;
}

/* The part after the year: "", "-H1", "-Q1" or "-04". */
static SkhPeriod
parse_part (const char *part, int year)
{
  gsize length = strlen (part);

  if (length == 0)
    return skh_period_new (SKH_PERIOD_YEAR, year, 1);
  if (length != 3 || part[0] != '-' || !g_ascii_isdigit (part[2]))
    return SKH_PERIOD_INIT_NONE;

  int last_digit = part[2] - '0';
  if (part[1] == 'H')
    return skh_period_new (SKH_PERIOD_HALF, year, last_digit);
  if (part[1] == 'Q')
    return skh_period_new (SKH_PERIOD_QUARTER, year, last_digit);
  if (g_ascii_isdigit (part[1]))
    return skh_period_new (SKH_PERIOD_MONTH, year, (part[1] - '0') * 10 + last_digit);

  return SKH_PERIOD_INIT_NONE;
}

/**
 * skh_period_new:
 * @kind: its kind
 * @year: 1 to 9999
 * @index: which one of the year, from 1; for a year itself 0 or 1, which mean the same
 *
 * Returns: the period, or the unset one when there is no such period
 */
SkhPeriod
skh_period_new (SkhPeriodKind kind, int year, int index)
{
  if (!is_kind (kind) || skh_date_days_in_month (year, 1) == 0)
    return SKH_PERIOD_INIT_NONE;
  if (kind == SKH_PERIOD_YEAR && index == 0)
    index = 1;
  if (index < 1 || index > counts[kind])
    return SKH_PERIOD_INIT_NONE;

  return (
    SkhPeriod){ .year = (gint16)year, .kind = (guint8)kind, .index = (guint8)index };
}

/**
 * skh_period_parse:
 * @text: (nullable): `2023`, `2023-H1`, `2023-Q1` or `2023-04`
 *
 * Returns: the period, or the unset one when @text is anything else
 */
SkhPeriod
skh_period_parse (const char *text)
{
  int year = 0;

  if (text == NULL)
    return SKH_PERIOD_INIT_NONE;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return SKH_PERIOD_INIT_NONE;
      year = year * 10 + (text[i] - '0');
    }

  return parse_part (text + 4, year);
}

/**
 * skh_period_to_string:
 * @period: a period
 *
 * Returns: (transfer full) (nullable): the form skh_period_parse() reads, the same in
 *   files and on the command line; %NULL for the unset period
 */
char *
skh_period_to_string (SkhPeriod period)
{
  switch ((SkhPeriodKind)period.kind)
    {
    case SKH_PERIOD_YEAR:
      return g_strdup_printf ("%04d", period.year);
    case SKH_PERIOD_HALF:
      return g_strdup_printf ("%04d-H%d", period.year, period.index);
    case SKH_PERIOD_QUARTER:
      return g_strdup_printf ("%04d-Q%d", period.year, period.index);
    case SKH_PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", period.year, period.index);
    case SKH_PERIOD_NONE:
    default:
      return NULL;
    }
}

/**
 * skh_period_to_text:
 * @period: a period
 *
 * The words of the office's paper, always Vietnamese and in lower case, to stand inside a
 * sentence.
 *
 * Returns: (transfer full): such as `quý I năm 2023`; an empty string for the unset
 *   period
 */
char *
skh_period_to_text (SkhPeriod period)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };

  switch ((SkhPeriodKind)period.kind)
    {
    case SKH_PERIOD_YEAR:
      return g_strdup_printf ("năm %d", period.year);
    case SKH_PERIOD_HALF:
      return g_strdup_printf ("6 tháng %s năm %d", period.index == 1 ? "đầu" : "cuối",
                              period.year);
    case SKH_PERIOD_QUARTER:
      return g_strdup_printf ("quý %s năm %d", quarters[period.index - 1], period.year);
    case SKH_PERIOD_MONTH:
      return g_strdup_printf ("tháng %d năm %d", period.index, period.year);
    case SKH_PERIOD_NONE:
    default:
      return g_strdup ("");
    }
}

/**
 * skh_period_get_first_day:
 * @period: a period
 *
 * Returns: its first day; %SKH_DATE_NONE for the unset period
 */
SkhDate
skh_period_get_first_day (SkhPeriod period)
{
  if (!skh_period_is_set (period))
    return SKH_DATE_NONE;

  return skh_date_new (period.year, get_first_month (period), 1);
}

/**
 * skh_period_get_last_day:
 * @period: a period
 *
 * Returns: its last day; %SKH_DATE_NONE for the unset period
 */
SkhDate
skh_period_get_last_day (SkhPeriod period)
{
  if (!skh_period_is_set (period))
    return SKH_DATE_NONE;

  int month = get_first_month (period) + get_n_months (period) - 1;
  return skh_date_new (period.year, month, skh_date_days_in_month (period.year, month));
}

/**
 * skh_period_is_set:
 * @period: a period
 *
 * Returns: %FALSE for the unset period
 */
gboolean
skh_period_is_set (SkhPeriod period)
{
  return is_kind (period.kind);
}

/**
 * skh_period_equal:
 * @a: a period
 * @b: another
 *
 * Returns: %TRUE when the two are the same period of the same kind
 */
gboolean
skh_period_equal (SkhPeriod a, SkhPeriod b)
{
  return a.year == b.year && a.kind == b.kind && a.index == b.index;
}

/**
 * skh_period_contains_day:
 * @period: a period; the unset one contains no day
 * @day: a day; %SKH_DATE_NONE lies in no period
 *
 * Returns: %TRUE when @day lies in @period
 */
gboolean
skh_period_contains_day (SkhPeriod period, SkhDate day)
{
  return day != SKH_DATE_NONE && skh_period_is_set (period)
         && skh_period_get_first_day (period) <= day
         && day <= skh_period_get_last_day (period);
}

/**
 * skh_period_contains:
 * @outer: a period
 * @inner: a period
 *
 * Returns: %TRUE when every day of @inner lies in @outer; a period contains itself, the
 *   unset period neither contains nor lies in any
 */
gboolean
skh_period_contains (SkhPeriod outer, SkhPeriod inner)
{
  return skh_period_contains_day (outer, skh_period_get_first_day (inner))
         && skh_period_contains_day (outer, skh_period_get_last_day (inner));
}

/**
 * skh_period_of_day:
 * @kind: the kind of period wanted
 * @day: a day
 *
 * Returns: the period of @kind in which @day lies; the unset period for %SKH_DATE_NONE
 */
SkhPeriod
skh_period_of_day (SkhPeriodKind kind, SkhDate day)
{
  int year, month;

  if (day == SKH_DATE_NONE || !is_kind (kind))
    return SKH_PERIOD_INIT_NONE;

  skh_date_get_ymd (day, &year, &month, NULL);
  return skh_period_new (kind, year, (month - 1) * counts[kind] / 12 + 1);
}

/**
 * skh_period_split:
 * @whole: a period
 * @kind: the kind of its parts
 * @parts: (out caller-allocates) (array): room for the parts, 12 at most
 *
 * Returns: how many periods of @kind make up @whole, first to last in @parts: 1 when it
 *   is of that kind itself, 0 when it is shorter
 */
guint
skh_period_split (SkhPeriod whole, SkhPeriodKind kind, SkhPeriod *parts)
{
  if (!skh_period_is_set (whole) || !is_kind (kind))
    return 0;

  guint n = counts[kind] / counts[whole.kind];
  for (guint i = 0; i < n; i++)
    parts[i] = skh_period_new (kind, whole.year, (int)((whole.index - 1) * n + i + 1));

  return n;
}
