/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-report-parts.h"

#include "skh-number.h"

void
skh_report_fill_title_block (SkhReport *report,
                             SkhLedger *ledger,
                             SkhDate on,
                             const char *kind,
                             char *abstract)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  SkhTitleBlock *block = skh_report_get_title_block (report);
  g_autofree char *day = skh_date_to_text (on);

  block->superior = g_strdup (plan->superior);
  block->organisation = g_strdup (plan->organisation);
  block->place = g_strdup (plan->place);
  block->kind = g_strdup (kind);
  block->abstract = abstract;
  block->note = g_strdup_printf ("Số liệu tính đến ngày %s", day);
  block->authority = g_strdup (plan->authority);
  block->position = g_strdup (plan->position);
  block->signer = g_strdup (plan->signer);
}

static void
add_units_of (SkhLedger *ledger,
              const gboolean *shown,
              guint group,
              guint *n_headings,
              guint *n_shown,
              GArray *rows)
{
  guint n;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);
  gboolean has_heading = group == SKH_NO_INDEX;

  for (guint i = 0; i < n; i++)
    {
      SkhUnitRow row = { .unit = i, .group = group };

      if (!shown[i] || skh_ledger_find_group (ledger, units[i].groups[0]) != group)
        continue;
      if (!has_heading)
        {
          SkhUnitRow heading = { SKH_NO_INDEX, group, ++*n_headings };

          g_array_append_val (rows, heading);
          has_heading = TRUE;
        }
      row.number = ++*n_shown;
      g_array_append_val (rows, row);
    }
}

GArray *
skh_report_list_unit_rows (SkhLedger *ledger, const gboolean *shown)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SkhUnitRow));
  guint n_groups, n_headings = 0, n_shown = 0;

  skh_ledger_get_groups (ledger, &n_groups);
  add_units_of (ledger, shown, SKH_NO_INDEX, &n_headings, &n_shown, rows);
  for (guint i = 0; i < n_groups; i++)
    add_units_of (ledger, shown, i, &n_headings, &n_shown, rows);
  return rows;
}

guint *
skh_report_number_tasks (SkhLedger *ledger)
{
  guint n_sections, n_tasks, number = 0;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n_tasks);
  guint *numbers = g_new0 (guint, n_tasks + 1);

  skh_ledger_get_sections (ledger, &n_sections);
  for (guint section = 0; section < n_sections; section++)
    for (guint i = 0; i < n_tasks; i++)
      if (tasks[i].section == section)
        numbers[i] = ++number;
  return numbers;
}

char *
skh_report_dup_heading (SkhLedger *ledger, const SkhUnitRow *row)
{
  g_autofree char *roman = NULL;

  if (row->unit != SKH_NO_INDEX)
    return g_strdup_printf ("%u", row->number);
  roman = skh_number_to_roman (row->number);
  return g_strdup_printf ("%s. %s", roman,
                          skh_ledger_get_groups (ledger, NULL)[row->group].name);
}

gboolean
skh_report_fill_place (SkhRow *row,
                       SkhLedger *ledger,
                       const SkhUnitRow *place,
                       char **heading)
{
  if (place->unit == SKH_NO_INDEX)
    {
      g_free (*heading);
      *heading = skh_report_dup_heading (ledger, place);
      row->kind = SKH_ROW_GROUP;
      skh_cell_set_text (&row->cells[0], *heading);
      return FALSE;
    }
  skh_cell_set_number (&row->cells[0], place->number);
  skh_cell_set_text (&row->cells[1],
                     skh_ledger_get_units (ledger, NULL)[place->unit].name);
  return TRUE;
}

char *
skh_report_dup_day_off_note (SkhLedger *ledger, SkhDate due)
{
  const SkhHolidays *holidays = skh_ledger_get_holidays (ledger);
  gboolean certain;
  SkhDate next;
  g_autofree char *text = NULL;

  if (due == SKH_DATE_NONE || skh_holidays_is_working_day (holidays, due))
    return NULL;
  next = skh_holidays_get_next_working_day (holidays, due, &certain);
  text = skh_date_to_text (next);
  if (certain)
    return g_strdup_printf ("Hạn rơi vào ngày nghỉ; ngày làm việc kế tiếp %s", text);
  return g_strdup_printf ("Hạn rơi vào ngày nghỉ; chưa có lịch nghỉ năm %d",
                          skh_date_get_year (next));
}

void
skh_report_add_share_columns (SkhTable *table, const char *title)
{
  guint first = skh_table_get_n_columns (table);
  SkhColumn *column = skh_table_add_column (table, SKH_COLUMN_NUMBER, "Số lượng", 9);

  column->group_title = g_strdup (title);
  column->total = SKH_TOTAL_SUM;
  column = skh_table_add_column (table, SKH_COLUMN_NUMBER, "Tổng số", 9);
  column->group_title = g_strdup (title);
  column->total = SKH_TOTAL_SUM;
  column = skh_table_add_column (table, SKH_COLUMN_PERCENT, "Tỷ lệ", 8);
  column->group_title = g_strdup (title);
  column->total = SKH_TOTAL_PERCENT;
  column->numerator = first;
  column->denominator = first + 1;
}
