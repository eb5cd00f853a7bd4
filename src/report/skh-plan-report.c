/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The appendix of a plan (phụ lục phân công): who does what by when. It says what the
   plan says, so no day to look from comes into it. */
#include "skh-plan-report.h"

#include "skh-number.h"
#include "skh-report-parts.h"

#include <string.h>

enum
{
  COLUMN_NUMBER,
  COLUMN_TASK,
  COLUMN_LEAD,
  COLUMN_WITH,
  COLUMN_DELIVERABLE,
  COLUMN_RECIPIENT,
  COLUMN_WORDING,
  COLUMN_DUE,
  COLUMN_NEXT_DAY,
  N_COLUMNS,
};

/* A section's heading, or a task under it. */
typedef struct
{
  guint section;
  guint task; /* index, or SKH_NO_INDEX */
} PlanRow;

typedef struct
{
  SkhLedger *ledger;
  GArray *rows;           /* PlanRow */
  guint *numbers;         /* a task */
  char *texts[N_COLUMNS]; /* of the row last asked for */
} PlanTable;

static void
clear_texts (PlanTable *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

static void
plan_table_free (gpointer data)
{
  PlanTable *self = data;

  clear_texts (self);
  skh_ledger_unref (self->ledger);
  g_array_unref (self->rows);
  g_free (self->numbers);
  g_free (self);
}

static PlanTable *
plan_table_new (SkhLedger *ledger)
{
  PlanTable *self = g_new0 (PlanTable, 1);
  guint n_sections, n_tasks;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n_tasks);

  self->ledger = skh_ledger_ref (ledger);
  self->numbers = skh_report_number_tasks (ledger);
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlanRow));
  skh_ledger_get_sections (ledger, &n_sections);
  for (guint section = 0; section < n_sections; section++)
    {
      PlanRow heading = { section, SKH_NO_INDEX };
      gboolean has_heading = FALSE;

      for (guint i = 0; i < n_tasks; i++)
        {
          PlanRow row = { section, i };

          if (tasks[i].section != section)
            continue;
          if (!has_heading)
            g_array_append_val (self->rows, heading);
          has_heading = TRUE;
          g_array_append_val (self->rows, row);
        }
    }
  return self;
}

/* — Who — */

static char *
dup_names (SkhLedger *ledger, const char *const *codes)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer)skh_ledger_get_party_name (ledger, codes[i]));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **)names->pdata);
}

/* "Ban Thường vụ Thị ủy (qua Ban Tuyên giáo Thị ủy)" */
static char *
dup_recipient (SkhLedger *ledger, const SkhTask *task)
{
  g_autofree char *via = dup_names (ledger, task->via);

  if (via == NULL)
    return g_strdup (task->recipient);
  return task->recipient != NULL ? g_strdup_printf ("%s (qua %s)", task->recipient, via)
                                 : g_strdup_printf ("qua %s", via);
}

/* — By when — */

static char *
dup_wording (const SkhTask *task)
{
  if (task->wording != NULL && *task->wording != '\0')
    return g_strdup (task->wording);
  return g_strdup ("Kế hoạch không nêu");
}

/* Of a task that has one: the day of its lines, which an event or the office may have
   given, else the day of its wording. */
static SkhDate
get_due (SkhLedger *ledger, const SkhTask *task)
{
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);

  return task->n_assignments > 0 ? lines[task->first_assignment].line.due
                                 : task->deadline.last_day;
}

static SkhDate
get_period_due (SkhLedger *ledger, const SkhTask *task, SkhPeriod period)
{
  const SkhAssignment *lines
    = skh_ledger_get_assignments (ledger, NULL) + task->first_assignment;

  for (guint i = 0; i < task->n_assignments; i++)
    if (skh_period_equal (lines[i].line.period, period))
      return lines[i].line.due;
  return skh_deadline_get_due (&task->deadline, period, SKH_DATE_NONE);
}

/* The working day after a day off; NONE on a working day. certain: whether the holidays
   that decide have been entered. */
static SkhDate
get_next_day (SkhLedger *ledger, SkhDate due, gboolean *certain)
{
  const SkhHolidays *holidays = skh_ledger_get_holidays (ledger);

  *certain = TRUE;
  if (due == SKH_DATE_NONE || skh_holidays_is_working_day (holidays, due))
    return SKH_DATE_NONE;
  return skh_holidays_get_next_working_day (holidays, due, certain);
}

static char *
dup_unknown (SkhDate next)
{
  return g_strdup_printf ("chưa có lịch nghỉ năm %d", skh_date_get_year (next));
}

static void
append_day (GString *days, SkhDate day, gboolean certain)
{
  g_autofree char *text = certain ? skh_date_to_text (day) : dup_unknown (day);

  if (days->len > 0)
    g_string_append_c (days, '\n');
  g_string_append (days, text);
}

/* Every period's last day, and the working days after those of them that are days off. */
static void
fill_period_days (PlanTable *self, SkhRow *row, const SkhTask *task)
{
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_get_periods (task->deadline.kind,
                                      skh_ledger_get_plan (self->ledger)->year, periods);
  g_autoptr (GString) days = g_string_new (NULL), next_days = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      SkhDate due = get_period_due (self->ledger, task, periods[i]);
      gboolean certain;
      SkhDate next = get_next_day (self->ledger, due, &certain);

      if (due != SKH_DATE_NONE)
        append_day (days, due, TRUE);
      if (next != SKH_DATE_NONE)
        append_day (next_days, next, certain);
    }
  self->texts[COLUMN_DUE]
    = g_strdup (days->len > 0 ? days->str : "Cơ quan ấn định từng kỳ");
  self->texts[COLUMN_NEXT_DAY] = g_strdup (next_days->str);
  skh_cell_set_text (&row->cells[COLUMN_DUE], self->texts[COLUMN_DUE]);
  if (next_days->len > 0)
    skh_cell_set_text (&row->cells[COLUMN_NEXT_DAY], self->texts[COLUMN_NEXT_DAY]);
}

static void
fill_days (PlanTable *self, SkhRow *row, const SkhTask *task)
{
  SkhDate due, next;
  gboolean certain;

  if (skh_deadline_kind_is_periodic (task->deadline.kind))
    {
      fill_period_days (self, row, task);
      return;
    }
  due = get_due (self->ledger, task);
  next = get_next_day (self->ledger, due, &certain);
  skh_cell_set_date (&row->cells[COLUMN_DUE], due);
  if (certain)
    skh_cell_set_date (&row->cells[COLUMN_NEXT_DAY], next);
  else
    {
      self->texts[COLUMN_NEXT_DAY] = dup_unknown (next);
      skh_cell_set_text (&row->cells[COLUMN_NEXT_DAY], self->texts[COLUMN_NEXT_DAY]);
    }
  if (due == SKH_DATE_NONE && task->deadline.kind == SKH_DEADLINE_RELATIVE)
    skh_cell_set_text (&row->cells[COLUMN_DUE], "Chờ ngày");
}

/* — Rows — */

static void
fill_task (PlanTable *self, SkhRow *row, guint index)
{
  const SkhTask *task = &skh_ledger_get_tasks (self->ledger, NULL)[index];

  clear_texts (self);
  self->texts[COLUMN_WITH] = dup_names (self->ledger, task->with);
  self->texts[COLUMN_RECIPIENT] = dup_recipient (self->ledger, task);
  self->texts[COLUMN_WORDING] = dup_wording (task);
  skh_cell_set_number (&row->cells[COLUMN_NUMBER], self->numbers[index]);
  skh_cell_set_text (&row->cells[COLUMN_TASK], task->title);
  skh_cell_set_text (&row->cells[COLUMN_LEAD], task->lead_text);
  skh_cell_set_text (&row->cells[COLUMN_DELIVERABLE], task->deliverable);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (self->texts[i] != NULL)
      skh_cell_set_text (&row->cells[i], self->texts[i]);
  fill_days (self, row, task);
}

static gboolean
on_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  PlanTable *self = data;
  const PlanRow *place;
  const SkhSection *section;

  if (index >= self->rows->len)
    return FALSE;
  place = &g_array_index (self->rows, PlanRow, index);
  if (place->task != SKH_NO_INDEX)
    {
      fill_task (self, row, place->task);
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
    const char *title, *group;
    double width;
    SkhColumnKind kind;
  } columns[N_COLUMNS] = {
    { "TT", NULL, 5, SKH_COLUMN_NUMBER },
    { "Nội dung nhiệm vụ", NULL, 44, SKH_COLUMN_TEXT },
    { "Chủ trì", NULL, 24, SKH_COLUMN_TEXT },
    { "Phối hợp", NULL, 18, SKH_COLUMN_TEXT },
    { "Sản phẩm", NULL, 14, SKH_COLUMN_TEXT },
    { "Nơi nhận", NULL, 22, SKH_COLUMN_TEXT },
    { "Theo Kế hoạch", "Thời hạn", 20, SKH_COLUMN_TEXT },
    { "Ngày cuối", "Thời hạn", 13, SKH_COLUMN_DATE },
    { "Ngày làm việc kế tiếp", "Thời hạn", 13, SKH_COLUMN_DATE },
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      SkhColumn *column = skh_table_add_column (table, columns[i].kind, columns[i].title,
                                                columns[i].width);

      column->group_title = g_strdup (columns[i].group);
      column->centred = i == COLUMN_NUMBER;
    }
}

/* "BC/TU" of what the office reports with is "KH/TU" of its plans. */
static char *
dup_note (const SkhPlanInfo *plan)
{
  const char *slash = plan->symbol != NULL ? strchr (plan->symbol, '/') : NULL;

  return g_strdup_printf ("(Kèm theo Kế hoạch số        -KH%s, ngày        tháng        "
                          "năm           )",
                          slash != NULL ? slash : "");
}

static void
fill_title (SkhReport *report, SkhLedger *ledger)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  SkhTitleBlock *block = skh_report_get_title_block (report);

  block->superior = g_strdup (plan->superior);
  block->organisation = g_strdup (plan->organisation);
  block->place = g_strdup (plan->place);
  block->kind = g_strdup ("PHỤ LỤC");
  block->abstract
    = g_strdup_printf ("phân công nhiệm vụ thực hiện %s", plan->short_title);
  block->note = dup_note (plan);
}

/**
 * skh_plan_report_new:
 *
 * Returns: (transfer full): the appendix of the plan, a row a task under its section: who
 *   leads, who takes part, what is delivered to whom, in what words the plan sets the
 *   deadline and which day that is
 */
SkhReport *
skh_plan_report_new (SkhLedger *ledger)
{
  SkhReport *report = skh_report_new ();
  SkhTable *table = skh_report_add_table (report, "Phụ lục", NULL);

  fill_title (report, ledger);
  skh_table_set_empty_text (table, "Kế hoạch chưa có nhiệm vụ.");
  add_columns (table);
  skh_table_set_rows (table, on_row, plan_table_new (ledger), plan_table_free);
  return report;
}
