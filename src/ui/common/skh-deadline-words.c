/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-deadline-words.h"

#include <glib/gi18n-lib.h>

/**
 * skh_deadline_kind_get_words:
 * @kind: a kind
 *
 * Returns: what people choose it by
 */
const char *
skh_deadline_kind_get_words (SkhDeadlineKind kind)
{
  static const char *const words[] = {
    [SKH_DEADLINE_UNSPECIFIED] = N_ ("No deadline given"),
    [SKH_DEADLINE_ONGOING] = N_ ("Ongoing"),
    [SKH_DEADLINE_RELATIVE] = N_ ("Waits for an event"),
    [SKH_DEADLINE_IN_PERIOD] = N_ ("In a period"),
    [SKH_DEADLINE_BY_END_OF] = N_ ("At the latest on a day"),
    [SKH_DEADLINE_BEFORE] = N_ ("Before a day"),
    [SKH_DEADLINE_MONTHLY] = N_ ("Every month"),
    [SKH_DEADLINE_QUARTERLY] = N_ ("Every quarter"),
    [SKH_DEADLINE_HALF_YEARLY] = N_ ("Every six months"),
    [SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE]
    = N_ ("Every quarter, on days the office sets"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == SKH_N_DEADLINE_KINDS);
  g_return_val_if_fail (kind < SKH_N_DEADLINE_KINDS, NULL);
  return _ (words[kind]);
}

/* "thứ Bảy": the day's name says at once why the next working day is another. */
static const char *
get_weekday_name (SkhDate day)
{
  static const char *const names[]
    = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
        N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

  return _ (names[skh_date_get_weekday (day) - 1]);
}

/**
 * skh_deadline_dup_due_words:
 * @holidays: the days off
 * @due: a last day
 *
 * Rule of the office on deadlines: a last day that is a day off is shown with the next
 * working day beside it, and never moved.
 *
 * Returns: (transfer full): such as "last day 29/4/2023 (Saturday, a day off; …)"
 */
char *
skh_deadline_dup_due_words (const SkhHolidays *holidays, SkhDate due)
{
  g_autofree char *day = skh_date_to_text (due), *next = NULL;
  gboolean certain;
  SkhDate next_day;

  if (skh_holidays_is_working_day (holidays, due))
    return g_strdup_printf (_ ("last day %s (%s)"), day, get_weekday_name (due));
  next_day = skh_holidays_get_next_working_day (holidays, due, &certain);
  next = skh_date_to_text (next_day);
  if (certain)
    return g_strdup_printf (_ ("last day %s (%s, a day off; next working day %s)"), day,
                            get_weekday_name (due), next);
  return g_strdup_printf (_ ("last day %s (%s, a day off; the holidays of %d are not "
                             "entered yet)"),
                          day, get_weekday_name (due), skh_date_get_year (next_day));
}

/* Why a task of this kind has no last day of its own. */
const char *
skh_deadline_get_no_day_words (SkhDeadlineKind kind)
{
  switch (kind)
    {
    case SKH_DEADLINE_RELATIVE:
      return _ ("no last day until the event’s day is entered");
    case SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE:
      return _ ("each quarter’s last day is entered by the office");
    case SKH_DEADLINE_MONTHLY:
    case SKH_DEADLINE_QUARTERLY:
    case SKH_DEADLINE_HALF_YEARLY:
      return _ ("due on the last day of each");
    case SKH_DEADLINE_ONGOING:
    case SKH_DEADLINE_UNSPECIFIED:
      return _ ("never late");
    case SKH_DEADLINE_IN_PERIOD:
    case SKH_DEADLINE_BY_END_OF:
    case SKH_DEADLINE_BEFORE:
    case SKH_N_DEADLINE_KINDS:
    default:
      return _ ("no last day yet");
    }
}
