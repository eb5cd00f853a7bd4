/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-list.h"

struct _SkhChaseList
{
  gatomicrefcount references;
  SkhLedger *ledger;
  SkhDate on;
  GArray *overdue, *soon; /* guint */
  GArray *lines;          /* guint: both, unit by unit */
  GArray *units;          /* SkhChaseUnit */
};

SkhChaseList *
skh_chase_list_ref (SkhChaseList *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
skh_chase_list_unref (SkhChaseList *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  skh_ledger_unref (self->ledger);
  g_array_unref (self->overdue);
  g_array_unref (self->soon);
  g_array_unref (self->lines);
  g_array_unref (self->units);
  g_free (self);
}

static GArray *
list_chosen (SkhChaseList *self,
             SkhTimeliness timeliness,
             SkhChaseFilter filter,
             gpointer data)
{
  g_autoptr (GArray) all
    = skh_ledger_list_by_timeliness (self->ledger, timeliness, self->on);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < all->len; i++)
    {
      guint line = g_array_index (all, guint, i);

      if (filter == NULL || filter (self->ledger, line, data))
        g_array_append_val (chosen, line);
    }
  return chosen;
}

static guint
get_unit (SkhChaseList *self, GArray *lines, guint i)
{
  return skh_ledger_get_assignments (self->ledger, NULL)[g_array_index (lines, guint, i)]
    .unit;
}

/* Appends the lines of the unit that begin at i; returns where the next unit begins. */
static guint
append_run (SkhChaseList *self, GArray *lines, guint i)
{
  guint unit = get_unit (self, lines, i), end = i;

  while (end < lines->len && get_unit (self, lines, end) == unit)
    end++;
  g_array_append_vals (self->lines, &g_array_index (lines, guint, i), end - i);
  return end;
}

static guint
begin_unit (SkhChaseList *self, guint unit)
{
  SkhChaseUnit run = { .unit = unit, .first = self->lines->len };

  g_array_append_val (self->units, run);
  return self->units->len - 1;
}

static void
end_unit (SkhChaseList *self, guint index, guint n_overdue)
{
  SkhChaseUnit *run = &g_array_index (self->units, SkhChaseUnit, index);

  run->n = self->lines->len - run->first;
  run->n_overdue = n_overdue;
}

/* Where the run of each unit begins in lines, plus one; 0: it has none. (transfer full)
 */
static guint *
index_runs (SkhChaseList *self, GArray *lines)
{
  guint n_units;
  guint *runs;

  skh_ledger_get_units (self->ledger, &n_units);
  runs = g_new0 (guint, n_units + 1);
  for (guint i = lines->len; i > 0; i--)
    runs[get_unit (self, lines, i - 1)] = i;
  return runs;
}

static void
join (SkhChaseList *self)
{
  g_autofree guint *soon_runs = index_runs (self, self->soon);

  for (guint i = 0, next; i < self->overdue->len; i = next)
    {
      guint unit = get_unit (self, self->overdue, i);
      guint index = begin_unit (self, unit);

      next = append_run (self, self->overdue, i);
      if (soon_runs[unit] > 0)
        append_run (self, self->soon, soon_runs[unit] - 1);
      soon_runs[unit] = 0;
      end_unit (self, index, next - i);
    }
  for (guint i = 0; i < self->soon->len; i++)
    {
      guint unit = get_unit (self, self->soon, i), index;

      if (soon_runs[unit] != i + 1)
        continue;
      index = begin_unit (self, unit);
      append_run (self, self->soon, i);
      end_unit (self, index, 0);
    }
}

/**
 * skh_chase_list_new:
 * @on: the day it is seen from
 * @filter: (nullable): which lines are chosen; %NULL for all
 *
 * Returns: (transfer full): what is overdue on the day and what falls due within the
 *   office's number of days, among the lines chosen
 */
SkhChaseList *
skh_chase_list_new (SkhLedger *ledger, SkhDate on, SkhChaseFilter filter, gpointer data)
{
  SkhChaseList *self = g_new0 (SkhChaseList, 1);

  g_atomic_ref_count_init (&self->references);
  self->ledger = skh_ledger_ref (ledger);
  self->on = on;
  self->overdue = list_chosen (self, SKH_TIMELINESS_OVERDUE, filter, data);
  self->soon = list_chosen (self, SKH_TIMELINESS_DUE_SOON, filter, data);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->units = g_array_new (FALSE, FALSE, sizeof (SkhChaseUnit));
  join (self);
  return self;
}

SkhLedger *
skh_chase_list_get_ledger (SkhChaseList *self)
{
  return self->ledger;
}

SkhDate
skh_chase_list_get_on (SkhChaseList *self)
{
  return self->on;
}

const SkhChaseUnit *
skh_chase_list_get_units (SkhChaseList *self, guint *n)
{
  *n = self->units->len;
  return (const SkhChaseUnit *)(gpointer)self->units->data;
}

const SkhChaseUnit *
skh_chase_list_find_unit (SkhChaseList *self, guint unit)
{
  for (guint i = 0; i < self->units->len; i++)
    if (g_array_index (self->units, SkhChaseUnit, i).unit == unit)
      return &g_array_index (self->units, SkhChaseUnit, i);
  return NULL;
}

const guint *
skh_chase_list_get_lines (SkhChaseList *self, guint *n)
{
  if (n != NULL)
    *n = self->lines->len;
  return (const guint *)(gpointer)self->lines->data;
}

GArray *
skh_chase_list_get_overdue (SkhChaseList *self)
{
  return self->overdue;
}

GArray *
skh_chase_list_get_soon (SkhChaseList *self)
{
  return self->soon;
}

static guint
count_new (SkhLedger *ledger, SkhTimeliness timeliness, SkhDate since, SkhDate on)
{
  g_autoptr (GArray) lines = skh_ledger_list_by_timeliness (ledger, timeliness, on);
  const SkhAssignment *assignments = skh_ledger_get_assignments (ledger, NULL);
  guint n = 0;

  for (guint i = 0; since != SKH_DATE_NONE && i < lines->len; i++)
    {
      const SkhAssignment *line = &assignments[g_array_index (lines, guint, i)];

      n += skh_ledger_get_status (ledger, line, since).timeliness != timeliness;
    }
  return since != SKH_DATE_NONE ? n : lines->len;
}

/**
 * skh_chase_news_get:
 * @since: the day on which it was told last; %SKH_DATE_NONE: never
 *
 * Returns: how many lines are overdue on the day and were not yet then, and how many fall
 *   due soon and did not yet
 */
SkhChaseNews
skh_chase_news_get (SkhLedger *ledger, SkhDate since, SkhDate on)
{
  return (SkhChaseNews){
    .n_overdue = count_new (ledger, SKH_TIMELINESS_OVERDUE, since, on),
    .n_soon = count_new (ledger, SKH_TIMELINESS_DUE_SOON, since, on),
  };
}
