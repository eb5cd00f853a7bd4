/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-period.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_STATE_NOT_STARTED,
  SKH_STATE_IN_PROGRESS,
  SKH_STATE_DELIVERED,
  SKH_STATE_REWORK,
  SKH_STATE_NOT_APPLICABLE,
  SKH_N_STATES,
} SkhState;

typedef enum
{
  SKH_TIMELINESS_NONE,
  SKH_TIMELINESS_NOT_DUE,
  SKH_TIMELINESS_DUE_SOON,
  SKH_TIMELINESS_OVERDUE,
  SKH_TIMELINESS_ON_TIME,
  SKH_TIMELINESS_LATE,
  SKH_N_TIMELINESS,
} SkhTimeliness;

/* What the rules need to know of one line of a checklist: one task × one unit × one
   period. own_period is true for periodic tasks, whose lines belong to their own quarter
   (month, half) whatever day they fall due. from and to bound the days on which the unit
   owes the line: its opening and closing, narrowed by its membership in the leading
   group; either may be SKH_DATE_NONE. due is the last day, or SKH_DATE_NONE. has_count
   says that a progress count has been entered, is_empty_return that the delivery is a
   returned form with nothing in it, which the office has not accepted. */
typedef struct
{
  SkhPeriod period;
  SkhDate due;
  SkhDate delivered_on;
  SkhDate from;
  SkhDate to;
  guint8 state;
  guint8 own_period : 1;
  guint8 has_count : 1;
  guint8 is_empty_return : 1;
} SkhLine;

/* A line as seen on a day. days is how many days late, overdue or left (0 when on time or
   due that day), and meaningless (0) when timeliness is none. */
typedef struct
{
  SkhState state;
  SkhTimeliness timeliness;
  gint32 days;
} SkhStatus;

const char *skh_state_to_string (SkhState state);
gboolean skh_state_from_string (const char *text, SkhState *state);
const char *skh_timeliness_to_string (SkhTimeliness timeliness);

SkhStatus skh_line_get_status (const SkhLine *line, SkhDate on, int soon_days);
gboolean skh_line_is_in_force (const SkhLine *line, SkhPeriod period);
gboolean skh_line_is_listed (const SkhLine *line, SkhPeriod period);
gboolean skh_line_is_expected (const SkhLine *line, SkhPeriod period);

/* What is wrong with a day of delivery that someone typed. */
typedef enum
{
  SKH_DAY_FAULT_NONE,
  SKH_DAY_FAULT_NO_DAY,
  SKH_DAY_FAULT_FUTURE,
  SKH_DAY_FAULT_TOO_EARLY,
} SkhDayFault;

SkhDayFault skh_line_check_delivery_day (SkhDate day, SkhDate on, int plan_year);

G_END_DECLS
