/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-id.h"

#define COUNTER_BITS 10
#define TIME_BITS 41
#define MAX_TICK ((G_GINT64_CONSTANT (1) << (TIME_BITS + COUNTER_BITS)) - 1)
#define WORKBOOK_MASK ((1 << SKH_ID_WORKBOOK_BITS) - 1)

/* 2020-01-01 00:00 UTC in milliseconds of the Unix clock. */
#define EPOCH_MS G_GINT64_CONSTANT (1577836800000)
#define LAST_MS (EPOCH_MS + (MAX_TICK >> COUNTER_BITS))

/* A clock that stands before 2020 or after the last millisecond that fits (in 2089) is
   wrong; it must not use up the keys of the years between. */
static gint64
get_clock_tick (gint64 now_ms)
{
  if (now_ms < EPOCH_MS || now_ms > LAST_MS)
    return 0;

  return (now_ms - EPOCH_MS) << COUNTER_BITS;
}

/**
 * skh_id_maker_init:
 * @self: what makes the ids of one workbook
 * @workbook_bits: the workbook's own bits; all but the lowest 12 are dropped
 * @last_id: the highest id the workbook holds, or 0
 */
void
skh_id_maker_init (SkhIdMaker *self, guint16 workbook_bits, gint64 last_id)
{
  self->last_tick = MAX (last_id, 0) >> SKH_ID_WORKBOOK_BITS;
  self->workbook_bits = workbook_bits & WORKBOOK_MASK;
}

/**
 * skh_id_maker_next:
 * @self: what makes the ids of one workbook
 * @now_ms: the clock, in milliseconds since 1970-01-01 UTC
 *
 * A clock that goes backwards, and a millisecond whose counter is full, lead on from the
 * last id.
 *
 * Returns: an id higher than any before it; 0 once there are none left, which a right
 *   clock reaches in 2089
 */
gint64
skh_id_maker_next (SkhIdMaker *self, gint64 now_ms)
{
  if (self->last_tick >= MAX_TICK)
    return 0;

  self->last_tick = MAX (self->last_tick + 1, get_clock_tick (now_ms));
  return skh_id_maker_get_last (self);
}

/**
 * skh_id_maker_get_last:
 * @self: what makes the ids of one workbook
 *
 * Returns: the id given last, to go on from with skh_id_maker_init(); 0 when there is
 * none
 */
gint64
skh_id_maker_get_last (const SkhIdMaker *self)
{
  if (self->last_tick == 0)
    return 0;

  return self->last_tick << SKH_ID_WORKBOOK_BITS
         | ((self->last_tick ^ self->workbook_bits) & WORKBOOK_MASK);
}
