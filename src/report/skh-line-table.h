/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-chase-list.h"
#include "skh-report.h"

G_BEGIN_DECLS

/* Tables whose rows are lines of checklists, unit by unit, oldest first. */
void skh_line_table_add_overdue (SkhReport *report, SkhLedger *ledger, SkhDate on);
void skh_line_table_add_chase (SkhReport *report,
                               SkhChaseList *list,
                               SkhTimeliness timeliness,
                               const char *title);

G_END_DECLS
