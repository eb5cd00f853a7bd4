/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli-records.h"

/* — Values — */

json_t *
skh_cli_record_string (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

json_t *
skh_cli_record_date (SkhDate date)
{
  g_autofree char *text = skh_date_to_iso (date);

  return skh_cli_record_string (text);
}

/* As text: what reads JSON into a double would round it. */
json_t *
skh_cli_record_id (gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return json_string (text);
}

static json_t *
record_list (const char *const *texts)
{
  json_t *array = json_array ();

  for (; texts != NULL && *texts != NULL; texts++)
    json_array_append_new (array, json_string (*texts));
  return array;
}

static json_t *
record_share (gint64 n, gint64 total)
{
  json_t *array = json_array ();

  json_array_append_new (array, json_integer (n));
  json_array_append_new (array, total >= 0 ? json_integer (total) : json_null ());
  return array;
}

static void
set (json_t *record, const char *key, json_t *value)
{
  json_object_set_new (record, key, value);
}

/* — Tasks and units — */

/* A due day that is no working day has the next one shown beside it, never in its place;
   for a year whose holidays nobody entered it is only likely. */
static void
add_next_working_day (SkhLedger *ledger, SkhDate last_day, json_t *record)
{
  const SkhHolidays *holidays = skh_ledger_get_holidays (ledger);
  gboolean is_off
    = last_day != SKH_DATE_NONE && !skh_holidays_is_working_day (holidays, last_day);
  gboolean certain = TRUE;
  SkhDate next = SKH_DATE_NONE;

  if (is_off)
    next = skh_holidays_get_next_working_day (holidays, last_day, &certain);
  else if (last_day != SKH_DATE_NONE)
    certain = skh_holidays_knows_year (holidays, skh_date_get_year (last_day));
  set (record, "next_working_day", skh_cli_record_date (next));
  set (record, "next_working_day_certain", json_boolean (certain));
}

/* section is the plan's own clause, II.1.2.a; top_section the one rates are given by. */
json_t *
skh_cli_record_task (SkhLedger *ledger, const SkhTask *task)
{
  const SkhSection *sections = skh_ledger_get_sections (ledger, NULL);
  const char *top = sections[task->section].code;
  json_t *record = json_object ();

  set (record, "no", json_string (task->no));
  set (record, "section", json_string (task->clause != NULL ? task->clause : top));
  set (record, "top_section", json_string (top));
  set (record, "lead", record_list (task->lead));
  set (record, "lead_name", skh_cli_record_string (task->lead_short));
  set (record, "with", record_list (task->with));
  set (record, "task", json_string (task->title));
  set (record, "short_title", json_string (task->short_title));
  set (record, "deliverable", skh_cli_record_string (task->deliverable));
  set (record, "recipient", skh_cli_record_string (task->recipient));
  set (record, "via", record_list (task->via));
  set (record, "wording", skh_cli_record_string (task->wording));
  set (record, "kind", json_string (skh_deadline_kind_to_string (task->deadline.kind)));
  set (record, "first_day", skh_cli_record_date (task->deadline.first_day));
  set (record, "last_day", skh_cli_record_date (task->deadline.last_day));
  add_next_working_day (ledger, task->deadline.last_day, record);
  return record;
}

json_t *
skh_cli_record_unit (SkhLedger *ledger, const SkhUnit *unit)
{
  const SkhUnit *units = skh_ledger_get_units (ledger, NULL);
  const char *parent = unit->parent != SKH_NO_INDEX ? units[unit->parent].code : NULL;
  json_t *record = json_object ();

  set (record, "code", json_string (unit->code));
  set (record, "name", json_string (unit->name));
  set (record, "short_name", json_string (unit->short_name));
  set (record, "parent", skh_cli_record_string (parent));
  set (record, "groups", record_list (unit->groups));
  set (record, "opened", skh_cli_record_date (unit->opened));
  set (record, "closed", skh_cli_record_date (unit->closed));
  return record;
}

/* — Lines — */

static json_t *
record_figures (SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  const SkhFigure *figures = skh_ledger_get_figures (ledger, line);
  json_t *record = json_object ();

  for (guint i = 0; i < line->n_figures; i++)
    {
      const SkhMeasure *measure = &task->measures[figures[i].measure];

      set (record, measure->key,
           measure->of_total ? record_share (figures[i].value, figures[i].total)
                             : json_integer (figures[i].value));
    }
  return record;
}

/* What registers count in place of what was typed: {"cells_met": {"register": …,
   "figure": [2, 12]}}. Of a line without a period the whole year. */
static json_t *
record_counted (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  SkhPeriod year
    = skh_period_new (SKH_PERIOD_YEAR, skh_ledger_get_plan (ledger)->year, 1);
  json_t *record = json_object ();

  for (guint i = 0; i < task->n_measures; i++)
    {
      const SkhMeasure *measure = &task->measures[i];
      SkhFigure figure;

      if (skh_ledger_get_counted (ledger, line, i, year, on, &figure))
        set (record, measure->key,
             json_pack ("{s:s, s:o}", "register", skh_ledger_get_counter (measure->key),
                        "figure",
                        measure->of_total ? record_share (figure.value, figure.total)
                                          : json_integer (figure.value)));
    }
  return record;
}

/* Fields that are there only when there is something to say. */
static void
add_remarks (SkhLedger *ledger, const SkhAssignment *line, SkhDate on, json_t *record)
{
  json_t *counted = record_counted (ledger, line, on);
  SkhLineCount count = skh_ledger_get_count (ledger, line, on);

  if (json_object_size (counted) > 0)
    set (record, "counted", counted);
  else
    json_decref (counted);
  if (count.count >= 0)
    set (record, "count", record_share (count.count, count.total));
  if (count.register_id != NULL)
    set (record, "count_register", json_string (count.register_id));
  if (skh_ledger_is_missing (ledger, line, on))
    set (record, "missing", json_true ());
  if (line->line.is_empty_return)
    set (record, "empty", json_true ());
  if (line->note != NULL)
    set (record, "note", json_string (line->note));
  if (line->reason != NULL)
    set (record, "reason", json_string (line->reason));
}

/* The line as seen on a day: a delivery after it has not come yet. */
json_t *
skh_cli_record_line (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  const SkhUnit *unit = &skh_ledger_get_units (ledger, NULL)[line->unit];
  SkhStatus status = skh_ledger_get_status (ledger, line, on);
  SkhChased chased = skh_ledger_get_chased (ledger, line, on);
  gboolean delivered = status.state == SKH_STATE_DELIVERED;
  g_autofree char *period = skh_period_to_string (line->line.period);
  json_t *record = json_object ();

  set (record, "unit", json_string (unit->code));
  set (record, "unit_name", json_string (unit->short_name));
  set (record, "task", json_string (task->no));
  set (record, "task_title", json_string (task->short_title));
  set (record, "period", json_string (period));
  set (record, "state", json_string (skh_state_to_string (status.state)));
  set (record, "delivered_on",
       skh_cli_record_date (delivered ? line->line.delivered_on : SKH_DATE_NONE));
  set (record, "document", skh_cli_record_string (line->document));
  set (record, "due", skh_cli_record_date (line->line.due));
  set (record, "timeliness", json_string (skh_timeliness_to_string (status.timeliness)));
  set (record, "days",
       status.timeliness != SKH_TIMELINESS_NONE ? json_integer (status.days)
                                                : json_null ());
  set (record, "figures", record_figures (ledger, line));
  set (record, "chased", json_integer (chased.times));
  set (record, "chased_on", skh_cli_record_date (chased.last));
  add_remarks (ledger, line, on, record);
  return record;
}

/* — Rates — */

static json_t *
record_ratio (double ratio)
{
  return ratio >= 0 ? json_real (ratio) : json_null ();
}

void
skh_cli_record_add_rates (json_t *record, const SkhRates *rates)
{
  set (record, "expected", json_integer (rates->expected));
  set (record, "actual", json_integer (rates->actual));
  set (record, "on_time", json_integer (rates->on_time));
  set (record, "late", json_integer (rates->late));
  set (record, "overdue", json_integer (rates->overdue));
  set (record, "pending", json_integer (rates->pending));
  set (record, "completeness", record_ratio (skh_rates_get_completeness (rates)));
  set (record, "timeliness", record_ratio (skh_rates_get_timeliness (rates)));
}
