/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tasks of a template. */
#include "skh-template-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* — Deadlines: by rule, so that every year gets its own days — */

static SkhPeriod
read_period (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  const char *text = skh_template_get_text (self, place, "period", TRUE);
  SkhPeriod period = skh_period_parse (text);

  if (text != NULL && !skh_period_is_set (period))
    skh_template_fault (
      self, place->path, "period",
      _ ("“%s” is no period; write it as {year}, {year}-H1, {year}-Q1 or "
         "{year}-04."),
      text);
  return period;
}

/* "Before 29 February" is before the end of February in a year that has no such day. */
static SkhDate
read_limit (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  const char *text = skh_template_get_text (self, place, "day", TRUE);
  SkhDate day = text != NULL ? skh_date_parse_iso (text) : SKH_DATE_NONE;

  if (text != NULL && day == SKH_DATE_NONE && g_str_has_suffix (text, "-02-29"))
    {
      g_autofree char *month = g_strndup (text, strlen ("2023-02"));

      day = skh_period_get_last_day (skh_period_parse (month));
      day = day != SKH_DATE_NONE ? day + 1 : SKH_DATE_NONE;
    }
  if (text != NULL && day == SKH_DATE_NONE)
    skh_template_fault (self, place->path, "day",
                        _ ("“%s” is no day; write it as {year}-04-30."), text);
  return day;
}

/* A stretch of days that is no period of the calendar. The end of February is its end in
   every year. */
static SkhDate
read_edge (SkhTemplateReader *self, const SkhTemplatePlace *place, const char *field)
{
  const char *text = skh_template_get_text (self, place, field, FALSE);
  SkhDate day = text != NULL ? skh_date_parse_iso (text) : SKH_DATE_NONE;

  if (text != NULL && day == SKH_DATE_NONE && g_str_has_suffix (text, "-02-29"))
    {
      g_autofree char *month = g_strndup (text, strlen ("2023-02"));

      day = skh_period_get_last_day (skh_period_parse (month));
    }
  if (text != NULL && day == SKH_DATE_NONE)
    skh_template_fault (self, place->path, field,
                        _ ("“%s” is no day; write it as {year}-04-30."), text);
  return day;
}

static SkhDeadline
read_stretch (SkhTemplateReader *self,
              const SkhTemplatePlace *place,
              SkhDeadlineKind kind)
{
  SkhDeadline deadline = { .kind = kind,
                           .first_day = read_edge (self, place, "first_day"),
                           .last_day = read_edge (self, place, "last_day") };

  if (deadline.first_day != SKH_DATE_NONE && deadline.last_day < deadline.first_day)
    skh_template_fault (self, place->path, "last_day", _ ("is before the first day."));
  return deadline;
}

static SkhDeadline
read_deadline_of_kind (SkhTemplateReader *self,
                       const SkhTemplatePlace *place,
                       SkhDeadlineKind kind)
{
  gboolean is_dated = kind == SKH_DEADLINE_IN_PERIOD || kind == SKH_DEADLINE_BY_END_OF;

  if (is_dated && json_object_get (place->object, "last_day") != NULL)
    return read_stretch (self, place, kind);
  switch (kind)
    {
    case SKH_DEADLINE_IN_PERIOD:
      return skh_deadline_in_period (read_period (self, place));
    case SKH_DEADLINE_BY_END_OF:
      return skh_deadline_by_end_of (read_period (self, place),
                                     skh_template_get_flag (self, place, "starts", TRUE));
    case SKH_DEADLINE_BEFORE:
      return skh_deadline_before (read_limit (self, place));
    case SKH_DEADLINE_MONTHLY:
    case SKH_DEADLINE_QUARTERLY:
    case SKH_DEADLINE_HALF_YEARLY:
      return skh_deadline_periodic (kind, self->year);
    case SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE:
    case SKH_DEADLINE_RELATIVE:
    case SKH_DEADLINE_ONGOING:
    case SKH_DEADLINE_UNSPECIFIED:
    case SKH_N_DEADLINE_KINDS:
    default:
      return skh_deadline_open (kind);
    }
}

/* A field that the kind does not use would be a rule that is silently not kept. */
static const char *const *
get_deadline_fields (SkhDeadlineKind kind, gboolean has_days)
{
  static const char *const of_days[]
    = { "wording", "kind", "first_day", "last_day", NULL };
  static const char *const in_period[] = { "wording", "kind", "period", NULL };
  static const char *const by_end_of[] = { "wording", "kind", "period", "starts", NULL };
  static const char *const before[] = { "wording", "kind", "day", NULL };
  static const char *const relative[] = { "wording", "kind", "event", NULL };
  static const char *const other[] = { "wording", "kind", NULL };

  if (has_days && (kind == SKH_DEADLINE_IN_PERIOD || kind == SKH_DEADLINE_BY_END_OF))
    return of_days;
  return kind == SKH_DEADLINE_IN_PERIOD   ? in_period
         : kind == SKH_DEADLINE_BY_END_OF ? by_end_of
         : kind == SKH_DEADLINE_BEFORE    ? before
         : kind == SKH_DEADLINE_RELATIVE  ? relative
                                          : other;
}

static void
read_deadline (SkhTemplateReader *self,
               const SkhTemplatePlace *task_place,
               SkhTaskDraft *task)
{
  SkhTemplatePlace place = { .object = json_object_get (task_place->object, "deadline") };
  SkhDeadlineKind kind = SKH_DEADLINE_UNSPECIFIED;
  const char *text;

  g_snprintf (place.path, sizeof place.path, "%s.deadline", task_place->path);
  if (!json_is_object (place.object))
    {
      skh_template_fault (self, place.path, NULL, _ ("must be an object, in { }."));
      return;
    }
  text = skh_template_get_text (self, &place, "kind", TRUE);
  if (text == NULL || !skh_deadline_kind_from_string (text, &kind))
    {
      skh_template_fault (self, place.path, "kind",
                          _ ("“%s” is no kind of deadline; the kinds are: in_period, "
                             "by_end_of, before, monthly, quarterly, half_yearly, "
                             "quarterly_set_by_office, relative, ongoing, unspecified."),
                          text != NULL ? text : "");
      return;
    }
  skh_template_check_fields (
    self, &place,
    get_deadline_fields (kind, json_object_get (place.object, "last_day") != NULL));
  task->deadline = read_deadline_of_kind (self, &place, kind);
  task->wording
    = skh_template_get_text (self, &place, "wording", kind != SKH_DEADLINE_UNSPECIFIED);
  task->event
    = skh_template_get_text (self, &place, "event", kind == SKH_DEADLINE_RELATIVE);
}

/* — Tasks — */

/* What sources of report columns and the command line can name. */
static gboolean
is_key (const char *text)
{
  return g_ascii_islower (*text)
         && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static void
read_measure (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhTaskDraft *task
    = &g_array_index (self->draft->tasks, SkhTaskDraft, self->draft->tasks->len - 1);
  SkhMeasureDraft measure = { 0 };

  skh_template_check_fields (self, place,
                             FIELDS ("key", "title", "of_total", "total_kind",
                                     "required"));
  measure.key = skh_template_get_text (self, place, "key", TRUE);
  measure.title = skh_template_get_text (self, place, "title", TRUE);
  measure.of_total = skh_template_get_flag (self, place, "of_total", FALSE);
  measure.total_kind = skh_template_get_text (self, place, "total_kind", FALSE);
  measure.required = skh_template_get_flag (self, place, "required", FALSE);
  if (measure.key != NULL && !is_key (measure.key))
    skh_template_fault (self, place->path, "key",
                        _ ("“%s” is no key; use small letters a-z, digits and _ only."),
                        measure.key);
  if (measure.total_kind != NULL && !measure.of_total)
    skh_template_fault (self, place->path, "total_kind",
                        _ ("is for a figure n of N; add \"of_total\": true."));
  for (guint i = 0; i < task->measures->len; i++)
    if (g_strcmp0 (g_array_index (task->measures, SkhMeasureDraft, i).key, measure.key)
        == 0)
      skh_template_fault (self, place->path, "key",
                          _ ("“%s” is there twice in this task; give each its own."),
                          measure.key);
  g_array_append_val (task->measures, measure);
}

void
skh_template_read_task (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhTaskDraft task = { .deadline = skh_deadline_open (SKH_DEADLINE_UNSPECIFIED) };

  skh_template_check_fields (self, place,
                             FIELDS ("no", "section", "clause", "title", "short_title",
                                     "lead", "with", "via", "deliverable",
                                     "wants_document", "recipient", "deadline",
                                     "measures"));
  task.no = skh_template_get_text (self, place, "no", TRUE);
  task.section = skh_template_get_text (self, place, "section", TRUE);
  task.clause = skh_template_get_text (self, place, "clause", FALSE);
  task.title = skh_template_get_text (self, place, "title", TRUE);
  task.short_title = skh_template_get_text (self, place, "short_title", FALSE);
  task.lead = skh_template_get_list (self, place, "lead");
  task.with = skh_template_get_list (self, place, "with");
  task.via = skh_template_get_list (self, place, "via");
  task.deliverable = skh_template_get_text (self, place, "deliverable", FALSE);
  task.wants_document = skh_template_get_flag (self, place, "wants_document", FALSE);
  task.recipient = skh_template_get_text (self, place, "recipient", FALSE);
  read_deadline (self, place, &task);
  if (task.lead == NULL || task.lead[0] == NULL)
    skh_template_fault (self, place->path, "lead", _ ("must name who leads the task."));
  task.measures = g_array_new (FALSE, TRUE, sizeof (SkhMeasureDraft));
  g_array_append_val (self->draft->tasks, task);
  skh_template_for_each (self, place, "measures", read_measure);
}
