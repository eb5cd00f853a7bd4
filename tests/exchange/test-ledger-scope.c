/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report from a ledger that holds only what the report asks for is, cell by cell, the
   report from the whole ledger. */
#include "skh-generator.h"
#include "skh-stores.h"
#include "skh-summary-report.h"

#include <glib/gstdio.h>

static const SkhGeneratorSpec spec
  = { .n_units = 30, .n_tasks = 40, .seed = 11, .year = 2024 };

typedef struct
{
  char *folder, *path;
  SkhWorkbook *workbook;
  SkhLedger *whole;
  GPtrArray *tables;
} Fixture;

static SkhReportColumnInfo *
column_new (const char *source, const char *kind)
{
  SkhReportColumnInfo *column = g_new0 (SkhReportColumnInfo, 1);

  column->title = g_strdup (source);
  column->source = g_strdup (source);
  column->kind = g_strdup (kind);
  return column;
}

static void
column_free (gpointer data)
{
  SkhReportColumnInfo *column = data;

  g_free (column->title);
  g_free (column->source);
  g_free (column->kind);
  g_free (column);
}

static void
table_free (gpointer data)
{
  SkhReportTableInfo *table = data;

  g_free (table->no);
  g_free (table->title);
  g_free (table->sheet_name);
  g_ptr_array_unref (table->columns);
  g_free (table);
}

/* A table with every kind of source. */
static SkhReportTableInfo *
table_new (const char *no, gboolean has_rates)
{
  SkhReportTableInfo *table = g_new0 (SkhReportTableInfo, 1);
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);

  table->no = g_strdup (no);
  table->title = g_strdup ("Biểu mẫu");
  table->sheet_name = g_strdup_printf ("Bieu %s", no);
  table->columns = columns;
  g_ptr_array_add (columns, column_new ("figure:meetings", "number"));
  g_ptr_array_add (columns, column_new ("figure:1.members_attending", "of_total"));
  g_ptr_array_add (columns, column_new ("difference:meetings-1.meetings", "number"));
  g_ptr_array_add (columns, column_new ("delivered:3", "date"));
  g_ptr_array_add (columns, column_new ("typed:", "text"));
  if (has_rates)
    {
      g_ptr_array_add (columns, column_new ("rates:expected", "number"));
      g_ptr_array_add (columns, column_new ("rates:on_time", "number"));
      g_ptr_array_add (columns, column_new ("rates:timeliness", "number"));
    }
  return table;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("so-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.skh", NULL);
  skh_generator_create (fixture->path, &spec, &error);
  g_assert_no_error (error);
  fixture->workbook = skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_READ, &error);
  g_assert_no_error (error);
  fixture->whole = skh_workbook_load_ledger (fixture->workbook, 0, &error);
  g_assert_no_error (error);
  fixture->tables = g_ptr_array_new_with_free_func (table_free);
  g_ptr_array_add (fixture->tables, table_new ("1", TRUE));
  g_ptr_array_add (fixture->tables, table_new ("2", FALSE));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->tables);
  skh_ledger_unref (fixture->whole);
  skh_workbook_close (fixture->workbook);
  g_object_unref (fixture->workbook);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
describe_cell (GString *text, const SkhCell *cell)
{
  switch (cell->kind)
    {
    case SKH_CELL_TEXT:
      g_string_append_printf (text, "|%s", cell->text);
      break;
    case SKH_CELL_NUMBER:
      g_string_append_printf (text, "|%" G_GINT64_FORMAT, cell->number);
      break;
    case SKH_CELL_RATIO:
      g_string_append_printf (text, "|%.12f", cell->ratio);
      break;
    case SKH_CELL_DATE:
      g_string_append_printf (text, "|day %d", cell->date);
      break;
    case SKH_CELL_EMPTY:
    default:
      g_string_append_c (text, '|');
    }
}

static char *
describe_report (SkhReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < skh_report_get_n_tables (report); i++)
    {
      SkhTable *table = skh_report_get_table (report, i);
      const SkhRow *row;

      g_string_append_printf (text, "== %s\n", skh_table_get_title (table));
      skh_table_rewind (table);
      while ((row = skh_table_next_row (table)) != NULL)
        {
          g_string_append_printf (text, "%d %d", row->kind, row->tone);
          for (guint c = 0; c < skh_table_get_n_columns (table); c++)
            describe_cell (text, &row->cells[c]);
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

static guint
compare_at (Fixture *fixture, SkhPeriod period, SkhDate on)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) figures = skh_summary_report_list_figures (fixture->tables);
  SkhLedgerScope scope = { period, on, (const char *const *)figures };
  g_autoptr (SkhLedger) part
    = skh_workbook_load_scoped_ledger (fixture->workbook, 0, &scope, &error);
  g_autoptr (SkhReport) of_whole
    = skh_summary_report_new (fixture->whole, fixture->tables, period, on);
  g_autoptr (SkhReport) of_part = NULL;
  g_autofree char *wanted = describe_report (of_whole), *found = NULL;
  guint n_whole, n_part;

  g_assert_no_error (error);
  of_part = skh_summary_report_new (part, fixture->tables, period, on);
  found = describe_report (of_part);
  g_assert_cmpstr (found, ==, wanted);
  skh_ledger_get_assignments (fixture->whole, &n_whole);
  skh_ledger_get_assignments (part, &n_part);
  g_assert_cmpuint (n_part, <=, n_whole);
  return n_whole - n_part;
}

static void
test_same_report (Fixture *fixture, gconstpointer data)
{
  static const SkhPeriodKind kinds[]
    = { SKH_PERIOD_YEAR, SKH_PERIOD_HALF, SKH_PERIOD_QUARTER, SKH_PERIOD_MONTH };
  static const int counts[] = { 1, 2, 4, 12 };
  guint n_left_out = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (int index = 1; index <= counts[k]; index++)
      for (int month = 1; month <= 12; month += 3)
        n_left_out += compare_at (fixture, skh_period_new (kinds[k], spec.year, index),
                                  skh_date_new (spec.year, month, 15));
  g_assert_cmpuint (n_left_out, >, 0);
}

/* Asked for another period, it would answer with a part for the whole. */
static void
test_other_period_is_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  SkhPeriod first = skh_period_new (SKH_PERIOD_QUARTER, spec.year, 1);
  SkhPeriod second = skh_period_new (SKH_PERIOD_QUARTER, spec.year, 2);
  SkhLedgerScope scope = { first, skh_date_new (spec.year, 4, 15), none };
  g_autoptr (SkhLedger) part = NULL;

  if (g_test_subprocess ())
    {
      part = skh_workbook_load_scoped_ledger (fixture->workbook, 0, &scope, &error);
      skh_ledger_get_all_rates (part, second, scope.on, NULL, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ledger-scope/same-report", Fixture, NULL, set_up, test_same_report,
              tear_down);
  g_test_add ("/ledger-scope/other-period-is-refused", Fixture, NULL, set_up,
              test_other_period_is_refused, tear_down);
  return g_test_run ();
}
