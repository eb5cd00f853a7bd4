/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-deadline.h"

static const struct
{
  const char *name;
  SkhPeriodKind period_kind; /* of the lines a year gives */
  gboolean awaits_day;
  gboolean is_dated;
} kinds[] = {
  [SKH_DEADLINE_UNSPECIFIED] = { "unspecified", SKH_PERIOD_YEAR, FALSE, FALSE },
  [SKH_DEADLINE_ONGOING] = { "ongoing", SKH_PERIOD_YEAR, FALSE, FALSE },
  [SKH_DEADLINE_RELATIVE] = { "relative", SKH_PERIOD_YEAR, TRUE, TRUE },
  [SKH_DEADLINE_IN_PERIOD] = { "in_period", SKH_PERIOD_YEAR, FALSE, TRUE },
  [SKH_DEADLINE_BY_END_OF] = { "by_end_of", SKH_PERIOD_YEAR, FALSE, TRUE },
  [SKH_DEADLINE_BEFORE] = { "before", SKH_PERIOD_YEAR, FALSE, TRUE },
  [SKH_DEADLINE_MONTHLY] = { "monthly", SKH_PERIOD_MONTH, FALSE, TRUE },
  [SKH_DEADLINE_QUARTERLY] = { "quarterly", SKH_PERIOD_QUARTER, FALSE, TRUE },
  [SKH_DEADLINE_HALF_YEARLY] = { "half_yearly", SKH_PERIOD_HALF, FALSE, TRUE },
  [SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE]
  = { "quarterly_set_by_office", SKH_PERIOD_QUARTER, TRUE, TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == SKH_N_DEADLINE_KINDS);

/**
 * skh_deadline_kind_to_string:
 * @kind: a kind
 *
 * Returns: the word for @kind in templates, workbooks and on the command line
 */
const char *
skh_deadline_kind_to_string (SkhDeadlineKind kind)
{
  g_return_val_if_fail (kind < SKH_N_DEADLINE_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * skh_deadline_kind_from_string:
 * @text: (nullable): a word
 * @kind: (out): the kind it stands for
 *
 * Returns: %FALSE, with @kind as it was, when @text stands for none
 */
gboolean
skh_deadline_kind_from_string (const char *text, SkhDeadlineKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (text, kinds[i].name) == 0)
      {
        *kind = (SkhDeadlineKind)i;
        return TRUE;
      }

  return FALSE;
}

/**
 * skh_deadline_kind_is_periodic:
 * @kind: a kind
 *
 * Returns: %TRUE when a year gives a line for each of its months, quarters or halves
 */
gboolean
skh_deadline_kind_is_periodic (SkhDeadlineKind kind)
{
  g_return_val_if_fail (kind < SKH_N_DEADLINE_KINDS, FALSE);

  return kinds[kind].period_kind != SKH_PERIOD_YEAR;
}

/**
 * skh_deadline_kind_awaits_day:
 * @kind: a kind
 *
 * Rule of the office on deadlines: the day of a `relative` deadline is unknown until the
 * event it waits for is entered, and a plan that leaves the day of each quarter to a
 * later guidance has none until the office enters it.
 *
 * Returns: %TRUE when the last day is known only once the office enters it
 */
gboolean
skh_deadline_kind_awaits_day (SkhDeadlineKind kind)
{
  g_return_val_if_fail (kind < SKH_N_DEADLINE_KINDS, FALSE);

  return kinds[kind].awaits_day;
}

/**
 * skh_deadline_kind_is_dated:
 * @kind: a kind
 *
 * Rule of the office on deadlines: what is `ongoing` or `unspecified` is never late.
 *
 * Returns: %TRUE when the kind gives a last day, by its wording or once one is entered
 */
gboolean
skh_deadline_kind_is_dated (SkhDeadlineKind kind)
{
  g_return_val_if_fail (kind < SKH_N_DEADLINE_KINDS, FALSE);

  return kinds[kind].is_dated;
}

/**
 * skh_deadline_in_period:
 * @period: the period named by the plan
 *
 * Returns: a deadline of all of @period: its last day is the last
 */
SkhDeadline
skh_deadline_in_period (SkhPeriod period)
{
  return (SkhDeadline){ .kind = SKH_DEADLINE_IN_PERIOD,
                        .first_day = skh_period_get_first_day (period),
                        .last_day = skh_period_get_last_day (period) };
}

/**
 * skh_deadline_by_end_of:
 * @period: the period named by the plan
 * @has_first_day: whether the work also begins with @period
 *
 * Returns: a deadline on the last day of @period
 */
SkhDeadline
skh_deadline_by_end_of (SkhPeriod period, gboolean has_first_day)
{
  return (SkhDeadline){ .kind = SKH_DEADLINE_BY_END_OF,
                        .first_day = has_first_day ? skh_period_get_first_day (period)
                                                   : SKH_DATE_NONE,
                        .last_day = skh_period_get_last_day (period) };
}

/**
 * skh_deadline_before:
 * @day: the day named by the plan
 *
 * Rule of the office on deadlines: "before" a day means the day before it at the latest.
 *
 * Returns: a deadline on the eve of @day
 */
SkhDeadline
skh_deadline_before (SkhDate day)
{
  return (SkhDeadline){ .kind = SKH_DEADLINE_BEFORE,
                        .first_day = SKH_DATE_NONE,
                        .last_day = day == SKH_DATE_NONE ? SKH_DATE_NONE : day - 1 };
}

/**
 * skh_deadline_periodic:
 * @kind: a periodic kind
 * @year: the plan's year
 *
 * Returns: a deadline that spans @year; one without days when @kind awaits them
 */
SkhDeadline
skh_deadline_periodic (SkhDeadlineKind kind, int year)
{
  SkhPeriod whole = skh_period_new (SKH_PERIOD_YEAR, year, 1);

  g_return_val_if_fail (skh_deadline_kind_is_periodic (kind), skh_deadline_open (kind));

  if (skh_deadline_kind_awaits_day (kind))
    return skh_deadline_open (kind);

  return (SkhDeadline){ .kind = kind,
                        .first_day = skh_period_get_first_day (whole),
                        .last_day = skh_period_get_last_day (whole) };
}

/**
 * skh_deadline_open:
 * @kind: a kind
 *
 * Returns: a deadline of @kind without days
 */
SkhDeadline
skh_deadline_open (SkhDeadlineKind kind)
{
  return (
    SkhDeadline){ .kind = kind, .first_day = SKH_DATE_NONE, .last_day = SKH_DATE_NONE };
}

/* Where there is no 29 February, what begins or is limited there is so on 1 March. */
static SkhDate
move_day (SkhDate day, int years, gboolean keeps_month_end)
{
  int year, month, day_of_month;

  if (day == SKH_DATE_NONE)
    return SKH_DATE_NONE;

  skh_date_get_ymd (day, &year, &month, &day_of_month);
  int n_days = skh_date_days_in_month (year + years, month);
  if (keeps_month_end && day_of_month == skh_date_days_in_month (year, month))
    return skh_date_new (year + years, month, n_days);
  if (day_of_month > n_days)
    return skh_date_new (year + years, month + 1, 1);

  return skh_date_new (year + years, month, day_of_month);
}

/**
 * skh_deadline_move_year:
 * @deadline: a deadline
 * @years: by how many years, forward or, when negative, back
 *
 * Rule of the office on next year's plan: days move by the year's number. The end of
 * February stays its end; "before 29 February" is before the end of February.
 *
 * Returns: the same deadline in the other year; days that are not known stay so
 */
SkhDeadline
skh_deadline_move_year (const SkhDeadline *deadline, int years)
{
  SkhDeadline moved = *deadline;

  moved.first_day = move_day (deadline->first_day, years, FALSE);
  if (deadline->kind == SKH_DEADLINE_BEFORE && deadline->last_day != SKH_DATE_NONE)
    return skh_deadline_before (move_day (deadline->last_day + 1, years, FALSE));

  moved.last_day = move_day (deadline->last_day, years, TRUE);
  return moved;
}

/**
 * skh_deadline_get_periods:
 * @kind: a kind
 * @year: the plan's year
 * @periods: (out caller-allocates): the periods of the lines, first to last
 *
 * Rule of the office on deadlines: a unit owes a quarterly task four times a year, a
 * monthly one twelve times, a half-yearly one twice, and any other once.
 *
 * Returns: how many lines each unit gets; 0 only when there is no such year
 */
guint
skh_deadline_get_periods (SkhDeadlineKind kind,
                          int year,
                          SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS])
{
  g_return_val_if_fail (kind < SKH_N_DEADLINE_KINDS, 0);

  SkhPeriod whole = skh_period_new (SKH_PERIOD_YEAR, year, 1);
  return skh_period_split (whole, kinds[kind].period_kind, periods);
}

/**
 * skh_deadline_get_due:
 * @deadline: a task's deadline
 * @period: the period of one of its lines
 * @entered_day: the day the office entered for that line, or %SKH_DATE_NONE
 *
 * Rule of the office on deadlines: a day it enters stands; without one a periodic line is
 * due on the last day of its own period, what awaits its day has none yet, and what is
 * ongoing or unspecified never has. Nor has a line that stayed for the work on it when
 * its yearly task became quarterly, or the other way about: others are owed instead.
 *
 * Returns: the line's last day, or %SKH_DATE_NONE
 */
SkhDate
skh_deadline_get_due (const SkhDeadline *deadline, SkhPeriod period, SkhDate entered_day)
{
  if (period.kind != kinds[deadline->kind].period_kind)
    return SKH_DATE_NONE;
  if (entered_day != SKH_DATE_NONE)
    return entered_day;
  if (!skh_deadline_kind_is_dated (deadline->kind)
      || skh_deadline_kind_awaits_day (deadline->kind))
    return SKH_DATE_NONE;
  if (skh_deadline_kind_is_periodic (deadline->kind))
    return skh_period_get_last_day (period);

  return deadline->last_day;
}
