/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-report.h"

G_BEGIN_DECLS

/* report_tables: SkhReportTableInfo, as skh_plan_store_list_report_tables() gives them.
 */
SkhReport *skh_summary_report_new (SkhLedger *ledger,
                                   GPtrArray *report_tables,
                                   SkhPeriod period,
                                   SkhDate on);
/* The figures that the report reads, for the scope of its ledger. */
char **skh_summary_report_list_figures (GPtrArray *report_tables);

G_END_DECLS
