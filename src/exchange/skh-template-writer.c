/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Templates out: a plan of one year, said by rule, so that it can be moved to any. What
   the writer writes, the reader reads back as the same plan. */
#include "skh-template-fields.h"

#include "skh-template-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT 1

/* — The organisation — */

static void
write_organisation (SkhTemplateWriter *self, json_t *root)
{
  const SkhPlanDraft *draft = self->draft;
  json_t *object = json_object ();

  skh_template_set_text (self, object, "name", draft->organisation);
  skh_template_set_text (self, object, "superior", draft->superior);
  skh_template_set_text (self, object, "place", draft->place);
  skh_template_set_text (self, object, "symbol", draft->symbol);
  skh_template_set_text (self, object, "authority", draft->authority);
  skh_template_set_text (self, object, "position", draft->position);
  skh_template_set_text (self, object, "signer", draft->signer);
  skh_template_set_text (self, object, "report_recipient", draft->report_recipient);
  skh_template_set_text (self, object, "paper_profile", draft->paper_profile);
  json_object_set_new (object, "soon_days", json_integer (draft->soon_days));
  json_object_set_new (root, "organisation", object);
}

static void
write_groups (SkhTemplateWriter *self, json_t *root)
{
  const GArray *groups = self->draft->groups;
  json_t *list = skh_template_add_list (root, "groups", groups);

  for (guint i = 0; i < groups->len; i++)
    {
      const SkhGroupDraft *group = &g_array_index (groups, SkhGroupDraft, i);
      json_t *record = skh_template_add_record (list);

      skh_template_set_text (self, record, "code", group->code);
      skh_template_set_text (self, record, "name", group->name);
      skh_template_set_text (self, record, "short_name", group->short_name);
      skh_template_set_codes (self, record, "includes", group->includes);
      skh_template_set_text (self, record, "counts", group->counts);
      skh_template_set_text (self, record, "at", group->at);
    }
}

static void
write_units (SkhTemplateWriter *self, json_t *root)
{
  const GArray *units = self->draft->units;
  json_t *list = skh_template_add_list (root, "units", units);

  for (guint i = 0; i < units->len; i++)
    {
      const SkhUnitDraft *unit = &g_array_index (units, SkhUnitDraft, i);
      json_t *record = skh_template_add_record (list);

      skh_template_set_text (self, record, "code", unit->code);
      skh_template_set_text (self, record, "name", unit->name);
      skh_template_set_text (self, record, "short_name", unit->short_name);
      skh_template_set_text (self, record, "parent", unit->parent);
      skh_template_set_text (self, record, "contact", unit->contact);
      skh_template_set_codes (self, record, "groups", unit->groups);
      skh_template_set_day (record, "opened", unit->opened);
      skh_template_set_day (record, "closed", unit->closed);
    }
}

static void
write_totals (SkhTemplateWriter *self, json_t *root)
{
  const GArray *totals = self->draft->totals;
  json_t *list = skh_template_add_list (root, "totals", totals);

  for (guint i = 0; i < totals->len; i++)
    {
      const SkhTotalDraft *total = &g_array_index (totals, SkhTotalDraft, i);
      json_t *record = skh_template_add_record (list);

      skh_template_set_text (self, record, "unit", total->unit);
      skh_template_set_text (self, record, "kind", total->kind);
      json_object_set_new (record, "total", json_integer (total->total));
      skh_template_set_day (record, "from", total->from);
    }
}

static void
write_sections (SkhTemplateWriter *self, json_t *root)
{
  const GArray *sections = self->draft->sections;
  json_t *list = skh_template_add_list (root, "sections", sections);

  for (guint i = 0; i < sections->len; i++)
    {
      const SkhSectionDraft *section = &g_array_index (sections, SkhSectionDraft, i);
      json_t *record = skh_template_add_record (list);

      skh_template_set_text (self, record, "code", section->code);
      skh_template_set_moving (self, record, "title", section->title);
    }
}

/* — Tasks — */

/* The calendar's part that has just these days, the smallest; NONE when none has. */
static SkhPeriod
find_period (SkhDate first, SkhDate last)
{
  static const SkhPeriodKind kinds[]
    = { SKH_PERIOD_MONTH, SKH_PERIOD_QUARTER, SKH_PERIOD_HALF, SKH_PERIOD_YEAR };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SkhPeriod period = skh_period_of_day (kinds[i], last);

      if (skh_period_get_last_day (period) == last
          && (first == SKH_DATE_NONE || skh_period_get_first_day (period) == first))
        return period;
    }
  return SKH_PERIOD_INIT_NONE;
}

static gboolean
set_period (SkhTemplateWriter *self, json_t *object, const SkhDeadline *deadline)
{
  SkhPeriod period = find_period (deadline->first_day, deadline->last_day);
  g_autofree char *text = NULL, *moving = NULL, *mark = NULL;

  if (!skh_period_is_set (period))
    return FALSE;
  mark = skh_template_year_make_mark (period.year - self->draft->year);
  if (mark == NULL)
    return FALSE;
  text = skh_period_to_string (period);
  moving = g_strconcat (mark, text + strlen ("2023"), NULL);
  json_object_set_new (object, "period", json_string (moving));
  return TRUE;
}

static void
write_days (SkhTemplateWriter *self, json_t *object, const SkhDeadline *deadline)
{
  if (deadline->kind == SKH_DEADLINE_BEFORE)
    skh_template_set_moving_day (self, object, "day", deadline->last_day + 1);
  else if (set_period (self, object, deadline))
    {
      if (deadline->kind == SKH_DEADLINE_BY_END_OF
          && deadline->first_day == SKH_DATE_NONE)
        json_object_set_new (object, "starts", json_false ());
    }
  else
    {
      skh_template_set_moving_day (self, object, "first_day", deadline->first_day);
      skh_template_set_moving_day (self, object, "last_day", deadline->last_day);
    }
}

static void
write_deadline (SkhTemplateWriter *self, json_t *record, const SkhTaskDraft *task)
{
  const SkhDeadline *deadline = &task->deadline;
  json_t *object = json_object ();

  skh_template_set_moving (self, object, "wording", task->wording);
  skh_template_set_text (self, object, "kind",
                         skh_deadline_kind_to_string (deadline->kind));
  if (deadline->kind == SKH_DEADLINE_RELATIVE)
    skh_template_set_moving (self, object, "event", task->event);
  if (deadline->last_day != SKH_DATE_NONE
      && !skh_deadline_kind_is_periodic (deadline->kind)
      && !skh_deadline_kind_awaits_day (deadline->kind))
    write_days (self, object, deadline);
  json_object_set_new (record, "deadline", object);
}

static void
write_measures (SkhTemplateWriter *self, json_t *record, const GArray *measures)
{
  json_t *list
    = measures != NULL ? skh_template_add_list (record, "measures", measures) : NULL;

  for (guint i = 0; list != NULL && i < measures->len; i++)
    {
      const SkhMeasureDraft *measure = &g_array_index (measures, SkhMeasureDraft, i);
      json_t *object = skh_template_add_record (list);

      skh_template_set_text (self, object, "key", measure->key);
      skh_template_set_text (self, object, "title", measure->title);
      skh_template_set_flag (object, "of_total", measure->of_total);
      skh_template_set_text (self, object, "total_kind", measure->total_kind);
      skh_template_set_flag (object, "required", measure->required);
    }
}

static void
write_task (SkhTemplateWriter *self, json_t *record, const SkhTaskDraft *task)
{
  skh_template_set_text (self, record, "no", task->no);
  skh_template_set_text (self, record, "section", task->section);
  skh_template_set_text (self, record, "clause", task->clause);
  skh_template_set_moving (self, record, "title", task->title);
  skh_template_set_moving (self, record, "short_title", task->short_title);
  skh_template_set_codes (self, record, "lead", task->lead);
  skh_template_set_codes (self, record, "with", task->with);
  skh_template_set_codes (self, record, "via", task->via);
  skh_template_set_moving (self, record, "deliverable", task->deliverable);
  skh_template_set_flag (record, "wants_document", task->wants_document);
  skh_template_set_moving (self, record, "recipient", task->recipient);
  write_deadline (self, record, task);
  write_measures (self, record, task->measures);
}

static void
write_tasks (SkhTemplateWriter *self, json_t *root)
{
  const GArray *tasks = self->draft->tasks;
  json_t *list = skh_template_add_list (root, "tasks", tasks);

  for (guint i = 0; i < tasks->len; i++)
    write_task (self, skh_template_add_record (list),
                &g_array_index (tasks, SkhTaskDraft, i));
}

/* — What goes with the plan — */

static void
write_documents (SkhTemplateWriter *self, json_t *root)
{
  const GArray *documents = self->draft->documents;
  json_t *list = skh_template_add_list (root, "documents", documents);

  for (guint i = 0; i < documents->len; i++)
    {
      const SkhDocumentDraft *document = &g_array_index (documents, SkhDocumentDraft, i);
      json_t *record = skh_template_add_record (list);

      skh_template_set_text (self, record, "symbol", document->symbol);
      skh_template_set_text (self, record, "issuer", document->issuer);
      skh_template_set_day (record, "day", document->day);
      skh_template_set_text (self, record, "title", document->title);
      skh_template_set_text (self, record, "role", document->role);
    }
}

static void
write_recipients (SkhTemplateWriter *self, json_t *root)
{
  const GArray *recipients = self->draft->recipients;
  json_t *list = skh_template_add_list (root, "recipients", recipients);

  for (guint i = 0; i < recipients->len; i++)
    {
      const SkhRecipientDraft *recipient
        = &g_array_index (recipients, SkhRecipientDraft, i);
      json_t *record = skh_template_add_record (list);

      skh_template_set_text (self, record, "name", recipient->name);
      skh_template_set_text (self, record, "purpose", recipient->purpose);
    }
}

static void
write_columns (SkhTemplateWriter *self, json_t *record, const GArray *columns)
{
  json_t *list = skh_template_add_list (record, "columns", columns);

  for (guint i = 0; i < columns->len; i++)
    {
      const SkhReportColumnDraft *column
        = &g_array_index (columns, SkhReportColumnDraft, i);
      json_t *object = skh_template_add_record (list);

      skh_template_set_moving (self, object, "title", column->title);
      skh_template_set_moving (self, object, "group_title", column->group_title);
      skh_template_set_text (self, object, "source", column->source);
      skh_template_set_text (self, object, "kind", column->kind);
      skh_template_set_flag (object, "hidden", column->hidden);
    }
}

static void
write_report_tables (SkhTemplateWriter *self, json_t *root)
{
  const GArray *tables = self->draft->report_tables;
  json_t *list = skh_template_add_list (root, "report_tables", tables);

  for (guint i = 0; i < tables->len; i++)
    {
      const SkhReportTableDraft *table = &g_array_index (tables, SkhReportTableDraft, i);
      json_t *record = skh_template_add_record (list);

      skh_template_set_text (self, record, "no", table->no);
      skh_template_set_moving (self, record, "title", table->title);
      skh_template_set_text (self, record, "sheet_name", table->sheet_name);
      write_columns (self, record, table->columns);
    }
}

static void
write_holidays (SkhTemplateWriter *self, json_t *root)
{
  const GArray *years = self->draft->holiday_years;
  const GArray *holidays = self->draft->holidays;
  json_t *list = skh_template_add_list (root, "holiday_years", years);

  for (guint i = 0; i < years->len; i++)
    json_array_append_new (list, json_integer (g_array_index (years, int, i)));
  list = skh_template_add_list (root, "holidays", holidays);
  for (guint i = 0; i < holidays->len; i++)
    {
      const SkhHolidayDraft *holiday = &g_array_index (holidays, SkhHolidayDraft, i);
      json_t *record = skh_template_add_record (list);

      skh_template_set_day (record, "day", holiday->day);
      skh_template_set_text (self, record, "name", holiday->name);
    }
}

static json_t *
write_plan (SkhTemplateWriter *self, const char *id)
{
  json_t *root = json_object ();

  json_object_set_new (root, "format", json_integer (FORMAT));
  skh_template_set_text (self, root, "id", id);
  json_object_set_new (root, "year", json_integer (self->draft->year));
  skh_template_set_moving (self, root, "title", self->draft->title);
  skh_template_set_moving (self, root, "short_title", self->draft->short_title);
  write_organisation (self, root);
  write_groups (self, root);
  write_units (self, root);
  write_totals (self, root);
  write_sections (self, root);
  write_tasks (self, root);
  write_documents (self, root);
  write_recipients (self, root);
  write_report_tables (self, root);
  write_holidays (self, root);
  return root;
}

/**
 * skh_plan_template_write_text:
 * @draft: a plan, complete
 * @id: the template's
 *
 * Writes the plan as a template: its year's number in titles, wordings and days becomes
 * {year}. The plan's own document number is not the template's.
 *
 * Returns: (transfer full): JSON, or %NULL with %SKH_TEMPLATE_ERROR_BAD when a text can't
 *   be written
 */
char *
skh_plan_template_write_text (const SkhPlanDraft *draft, const char *id, GError **error)
{
  SkhTemplateWriter self = { .draft = draft };
  json_t *root = write_plan (&self, id);
  char *dumped, *text;

  if (self.fault != NULL)
    {
      json_decref (root);
      g_propagate_error (error, self.fault);
      return NULL;
    }
  dumped = json_dumps (root, JSON_INDENT (2));
  text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  json_decref (root);
  return text;
}

/**
 * skh_plan_template_write_file:
 * @path: a name that ends in .json, whose beginning is the template's id
 *
 * Returns: %FALSE with an error, and what was there as it was
 */
gboolean
skh_plan_template_write_file (const SkhPlanDraft *draft, const char *path, GError **error)
{
  g_autofree char *id = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;

  if (g_str_has_suffix (id, ".json"))
    id[strlen (id) - strlen (".json")] = '\0';
  text = skh_plan_template_write_text (draft, id, error);
  if (text == NULL)
    return FALSE;
  if (g_file_set_contents (path, text, -1, &local_error))
    return TRUE;
  g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_NOT_FOUND,
               _ ("“%s” could not be written (%s). Choose another folder."), path,
               local_error->message);
  return FALSE;
}
