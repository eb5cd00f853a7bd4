/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include "skh-task-import.h"
#include "skh-unit-import.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static SkhUnitImport *
read_units (SkhCliCall *call, SkhLedger *ledger, GError **error)
{
  g_autoptr (SkhUnitImport) import = skh_unit_import_new (ledger);

  for (guint i = 1; i < call->n_arguments; i++)
    if (!skh_unit_import_add_file (import, call->arguments[i], call->sheet, error))
      return NULL;
  skh_unit_import_preview (import);
  return g_steal_pointer (&import);
}

static SkhTaskImport *
read_tasks (SkhCliCall *call, SkhLedger *ledger, GError **error)
{
  g_autoptr (SkhTaskImport) import = skh_task_import_new (ledger);

  for (guint i = 1; i < call->n_arguments; i++)
    if (!skh_task_import_add_file (import, call->arguments[i], call->sheet, error))
      return NULL;
  skh_task_import_preview (import);
  return g_steal_pointer (&import);
}

static json_t *
record_fault (const SkhImportFault *fault)
{
  return json_pack ("{s:s, s:s?, s:s?, s:s?, s:s}", "file", fault->file, "sheet",
                    fault->sheet, "cell", fault->cell, "value", fault->value, "why",
                    fault->why);
}

static json_t *
record_faults (const GPtrArray *faults)
{
  json_t *records = json_array ();

  for (guint i = 0; i < faults->len; i++)
    json_array_append_new (records, record_fault (faults->pdata[i]));
  return records;
}

static void
print_json (SkhCliCall *call, const SkhImportResult *result)
{
  const guint *counts = result->counts;

  skh_cli_print_json (
    json_pack ("{s:i, s:i, s:i, s:i, s:i, s:i, s:b, s:o, s:o}", "rows", result->n_rows,
               "added", counts[SKH_IMPORT_ADDED], "changed", counts[SKH_IMPORT_CHANGED],
               "same", counts[SKH_IMPORT_SAME], "refused", counts[SKH_IMPORT_REFUSED],
               "skipped", result->n_skipped, "dry_run", call->dry_run, "faults",
               record_faults (result->faults), "notes", record_faults (result->notes)));
}

static void
print_faults (SkhCliCall *call, const GPtrArray *faults)
{
  static const SkhCliColumn columns[] = { { N_ ("File"), "file" },
                                          { N_ ("Cell"), "cell" },
                                          { N_ ("Value"), "value" },
                                          { N_ ("Why"), "why" } };
  SkhCliList *list;

  if (faults->len == 0)
    return;
  list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < faults->len; i++)
    skh_cli_list_add (list, record_fault (faults->pdata[i]));
  skh_cli_list_end (list);
}

/**
 * skh_cli_print_import:
 *
 * Tells what came of an import, of whatever kind.
 */
void
skh_cli_print_import (SkhCliCall *call, const SkhImportResult *result)
{
  g_autofree char *counts = NULL;

  if (call->json)
    {
      print_json (call, result);
      return;
    }
  counts = skh_import_result_dup_counts (result);
  fprintf (stdout, "%s.%s\n", counts,
           call->dry_run ? _ (" Nothing was changed (--dry-run).") : "");
  print_faults (call, result->faults);
  if (result->notes->len > 0)
    fprintf (stdout, "\n%s\n", _ ("To be looked at:"));
  print_faults (call, result->notes);
}

static SkhWorkbook *
open_for_import (SkhCliCall *call, GError **error)
{
  return skh_cli_call_open (call,
                            call->dry_run ? SKH_WORKBOOK_OPEN_READ
                                          : SKH_WORKBOOK_OPEN_WRITE,
                            error);
}

gboolean
skh_cli_run_import_units (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = open_for_import (call, error);
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhUnitImport) import = NULL;

  if (workbook == NULL)
    return FALSE;
  ledger = skh_workbook_load_ledger (workbook, 0, error);
  import = ledger != NULL ? read_units (call, ledger, error) : NULL;
  if (import == NULL
      || (!call->dry_run && !skh_unit_import_apply (import, workbook, error)))
    return FALSE;
  skh_cli_print_import (call, skh_unit_import_get_result (import));
  return TRUE;
}

gboolean
skh_cli_run_import_tasks (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = open_for_import (call, error);
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhTaskImport) import = NULL;

  if (workbook == NULL)
    return FALSE;
  ledger = skh_workbook_load_ledger (workbook, call->plan_id, error);
  import = ledger != NULL ? read_tasks (call, ledger, error) : NULL;
  if (import == NULL
      || (!call->dry_run && !skh_task_import_apply (import, workbook, error)))
    return FALSE;
  skh_cli_print_import (call, skh_task_import_get_result (import));
  return TRUE;
}
