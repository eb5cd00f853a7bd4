/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line-words.h"
#include "skh-timeline-private.h"

/* How a task stands: its count, and its milestones. */

static SkhPeriod
get_year (SkhLedger *ledger)
{
  return skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledger)->year, 1);
}

static const SkhAssignment *
get_lines (SkhLedger *ledger, const SkhTask *task)
{
  return skh_ledger_get_assignments (ledger, NULL) + task->first_assignment;
}

/**
 * skh_timeline_count_task:
 * @index: @task's place in @ledger
 *
 * Lines that count by rates; without any (no last day), what is delivered of all there
 * is.
 */
SkhRates
skh_timeline_count_task (SkhLedger *ledger, const SkhTask *task, guint index, SkhDate on)
{
  const SkhAssignment *lines = get_lines (ledger, task);
  SkhRates rates = skh_ledger_get_rates (ledger, get_year (ledger), on, SKH_NO_INDEX,
                                         SKH_NO_INDEX, index);

  for (guint i = 0; rates.expected == 0 && i < task->n_assignments; i++)
    {
      SkhState state = skh_ledger_get_status (ledger, &lines[i], on).state;

      rates.pending += state != SKH_STATE_NOT_APPLICABLE && state != SKH_STATE_DELIVERED;
      rates.actual += state == SKH_STATE_DELIVERED;
    }
  if (rates.expected == 0)
    rates.expected = rates.pending + rates.actual;
  return rates;
}

/**
 * skh_timeline_get_task_due:
 *
 * Returns: the last day of a task that has one; of its line, which knows the day an event
 * came, before the plan's
 */
SkhDate
skh_timeline_get_task_due (SkhLedger *ledger, const SkhTask *task)
{
  if (skh_deadline_kind_is_periodic (task->deadline.kind))
    return SKH_DATE_NONE;
  return task->n_assignments > 0 ? get_lines (ledger, task)->line.due
                                 : task->deadline.last_day;
}

/* How one period of a periodic task stands: the worst of its lines says it. */
static SkhTimelineMark
make_mark (SkhLedger *ledger, const SkhTask *task, SkhPeriod period, SkhDate on)
{
  const SkhAssignment *lines = get_lines (ledger, task);
  guint n = 0, n_delivered = 0, n_overdue = 0;
  SkhTimelineMark mark = { .left = -1 };
  SkhDate due = SKH_DATE_NONE;

  for (guint i = 0; i < task->n_assignments; i++)
    {
      SkhStatus status;

      if (!skh_period_equal (lines[i].line.period, period))
        continue;
      status = skh_ledger_get_status (ledger, &lines[i], on);
      due = lines[i].line.due;
      n += status.state != SKH_STATE_NOT_APPLICABLE;
      n_delivered += status.state == SKH_STATE_DELIVERED;
      n_overdue += status.timeliness == SKH_TIMELINESS_OVERDUE;
      if (status.timeliness == SKH_TIMELINESS_DUE_SOON)
        mark.left = (gint16)status.days;
    }
  mark.is_known = due != SKH_DATE_NONE;
  mark.day = mark.is_known ? due : skh_period_get_last_day (period);
  mark.ink = n_overdue > 0               ? SKH_INK_BAD
             : n > 0 && n_delivered == n ? SKH_INK_GOOD
             : mark.left >= 0            ? SKH_INK_WARNING
             : n_delivered > 0           ? SKH_INK_BUSY
                                         : SKH_INK_OFF;
  return mark;
}

/* "5 days left", "due today" */
char *
skh_timeline_dup_days_left (int days)
{
  return skh_status_dup_words ((SkhStatus){ SKH_STATE_NOT_STARTED,
                                            SKH_TIMELINESS_DUE_SOON, days },
                               SKH_DATE_NONE);
}

/* "! 3/17", "✔ 17/17", "3/17 · 5 days left": a sign says what the colour says. */
static char *
dup_count (const SkhRates *rates, SkhDate due, SkhDate on)
{
  g_autofree char *left = NULL;

  if (rates->expected == 0)
    return g_strdup ("");
  if (rates->overdue > 0)
    return g_strdup_printf ("! %u/%u", rates->actual, rates->expected);
  if (rates->actual == rates->expected)
    return g_strdup_printf ("✔ %u/%u", rates->actual, rates->expected);
  if (rates->due_soon == 0 || due == SKH_DATE_NONE || due < on)
    return g_strdup_printf ("%u/%u", rates->actual, rates->expected);
  left = skh_timeline_dup_days_left (due - on);
  return g_strdup_printf ("%u/%u · %s", rates->actual, rates->expected, left);
}

SkhTimelineStanding *
skh_timeline_standing_new (SkhLedger *ledger, guint index, SkhDate on)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[index];
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_kind_is_periodic (task->deadline.kind)
              ? skh_deadline_get_periods (task->deadline.kind,
                                          skh_ledger_get_plan (ledger)->year, periods)
              : 0;
  SkhTimelineStanding *self
    = g_malloc0 (sizeof (SkhTimelineStanding) + n * sizeof (SkhTimelineMark));

  self->rates = skh_timeline_count_task (ledger, task, index, on);
  self->due = skh_timeline_get_task_due (ledger, task);
  self->count = dup_count (&self->rates, self->due, on);
  self->n_marks = n;
  for (guint i = 0; i < n; i++)
    self->marks[i] = make_mark (ledger, task, periods[i], on);
  return self;
}

void
skh_timeline_standing_free (SkhTimelineStanding *self)
{
  g_free (self->count);
  g_free (self);
}
