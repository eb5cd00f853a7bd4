/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which task of the plan a row means. */
#include "skh-task-import-private.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SkhTaskImport *import;
  const SkhTask *tasks;
  guint n_tasks;
  GHashTable *by_title; /* folded title → GArray of indexes */
  gboolean *taken;
} Matcher;

/* — Finding the task — */

static void
index_titles (Matcher *self)
{
  self->by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < self->n_tasks; i++)
    {
      g_autofree char *title = skh_text_fold (self->tasks[i].title);
      GArray *indexes = g_hash_table_lookup (self->by_title, title);

      if (indexes == NULL)
        {
          indexes = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->by_title, g_steal_pointer (&title), indexes);
        }
      g_array_append_val (indexes, i);
    }
}

/* Of several tasks with one text ("Báo cáo kết quả") it is the one that the row fits
   best. */
static guint
rate (Matcher *self, const SkhTaskImportEntry *entry, const SkhTask *task)
{
  const SkhTaskDraft *given = &entry->row.task;

  return 1
         + 8
             * (g_strcmp0 (given->section, skh_ledger_get_sections (self->import->ledger,
                                                                    NULL)[task->section]
                                             .code)
                == 0)
         + 4
             * (given->lead != NULL
                && !skh_task_import_codes_differ (given->lead, task->lead))
         + 2
             * (given->wording != NULL
                && !skh_task_import_text_differs (given->wording, task->wording))
         + 1 * (g_strcmp0 (entry->number, task->no) == 0);
}

static void
match_title (Matcher *self, SkhTaskImportEntry *entry)
{
  g_autofree char *title = skh_text_fold (entry->row.task.title);
  const GArray *indexes = g_hash_table_lookup (self->by_title, title);
  guint best = 0;

  for (guint i = 0; indexes != NULL && i < indexes->len; i++)
    {
      guint index = g_array_index (indexes, guint, i);
      guint n = self->taken[index] ? 0 : rate (self, entry, &self->tasks[index]);

      if (n > best)
        {
          best = n;
          entry->known = index;
        }
    }
  if (best > 0)
    self->taken[entry->known] = TRUE;
}

/* A list may number its rows in its own way (1, 2, 3 …), as our appendix does. Its
   numbers are the plan's when those of the tasks that are known by their text are. */
static gboolean
has_plan_numbers (Matcher *self)
{
  guint n = 0;

  for (guint i = 0; i < self->import->entries->len; i++)
    {
      const SkhTaskImportEntry *entry = skh_task_import_get_entry (self->import, i);

      if (entry->known == SKH_NO_INDEX || entry->number == NULL)
        continue;
      if (!g_str_equal (self->tasks[entry->known].no, entry->number))
        return FALSE;
      n++;
    }
  return n > 0;
}

static void
match_number (Matcher *self, SkhTaskImportEntry *entry)
{
  guint index = entry->number != NULL
                  ? skh_ledger_find_task (self->import->ledger, entry->number)
                  : SKH_NO_INDEX;

  if (index == SKH_NO_INDEX || self->taken[index])
    return;
  self->taken[index] = TRUE;
  entry->known = index;
}

static void
match_all (Matcher *self)
{
  SkhTaskImport *import = self->import;

  for (guint i = 0; i < import->entries->len; i++)
    {
      SkhTaskImportEntry *entry = skh_task_import_get_entry (import, i);

      entry->known = SKH_NO_INDEX;
      if (entry->row.outcome != SKH_IMPORT_REFUSED)
        match_title (self, entry);
    }
  if (!has_plan_numbers (self))
    return;
  for (guint i = 0; i < import->entries->len; i++)
    {
      SkhTaskImportEntry *entry = skh_task_import_get_entry (import, i);

      if (entry->known == SKH_NO_INDEX && entry->row.outcome != SKH_IMPORT_REFUSED)
        match_number (self, entry);
    }
}

/* — New tasks — */

/* The list's own numbers, when each is one task's. */
static gboolean
has_own_numbers (SkhTaskImport *self, GHashTable *numbers)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SkhTaskImportEntry *entry = skh_task_import_get_entry (self, i);

      if (entry->number == NULL || !g_hash_table_add (numbers, (gpointer)entry->number))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_free (SkhTaskImport *self, const char *number)
{
  return self->is_new_plan || skh_ledger_find_task (self->ledger, number) == SKH_NO_INDEX;
}

/* In a plan that has tasks, numbers of the list are taken where they are free; else, and
   for lists that number each section from 1, they are counted on. */
static void
number_new (SkhTaskImport *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean own = has_own_numbers (self, numbers);
  guint next = 1;

  if (!own)
    g_hash_table_remove_all (numbers);
  for (guint i = 0; i < self->entries->len; i++)
    {
      SkhTaskImportEntry *entry = skh_task_import_get_entry (self, i);
      g_autofree char *made = NULL;

      if (entry->row.outcome == SKH_IMPORT_REFUSED || entry->known != SKH_NO_INDEX)
        continue;
      if (own && is_free (self, entry->number))
        {
          entry->row.task.no = entry->number;
          continue;
        }
      do
        {
          g_free (made);
          made = g_strdup_printf ("%u", next++);
        }
      while (!is_free (self, made) || g_hash_table_contains (numbers, made));
      entry->row.task.no = skh_plan_draft_string (self->strings, made);
      g_hash_table_add (numbers, (gpointer)entry->row.task.no);
    }
}

static void
check_new (SkhTaskImport *self, SkhTaskImportEntry *entry)
{
  const SkhTaskDraft *task = &entry->row.task;

  if (task->lead == NULL)
    skh_task_import_refuse (self, entry, SKH_TASK_COLUMN_LEAD, "",
                            _ ("The row is neither a task, for nobody leads it, nor a "
                               "section with a number like II.1; write who leads it in "
                               "this cell."));
}

/**
 * skh_task_import_match:
 *
 * Finds the task of the plan that each accepted row means, and the numbers of those it
 * has not. A new task without somebody to lead it is refused.
 */
void
skh_task_import_match (SkhTaskImport *self)
{
  Matcher matcher = { .import = self };

  matcher.tasks = skh_ledger_get_tasks (self->ledger, &matcher.n_tasks);
  if (self->is_new_plan)
    matcher.n_tasks = 0;
  matcher.taken = g_new0 (gboolean, matcher.n_tasks + 1);
  index_titles (&matcher);
  match_all (&matcher);
  for (guint i = 0; i < self->entries->len; i++)
    {
      SkhTaskImportEntry *entry = skh_task_import_get_entry (self, i);

      if (entry->known == SKH_NO_INDEX && entry->row.outcome != SKH_IMPORT_REFUSED)
        check_new (self, entry);
    }
  number_new (self);
  g_hash_table_unref (matcher.by_title);
  g_free (matcher.taken);
}
