/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the summary and the chase list of the sample plan, some of it delivered, for
   another program to read back. */
#include "sample-draft.h"
#include "skh-chase-report.h"
#include "skh-sheet-writer.h"
#include "skh-stores.h"
#include "skh-summary-report.h"
#include "skh-workbook.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  SkhWorkbook *workbook;
  SkhLedger *ledger;
  GPtrArray *tables;
} Sample;

static gboolean
create (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();

  return skh_plan_store_create (db, draft, error);
}

static gboolean
list_tables (SkhDatabase *db, gpointer data, GError **error)
{
  Sample *sample = data;

  sample->tables = skh_plan_store_list_report_tables (db, 0, error);
  return sample->tables != NULL;
}

static gint64
find_line (SkhLedger *ledger, const char *unit, const char *task, const char *period)
{
  guint index = skh_ledger_find_assignment (ledger, skh_ledger_find_task (ledger, task),
                                            skh_ledger_find_unit (ledger, unit),
                                            skh_period_parse (period));

  return skh_ledger_get_assignments (ledger, NULL)[index].id;
}

/* A1 on time, A2 late, A3 not at all. */
static gboolean
deliver (SkhDatabase *db, gpointer data, GError **error)
{
  Sample *sample = data;
  SkhFigureEdit one = { "members_attending", 30, 40 },
                two = { "members_attending", 11, 12 };
  SkhAssignmentEdit edits[2] = {
    { .fields = SKH_EDIT_STATE | SKH_EDIT_DELIVERED_ON,
      .state = SKH_STATE_DELIVERED,
      .delivered_on = skh_date_new (2023, 3, 30),
      .total = -1,
      .figures = &one,
      .n_figures = 1 },
    { .fields = SKH_EDIT_STATE | SKH_EDIT_DELIVERED_ON,
      .state = SKH_STATE_DELIVERED,
      .delivered_on = skh_date_new (2023, 4, 3),
      .total = -1,
      .figures = &two,
      .n_figures = 1 },
  };

  edits[0].assignment_id = find_line (sample->ledger, "A1", "2", "2023-Q1");
  edits[1].assignment_id = find_line (sample->ledger, "A2", "2", "2023-Q1");
  return skh_assignment_store_edit (db, "Đánh dấu", edits, 2, error);
}

static gboolean
write_reports (Sample *sample, const char *summary, const char *chase, GError **error)
{
  SkhDate on = skh_date_new (2023, 4, 15);
  g_autoptr (SkhReport) up = skh_summary_report_new (sample->ledger, sample->tables,
                                                     skh_period_parse ("2023-Q1"), on);
  g_autoptr (SkhChaseList) chosen = skh_chase_list_new (sample->ledger, on, NULL, NULL);
  g_autoptr (SkhReport) list = skh_chase_report_new (chosen);

  return skh_sheet_writer_write (up, summary, error)
         && skh_sheet_writer_write (list, chase, error);
}

static gboolean
run (Sample *sample, char **paths, GError **error)
{
  sample->workbook = skh_workbook_create (paths[1], error);
  if (sample->workbook == NULL
      || !skh_workbook_run (sample->workbook, create, NULL, error))
    return FALSE;
  sample->ledger = skh_workbook_load_ledger (sample->workbook, 0, error);
  if (sample->ledger == NULL
      || !skh_workbook_run (sample->workbook, deliver, sample, error)
      || !skh_workbook_run (sample->workbook, list_tables, sample, error))
    return FALSE;
  skh_ledger_unref (sample->ledger);
  sample->ledger = skh_workbook_load_ledger (sample->workbook, 0, error);
  return sample->ledger != NULL && write_reports (sample, paths[2], paths[3], error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Sample sample = { 0 };
  gboolean ok;

  /* The window writes in the user's locale, so this does too. */
  if (setlocale (LC_ALL, "") == NULL)
    g_error ("this system has no locale %s", g_getenv ("LC_ALL"));
  ok = argc == 4 && run (&sample, argv, &error);
  if (!ok)
    g_printerr ("%s\n", error != NULL ? error->message : "SKH SUMMARY.xlsx CHASE.xlsx");
  g_clear_pointer (&sample.ledger, skh_ledger_unref);
  g_clear_pointer (&sample.tables, g_ptr_array_unref);
  g_clear_object (&sample.workbook);
  return ok ? 0 : 1;
}
