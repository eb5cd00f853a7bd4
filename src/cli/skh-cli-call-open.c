/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What most commands begin with: the workbook that is named first, and the plan of it. */
#include "skh-cli-call.h"

#include "skh-plan-edit.h"

#include <glib/gi18n-lib.h>

/* Ids are made of milliseconds and far above any year. */
#define MAX_YEAR 2999

/* --plan 2024 is the plan of that year, where there is one. */
static gboolean
find_plan_of_year (SkhCliCall *self, SkhWorkbook *workbook, GError **error)
{
  g_autoptr (GPtrArray) plans = skh_workbook_list_plans (workbook, error);
  gint64 found = 0;

  if (plans == NULL)
    return FALSE;
  for (guint i = 0; i < plans->len; i++)
    {
      const SkhPlanRecord *plan = g_ptr_array_index (plans, i);

      if (plan->year != self->plan_id)
        continue;
      if (found != 0)
        return skh_cli_refuse (
          error, _ ("“%s” holds more than one plan of %s; choose one by its id."),
          self->arguments[0], self->plan_text);
      found = plan->id;
    }
  if (found == 0)
    return skh_cli_refuse (error, _ ("“%s” holds no plan of %s; “plans” lists them."),
                           self->arguments[0], self->plan_text);
  self->plan_id = found;
  return TRUE;
}

/**
 * skh_cli_call_open:
 *
 * Returns: (transfer full): the workbook named first; a plan named by its year has its id
 * then
 */
SkhWorkbook *
skh_cli_call_open (SkhCliCall *self, SkhWorkbookOpenMode mode, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = NULL;

  if (self->all_plans)
    {
      skh_cli_fail_usage (error, _ ("“%s” is of one plan; name it by its year or id."),
                          self->command->name);
      return NULL;
    }
  workbook = skh_workbook_open (self->arguments[0], mode, error);
  if (workbook == NULL
      || (self->plan_id > 0 && self->plan_id <= MAX_YEAR
          && !find_plan_of_year (self, workbook, error)))
    return NULL;
  return g_steal_pointer (&workbook);
}

/**
 * skh_cli_call_load_ledger:
 *
 * Returns: (transfer full): the plan of the workbook named first, which is closed again
 */
SkhLedger *
skh_cli_call_load_ledger (SkhCliCall *self, GError **error)
{
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (self, SKH_WORKBOOK_OPEN_READ, error);

  return workbook != NULL ? skh_workbook_load_ledger (workbook, self->plan_id, error)
                          : NULL;
}

/**
 * skh_cli_call_load_ledgers:
 *
 * Returns: (transfer full) (element-type SkhLedger): the plan that is named, or with
 *   --plan all every plan of the workbook, in their order; the workbook is closed again
 */
GPtrArray *
skh_cli_call_load_ledgers (SkhCliCall *self, GError **error)
{
  g_autoptr (SkhWorkbook) workbook = NULL;
  SkhLedger *ledger;
  GPtrArray *ledgers;

  if (self->all_plans)
    {
      workbook = skh_workbook_open (self->arguments[0], SKH_WORKBOOK_OPEN_READ, error);
      return workbook != NULL ? skh_workbook_load_all_ledgers (workbook, error) : NULL;
    }
  ledger = skh_cli_call_load_ledger (self, error);
  if (ledger == NULL)
    return NULL;
  ledgers = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_ledger_unref);
  g_ptr_array_add (ledgers, ledger);
  return ledgers;
}

/**
 * skh_cli_call_load_frame:
 *
 * Returns: (transfer full): the plan with what a letterhead and a list of units take, and
 *   no figure
 */
SkhLedger *
skh_cli_call_load_frame (SkhCliCall *self, SkhWorkbook *workbook, GError **error)
{
  SkhLedgerScope scope = { self->period, self->on, (const char *const[]){ NULL } };

  return skh_workbook_load_scoped_ledger (workbook, self->plan_id, &scope, error);
}

/**
 * skh_cli_call_find_unit:
 * @unit: (out): the index of the unit given, or %SKH_NO_INDEX when none was
 *
 * Returns: %FALSE when the workbook has no such unit
 */
gboolean
skh_cli_call_find_unit (SkhCliCall *self, SkhLedger *ledger, guint *unit, GError **error)
{
  *unit = self->unit != NULL ? skh_ledger_find_unit (ledger, self->unit) : SKH_NO_INDEX;
  return self->unit == NULL || *unit != SKH_NO_INDEX
         || skh_cli_refuse (error,
                            _ ("“%s” has no unit “%s”. List its units with: %s units"),
                            self->arguments[0], self->unit, SKH_CLI_PROGRAM);
}

gboolean
skh_cli_call_find_task (SkhCliCall *self, SkhLedger *ledger, guint *task, GError **error)
{
  *task = self->task != NULL ? skh_ledger_find_task (ledger, self->task) : SKH_NO_INDEX;
  return self->task == NULL || *task != SKH_NO_INDEX
         || skh_cli_refuse (error,
                            _ ("“%s” has no task “%s”. List its tasks with: %s tasks"),
                            self->arguments[0], self->task, SKH_CLI_PROGRAM);
}
