/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lines a ledger of a scope holds. */
#include "skh-ledger-private.h"

#include <string.h>

static gboolean
has_measure (const SkhTask *task, const char *key)
{
  for (guint i = 0; i < task->n_measures; i++)
    if (g_str_equal (task->measures[i].key, key))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (const SkhTask *task, const char *name)
{
  const char *dot = strrchr (name, '.');

  if (dot == NULL)
    return has_measure (task, name);
  return strncmp (task->no, name, (gsize)(dot - name)) == 0
         && task->no[dot - name] == '\0'
         && (dot[1] == '\0' || has_measure (task, dot + 1));
}

static gboolean
names_task (const SkhLedgerScope *scope, const SkhTask *task)
{
  for (guint i = 0; scope->figures[i] != NULL; i++)
    if (is_named (task, scope->figures[i]))
      return TRUE;
  return FALSE;
}

gboolean
skh_ledger_wants_all_of (SkhLedger *self, const SkhTask *task)
{
  return !self->is_scoped || names_task (&self->scope, task);
}

/* Lines without a last day are neither expected nor ever overdue. */
gboolean
skh_ledger_wants_period (SkhLedger *self,
                         const SkhTask *task,
                         SkhPeriod period,
                         SkhDate due)
{
  const SkhLedgerScope *scope = &self->scope;

  if (skh_ledger_wants_all_of (self, task) || (due != SKH_DATE_NONE && due < scope->on))
    return TRUE;
  return skh_deadline_kind_is_periodic (task->deadline.kind)
           ? skh_period_contains (scope->period, period)
           : skh_period_contains_day (scope->period, due);
}
