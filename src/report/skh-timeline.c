/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-private.h"

#include <glib/gi18n-lib.h>

const SkhTask *
skh_timeline_get_task_record (SkhTimeline *self, guint task)
{
  return &skh_ledger_get_tasks (self->ledger, NULL)[task];
}

/* Lines that count by rates; without any (no last day), what is delivered of all there
 * is. */
SkhRates
skh_timeline_get_task_rates (SkhTimeline *self, guint task)
{
  const SkhTask *record = skh_timeline_get_task_record (self, task);
  const SkhAssignment *lines
    = skh_ledger_get_assignments (self->ledger, NULL) + record->first_assignment;
  SkhRates rates = skh_ledger_get_rates (self->ledger, self->year, self->on, SKH_NO_INDEX,
                                         SKH_NO_INDEX, task);

  for (guint i = 0; rates.expected == 0 && i < record->n_assignments; i++)
    {
      SkhState state = skh_ledger_get_status (self->ledger, &lines[i], self->on).state;

      rates.pending += state != SKH_STATE_NOT_APPLICABLE && state != SKH_STATE_DELIVERED;
      rates.actual += state == SKH_STATE_DELIVERED;
    }
  if (rates.expected == 0)
    rates.expected = rates.pending + rates.actual;
  return rates;
}

/* — Which rows — */

static gboolean
matches_state (const SkhRates *rates, SkhTaskFilter filter)
{
  switch (filter)
    {
    case SKH_TASK_OVERDUE:
      return rates->overdue > 0;
    case SKH_TASK_DUE_SOON:
      return rates->due_soon > 0;
    case SKH_TASK_OPEN:
      return rates->actual < rates->expected;
    case SKH_TASK_DONE:
      return rates->expected > 0 && rates->actual == rates->expected;
    case SKH_TASK_ANY:
    default:
      return TRUE;
    }
}

static gboolean
has_line_in (SkhTimeline *self, const SkhTask *task, SkhPeriod period)
{
  const SkhAssignment *lines
    = skh_ledger_get_assignments (self->ledger, NULL) + task->first_assignment;

  for (guint i = 0; i < task->n_assignments; i++)
    if (skh_line_is_listed (&lines[i].line, period))
      return TRUE;
  return task->n_assignments == 0;
}

static gboolean
is_shown (SkhTimeline *self, guint task, const SkhTimelineOptions *options)
{
  const SkhTask *record = skh_timeline_get_task_record (self, task);
  SkhRates rates;

  if ((options->section != SKH_NO_INDEX && record->section != options->section)
      || (options->lead != NULL && !g_strv_contains (record->lead, options->lead))
      || (options->period.kind != SKH_PERIOD_YEAR
          && !has_line_in (self, record, options->period)))
    return FALSE;
  rates = skh_timeline_get_task_rates (self, task);
  return matches_state (&rates, options->state);
}

static void
add_section (SkhTimeline *self, guint section, const SkhTimelineOptions *options)
{
  gboolean has_band = FALSE;
  guint n;

  skh_ledger_get_tasks (self->ledger, &n);
  for (guint i = 0; i < n; i++)
    {
      SkhTimelineRow band = { section, SKH_NO_INDEX }, row = { section, i };

      if (skh_timeline_get_task_record (self, i)->section != section
          || !is_shown (self, i, options))
        continue;
      if (!has_band)
        g_array_append_val (self->rows, band);
      has_band = TRUE;
      self->n_tasks++;
      if (!self->folded[section])
        g_array_append_val (self->rows, row);
    }
}

static const char *
make_progress (SkhTimeline *self, guint task)
{
  SkhRates rates = skh_timeline_get_task_rates (self, task);
  g_autofree char *text = g_strdup_printf ("%s%u/%u", rates.overdue > 0 ? "! " : "",
                                           rates.actual, rates.expected);

  return rates.expected > 0 ? g_string_chunk_insert_const (self->strings, text) : "";
}

static void
copy_folds (SkhTimeline *self, const SkhTimelineOptions *options)
{
  guint n;

  skh_ledger_get_sections (self->ledger, &n);
  self->folded = g_new0 (gboolean, n + 1);
  for (guint i = 0; options->folded != NULL && i < n; i++)
    self->folded[i] = options->folded[i];
}

SkhTimeline *
skh_timeline_new (SkhLedger *ledger, const SkhTimelineOptions *options)
{
  SkhTimeline *self = g_new0 (SkhTimeline, 1);
  int year = skh_ledger_get_plan (ledger)->year;
  guint n;

  self->ledger = skh_ledger_ref (ledger);
  self->axis = skh_timeline_axis_new (year, options->zoom,
                                      options->room - SKH_TIMELINE_END_MARGIN);
  self->zoom = options->zoom;
  self->on = options->on;
  self->year = skh_period_new (SKH_PERIOD_YEAR, year, 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (SkhTimelineRow));
  self->strings = g_string_chunk_new (1024);
  copy_folds (self, options);
  skh_ledger_get_sections (ledger, &n);
  for (guint i = 0; i < n; i++)
    add_section (self, i, options);
  self->progress = g_new0 (const char *, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, SkhTimelineRow, i).task != SKH_NO_INDEX)
      self->progress[i]
        = make_progress (self, g_array_index (self->rows, SkhTimelineRow, i).task);
  return self;
}

void
skh_timeline_free (SkhTimeline *self)
{
  skh_ledger_unref (self->ledger);
  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  g_free (self->progress);
  g_free (self->folded);
  g_free (self);
}

guint
skh_timeline_get_n_rows (SkhTimeline *self)
{
  return self->rows->len;
}

guint
skh_timeline_get_n_tasks (SkhTimeline *self)
{
  return self->n_tasks;
}

double
skh_timeline_get_width (SkhTimeline *self)
{
  return skh_timeline_axis_get_width (&self->axis) + SKH_TIMELINE_END_MARGIN;
}

guint
skh_timeline_get_task (SkhTimeline *self, guint row)
{
  return g_array_index (self->rows, SkhTimelineRow, row).task;
}

guint
skh_timeline_get_section (SkhTimeline *self, guint row)
{
  return g_array_index (self->rows, SkhTimelineRow, row).section;
}

gboolean
skh_timeline_find_task (SkhTimeline *self, guint task, guint *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, SkhTimelineRow, i).task == task)
      {
        *row = i;
        return TRUE;
      }
  return FALSE;
}

const SkhTimelineAxis *
skh_timeline_get_axis (SkhTimeline *self)
{
  return &self->axis;
}

char *
skh_timeline_dup_row_name (SkhTimeline *self, guint row)
{
  const SkhTimelineRow *record = &g_array_index (self->rows, SkhTimelineRow, row);
  const SkhSection *section
    = &skh_ledger_get_sections (self->ledger, NULL)[record->section];
  const SkhTask *task;
  SkhRates rates;

  if (record->task == SKH_NO_INDEX)
    return g_strdup_printf (_ ("Section %s %s"), section->code, section->title);
  task = skh_timeline_get_task_record (self, record->task);
  rates = skh_timeline_get_task_rates (self, record->task);
  return g_strdup_printf (_ ("%s, %s, %s, %u of %u delivered, %u overdue"), task->title,
                          task->lead_text, task->wording != NULL ? task->wording : "",
                          rates.actual, rates.expected, rates.overdue);
}
