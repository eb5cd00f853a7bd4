/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-period-text.h"

#include "skh-number.h"

#include <glib/gi18n-lib.h>

/* A period in the words of the window's language, to stand inside a line: `quý II/2023`.
   skh_period_to_text() is for what goes on paper. */
char *
skh_period_text_dup_short (SkhPeriod period)
{
  g_autofree char *roman
    = period.kind == SKH_PERIOD_QUARTER ? skh_number_to_roman (period.index) : NULL;

  switch ((SkhPeriodKind)period.kind)
    {
    case SKH_PERIOD_YEAR:
      /* Translators: a period; %d is the year. */
      return g_strdup_printf (_ ("year %d"), period.year);
    case SKH_PERIOD_HALF:
      return g_strdup_printf (period.index == 1 ? _ ("first half of %d")
                                                : _ ("second half of %d"),
                              period.year);
    case SKH_PERIOD_QUARTER:
      /* Translators: the quarter as a Roman numeral, and the year. */
      return g_strdup_printf (_ ("quarter %s/%d"), roman, period.year);
    case SKH_PERIOD_MONTH:
      /* Translators: the month's number and the year. */
      return g_strdup_printf (_ ("month %d/%d"), period.index, period.year);
    case SKH_PERIOD_NONE:
    default:
      return g_strdup ("");
    }
}
