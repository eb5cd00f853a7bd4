/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Next year's plan is this year's as a template, read for another year: the rule by which
   days, titles and wordings move is the templates' own. */
#include "skh-plan-rollover.h"

#include "skh-plan-adder.h"
#include "skh-plan-template.h"
#include "skh-wording.h"

#include <glib/gi18n-lib.h>

/* Where what was unfinished stands in the new plan. */
#define CARRY_SECTION "CT"

G_DEFINE_QUARK (skh - rollover - error - quark, skh_rollover_error)

/* — Moving — */

/* Words have days of their own ("30/4/23", 29 February) that a template's {year} does not
   reach. */
static void
move_wordings (SkhPlanRollover *self)
{
  const GArray *old = self->strings->tasks;
  int year = self->draft->year;

  for (guint i = 0; i < self->draft->tasks->len; i++)
    {
      SkhTaskDraft *task = &g_array_index (self->draft->tasks, SkhTaskDraft, i);
      const SkhTaskDraft *before = &g_array_index (old, SkhTaskDraft, i);
      SkhMovedTask moved
        = { .no = task->no, .title = task->title, .wording_before = before->wording };

      if (before->wording != NULL)
        {
          g_autofree char *wording
            = skh_wording_move_year (before->wording, self->strings->year, year);

          task->wording = skh_plan_draft_string (self->draft, wording);
        }
      moved.wording = task->wording;
      moved.before = before->deadline;
      moved.after = task->deadline;
      g_array_append_val (self->moved, moved);
    }
}

static gboolean
move_plan (SkhPlanRollover *self, int year, GError **error)
{
  g_autofree char *text = skh_plan_template_write_text (self->strings, "rollover", error);

  if (text == NULL)
    return FALSE;
  self->draft = skh_plan_template_read_text (text, self->strings->title, year, error);
  if (self->draft == NULL)
    return FALSE;
  self->draft->template_id
    = skh_plan_draft_string (self->draft, self->strings->template_id);
  move_wordings (self);
  return TRUE;
}

/* — What is unfinished — */

static gboolean
is_open (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  SkhStatus status = skh_ledger_get_status (ledger, line, on);

  return status.state != SKH_STATE_DELIVERED && status.state != SKH_STATE_NOT_APPLICABLE;
}

static void
find_unfinished_units (SkhPlanRollover *self,
                       SkhLedger *ledger,
                       const SkhTask *task,
                       SkhPeriod year,
                       SkhDate on,
                       SkhUnfinishedTask *unfinished)
{
  const SkhAssignment *lines
    = skh_ledger_get_assignments (ledger, NULL) + task->first_assignment;
  const SkhUnit *units = skh_ledger_get_units (ledger, NULL);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < task->n_assignments; i++)
    {
      const char *code = units[lines[i].unit].code;

      if (!skh_line_is_in_force (&lines[i].line, year))
        continue;
      g_hash_table_add (all, (gpointer)code);
      if (!is_open (ledger, &lines[i], on))
        continue;
      unfinished->n_open++;
      if (!g_ptr_array_find (codes, code, NULL))
        g_ptr_array_add (codes, (gpointer)code);
    }
  unfinished->n_units = codes->len;
  unfinished->is_alls = codes->len == g_hash_table_size (all);
  g_ptr_array_add (codes, NULL);
  unfinished->units
    = skh_plan_draft_list (self->strings, (const char *const *)codes->pdata);
}

/* What has no day (ongoing, or not said) is never unfinished: it goes on by being in the
   new plan. */
static void
find_unfinished (SkhPlanRollover *self, SkhLedger *ledger, SkhDate on)
{
  guint n;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n);
  SkhPeriod year
    = skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledger)->year, 1);

  for (guint i = 0; i < n; i++)
    {
      SkhUnfinishedTask unfinished = {
        .no = skh_plan_draft_string (self->strings, tasks[i].no),
        .title = skh_plan_draft_string (self->strings, tasks[i].title),
      };

      if (tasks[i].deadline.kind == SKH_DEADLINE_ONGOING
          || tasks[i].deadline.kind == SKH_DEADLINE_UNSPECIFIED)
        continue;
      find_unfinished_units (self, ledger, &tasks[i], year, on, &unfinished);
      if (unfinished.n_open > 0)
        g_array_append_val (self->unfinished, unfinished);
    }
}

/**
 * skh_plan_rollover_new:
 * @ledger: the plan to go on from
 * @year: 0 for the year after it
 * @on: the day on which lines count as delivered or not
 *
 * Makes another year's plan from one of the workbook, without writing anything.
 *
 * Returns: (transfer full): what it would be
 */
SkhPlanRollover *
skh_plan_rollover_new (SkhWorkbook *workbook,
                       SkhLedger *ledger,
                       int year,
                       SkhDate on,
                       GError **error)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  g_autoptr (SkhPlanRollover) self = g_new0 (SkhPlanRollover, 1);

  self->unfinished = g_array_new (FALSE, TRUE, sizeof (SkhUnfinishedTask));
  self->moved = g_array_new (FALSE, TRUE, sizeof (SkhMovedTask));
  year = year != 0 ? year : plan->year + 1;
  if (year == plan->year)
    {
      g_set_error (error, SKH_ROLLOVER_ERROR, SKH_ROLLOVER_ERROR_YEAR,
                   _ ("The plan is that of %d already; choose another year."), year);
      return NULL;
    }
  self->strings = skh_plan_adder_read (workbook, plan->id, error);
  if (self->strings == NULL || !move_plan (self, year, error))
    return NULL;
  find_unfinished (self, ledger, on);
  return g_steal_pointer (&self);
}

void
skh_plan_rollover_free (SkhPlanRollover *self)
{
  g_clear_pointer (&self->draft, skh_plan_draft_free);
  g_clear_pointer (&self->strings, skh_plan_draft_free);
  g_array_unref (self->unfinished);
  g_array_unref (self->moved);
  g_free (self);
}

/* — Taking over — */

static const SkhUnfinishedTask *
find_open_task (SkhPlanRollover *self, const char *no)
{
  for (guint i = 0; i < self->unfinished->len; i++)
    {
      const SkhUnfinishedTask *task
        = &g_array_index (self->unfinished, SkhUnfinishedTask, i);

      if (g_str_equal (task->no, no))
        return task;
    }
  return NULL;
}

static gboolean
is_taken (SkhPlanRollover *self, const char *no)
{
  for (guint i = 0; i < self->draft->tasks->len; i++)
    if (g_str_equal (g_array_index (self->draft->tasks, SkhTaskDraft, i).no, no))
      return TRUE;
  return FALSE;
}

static void
ensure_section (SkhPlanRollover *self)
{
  g_autofree char *title
    = g_strdup_printf ("Nhiệm vụ chuyển tiếp từ năm %d", self->strings->year);
  GArray *sections = self->draft->sections;
  SkhSectionDraft section = { CARRY_SECTION, skh_plan_draft_string (self->draft, title) };

  for (guint i = 0; i < sections->len; i++)
    if (g_str_equal (g_array_index (sections, SkhSectionDraft, i).code, CARRY_SECTION))
      return;
  g_array_append_val (sections, section);
}

static const SkhTaskDraft *
find_old_task (SkhPlanRollover *self, const char *no)
{
  for (guint i = 0; i < self->strings->tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (self->strings->tasks, SkhTaskDraft, i);

      if (g_str_equal (task->no, no))
        return task;
    }
  return NULL;
}

/* As this year's plan says it, of those who still owe it, without a day until the office
   gives one. */
static SkhTaskDraft
make_carried (SkhPlanRollover *self,
              const SkhTaskDraft *old,
              const SkhUnfinishedTask *open)
{
  SkhPlanDraft *draft = self->draft;
  g_autofree char *no = NULL;
  SkhTaskDraft task = {
    .section = CARRY_SECTION,
    .title = skh_plan_draft_string (draft, old->title),
    .short_title = skh_plan_draft_string (draft, old->short_title),
    .deliverable = skh_plan_draft_string (draft, old->deliverable),
    .recipient = skh_plan_draft_string (draft, old->recipient),
    .lead = skh_plan_draft_list (draft, open->is_alls ? old->lead : open->units),
    .with = skh_plan_draft_list (draft, old->with),
    .via = skh_plan_draft_list (draft, old->via),
    .deadline = skh_deadline_open (SKH_DEADLINE_UNSPECIFIED),
    .wants_document = old->wants_document,
    .measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft)),
  };
  guint n = self->n_carried;

  do
    {
      g_free (no);
      no = g_strdup_printf ("%s%u", CARRY_SECTION, ++n);
    }
  while (is_taken (self, no));
  task.no = skh_plan_draft_string (draft, no);
  return task;
}

/**
 * skh_plan_rollover_carry:
 * @no: of an unfinished task
 *
 * Takes the task over into the new plan, beside the same task of the new year: in a
 * section of its own, led by the units that still owe it.
 *
 * Returns: %FALSE with %SKH_ROLLOVER_ERROR_NO_TASK when nothing of it is unfinished
 */
gboolean
skh_plan_rollover_carry (SkhPlanRollover *self, const char *no, GError **error)
{
  const SkhUnfinishedTask *open = find_open_task (self, no);
  const SkhTaskDraft *old = find_old_task (self, no);
  SkhTaskDraft task;

  if (open == NULL || old == NULL)
    {
      g_set_error (error, SKH_ROLLOVER_ERROR, SKH_ROLLOVER_ERROR_NO_TASK,
                   _ ("Nothing of task “%s” is unfinished. Take over one that the list "
                      "shows."),
                   no);
      return FALSE;
    }
  ensure_section (self);
  task = make_carried (self, old, open);
  g_array_append_val (self->draft->tasks, task);
  self->n_carried++;
  return TRUE;
}

/**
 * skh_plan_rollover_apply:
 * @plan_id: (out) (optional): the new plan
 *
 * Adds the plan to the workbook, as one act.
 */
gboolean
skh_plan_rollover_apply (SkhPlanRollover *self,
                         SkhWorkbook *workbook,
                         gint64 *plan_id,
                         GError **error)
{
  return skh_plan_adder_add (workbook, self->draft, plan_id, error);
}
