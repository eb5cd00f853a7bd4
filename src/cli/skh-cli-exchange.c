/* SPDX-License-Identifier: GPL-3.0-or-later */

/* import, export, generate: what goes in and out. */
#include "skh-cli.h"

#include "skh-chase-report.h"
#include "skh-generator.h"
#include "skh-paper.h"
#include "skh-sheet-writer.h"
#include "skh-stores.h"
#include "skh-summary-report.h"
#include "skh-unit-import.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static gboolean as_json, dry_run;
static char *on_text, *period_text, *out_path, *scale;
static int seed = -1, n_units, n_tasks;

/* — import units — */

static json_t *
fault_to_json (const SkhImportFault *fault)
{
  json_t *object = json_object ();

  json_object_set_new (object, "file", skh_cli_json_text (fault->file));
  json_object_set_new (object, "sheet", skh_cli_json_text (fault->sheet));
  json_object_set_new (object, "cell", skh_cli_json_text (fault->cell));
  json_object_set_new (object, "value", skh_cli_json_text (fault->value));
  json_object_set_new (object, "why", skh_cli_json_text (fault->why));
  return object;
}

static SkhCliStatus
print_import (SkhUnitImport *import)
{
  GPtrArray *faults = skh_unit_import_get_faults (import);
  guint counts[SKH_N_IMPORT_OUTCOMES];
  json_t *list = json_array ();

  for (guint i = 0; i < SKH_N_IMPORT_OUTCOMES; i++)
    counts[i] = skh_unit_import_get_count (import, (SkhImportOutcome)i);
  for (guint i = 0; i < faults->len; i++)
    json_array_append_new (list, fault_to_json (g_ptr_array_index (faults, i)));
  if (as_json)
    return skh_cli_print_json (
      json_pack ("{s:i, s:i, s:i, s:i, s:i, s:o}", "rows",
                 (int)skh_unit_import_get_n_rows (import), "added",
                 (int)counts[SKH_IMPORT_ADDED], "changed",
                 (int)counts[SKH_IMPORT_CHANGED], "same", (int)counts[SKH_IMPORT_SAME],
                 "refused", (int)counts[SKH_IMPORT_REFUSED], "faults", list));

  printf (_ ("%u rows: %u added, %u changed, %u the same, %u refused\n"),
          skh_unit_import_get_n_rows (import), counts[SKH_IMPORT_ADDED],
          counts[SKH_IMPORT_CHANGED], counts[SKH_IMPORT_SAME],
          counts[SKH_IMPORT_REFUSED]);
  for (guint i = 0; i < faults->len; i++)
    {
      const SkhImportFault *fault = g_ptr_array_index (faults, i);

      printf ("%s %s: %s\n", fault->file, fault->cell != NULL ? fault->cell : "",
              fault->why);
    }
  json_decref (list);
  return SKH_CLI_DONE;
}

static gboolean
add_sources (SkhUnitImport *import, char **paths, GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (SkhListSource) source = skh_list_source_read_file (paths[i], error);

      if (source == NULL || !skh_unit_import_add_source (import, source, error))
        return FALSE;
    }
  return TRUE;
}

static SkhCliStatus
run_import (char **words)
{
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhUnitImport) import = NULL;
  GError *error = NULL;

  if (!g_str_equal (words[0], "units"))
    return skh_cli_usage (_ ("“import %s” is not known; what can be imported is: units."),
                          words[0]);
  ledger
    = skh_cli_open (words[1], dry_run ? SKH_WORKBOOK_OPEN_READ : SKH_WORKBOOK_OPEN_WRITE,
                    &workbook, &error);
  if (ledger == NULL)
    return skh_cli_fail (error);
  import = skh_unit_import_new (ledger);
  if (!add_sources (import, words + 2, &error))
    return skh_cli_fail (error);
  skh_unit_import_preview (import);
  if (!dry_run && !skh_unit_import_apply (import, workbook, &error))
    return skh_cli_fail (error);
  return print_import (import);
}

/* — export — */

static gboolean
list_tables (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **tables = data;

  *tables = skh_plan_store_list_report_tables (db, 0, error);
  return *tables != NULL;
}

static SkhReport *
build_summary (const char *path, SkhPeriod period, SkhDate on, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhLedger) ledger
    = skh_cli_open (path, SKH_WORKBOOK_OPEN_READ, &workbook, error);
  g_autoptr (GPtrArray) tables = NULL;

  if (ledger == NULL || !skh_workbook_run (workbook, list_tables, &tables, error))
    return NULL;
  return skh_summary_report_new (ledger, tables, period, on);
}

static SkhCliStatus
run_export_summary (const char *path)
{
  g_autoptr (SkhReport) report = NULL;
  GError *error = NULL;
  SkhPeriod period;
  SkhDate on;

  if (period_text == NULL)
    return skh_cli_usage (_ ("“export summary” needs --period, as 2023-Q1."));
  if (!g_str_has_suffix (out_path, ".xlsx"))
    return skh_cli_usage (_ ("“export summary” writes .xlsx; end the name of -o so."));
  if (!skh_cli_read_period (period_text, &period)
      || !skh_cli_read_day ("--on", on_text, &on))
    return SKH_CLI_USAGE;
  report = build_summary (path, period, on, &error);
  if (report == NULL || !skh_sheet_writer_write (report, out_path, &error))
    return skh_cli_fail (error);
  return SKH_CLI_DONE;
}

static gboolean
write_paper (SkhReport *report, SkhLedger *ledger, GError **error)
{
  g_autoptr (SkhPaper) paper
    = skh_paper_new (report, skh_ledger_get_setting (ledger, "paper_profile"), error);

  return paper != NULL && skh_paper_write_pdf (paper, out_path, error);
}

static SkhCliStatus
run_export_chase (const char *path)
{
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhReport) report = NULL;
  gboolean on_paper = g_str_has_suffix (out_path, ".pdf");
  GError *error = NULL;
  SkhDate on;

  if (!on_paper && !g_str_has_suffix (out_path, ".xlsx"))
    return skh_cli_usage (
      _ ("“export chase” writes .xlsx or .pdf; end the name of -o so."));
  if (!skh_cli_read_day ("--on", on_text, &on))
    return SKH_CLI_USAGE;
  ledger = skh_cli_load (path, &error);
  if (ledger == NULL)
    return skh_cli_fail (error);
  report = skh_chase_report_new (ledger, on);
  if (!(on_paper ? write_paper (report, ledger, &error)
                 : skh_sheet_writer_write (report, out_path, &error)))
    return skh_cli_fail (error);
  return SKH_CLI_DONE;
}

static SkhCliStatus
run_export (char **words)
{
  if (out_path == NULL)
    return skh_cli_usage (_ ("“export” needs -o, the file to write."));
  if (g_str_equal (words[0], "summary"))
    return run_export_summary (words[1]);
  if (g_str_equal (words[0], "chase"))
    return run_export_chase (words[1]);
  return skh_cli_usage (
    _ ("“export %s” is not known; what can be exported is: summary, chase."), words[0]);
}

/* — generate — */

static SkhCliStatus
run_generate (char **words)
{
  SkhGeneratorSpec spec = { .year = 2023 };
  GError *error = NULL;

  if (scale == NULL || seed < 0)
    return skh_cli_usage (_ ("“generate” needs --scale and --seed."));
  if (!skh_generator_spec_for_scale (scale, &spec))
    return skh_cli_usage (
      _ ("--scale “%s” is not known; the scales are: district, province, national."),
      scale);
  spec.seed = (guint32)seed;
  if (n_units > 0)
    spec.n_units = (guint)n_units;
  if (n_tasks > 0)
    spec.n_tasks = (guint)n_tasks;
  return skh_generator_create (words[0], &spec, &error) ? SKH_CLI_DONE
                                                        : skh_cli_fail (error);
}

static const GOptionEntry import_options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Count, and change nothing"),
    NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("One JSON document"), NULL },
  { NULL },
};

static const GOptionEntry export_options[] = {
  { "period", 0, 0, G_OPTION_ARG_STRING, &period_text,
    N_ ("2023, 2023-H1, 2023-Q1 or 2023-04"), "P" },
  { "on", 0, 0, G_OPTION_ARG_STRING, &on_text,
    N_ ("The day it is seen from (default: today)"), "DATE" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out_path, N_ ("The file to write"), "OUT" },
  { NULL },
};

static const GOptionEntry generate_options[] = {
  { "scale", 0, 0, G_OPTION_ARG_STRING, &scale, N_ ("district, province or national"),
    "S" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("The same seed gives the same workbook"),
    "N" },
  { "units", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, &n_units, NULL, "N" },
  { "tasks", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, &n_tasks, NULL, "N" },
  { NULL },
};

const SkhCliCommand skh_cli_exchange_commands[] = {
  { "import", "units FILE SOURCE… [--dry-run] [--json]",
    N_ ("Takes a list of units in, from .csv or pasted text."), 3, -1, import_options,
    run_import },
  { "export",
    "summary FILE --period P [--on DATE] -o OUT.xlsx | chase FILE [--on DATE] -o "
    "OUT.xlsx|OUT.pdf",
    N_ ("Writes the report upward, or the chase list."), 2, 2, export_options,
    run_export },
  { "generate", "FILE --scale district|province|national --seed N",
    N_ ("Makes a synthetic workbook to measure with."), 1, 1, generate_options,
    run_generate },
  { NULL },
};
