/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chasing: recorded, and written as letters. */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include "skh-chase-letter.h"

#include <glib/gi18n-lib.h>

/* — Who and what is chosen — */

/* Flags of the ledger's units and sections; NULL: all. */
typedef struct
{
  gboolean *units, *sections;
} Choice;

static void
choice_clear (Choice *choice)
{
  g_free (choice->units);
  g_free (choice->sections);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
choose_units (SkhCliCall *call, SkhLedger *ledger, Choice *choice, GError **error)
{
  guint n;

  skh_ledger_get_units (ledger, &n);
  choice->units = call->units != NULL ? g_new0 (gboolean, n + 1) : NULL;
  for (guint i = 0; call->units != NULL && call->units[i] != NULL; i++)
    {
      guint unit = skh_ledger_find_unit (ledger, call->units[i]);

      if (unit == SKH_NO_INDEX)
        return skh_cli_refuse (error,
                               _ ("“%s” has no unit “%s”. List its units with: %s units"),
                               call->arguments[0], call->units[i], SKH_CLI_PROGRAM);
      choice->units[unit] = TRUE;
    }
  return TRUE;
}

static gboolean
choose_sections (SkhCliCall *call, SkhLedger *ledger, Choice *choice, GError **error)
{
  guint n;

  skh_ledger_get_sections (ledger, &n);
  choice->sections = call->sections != NULL ? g_new0 (gboolean, n + 1) : NULL;
  for (guint i = 0; call->sections != NULL && call->sections[i] != NULL; i++)
    {
      guint section = skh_ledger_find_section (ledger, call->sections[i]);

      if (section == SKH_NO_INDEX)
        return skh_cli_refuse (error, _ ("“%s” has no section “%s”; write one as II.1."),
                               call->arguments[0], call->sections[i]);
      choice->sections[section] = TRUE;
    }
  return TRUE;
}

static gboolean
is_chosen (SkhLedger *ledger, guint index, gpointer data)
{
  const Choice *choice = data;
  const SkhAssignment *line = &skh_ledger_get_assignments (ledger, NULL)[index];
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];

  return (choice->units == NULL || choice->units[line->unit])
         && (choice->sections == NULL || choice->sections[task->section]);
}

SkhChaseList *
skh_cli_make_chase_list (SkhCliCall *call, SkhLedger *ledger, GError **error)
{
  g_auto (Choice) choice = { 0 };

  if (!choose_units (call, ledger, &choice, error)
      || !choose_sections (call, ledger, &choice, error))
    return NULL;
  return skh_chase_list_new (ledger, call->on, is_chosen, &choice);
}

/* — Letters — */

typedef struct
{
  SkhDocx *docx;
} Template;

static gboolean
load_template (SkhDatabase *db, gpointer data, GError **error)
{
  Template *template = data;

  template->docx = skh_chase_letter_load_template (db, error);
  return template->docx != NULL;
}

static SkhDocx *
get_template (SkhCliCall *call, SkhWorkbook *workbook, GError **error)
{
  Template template = { NULL };

  if (call->letter != NULL)
    return skh_chase_letter_read_template (call->letter, error);
  return skh_workbook_run (workbook, load_template, &template, error) ? template.docx
                                                                      : NULL;
}

/* One file when its name says so, else a folder of them. The paths, or NULL. */
static GPtrArray *
write_letters (SkhCliCall *call, SkhDocx *docx, SkhChaseList *list, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (call->output, -1);
  g_autoptr (GPtrArray) paths = NULL;

  if (!g_str_has_suffix (lower, ".docx"))
    return skh_chase_letter_write_folder (docx, list, call->output, error);
  paths = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (paths, g_strdup (call->output));
  return skh_chase_letter_write (docx, list, call->output, error)
           ? g_steal_pointer (&paths)
           : NULL;
}

static void
print_paths (SkhCliCall *call, SkhChaseList *list, GPtrArray *paths)
{
  json_t *files = json_array ();
  guint n_units;

  skh_chase_list_get_units (list, &n_units);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_filename_display_name (g_ptr_array_index (paths, i));

      json_array_append_new (files, json_string (name));
    }
  if (call->json)
    {
      skh_cli_print_json (json_pack ("{s:i, s:o}", "letters", n_units, "files", files));
      return;
    }
  json_decref (files);
}

gboolean
skh_cli_run_export_letters (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhChaseList) list = NULL;
  g_autoptr (SkhDocx) docx = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  ledger
    = workbook != NULL ? skh_workbook_load_ledger (workbook, call->plan_id, error) : NULL;
  list = ledger != NULL ? skh_cli_make_chase_list (call, ledger, error) : NULL;
  docx = list != NULL ? get_template (call, workbook, error) : NULL;
  paths = docx != NULL ? write_letters (call, docx, list, error) : NULL;
  if (paths == NULL)
    return FALSE;
  print_paths (call, list, paths);
  return TRUE;
}

/* — Recording — */

typedef struct
{
  SkhChaseEdit edit;
  GArray *ids; /* gint64 */
} Record;

static gboolean
write_record (SkhDatabase *db, gpointer data, GError **error)
{
  Record *record = data;

  return skh_chase_store_add (db, (const gint64 *)(gpointer)record->ids->data,
                              record->ids->len, &record->edit, error);
}

/* Without a task: what is overdue or due soon. A task that is named may be chased before
   that, as long as it is owed. */
static gboolean
is_to_chase (SkhCliCall *call,
             SkhLedger *ledger,
             const SkhAssignment *line,
             guint unit,
             guint task)
{
  SkhStatus status = skh_ledger_get_status (ledger, line, call->on);
  gboolean is_owed
    = status.state != SKH_STATE_DELIVERED && status.state != SKH_STATE_NOT_APPLICABLE;

  if (line->unit != unit || (task != SKH_NO_INDEX && line->task != task)
      || (skh_period_is_set (call->period)
          && !skh_line_is_listed (&line->line, call->period)))
    return FALSE;
  return task != SKH_NO_INDEX && skh_period_is_set (call->period)
           ? is_owed
           : status.timeliness == SKH_TIMELINESS_OVERDUE
               || status.timeliness == SKH_TIMELINESS_DUE_SOON;
}

static gboolean
find_lines (SkhCliCall *call, SkhLedger *ledger, GArray *ids, GError **error)
{
  guint unit, task, n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  if (!skh_cli_call_find_unit (call, ledger, &unit, error)
      || !skh_cli_call_find_task (call, ledger, &task, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (is_to_chase (call, ledger, &lines[i], unit, task))
      g_array_append_val (ids, lines[i].id);
  return ids->len > 0
         || skh_cli_refuse (error,
                            _ ("In “%s” there is nothing to chase of unit “%s” on that "
                               "day. See what it owes with: %s checklist --unit %s"),
                            call->arguments[0], call->unit, SKH_CLI_PROGRAM, call->unit);
}

static gboolean
take_how (SkhCliCall *call, Record *record, GError **error)
{
  record->edit.day = call->on;
  record->edit.who = call->who != NULL ? call->who : g_get_real_name ();
  record->edit.note = call->note;
  return skh_chase_how_from_string (call->how, &record->edit.how)
         || skh_cli_fail_usage (
           error,
           _ ("“%s” is no way to chase; write letter, phone, zalo, email or meeting."),
           call->how);
}

static void
print_lines (SkhCliCall *call, SkhLedger *ledger, GArray *ids)
{
  static const SkhCliColumn columns[]
    = { { N_ ("Unit"), "unit_name" }, { N_ ("Task"), "task" },
        { N_ ("Period"), "period" },  { N_ ("Chased"), "chased" },
        { N_ ("Last"), "chased_on" }, { N_ ("What"), "task_title" } };
  SkhCliList *list = skh_cli_list_new (call, columns, G_N_ELEMENTS (columns));
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      guint line
        = skh_ledger_find_assignment_by_id (ledger, g_array_index (ids, gint64, i));

      if (line != SKH_NO_INDEX)
        skh_cli_list_add (list, skh_cli_record_line (ledger, &lines[line], call->on));
    }
  skh_cli_list_end (list);
}

gboolean
skh_cli_run_chase (SkhCliCall *call, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhLedger) before = NULL, after = NULL;
  Record record = { .ids = ids };

  if (!take_how (call, &record, error))
    return FALSE;
  workbook = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_WRITE, error);
  before
    = workbook != NULL ? skh_workbook_load_ledger (workbook, call->plan_id, error) : NULL;
  if (before == NULL || !find_lines (call, before, ids, error)
      || !skh_workbook_run (workbook, write_record, &record, error))
    return FALSE;
  after = skh_workbook_load_ledger (workbook, call->plan_id, error);
  if (after == NULL)
    return FALSE;
  print_lines (call, after, ids);
  return TRUE;
}
