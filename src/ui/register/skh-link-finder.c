/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-link-finder.h"

#include "skh-period-text.h"
#include "skh-text.h"

#define SUGGESTED 12

/* The registers whose entries others point to. */
static const char *const targets[] = { "documents", "conferences" };

GPtrArray *
skh_link_finder_new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)skh_suggestion_free);
}

static void
add (GPtrArray *found, const char *kind, gint64 id, char *text)
{
  SkhSuggestion *suggestion = g_new0 (SkhSuggestion, 1);

  suggestion->id = id;
  suggestion->text = text;
  suggestion->code = g_strdup (kind);
  g_ptr_array_add (found, suggestion);
}

void
skh_link_finder_add_tasks (SkhLedger *ledger, const char *words, GPtrArray *found)
{
  guint n = 0, limit = found->len + SUGGESTED;
  const SkhTask *tasks = ledger != NULL ? skh_ledger_get_tasks (ledger, &n) : NULL;
  g_autofree char *folded = skh_text_fold (words);

  for (guint i = 0; i < n && (*folded == '\0' || found->len < limit); i++)
    {
      const char *clause = tasks[i].clause != NULL ? tasks[i].clause : tasks[i].no;
      g_autofree char *text = g_strdup_printf ("%s · %s", clause, tasks[i].title);
      g_autofree char *own = skh_text_fold (text);

      if (skh_text_matches (own, folded))
        add (found, "task", tasks[i].id, g_steal_pointer (&text));
    }
}

static char *
dup_line_text (const SkhAssignment *line, const char *unit, const char *task)
{
  g_autofree char *period
    = line->line.own_period ? skh_period_text_dup_short (line->line.period) : NULL;

  return g_strdup_printf ("%s · %s%s%s", unit, task, period != NULL ? " · " : "",
                          period != NULL ? period : "");
}

/* Lines are many: only those that hold every word that was typed. */
void
skh_link_finder_add_lines (SkhLedger *ledger, const char *words, GPtrArray *found)
{
  const SkhUnit *units = ledger != NULL ? skh_ledger_get_units (ledger, NULL) : NULL;
  const SkhTask *tasks = ledger != NULL ? skh_ledger_get_tasks (ledger, NULL) : NULL;
  guint n = 0, limit = found->len + SUGGESTED;
  const SkhAssignment *lines
    = ledger != NULL ? skh_ledger_get_assignments (ledger, &n) : NULL;
  g_autofree char *folded = skh_text_fold (words);

  for (guint i = 0; *folded != '\0' && i < n && found->len < limit; i++)
    {
      const char *unit = units[lines[i].unit].name;
      const SkhTask *task = &tasks[lines[i].task];
      g_autofree char *text
        = g_strdup_printf ("%s %s %s", unit, task->no, task->short_title);
      g_autofree char *own = skh_text_fold (text);

      if (skh_text_matches (own, folded))
        add (found, "assignment", lines[i].id,
             dup_line_text (&lines[i], unit, task->short_title));
    }
}

static gboolean
add_entries (SkhDatabase *db,
             const char *register_id,
             const char *words,
             GPtrArray *found,
             GError **error)
{
  g_autoptr (SkhRegister) reg = skh_register_store_load_register (db, register_id, error);
  g_autoptr (SkhRegisterQuery) query = reg != NULL ? skh_register_query_new (reg) : NULL;
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();
  g_autoptr (GPtrArray) entries = NULL;

  if (reg == NULL)
    return FALSE;
  skh_register_query_set_search (query, words);
  entries = skh_register_store_read_page (db, query, cursor, SUGGESTED, NULL, error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      SkhEntry *entry = g_ptr_array_index (entries, i);

      add (found, skh_register_get_table (reg), skh_entry_get_id (entry),
           skh_entry_dup_label (entry));
    }
  return entries != NULL;
}

GPtrArray *
skh_link_finder_list_entries (SkhDatabase *db, const char *words, GError **error)
{
  g_autoptr (GPtrArray) found = skh_link_finder_new_list ();

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (!add_entries (db, targets[i], words, found, error))
      return NULL;
  return g_steal_pointer (&found);
}
