/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of checklists: all of them, and those to chase. */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include <glib/gi18n-lib.h>

static const SkhCliColumn line_columns[] = {
  { N_ ("Unit"), "unit_name" },    { N_ ("Task"), "task" },
  { N_ ("Period"), "period" },     { N_ ("State"), "state" },
  { N_ ("Due"), "due" },           { N_ ("Timeliness"), "timeliness" },
  { N_ ("Days"), "days" },         { N_ ("Delivered"), "delivered_on" },
  { N_ ("Document"), "document" }, { N_ ("Figures"), "figures" },
  { N_ ("What"), "task_title" },
};

/* Without a period: what is owed at all in the plan's year, whenever it falls due. */
static gboolean
is_wanted (SkhCliCall *call, SkhLedger *ledger, const SkhAssignment *line)
{
  SkhPeriod year
    = skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledger)->year, 1);

  return skh_period_is_set (call->period) ? skh_line_is_listed (&line->line, call->period)
                                          : skh_line_is_in_force (&line->line, year);
}

gboolean
skh_cli_run_checklist (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhLedger) ledger = skh_cli_call_load_ledger (call, error);
  const SkhAssignment *lines;
  SkhCliList *list;
  guint unit, task, n;

  if (ledger == NULL || !skh_cli_call_find_unit (call, ledger, &unit, error)
      || !skh_cli_call_find_task (call, ledger, &task, error))
    return FALSE;
  lines = skh_ledger_get_assignments (ledger, &n);
  list = skh_cli_list_new (call, line_columns, G_N_ELEMENTS (line_columns));
  for (guint i = 0; i < n; i++)
    if ((unit == SKH_NO_INDEX || lines[i].unit == unit)
        && (task == SKH_NO_INDEX || lines[i].task == task)
        && is_wanted (call, ledger, &lines[i]))
      skh_cli_list_add (list, skh_cli_record_line (ledger, &lines[i], call->on));
  skh_cli_list_end (list);
  return TRUE;
}

gboolean
skh_cli_run_overdue (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhLedger) ledger = skh_cli_call_load_ledger (call, error);
  g_autoptr (GArray) overdue = NULL;
  const SkhAssignment *lines;
  SkhCliList *list;

  if (ledger == NULL)
    return FALSE;
  overdue = skh_ledger_list_by_timeliness (ledger, SKH_TIMELINESS_OVERDUE, call->on);
  lines = skh_ledger_get_assignments (ledger, NULL);
  list = skh_cli_list_new (call, line_columns, G_N_ELEMENTS (line_columns));
  for (guint i = 0; i < overdue->len; i++)
    skh_cli_list_add (list,
                      skh_cli_record_line (ledger,
                                           &lines[g_array_index (overdue, guint, i)],
                                           call->on));
  skh_cli_list_end (list);
  return TRUE;
}

/* One line as it is now: with --json an object, else a table of one row. */
void
skh_cli_print_line (SkhCliCall *call, SkhLedger *ledger, const SkhAssignment *line)
{
  json_t *record = skh_cli_record_line (ledger, line, call->on);
  SkhCliList *list;

  if (call->json)
    {
      skh_cli_print_json (record);
      return;
    }
  list = skh_cli_list_new (call, line_columns, G_N_ELEMENTS (line_columns));
  skh_cli_list_add (list, record);
  skh_cli_list_end (list);
}
