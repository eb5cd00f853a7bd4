/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-ledger-private.h"

G_DEFINE_BOXED_TYPE (SkhLedger, skh_ledger, skh_ledger_ref, skh_ledger_unref)

SkhLedger *
skh_ledger_ref (SkhLedger *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
ledger_free (SkhLedger *self)
{
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->counted, g_hash_table_unref);
  g_clear_pointer (&self->holidays, skh_holidays_free);
  g_clear_pointer (&self->unit_by_code, g_hash_table_unref);
  g_clear_pointer (&self->task_by_no, g_hash_table_unref);
  g_clear_pointer (&self->section_by_code, g_hash_table_unref);
  g_array_unref (self->sections);
  g_array_unref (self->groups);
  g_array_unref (self->units);
  g_array_unref (self->tasks);
  g_array_unref (self->measures);
  g_array_unref (self->assignments);
  g_array_unref (self->figures);
  g_array_unref (self->totals);
  g_array_unref (self->chases);
  g_array_unref (self->passages);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->line_strings);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
skh_ledger_unref (SkhLedger *self)
{
  if (g_atomic_ref_count_dec (&self->references))
    ledger_free (self);
}

const SkhPlanInfo *
skh_ledger_get_plan (SkhLedger *self)
{
  return &self->plan;
}

#define GET_ARRAY(array, n) ((n) != NULL ? (void)(*(n) = (array)->len) : (void)0)

const SkhSection *
skh_ledger_get_sections (SkhLedger *self, guint *n)
{
  GET_ARRAY (self->sections, n);
  return (const SkhSection *)self->sections->data;
}

const SkhGroup *
skh_ledger_get_groups (SkhLedger *self, guint *n)
{
  GET_ARRAY (self->groups, n);
  return (const SkhGroup *)self->groups->data;
}

const SkhUnit *
skh_ledger_get_units (SkhLedger *self, guint *n)
{
  GET_ARRAY (self->units, n);
  return (const SkhUnit *)self->units->data;
}

const SkhTask *
skh_ledger_get_tasks (SkhLedger *self, guint *n)
{
  GET_ARRAY (self->tasks, n);
  return (const SkhTask *)self->tasks->data;
}

const SkhAssignment *
skh_ledger_get_assignments (SkhLedger *self, guint *n)
{
  GET_ARRAY (self->assignments, n);
  return (const SkhAssignment *)self->assignments->data;
}

const SkhFigure *
skh_ledger_get_figures (SkhLedger *self, const SkhAssignment *assignment)
{
  return &g_array_index (self->figures, SkhFigure, assignment->first_figure);
}

/* The first record of the line, or where it would stand. */
static guint
find_first_chase (GArray *chases, gint64 assignment_id)
{
  guint low = 0, high = chases->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (chases, SkhChase, middle).assignment_id < assignment_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * skh_ledger_get_chases:
 * @n: (out): how often the line was chased, on whatever day
 *
 * Returns: (transfer none) (array length=n): each time, by day
 */
const SkhChase *
skh_ledger_get_chases (SkhLedger *self, const SkhAssignment *assignment, guint *n)
{
  guint first = find_first_chase (self->chases, assignment->id), end = first;

  while (end < self->chases->len
         && g_array_index (self->chases, SkhChase, end).assignment_id == assignment->id)
    end++;
  *n = end - first;
  return &g_array_index (self->chases, SkhChase, first);
}

/* As seen on a day: what was chased after it has not happened yet. */
SkhChased
skh_ledger_get_chased (SkhLedger *self, const SkhAssignment *assignment, SkhDate on)
{
  SkhChased chased = { .last = SKH_DATE_NONE };
  guint n;
  const SkhChase *chases = skh_ledger_get_chases (self, assignment, &n);

  for (; chased.times < n && chases[chased.times].day <= on; chased.times++)
    {
      chased.last = chases[chased.times].day;
      chased.last_how = chases[chased.times].how;
    }
  return chased;
}

/**
 * skh_ledger_get_passages:
 * @n: (out): how many units the line's delivery has reached, on whatever day
 *
 * Returns: (transfer none) (array length=n): each unit and day, by day
 */
const SkhPassage *
skh_ledger_get_passages (SkhLedger *self, const SkhAssignment *assignment, guint *n)
{
  const SkhPassage *passages = (const SkhPassage *)self->passages->data;
  guint low = 0, high = self->passages->len, end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (passages[middle].assignment_id < assignment->id)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->passages->len; end++)
    if (passages[end].assignment_id != assignment->id)
      break;
  *n = end - low;
  return passages + low;
}

const SkhHolidays *
skh_ledger_get_holidays (SkhLedger *self)
{
  return self->holidays;
}

const char *
skh_ledger_get_setting (SkhLedger *self, const char *key)
{
  return g_hash_table_lookup (self->settings, key);
}

/* Tables hold index + 1, so that 0 is "not there". */
static guint
look_up (GHashTable *table, const char *key)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  return found > 0 ? found - 1 : SKH_NO_INDEX;
}

guint
skh_ledger_find_unit (SkhLedger *self, const char *code)
{
  return look_up (self->unit_by_code, code);
}

guint
skh_ledger_find_task (SkhLedger *self, const char *no)
{
  return look_up (self->task_by_no, no);
}

guint
skh_ledger_find_section (SkhLedger *self, const char *code)
{
  return look_up (self->section_by_code, code);
}

/* code may be NULL, which is none. There are a handful. */
guint
skh_ledger_find_group (SkhLedger *self, const char *code)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_strcmp0 (g_array_index (self->groups, SkhGroup, i).code, code) == 0)
      return i;
  return SKH_NO_INDEX;
}

static const char *
get_party_name (SkhLedger *self, const char *code, gboolean is_short)
{
  guint index = skh_ledger_find_unit (self, code);
  const SkhUnit *unit;
  const SkhGroup *group;

  if (index != SKH_NO_INDEX)
    {
      unit = &g_array_index (self->units, SkhUnit, index);
      return is_short ? unit->short_name : unit->name;
    }
  index = skh_ledger_find_group (self, code);
  if (index == SKH_NO_INDEX)
    return code;
  group = &g_array_index (self->groups, SkhGroup, index);
  return is_short ? group->short_name : group->name;
}

const char *
skh_ledger_get_party_name (SkhLedger *self, const char *code)
{
  return get_party_name (self, code, FALSE);
}

const char *
skh_ledger_get_party_short_name (SkhLedger *self, const char *code)
{
  return get_party_name (self, code, TRUE);
}

guint
skh_ledger_find_unit_by_id (SkhLedger *self, gint64 id)
{
  for (guint i = 0; i < self->units->len; i++)
    if (g_array_index (self->units, SkhUnit, i).id == id)
      return i;
  return SKH_NO_INDEX;
}

guint
skh_ledger_find_task_by_id (SkhLedger *self, gint64 id)
{
  for (guint i = 0; i < self->tasks->len; i++)
    if (g_array_index (self->tasks, SkhTask, i).id == id)
      return i;
  return SKH_NO_INDEX;
}

guint
skh_ledger_find_assignment_by_id (SkhLedger *self, gint64 id)
{
  for (guint i = 0; i < self->assignments->len; i++)
    if (g_array_index (self->assignments, SkhAssignment, i).id == id)
      return i;
  return SKH_NO_INDEX;
}

/* The order in which the lines of one task stand: by period, then unit. A task whose
   deadline became periodic may keep a line of its whole year. */
int
skh_ledger_compare_places (SkhPeriod period_a,
                           guint unit_a,
                           SkhPeriod period_b,
                           guint unit_b)
{
  if (period_a.kind != period_b.kind)
    return period_a.kind < period_b.kind ? -1 : 1;
  if (period_a.index != period_b.index)
    return period_a.index < period_b.index ? -1 : 1;
  return unit_a < unit_b ? -1 : unit_a > unit_b;
}

/**
 * skh_ledger_find_assignment:
 * @period: the line's own, or NONE for the only one of a task that has one a year
 *
 * Returns: the index of the line, or %SKH_NO_INDEX
 */
guint
skh_ledger_find_assignment (SkhLedger *self, guint task, guint unit, SkhPeriod period)
{
  const SkhTask *record = &g_array_index (self->tasks, SkhTask, task);
  const SkhAssignment *lines = (const SkhAssignment *)self->assignments->data;
  guint low = record->first_assignment;
  guint high = low + record->n_assignments;

  if (low < high && !lines[low].line.own_period && !skh_period_is_set (period))
    period = lines[low].line.period;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = skh_ledger_compare_places (lines[middle].line.period,
                                             lines[middle].unit, period, unit);

      if (order == 0)
        return skh_period_equal (lines[middle].line.period, period) ? middle
                                                                    : SKH_NO_INDEX;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return SKH_NO_INDEX;
}

/**
 * skh_ledger_get_unit_total:
 * @kind: cells, members, managed …
 *
 * Returns: what the office holds for the unit on that day, or -1
 */
gint64
skh_ledger_get_unit_total (SkhLedger *self, guint unit, const char *kind, SkhDate on)
{
  gint64 total = -1;
  SkhDate newest = SKH_DATE_NONE;

  for (guint i = 0; i < self->totals->len; i++)
    {
      const SkhUnitTotal *held = &g_array_index (self->totals, SkhUnitTotal, i);

      if (held->unit == unit && g_str_equal (held->kind, kind) && held->from <= on
          && (total < 0 || held->from >= newest))
        {
          total = held->total;
          newest = held->from;
        }
    }
  return total;
}
