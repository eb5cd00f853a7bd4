/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports as files. What is written is the same report the window shows. */
#include "skh-cli-commands.h"
#include "skh-cli-press.h"

#include "skh-chase-report.h"
#include "skh-checklist-report.h"
#include "skh-commitment-form.h"
#include "skh-commitment-report.h"
#include "skh-plan-report.h"
#include "skh-register-report.h"
#include "skh-register-store.h"
#include "skh-sheet-writer.h"
#include "skh-stores.h"
#include "skh-summary-report.h"
#include "skh-timeline-report.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef enum
{
  FORMAT_XLSX = 1 << 0,
  FORMAT_PDF = 1 << 1,
} Format;

/* Told by the name's end, so a workbook (.skh) is never written over. */
static gboolean
get_format (SkhCliCall *call, guint allowed, Format *format, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (call->output, -1);

  *format = skh_cli_is_paper (call->output)     ? FORMAT_PDF
            : g_str_has_suffix (lower, ".xlsx") ? FORMAT_XLSX
                                                : 0;
  if (*format & allowed)
    return TRUE;
  return skh_cli_fail_usage (error,
                             allowed == FORMAT_XLSX ? _ ("“%s” does not end in .xlsx.")
                             : allowed == FORMAT_PDF
                               ? _ ("“%s” does not end in .pdf.")
                               : _ ("“%s” ends neither in .xlsx nor in .pdf."),
                             call->output);
}

/* By whatever name or link. */
static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf info_a, info_b;

  return g_stat (a, &info_a) == 0 && g_stat (b, &info_b) == 0
         && info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
}

static gboolean
write_report (SkhCliCall *call,
              SkhLedger *ledger,
              SkhReport *report,
              Format format,
              GError **error)
{
  if (is_same_file (call->arguments[0], call->output))
    return skh_cli_refuse (error,
                           _ ("“%s” is the workbook itself; give -o another name."),
                           call->output);
  return format == FORMAT_PDF
           ? call->print (report, skh_ledger_get_setting (ledger, "paper_profile"),
                          call->output, error)
           : skh_sheet_writer_write (report, call->output, error);
}

static gboolean
read_tables (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **tables = data;

  *tables = skh_plan_store_list_report_tables (db, 0, error);
  return *tables != NULL;
}

/* Only what the report reads is loaded. */
static SkhReport *
make_summary (SkhCliCall *call, SkhWorkbook *workbook, SkhLedger **ledger, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_auto (GStrv) figures = NULL;
  SkhLedgerScope scope = { call->period, call->on, NULL };

  if (!skh_workbook_run (workbook, read_tables, &tables, error))
    return NULL;
  figures = skh_summary_report_list_figures (tables);
  scope.figures = (const char *const *)figures;
  *ledger = skh_workbook_load_scoped_ledger (workbook, 0, &scope, error);
  return *ledger != NULL
           ? skh_summary_report_new (*ledger, tables, call->period, call->on)
           : NULL;
}

static gboolean
export_summary (SkhCliCall *call, guint allowed, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhReport) report = NULL;
  Format format;

  if (!get_format (call, allowed, &format, error))
    return FALSE;
  workbook = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);
  report = workbook != NULL ? make_summary (call, workbook, &ledger, error) : NULL;
  return report != NULL && write_report (call, ledger, report, format, error);
}

gboolean
skh_cli_run_export_summary (SkhCliCall *call, GError **error)
{
  return export_summary (call, FORMAT_XLSX, error);
}

/* The same report, on paper. */
gboolean
skh_cli_run_export_report (SkhCliCall *call, GError **error)
{
  return export_summary (call, FORMAT_PDF, error);
}

gboolean
skh_cli_run_export_checklist (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhReport) report = NULL;
  Format format;
  guint unit;

  if (!get_format (call, FORMAT_XLSX | FORMAT_PDF, &format, error))
    return FALSE;
  ledger = skh_cli_call_load_ledger (call, error);
  if (ledger == NULL || !skh_cli_call_find_unit (call, ledger, &unit, error))
    return FALSE;
  report = skh_checklist_report_new (ledger, unit, call->period, call->on);
  return write_report (call, ledger, report, format, error);
}

gboolean
skh_cli_run_export_chase (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhChaseList) list = NULL;
  g_autoptr (SkhReport) report = NULL;
  Format format;

  if (!get_format (call, FORMAT_XLSX | FORMAT_PDF, &format, error))
    return FALSE;
  ledger = skh_cli_call_load_ledger (call, error);
  if (ledger == NULL)
    return FALSE;
  list = skh_cli_make_chase_list (call, ledger, error);
  if (list == NULL)
    return FALSE;
  report = skh_chase_report_new (list);
  return write_report (call, ledger, report, format, error);
}

gboolean
skh_cli_run_export_plan (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhReport) report = NULL;
  Format format;

  if (!get_format (call, FORMAT_XLSX | FORMAT_PDF, &format, error))
    return FALSE;
  ledger = skh_cli_call_load_ledger (call, error);
  if (ledger == NULL)
    return FALSE;
  report = skh_plan_report_new (ledger);
  return write_report (call, ledger, report, format, error);
}

static gboolean
get_paper (SkhCliCall *call, SkhPaperSize *size, GError **error)
{
  *size = SKH_PAPER_A4;
  if (call->paper == NULL || g_ascii_strcasecmp (call->paper, "a4") == 0)
    return TRUE;
  *size = SKH_PAPER_A3;
  return g_ascii_strcasecmp (call->paper, "a3") == 0
         || skh_cli_fail_usage (error, _ ("“%s” is no paper; write a3 or a4."),
                                call->paper);
}

static gboolean
get_zoom (SkhCliCall *call, SkhZoom *zoom, GError **error)
{
  static const char *const names[] = {
    [SKH_ZOOM_YEAR] = "year",
    [SKH_ZOOM_QUARTER] = "quarter",
    [SKH_ZOOM_MONTH] = "month",
    [SKH_ZOOM_WEEK] = "week",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (call->zoom != NULL ? call->zoom : "year", names[i]))
      {
        *zoom = (SkhZoom)i;
        return TRUE;
      }
  return skh_cli_fail_usage (error,
                             _ ("“%s” is no zoom; write year, quarter, month or week."),
                             call->zoom);
}

gboolean
skh_cli_run_export_timeline (SkhCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) ledgers = NULL;
  g_autoptr (SkhReport) report = NULL;
  SkhTimelineOptions options = { .on = call->on };
  SkhPaperSize size;
  Format format;

  if (!get_format (call, FORMAT_XLSX | FORMAT_PDF, &format, error)
      || !get_paper (call, &size, error) || !get_zoom (call, &options.zoom, error))
    return FALSE;
  ledgers = skh_cli_call_load_ledgers (call, error);
  if (ledgers == NULL)
    return FALSE;
  options.period
    = skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledgers->pdata[0])->year, 1);
  report = skh_timeline_report_new_for_plans ((SkhLedger *const *)ledgers->pdata,
                                              ledgers->len, &options, size);
  return write_report (call, ledgers->pdata[0], report, format, error);
}

typedef struct
{
  const char *id;
  const char *text; /* NULL: the whole register, in the order of its first view */
  SkhRegisterQuery *query;
} QueryCall;

static char *
dup_first_view (SkhRegister *reg)
{
  guint n;
  const SkhRegisterView *views = skh_register_get_views (reg, &n);

  return n > 0 ? skh_register_query_dup_of_year (views[0].query, 0) : NULL;
}

static gboolean
make_query (SkhDatabase *db, gpointer data, GError **error)
{
  QueryCall *query_call = data;
  g_autoptr (SkhRegister) reg
    = skh_register_store_load_register (db, query_call->id, error);
  g_autofree char *text = NULL;

  if (reg == NULL)
    return FALSE;
  text = query_call->text != NULL ? g_strdup (query_call->text) : dup_first_view (reg);
  query_call->query = skh_register_query_parse (reg, text, NULL);
  g_array_set_size (query_call->query->columns, 0);
  return TRUE;
}

gboolean
skh_cli_run_export_register (SkhCliCall *call, GError **error)
{
  QueryCall query_call = { .id = call->arguments[1] };
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhRegisterQuery) query = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhReport) report = NULL;
  Format format;

  if (!get_format (call, FORMAT_XLSX | FORMAT_PDF, &format, error))
    return FALSE;
  workbook = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);
  if (workbook == NULL || !skh_workbook_run (workbook, make_query, &query_call, error))
    return FALSE;
  query = query_call.query;
  ledger = skh_cli_call_load_frame (call, workbook, error);
  if (ledger == NULL)
    return FALSE;
  report = skh_register_report_new (workbook, ledger, query, call->on);
  if (!write_report (call, ledger, report, format, error))
    return FALSE;
  if (!skh_register_report_has_failed (report, error))
    return TRUE;
  g_unlink (call->output);
  return FALSE;
}

/* — Commitments — */

/* How they stand, unit by unit. */
gboolean
skh_cli_run_export_commitments (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhReport) report = NULL;
  Format format;

  if (!get_format (call, FORMAT_XLSX | FORMAT_PDF, &format, error))
    return FALSE;
  workbook = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);
  ledger = workbook != NULL ? skh_cli_call_load_frame (call, workbook, error) : NULL;
  report = ledger != NULL
             ? skh_commitment_report_new (workbook, ledger, call->year, call->on, error)
             : NULL;
  return report != NULL && write_report (call, ledger, report, format, error);
}

/* The papers that are signed, one a person. */
gboolean
skh_cli_run_export_commitment_forms (SkhCliCall *call, GError **error)
{
  QueryCall query_call = { .id = "commitments" };
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhReport) report = NULL;
  g_autoptr (SkhRegisterQuery) query = NULL;
  g_autofree char *text = NULL;
  Format format;

  if (!get_format (call, FORMAT_PDF, &format, error))
    return FALSE;
  workbook = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);
  ledger = workbook != NULL ? skh_cli_call_load_frame (call, workbook, error) : NULL;
  text
    = ledger != NULL ? skh_cli_dup_commitments_query (call, ledger, FALSE, error) : NULL;
  query_call.text = text;
  if (text == NULL || !skh_workbook_run (workbook, make_query, &query_call, error))
    return FALSE;
  query = query_call.query;
  report = skh_commitment_form_new (workbook, ledger, query, NULL, 0, error);
  return report != NULL && write_report (call, ledger, report, format, error);
}
