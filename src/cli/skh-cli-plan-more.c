/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One plan more: next year's, one by a template, or this one as a template. */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include "skh-plan-adder.h"
#include "skh-plan-rollover.h"
#include "skh-plan-template.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static SkhWorkbook *
open_workbook (SkhCliCall *call, gboolean writes, GError **error)
{
  return skh_cli_call_open (call,
                            writes && !call->dry_run ? SKH_WORKBOOK_OPEN_WRITE
                                                     : SKH_WORKBOOK_OPEN_READ,
                            error);
}

static void
print_new_plan (SkhCliCall *call, const SkhPlanDraft *draft, gint64 plan_id)
{
  if (call->json)
    skh_cli_print_json (
      json_pack ("{s:o, s:i, s:s, s:i, s:b}", "plan",
                 plan_id != 0 ? skh_cli_record_id (plan_id) : json_null (), "year",
                 draft->year, "title", draft->title, "tasks", draft->tasks->len,
                 "dry_run", call->dry_run));
  else
    fprintf (stdout, "%d: %s\n", draft->year, draft->title);
}

/* — next — */

static json_t *
record_unfinished (const SkhUnfinishedTask *task)
{
  json_t *units = json_array ();

  for (guint i = 0; i < task->n_units; i++)
    json_array_append_new (units, json_string (task->units[i]));
  return json_pack ("{s:s, s:s, s:i, s:o}", "no", task->no, "title", task->title, "open",
                    task->n_open, "units", units);
}

static json_t *
record_moved (const SkhMovedTask *task)
{
  return json_pack ("{s:s, s:s, s:o, s:o, s:o, s:o}", "no", task->no, "title",
                    task->title, "wording_before",
                    skh_cli_record_string (task->wording_before), "wording",
                    skh_cli_record_string (task->wording), "last_day_before",
                    skh_cli_record_date (task->before.last_day), "last_day",
                    skh_cli_record_date (task->after.last_day));
}

static void
print_rollover (SkhCliCall *call, SkhPlanRollover *rollover, gint64 plan_id)
{
  json_t *moved = json_array ();
  json_t *unfinished = json_array ();

  for (guint i = 0; i < rollover->moved->len; i++)
    json_array_append_new (moved, record_moved (
                                    &g_array_index (rollover->moved, SkhMovedTask, i)));
  for (guint i = 0; i < rollover->unfinished->len; i++)
    json_array_append_new (unfinished,
                           record_unfinished (&g_array_index (rollover->unfinished,
                                                              SkhUnfinishedTask, i)));
  skh_cli_print_json (
    json_pack ("{s:o, s:i, s:s, s:o, s:o, s:i, s:b}", "plan",
               plan_id != 0 ? skh_cli_record_id (plan_id) : json_null (), "year",
               rollover->draft->year, "title", rollover->draft->title, "tasks", moved,
               "unfinished", unfinished, "carried", rollover->n_carried, "dry_run",
               call->dry_run));
}

static void
list_rollover (SkhCliCall *call, SkhPlanRollover *rollover)
{
  static const SkhCliColumn columns[] = { { N_ ("No"), "no" },
                                          { N_ ("Last day"), "last_day" },
                                          { N_ ("Deadline"), "wording" },
                                          { N_ ("Task"), "title" } };
  SkhCliList *list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));

  fprintf (stdout, "%d: %s%s\n", rollover->draft->year, rollover->draft->title,
           call->dry_run ? _ (" Nothing was changed (--dry-run).") : "");
  for (guint i = 0; i < rollover->moved->len; i++)
    skh_cli_list_add (list,
                      record_moved (&g_array_index (rollover->moved, SkhMovedTask, i)));
  skh_cli_list_end (list);
}

static gboolean
run_next (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = open_workbook (call, TRUE, error);
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhPlanRollover) rollover = NULL;
  gint64 plan_id = 0;

  if (workbook == NULL)
    return FALSE;
  ledger = skh_workbook_load_ledger (workbook, call->plan_id, error);
  if (ledger == NULL)
    return FALSE;
  rollover = skh_plan_rollover_new (workbook, ledger, call->year, call->on, error);
  if (rollover == NULL)
    return FALSE;
  for (guint i = 0; call->carry != NULL && call->carry[i] != NULL; i++)
    if (!skh_plan_rollover_carry (rollover, call->carry[i], error))
      return FALSE;
  if (!call->dry_run && !skh_plan_rollover_apply (rollover, workbook, &plan_id, error))
    return FALSE;
  if (call->json)
    print_rollover (call, rollover, plan_id);
  else
    list_rollover (call, rollover);
  return TRUE;
}

/* — add, save-template — */

static gboolean
run_add (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = skh_cli_read_template (call, error);
  g_autoptr (SkhWorkbook) workbook = NULL;
  gint64 plan_id = 0;

  if (draft == NULL)
    return FALSE;
  workbook = open_workbook (call, TRUE, error);
  if (workbook == NULL
      || (!call->dry_run && !skh_plan_adder_add (workbook, draft, &plan_id, error)))
    return FALSE;
  print_new_plan (call, draft, plan_id);
  return TRUE;
}

static gboolean
run_save (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhPlanDraft) draft = NULL;

  if (!g_str_has_suffix (call->output, ".json"))
    return skh_cli_refuse (error,
                           _ ("“%s” is no name for a template: it must end in .json."),
                           call->output);
  workbook = open_workbook (call, FALSE, error);
  draft = workbook != NULL ? skh_plan_adder_read (workbook, call->plan_id, error) : NULL;
  if (draft == NULL || !skh_plan_template_write_file (draft, call->output, error))
    return FALSE;
  if (call->json)
    skh_cli_print_json (json_pack ("{s:s, s:s, s:i}", "file", call->output, "title",
                                   draft->title, "year", draft->year));
  return TRUE;
}

/* — Which — */

static gboolean
need (const char *value, const char *option, GError **error)
{
  return value != NULL
         || skh_cli_fail_usage (error, _ ("This command needs --%s."), option);
}

gboolean
skh_cli_run_plan (SkhCliCall *call, GError **error)
{
  const char *action = call->arguments[1];

  if (g_str_equal (action, "next"))
    return run_next (call, error);
  if (g_str_equal (action, "add"))
    return need (call->template_id, "template", error) && run_add (call, error);
  if (g_str_equal (action, "save-template"))
    return need (call->output, "output", error) && run_save (call, error);
  return skh_cli_fail_usage (
    error, _ ("“%s” is nothing to do with a plan; say next, add or save-template."),
    action);
}
