/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the year's commitments stand, unit by unit: who is expected, who has committed,
   whose paper is where, how the year ended. */
#include "skh-commitment-report.h"

#include "skh-commitment-store.h"
#include "skh-report-parts.h"

typedef struct
{
  SkhLedger *ledger;
  SkhCommitmentRates *by_unit; /* one a unit of the ledger */
  gboolean *shown;
  GArray *rows; /* SkhUnitRow */
  int allowed;
  char *heading;
} Table;

static void
table_free (gpointer data)
{
  Table *self = data;

  skh_ledger_unref (self->ledger);
  g_array_unref (self->rows);
  g_free (self->by_unit);
  g_free (self->shown);
  g_free (self->heading);
  g_free (self);
}

/* — Columns — */

typedef struct
{
  const char *title, *group;
  gsize offset; /* into SkhCommitmentRates */
  gsize of;     /* of a share: its whole; 0: a plain number */
} Column;

#define COUNT(member) G_STRUCT_OFFSET (SkhCommitmentRates, member)

static const Column columns[] = {
  { "Cam kết", NULL, COUNT (committed), COUNT (expected) + 1 },
  { "Chi bộ", "Đã nhận", COUNT (at_cell), 0 },
  { "BTG", "Đã nhận", COUNT (at_btg), 0 },
  { "TCNV", "Đã nhận", COUNT (at_tcnv), 0 },
  { "Diện quản lý đã nộp", NULL, COUNT (managed_submitted), COUNT (managed) + 1 },
  { "Hoàn thành xuất sắc", "Kết quả cuối năm", COUNT (levels[0]), 0 },
  { "Hoàn thành tốt", "Kết quả cuối năm", COUNT (levels[1]), 0 },
  { "Hoàn thành", "Kết quả cuối năm", COUNT (levels[2]), 0 },
  { "Không hoàn thành", "Kết quả cuối năm", COUNT (levels[3]), 0 },
};

static void
add_columns (SkhTable *table)
{
  SkhColumn *column = skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 5);

  column->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Đơn vị", 34);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (columns[i].of > 0)
        {
          skh_report_add_share_columns (table, columns[i].title);
          continue;
        }
      column = skh_table_add_column (table, SKH_COLUMN_NUMBER, columns[i].title, 10);
      column->group_title = g_strdup (columns[i].group);
      column->total = SKH_TOTAL_SUM;
    }
}

/* — Rows — */

static void
fill (SkhRow *row, const SkhCommitmentRates *rates)
{
  guint cell = 2;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      guint n = G_STRUCT_MEMBER (guint, rates, columns[i].offset);

      skh_cell_set_number (&row->cells[cell++], n);
      if (columns[i].of > 0)
        {
          guint whole = G_STRUCT_MEMBER (guint, rates, columns[i].of - 1);

          skh_cell_set_number (&row->cells[cell++], whole);
          skh_cell_set_ratio (&row->cells[cell++],
                              whole > 0 ? (double)n / (double)whole : -1);
        }
    }
}

static void
fill_total (Table *self, SkhRow *row)
{
  SkhCommitmentRates total = { 0 };
  guint n;

  skh_ledger_get_units (self->ledger, &n);
  for (guint i = 0; i < n; i++)
    skh_commitment_rates_add (&total, &self->by_unit[i]);
  row->kind = SKH_ROW_TOTAL;
  skh_cell_set_text (&row->cells[1], "TỔNG");
  fill (row, &total);
}

static gboolean
give_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  Table *self = data;
  const SkhUnitRow *place;

  if (index > self->rows->len || self->rows->len == 0)
    return FALSE;
  if (index == self->rows->len)
    {
      fill_total (self, row);
      return TRUE;
    }
  place = &g_array_index (self->rows, SkhUnitRow, index);
  if (!skh_report_fill_place (row, self->ledger, place, &self->heading))
    return TRUE;
  if (skh_commitment_rates_has_too_many (&self->by_unit[place->unit], self->allowed))
    row->tone = SKH_TONE_WARNING;
  fill (row, &self->by_unit[place->unit]);
  return TRUE;
}

/* — The whole — */

typedef struct
{
  int year;
  SkhDate on;
  GArray *units; /* SkhUnitCommitments */
  int allowed;
} Reading;

static gboolean
read_rates (SkhDatabase *db, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->units
    = skh_commitment_store_list_rates (db, reading->year, reading->on, error);
  reading->allowed = skh_commitment_store_get_allowed (db);
  return reading->units != NULL;
}

static Table *
table_new (SkhLedger *ledger, const Reading *reading)
{
  Table *self = g_new0 (Table, 1);
  guint n;

  skh_ledger_get_units (ledger, &n);
  self->ledger = skh_ledger_ref (ledger);
  self->by_unit = g_new0 (SkhCommitmentRates, n + 1);
  self->shown = g_new0 (gboolean, n + 1);
  self->allowed = reading->allowed;
  for (guint i = 0; i < reading->units->len; i++)
    {
      const SkhUnitCommitments *unit
        = &g_array_index (reading->units, SkhUnitCommitments, i);
      guint index = skh_ledger_find_unit_by_id (ledger, unit->unit_id);

      if (index == SKH_NO_INDEX)
        continue;
      self->by_unit[index] = unit->rates;
      self->shown[index] = TRUE;
    }
  self->rows = skh_report_list_unit_rows (ledger, self->shown);
  return self;
}

/* Which units passed what the office allows is marked by more than a tint. */
static void
say_allowed (SkhTable *table, int allowed)
{
  g_autofree char *text = g_strdup_printf (
    "Đơn vị được đánh dấu có tỷ lệ hoàn thành xuất sắc vượt %d%% số hoàn thành tốt.",
    allowed);

  if (allowed >= 0)
    skh_table_set_subtitle (table, text);
}

/**
 * skh_commitment_report_new:
 * @ledger: the letterhead's, and the units'
 * @year: 0: the year of the ledger's plan
 *
 * Returns: (transfer full): the table by unit, or %NULL with an error of the store
 */
SkhReport *
skh_commitment_report_new (SkhWorkbook *workbook,
                           SkhLedger *ledger,
                           int year,
                           SkhDate on,
                           GError **error)
{
  Reading reading
    = { .year = year != 0 ? year : skh_ledger_get_plan (ledger)->year, .on = on };
  SkhReport *report;
  SkhTable *table;

  if (!skh_workbook_run (workbook, read_rates, &reading, error))
    return NULL;
  report = skh_report_new ();
  skh_report_fill_title_block (
    report, ledger, on, "BÁO CÁO",
    g_strdup_printf ("kết quả viết và thực hiện cam kết năm %d", reading.year));
  table = skh_report_add_table (report, "Cam kết", NULL);
  add_columns (table);
  skh_table_set_empty_text (table, "Chưa có người nào phải cam kết.");
  say_allowed (table, reading.allowed);
  skh_table_set_rows (table, give_row, table_new (ledger, &reading), table_free);
  g_array_unref (reading.units);
  return report;
}
