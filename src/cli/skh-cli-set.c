/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One change of one line, in one transaction. What the options say is checked here, what
   the line allows by the store. */
#include "skh-cli-commands.h"

#include "skh-number.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the options ask for. figures borrow their keys from `keys`. */
typedef struct
{
  SkhAssignmentEdit edit;
  GArray *figures; /* SkhFigureEdit */
  GPtrArray *keys;
  char *label;
} Change;

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->figures, g_array_unref);
  g_clear_pointer (&change->keys, g_ptr_array_unref);
  g_free (change->label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

/* — From the options — */

static gboolean
take_state (SkhCliCall *call, SkhAssignmentEdit *edit, GError **error)
{
  if (call->state == NULL)
    return TRUE;
  if (!skh_state_from_string (call->state, &edit->state))
    return skh_cli_fail_usage (error,
                               _ ("“%s” is no state; write not_started, in_progress, "
                                  "delivered, rework or not_applicable."),
                               call->state);
  edit->fields |= SKH_EDIT_STATE;
  return TRUE;
}

static gboolean
take_count (SkhCliCall *call, SkhAssignmentEdit *edit, GError **error)
{
  gboolean has_total;

  if (call->count == NULL)
    return TRUE;
  if (!skh_number_parse_share (call->count, &edit->count, &edit->total, &has_total))
    return skh_cli_fail_usage (error, _ ("“%s” is no count; write for example 12/17."),
                               call->count);
  if (!has_total)
    edit->total = -1;
  edit->fields |= SKH_EDIT_COUNT;
  return TRUE;
}

static gboolean
take_figure (const char *text, Change *change, GError **error)
{
  const char *equals = strchr (text, '=');
  SkhFigureEdit figure = { 0 };
  gboolean has_total;
  char *key;

  if (equals == NULL || equals == text
      || !skh_number_parse_share (equals + 1, &figure.value, &figure.total, &has_total))
    return skh_cli_fail_usage (
      error, _ ("“%s” is no figure; write for example meetings=2 or members=40/45."),
      text);
  if (!has_total)
    figure.total = -1;
  key = g_strndup (text, (gsize)(equals - text));
  g_ptr_array_add (change->keys, key);
  figure.key = key;
  g_array_append_val (change->figures, figure);
  return TRUE;
}

/* The note of a line that becomes not applicable is the reason why. */
static void
take_note (SkhCliCall *call, SkhAssignmentEdit *edit)
{
  gboolean is_reason
    = (edit->fields & SKH_EDIT_STATE) && edit->state == SKH_STATE_NOT_APPLICABLE;

  if (call->note == NULL)
    return;
  edit->fields |= is_reason ? SKH_EDIT_REASON : SKH_EDIT_NOTE;
  *(is_reason ? &edit->reason : &edit->note) = call->note;
}

static gboolean
take_options (SkhCliCall *call, Change *change, GError **error)
{
  SkhAssignmentEdit *edit = &change->edit;

  edit->total = -1;
  if (!take_state (call, edit, error) || !take_count (call, edit, error))
    return FALSE;
  for (guint i = 0; call->figures != NULL && call->figures[i] != NULL; i++)
    if (!take_figure (call->figures[i], change, error))
      return FALSE;
  take_note (call, edit);
  if (call->document != NULL)
    {
      edit->fields |= SKH_EDIT_DOCUMENT;
      edit->document = call->document;
    }
  edit->figures = (const SkhFigureEdit *)change->figures->data;
  edit->n_figures = change->figures->len;
  if (edit->fields == 0 && edit->n_figures == 0 && call->day == SKH_DATE_NONE)
    return skh_cli_fail_usage (error,
                               _ ("Say what to set: --state, --day, --document, --note, "
                                  "--count or --figure."));
  return TRUE;
}

/* — With the line — */

static char *
list_periods (SkhLedger *ledger, guint task, guint unit)
{
  const SkhTask *record = &skh_ledger_get_tasks (ledger, NULL)[task];
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = record->first_assignment;
       i < record->first_assignment + record->n_assignments; i++)
    if (lines[i].unit == unit)
      {
        g_autofree char *period = skh_period_to_string (lines[i].line.period);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", period);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
refuse_line (SkhCliCall *call, SkhLedger *ledger, guint task, guint unit, GError **error)
{
  g_autofree char *periods = list_periods (ledger, task, unit);

  if (*periods == '\0')
    return skh_cli_refuse (error,
                           _ ("In “%s” unit “%s” does not owe task %s. See what it owes "
                              "with: %s checklist --unit %s"),
                           call->arguments[0], call->unit, call->task, SKH_CLI_PROGRAM,
                           call->unit);
  if (skh_period_is_set (call->period))
    return skh_cli_refuse (error,
                           _ ("In “%s” task %s has no line of unit “%s” for %s, but for: "
                              "%s."),
                           call->arguments[0], call->task, call->unit, call->period_text,
                           periods);
  return skh_cli_refuse (error,
                         _ ("In “%s” task %s has several periods; give --period, one of: "
                            "%s."),
                         call->arguments[0], call->task, periods);
}

static gboolean
find_line (SkhCliCall *call, SkhLedger *ledger, guint *line, GError **error)
{
  guint unit, task;

  if (!skh_cli_call_find_unit (call, ledger, &unit, error)
      || !skh_cli_call_find_task (call, ledger, &task, error))
    return FALSE;
  *line = skh_ledger_find_assignment (ledger, task, unit, call->period);
  return *line != SKH_NO_INDEX || refuse_line (call, ledger, task, unit, error);
}

/* A line that is or becomes delivered takes the day given, else the one it has, else the
   day looked from. */
static gboolean
take_day (SkhCliCall *call, const SkhAssignment *line, Change *change, GError **error)
{
  SkhAssignmentEdit *edit = &change->edit;
  gboolean sets_state = (edit->fields & SKH_EDIT_STATE) != 0;
  SkhState state = sets_state ? edit->state : (SkhState)line->line.state;

  if (call->day != SKH_DATE_NONE && state != SKH_STATE_DELIVERED)
    return skh_cli_refuse (error,
                           _ ("In “%s” a day of delivery belongs to a delivered line; "
                              "give --state delivered with --day."),
                           call->arguments[0]);
  if (call->day != SKH_DATE_NONE && call->day > call->on)
    return skh_cli_refuse (error,
                           _ ("In “%s” nothing can be delivered on %s, a day still to "
                              "come; correct --day."),
                           call->arguments[0], call->day_text);
  if (state != SKH_STATE_DELIVERED || (call->day == SKH_DATE_NONE && !sets_state))
    return TRUE;
  edit->fields |= SKH_EDIT_DELIVERED_ON;
  edit->delivered_on = call->day != SKH_DATE_NONE ? call->day : call->on;
  return TRUE;
}

static gboolean
complete (SkhCliCall *call,
          SkhLedger *ledger,
          const SkhAssignment *line,
          Change *change,
          GError **error)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  const SkhUnit *unit = &skh_ledger_get_units (ledger, NULL)[line->unit];

  if ((change->edit.fields & SKH_EDIT_COUNT) && task->counts == NULL)
    return skh_cli_refuse (error,
                           _ ("In “%s” task %s is not counted; leave --count out."),
                           call->arguments[0], task->no);
  change->edit.assignment_id = line->id;
  change->label
    = g_strdup_printf ("Đánh dấu: %s – nhiệm vụ %s", unit->short_name, task->no);
  return take_day (call, line, change, error);
}

static gboolean
write_change (SkhDatabase *db, gpointer data, GError **error)
{
  Change *change = data;

  return skh_assignment_store_edit (db, change->label, &change->edit, 1, error);
}

gboolean
skh_cli_run_set (SkhCliCall *call, GError **error)
{
  g_auto (Change) change = {
    .figures = g_array_new (FALSE, TRUE, sizeof (SkhFigureEdit)),
    .keys = g_ptr_array_new_with_free_func (g_free),
  };
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhLedger) before = NULL, after = NULL;
  guint line;

  if (!take_options (call, &change, error))
    return FALSE;
  workbook = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_WRITE, error);
  if (workbook == NULL)
    return FALSE;
  before = skh_workbook_load_ledger (workbook, call->plan_id, error);
  if (before == NULL || !find_line (call, before, &line, error)
      || !complete (call, before, &skh_ledger_get_assignments (before, NULL)[line],
                    &change, error)
      || !skh_workbook_run (workbook, write_change, &change, error))
    return FALSE;

  after = skh_workbook_load_ledger (workbook, call->plan_id, error);
  if (after == NULL)
    return FALSE;
  skh_cli_print_line (call, after, &skh_ledger_get_assignments (after, NULL)[line]);
  return TRUE;
}
