/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row would change of the task that it means. */
#include "skh-task-import-private.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>

static gboolean
is_same_text (const char *given, const char *current)
{
  g_autofree char *line = skh_text_normalize_line (current);

  return g_str_equal (given, line);
}

gboolean
skh_task_import_text_differs (const char *given, const char *current)
{
  return given != NULL && !is_same_text (given, current);
}

gboolean
skh_task_import_codes_differ (const char *const *given, const char *const *current)
{
  if (given == NULL)
    return FALSE;
  if (g_strv_length ((char **)given) != g_strv_length ((char **)current))
    return TRUE;
  for (guint i = 0; given[i] != NULL; i++)
    if (!g_strv_contains (current, given[i]))
      return TRUE;
  return FALSE;
}

static const char *
get_section (SkhTaskImport *self, const SkhTask *task)
{
  return skh_ledger_get_sections (self->ledger, NULL)[task->section].code;
}

gboolean
skh_task_import_differs (SkhTaskImport *self, const SkhTaskImportEntry *entry)
{
  const SkhTask *known = &skh_ledger_get_tasks (self->ledger, NULL)[entry->known];
  const SkhTaskDraft *given = &entry->row.task;

  return skh_task_import_text_differs (given->title, known->title)
         || (given->section != NULL
             && g_strcmp0 (given->section, get_section (self, known)) != 0)
         || skh_task_import_codes_differ (given->lead, known->lead)
         || skh_task_import_codes_differ (given->with, known->with)
         || skh_task_import_codes_differ (given->via, known->via)
         || skh_task_import_text_differs (given->deliverable, known->deliverable)
         || skh_task_import_text_differs (given->recipient, known->recipient)
         || skh_task_import_text_differs (given->wording, known->wording);
}

static void
merge_text (SkhPlanDraft *owner, const char **field, const char *given)
{
  if (skh_task_import_text_differs (given, *field))
    *field = skh_plan_draft_string (owner, given);
}

static void
merge_codes (SkhPlanDraft *owner,
             const char *const **field,
             const char *const *given,
             const char *const *known)
{
  if (skh_task_import_codes_differ (given, known))
    *field = skh_plan_draft_list (owner, given);
}

void
skh_task_import_merge (const SkhTaskImportEntry *entry,
                       const SkhTask *known,
                       SkhPlanDraft *owner,
                       SkhTaskDraft *task)
{
  const SkhTaskDraft *given = &entry->row.task;

  if (skh_task_import_text_differs (given->wording, task->wording))
    {
      task->deadline = given->deadline;
      task->event = skh_plan_draft_string (owner, given->event);
    }
  merge_text (owner, &task->wording, given->wording);
  merge_text (owner, &task->title, given->title);
  merge_text (owner, &task->section, given->section);
  merge_text (owner, &task->deliverable, given->deliverable);
  merge_text (owner, &task->recipient, given->recipient);
  merge_codes (owner, &task->lead, given->lead, known->lead);
  merge_codes (owner, &task->with, given->with, known->with);
  merge_codes (owner, &task->via, given->via, known->via);
}

/* — In words — */

static void
append_text (GString *text, const char *title, const char *known, const char *given)
{
  if (!skh_task_import_text_differs (given, known))
    return;
  g_string_append_printf (text, "%s%s: ", text->len > 0 ? "; " : "", title);
  if (known != NULL && *known != '\0')
    g_string_append_printf (text, "“%s” → ", known);
  g_string_append_printf (text, "“%s”", given);
}

static char *
dup_names (SkhTaskImport *self, const char *const *codes)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            skh_ledger_get_party_short_name (self->ledger, codes[i]));
  return g_string_free (names, FALSE);
}

static void
append_parties (SkhTaskImport *self,
                GString *text,
                const char *title,
                const char *const *known,
                const char *const *given)
{
  g_autofree char *old = dup_names (self, known);
  g_autofree char *new = given != NULL ? dup_names (self, given) : NULL;

  if (skh_task_import_codes_differ (given, known))
    append_text (text, title, old, new);
}

static char *
dup_change (SkhTaskImport *self, const SkhTaskImportEntry *entry)
{
  const SkhTaskDraft *given = &entry->row.task;
  const SkhTask *known;
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry->known == SKH_NO_INDEX)
    return g_strdup_printf (_ ("Row %u, new: %s. %s (%s)"), entry->row.number, given->no,
                            given->title,
                            given->wording != NULL ? given->wording : _ ("no deadline"));
  known = &skh_ledger_get_tasks (self->ledger, NULL)[entry->known];
  append_text (text, _ ("What is to be done"), known->title, given->title);
  append_text (text, _ ("Section"), get_section (self, known), given->section);
  append_parties (self, text, _ ("Led by"), known->lead, given->lead);
  append_parties (self, text, _ ("Together with"), known->with, given->with);
  append_parties (self, text, _ ("Sent by way of"), known->via, given->via);
  append_text (text, _ ("Deliverable"), known->deliverable, given->deliverable);
  append_text (text, _ ("Recipient"), known->recipient, given->recipient);
  append_text (text, _ ("Deadline"), known->wording, given->wording);
  return g_strdup_printf (_ ("Row %u, task %s: %s"), entry->row.number, known->no,
                          text->str);
}

GPtrArray *
skh_task_import_list_changes (SkhTaskImport *self, SkhImportOutcome outcome, guint limit)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->entries->len && changes->len < limit; i++)
    {
      const SkhTaskImportEntry *entry = skh_task_import_get_entry (self, i);

      if (entry->row.outcome == outcome)
        g_ptr_array_add (changes, dup_change (self, entry));
    }
  return changes;
}
