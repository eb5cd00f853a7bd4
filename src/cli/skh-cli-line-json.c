/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli-line-json.h"

#include <glib/gi18n-lib.h>

static json_t *
figures_to_json (SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  const SkhFigure *figures = skh_ledger_get_figures (ledger, line);
  json_t *object = json_object ();

  for (guint i = 0; i < line->n_figures; i++)
    {
      const char *key = task->measures[figures[i].measure].key;

      json_object_set_new (object, key,
                           figures[i].total >= 0
                             ? json_pack ("[I, I]", (json_int_t)figures[i].value,
                                          (json_int_t)figures[i].total)
                             : json_integer (figures[i].value));
    }
  return object;
}

static void
set_optional (json_t *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_new (object, key, json_string (text));
}

static void
set_extras (json_t *object, SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  if (line->count >= 0)
    json_object_set_new (object, "count",
                         json_pack ("[I, o]", (json_int_t)line->count,
                                    line->total >= 0 ? json_integer (line->total)
                                                     : json_null ()));
  if (skh_ledger_is_missing (ledger, line, on))
    json_object_set_new (object, "missing", json_true ());
  if (line->line.is_empty_return)
    json_object_set_new (object, "empty", json_true ());
  set_optional (object, "note", line->note);
  set_optional (object, "reason", line->reason);
}

/* A line as seen on a day; a delivery after it has neither happened nor a day. */
json_t *
skh_cli_line_to_json (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  SkhStatus status = skh_ledger_get_status (ledger, line, on);
  g_autofree char *period = skh_period_to_string (line->line.period);
  gboolean delivered = status.state == SKH_STATE_DELIVERED;
  json_t *object = json_object ();

  json_object_set_new (object, "unit",
                       json_string (
                         skh_ledger_get_units (ledger, NULL)[line->unit].code));
  json_object_set_new (object, "task",
                       json_string (skh_ledger_get_tasks (ledger, NULL)[line->task].no));
  json_object_set_new (object, "period", json_string (period));
  json_object_set_new (object, "state", json_string (skh_state_to_string (status.state)));
  json_object_set_new (object, "delivered_on",
                       skh_cli_json_day (delivered ? line->line.delivered_on
                                                   : SKH_DATE_NONE));
  json_object_set_new (object, "document", skh_cli_json_text (line->document));
  json_object_set_new (object, "due", skh_cli_json_day (line->line.due));
  json_object_set_new (object, "timeliness",
                       json_string (skh_timeliness_to_string (status.timeliness)));
  json_object_set_new (object, "days",
                       status.timeliness != SKH_TIMELINESS_NONE
                         ? json_integer (status.days)
                         : json_null ());
  json_object_set_new (object, "figures", figures_to_json (ledger, line));
  set_extras (object, ledger, line, on);
  return object;
}

gboolean
skh_cli_find_unit (SkhLedger *ledger, const char *code, guint *unit, GError **error)
{
  *unit = skh_ledger_find_unit (ledger, code);
  if (*unit != SKH_NO_INDEX)
    return TRUE;
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
               _ ("there is no unit “%s”; “units” lists those there are."), code);
  return FALSE;
}

gboolean
skh_cli_find_task (SkhLedger *ledger, const char *no, guint *task, GError **error)
{
  *task = skh_ledger_find_task (ledger, no);
  if (*task != SKH_NO_INDEX)
    return TRUE;
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
               _ ("there is no task “%s”; “tasks” lists those there are."), no);
  return FALSE;
}
