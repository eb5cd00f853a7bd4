/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-report.h"

#include "skh-line-table.h"
#include "skh-report-parts.h"

/**
 * skh_chase_report_new:
 *
 * Returns: (transfer full): the chase list (đôn đốc): what each unit has overdue, the
 * unit with the oldest first, and what falls due within the office's number of days; how
 * often each was chased, and when last
 */
SkhReport *
skh_chase_report_new (SkhChaseList *list)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  SkhDate on = skh_chase_list_get_on (list);
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  SkhReport *report = skh_report_new ();
  g_autofree char *soon
    = g_strdup_printf ("Nhiệm vụ đến hạn trong %d ngày tới", plan->soon_days);

  skh_report_fill_title_block (
    report, ledger, on, "DANH SÁCH",
    g_strdup_printf ("nhiệm vụ quá hạn, sắp đến hạn cần đôn đốc — %s",
                     plan->short_title));
  skh_line_table_add_chase (report, list, SKH_TIMELINESS_OVERDUE, "Nhiệm vụ quá hạn");
  skh_line_table_add_chase (report, list, SKH_TIMELINESS_DUE_SOON, soon);
  return report;
}
