/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-date.h"

G_BEGIN_DECLS

/* The days off that the office has entered, and the years for which it has entered them.
   Saturdays and Sundays are days off in every year. */
typedef struct _SkhHolidays SkhHolidays;

SkhHolidays *skh_holidays_new (void);
void skh_holidays_free (SkhHolidays *self);
void skh_holidays_add_year (SkhHolidays *self, int year);
void skh_holidays_add_day (SkhHolidays *self, SkhDate day);
gboolean skh_holidays_knows_year (const SkhHolidays *self, int year);
gboolean skh_holidays_is_working_day (const SkhHolidays *self, SkhDate day);
SkhDate skh_holidays_get_next_working_day (const SkhHolidays *self,
                                           SkhDate day,
                                           gboolean *certain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhHolidays, skh_holidays_free)

G_END_DECLS
