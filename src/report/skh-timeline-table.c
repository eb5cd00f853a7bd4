/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as cells: a row a task, a column a stretch of the year. */
#include "skh-timeline-report-private.h"

#include "skh-number.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_TASK,
  COLUMN_LEAD,
  COLUMN_START,
  COLUMN_DUE,
  COLUMN_ACTUAL,
  COLUMN_EXPECTED,
  COLUMN_OVERDUE,
  COLUMN_COMPLETENESS,
  N_COLUMNS,
};

typedef struct
{
  SkhDate on;
  SkhDate first;  /* of the axis */
  GArray *places; /* SkhTimelinePlace: a row */
  GArray *spans;  /* SkhSpan: the columns after the others */
  GStringChunk *strings;
} Cells;

static void
cells_free (gpointer data)
{
  Cells *self = data;

  g_array_unref (self->places);
  g_array_unref (self->spans);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* The column that holds a day; days outside stand in the first or the last. */
static guint
find_span (const Cells *self, SkhDate day)
{
  guint i = 0;

  while (i + 1 < self->spans->len && g_array_index (self->spans, SkhSpan, i).last < day)
    i++;
  return i;
}

static void
set_sign (Cells *self, SkhRow *row, guint span, SkhInk fill, const char *text)
{
  SkhCell *cell = &row->cells[N_COLUMNS + span];

  cell->fill = fill;
  if (*text != '\0')
    skh_cell_set_text (cell, g_string_chunk_insert_const (self->strings, text));
}

/* A bar: deep as far as the share delivered goes, pale from there; how many of how many
   in its last cell. */
static void
fill_bar (Cells *self, SkhRow *row, const SkhTimelinePlace *place)
{
  const SkhTask *task = skh_timeline_place_get_task (place);
  const SkhRates *rates = &place->rates;
  SkhTaskLook look = skh_timeline_get_look (rates);
  SkhDate start = task->deadline.first_day;
  guint end = find_span (self, skh_timeline_get_task_due (place->ledger, task));
  guint first = MIN (find_span (self, start != SKH_DATE_NONE ? start : self->first), end);
  double share = rates->expected > 0 ? (double)rates->actual / rates->expected : 0;
  guint n_done = (guint)(share * (end - first + 1));
  g_autofree char *text = skh_timeline_dup_share (rates);

  for (guint i = first; i <= end; i++)
    row->cells[N_COLUMNS + i].fill = i < first + n_done ? look.ink : look.fill;
  set_sign (self, row, end, row->cells[N_COLUMNS + end].fill, text);
}

static SkhDate
find_period_due (const SkhTimelinePlace *place, SkhPeriod period)
{
  const SkhTask *task = skh_timeline_place_get_task (place);
  const SkhAssignment *lines
    = skh_ledger_get_assignments (place->ledger, NULL) + task->first_assignment;

  for (guint i = 0; i < task->n_assignments; i++)
    if (skh_period_equal (lines[i].line.period, period))
      return lines[i].line.due;
  return skh_deadline_get_due (&task->deadline, period, SKH_DATE_NONE);
}

/* A sign on each period's day: ◆ while nothing is to be told, ? while the day is awaited.
 */
static void
fill_milestones (Cells *self, SkhRow *row, const SkhTimelinePlace *place)
{
  const SkhTask *task = skh_timeline_place_get_task (place);
  int year = skh_ledger_get_plan (place->ledger)->year;
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_get_periods (task->deadline.kind, year, periods);

  for (guint i = 0; i < n; i++)
    {
      SkhDate due = find_period_due (place, periods[i]);
      SkhRates rates = skh_ledger_get_rates (place->ledger, periods[i], self->on,
                                             SKH_NO_INDEX, SKH_NO_INDEX, place->task);
      SkhTaskLook look = skh_timeline_get_look (&rates);
      gboolean waits = due == SKH_DATE_NONE;

      set_sign (self, row,
                find_span (self, waits ? skh_period_get_last_day (periods[i]) : due),
                look.fill,
                waits                ? "?"
                : *look.sign != '\0' ? look.sign
                                     : "◆");
    }
}

/* From the first to the last day of the plan's year. */
static void
fill_ongoing (Cells *self, SkhRow *row, const SkhTimelinePlace *place)
{
  SkhPeriod year
    = skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (place->ledger)->year, 1);
  guint last = find_span (self, skh_period_get_last_day (year));

  for (guint i = find_span (self, skh_period_get_first_day (year)); i <= last; i++)
    set_sign (self, row, i, SKH_INK_OFF_FILL, "–");
}

static void
fill_chart (Cells *self, SkhRow *row, const SkhTimelinePlace *place)
{
  const SkhTask *task = skh_timeline_place_get_task (place);
  g_autofree char *remark = skh_timeline_dup_remark (place->ledger, task);

  if (remark != NULL)
    set_sign (self, row, 0, SKH_INK_NONE, remark);
  else if (skh_deadline_kind_is_periodic (task->deadline.kind))
    fill_milestones (self, row, place);
  else if (skh_timeline_get_task_due (place->ledger, task) != SKH_DATE_NONE)
    fill_bar (self, row, place);
  else
    fill_ongoing (self, row, place);
}

static void
fill_counts (SkhRow *row, const SkhRates *rates)
{
  if (rates->expected == 0)
    return;
  skh_cell_set_number (&row->cells[COLUMN_ACTUAL], rates->actual);
  skh_cell_set_number (&row->cells[COLUMN_EXPECTED], rates->expected);
  skh_cell_set_number (&row->cells[COLUMN_OVERDUE], rates->overdue);
  skh_cell_set_ratio (&row->cells[COLUMN_COMPLETENESS],
                      skh_rates_get_completeness (rates));
}

static void
fill_task (Cells *self, SkhRow *row, const SkhTimelinePlace *place)
{
  const SkhTask *task = skh_timeline_place_get_task (place);
  SkhDate due = skh_timeline_get_task_due (place->ledger, task);
  g_autofree char *words = skh_timeline_dup_deadline (place->ledger, task);

  skh_cell_set_number (&row->cells[COLUMN_NUMBER], place->number);
  skh_cell_set_text (&row->cells[COLUMN_TASK], task->short_title);
  skh_cell_set_text (&row->cells[COLUMN_LEAD], task->lead_short);
  if (!skh_deadline_kind_is_periodic (task->deadline.kind))
    skh_cell_set_date (&row->cells[COLUMN_START], task->deadline.first_day);
  if (due != SKH_DATE_NONE)
    skh_cell_set_date (&row->cells[COLUMN_DUE], due);
  else
    skh_cell_set_text (&row->cells[COLUMN_DUE],
                       g_string_chunk_insert_const (self->strings, words));
  fill_counts (row, &place->rates);
  fill_chart (self, row, place);
}

static gboolean
on_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  Cells *self = data;
  const SkhTimelinePlace *place;
  g_autofree char *title = NULL;

  if (index >= self->places->len)
    return FALSE;
  place = &g_array_index (self->places, SkhTimelinePlace, index);
  if (place->task != SKH_NO_INDEX)
    {
      fill_task (self, row, place);
      return TRUE;
    }
  title = skh_timeline_place_dup_title (place);
  row->kind = SKH_ROW_GROUP;
  skh_cell_set_text (&row->cells[0], g_string_chunk_insert_const (self->strings, title));
  return TRUE;
}

/* — Columns — */

static void
add_counts (SkhTable *table)
{
  static const char *const titles[] = { "Đã nộp", "Phải nộp", "Quá hạn" };
  SkhColumn *column;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    skh_table_add_column (table, SKH_COLUMN_NUMBER, titles[i], 7);
  column = skh_table_add_column (table, SKH_COLUMN_PERCENT, "Tỷ lệ", 8);
  column->numerator = COLUMN_ACTUAL;
  column->denominator = COLUMN_EXPECTED;
}

static void
add_task_columns (SkhTable *table)
{
  SkhColumn *column = skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 5);

  column->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Nhiệm vụ", 36);
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Chủ trì", 20);
  skh_table_add_column (table, SKH_COLUMN_DATE, "Từ ngày", 12);
  skh_table_add_column (table, SKH_COLUMN_DATE, "Thời hạn", 14);
  add_counts (table);
}

/* Quarters over months over halves of a month, or over weeks by their first days. */
static void
add_span_column (const Cells *self, SkhTable *table, const SkhSpan *span, gboolean weeks)
{
  int year, month, first, last;
  g_autofree char *title = NULL, *roman = NULL;
  SkhColumn *column;

  skh_date_get_ymd (span->first, &year, &month, &first);
  skh_date_get_ymd (span->last, NULL, NULL, &last);
  title = weeks ? g_strdup_printf ("%d", first) : g_strdup_printf ("%d–%d", first, last);
  roman = skh_number_to_roman ((guint)(month + 2) / 3);
  column = skh_table_add_column (table, SKH_COLUMN_TEXT, title, weeks ? 4.3 : 6.3);
  column->top_title = g_strdup_printf ("Quý %s/%d", roman, year);
  column->group_title = g_strdup_printf ("Tháng %d", month);
  column->centred = TRUE;
  column->marked = span->first <= self->on && self->on <= span->last;
}

static void
add_keys (Cells *self, SkhTable *table)
{
  g_autofree char *on = skh_date_to_text (self->on);
  g_autofree char *today
    = g_strdup_printf ("cột của ngày xem số liệu, %s (viền đậm)", on);

  skh_table_add_key (table, SKH_INK_BUSY_FILL, "n/N",
                     "thời gian thực hiện; n trong N đơn vị đã nộp");
  skh_table_add_key (table, SKH_INK_BUSY, "", "phần đã nộp");
  skh_table_add_key (table, SKH_INK_WARNING_FILL, "", "sắp đến hạn");
  skh_table_add_key (table, SKH_INK_BAD_FILL, "", "! có đơn vị quá hạn");
  skh_table_add_key (table, SKH_INK_GOOD, "✔", "tất cả đã nộp");
  skh_table_add_key (table, SKH_INK_BUSY_FILL, "◆",
                     "hạn của một kỳ (✔ đủ, … một phần, ! quá hạn, ? chưa định ngày)");
  skh_table_add_key (table, SKH_INK_OFF_FILL, "–", "việc thường xuyên");
  skh_table_add_key (table, SKH_INK_TODAY, "", today);
}

/* Fills the table from what the timeline shows; keeps nothing of it. */
void
skh_timeline_table_fill (SkhTable *table,
                         SkhTimeline *timeline,
                         const SkhTimelineOptions *options)
{
  const SkhTimelineAxis *axis = skh_timeline_get_axis (timeline);
  gboolean weeks = options->zoom != SKH_ZOOM_YEAR;
  Cells *self = g_new0 (Cells, 1);

  self->on = options->on;
  self->first = axis->first;
  self->places = skh_timeline_list_places (timeline, options->on);
  self->strings = g_string_chunk_new (4096);
  self->spans = skh_timeline_list_spans (axis->first, axis->last,
                                         weeks ? SKH_SPAN_WEEK : SKH_SPAN_HALF_MONTH);
  add_task_columns (table);
  for (guint i = 0; i < self->spans->len; i++)
    add_span_column (self, table, &g_array_index (self->spans, SkhSpan, i), weeks);
  add_keys (self, table);
  skh_table_set_rows (table, on_row, self, cells_free);
}
