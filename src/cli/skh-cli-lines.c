/* SPDX-License-Identifier: GPL-3.0-or-later */

/* checklist, overdue, rates: how the lines stand, from the ledger's functions. */
#include "skh-cli-line-json.h"

#include <glib/gi18n-lib.h>

static gboolean as_json;
static char *on_text, *period_text, *unit_code, *task_no;

static const char *const line_fields[] = { "unit",  "task",         "period",
                                           "state", "due",          "timeliness",
                                           "days",  "delivered_on", NULL };
static const char *const line_titles[]
  = { N_ ("Unit"), N_ ("Task"),       N_ ("Period"), N_ ("State"),
      N_ ("Due"),  N_ ("Timeliness"), N_ ("Days"),   N_ ("Delivered") };

static SkhCliStatus
print_lines (json_t *list)
{
  return as_json ? skh_cli_print_json (list)
                 : skh_cli_print_table (list, line_fields, line_titles);
}

/* — checklist — */

typedef struct
{
  SkhPeriod period;
  SkhDate on;
  guint unit, task; /* SKH_NO_INDEX: all */
} Choice;

static gboolean
read_choice (SkhLedger *ledger, Choice *choice, GError **error)
{
  choice->unit = choice->task = SKH_NO_INDEX;
  if (unit_code != NULL && !skh_cli_find_unit (ledger, unit_code, &choice->unit, error))
    return FALSE;
  if (task_no != NULL && !skh_cli_find_task (ledger, task_no, &choice->task, error))
    return FALSE;
  if (!skh_period_is_set (choice->period))
    choice->period
      = skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledger)->year, 1);
  return TRUE;
}

static json_t *
list_chosen (SkhLedger *ledger, const Choice *choice)
{
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);
  json_t *list = json_array ();

  for (guint i = 0; i < n; i++)
    if ((choice->unit == SKH_NO_INDEX || lines[i].unit == choice->unit)
        && (choice->task == SKH_NO_INDEX || lines[i].task == choice->task)
        && skh_line_is_listed (&lines[i].line, choice->period))
      json_array_append_new (list, skh_cli_line_to_json (ledger, &lines[i], choice->on));
  return list;
}

static SkhCliStatus
run_checklist (char **words)
{
  GError *error = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  Choice choice = { .period = SKH_PERIOD_INIT_NONE };

  if (!skh_cli_read_day ("--on", on_text, &choice.on)
      || (period_text != NULL && !skh_cli_read_period (period_text, &choice.period)))
    return SKH_CLI_USAGE;
  ledger = skh_cli_load (words[0], &error);
  if (ledger == NULL || !read_choice (ledger, &choice, &error))
    return skh_cli_fail (error);
  return print_lines (list_chosen (ledger, &choice));
}

/* — overdue — */

static SkhCliStatus
run_overdue (char **words)
{
  GError *error = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (GArray) overdue = NULL;
  json_t *list;
  SkhDate on;

  if (!skh_cli_read_day ("--on", on_text, &on))
    return SKH_CLI_USAGE;
  ledger = skh_cli_load (words[0], &error);
  if (ledger == NULL)
    return skh_cli_fail (error);
  overdue = skh_ledger_list_by_timeliness (ledger, SKH_TIMELINESS_OVERDUE, on);
  list = json_array ();
  for (guint i = 0; i < overdue->len; i++)
    json_array_append_new (
      list, skh_cli_line_to_json (ledger,
                                  &skh_ledger_get_assignments (
                                    ledger, NULL)[g_array_index (overdue, guint, i)],
                                  on));
  return print_lines (list);
}

/* — rates — */

static void
set_rates (json_t *object, const SkhRates *rates)
{
  json_object_set_new (object, "expected", json_integer (rates->expected));
  json_object_set_new (object, "actual", json_integer (rates->actual));
  json_object_set_new (object, "on_time", json_integer (rates->on_time));
  json_object_set_new (object, "late", json_integer (rates->late));
  json_object_set_new (object, "overdue", json_integer (rates->overdue));
  json_object_set_new (object, "completeness",
                       skh_cli_json_ratio (skh_rates_get_completeness (rates)));
  json_object_set_new (object, "timeliness",
                       skh_cli_json_ratio (skh_rates_get_timeliness (rates)));
}

/* A unit that owes nothing in the period (the root, one not opened yet) is left out. */
static json_t *
list_unit_rates (SkhLedger *ledger, const SkhRates *by_unit, SkhPeriod period)
{
  guint n, n_lines;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n_lines);
  g_autofree gboolean *listed = g_new0 (gboolean, n + 1);
  json_t *list = json_array ();

  for (guint i = 0; i < n_lines; i++)
    listed[lines[i].unit]
      = listed[lines[i].unit] || skh_line_is_listed (&lines[i].line, period);
  for (guint i = 0; i < n; i++)
    if (listed[i])
      {
        json_t *object = json_pack ("{s:s}", "unit", units[i].code);

        set_rates (object, &by_unit[i]);
        json_array_append_new (list, object);
      }
  return list;
}

static json_t *
list_section_rates (SkhLedger *ledger, const SkhRates *by_section)
{
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (ledger, &n);
  json_t *list = json_array ();

  for (guint i = 0; i < n; i++)
    {
      json_t *object = json_pack ("{s:s, s:s}", "section", sections[i].code, "title",
                                  sections[i].title);

      set_rates (object, &by_section[i]);
      json_array_append_new (list, object);
    }
  return list;
}

/* For people: the whole, then section by section, then unit by unit. */
static SkhCliStatus
print_rates_table (json_t *document)
{
  static const char *const fields[]
    = { "unit",    "expected",     "actual",     "on_time", "late",
        "overdue", "completeness", "timeliness", NULL };
  static const char *const titles[]
    = { N_ ("Of"),   N_ ("Expected"), N_ ("Actual"),       N_ ("On time"),
        N_ ("Late"), N_ ("Overdue"),  N_ ("Completeness"), N_ ("Timeliness") };
  json_t *rows = json_array (), *object;
  size_t i;

  json_object_set_new (document, "unit", json_string (_ ("All")));
  json_array_append (rows, document);
  json_array_foreach (json_object_get (document, "by_section"), i, object)
  {
    json_object_set (object, "unit", json_object_get (object, "section"));
    json_array_append (rows, object);
  }
  json_array_extend (rows, json_object_get (document, "by_unit"));
  json_decref (document);
  return skh_cli_print_table (rows, fields, titles);
}

static json_t *
count_rates (SkhLedger *ledger, SkhPeriod period, SkhDate on)
{
  g_autofree SkhRates *by_unit = NULL, *by_section = NULL;
  json_t *document = json_object ();
  guint n_units, n_sections;
  SkhRates all;

  skh_ledger_get_units (ledger, &n_units);
  skh_ledger_get_sections (ledger, &n_sections);
  by_unit = g_new0 (SkhRates, n_units + 1);
  by_section = g_new0 (SkhRates, n_sections + 1);
  all = skh_ledger_get_all_rates (ledger, period, on, by_unit, by_section);
  set_rates (document, &all);
  json_object_set_new (document, "by_unit", list_unit_rates (ledger, by_unit, period));
  json_object_set_new (document, "by_section", list_section_rates (ledger, by_section));
  return document;
}

static SkhCliStatus
run_rates (char **words)
{
  GError *error = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  SkhPeriod period;
  SkhDate on;
  json_t *document;

  if (period_text == NULL)
    return skh_cli_usage (_ ("“rates” needs --period, as 2023-Q1."));
  if (!skh_cli_read_period (period_text, &period)
      || !skh_cli_read_day ("--on", on_text, &on))
    return SKH_CLI_USAGE;
  ledger = skh_cli_load (words[0], &error);
  if (ledger == NULL)
    return skh_cli_fail (error);
  document = count_rates (ledger, period, on);
  return as_json ? skh_cli_print_json (document) : print_rates_table (document);
}

#define JSON_OPTION                                                                      \
  {                                                                                      \
    "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("One JSON document"), NULL            \
  }
#define ON_OPTION                                                                        \
  {                                                                                      \
    "on", 0, 0, G_OPTION_ARG_STRING, &on_text,                                           \
      N_ ("The day it is seen from (default: today)"), "DATE"                            \
  }
#define PERIOD_OPTION                                                                    \
  {                                                                                      \
    "period", 0, 0, G_OPTION_ARG_STRING, &period_text,                                   \
      N_ ("2023, 2023-H1, 2023-Q1 or 2023-04"), "P"                                      \
  }

static const GOptionEntry checklist_options[] = {
  { "unit", 0, 0, G_OPTION_ARG_STRING, &unit_code, N_ ("Only this unit"), "CODE" },
  { "task", 0, 0, G_OPTION_ARG_STRING, &task_no, N_ ("Only this task"), "NO" },
  PERIOD_OPTION,
  ON_OPTION,
  JSON_OPTION,
  { NULL },
};
static const GOptionEntry rates_options[]
  = { PERIOD_OPTION, ON_OPTION, JSON_OPTION, { NULL } };
static const GOptionEntry overdue_options[] = { ON_OPTION, JSON_OPTION, { NULL } };

const SkhCliCommand skh_cli_line_commands[] = {
  { "checklist", "FILE [--unit CODE] [--task NO] [--period P] [--on DATE] [--json]",
    N_ ("Lists what units owe and how it stands."), 1, 1, checklist_options,
    run_checklist },
  { "set",
    "FILE --unit CODE --task NO [--period P] [--state S] [--day DATE] [--document T]"
    " [--note T] [--count N/M] [--figure NAME=N[/M]]… [--on DATE]",
    N_ ("Changes one line, as one act."), 1, 1, skh_cli_set_options, skh_cli_run_set },
  { "rates", "FILE --period P [--on DATE] [--json]",
    N_ ("Counts what was expected and what came."), 1, 1, rates_options, run_rates },
  { "overdue", "FILE [--on DATE] [--json]", N_ ("Lists what to chase, unit by unit."), 1,
    1, overdue_options, run_overdue },
  { NULL },
};
