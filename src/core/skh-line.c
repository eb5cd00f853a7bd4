/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line.h"

static const char *const state_names[] = {
  [SKH_STATE_NOT_STARTED] = "not_started",       [SKH_STATE_IN_PROGRESS] = "in_progress",
  [SKH_STATE_DELIVERED] = "delivered",           [SKH_STATE_REWORK] = "rework",
  [SKH_STATE_NOT_APPLICABLE] = "not_applicable",
};

static const char *const timeliness_names[] = {
  [SKH_TIMELINESS_NONE] = "none",         [SKH_TIMELINESS_NOT_DUE] = "not_due",
  [SKH_TIMELINESS_DUE_SOON] = "due_soon", [SKH_TIMELINESS_OVERDUE] = "overdue",
  [SKH_TIMELINESS_ON_TIME] = "on_time",   [SKH_TIMELINESS_LATE] = "late",
};

G_STATIC_ASSERT (G_N_ELEMENTS (state_names) == SKH_N_STATES);
G_STATIC_ASSERT (G_N_ELEMENTS (timeliness_names) == SKH_N_TIMELINESS);

/* What the line was on the day it is seen from. A delivery without a day is not one: no
   day could tell whether it had happened yet. */
static SkhState
get_state (const SkhLine *line, SkhDate on)
{
  if (line->state != SKH_STATE_DELIVERED)
    return (SkhState)line->state;
  if (line->delivered_on == SKH_DATE_NONE || line->delivered_on > on)
    return line->has_count ? SKH_STATE_IN_PROGRESS : SKH_STATE_NOT_STARTED;
  if (line->is_empty_return)
    return SKH_STATE_IN_PROGRESS;

  return SKH_STATE_DELIVERED;
}

static SkhStatus
get_delivered_status (const SkhLine *line)
{
  if (line->delivered_on <= line->due)
    return (SkhStatus){ SKH_STATE_DELIVERED, SKH_TIMELINESS_ON_TIME, 0 };

  return (SkhStatus){ SKH_STATE_DELIVERED, SKH_TIMELINESS_LATE,
                      line->delivered_on - line->due };
}

static SkhStatus
get_open_status (SkhState state, SkhDate due, SkhDate on, int soon_days)
{
  if (on > due)
    return (SkhStatus){ state, SKH_TIMELINESS_OVERDUE, on - due };
  if (due - on <= soon_days)
    return (SkhStatus){ state, SKH_TIMELINESS_DUE_SOON, due - on };

  return (SkhStatus){ state, SKH_TIMELINESS_NOT_DUE, due - on };
}

/**
 * skh_state_to_string:
 * @state: a state
 *
 * Returns: the word for @state in files and on the command line
 */
const char *
skh_state_to_string (SkhState state)
{
  g_return_val_if_fail (state < SKH_N_STATES, NULL);

  return state_names[state];
}

/**
 * skh_state_from_string:
 * @text: (nullable): a word
 * @state: (out): the state it stands for
 *
 * Returns: %FALSE, with @state as it was, when @text stands for none
 */
gboolean
skh_state_from_string (const char *text, SkhState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (text, state_names[i]) == 0)
      {
        *state = (SkhState)i;
        return TRUE;
      }

  return FALSE;
}

/**
 * skh_timeliness_to_string:
 * @timeliness: a timeliness
 *
 * Returns: the word for @timeliness in files and on the command line
 */
const char *
skh_timeliness_to_string (SkhTimeliness timeliness)
{
  g_return_val_if_fail (timeliness < SKH_N_TIMELINESS, NULL);

  return timeliness_names[timeliness];
}

/**
 * skh_line_get_status:
 * @line: a line
 * @on: the day it is seen from
 * @soon_days: how many days before its last day a line is "due soon"
 *
 * Rules of the office on deadlines and rates: seen on a day, a delivery after it does not
 * count; a returned form with nothing filled in does not count until the office accepts
 * it; what is not applicable, and what has no last day, is neither in time nor late.
 *
 * Returns: the state, the timeliness and its days
 */
SkhStatus
skh_line_get_status (const SkhLine *line, SkhDate on, int soon_days)
{
  SkhState state = get_state (line, on);

  if (state == SKH_STATE_NOT_APPLICABLE || line->due == SKH_DATE_NONE)
    return (SkhStatus){ state, SKH_TIMELINESS_NONE, 0 };
  if (state == SKH_STATE_DELIVERED)
    return get_delivered_status (line);

  return get_open_status (state, line->due, on, soon_days);
}

/**
 * skh_line_is_in_force:
 * @line: a line
 * @period: the period looked at
 *
 * Rule of the office on rates: a unit counts from its opening to its closing day. A line
 * with a last day is owed when that day lies between the two; one without is there while
 * the unit is.
 *
 * Returns: whether the unit owes the line in @period
 */
gboolean
skh_line_is_in_force (const SkhLine *line, SkhPeriod period)
{
  gboolean has_due = line->due != SKH_DATE_NONE;
  SkhDate first = has_due ? line->due : skh_period_get_first_day (period);
  SkhDate last = has_due ? line->due : skh_period_get_last_day (period);

  return (line->from == SKH_DATE_NONE || line->from <= last)
         && (line->to == SKH_DATE_NONE || line->to >= first);
}

/**
 * skh_line_is_listed:
 * @line: a line
 * @period: the period looked at
 *
 * Rule of the office on periods: a periodic task's line is in @period if its own quarter
 * lies in it, whenever it falls due; any other line if its last day does; a line without
 * a last day is listed in every period of its year.
 *
 * Returns: whether the line stands in the checklist of @period
 */
gboolean
skh_line_is_listed (const SkhLine *line, SkhPeriod period)
{
  if (!skh_line_is_in_force (line, period))
    return FALSE;
  if (line->own_period)
    return skh_period_contains (period, line->period);
  if (line->due != SKH_DATE_NONE)
    return skh_period_contains_day (period, line->due);

  return skh_period_is_set (period) && line->period.year == period.year;
}

/**
 * skh_line_is_expected:
 * @line: a line
 * @period: the period looked at
 *
 * Rule of the office on rates: Expected is what is in force in the period and has a last
 * day; "not applicable" is out. Whether it was delivered makes no difference.
 *
 * Returns: whether the line counts in Expected of @period
 */
gboolean
skh_line_is_expected (const SkhLine *line, SkhPeriod period)
{
  return line->due != SKH_DATE_NONE && line->state != SKH_STATE_NOT_APPLICABLE
         && skh_line_is_listed (line, period);
}

/**
 * skh_line_check_delivery_day:
 * @on: today, or the day the plan is seen from
 * @plan_year: the year of the plan
 *
 * Papers are entered backdated, and units deliver before the year begins; but none comes
 * from the future, and none more than a year before the plan.
 */
SkhDayFault
skh_line_check_delivery_day (SkhDate day, SkhDate on, int plan_year)
{
  if (day == SKH_DATE_NONE)
    return SKH_DAY_FAULT_NO_DAY;
  if (day > on)
    return SKH_DAY_FAULT_FUTURE;
  return day < skh_date_new (plan_year - 1, 1, 1) ? SKH_DAY_FAULT_TOO_EARLY
                                                  : SKH_DAY_FAULT_NONE;
}
