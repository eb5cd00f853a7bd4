/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tasks of the plan that is loaded, with who leads them and what they ask for. */
#include "skh-ledger-loader-private.h"

static gboolean
on_task (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  GArray *tasks = loader->ledger->tasks;
  SkhTask task = {
    .id = skh_statement_get_int (row, 0),
    .no = skh_ledger_loader_keep (loader, row, 1),
    .section
    = skh_ledger_loader_recall (loader->section_by_id, skh_statement_get_int (row, 2)),
    .clause = skh_ledger_loader_keep (loader, row, 3),
    .title = skh_ledger_loader_keep (loader, row, 4),
    .short_title = skh_ledger_loader_keep (loader, row, 5),
    .deliverable = skh_ledger_loader_keep (loader, row, 6),
    .recipient = skh_ledger_loader_keep (loader, row, 7),
    .wants_document = skh_statement_get_int (row, 8) != 0,
    .wording = skh_ledger_loader_keep (loader, row, 9),
    .event = skh_ledger_loader_keep (loader, row, 13),
  };

  skh_deadline_kind_from_string (skh_statement_get_text (row, 10), &task.deadline.kind);
  task.deadline.first_day = skh_statement_get_date (row, 11);
  task.deadline.last_day = skh_statement_get_date (row, 12);
  skh_ledger_loader_remember (loader->task_by_id, task.id, tasks->len);
  g_array_append_val (tasks, task);
  g_hash_table_insert (loader->ledger->task_by_no, (gpointer)task.no,
                       GUINT_TO_POINTER (tasks->len));
  return TRUE;
}

/* — Who leads, who helps, through whom — */

typedef struct
{
  GPtrArray *codes[3];
  GString *name, *short_name;
} Parties;

static void
add_name (GString *names, const char *name)
{
  if (names->len > 0)
    g_string_append (names, "; ");
  g_string_append (names, name);
}

static void
add_lead (SkhLedgerLoader *loader,
          SkhTask *task,
          Parties *parties,
          guint unit,
          guint group)
{
  if (unit != SKH_NO_INDEX)
    {
      const SkhUnit *record = &g_array_index (loader->ledger->units, SkhUnit, unit);

      add_name (parties->name, record->name);
      add_name (parties->short_name, record->short_name);
      return;
    }

  const SkhGroup *record = &g_array_index (loader->ledger->groups, SkhGroup, group);
  add_name (parties->name, record->name);
  add_name (parties->short_name, record->short_name);
  if (record->counts != NULL)
    task->counts = record->counts;
}

static const char *
get_party_code (SkhLedgerLoader *loader, guint unit, guint group)
{
  return unit != SKH_NO_INDEX
           ? g_array_index (loader->ledger->units, SkhUnit, unit).code
           : g_array_index (loader->ledger->groups, SkhGroup, group).code;
}

static gboolean
read_parties (SkhLedgerLoader *loader, SkhTask *task, Parties *parties, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    loader->db,
    "SELECT role, unit_id, group_id FROM task_party WHERE task_id = ?1 ORDER BY rank",
    error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, task->id);
  while (skh_statement_step (row, &local_error))
    {
      const char *role = skh_statement_get_text (row, 0);
      guint unit = skh_ledger_loader_recall (loader->unit_by_id,
                                             skh_statement_get_int_or (row, 1, 0));
      guint group = skh_ledger_loader_recall (loader->group_by_id,
                                              skh_statement_get_int_or (row, 2, 0));
      guint slot = *role == 'l' ? 0 : *role == 'w' ? 1 : 2;

      g_ptr_array_add (parties->codes[slot],
                       (gpointer)get_party_code (loader, unit, group));
      if (slot == 0)
        add_lead (loader, task, parties, unit, group);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
load_parties (SkhLedgerLoader *loader, SkhTask *task, GError **error)
{
  Parties parties = {
    .codes = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () },
    .name = g_string_new (NULL),
    .short_name = g_string_new (NULL),
  };
  gboolean ok = read_parties (loader, task, &parties, error);

  task->lead = skh_ledger_loader_take_list (loader, parties.codes[0]);
  task->with = skh_ledger_loader_take_list (loader, parties.codes[1]);
  task->via = skh_ledger_loader_take_list (loader, parties.codes[2]);
  task->lead_text
    = g_string_chunk_insert_const (loader->ledger->strings, parties.name->str);
  task->lead_short
    = g_string_chunk_insert_const (loader->ledger->strings, parties.short_name->str);
  g_string_free (parties.name, TRUE);
  g_string_free (parties.short_name, TRUE);
  return ok;
}

/* — Measures — */

static gboolean
on_measure (SkhLedgerLoader *loader, SkhStatement *row, GError **error)
{
  SkhMeasure measure = {
    .key = skh_ledger_loader_keep (loader, row, 1),
    .title = skh_ledger_loader_keep (loader, row, 2),
    .of_total = skh_statement_get_int (row, 3) != 0,
    .total_kind = skh_ledger_loader_keep (loader, row, 4),
    .required = skh_statement_get_int (row, 5) != 0,
  };
  guint task
    = skh_ledger_loader_recall (loader->task_by_id, skh_statement_get_int (row, 0));

  skh_ledger_loader_remember (loader->measure_by_id, skh_statement_get_int (row, 6),
                              loader->ledger->measures->len);
  g_array_append_val (loader->ledger->measures, measure);
  g_array_index (loader->ledger->tasks, SkhTask, task).n_measures++;
  return TRUE;
}

/* Measures were read in the order of the tasks: each task has the next run. */
static void
share_out_measures (SkhLedgerLoader *loader)
{
  const SkhMeasure *next = (const SkhMeasure *)loader->ledger->measures->data;

  for (guint i = 0; i < loader->ledger->tasks->len; i++)
    {
      SkhTask *task = &g_array_index (loader->ledger->tasks, SkhTask, i);

      task->measures = next;
      next += task->n_measures;
    }
}

gboolean
skh_ledger_loader_load_tasks (SkhLedgerLoader *loader, GError **error)
{
  GArray *tasks = loader->ledger->tasks;

  if (!skh_ledger_loader_for_each (
        loader,
        "SELECT id, no, section_id, clause, title, short_title, deliverable,"
        " recipient, wants_document, wording, deadline_kind, first_day, last_day,"
        " event FROM task WHERE plan_id = ?1 ORDER BY rank",
        loader->plan_id, on_task, error)
      || !skh_ledger_loader_for_each (
        loader,
        "SELECT m.task_id, m.key, m.title, m.of_total, m.total_kind, m.required, m.id"
        " FROM measure m JOIN task t ON t.id = m.task_id"
        " WHERE t.plan_id = ?1 ORDER BY t.rank, m.rank",
        loader->plan_id, on_measure, error))
    return FALSE;

  share_out_measures (loader);
  for (guint i = 0; i < tasks->len; i++)
    if (!load_parties (loader, &g_array_index (tasks, SkhTask, i), error))
      return FALSE;
  return TRUE;
}
