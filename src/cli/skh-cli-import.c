/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include "skh-unit-import.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static SkhUnitImport *
read_sources (SkhCliCall *call, SkhLedger *ledger, GError **error)
{
  g_autoptr (SkhUnitImport) import = skh_unit_import_new (ledger);

  for (guint i = 1; i < call->n_arguments; i++)
    {
      g_autoptr (SkhListSource) source
        = skh_list_source_read_file (call->arguments[i], error);

      if (source == NULL || !skh_unit_import_add_source (import, source, error))
        return NULL;
    }
  skh_unit_import_preview (import);
  return g_steal_pointer (&import);
}

static json_t *
record_fault (const SkhImportFault *fault)
{
  return json_pack ("{s:s, s:s?, s:s?, s:s?, s:s}", "file", fault->file, "sheet",
                    fault->sheet, "cell", fault->cell, "value", fault->value, "why",
                    fault->why);
}

static void
print_json (SkhCliCall *call, SkhUnitImport *import)
{
  GPtrArray *faults = skh_unit_import_get_faults (import);
  json_t *record
    = json_pack ("{s:i, s:i, s:i, s:i, s:i, s:i, s:b, s:[]}", "rows",
                 skh_unit_import_get_n_rows (import), "added",
                 skh_unit_import_get_count (import, SKH_IMPORT_ADDED), "changed",
                 skh_unit_import_get_count (import, SKH_IMPORT_CHANGED), "same",
                 skh_unit_import_get_count (import, SKH_IMPORT_SAME), "refused",
                 skh_unit_import_get_count (import, SKH_IMPORT_REFUSED), "skipped",
                 skh_unit_import_get_n_skipped (import), "dry_run", call->dry_run,
                 "faults");

  for (guint i = 0; i < faults->len; i++)
    json_array_append_new (json_object_get (record, "faults"),
                           record_fault (faults->pdata[i]));
  skh_cli_print_json (record);
}

static void
print_text (SkhCliCall *call, SkhUnitImport *import)
{
  static const SkhCliColumn columns[] = { { N_ ("File"), "file" },
                                          { N_ ("Cell"), "cell" },
                                          { N_ ("Value"), "value" },
                                          { N_ ("Why"), "why" } };
  GPtrArray *faults = skh_unit_import_get_faults (import);
  g_autofree char *counts
    = g_strdup_printf (_ ("%u rows: %u added, %u changed, %u same, %u refused."),
                       skh_unit_import_get_n_rows (import),
                       skh_unit_import_get_count (import, SKH_IMPORT_ADDED),
                       skh_unit_import_get_count (import, SKH_IMPORT_CHANGED),
                       skh_unit_import_get_count (import, SKH_IMPORT_SAME),
                       skh_unit_import_get_count (import, SKH_IMPORT_REFUSED));
  SkhCliList *list;

  fprintf (stdout, "%s%s\n", counts,
           call->dry_run ? _ (" Nothing was changed (--dry-run).") : "");
  if (faults->len == 0)
    return;
  list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < faults->len; i++)
    skh_cli_list_add (list, record_fault (faults->pdata[i]));
  skh_cli_list_end (list);
}

gboolean
skh_cli_run_import_units (SkhCliCall *call, GError **error)
{
  SkhWorkbookOpenMode mode
    = call->dry_run ? SKH_WORKBOOK_OPEN_READ : SKH_WORKBOOK_OPEN_WRITE;
  g_autoptr (SkhWorkbook) workbook = skh_cli_call_open (call, mode, error);
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhUnitImport) import = NULL;

  if (workbook == NULL)
    return FALSE;
  ledger = skh_workbook_load_ledger (workbook, 0, error);
  import = ledger != NULL ? read_sources (call, ledger, error) : NULL;
  if (import == NULL
      || (!call->dry_run && !skh_unit_import_apply (import, workbook, error)))
    return FALSE;
  if (call->json)
    print_json (call, import);
  else
    print_text (call, import);
  return TRUE;
}
