/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-date.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_PERIOD_NONE,
  SKH_PERIOD_YEAR,
  SKH_PERIOD_HALF,
  SKH_PERIOD_QUARTER,
  SKH_PERIOD_MONTH,
} SkhPeriodKind;

/* A calendar period: a year, or the index-th half, quarter or month of one, from 1. Four
   bytes, passed by value; the zeroed value is "no period". */
typedef struct
{
  gint16 year;
  guint8 kind;
  guint8 index;
} SkhPeriod;

#define SKH_PERIOD_INIT_NONE ((SkhPeriod){ 0 })

SkhPeriod skh_period_new (SkhPeriodKind kind, int year, int index);
SkhPeriod skh_period_parse (const char *text);
char *skh_period_to_string (SkhPeriod period);
char *skh_period_to_text (SkhPeriod period);
SkhDate skh_period_get_first_day (SkhPeriod period);
SkhDate skh_period_get_last_day (SkhPeriod period);
gboolean skh_period_is_set (SkhPeriod period);
gboolean skh_period_equal (SkhPeriod a, SkhPeriod b);
gboolean skh_period_contains_day (SkhPeriod period, SkhDate day);
gboolean skh_period_contains (SkhPeriod outer, SkhPeriod inner);
SkhPeriod skh_period_of_day (SkhPeriodKind kind, SkhDate day);
guint skh_period_split (SkhPeriod whole, SkhPeriodKind kind, SkhPeriod *parts);

G_END_DECLS
