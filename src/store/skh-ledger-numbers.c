/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every number that is shown, exported or printed is counted here, by core's rules. */
#include "skh-ledger-private.h"

/* A ledger that holds only a part must not be taken for the whole. */
static gboolean
holds_period (SkhLedger *self, SkhPeriod period, SkhDate on)
{
  return !self->is_scoped
         || (skh_period_equal (self->scope.period, period) && self->scope.on == on);
}

/**
 * skh_ledger_get_status:
 *
 * How a line stands as seen on a day: a delivery after it does not count.
 */
SkhStatus
skh_ledger_get_status (SkhLedger *self, const SkhAssignment *assignment, SkhDate on)
{
  return skh_line_get_status (&assignment->line, on, self->plan.soon_days);
}

static gboolean
has_figure (SkhLedger *self, const SkhAssignment *assignment, guint measure, SkhDate on)
{
  const SkhFigure *figures = skh_ledger_get_figures (self, assignment);
  SkhPeriod year = skh_period_new (SKH_PERIOD_YEAR, self->plan.year, 1);
  SkhFigure counted;

  if (skh_ledger_get_counted (self, assignment, measure, year, on, &counted))
    return TRUE;
  for (guint i = 0; i < assignment->n_figures; i++)
    if (figures[i].measure == measure)
      return TRUE;
  return FALSE;
}

/**
 * skh_ledger_is_missing:
 *
 * Whether a line that counts as delivered lacks the document, or a figure, that its task
 * asks for. It counts all the same; the office is told.
 */
gboolean
skh_ledger_is_missing (SkhLedger *self, const SkhAssignment *assignment, SkhDate on)
{
  const SkhTask *task = &g_array_index (self->tasks, SkhTask, assignment->task);

  if (skh_ledger_get_status (self, assignment, on).state != SKH_STATE_DELIVERED)
    return FALSE;
  if (task->wants_document && assignment->document == NULL)
    return TRUE;
  for (guint i = 0; i < task->n_measures; i++)
    if (task->measures[i].required && !has_figure (self, assignment, i, on))
      return TRUE;
  return FALSE;
}

static void
add_line (SkhLedger *self,
          SkhRates *rates,
          const SkhAssignment *assignment,
          SkhPeriod period,
          SkhDate on)
{
  skh_rates_add_line (rates, &assignment->line, period, on, self->plan.soon_days);
}

/**
 * skh_ledger_get_rates:
 * @unit: an index, or %SKH_NO_INDEX for every unit; @section and @task likewise
 *
 * The rates of the lines in a period, as seen on a day.
 */
SkhRates
skh_ledger_get_rates (SkhLedger *self,
                      SkhPeriod period,
                      SkhDate on,
                      guint unit,
                      guint section,
                      guint task)
{
  const SkhTask *tasks = (const SkhTask *)self->tasks->data;
  const SkhAssignment *lines = (const SkhAssignment *)self->assignments->data;
  guint first_task = task != SKH_NO_INDEX ? task : 0;
  guint end_task = task != SKH_NO_INDEX ? task + 1 : self->tasks->len;
  SkhRates rates = { 0 };

  g_assert (holds_period (self, period, on));
  for (guint t = first_task; t < end_task; t++)
    {
      guint end = tasks[t].first_assignment + tasks[t].n_assignments;

      if (section != SKH_NO_INDEX && tasks[t].section != section)
        continue;
      for (guint i = tasks[t].first_assignment; i < end; i++)
        if (unit == SKH_NO_INDEX || lines[i].unit == unit)
          add_line (self, &rates, &lines[i], period, on);
    }
  return rates;
}

/**
 * skh_ledger_get_all_rates:
 * @by_unit: (nullable): zeroed array of as many as there are units
 * @by_section: (nullable): zeroed array of as many as there are sections
 *
 * The rates of the whole and of its parts in one pass; the parts add up to the whole.
 */
SkhRates
skh_ledger_get_all_rates (SkhLedger *self,
                          SkhPeriod period,
                          SkhDate on,
                          SkhRates *by_unit,
                          SkhRates *by_section)
{
  const SkhTask *tasks = (const SkhTask *)self->tasks->data;
  const SkhAssignment *lines = (const SkhAssignment *)self->assignments->data;
  SkhRates all = { 0 };

  g_assert (holds_period (self, period, on));
  for (guint i = 0; i < self->assignments->len; i++)
    {
      SkhRates one = { 0 };

      add_line (self, &one, &lines[i], period, on);
      if (one.expected == 0)
        continue;
      skh_rates_add (&all, &one);
      if (by_unit != NULL)
        skh_rates_add (&by_unit[lines[i].unit], &one);
      if (by_section != NULL)
        skh_rates_add (&by_section[tasks[lines[i].task].section], &one);
    }
  return all;
}

typedef struct
{
  const SkhAssignment *lines;
  const SkhDate *oldest; /* a unit's oldest due day in the list */
} ListOrder;

static int
compare_listed (gconstpointer a, gconstpointer b, gpointer data)
{
  const ListOrder *order = data;
  const SkhAssignment *x = &order->lines[*(const guint *)a];
  const SkhAssignment *y = &order->lines[*(const guint *)b];

  if (order->oldest[x->unit] != order->oldest[y->unit])
    return order->oldest[x->unit] < order->oldest[y->unit] ? -1 : 1;
  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  if (x->line.due != y->line.due)
    return x->line.due < y->line.due ? -1 : 1;
  return x->task < y->task ? -1 : x->task > y->task;
}

/**
 * skh_ledger_list_by_timeliness:
 *
 * What to chase (overdue), or to watch (due soon): the lines in force with that
 * timeliness on the day, unit by unit, the unit with the oldest first, and oldest first
 * inside a unit.
 *
 * Returns: (transfer full) (element-type guint): indexes of assignments
 */
GArray *
skh_ledger_list_by_timeliness (SkhLedger *self, SkhTimeliness timeliness, SkhDate on)
{
  const SkhAssignment *lines = (const SkhAssignment *)self->assignments->data;
  SkhPeriod year = skh_period_new (SKH_PERIOD_YEAR, self->plan.year, 1);
  g_autofree SkhDate *oldest = g_new (SkhDate, self->units->len + 1);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  ListOrder order = { .lines = lines, .oldest = oldest };

  g_assert (!self->is_scoped
            || (timeliness == SKH_TIMELINESS_OVERDUE && self->scope.on == on));
  for (guint i = 0; i < self->units->len; i++)
    oldest[i] = G_MAXINT32;
  for (guint i = 0; i < self->assignments->len; i++)
    if (skh_ledger_get_status (self, &lines[i], on).timeliness == timeliness
        && skh_line_is_in_force (&lines[i].line, year))
      {
        g_array_append_val (list, i);
        oldest[lines[i].unit] = MIN (oldest[lines[i].unit], lines[i].line.due);
      }
  g_array_sort_with_data (list, compare_listed, &order);
  return list;
}

/**
 * skh_ledger_counts_figures:
 *
 * Whether the figures of a line count in a period as seen on a day: the line is listed in
 * it, is not out ("not applicable", an empty return), and was not delivered after the
 * day. What is entered before the delivery counts as it stands.
 */
gboolean
skh_ledger_counts_figures (SkhLedger *self,
                           const SkhAssignment *assignment,
                           SkhPeriod period,
                           SkhDate on)
{
  const SkhLine *line = &assignment->line;

  return line->state != SKH_STATE_NOT_APPLICABLE && !line->is_empty_return
         && (line->state != SKH_STATE_DELIVERED || line->delivered_on <= on)
         && skh_line_is_listed (line, period);
}

static void
add_figure (SkhFigureSum *sum, const SkhFigure *figure)
{
  sum->value += figure->value;
  if (figure->total >= 0)
    sum->total += figure->total;
  sum->most_lines = ++sum->n_lines;
}

static void
add_sum (SkhFigureSum *whole, const SkhFigureSum *part)
{
  whole->value += part->value;
  whole->total += part->total;
  whole->n_lines += part->n_lines;
  whole->most_lines = MAX (whole->most_lines, part->most_lines);
  whole->has_total |= part->has_total;
}

static guint
find_measure (const SkhTask *task, const char *key)
{
  for (guint i = 0; i < task->n_measures; i++)
    if (g_str_equal (task->measures[i].key, key))
      return i;
  return SKH_NO_INDEX;
}

/* Adds the figures of a task's lines, each to where pick() says; NULL leaves a line out.
 */
typedef SkhFigureSum *(*PickFunc) (SkhFigureSum *sums, guint unit, guint wanted);

static void
sum_figures (SkhLedger *self,
             guint task,
             const char *measure_key,
             SkhPeriod period,
             SkhDate on,
             PickFunc pick,
             SkhFigureSum *sums,
             guint wanted)
{
  const SkhTask *record = &g_array_index (self->tasks, SkhTask, task);
  const SkhAssignment *lines = (const SkhAssignment *)self->assignments->data;
  guint measure = find_measure (record, measure_key);
  guint end = record->first_assignment + record->n_assignments;

  if (measure == SKH_NO_INDEX)
    return;
  g_assert (holds_period (self, period, on) && skh_ledger_wants_all_of (self, record));
  for (guint i = record->first_assignment; i < end; i++)
    {
      const SkhFigure *figures = skh_ledger_get_figures (self, &lines[i]);
      SkhFigureSum *sum = pick (sums, lines[i].unit, wanted);
      SkhFigure counted;

      if (sum == NULL || !skh_ledger_counts_figures (self, &lines[i], period, on))
        continue;
      sum->has_total = record->measures[measure].of_total;
      if (skh_ledger_get_counted (self, &lines[i], measure, period, on, &counted))
        {
          add_figure (sum, &counted);
          continue;
        }
      for (guint f = 0; f < lines[i].n_figures; f++)
        if (figures[f].measure == measure)
          add_figure (sum, &figures[f]);
    }
}

static SkhFigureSum *
pick_wanted (SkhFigureSum *sums, guint unit, guint wanted)
{
  return wanted == unit ? sums : NULL;
}

static SkhFigureSum *
pick_own (SkhFigureSum *sums, guint unit, guint wanted)
{
  return &sums[unit];
}

/**
 * skh_ledger_sum_figure:
 *
 * The sum of one measure of a task over the lines whose figures count, of one unit or,
 * with %SKH_NO_INDEX, of all.
 */
SkhFigureSum
skh_ledger_sum_figure (SkhLedger *self,
                       guint task,
                       const char *measure_key,
                       guint unit,
                       SkhPeriod period,
                       SkhDate on)
{
  g_autofree SkhFigureSum *by_unit = NULL;
  SkhFigureSum sum = { 0 };

  if (unit != SKH_NO_INDEX)
    {
      sum_figures (self, task, measure_key, period, on, pick_wanted, &sum, unit);
      return sum;
    }
  by_unit = g_new0 (SkhFigureSum, self->units->len);
  sum_figures (self, task, measure_key, period, on, pick_own, by_unit, SKH_NO_INDEX);
  for (guint i = 0; i < self->units->len; i++)
    add_sum (&sum, &by_unit[i]);
  return sum;
}

/**
 * skh_ledger_sum_figure_by_unit:
 * @by_unit: as many as there are units; what is there is added to
 *
 * skh_ledger_sum_figure() of every unit in one pass.
 */
void
skh_ledger_sum_figure_by_unit (SkhLedger *self,
                               guint task,
                               const char *measure_key,
                               SkhPeriod period,
                               SkhDate on,
                               SkhFigureSum *by_unit)
{
  sum_figures (self, task, measure_key, period, on, pick_own, by_unit, SKH_NO_INDEX);
}

static guint
get_depth (const SkhUnit *units, guint unit)
{
  guint depth = 0;

  for (; units[unit].parent != SKH_NO_INDEX; unit = units[unit].parent)
    depth++;
  return depth;
}

/**
 * skh_ledger_add_up_tree:
 * @by_unit: a unit's own sums, which become those of itself and all units under it
 *
 * The whole of a unit is its own figures and the wholes of its sub-units.
 */
void
skh_ledger_add_up_tree (SkhLedger *self, SkhFigureSum *by_unit)
{
  const SkhUnit *units = (const SkhUnit *)self->units->data;
  guint deepest = 0;

  for (guint i = 0; i < self->units->len; i++)
    deepest = MAX (deepest, get_depth (units, i));
  for (guint depth = deepest; depth > 0; depth--)
    for (guint i = 0; i < self->units->len; i++)
      if (get_depth (units, i) == depth)
        add_sum (&by_unit[units[i].parent], &by_unit[i]);
}
