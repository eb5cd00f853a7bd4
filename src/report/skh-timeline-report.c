/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-report.h"

#include "skh-report-parts.h"
#include "skh-timeline-report-private.h"

/* The title block without a signature: the timeline is hung up, not sent. */
static void
fill_title (SkhReport *report, SkhLedger *const *ledgers, guint n_ledgers, SkhDate on)
{
  SkhTitleBlock *block = skh_report_get_title_block (report);
  g_autoptr (GString) plans = g_string_new ("thực hiện ");

  for (guint i = 0; i < n_ledgers; i++)
    g_string_append_printf (plans, "%s%s", i > 0 ? "; " : "",
                            skh_ledger_get_plan (ledgers[i])->short_title);
  skh_report_fill_title_block (report, ledgers[0], on, "BIỂU TIẾN ĐỘ",
                               g_strdup (plans->str));
  g_clear_pointer (&block->authority, g_free);
  g_clear_pointer (&block->position, g_free);
  g_clear_pointer (&block->signer, g_free);
}

/* Who reads the sheet has to know that it is not the whole plan. */
static void
note_filter (SkhReport *report, SkhLedger *ledger, const SkhTimelineOptions *options)
{
  static const char *const states[] = {
    [SKH_TASK_OVERDUE] = "quá hạn",
    [SKH_TASK_DUE_SOON] = "sắp đến hạn",
    [SKH_TASK_OPEN] = "chưa xong",
    [SKH_TASK_DONE] = "đã xong",
  };
  SkhTitleBlock *block = skh_report_get_title_block (report);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before = block->note, *filter = NULL;

  if (options->section != NULL)
    g_ptr_array_add (parts, g_strdup_printf ("mục %s", options->section));
  if (options->lead != NULL)
    g_ptr_array_add (parts,
                     g_strdup_printf ("%s chủ trì",
                                      skh_ledger_get_party_name (ledger, options->lead)));
  if (options->state != SKH_TASK_ANY)
    g_ptr_array_add (parts, g_strdup (states[options->state]));
  if (options->period.kind != SKH_PERIOD_YEAR)
    g_ptr_array_add (parts, skh_period_to_text (options->period));
  g_ptr_array_add (parts, NULL);
  filter = g_strjoinv ("; ", (char **)parts->pdata);
  block->note = *filter != '\0'
                  ? g_strdup_printf ("%s. Chỉ gồm nhiệm vụ: %s", before, filter)
                  : g_steal_pointer (&before);
}

/**
 * skh_timeline_report_new_for_plans:
 * @ledgers: at least one; of plans of any years, in the order in which they are shown
 * @options: which tasks, seen from which day, and how finely: a page holds a year, a
 *   quarter, a month or half of one, a column of a workbook half a month or a week. What
 *   is folded on a screen is not folded here
 * @size: of the sheet
 *
 * Returns: (transfer full): a title block and one table, which is the picture of the
 *   timeline on pages and a chart of real cells in a workbook
 */
SkhReport *
skh_timeline_report_new_for_plans (SkhLedger *const *ledgers,
                                   guint n_ledgers,
                                   const SkhTimelineOptions *options,
                                   SkhPaperSize size)
{
  SkhReport *report = skh_report_new ();
  SkhTimelineOptions unfolded = *options;
  SkhTable *table = skh_report_add_table (report, "Tiến độ", NULL);
  SkhTimeline *timeline;

  unfolded.folded = NULL;
  unfolded.sizes = NULL;
  timeline = skh_timeline_new_for_plans (ledgers, n_ledgers, &unfolded);
  fill_title (report, ledgers, n_ledgers, options->on);
  note_filter (report, ledgers[0], options);
  skh_report_set_paper_size (report, size);
  skh_table_set_empty_text (table, "Không có nhiệm vụ nào.");
  skh_timeline_table_fill (table, timeline, &unfolded);
  skh_table_set_drawing (table, skh_timeline_picture_new (timeline, &unfolded, size));
  return report;
}

/* The same of one plan. */
SkhReport *
skh_timeline_report_new (SkhLedger *ledger,
                         const SkhTimelineOptions *options,
                         SkhPaperSize size)
{
  return skh_timeline_report_new_for_plans (&ledger, 1, options, size);
}
