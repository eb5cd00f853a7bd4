/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* SkhTimeline: the filter is applied once; folding chooses from what it let through, and
   zooming moves the axis only. How a task stands is counted when it is first drawn, so
   that rows never seen cost nothing. */

/* What is left of a row above and below its text. */
#define ROW_AIR 8
#define HEAD_AIR 5
#define SIDE_DIGITS 66
#define USUAL_DIGIT 8

/**
 * skh_timeline_sizes_for_text:
 * @height: of a line of the body's text, in pixels
 * @digit: the width of one of its digits
 */
SkhTimelineSizes
skh_timeline_sizes_for_text (int height, int digit)
{
  return (SkhTimelineSizes){
    .row = height + ROW_AIR,
    .head = 2 * (height + HEAD_AIR),
    .side = SIDE_DIGITS * digit,
    .digit = digit,
  };
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
has_line_in (SkhLedger *ledger, const SkhTask *task, SkhPeriod period)
{
  const SkhAssignment *lines
    = skh_ledger_get_assignments (ledger, NULL) + task->first_assignment;

  for (guint i = 0; i < task->n_assignments; i++)
    if (skh_line_is_listed (&lines[i].line, period))
      return TRUE;
  return task->n_assignments == 0;
}

static gboolean
is_shown (SkhLedger *ledger, guint index, const SkhTimelineOptions *options)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[index];
  SkhPeriod period = options->period;
  SkhRates rates;

  period.year = (gint16)skh_ledger_get_plan (ledger)->year;
  if ((options->lead != NULL && !g_strv_contains (task->lead, options->lead))
      || (period.kind != SKH_PERIOD_YEAR && !has_line_in (ledger, task, period)))
    return FALSE;
  if (options->state == SKH_TASK_ANY)
    return TRUE;
  rates = skh_timeline_count_task (ledger, task, index, options->on);
  return matches_state (&rates, options->state);
}

static int
compare_shown (gconstpointer a, gconstpointer b)
{
  const SkhTimelineTask *x = a, *y = b;

  if (x->section != y->section)
    return x->section < y->section ? -1 : 1;
  return x->task < y->task ? -1 : x->task > y->task;
}

/* Tasks stand under their sections, whatever order the plan numbers them in. */
static void
choose_tasks (SkhTimeline *self, guint plan, const SkhTimelineOptions *options)
{
  SkhLedger *ledger = skh_timeline_get_plan_ledger (self, plan);
  guint section = options->section != NULL
                    ? skh_ledger_find_section (ledger, options->section)
                    : SKH_NO_INDEX;
  guint n, first = self->shown->len;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n);

  if (section == SKH_NO_INDEX && options->section != NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      SkhTimelineTask task = { plan, tasks[i].section, i, NULL };

      if ((section == SKH_NO_INDEX || tasks[i].section == section)
          && is_shown (ledger, i, options))
        g_array_append_val (self->shown, task);
    }
  if (self->shown->len > first)
    qsort (&g_array_index (self->shown, SkhTimelineTask, first), self->shown->len - first,
           sizeof (SkhTimelineTask), compare_shown);
}

static void
add_row (SkhTimeline *self, guint plan, guint section, guint shown)
{
  SkhTimelineRow row = { plan, section, shown };

  g_array_append_val (self->rows, row);
}

/* A band goes before the first of its tasks; one without any is not there. */
static void
make_rows (SkhTimeline *self)
{
  const SkhTimelineTask *before = NULL;

  g_array_set_size (self->rows, 0);
  self->ghost_day = SKH_DATE_NONE;
  for (guint i = 0; i < self->shown->len; i++)
    {
      const SkhTimelineTask *task = &g_array_index (self->shown, SkhTimelineTask, i);
      gboolean new_plan = before == NULL || before->plan != task->plan;

      if (new_plan && self->ledgers->len > 1)
        add_row (self, task->plan, SKH_NO_INDEX, SKH_NO_INDEX);
      if (new_plan || before->section != task->section)
        add_row (self, task->plan, task->section, SKH_NO_INDEX);
      if (!self->folded[self->first_folds[task->plan] + task->section])
        add_row (self, task->plan, task->section, i);
      before = task;
    }
}

static void
count_folds (SkhTimeline *self)
{
  guint n = 0;

  self->first_folds = g_new0 (guint, self->ledgers->len + 1);
  for (guint i = 0; i < self->ledgers->len; i++)
    {
      guint n_sections;

      skh_ledger_get_sections (skh_timeline_get_plan_ledger (self, i), &n_sections);
      self->first_folds[i] = n;
      n += n_sections;
    }
  self->first_folds[self->ledgers->len] = n;
  self->folded = g_new0 (gboolean, n + 1);
}

static void
clear_shown (gpointer data)
{
  g_clear_pointer (&((SkhTimelineTask *)data)->standing, skh_timeline_standing_free);
}

static SkhTimelineAxis
make_axis (SkhTimeline *self, SkhZoom zoom, double room)
{
  int first = G_MAXINT, last = G_MININT;

  for (guint i = 0; i < self->ledgers->len; i++)
    {
      int year = skh_ledger_get_plan (skh_timeline_get_plan_ledger (self, i))->year;

      first = MIN (first, year);
      last = MAX (last, year);
    }
  return skh_timeline_axis_new_span (first, last, zoom,
                                     room - skh_timeline_get_end_margin (self));
}

/**
 * skh_timeline_new_for_plans:
 * @ledgers: at least one; of plans of any years, in the order in which they are shown
 *
 * The same as skh_timeline_new(), of several plans one under the other on one axis, each
 * below a band of its own. Of each plan the section with the code in @options is meant,
 * and the period stands for that of the plan's own year.
 */
SkhTimeline *
skh_timeline_new_for_plans (SkhLedger *const *ledgers,
                            guint n_ledgers,
                            const SkhTimelineOptions *options)
{
  static const SkhTimelineSizes usual
    = { SKH_TIMELINE_ROW_HEIGHT, SKH_TIMELINE_HEAD_HEIGHT, SKH_TIMELINE_SIDE_WIDTH,
        USUAL_DIGIT };
  SkhTimeline *self = g_new0 (SkhTimeline, 1);

  self->ledgers = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_ledger_unref);
  for (guint i = 0; i < n_ledgers; i++)
    g_ptr_array_add (self->ledgers, skh_ledger_ref (ledgers[i]));
  self->sizes = options->sizes != NULL ? *options->sizes : usual;
  self->on = options->on;
  self->shown = g_array_new (FALSE, FALSE, sizeof (SkhTimelineTask));
  g_array_set_clear_func (self->shown, clear_shown);
  self->rows = g_array_new (FALSE, FALSE, sizeof (SkhTimelineRow));
  count_folds (self);
  for (guint i = 0; i < n_ledgers; i++)
    choose_tasks (self, i, options);
  skh_timeline_set_zoom (self, options->zoom, options->room);
  skh_timeline_set_folded (self, options->folded);
  return self;
}

SkhTimeline *
skh_timeline_new (SkhLedger *ledger, const SkhTimelineOptions *options)
{
  return skh_timeline_new_for_plans (&ledger, 1, options);
}

void
skh_timeline_free (SkhTimeline *self)
{
  g_ptr_array_unref (self->ledgers);
  g_array_unref (self->shown);
  g_array_unref (self->rows);
  g_free (self->first_folds);
  g_free (self->folded);
  g_free (self);
}

void
skh_timeline_set_zoom (SkhTimeline *self, SkhZoom zoom, double room)
{
  self->zoom = zoom;
  self->axis = make_axis (self, zoom, room);
}

/**
 * skh_timeline_set_folded:
 * @folded: (nullable): a section each, plan by plan; copied
 */
void
skh_timeline_set_folded (SkhTimeline *self, const gboolean *folded)
{
  for (guint i = 0; i < skh_timeline_get_n_folds (self); i++)
    self->folded[i] = folded != NULL && folded[i];
  make_rows (self);
}

void
skh_timeline_set_ghost (SkhTimeline *self, guint row, SkhDate day)
{
  self->ghost_row = row;
  self->ghost_day = day;
}

/* — What stands where — */

static const SkhTimelineRow *
get_row (SkhTimeline *self, guint row)
{
  return &g_array_index (self->rows, SkhTimelineRow, row);
}

SkhLedger *
skh_timeline_get_plan_ledger (SkhTimeline *self, guint plan)
{
  return g_ptr_array_index (self->ledgers, plan);
}

const SkhTask *
skh_timeline_get_task_record (SkhTimeline *self, guint row)
{
  guint task = skh_timeline_get_task (self, row);

  return task != SKH_NO_INDEX
           ? &skh_ledger_get_tasks (skh_timeline_get_ledger (self, row), NULL)[task]
           : NULL;
}

/* Of a task's row. */
const SkhTimelineStanding *
skh_timeline_get_standing (SkhTimeline *self, guint row)
{
  SkhTimelineTask *shown
    = &g_array_index (self->shown, SkhTimelineTask, get_row (self, row)->shown);

  if (shown->standing == NULL)
    shown->standing
      = skh_timeline_standing_new (skh_timeline_get_plan_ledger (self, shown->plan),
                                   shown->task, self->on);
  return shown->standing;
}

/* Room after the years for what stands beside a bar that ends with them. */
int
skh_timeline_get_end_margin (SkhTimeline *self)
{
  return 9 * self->sizes.digit;
}

void
skh_timeline_get_visible_rows (SkhTimeline *self,
                               const SkhRect *area,
                               guint *first,
                               guint *end)
{
  *first = (guint)CLAMP (floor (area->y / self->sizes.row), 0, self->rows->len);
  *end = (guint)CLAMP (ceil ((area->y + area->h) / self->sizes.row), 0, self->rows->len);
}

guint
skh_timeline_get_n_rows (SkhTimeline *self)
{
  return self->rows->len;
}

guint
skh_timeline_get_n_tasks (SkhTimeline *self)
{
  return self->shown->len;
}

const SkhTimelineSizes *
skh_timeline_get_sizes (SkhTimeline *self)
{
  return &self->sizes;
}

double
skh_timeline_get_width (SkhTimeline *self)
{
  return skh_timeline_axis_get_width (&self->axis) + skh_timeline_get_end_margin (self);
}

guint
skh_timeline_get_task (SkhTimeline *self, guint row)
{
  guint shown = get_row (self, row)->shown;

  return shown != SKH_NO_INDEX ? g_array_index (self->shown, SkhTimelineTask, shown).task
                               : SKH_NO_INDEX;
}

guint
skh_timeline_get_section (SkhTimeline *self, guint row)
{
  return get_row (self, row)->section;
}

SkhLedger *
skh_timeline_get_ledger (SkhTimeline *self, guint row)
{
  return skh_timeline_get_plan_ledger (self, get_row (self, row)->plan);
}

guint
skh_timeline_get_fold (SkhTimeline *self, guint row)
{
  const SkhTimelineRow *record = get_row (self, row);

  return record->section != SKH_NO_INDEX
           ? self->first_folds[record->plan] + record->section
           : SKH_NO_INDEX;
}

guint
skh_timeline_get_n_folds (SkhTimeline *self)
{
  return self->first_folds[self->ledgers->len];
}

gboolean
skh_timeline_find_task (SkhTimeline *self, gint64 task_id, guint *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint task = skh_timeline_get_task (self, i);

      if (task == SKH_NO_INDEX
          || skh_ledger_get_tasks (skh_timeline_get_ledger (self, i), NULL)[task].id
               != task_id)
        continue;
      *row = i;
      return TRUE;
    }
  return FALSE;
}

/* How wide a day is on paper, where the page and no zoom decides. */
void
skh_timeline_set_day_width (SkhTimeline *self, double width)
{
  self->axis.day_width = width;
}

const SkhTimelineAxis *
skh_timeline_get_axis (SkhTimeline *self)
{
  return &self->axis;
}

/**
 * skh_timeline_get_bar:
 * @first: (out): the axis's first day for work that has none
 *
 * Returns: %FALSE where the row has no bar
 */
gboolean
skh_timeline_get_bar (SkhTimeline *self, guint row, SkhDate *first, SkhDate *last)
{
  const SkhTask *task = skh_timeline_get_task_record (self, row);

  if (task == NULL || skh_deadline_kind_is_periodic (task->deadline.kind))
    return FALSE;
  *last = skh_timeline_get_standing (self, row)->due;
  *first
    = task->deadline.first_day != SKH_DATE_NONE
        ? task->deadline.first_day
        : skh_date_new (skh_ledger_get_plan (skh_timeline_get_ledger (self, row))->year,
                        1, 1);
  return *last != SKH_DATE_NONE;
}

/* — What it is called — */

static char *
dup_band_name (SkhTimeline *self, guint row)
{
  const SkhTimelineRow *record = get_row (self, row);
  SkhLedger *ledger = skh_timeline_get_ledger (self, row);
  const SkhSection *section;

  if (record->section == SKH_NO_INDEX)
    return g_strdup (skh_ledger_get_plan (ledger)->short_title);
  section = &skh_ledger_get_sections (ledger, NULL)[record->section];
  return g_strdup_printf (_ ("Section %s %s"), section->code, section->title);
}

char *
skh_timeline_dup_row_name (SkhTimeline *self, guint row)
{
  const SkhTask *task = skh_timeline_get_task_record (self, row);
  const SkhRates *rates;

  if (task == NULL)
    return dup_band_name (self, row);
  rates = &skh_timeline_get_standing (self, row)->rates;
  return g_strdup_printf (_ ("%s, %s, %s, %u of %u delivered, %u overdue"), task->title,
                          task->lead_text, task->wording != NULL ? task->wording : "",
                          rates->actual, rates->expected, rates->overdue);
}
