/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-period.h"

G_BEGIN_DECLS

/* How a plan's wording fixes the last day. The strings are those of the plan templates,
   the workbook and the command line. */
typedef enum
{
  SKH_DEADLINE_UNSPECIFIED,
  SKH_DEADLINE_ONGOING,
  SKH_DEADLINE_RELATIVE,
  SKH_DEADLINE_IN_PERIOD,
  SKH_DEADLINE_BY_END_OF,
  SKH_DEADLINE_BEFORE,
  SKH_DEADLINE_MONTHLY,
  SKH_DEADLINE_QUARTERLY,
  SKH_DEADLINE_HALF_YEARLY,
  SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE,
  SKH_N_DEADLINE_KINDS,
} SkhDeadlineKind;

/* A deadline as computed from its wording. For the periodic kinds the days span the
   plan's year and each line's own day comes from skh_deadline_get_due(). A day that is
   not known is SKH_DATE_NONE. */
typedef struct
{
  SkhDeadlineKind kind;
  SkhDate first_day;
  SkhDate last_day;
} SkhDeadline;

/* The longest list skh_deadline_get_periods() gives. */
#define SKH_DEADLINE_MAX_PERIODS 12

const char *skh_deadline_kind_to_string (SkhDeadlineKind kind);
gboolean skh_deadline_kind_from_string (const char *text, SkhDeadlineKind *kind);
gboolean skh_deadline_kind_is_periodic (SkhDeadlineKind kind);
gboolean skh_deadline_kind_awaits_day (SkhDeadlineKind kind);
gboolean skh_deadline_kind_is_dated (SkhDeadlineKind kind);

SkhDeadline skh_deadline_in_period (SkhPeriod period);
SkhDeadline skh_deadline_by_end_of (SkhPeriod period, gboolean has_first_day);
SkhDeadline skh_deadline_before (SkhDate day);
SkhDeadline skh_deadline_periodic (SkhDeadlineKind kind, int year);
SkhDeadline skh_deadline_open (SkhDeadlineKind kind);
SkhDeadline skh_deadline_move_year (const SkhDeadline *deadline, int years);

guint skh_deadline_get_periods (SkhDeadlineKind kind,
                                int year,
                                SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS]);
SkhDate
skh_deadline_get_due (const SkhDeadline *deadline, SkhPeriod period, SkhDate entered_day);

G_END_DECLS
