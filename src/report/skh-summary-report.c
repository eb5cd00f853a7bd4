/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report upward: rates by unit and by section on the first sheet, the office's report
   tables, and what is overdue. */
#include "skh-summary-report.h"

#include "skh-figure-table.h"
#include "skh-line-table.h"
#include "skh-report-parts.h"

#define FIRST_SHEET "Tổng hợp"

/* The columns of a table of rates after its number and its name. */
enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_EXPECTED,
  COLUMN_ACTUAL,
  COLUMN_ON_TIME,
  COLUMN_LATE,
  COLUMN_OVERDUE,
  COLUMN_COMPLETENESS,
  COLUMN_TIMELINESS,
};

typedef struct
{
  SkhLedger *ledger;
  SkhRates all;
  SkhRates *parts; /* a unit or a section */
  GArray *rows;    /* SkhUnitRow; NULL for sections */
  guint n_sections;
  char *heading;
} RateTable;

static void
rate_table_free (gpointer data)
{
  RateTable *self = data;

  skh_ledger_unref (self->ledger);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->parts);
  g_free (self->heading);
  g_free (self);
}

static void
add_rate_columns (SkhTable *table, const char *number_title, const char *name_title)
{
  static const char *const counts[]
    = { "Phải nộp", "Đã nộp", "Đúng hạn", "Chậm", "Quá hạn" };
  SkhColumn *column = skh_table_add_column (table, SKH_COLUMN_TEXT, number_title, 6);

  column->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_TEXT, name_title, 42);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      column = skh_table_add_column (table, SKH_COLUMN_NUMBER, counts[i], 9);
      column->total = SKH_TOTAL_SUM;
    }
  column = skh_table_add_column (table, SKH_COLUMN_PERCENT, "Tỷ lệ nộp", 10);
  column->numerator = COLUMN_ACTUAL;
  column->denominator = COLUMN_EXPECTED;
  column->total = SKH_TOTAL_PERCENT;
  column = skh_table_add_column (table, SKH_COLUMN_PERCENT, "Tỷ lệ đúng hạn", 10);
  column->numerator = COLUMN_ON_TIME;
  column->denominator = COLUMN_EXPECTED;
  column->total = SKH_TOTAL_PERCENT;
}

static void
fill_rates (SkhRow *row, const SkhRates *rates)
{
  skh_cell_set_number (&row->cells[COLUMN_EXPECTED], rates->expected);
  skh_cell_set_number (&row->cells[COLUMN_ACTUAL], rates->actual);
  skh_cell_set_number (&row->cells[COLUMN_ON_TIME], rates->on_time);
  skh_cell_set_number (&row->cells[COLUMN_LATE], rates->late);
  skh_cell_set_number (&row->cells[COLUMN_OVERDUE], rates->overdue);
  skh_cell_set_ratio (&row->cells[COLUMN_COMPLETENESS],
                      skh_rates_get_completeness (rates));
  skh_cell_set_ratio (&row->cells[COLUMN_TIMELINESS], skh_rates_get_timeliness (rates));
}

static gboolean
fill_total (RateTable *self, SkhRow *row)
{
  row->kind = SKH_ROW_TOTAL;
  skh_cell_set_text (&row->cells[COLUMN_NAME], "TỔNG");
  fill_rates (row, &self->all);
  return TRUE;
}

static gboolean
on_unit_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  RateTable *self = data;
  const SkhUnitRow *place;

  if (index >= self->rows->len)
    return index == self->rows->len && index > 0 && fill_total (self, row);
  place = &g_array_index (self->rows, SkhUnitRow, index);
  g_free (self->heading);
  self->heading = skh_report_dup_heading (self->ledger, place);
  skh_cell_set_text (&row->cells[COLUMN_NUMBER], self->heading);
  if (place->unit == SKH_NO_INDEX)
    {
      row->kind = SKH_ROW_GROUP;
      return TRUE;
    }
  skh_cell_set_text (&row->cells[COLUMN_NAME],
                     skh_ledger_get_units (self->ledger, NULL)[place->unit].name);
  fill_rates (row, &self->parts[place->unit]);
  return TRUE;
}

static gboolean
on_section_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  RateTable *self = data;
  const SkhSection *section;

  if (index >= self->n_sections)
    return index == self->n_sections && index > 0 && fill_total (self, row);
  section = &skh_ledger_get_sections (self->ledger, NULL)[index];
  skh_cell_set_text (&row->cells[COLUMN_NUMBER], section->code);
  skh_cell_set_text (&row->cells[COLUMN_NAME], section->title);
  fill_rates (row, &self->parts[index]);
  return TRUE;
}

static void
add_rates (SkhReport *report, SkhLedger *ledger, SkhPeriod period, SkhDate on)
{
  RateTable *units = g_new0 (RateTable, 1), *sections = g_new0 (RateTable, 1);
  g_autofree gboolean *shown = NULL;
  SkhTable *table;
  guint n_units;

  skh_ledger_get_units (ledger, &n_units);
  units->ledger = skh_ledger_ref (ledger);
  sections->ledger = skh_ledger_ref (ledger);
  skh_ledger_get_sections (ledger, &sections->n_sections);
  units->parts = g_new0 (SkhRates, n_units + 1);
  sections->parts = g_new0 (SkhRates, sections->n_sections + 1);
  units->all = sections->all
    = skh_ledger_get_all_rates (ledger, period, on, units->parts, sections->parts);
  shown = g_new0 (gboolean, n_units + 1);
  for (guint i = 0; i < n_units; i++)
    shown[i] = units->parts[i].expected > 0;
  units->rows = skh_report_list_unit_rows (ledger, shown);

  table = skh_report_add_table (report, FIRST_SHEET, "Tiến độ theo đơn vị");
  skh_table_set_empty_text (table, "Trong kỳ không có nhiệm vụ đến hạn.");
  add_rate_columns (table, "TT", "Đơn vị");
  skh_table_set_rows (table, on_unit_row, units, rate_table_free);
  table = skh_report_add_table (report, FIRST_SHEET, "Tiến độ theo mục của Kế hoạch");
  add_rate_columns (table, "Mục", "Nội dung");
  skh_table_set_rows (table, on_section_row, sections, rate_table_free);
}

static void
fill_title (SkhReport *report, SkhLedger *ledger, SkhPeriod period, SkhDate on)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  SkhTitleBlock *block = skh_report_get_title_block (report);
  g_autofree char *period_text = skh_period_to_text (period);
  const char *recipients[] = { plan->recipient, "Lưu Văn phòng", NULL };

  skh_report_fill_title_block (report, ledger, on, "BÁO CÁO",
                               g_strdup_printf ("tiến độ, kết quả thực hiện %s — %s",
                                                plan->short_title, period_text));
  block->symbol = g_strdup (plan->symbol);
  if (plan->recipient != NULL)
    block->addressee = g_strdup_printf ("Kính gửi: %s", plan->recipient);
  block->recipients
    = g_strdupv ((char **)(plan->recipient != NULL ? recipients : recipients + 1));
}

/**
 * skh_summary_report_new:
 * @report_tables: (element-type SkhReportTableInfo): the office's tables, in order
 * @period: what the rates and figures are of
 * @on: the day it is seen from
 *
 * Returns: (transfer full): the report that goes up
 */
SkhReport *
skh_summary_report_new (SkhLedger *ledger,
                        GPtrArray *report_tables,
                        SkhPeriod period,
                        SkhDate on)
{
  SkhReport *report = skh_report_new ();

  fill_title (report, ledger, period, on);
  add_rates (report, ledger, period, on);
  for (guint i = 0; i < report_tables->len; i++)
    skh_figure_table_add (report, ledger, g_ptr_array_index (report_tables, i), period,
                          on);
  skh_line_table_add_overdue (report, ledger, on);
  return report;
}

/**
 * skh_summary_report_list_figures:
 *
 * A ledger loaded for the report's period, its day and these figures gives the same
 * report as a whole one.
 *
 * Returns: (transfer full): names as SkhLedgerScope takes them
 */
char **
skh_summary_report_list_figures (GPtrArray *report_tables)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < report_tables->len; i++)
    skh_figure_table_list_figures (g_ptr_array_index (report_tables, i), names);
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (names, FALSE);
}
