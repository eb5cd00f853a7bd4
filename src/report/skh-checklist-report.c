/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one unit owes, section by section, to hand over or to pin up. */
#include "skh-checklist-report.h"

#include "skh-number.h"
#include "skh-report-parts.h"

#include <string.h>

#define SHEET "Danh mục"

enum
{
  COLUMN_NUMBER,
  COLUMN_CLAUSE,
  COLUMN_TASK,
  COLUMN_WORDING,
  COLUMN_DUE,
  COLUMN_STATE,
  COLUMN_DAYS,
  COLUMN_DELIVERED,
  COLUMN_DOCUMENT,
  COLUMN_FIGURES,
  COLUMN_NOTE,
  N_COLUMNS,
};

/* A section's heading, or a line under it. */
typedef struct
{
  guint section;
  guint assignment; /* index, or SKH_NO_INDEX */
  guint number;
} ListRow;

typedef struct
{
  SkhLedger *ledger;
  SkhDate on;
  GArray *rows;           /* ListRow */
  char *texts[N_COLUMNS]; /* of the row last asked for */
} Checklist;

static void
clear_texts (Checklist *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

static void
checklist_free (gpointer data)
{
  Checklist *self = data;

  clear_texts (self);
  skh_ledger_unref (self->ledger);
  g_array_unref (self->rows);
  g_free (self);
}

static void
add_section (Checklist *self, guint section, guint unit, SkhPeriod period, guint *number)
{
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (self->ledger, &n);
  const SkhTask *tasks = skh_ledger_get_tasks (self->ledger, NULL);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < n; i++)
    {
      ListRow heading = { section, SKH_NO_INDEX, 0 }, row = { section, i, 0 };

      if (lines[i].unit != unit || tasks[lines[i].task].section != section
          || !skh_line_is_listed (&lines[i].line, period))
        continue;
      if (!has_heading)
        g_array_append_val (self->rows, heading);
      has_heading = TRUE;
      row.number = ++*number;
      g_array_append_val (self->rows, row);
    }
}

static Checklist *
checklist_new (SkhLedger *ledger, guint unit, SkhPeriod period, SkhDate on)
{
  Checklist *self = g_new0 (Checklist, 1);
  guint n_sections, number = 0;

  self->ledger = skh_ledger_ref (ledger);
  self->on = on;
  self->rows = g_array_new (FALSE, FALSE, sizeof (ListRow));
  skh_ledger_get_sections (ledger, &n_sections);
  for (guint i = 0; i < n_sections; i++)
    add_section (self, i, unit, period, &number);
  return self;
}

/* — What a line says — */

static const char *
get_open_words (SkhState state)
{
  return state == SKH_STATE_IN_PROGRESS ? "Đang thực hiện"
         : state == SKH_STATE_REWORK    ? "Trả lại để làm lại"
                                        : "Chưa thực hiện";
}

/* "Chưa thực hiện, quá hạn"; the number of days stands in a column of its own. */
static char *
dup_state (SkhStatus status)
{
  switch (status.timeliness)
    {
    case SKH_TIMELINESS_OVERDUE:
      return g_strdup_printf ("%s, quá hạn", get_open_words (status.state));
    case SKH_TIMELINESS_DUE_SOON:
      return g_strdup_printf ("%s, sắp đến hạn", get_open_words (status.state));
    case SKH_TIMELINESS_ON_TIME:
      return g_strdup ("Đã nộp, đúng hạn");
    case SKH_TIMELINESS_LATE:
      return g_strdup ("Đã nộp, chậm");
    case SKH_TIMELINESS_NOT_DUE:
    case SKH_TIMELINESS_NONE:
    case SKH_N_TIMELINESS:
    default:
      return g_strdup (status.state == SKH_STATE_DELIVERED ? "Đã nộp"
                       : status.state == SKH_STATE_NOT_APPLICABLE
                         ? "Không áp dụng"
                         : get_open_words (status.state));
    }
}

static SkhTone
get_tone (SkhTimeliness timeliness)
{
  switch (timeliness)
    {
    case SKH_TIMELINESS_OVERDUE:
      return SKH_TONE_BAD;
    case SKH_TIMELINESS_DUE_SOON:
    case SKH_TIMELINESS_LATE:
      return SKH_TONE_WARNING;
    case SKH_TIMELINESS_ON_TIME:
      return SKH_TONE_GOOD;
    case SKH_TIMELINESS_NOT_DUE:
    case SKH_TIMELINESS_NONE:
    case SKH_N_TIMELINESS:
    default:
      return SKH_TONE_NONE;
    }
}

static const char *
get_counted (const char *counts)
{
  if (g_strcmp0 (counts, "cells") == 0)
    return "Chi bộ";
  return g_strcmp0 (counts, "managed") == 0 ? "Cán bộ" : "Số người";
}

static void
append_figure (GString *text, const char *title, gint64 value, gint64 total)
{
  g_autofree char *n = skh_number_to_text (value);
  g_autofree char *of = total >= 0 ? skh_number_to_text (total) : NULL;

  g_string_append_printf (text, "%s%s: %s%s%s", text->len > 0 ? "\n" : "", title, n,
                          of != NULL ? "/" : "", of != NULL ? of : "");
}

/* "Đảng viên tham gia: 30/40", a line each; NULL without any. */
static char *
dup_figures (SkhLedger *ledger,
             const SkhAssignment *line,
             const SkhTask *task,
             SkhDate on)
{
  SkhLineCount count = skh_ledger_get_count (ledger, line, on);
  GString *text = g_string_new (NULL);

  if (task->counts != NULL && count.count >= 0)
    append_figure (text, get_counted (task->counts), count.count, count.total);
  for (guint i = 0; i < task->n_measures; i++)
    {
      SkhFigure figure;

      if (skh_ledger_get_figure (ledger, line, i, on, &figure))
        append_figure (text, task->measures[i].title, figure.value, figure.total);
    }
  return g_string_free (text, text->len == 0);
}

/* The office's own note, why a task does not apply, what is missing; a day off while the
   line is owed. */
static char *
dup_note (Checklist *self, const SkhAssignment *line)
{
  gboolean is_open = line->line.state != SKH_STATE_DELIVERED
                     && line->line.state != SKH_STATE_NOT_APPLICABLE;
  g_autofree char *day_off
    = is_open ? skh_report_dup_day_off_note (self->ledger, line->line.due) : NULL;
  const char *parts[5] = { NULL };
  guint n = 0;

  if (skh_ledger_is_missing (self->ledger, line, self->on))
    parts[n++] = "Còn thiếu văn bản hoặc số liệu";
  if (line->line.state == SKH_STATE_NOT_APPLICABLE && line->reason != NULL)
    parts[n++] = line->reason;
  if (line->note != NULL)
    parts[n++] = line->note;
  if (day_off != NULL)
    parts[n++] = day_off;
  return n > 0 ? g_strjoinv (". ", (char **)parts) : NULL;
}

static char *
dup_title (const SkhTask *task, const SkhAssignment *line)
{
  g_autofree char *period
    = line->line.own_period ? skh_period_to_text (line->line.period) : NULL;

  return period != NULL ? g_strdup_printf ("%s (%s)", task->title, period)
                        : g_strdup (task->title);
}

/* — Rows — */

static void
fill_line (Checklist *self, SkhRow *row, const ListRow *place)
{
  const SkhAssignment *line
    = &skh_ledger_get_assignments (self->ledger, NULL)[place->assignment];
  const SkhTask *task = &skh_ledger_get_tasks (self->ledger, NULL)[line->task];
  SkhStatus status = skh_ledger_get_status (self->ledger, line, self->on);
  gboolean is_delivered = status.state == SKH_STATE_DELIVERED;

  clear_texts (self);
  self->texts[COLUMN_CLAUSE] = g_strdup (task->clause);
  self->texts[COLUMN_TASK] = dup_title (task, line);
  self->texts[COLUMN_WORDING] = g_strdup (task->wording);
  self->texts[COLUMN_STATE] = dup_state (status);
  self->texts[COLUMN_DOCUMENT] = g_strdup (is_delivered ? line->document : NULL);
  self->texts[COLUMN_FIGURES] = dup_figures (self->ledger, line, task, self->on);
  self->texts[COLUMN_NOTE] = dup_note (self, line);
  row->tone = get_tone (status.timeliness);
  skh_cell_set_number (&row->cells[COLUMN_NUMBER], place->number);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (self->texts[i] != NULL)
      skh_cell_set_text (&row->cells[i], self->texts[i]);
  skh_cell_set_date (&row->cells[COLUMN_DUE], line->line.due);
  if (is_delivered)
    skh_cell_set_date (&row->cells[COLUMN_DELIVERED], line->line.delivered_on);
  if (status.timeliness != SKH_TIMELINESS_NONE
      && status.timeliness != SKH_TIMELINESS_ON_TIME)
    skh_cell_set_number (&row->cells[COLUMN_DAYS], status.days);
}

static gboolean
on_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  Checklist *self = data;
  const ListRow *place;
  const SkhSection *section;

  if (index >= self->rows->len)
    return FALSE;
  place = &g_array_index (self->rows, ListRow, index);
  if (place->assignment != SKH_NO_INDEX)
    {
      fill_line (self, row, place);
      return TRUE;
    }
  section = &skh_ledger_get_sections (self->ledger, NULL)[place->section];
  clear_texts (self);
  self->texts[0] = g_strdup_printf ("%s. %s", section->code, section->title);
  row->kind = SKH_ROW_GROUP;
  skh_cell_set_text (&row->cells[0], self->texts[0]);
  return TRUE;
}

static void
add_columns (SkhTable *table)
{
  static const struct
  {
    const char *title;
    double width;
    SkhColumnKind kind;
  } columns[N_COLUMNS] = {
    { "TT", 5, SKH_COLUMN_NUMBER },
    { "Mục", 9, SKH_COLUMN_TEXT },
    { "Nhiệm vụ", 42, SKH_COLUMN_TEXT },
    { "Thời hạn theo Kế hoạch", 20, SKH_COLUMN_TEXT },
    { "Hạn cuối", 12, SKH_COLUMN_DATE },
    { "Tình trạng", 16, SKH_COLUMN_TEXT },
    { "Số ngày", 7, SKH_COLUMN_NUMBER },
    { "Ngày nộp", 12, SKH_COLUMN_DATE },
    { "Văn bản", 14, SKH_COLUMN_TEXT },
    { "Số liệu", 20, SKH_COLUMN_TEXT },
    { "Ghi chú", 20, SKH_COLUMN_TEXT },
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      SkhColumn *column = skh_table_add_column (table, columns[i].kind, columns[i].title,
                                                columns[i].width);

      column->centred = i == COLUMN_NUMBER || i == COLUMN_CLAUSE;
    }
}

/* "Đã nộp 5/12 (41,7%); chậm 1; quá hạn 2 …" */
static char *
dup_summary (SkhLedger *ledger, guint unit, SkhPeriod period, SkhDate on)
{
  SkhRates rates
    = skh_ledger_get_rates (ledger, period, on, unit, SKH_NO_INDEX, SKH_NO_INDEX);
  g_autofree char *share = skh_number_share_to_text (rates.actual, rates.expected);

  if (rates.expected == 0)
    return NULL;
  return g_strdup_printf ("Đã nộp %s; chậm %u; quá hạn %u. Số ngày: quá hạn, nộp chậm "
                          "hoặc còn lại, theo tình trạng.",
                          share, rates.late, rates.overdue);
}

/**
 * skh_checklist_report_new:
 * @unit: index
 * @period: what falls in it, and what has no last day; NONE for the plan's year
 * @on: the day it is seen from
 *
 * Returns: (transfer full): what the unit owes: by when, how it stands, with which
 *   document and figures
 */
SkhReport *
skh_checklist_report_new (SkhLedger *ledger, guint unit, SkhPeriod period, SkhDate on)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  SkhPeriod whole = skh_period_is_set (period)
                      ? period
                      : skh_period_new (SKH_PERIOD_YEAR, plan->year, 1);
  g_autofree char *period_text
    = whole.kind != SKH_PERIOD_YEAR ? skh_period_to_text (whole) : NULL;
  g_autofree char *summary = dup_summary (ledger, unit, whole, on);
  SkhReport *report = skh_report_new ();
  SkhTable *table;

  skh_report_fill_title_block (
    report, ledger, on, "DANH MỤC",
    g_strdup_printf ("nhiệm vụ của %s — %s%s%s",
                     skh_ledger_get_units (ledger, NULL)[unit].name, plan->short_title,
                     period_text != NULL ? ", " : "",
                     period_text != NULL ? period_text : ""));
  table = skh_report_add_table (report, SHEET, NULL);
  skh_table_set_subtitle (table, summary);
  skh_table_set_empty_text (table, "Trong kỳ không có nhiệm vụ.");
  add_columns (table);
  skh_table_set_rows (table, on_row, checklist_new (ledger, unit, whole, on),
                      checklist_free);
  return report;
}
