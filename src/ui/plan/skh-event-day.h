/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-holidays.h"
#include "skh-wording.h"

G_BEGIN_DECLS

/* From the day of an event to the last day that words count from it ("10 ngày làm việc
   sau khi …"), and back. */
SkhDate skh_event_find_last_day (const SkhWording *words,
                                 const SkhHolidays *holidays,
                                 SkhDate day);
/* NONE for NONE. */
SkhDate skh_event_find_day (const SkhWording *words,
                            const SkhHolidays *holidays,
                            SkhDate last_day);

G_END_DECLS
