/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-report.h"

#include "skh-line-table.h"
#include "skh-report-parts.h"

/**
 * skh_chase_report_new:
 * @on: the day it is seen from
 *
 * Returns: (transfer full): the chase list (đôn đốc): what each unit has overdue, the
 * unit with the oldest first, and what falls due within the office's number of days
 */
SkhReport *
skh_chase_report_new (SkhLedger *ledger, SkhDate on)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  SkhReport *report = skh_report_new ();
  g_autofree char *soon
    = g_strdup_printf ("Nhiệm vụ đến hạn trong %d ngày tới", plan->soon_days);

  skh_report_fill_title_block (
    report, ledger, on, "DANH SÁCH",
    g_strdup_printf ("nhiệm vụ quá hạn, sắp đến hạn cần đôn đốc — %s",
                     plan->short_title));
  skh_line_table_add_chase (report, ledger, SKH_TIMELINESS_OVERDUE, on,
                            "Nhiệm vụ quá hạn");
  skh_line_table_add_chase (report, ledger, SKH_TIMELINESS_DUE_SOON, on, soon);
  return report;
}
