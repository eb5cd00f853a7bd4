/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-line.h"

G_BEGIN_DECLS

/* Counts of lines in a period as seen on a day, by DHIS2's definitions of reporting
   rates. actual = on_time + late; expected = actual + overdue + pending; due_soon is a
   part of pending. Counts add up: the rates of a whole are the sum of its parts'. */
typedef struct
{
  guint expected;
  guint actual;
  guint on_time;
  guint late;
  guint overdue;
  guint pending;
  guint due_soon;
} SkhRates;

/* Completeness and timeliness when nothing is expected. */
#define SKH_RATE_NONE (-1.0)

void skh_rates_add_line (SkhRates *rates,
                         const SkhLine *line,
                         SkhPeriod period,
                         SkhDate on,
                         int soon_days);
void skh_rates_add (SkhRates *rates, const SkhRates *part);
double skh_rates_get_completeness (const SkhRates *rates);
double skh_rates_get_timeliness (const SkhRates *rates);

G_END_DECLS
