/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-report.h"
#include "skh-stores.h"

G_BEGIN_DECLS

/* Adds one of the office's report tables, one row a unit that owes any of what it counts.
 */
void skh_figure_table_add (SkhReport *report,
                           SkhLedger *ledger,
                           const SkhReportTableInfo *info,
                           SkhPeriod period,
                           SkhDate on);
void skh_figure_table_list_figures (const SkhReportTableInfo *info, GPtrArray *names);

G_END_DECLS
