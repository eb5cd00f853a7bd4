/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line-table.h"

#include "skh-chase-text.h"
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
  gboolean tells_chased;
  char *heading, *task, *note, *chased;
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
  g_free (self->chased);
  g_free (self);
}

static LineTable *
line_table_new (SkhLedger *ledger, GArray *list, SkhDate on, gboolean headed)
{
  LineTable *self = g_new0 (LineTable, 1);
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
add_columns (SkhTable *table, gboolean is_flat, const char *days_title)
{
  SkhColumn *column = skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 5);

  column->centred = TRUE;
  if (is_flat)
    skh_table_add_column (table, SKH_COLUMN_TEXT, "Đơn vị", 28);
  column = skh_table_add_column (table, SKH_COLUMN_TEXT, "Mục", 9);
  column->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Nhiệm vụ", is_flat ? 52 : 46);
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Thời hạn theo Kế hoạch", 22);
  column = skh_table_add_column (table, SKH_COLUMN_DATE, "Hạn cuối", 11);
  column->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_NUMBER, days_title, 9);
  if (!is_flat)
    skh_table_add_column (table, SKH_COLUMN_TEXT, "Đã đôn đốc", 14);
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Ghi chú", is_flat ? 26 : 18);
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
  if (!line->line.own_period)
    return task->title;
  g_free (self->task);
  self->task = skh_chase_text_dup_task (self->ledger, line);
  return self->task;
}

static void
fill_chased (LineTable *self, SkhCell *cell, const SkhAssignment *line)
{
  SkhChased chased = skh_ledger_get_chased (self->ledger, line, self->on);

  g_free (self->chased);
  self->chased = skh_chase_text_dup_chased (&chased);
  skh_cell_set_text (cell, self->chased);
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
  if (self->tells_chased)
    fill_chased (self, &cells[5], line);
  skh_cell_set_text (&cells[self->tells_chased ? 6 : 5], self->note);
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
  g_autoptr (GArray) lines
    = skh_ledger_list_by_timeliness (ledger, SKH_TIMELINESS_OVERDUE, on);
  LineTable *self = line_table_new (ledger, lines, on, FALSE);

  self->first = 2;
  add_columns (table, TRUE, "Số ngày quá hạn");
  skh_table_set_empty_text (table, "Không có nhiệm vụ quá hạn.");
  skh_table_set_rows (table, on_row, self, line_table_free);
}

/* "23 nhiệm vụ của 9 đơn vị; đã đôn đốc 5 nhiệm vụ." NULL without lines. */
static char *
dup_counts (SkhLedger *ledger, GArray *list, SkhDate on)
{
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  guint n_units = 0, n_chased = 0, last = SKH_NO_INDEX;

  for (guint i = 0; i < list->len; i++)
    {
      const SkhAssignment *line = &lines[g_array_index (list, guint, i)];

      n_units += line->unit != last;
      n_chased += skh_ledger_get_chased (ledger, line, on).times > 0;
      last = line->unit;
    }
  if (list->len == 0)
    return NULL;
  return g_strdup_printf ("%u nhiệm vụ của %u đơn vị; đã đôn đốc %u nhiệm vụ.", list->len,
                          n_units, n_chased);
}

/**
 * skh_line_table_add_chase:
 * @timeliness: OVERDUE or DUE_SOON
 *
 * What the list holds of one or the other, under the heading of each unit.
 */
void
skh_line_table_add_chase (SkhReport *report,
                          SkhChaseList *list,
                          SkhTimeliness timeliness,
                          const char *title)
{
  gboolean overdue = timeliness == SKH_TIMELINESS_OVERDUE;
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  SkhDate on = skh_chase_list_get_on (list);
  GArray *lines
    = overdue ? skh_chase_list_get_overdue (list) : skh_chase_list_get_soon (list);
  SkhTable *table = skh_report_add_table (report, "Đôn đốc", title);
  LineTable *self = line_table_new (ledger, lines, on, TRUE);
  g_autofree char *counts = dup_counts (ledger, lines, on);

  self->first = 1;
  self->tells_chased = TRUE;
  add_columns (table, FALSE, overdue ? "Số ngày quá hạn" : "Số ngày còn lại");
  skh_table_set_subtitle (table, counts);
  skh_table_set_empty_text (table, overdue ? "Không có nhiệm vụ quá hạn."
                                           : "Không có nhiệm vụ sắp đến hạn.");
  skh_table_set_rows (table, on_row, self, line_table_free);
}
