/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"
#include "skh-ledger.h"
#include "skh-line-history.h"

G_BEGIN_DECLS

/* How a line's status is shown: a sign that says it without colour, and the inks that say
   it again. */
typedef struct
{
  const char *sign; /* ✔ ◐ ✖ … ↺ – or "" */
  SkhInk ink, fill;
} SkhStatusSign;

SkhStatusSign skh_status_get_sign (SkhStatus status, gboolean is_missing);

/* "quá hạn 15 ngày", "còn 14 ngày", "nộp đúng hạn ngày 12/3/2023" … in the language of
   the program. (transfer full) */
char *skh_status_dup_words (SkhStatus status, SkhDate delivered_on);
/* "đã đôn đốc 2 lần, gần nhất 12/4"; NULL: never. (transfer full) */
char *skh_chased_dup_words (const SkhChased *chased);
/* "đang thực hiện": a state in the language of the program. */
const char *skh_state_get_words (SkhState state);
/* "29/4"; "?" while a day is awaited, "—" for work that has none. (transfer full) */
char *skh_line_dup_due_text (const SkhLine *line, SkhDeadlineKind kind);
/* "quý II" beside a task that has a line a period; NULL for others. (transfer full) */
char *skh_line_dup_period_text (const SkhLine *line);

/* "state: not started → delivered": one change of a line's history. (transfer full) */
char *skh_line_change_dup_words (const SkhLineChange *change);

G_END_DECLS
