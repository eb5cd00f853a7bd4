/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan: where it comes from, and what is in it. */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include "skh-plan-edit.h"
#include "skh-plan-template.h"
#include "skh-workbook-maker.h"

#include <glib/gi18n-lib.h>

gboolean
skh_cli_run_templates (SkhCliCall *call, GError **error)
{
  static const SkhCliColumn columns[]
    = { { N_ ("ID"), "id" }, { N_ ("Year"), "year" }, { N_ ("Title"), "title" } };
  g_autoptr (GPtrArray) templates = skh_plan_template_list (error);
  SkhCliList *list;

  if (templates == NULL)
    return FALSE;
  list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < templates->len; i++)
    {
      const SkhTemplateInfo *info = templates->pdata[i];

      skh_cli_list_add (list, json_pack ("{s:s, s:s, s:i}", "id", info->id, "title",
                                         info->title, "year", info->year));
    }
  skh_cli_list_end (list);
  return TRUE;
}

/* An office's own template is a file, and says so by its name. */
SkhPlanDraft *
skh_cli_read_template (SkhCliCall *call, GError **error)
{
  if (g_str_has_suffix (call->template_id, ".json"))
    return skh_plan_template_read_file (call->template_id, call->year, error);
  return skh_plan_template_read_builtin (call->template_id, call->year, error);
}

gboolean
skh_cli_run_new (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = skh_cli_read_template (call, error);
  g_autoptr (SkhWorkbook) workbook = NULL;

  if (draft == NULL)
    return FALSE;
  workbook = skh_workbook_maker_create (call->arguments[0], draft, error);
  if (workbook == NULL)
    return FALSE;
  if (call->json)
    skh_cli_print_json (json_pack ("{s:s, s:s, s:i}", "file", call->arguments[0], "title",
                                   draft->title, "year", draft->year));
  return TRUE;
}

static json_t *
make_plan_record (const SkhPlanRecord *plan)
{
  json_t *record = json_object ();

  json_object_set_new (record, "id", skh_cli_record_id (plan->id));
  json_object_set_new (record, "year", json_integer (plan->year));
  json_object_set_new (record, "title", skh_cli_record_string (plan->title));
  json_object_set_new (record, "short_title", skh_cli_record_string (plan->short_title));
  json_object_set_new (record, "number", skh_cli_record_string (plan->number));
  json_object_set_new (record, "sections", json_integer (plan->n_sections));
  json_object_set_new (record, "tasks", json_integer (plan->n_tasks));
  return record;
}

gboolean
skh_cli_run_plans (SkhCliCall *call, GError **error)
{
  static const SkhCliColumn columns[] = {
    { N_ ("Id"), "id" },
    { N_ ("Year"), "year" },
    { N_ ("Tasks"), "tasks" },
    { N_ ("Title"), "short_title" },
  };
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);
  g_autoptr (GPtrArray) plans
    = workbook != NULL ? skh_workbook_list_plans (workbook, error) : NULL;
  SkhCliList *list;

  if (plans == NULL)
    return FALSE;
  list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < plans->len; i++)
    skh_cli_list_add (list, make_plan_record (plans->pdata[i]));
  skh_cli_list_end (list);
  return TRUE;
}

gboolean
skh_cli_run_tasks (SkhCliCall *call, GError **error)
{
  static const SkhCliColumn columns[] = {
    { N_ ("No"), "no" },
    { N_ ("Section"), "section" },
    { N_ ("Last day"), "last_day" },
    { N_ ("Working day"), "next_working_day" },
    { N_ ("Lead"), "lead_name" },
    { N_ ("Task"), "short_title" },
  };
  g_autoptr (SkhLedger) ledger = skh_cli_call_load_ledger (call, error);
  const SkhTask *tasks;
  SkhCliList *list;
  guint n;

  if (ledger == NULL)
    return FALSE;
  tasks = skh_ledger_get_tasks (ledger, &n);
  list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    skh_cli_list_add (list, skh_cli_record_task (ledger, &tasks[i]));
  skh_cli_list_end (list);
  return TRUE;
}

gboolean
skh_cli_run_units (SkhCliCall *call, GError **error)
{
  static const SkhCliColumn columns[] = {
    { N_ ("Code"), "code" },     { N_ ("Parent"), "parent" }, { N_ ("Groups"), "groups" },
    { N_ ("Opened"), "opened" }, { N_ ("Closed"), "closed" }, { N_ ("Name"), "name" },
  };
  g_autoptr (SkhLedger) ledger = skh_cli_call_load_ledger (call, error);
  const SkhUnit *units;
  SkhCliList *list;
  guint n;

  if (ledger == NULL)
    return FALSE;
  units = skh_ledger_get_units (ledger, &n);
  list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    skh_cli_list_add (list, skh_cli_record_unit (ledger, &units[i]));
  skh_cli_list_end (list);
  return TRUE;
}
