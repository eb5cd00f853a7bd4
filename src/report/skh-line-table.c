/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line-table.h"

#include "skh-number.h"
#include "skh-report-parts.h"

/* A row of the table: a line, or the heading of a unit. */
typedef struct
{
  guint assignment; /* index, or SKH_NO_INDEX for the heading of … */
  guint unit;
  guint number;
} LineRow;

typedef struct
{
  SkhLedger *ledger;
  SkhDate on;
  GArray *rows; /* LineRow */
  guint first;  /* the first column after TT and, in a flat table, the unit */
  char *heading, *task, *note;
} LineTable;

static void
line_table_free (gpointer data)
{
  LineTable *self = data;

  skh_ledger_unref (self->ledger);
  g_array_unref (self->rows);
  g_free (self->heading);
  g_free (self->task);
  g_free (self->note);
  g_free (self);
}

static LineTable *
line_table_new (SkhLedger *ledger, SkhTimeliness timeliness, SkhDate on, gboolean headed)
{
  LineTable *self = g_new0 (LineTable, 1);
  g_autoptr (GArray) list = skh_ledger_list_by_timeliness (ledger, timeliness, on);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  guint last_unit = SKH_NO_INDEX, n_units = 0, n_lines = 0;

  self->ledger = skh_ledger_ref (ledger);
  self->on = on;
  self->rows = g_array_new (FALSE, FALSE, sizeof (LineRow));
  for (guint i = 0; i < list->len; i++)
    {
      guint index = g_array_index (list, guint, i);
      LineRow row = { index, lines[index].unit, 0 };

      if (headed && row.unit != last_unit)
        {
          LineRow heading = { SKH_NO_INDEX, row.unit, ++n_units };

          g_array_append_val (self->rows, heading);
          n_lines = 0;
        }
      last_unit = row.unit;
      row.number = ++n_lines;
      g_array_append_val (self->rows, row);
    }
  return self;
}

static void
add_columns (SkhTable *table, gboolean has_unit, const char *days_title)
{
  SkhColumn *column = skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 5);

  column->centred = TRUE;
  if (has_unit)
    skh_table_add_column (table, SKH_COLUMN_TEXT, "Đơn vị", 28);
  column = skh_table_add_column (table, SKH_COLUMN_TEXT, "Mục", 9);
  column->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Nhiệm vụ", 52);
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Thời hạn theo Kế hoạch", 22);
  column = skh_table_add_column (table, SKH_COLUMN_DATE, "Hạn cuối", 11);
  column->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_NUMBER, days_title, 9);
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Ghi chú", 26);
}

/* "Hạn rơi vào ngày nghỉ …", what stands in the office's own note, or why it came back.
 */
static char *
dup_note (SkhLedger *ledger, const SkhAssignment *line)
{
  g_autofree char *day_off = skh_report_dup_day_off_note (ledger, line->line.due);
  const char *rework = line->line.state == SKH_STATE_REWORK ? "Trả lại để làm lại" : NULL;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (rework != NULL)
    parts[n++] = rework;
  if (line->note != NULL)
    parts[n++] = line->note;
  if (day_off != NULL)
    parts[n++] = day_off;
  return n > 0 ? g_strjoinv (". ", (char **)parts) : NULL;
}

/* Borrowed from the ledger or the table. */
static const char *
get_task_text (LineTable *self, const SkhTask *task, const SkhAssignment *line)
{
  g_autofree char *period = NULL;

  if (!line->line.own_period)
    return task->title;
  period = skh_period_to_text (line->line.period);
  g_free (self->task);
  self->task = g_strdup_printf ("%s (%s)", task->title, period);
  return self->task;
}

static void
fill_line (LineTable *self, SkhRow *row, const LineRow *place)
{
  const SkhAssignment *line
    = &skh_ledger_get_assignments (self->ledger, NULL)[place->assignment];
  const SkhTask *task = &skh_ledger_get_tasks (self->ledger, NULL)[line->task];
  SkhStatus status = skh_ledger_get_status (self->ledger, line, self->on);
  SkhCell *cells = row->cells + self->first;

  g_free (self->note);
  self->note = dup_note (self->ledger, line);
  row->tone
    = status.timeliness == SKH_TIMELINESS_OVERDUE ? SKH_TONE_BAD : SKH_TONE_WARNING;
  skh_cell_set_number (&row->cells[0], place->number);
  if (self->first > 1)
    skh_cell_set_text (&row->cells[1],
                       skh_ledger_get_units (self->ledger, NULL)[line->unit].name);
  skh_cell_set_text (&cells[0], task->clause);
  skh_cell_set_text (&cells[1], get_task_text (self, task, line));
  skh_cell_set_text (&cells[2], task->wording);
  skh_cell_set_date (&cells[3], line->line.due);
  skh_cell_set_number (&cells[4], status.days);
  skh_cell_set_text (&cells[5], self->note);
}

static gboolean
on_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  LineTable *self = data;
  const LineRow *place;
  g_autofree char *roman = NULL;

  if (index >= self->rows->len)
    return FALSE;
  place = &g_array_index (self->rows, LineRow, index);
  if (place->assignment != SKH_NO_INDEX)
    {
      fill_line (self, row, place);
      return TRUE;
    }
  roman = skh_number_to_roman (place->number);
  g_free (self->heading);
  self->heading
    = g_strdup_printf ("%s. %s", roman,
                       skh_ledger_get_units (self->ledger, NULL)[place->unit].name);
  row->kind = SKH_ROW_GROUP;
  skh_cell_set_text (&row->cells[0], self->heading);
  return TRUE;
}

/**
 * skh_line_table_add_overdue:
 *
 * A flat table of everything overdue on the day, the unit in a column of its own, to be
 * filtered in a spreadsheet.
 */
void
skh_line_table_add_overdue (SkhReport *report, SkhLedger *ledger, SkhDate on)
{
  SkhTable *table = skh_report_add_table (report, "Quá hạn", "Nhiệm vụ quá hạn");
  LineTable *self = line_table_new (ledger, SKH_TIMELINESS_OVERDUE, on, FALSE);

  self->first = 2;
  add_columns (table, TRUE, "Số ngày quá hạn");
  skh_table_set_empty_text (table, "Không có nhiệm vụ quá hạn.");
  skh_table_set_rows (table, on_row, self, line_table_free);
}

/**
 * skh_line_table_add_chase:
 *
 * What to chase (overdue) or to watch (due soon), under the heading of each unit.
 */
void
skh_line_table_add_chase (SkhReport *report,
                          SkhLedger *ledger,
                          SkhTimeliness timeliness,
                          SkhDate on,
                          const char *title)
{
  SkhTable *table = skh_report_add_table (report, "Đôn đốc", title);
  LineTable *self = line_table_new (ledger, timeliness, on, TRUE);
  gboolean overdue = timeliness == SKH_TIMELINESS_OVERDUE;

  self->first = 1;
  add_columns (table, FALSE, overdue ? "Số ngày quá hạn" : "Số ngày còn lại");
  skh_table_set_empty_text (table, overdue ? "Không có nhiệm vụ quá hạn."
                                           : "Không có nhiệm vụ sắp đến hạn.");
  skh_table_set_rows (table, on_row, self, line_table_free);
}
