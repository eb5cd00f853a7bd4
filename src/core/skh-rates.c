/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-rates.h"

static double
get_share_of_expected (const SkhRates *rates, guint n)
{
  return rates->expected == 0 ? SKH_RATE_NONE : (double)n / rates->expected;
}

/**
 * skh_rates_add_line:
 * @rates: counts, zeroed before the first line
 * @line: a line; one that is not expected in @period changes nothing
 * @period: the period counted
 * @on: the day it is seen from
 * @soon_days: how many days before its last day a line is "due soon"
 *
 * Counts one line by DHIS2's definitions of reporting rates: Expected is what is owed in
 * the period, Actual what was delivered of it, on time what was delivered on or before
 * its last day.
 */
void
skh_rates_add_line (SkhRates *rates,
                    const SkhLine *line,
                    SkhPeriod period,
                    SkhDate on,
                    int soon_days)
{
  if (!skh_line_is_expected (line, period))
    return;

  rates->expected++;
  switch (skh_line_get_status (line, on, soon_days).timeliness)
    {
    case SKH_TIMELINESS_ON_TIME:
      rates->actual++;
      rates->on_time++;
      break;
    case SKH_TIMELINESS_LATE:
      rates->actual++;
      rates->late++;
      break;
    case SKH_TIMELINESS_OVERDUE:
      rates->overdue++;
      break;
    case SKH_TIMELINESS_DUE_SOON:
      rates->pending++;
      rates->due_soon++;
      break;
    case SKH_TIMELINESS_NOT_DUE:
      rates->pending++;
      break;
    case SKH_TIMELINESS_NONE: /* not of a line with a last day */
    case SKH_N_TIMELINESS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * skh_rates_add:
 * @rates: counts of a whole
 * @part: counts of one of its parts
 *
 * Adds a part to its whole. Adding counts, never rates, is what keeps the two in step.
 */
void
skh_rates_add (SkhRates *rates, const SkhRates *part)
{
  rates->expected += part->expected;
  rates->actual += part->actual;
  rates->on_time += part->on_time;
  rates->late += part->late;
  rates->overdue += part->overdue;
  rates->pending += part->pending;
  rates->due_soon += part->due_soon;
}

/**
 * skh_rates_get_completeness:
 * @rates: counts
 *
 * Returns: actual ÷ expected, from 0 to 1; %SKH_RATE_NONE when nothing is expected
 */
double
skh_rates_get_completeness (const SkhRates *rates)
{
  return get_share_of_expected (rates, rates->actual);
}

/**
 * skh_rates_get_timeliness:
 * @rates: counts
 *
 * Returns: on time ÷ expected, from 0 to 1; %SKH_RATE_NONE when nothing is expected
 */
double
skh_rates_get_timeliness (const SkhRates *rates)
{
  return get_share_of_expected (rates, rates->on_time);
}
