/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"

G_BEGIN_DECLS

/* Deadlines as the window says them. */
const char *skh_deadline_kind_get_words (SkhDeadlineKind kind);
char *skh_deadline_dup_due_words (const SkhHolidays *holidays, SkhDate due);

const char *skh_deadline_get_no_day_words (SkhDeadlineKind kind);

G_END_DECLS
