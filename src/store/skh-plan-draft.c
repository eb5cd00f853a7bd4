/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-draft.h"

static void
clear_task (gpointer data)
{
  SkhTaskDraft *task = data;

  g_clear_pointer (&task->measures, g_array_unref);
}

static void
clear_report_table (gpointer data)
{
  SkhReportTableDraft *table = data;

  g_clear_pointer (&table->columns, g_array_unref);
}

static GArray *
new_records (gsize size, GDestroyNotify clear)
{
  GArray *records = g_array_new (FALSE, TRUE, (guint)size);

  g_array_set_clear_func (records, clear);
  return records;
}

/**
 * skh_plan_draft_new:
 *
 * Returns: (transfer full): an empty draft; "due soon" is fifteen days until said
 * otherwise
 */
SkhPlanDraft *
skh_plan_draft_new (void)
{
  SkhPlanDraft *self = g_new0 (SkhPlanDraft, 1);

  self->strings = g_string_chunk_new (4096);
  self->soon_days = 15;
  self->units = new_records (sizeof (SkhUnitDraft), NULL);
  self->groups = new_records (sizeof (SkhGroupDraft), NULL);
  self->totals = new_records (sizeof (SkhTotalDraft), NULL);
  self->sections = new_records (sizeof (SkhSectionDraft), NULL);
  self->tasks = new_records (sizeof (SkhTaskDraft), clear_task);
  self->documents = new_records (sizeof (SkhDocumentDraft), NULL);
  self->recipients = new_records (sizeof (SkhRecipientDraft), NULL);
  self->report_tables = new_records (sizeof (SkhReportTableDraft), clear_report_table);
  self->holidays = new_records (sizeof (SkhHolidayDraft), NULL);
  self->holiday_years = new_records (sizeof (int), NULL);
  self->lists = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
skh_plan_draft_free (SkhPlanDraft *self)
{
  g_array_unref (self->units);
  g_array_unref (self->groups);
  g_array_unref (self->totals);
  g_array_unref (self->sections);
  g_array_unref (self->tasks);
  g_array_unref (self->documents);
  g_array_unref (self->recipients);
  g_array_unref (self->report_tables);
  g_array_unref (self->holidays);
  g_array_unref (self->holiday_years);
  g_ptr_array_unref (self->lists);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * skh_plan_draft_string:
 *
 * Returns: (nullable): a copy of @text that lives as long as the draft
 */
const char *
skh_plan_draft_string (SkhPlanDraft *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

/**
 * skh_plan_draft_list:
 *
 * Returns: (nullable): a copy of the %NULL-terminated list that lives as long as the
 * draft
 */
const char *const *
skh_plan_draft_list (SkhPlanDraft *self, const char *const *texts)
{
  const char **copy;
  guint n = 0;

  if (texts == NULL)
    return NULL;
  while (texts[n] != NULL)
    n++;
  copy = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    copy[i] = skh_plan_draft_string (self, texts[i]);
  g_ptr_array_add (self->lists, copy);
  return copy;
}
