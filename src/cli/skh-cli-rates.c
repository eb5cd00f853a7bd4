/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* All that is computed, once, for both ways to print it. */
typedef struct
{
  SkhRates all;
  SkhRates *by_unit, *by_section;
  gboolean *has_lines; /* for each unit: a line is listed in the period */
} AllRates;

static void
all_rates_clear (AllRates *rates)
{
  g_free (rates->by_unit);
  g_free (rates->by_section);
  g_free (rates->has_lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AllRates, all_rates_clear)

static void
compute (SkhCliCall *call, SkhLedger *ledger, AllRates *rates)
{
  guint n_units, n_sections, n_lines;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n_lines);

  skh_ledger_get_units (ledger, &n_units);
  skh_ledger_get_sections (ledger, &n_sections);
  rates->by_unit = g_new0 (SkhRates, n_units + 1);
  rates->by_section = g_new0 (SkhRates, n_sections + 1);
  rates->has_lines = g_new0 (gboolean, n_units + 1);
  rates->all = skh_ledger_get_all_rates (ledger, call->period, call->on, rates->by_unit,
                                         rates->by_section);
  for (guint i = 0; i < n_lines; i++)
    if (skh_line_is_listed (&lines[i].line, call->period))
      rates->has_lines[lines[i].unit] = TRUE;
}

static json_t *
record_by_unit (SkhLedger *ledger, const AllRates *rates)
{
  guint n;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);
  json_t *array = json_array ();

  for (guint i = 0; i < n; i++)
    if (rates->has_lines[i])
      {
        json_t *item = json_pack ("{s:s, s:s}", "unit", units[i].code, "unit_name",
                                  units[i].short_name);

        skh_cli_record_add_rates (item, &rates->by_unit[i]);
        json_array_append_new (array, item);
      }
  return array;
}

static json_t *
record_by_section (SkhLedger *ledger, const AllRates *rates)
{
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (ledger, &n);
  json_t *array = json_array ();

  for (guint i = 0; i < n; i++)
    {
      json_t *item = json_pack ("{s:s, s:s}", "section", sections[i].code, "title",
                                sections[i].title);

      skh_cli_record_add_rates (item, &rates->by_section[i]);
      json_array_append_new (array, item);
    }
  return array;
}

static json_t *
record_all (SkhCliCall *call, SkhLedger *ledger)
{
  g_auto (AllRates) rates = { 0 };
  g_autofree char *period = skh_period_to_string (call->period);
  json_t *record = json_object ();

  compute (call, ledger, &rates);
  json_object_set_new (record, "period", json_string (period));
  json_object_set_new (record, "on", skh_cli_record_date (call->on));
  skh_cli_record_add_rates (record, &rates.all);
  json_object_set_new (record, "by_unit", record_by_unit (ledger, &rates));
  json_object_set_new (record, "by_section", record_by_section (ledger, &rates));
  return record;
}

#define RATE_COLUMNS                                                                     \
  { N_ ("Expected"), "expected" }, { N_ ("Delivered"), "actual" },                       \
    { N_ ("On time"), "on_time" }, { N_ ("Late"), "late" },                              \
    { N_ ("Overdue"), "overdue" }, { N_ ("Completeness"), "completeness" },              \
  {                                                                                      \
    N_ ("Timeliness"), "timeliness"                                                      \
  }

static const SkhCliColumn unit_columns[] = { { N_ ("Unit"), "unit_name" }, RATE_COLUMNS };
static const SkhCliColumn section_columns[]
  = { { N_ ("Section"), "section" }, RATE_COLUMNS };

static void
print_table (SkhCliCall *call,
             const json_t *record,
             const char *items,
             const SkhCliColumn *columns,
             guint n_columns)
{
  SkhCliList *list = skh_cli_list_new (call, columns, n_columns);
  json_t *total = json_copy ((json_t *)record);
  size_t i;
  json_t *item;

  json_array_foreach (json_object_get (record, items), i, item)
    skh_cli_list_add (list, json_incref (item));
  json_object_set_new (total, columns[0].key, json_string (_ ("Total")));
  skh_cli_list_add (list, total);
  skh_cli_list_end (list);
}

gboolean
skh_cli_run_rates (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhLedger) ledger = skh_cli_call_load_ledger (call, error);
  json_t *record;

  if (ledger == NULL)
    return FALSE;
  record = record_all (call, ledger);
  if (call->json)
    {
      skh_cli_print_json (record);
      return TRUE;
    }
  print_table (call, record, "by_section", section_columns,
               G_N_ELEMENTS (section_columns));
  fputc ('\n', stdout);
  print_table (call, record, "by_unit", unit_columns, G_N_ELEMENTS (unit_columns));
  json_decref (record);
  return TRUE;
}
