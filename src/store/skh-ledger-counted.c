/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that the registers count. Where a register has lines of a unit in the time that
   a line of the plan is about, what it counts stands before what was typed: no figure is
   counted from two places (domain: Measures). */
#include "skh-ledger-private.h"

/* The time a line is about: its own period; the year, where it has a last day; else the
   period that is asked for. */
static SkhPeriod
get_window (SkhLedger *self, const SkhAssignment *assignment, SkhPeriod period)
{
  if (assignment->line.own_period)
    return assignment->line.period;
  if (assignment->line.due != SKH_DATE_NONE)
    return skh_period_new (SKH_PERIOD_YEAR, self->plan.year, 1);
  return period;
}

static gboolean
is_in (const SkhCounted *counted, SkhPeriod window, SkhDate on)
{
  SkhDate first = skh_period_get_first_day (window),
          last = skh_period_get_last_day (window);

  if (counted->day != SKH_DATE_NONE && counted->day > on)
    return FALSE;
  if (skh_period_is_set (counted->period))
    return skh_period_get_first_day (counted->period) >= first
           && skh_period_get_last_day (counted->period) <= last;
  return counted->day == SKH_DATE_NONE || (counted->day >= first && counted->day <= last);
}

static guint
find_unit (GArray *list, guint unit)
{
  guint low = 0, high = list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (list, SkhCounted, middle).unit < unit)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
sum_counted (SkhLedger *self,
             const char *measure,
             guint unit,
             SkhPeriod window,
             SkhDate on,
             SkhFigure *figure)
{
  GArray *list = g_hash_table_lookup (self->counted, measure);
  gboolean found = FALSE;

  figure->value = figure->total = 0;
  for (guint i = list != NULL ? find_unit (list, unit) : 0;
       list != NULL && i < list->len && g_array_index (list, SkhCounted, i).unit == unit;
       i++)
    {
      const SkhCounted *counted = &g_array_index (list, SkhCounted, i);

      if (!is_in (counted, window, on))
        continue;
      found = TRUE;
      figure->value += counted->value;
      figure->total += counted->whole;
    }
  return found;
}

/* Once a register is kept for a unit, what it has no line of did not happen. Commitments
   are counted by kind of people, and a unit may keep lines of some kinds only. */
static gboolean
is_kept (SkhLedger *self, const char *measure, guint unit, SkhPeriod window, SkhDate on)
{
  const char *id = skh_ledger_get_counter (measure);
  GHashTableIter iter;
  gpointer key;
  SkhFigure figure;

  if (id == NULL || g_str_equal (id, "commitments"))
    return FALSE;
  g_hash_table_iter_init (&iter, self->counted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_strcmp0 (skh_ledger_get_counter (key), id) == 0
        && sum_counted (self, key, unit, window, on, &figure))
      return TRUE;
  return FALSE;
}

/* The whole of a share that the register does not know: what the office holds for the
   unit, else what was typed; never less than the share. */
static gint64
get_whole (SkhLedger *self,
           const SkhAssignment *assignment,
           guint measure,
           SkhDate on,
           gint64 value)
{
  const SkhMeasure *of
    = &g_array_index (self->tasks, SkhTask, assignment->task).measures[measure];
  const SkhFigure *typed = skh_ledger_get_figures (self, assignment);
  gint64 whole
    = of->total_kind != NULL
        ? skh_ledger_get_unit_total (self, assignment->unit, of->total_kind, on)
        : -1;

  for (guint i = 0; whole < 0 && i < assignment->n_figures; i++)
    if (typed[i].measure == measure)
      whole = typed[i].total;
  return MAX (whole, value);
}

/**
 * skh_ledger_get_counted:
 * @measure: index into the task's measures
 * @period: which is asked for, of a line that has none and no last day
 * @figure: (out): the figure as a register counts it on the day
 *
 * Returns: %FALSE when no register has lines there: then what was typed holds
 */
gboolean
skh_ledger_get_counted (SkhLedger *self,
                        const SkhAssignment *assignment,
                        guint measure,
                        SkhPeriod period,
                        SkhDate on,
                        SkhFigure *figure)
{
  const SkhMeasure *of
    = &g_array_index (self->tasks, SkhTask, assignment->task).measures[measure];

  SkhPeriod window = get_window (self, assignment, period);
  gboolean is_counted;

  figure->measure = measure;
  is_counted = sum_counted (self, of->key, assignment->unit, window, on, figure);
  if (!is_counted && !is_kept (self, of->key, assignment->unit, window, on))
    return FALSE;
  if (!is_counted)
    figure->value = figure->total = 0;
  if (!of->of_total)
    figure->total = -1;
  else if (figure->total == 0)
    figure->total = get_whole (self, assignment, measure, on, figure->value);
  return TRUE;
}

gboolean
skh_ledger_get_figure (SkhLedger *self,
                       const SkhAssignment *assignment,
                       guint measure,
                       SkhDate on,
                       SkhFigure *figure)
{
  const SkhFigure *typed = skh_ledger_get_figures (self, assignment);
  SkhPeriod year = skh_period_new (SKH_PERIOD_YEAR, self->plan.year, 1);

  if (skh_ledger_get_counted (self, assignment, measure, year, on, figure))
    return TRUE;
  for (guint i = 0; i < assignment->n_figures; i++)
    if (typed[i].measure == measure)
      {
        *figure = typed[i];
        return TRUE;
      }
  return FALSE;
}

/**
 * skh_ledger_get_count:
 *
 * Persons who commit are counted in one place: where the register of commitments has
 * lines of the unit, a task that is counted in persons is done by so many of them, of
 * every kind that the task measures. Of any other line what was typed holds.
 */
SkhLineCount
skh_ledger_get_count (SkhLedger *self, const SkhAssignment *assignment, SkhDate on)
{
  const SkhTask *task = &g_array_index (self->tasks, SkhTask, assignment->task);
  SkhPeriod year = skh_period_new (SKH_PERIOD_YEAR, self->plan.year, 1);
  SkhLineCount typed = { assignment->count, assignment->total, NULL };
  SkhLineCount counted = { 0, 0, "commitments" };
  gboolean is_counted = FALSE;

  if (task->counts == NULL || g_str_equal (task->counts, "cells"))
    return typed;
  for (guint i = 0; i < task->n_measures; i++)
    {
      SkhFigure figure;

      if (g_strcmp0 (skh_ledger_get_counter (task->measures[i].key), counted.register_id)
            != 0
          || !skh_ledger_get_counted (self, assignment, i, year, on, &figure))
        continue;
      is_counted = TRUE;
      counted.count += figure.value;
      counted.total += figure.total;
    }
  return is_counted ? counted : typed;
}

/**
 * skh_ledger_sum_counted_by_unit:
 * @name: what is counted: of a measure its key, else "commitments.excellent" and such
 * @by_unit: as many as there are units; what is there is added to
 *
 * What only a register knows, of every unit in a period.
 */
void
skh_ledger_sum_counted_by_unit (SkhLedger *self,
                                const char *name,
                                SkhPeriod period,
                                SkhDate on,
                                SkhFigureSum *by_unit)
{
  SkhPeriod year = skh_period_new (SKH_PERIOD_YEAR, self->plan.year, 1);
  gboolean is_of_year = g_str_has_prefix (name, "commitments.");

  for (guint i = 0; i < self->units->len; i++)
    {
      SkhFigure figure;

      if (!sum_counted (self, name, i, is_of_year ? year : period, on, &figure))
        continue;
      by_unit[i].value += figure.value;
      by_unit[i].n_lines++;
    }
}

static gboolean
owes (SkhLedger *self, guint unit, const char *measure_key)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const SkhTask *task = &g_array_index (self->tasks, SkhTask, i);

      for (guint m = 0; m < task->n_measures; m++)
        for (guint line = 0; g_str_equal (task->measures[m].key, measure_key)
                             && line < task->n_assignments;
             line++)
          if (g_array_index (self->assignments, SkhAssignment,
                             task->first_assignment + line)
                .unit
              == unit)
            return TRUE;
    }
  return FALSE;
}

GArray *
skh_ledger_list_units_without (SkhLedger *self, const char *measure_key, SkhDate on)
{
  SkhPeriod year = skh_period_new (SKH_PERIOD_YEAR, self->plan.year, 1);
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint));
  SkhFigure figure;

  for (guint i = 0; i < self->units->len; i++)
    if (owes (self, i, measure_key)
        && !sum_counted (self, measure_key, i, year, on, &figure))
      g_array_append_val (units, i);
  return units;
}
