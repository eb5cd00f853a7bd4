/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was previewed, into a plan that is there or into the draft of a new one. */
#include "skh-task-import-private.h"

#include "skh-plan-edit.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>

/* — Into a plan that is there — */

static gboolean
is_used (SkhTaskImport *self, const char *section)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SkhTaskImportRow *row = &skh_task_import_get_entry (self, i)->row;

      if ((row->outcome == SKH_IMPORT_ADDED || row->outcome == SKH_IMPORT_CHANGED)
          && g_strcmp0 (row->task.section, section) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_sections (SkhTaskImport *self, SkhDatabase *db, GError **error)
{
  gint64 plan_id = skh_ledger_get_plan (self->ledger)->id;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const SkhSectionDraft *section
        = &g_array_index (self->sections, SkhSectionDraft, i);

      if (skh_ledger_find_section (self->ledger, section->code) == SKH_NO_INDEX
          && is_used (self, section->code)
          && !skh_section_store_add (db, plan_id, section, G_MAXUINT, error))
        return FALSE;
    }
  return TRUE;
}

static SkhTaskRecord *
open_record (SkhTaskImport *self,
             const SkhTaskImportEntry *entry,
             SkhDatabase *db,
             GError **error)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (self->ledger);
  const SkhTask *tasks = skh_ledger_get_tasks (self->ledger, NULL);
  SkhTaskRecord *record;

  if (entry->known != SKH_NO_INDEX)
    {
      const SkhTask *known = &tasks[entry->known];

      record = skh_task_store_load (db, known->id, error);
      if (record != NULL)
        skh_task_import_merge (entry, known, record->owner, record->task);
      return record;
    }
  record = skh_task_record_new (plan->id, plan->year);
  g_clear_pointer (&record->task->measures, g_array_unref);
  *record->task = entry->row.task;
  record->task->measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft));
  return record;
}

static gboolean
put_tasks (SkhTaskImport *self, SkhDatabase *db, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SkhTaskImportEntry *entry = skh_task_import_get_entry (self, i);
      g_autoptr (SkhTaskRecord) record = NULL;

      if (entry->row.outcome != SKH_IMPORT_ADDED
          && entry->row.outcome != SKH_IMPORT_CHANGED)
        continue;
      record = open_record (self, entry, db, error);
      if (record == NULL || !skh_task_store_put (db, record, NULL, error))
        {
          g_prefix_error (error, _ ("Row %u: "), entry->row.number);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
write_rows (SkhDatabase *db, gpointer data, GError **error)
{
  SkhTaskImport *self = data;
  g_autofree char *label = g_strdup_printf (_ ("Tasks taken in: %u new, %u changed"),
                                            self->result.counts[SKH_IMPORT_ADDED],
                                            self->result.counts[SKH_IMPORT_CHANGED]);

  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (add_sections (self, db, error) && put_tasks (self, db, error))
    return skh_act_end (db, error);
  skh_act_cancel (db);
  return FALSE;
}

/**
 * skh_task_import_apply:
 * @workbook: the workbook whose ledger the import was made with
 *
 * Writes the accepted rows as one act, after a preview. With nothing accepted nothing is
 * touched.
 *
 * Returns: %FALSE with an error of the store, and nothing written
 */
gboolean
skh_task_import_apply (SkhTaskImport *self, SkhWorkbook *workbook, GError **error)
{
  g_return_val_if_fail (!self->is_new_plan, FALSE);

  if (!skh_import_result_has_work (&self->result))
    return TRUE;
  return skh_workbook_run (workbook, write_rows, self, error);
}

/* — A plan more — */

static SkhTaskDraft
copy_task (SkhPlanDraft *owner, const SkhTaskDraft *task)
{
  return (SkhTaskDraft){
    .no = skh_plan_draft_string (owner, task->no),
    .section = skh_plan_draft_string (owner, task->section),
    .title = skh_plan_draft_string (owner, task->title),
    .deliverable = skh_plan_draft_string (owner, task->deliverable),
    .recipient = skh_plan_draft_string (owner, task->recipient),
    .wording = skh_plan_draft_string (owner, task->wording),
    .event = skh_plan_draft_string (owner, task->event),
    .lead = skh_plan_draft_list (owner, task->lead),
    .with = skh_plan_draft_list (owner, task->with),
    .via = skh_plan_draft_list (owner, task->via),
    .deadline = task->deadline,
    .measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft)),
  };
}

/**
 * skh_task_import_fill_draft:
 * @draft: has the year, the titles and whatever else the plan is to have
 *
 * Adds the sections and tasks that were accepted, after a preview.
 */
void
skh_task_import_fill_draft (SkhTaskImport *self, SkhPlanDraft *draft)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const SkhSectionDraft *from = &g_array_index (self->sections, SkhSectionDraft, i);
      SkhSectionDraft section = { skh_plan_draft_string (draft, from->code),
                                  skh_plan_draft_string (draft, from->title) };

      if (is_used (self, section.code))
        g_array_append_val (draft->sections, section);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SkhTaskImportRow *row = &skh_task_import_get_entry (self, i)->row;

      if (row->outcome == SKH_IMPORT_ADDED)
        {
          SkhTaskDraft task = copy_task (draft, &row->task);

          g_array_append_val (draft->tasks, task);
        }
    }
}
