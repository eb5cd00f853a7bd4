/* SPDX-License-Identifier: GPL-3.0-or-later */

/* templates, new, tasks, units: the plan and who is in it. */
#include "skh-cli.h"

#include "skh-plan-template.h"
#include "skh-workbook-maker.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static gboolean as_json;
static char *template_id;
static int template_year;

/* — templates — */

static SkhCliStatus
run_templates (char **words)
{
  static const char *const fields[] = { "id", "title", "year", NULL };
  static const char *const titles[] = { N_ ("Id"), N_ ("Title"), N_ ("Year") };
  GError *error = NULL;
  g_autoptr (GPtrArray) infos = skh_plan_template_list (&error);
  json_t *list = json_array ();

  if (infos == NULL)
    return skh_cli_fail (error);
  for (guint i = 0; i < infos->len; i++)
    {
      const SkhTemplateInfo *info = g_ptr_array_index (infos, i);

      json_array_append_new (list, json_pack ("{s:s, s:s, s:i}", "id", info->id, "title",
                                              info->title, "year", info->year));
    }
  return as_json ? skh_cli_print_json (list) : skh_cli_print_table (list, fields, titles);
}

/* — new — */

static SkhPlanDraft *
read_template (GError **error)
{
  return g_str_has_suffix (template_id, ".json")
           ? skh_plan_template_read_file (template_id, template_year, error)
           : skh_plan_template_read_builtin (template_id, template_year, error);
}

static SkhCliStatus
run_new (char **words)
{
  g_autoptr (SkhPlanDraft) draft = NULL;
  g_autoptr (SkhWorkbook) workbook = NULL;
  GError *error = NULL;

  if (template_id == NULL)
    return skh_cli_usage (
      _ ("“new” needs --template; “templates” lists those there are."));
  draft = read_template (&error);
  if (draft == NULL)
    return skh_cli_fail (error);
  workbook = skh_workbook_maker_create (words[0], draft, &error);
  return workbook != NULL ? SKH_CLI_DONE : skh_cli_fail (error);
}

/* — tasks — */

static void
add_working_day (json_t *object, SkhLedger *ledger, SkhDate last_day)
{
  const SkhHolidays *holidays = skh_ledger_get_holidays (ledger);
  SkhDate next = SKH_DATE_NONE;
  gboolean certain = TRUE;

  if (last_day != SKH_DATE_NONE && !skh_holidays_is_working_day (holidays, last_day))
    next = skh_holidays_get_next_working_day (holidays, last_day, &certain);
  json_object_set_new (object, "next_working_day", skh_cli_json_day (next));
  if (next != SKH_DATE_NONE)
    json_object_set_new (object, "next_working_day_certain", json_boolean (certain));
}

static json_t *
task_to_json (SkhLedger *ledger, const SkhTask *task)
{
  json_t *object = json_object ();

  json_object_set_new (object, "no", json_string (task->no));
  json_object_set_new (object, "section", skh_cli_json_text (task->clause));
  json_object_set_new (object, "task", json_string (task->title));
  json_object_set_new (object, "lead", skh_cli_json_list (task->lead));
  json_object_set_new (object, "with", skh_cli_json_list (task->with));
  json_object_set_new (object, "deliverable", skh_cli_json_text (task->deliverable));
  json_object_set_new (object, "recipient", skh_cli_json_text (task->recipient));
  json_object_set_new (object, "via", skh_cli_json_list (task->via));
  json_object_set_new (object, "wording", skh_cli_json_text (task->wording));
  json_object_set_new (object, "kind",
                       json_string (skh_deadline_kind_to_string (task->deadline.kind)));
  json_object_set_new (object, "first_day", skh_cli_json_day (task->deadline.first_day));
  json_object_set_new (object, "last_day", skh_cli_json_day (task->deadline.last_day));
  add_working_day (object, ledger, task->deadline.last_day);
  return object;
}

static SkhCliStatus
run_tasks (char **words)
{
  static const char *const fields[]
    = { "no", "section", "lead", "last_day", "wording", "task", NULL };
  static const char *const titles[] = { N_ ("No."),      N_ ("Section"), N_ ("Lead"),
                                        N_ ("Last day"), N_ ("Wording"), N_ ("Task") };
  GError *error = NULL;
  g_autoptr (SkhLedger) ledger = skh_cli_load (words[0], &error);
  json_t *list = json_array ();
  const SkhTask *tasks;
  guint n;

  if (ledger == NULL)
    return skh_cli_fail (error);
  tasks = skh_ledger_get_tasks (ledger, &n);
  for (guint i = 0; i < n; i++)
    json_array_append_new (list, task_to_json (ledger, &tasks[i]));
  return as_json ? skh_cli_print_json (list) : skh_cli_print_table (list, fields, titles);
}

/* — units — */

static json_t *
unit_to_json (const SkhUnit *units, const SkhUnit *unit)
{
  json_t *object = json_object ();

  json_object_set_new (object, "code", json_string (unit->code));
  json_object_set_new (object, "name", json_string (unit->name));
  json_object_set_new (object, "short_name", json_string (unit->short_name));
  json_object_set_new (object, "parent",
                       skh_cli_json_text (
                         unit->parent != SKH_NO_INDEX ? units[unit->parent].code : NULL));
  json_object_set_new (object, "groups", skh_cli_json_list (unit->groups));
  json_object_set_new (object, "opened", skh_cli_json_day (unit->opened));
  json_object_set_new (object, "closed", skh_cli_json_day (unit->closed));
  return object;
}

static SkhCliStatus
run_units (char **words)
{
  static const char *const fields[]
    = { "code", "name", "parent", "groups", "opened", "closed", NULL };
  static const char *const titles[] = { N_ ("Code"),   N_ ("Name"),   N_ ("Parent"),
                                        N_ ("Groups"), N_ ("Opened"), N_ ("Closed") };
  GError *error = NULL;
  g_autoptr (SkhLedger) ledger = skh_cli_load (words[0], &error);
  json_t *list = json_array ();
  const SkhUnit *units;
  guint n;

  if (ledger == NULL)
    return skh_cli_fail (error);
  units = skh_ledger_get_units (ledger, &n);
  for (guint i = 0; i < n; i++)
    json_array_append_new (list, unit_to_json (units, &units[i]));
  return as_json ? skh_cli_print_json (list) : skh_cli_print_table (list, fields, titles);
}

static const GOptionEntry json_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("One JSON document"), NULL },
  { NULL },
};

static const GOptionEntry new_options[] = {
  { "template", 0, 0, G_OPTION_ARG_STRING, &template_id,
    N_ ("A built-in template, or a .json file"), "ID" },
  { "year", 0, 0, G_OPTION_ARG_INT, &template_year, N_ ("Move the plan to this year"),
    "N" },
  { NULL },
};

const SkhCliCommand skh_cli_plan_commands[] = {
  { "templates", "[--json]", N_ ("Lists the built-in plans."), 0, 0, json_options,
    run_templates },
  { "new", "FILE --template ID [--year N]", N_ ("Makes a workbook; never overwrites."), 1,
    1, new_options, run_new },
  { "tasks", "FILE [--json]", N_ ("Lists the tasks of the plan."), 1, 1, json_options,
    run_tasks },
  { "units", "FILE [--json]", N_ ("Lists the units."), 1, 1, json_options, run_units },
  { NULL },
};
