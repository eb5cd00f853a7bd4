/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of the report upward, as the office has declared it: each column says its
   source (the language is written down with the plan templates). All sums are made when
   the table is built, one pass over the lines of each task that feeds it. */
#include "skh-figure-table.h"

#include "skh-report-parts.h"

#include <string.h>

typedef enum
{
  SOURCE_NONE, /* typed: nothing yet */
  SOURCE_FIGURE,
  SOURCE_DIFFERENCE,
  SOURCE_DELIVERED,
  SOURCE_RATE_COUNT,
  SOURCE_RATE_PERCENT,
} SourceKind;

typedef struct
{
  SourceKind kind;
  guint column; /* of the table; a share has the two after it too */
  gboolean of_total;
  SkhFigureSum *sums;       /* a unit; of FIGURE and DIFFERENCE */
  SkhFigureSum *subtracted; /* of DIFFERENCE */
  SkhDate *days;            /* a unit; of DELIVERED */
  gsize offset;             /* into SkhRates, of RATE_COUNT; of the numerator */
  gboolean is_missing;      /* RATE_COUNT: expected less actual */
} Source;

typedef struct
{
  SkhLedger *ledger;
  GArray *sources; /* Source */
  SkhRates *rates; /* a unit */
  gboolean *shown; /* a unit */
  GArray *rows;    /* SkhUnitRow */
  char *heading;
} Table;

static void
clear_source (gpointer data)
{
  Source *source = data;

  g_free (source->sums);
  g_free (source->subtracted);
  g_free (source->days);
}

static void
table_free (gpointer data)
{
  Table *self = data;

  skh_ledger_unref (self->ledger);
  g_array_unref (self->sources);
  g_array_unref (self->rows);
  g_free (self->rates);
  g_free (self->shown);
  g_free (self->heading);
  g_free (self);
}

static void
show_units_of (Table *self, guint task)
{
  const SkhTask *record = &skh_ledger_get_tasks (self->ledger, NULL)[task];
  const SkhAssignment *lines = skh_ledger_get_assignments (self->ledger, NULL);

  for (guint i = 0; i < record->n_assignments; i++)
    self->shown[lines[record->first_assignment + i].unit] = TRUE;
}

static gboolean
has_measure (const SkhTask *task, const char *key)
{
  for (guint i = 0; i < task->n_measures; i++)
    if (g_str_equal (task->measures[i].key, key))
      return TRUE;
  return FALSE;
}

/* "KEY", or "NO.KEY" of one task. */
static SkhFigureSum *
sum_by_unit (Table *self, const char *name, SkhPeriod period, SkhDate on)
{
  const char *dot = strrchr (name, '.');
  const char *key = dot != NULL ? dot + 1 : name;
  g_autofree char *no = dot != NULL ? g_strndup (name, (gsize)(dot - name)) : NULL;
  guint n_units, n_tasks;
  const SkhTask *tasks = skh_ledger_get_tasks (self->ledger, &n_tasks);
  SkhFigureSum *sums;

  skh_ledger_get_units (self->ledger, &n_units);
  sums = g_new0 (SkhFigureSum, n_units + 1);
  for (guint i = 0; i < n_tasks; i++)
    if ((no == NULL || g_strcmp0 (tasks[i].no, no) == 0) && has_measure (&tasks[i], key))
      {
        skh_ledger_sum_figure_by_unit (self->ledger, i, key, period, on, sums);
        show_units_of (self, i);
      }
  return sums;
}

static SkhDate *
list_days (Table *self, const char *no, SkhPeriod period, SkhDate on)
{
  guint task = skh_ledger_find_task (self->ledger, no), n_units;
  const SkhAssignment *lines = skh_ledger_get_assignments (self->ledger, NULL);
  const SkhTask *record;
  SkhDate *days;

  skh_ledger_get_units (self->ledger, &n_units);
  days = g_new (SkhDate, n_units + 1);
  for (guint i = 0; i < n_units; i++)
    days[i] = SKH_DATE_NONE;
  if (task == SKH_NO_INDEX)
    return days;

  record = &skh_ledger_get_tasks (self->ledger, NULL)[task];
  for (guint i = record->first_assignment;
       i < record->first_assignment + record->n_assignments; i++)
    if (skh_line_is_listed (&lines[i].line, period)
        && skh_ledger_get_status (self->ledger, &lines[i], on).state
             == SKH_STATE_DELIVERED)
      days[lines[i].unit] = MAX (days[lines[i].unit], lines[i].line.delivered_on);
  show_units_of (self, task);
  return days;
}

static const struct
{
  const char *name;
  gsize offset;
} rate_counts[] = {
  { "expected", G_STRUCT_OFFSET (SkhRates, expected) },
  { "actual", G_STRUCT_OFFSET (SkhRates, actual) },
  { "on_time", G_STRUCT_OFFSET (SkhRates, on_time) },
  { "late", G_STRUCT_OFFSET (SkhRates, late) },
  { "overdue", G_STRUCT_OFFSET (SkhRates, overdue) },
};

static void
read_rate (Table *self, Source *source, const char *name, SkhPeriod period, SkhDate on)
{
  guint n;

  source->kind = SOURCE_RATE_COUNT;
  source->is_missing = g_str_equal (name, "missing");
  for (guint i = 0; i < G_N_ELEMENTS (rate_counts); i++)
    if (g_str_equal (name, rate_counts[i].name))
      source->offset = rate_counts[i].offset;
  if (g_str_equal (name, "completeness") || g_str_equal (name, "timeliness"))
    {
      source->kind = SOURCE_RATE_PERCENT;
      source->offset = *name == 'c' ? G_STRUCT_OFFSET (SkhRates, actual)
                                    : G_STRUCT_OFFSET (SkhRates, on_time);
    }
  skh_ledger_get_units (self->ledger, &n);
  if (self->rates == NULL)
    {
      self->rates = g_new0 (SkhRates, n + 1);
      skh_ledger_get_all_rates (self->ledger, period, on, self->rates, NULL);
    }
  for (guint i = 0; i < n; i++)
    self->shown[i] = self->shown[i] || self->rates[i].expected > 0;
}

static void
read_difference (Table *self,
                 Source *source,
                 const char *names,
                 SkhPeriod period,
                 SkhDate on)
{
  g_auto (GStrv) parts = g_strsplit (names, "-", 2);

  source->kind = SOURCE_DIFFERENCE;
  source->sums = sum_by_unit (self, parts[0], period, on);
  source->subtracted = sum_by_unit (self, parts[1] != NULL ? parts[1] : "", period, on);
}

/* What no task asks for and only a register knows. */
static void
read_register (Table *self,
               Source *source,
               const char *name,
               SkhPeriod period,
               SkhDate on)
{
  guint n;

  skh_ledger_get_units (self->ledger, &n);
  source->kind = SOURCE_FIGURE;
  source->sums = g_new0 (SkhFigureSum, n + 1);
  skh_ledger_sum_counted_by_unit (self->ledger, name, period, on, source->sums);
  for (guint i = 0; i < n; i++)
    self->shown[i] = self->shown[i] || source->sums[i].n_lines > 0;
}

static void
read_source (Table *self, Source *source, const char *text, SkhPeriod period, SkhDate on)
{
  const char *colon = strchr (text, ':');

  if (g_str_has_prefix (text, "figure:"))
    {
      source->kind = SOURCE_FIGURE;
      source->sums = sum_by_unit (self, colon + 1, period, on);
    }
  else if (g_str_has_prefix (text, "register:"))
    read_register (self, source, colon + 1, period, on);
  else if (g_str_has_prefix (text, "difference:"))
    read_difference (self, source, colon + 1, period, on);
  else if (g_str_has_prefix (text, "delivered:"))
    {
      source->kind = SOURCE_DELIVERED;
      source->days = list_days (self, colon + 1, period, on);
    }
  else if (g_str_has_prefix (text, "rates:"))
    read_rate (self, source, colon + 1, period, on);
}

/* — Columns — */

static guint
find_rate_column (Table *self, gsize offset)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = &g_array_index (self->sources, Source, i);

      if (source->kind == SOURCE_RATE_COUNT && source->offset == offset
          && !source->is_missing)
        return source->column;
    }
  return SKH_NO_INDEX;
}

static void
add_percent_column (Table *self,
                    SkhTable *table,
                    const Source *source,
                    const SkhReportColumnInfo *info)
{
  SkhColumn *column = skh_table_add_column (table, SKH_COLUMN_PERCENT, info->title, 9);

  column->group_title = g_strdup (info->group_title);
  column->numerator = find_rate_column (self, source->offset);
  column->denominator = find_rate_column (self, G_STRUCT_OFFSET (SkhRates, expected));
  column->total = SKH_TOTAL_PERCENT;
}

static void
add_plain_column (SkhTable *table, const SkhReportColumnInfo *info)
{
  SkhColumnKind kind = g_str_equal (info->kind, "text")   ? SKH_COLUMN_TEXT
                       : g_str_equal (info->kind, "date") ? SKH_COLUMN_DATE
                                                          : SKH_COLUMN_NUMBER;
  SkhColumn *column
    = skh_table_add_column (table, kind, info->title, kind == SKH_COLUMN_TEXT ? 18 : 11);

  column->group_title = g_strdup (info->group_title);
  column->total = kind == SKH_COLUMN_NUMBER ? SKH_TOTAL_SUM : SKH_TOTAL_NONE;
}

static void
add_column (Table *self, SkhTable *table, Source *source, const SkhReportColumnInfo *info)
{
  source->column = skh_table_get_n_columns (table);
  source->of_total = g_str_equal (info->kind, "of_total");
  if (source->kind == SOURCE_RATE_PERCENT)
    add_percent_column (self, table, source, info);
  else if (source->of_total)
    skh_report_add_share_columns (table, info->title);
  else
    add_plain_column (table, info);
}

/* — Rows — */

static void
set_share (SkhRow *row, guint column, const SkhFigureSum *sum)
{
  skh_cell_set_number (&row->cells[column], sum->value);
  skh_cell_set_number (&row->cells[column + 1], sum->total);
  skh_cell_set_ratio (&row->cells[column + 2],
                      sum->total > 0 ? (double)sum->value / (double)sum->total : -1);
}

static void
set_sum (SkhRow *row, const Source *source, const SkhFigureSum *sum)
{
  if (sum->n_lines == 0)
    return; /* nothing entered is not nought */
  if (source->of_total)
    set_share (row, source->column, sum);
  else
    skh_cell_set_number (&row->cells[source->column], sum->value);
}

static void
set_rate (SkhRow *row, const Source *source, const SkhRates *rates)
{
  guint count = G_STRUCT_MEMBER (guint, rates, source->offset);

  if (source->kind == SOURCE_RATE_PERCENT)
    skh_cell_set_ratio (&row->cells[source->column],
                        rates->expected > 0 ? (double)count / rates->expected : -1);
  else
    skh_cell_set_number (&row->cells[source->column],
                         source->is_missing ? rates->expected - rates->actual : count);
}

static SkhFigureSum
get_difference (const Source *source, guint unit)
{
  SkhFigureSum sum = source->sums[unit];

  sum.value -= source->subtracted[unit].value;
  sum.n_lines += source->subtracted[unit].n_lines;
  return sum;
}

static void
fill_unit (Table *self, SkhRow *row, guint unit)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = &g_array_index (self->sources, Source, i);
      SkhFigureSum difference;

      if (source->kind == SOURCE_FIGURE)
        set_sum (row, source, &source->sums[unit]);
      else if (source->kind == SOURCE_DIFFERENCE)
        {
          difference = get_difference (source, unit);
          set_sum (row, source, &difference);
        }
      else if (source->kind == SOURCE_DELIVERED)
        skh_cell_set_date (&row->cells[source->column], source->days[unit]);
      else if (source->kind != SOURCE_NONE)
        set_rate (row, source, &self->rates[unit]);
    }
}

static void
add_sum (SkhFigureSum *total, const SkhFigureSum *sum)
{
  total->value += sum->value;
  total->total += sum->total;
  total->n_lines += sum->n_lines;
}

/* The total of what is shown: every unit with a line is. */
static void
fill_total (Table *self, SkhRow *row)
{
  guint n;

  skh_ledger_get_units (self->ledger, &n);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = &g_array_index (self->sources, Source, i);
      SkhFigureSum total = { 0 };
      SkhRates rates = { 0 };

      for (guint unit = 0; unit < n; unit++)
        {
          SkhFigureSum sum = { 0 };

          if (source->kind == SOURCE_FIGURE)
            sum = source->sums[unit];
          else if (source->kind == SOURCE_DIFFERENCE)
            sum = get_difference (source, unit);
          add_sum (&total, &sum);
          if (self->rates != NULL)
            skh_rates_add (&rates, &self->rates[unit]);
        }
      if (source->kind == SOURCE_FIGURE || source->kind == SOURCE_DIFFERENCE)
        set_sum (row, source, &total);
      else if (source->kind == SOURCE_RATE_COUNT || source->kind == SOURCE_RATE_PERCENT)
        set_rate (row, source, &rates);
    }
}

static gboolean
on_row (SkhTable *table, guint index, SkhRow *row, gpointer data)
{
  Table *self = data;
  const SkhUnitRow *place;

  if (index > self->rows->len || self->rows->len == 0)
    return FALSE;
  if (index == self->rows->len)
    {
      row->kind = SKH_ROW_TOTAL;
      skh_cell_set_text (&row->cells[1], "TỔNG");
      fill_total (self, row);
      return TRUE;
    }

  place = &g_array_index (self->rows, SkhUnitRow, index);
  if (!skh_report_fill_place (row, self->ledger, place, &self->heading))
    return TRUE;
  fill_unit (self, row, place->unit);
  return TRUE;
}

static void
add_columns (Table *self,
             SkhTable *table,
             const SkhReportTableInfo *info,
             SkhPeriod period,
             SkhDate on)
{
  SkhColumn *column = skh_table_add_column (table, SKH_COLUMN_NUMBER, "TT", 5);

  column->centred = TRUE;
  skh_table_add_column (table, SKH_COLUMN_TEXT, "Đơn vị", 34);
  for (guint i = 0; i < info->columns->len; i++)
    {
      const SkhReportColumnInfo *column_info = g_ptr_array_index (info->columns, i);
      Source source = { 0 };

      if (column_info->hidden)
        continue;
      read_source (self, &source, column_info->source, period, on);
      add_column (self, table, &source, column_info);
      g_array_append_val (self->sources, source);
    }
}

static void
add_figure_names (GPtrArray *names, const char *source)
{
  const char *colon = strchr (source, ':');
  g_auto (GStrv) parts = NULL;

  if (g_str_has_prefix (source, "figure:"))
    g_ptr_array_add (names, g_strdup (colon + 1));
  else if (g_str_has_prefix (source, "delivered:"))
    g_ptr_array_add (names, g_strconcat (colon + 1, ".", NULL));
  else if (g_str_has_prefix (source, "difference:"))
    {
      parts = g_strsplit (colon + 1, "-", 2);
      for (guint i = 0; parts[i] != NULL; i++)
        g_ptr_array_add (names, g_strdup (parts[i]));
    }
}

/**
 * skh_figure_table_list_figures:
 * @names: (element-type utf8): what the table reads, in the words of SkhLedgerScope, is
 *   added to it
 */
void
skh_figure_table_list_figures (const SkhReportTableInfo *info, GPtrArray *names)
{
  for (guint i = 0; i < info->columns->len; i++)
    {
      const SkhReportColumnInfo *column = g_ptr_array_index (info->columns, i);

      if (!column->hidden)
        add_figure_names (names, column->source);
    }
}

void
skh_figure_table_add (SkhReport *report,
                      SkhLedger *ledger,
                      const SkhReportTableInfo *info,
                      SkhPeriod period,
                      SkhDate on)
{
  g_autofree char *title = g_strdup_printf ("Biểu %s. %s", info->no, info->title);
  SkhTable *table = skh_report_add_table (report, info->sheet_name, title);
  Table *self = g_new0 (Table, 1);
  guint n;

  skh_ledger_get_units (ledger, &n);
  self->ledger = skh_ledger_ref (ledger);
  self->shown = g_new0 (gboolean, n + 1);
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  g_array_set_clear_func (self->sources, clear_source);

  add_columns (self, table, info, period, on);
  self->rows = skh_report_list_unit_rows (ledger, self->shown);
  skh_table_set_empty_text (table,
                            "Kế hoạch không giao đơn vị nào báo cáo nội dung này.");
  skh_table_set_rows (table, on_row, self, table_free);
}
