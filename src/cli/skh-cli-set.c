/* SPDX-License-Identifier: GPL-3.0-or-later */

/* set: one change, one transaction. */
#include "skh-cli-line-json.h"

#include "skh-number.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *on_text, *period_text, *unit_code, *task_no, *state_text, *day_text,
  *document, *note, *count_text;
static char **figure_texts;

const GOptionEntry skh_cli_set_options[] = {
  { "unit", 0, 0, G_OPTION_ARG_STRING, &unit_code, N_ ("The unit"), "CODE" },
  { "task", 0, 0, G_OPTION_ARG_STRING, &task_no, N_ ("The task"), "NO" },
  { "period", 0, 0, G_OPTION_ARG_STRING, &period_text,
    N_ ("The quarter (month, half) of a task that has one line each"), "P" },
  { "state", 0, 0, G_OPTION_ARG_STRING, &state_text,
    N_ ("not_started, in_progress, delivered, rework or not_applicable"), "S" },
  { "day", 0, 0, G_OPTION_ARG_STRING, &day_text, N_ ("The day of delivery"), "DATE" },
  { "document", 0, 0, G_OPTION_ARG_STRING, &document,
    N_ ("Number and symbol of what came; empty takes it away"), "TEXT" },
  { "note", 0, 0, G_OPTION_ARG_STRING, &note,
    N_ ("A note; of “not_applicable”, the reason"), "TEXT" },
  { "count", 0, 0, G_OPTION_ARG_STRING, &count_text, N_ ("How many of how many"), "N/M" },
  { "figure", 0, 0, G_OPTION_ARG_STRING_ARRAY, &figure_texts,
    N_ ("A figure the task asks for"), "NAME=N[/M]" },
  { "on", 0, 0, G_OPTION_ARG_STRING, &on_text, N_ ("Today (default: the clock's)"),
    "DATE" },
  { NULL },
};

typedef struct
{
  SkhAssignmentEdit edit;
  GArray *figures; /* SkhFigureEdit */
  GPtrArray *keys;
  SkhPeriod period;
  SkhDate on;
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->figures, g_array_unref);
  g_clear_pointer (&request->keys, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* — From words to the edit; FALSE after saying what is wrong — */

static gboolean
read_state (Request *request)
{
  if (state_text == NULL)
    return TRUE;
  request->edit.fields |= SKH_EDIT_STATE;
  if (skh_state_from_string (state_text, &request->edit.state))
    return TRUE;
  skh_cli_usage (_ ("--state “%s” is no state; the states are: not_started, in_progress, "
                    "delivered, rework, not_applicable."),
                 state_text);
  return FALSE;
}

/* Delivered without a day is delivered today; a day from the future is a slip. */
static gboolean
read_day (Request *request)
{
  gboolean delivered = (request->edit.fields & SKH_EDIT_STATE)
                       && request->edit.state == SKH_STATE_DELIVERED;

  if (day_text == NULL && !delivered)
    return TRUE;
  request->edit.fields |= SKH_EDIT_DELIVERED_ON;
  request->edit.delivered_on = request->on;
  if (day_text != NULL
      && !skh_cli_read_day ("--day", day_text, &request->edit.delivered_on))
    return FALSE;
  if ((request->edit.fields & SKH_EDIT_STATE) && !delivered)
    {
      skh_cli_usage (_ ("--day goes with --state delivered."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_count (Request *request)
{
  gboolean has_total;

  request->edit.total = -1;
  if (count_text == NULL)
    return TRUE;
  request->edit.fields |= SKH_EDIT_COUNT;
  if (skh_number_parse_share (count_text, &request->edit.count, &request->edit.total,
                              &has_total)
      && has_total)
    return TRUE;
  skh_cli_usage (_ ("--count “%s” is not two numbers; write it as 11/12."), count_text);
  return FALSE;
}

static gboolean
read_figure (Request *request, const char *text)
{
  const char *equals = strchr (text, '=');
  SkhFigureEdit figure = { .total = -1 };
  gboolean has_total;

  if (equals == NULL || equals == text
      || !skh_number_parse_share (equals + 1, &figure.value, &figure.total, &has_total))
    {
      skh_cli_usage (_ ("--figure “%s” is not NAME=N or NAME=N/M."), text);
      return FALSE;
    }
  if (!has_total)
    figure.total = -1;
  figure.key = g_strndup (text, (gsize)(equals - text));
  g_ptr_array_add (request->keys, (gpointer)figure.key);
  g_array_append_val (request->figures, figure);
  return TRUE;
}

static void
read_texts (Request *request)
{
  if (document != NULL)
    {
      request->edit.fields |= SKH_EDIT_DOCUMENT;
      request->edit.document = document;
    }
  if (note == NULL)
    return;
  if ((request->edit.fields & SKH_EDIT_STATE)
      && request->edit.state == SKH_STATE_NOT_APPLICABLE)
    {
      request->edit.fields |= SKH_EDIT_REASON;
      request->edit.reason = note;
      return;
    }
  request->edit.fields |= SKH_EDIT_NOTE;
  request->edit.note = note;
}

static gboolean
read_request (Request *request)
{
  request->figures = g_array_new (FALSE, FALSE, sizeof (SkhFigureEdit));
  request->keys = g_ptr_array_new_with_free_func (g_free);
  if (unit_code == NULL || task_no == NULL)
    {
      skh_cli_usage (_ ("“set” needs --unit and --task."));
      return FALSE;
    }
  if ((period_text != NULL && !skh_cli_read_period (period_text, &request->period))
      || !skh_cli_read_day ("--on", on_text, &request->on) || !read_state (request)
      || !read_day (request) || !read_count (request))
    return FALSE;
  for (guint i = 0; figure_texts != NULL && figure_texts[i] != NULL; i++)
    if (!read_figure (request, figure_texts[i]))
      return FALSE;
  read_texts (request);
  request->edit.figures = (const SkhFigureEdit *)(gpointer)request->figures->data;
  request->edit.n_figures = request->figures->len;
  if (request->edit.fields != 0 || request->edit.n_figures > 0)
    return TRUE;
  skh_cli_usage (_ ("“set” needs something to set: --state, --day, --document, --note, "
                    "--count or --figure."));
  return FALSE;
}

/* — The line — */

static char *
list_periods (SkhLedger *ledger, guint task)
{
  const SkhTask *record = &skh_ledger_get_tasks (ledger, NULL)[task];
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_get_periods (record->deadline.kind,
                                      skh_ledger_get_plan (ledger)->year, periods);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *period = skh_period_to_string (periods[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", period);
    }
  return g_string_free (text, FALSE);
}

static const SkhAssignment *
find_line (SkhLedger *ledger, const Request *request, GError **error)
{
  guint unit, task, index;
  g_autofree char *periods = NULL;

  if (!skh_cli_find_unit (ledger, unit_code, &unit, error)
      || !skh_cli_find_task (ledger, task_no, &task, error))
    return NULL;
  index = skh_ledger_find_assignment (ledger, task, unit, request->period);
  if (index != SKH_NO_INDEX)
    return &skh_ledger_get_assignments (ledger, NULL)[index];
  periods = list_periods (ledger, task);
  if (period_text == NULL && strchr (periods, ',') != NULL)
    g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
                 _ ("task %s has a line each period; add --period, one of: %s."), task_no,
                 periods);
  else
    g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
                 _ ("unit %s owes no such line of task %s, whose periods are: %s."),
                 unit_code, task_no, periods);
  return NULL;
}

static gboolean
check_future (const Request *request, GError **error)
{
  g_autofree char *day = NULL, *on = NULL;

  if (!(request->edit.fields & SKH_EDIT_DELIVERED_ON)
      || request->edit.delivered_on <= request->on)
    return TRUE;
  day = skh_date_to_iso (request->edit.delivered_on);
  on = skh_date_to_iso (request->on);
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID,
               _ ("the day of delivery %s is after %s; correct it, or say --on."), day,
               on);
  return FALSE;
}

typedef struct
{
  const char *label;
  const SkhAssignmentEdit *edit;
} EditCall;

static gboolean
run_edit (SkhDatabase *db, gpointer data, GError **error)
{
  EditCall *call = data;

  return skh_assignment_store_edit (db, call->label, call->edit, 1, error);
}

static gboolean
apply (SkhLedger *ledger, SkhWorkbook *workbook, Request *request, GError **error)
{
  const SkhAssignment *line = find_line (ledger, request, error);
  g_autofree char *label = NULL;
  EditCall call = { .edit = &request->edit };

  if (line == NULL || !check_future (request, error))
    return FALSE;
  label = g_strdup_printf ("%s – %s: %s",
                           skh_ledger_get_units (ledger, NULL)[line->unit].short_name,
                           skh_ledger_get_tasks (ledger, NULL)[line->task].short_title,
                           state_text != NULL ? state_text : _ ("changed"));
  call.label = label;
  request->edit.assignment_id = line->id;
  return skh_workbook_run (workbook, run_edit, &call, error);
}

SkhCliStatus
skh_cli_run_set (char **words)
{
  g_auto (Request) request = { .period = SKH_PERIOD_INIT_NONE };
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhWorkbook) workbook = NULL;
  GError *error = NULL;

  if (!read_request (&request))
    return SKH_CLI_USAGE;
  ledger = skh_cli_open (words[0], SKH_WORKBOOK_OPEN_WRITE, &workbook, &error);
  if (ledger == NULL || !apply (ledger, workbook, &request, &error))
    return skh_cli_fail (error);
  return SKH_CLI_DONE;
}
