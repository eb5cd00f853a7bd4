/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the 63-bit primary keys of one workbook: milliseconds since 2020-01-01 (41 bits),
   a counter inside the millisecond (10), bits of the workbook (12) laid over the lowest
   of those. They rise, never repeat, and two copies of a workbook that go their own ways
   do not make the same one. The lowest bits differ from key to key because what hashes
   keys by them, as SQLite's session does, is slow when they are all alike.
 */
typedef struct
{
  gint64 last_tick; /* milliseconds << 10 | counter of the last id given */
  guint16 workbook_bits;
} SkhIdMaker;

#define SKH_ID_WORKBOOK_BITS 12

void skh_id_maker_init (SkhIdMaker *self, guint16 workbook_bits, gint64 last_id);
gint64 skh_id_maker_next (SkhIdMaker *self, gint64 now_ms);
gint64 skh_id_maker_get_last (const SkhIdMaker *self);

G_END_DECLS
