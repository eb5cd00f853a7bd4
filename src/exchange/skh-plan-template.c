/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plan templates: JSON that says a plan by rule, so that it can be moved to any year. The
   format is written down in data/templates/README.md. */
#include "skh-plan-template.h"

#include "skh-template-reader.h"
#include "skh-templates-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define TEMPLATE_PREFIX "/io/github/sokehoach/SoKeHoach/templates/"
#define FORMAT 1
#define MIN_YEAR 1990
#define MAX_YEAR 2100

G_DEFINE_QUARK (skh - template - error - quark, skh_template_error)

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
read_group (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhGroupDraft group = { 0 };

  skh_template_check_fields (self, place,
                             FIELDS ("code", "name", "short_name", "includes", "counts",
                                     "at"));
  group.code = skh_template_get_text (self, place, "code", TRUE);
  group.name = skh_template_get_text (self, place, "name", TRUE);
  group.short_name = skh_template_get_text (self, place, "short_name", FALSE);
  group.includes = skh_template_get_list (self, place, "includes");
  group.counts = skh_template_get_text (self, place, "counts", FALSE);
  group.at = skh_template_get_text (self, place, "at", FALSE);
  if ((group.counts == NULL) != (group.at == NULL))
    skh_template_fault (self, place->path, "counts",
                        _ ("“counts” and “at” stand together or not at all."));
  g_array_append_val (self->draft->groups, group);
}

static void
read_unit (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhUnitDraft unit = { 0 };

  skh_template_check_fields (self, place,
                             FIELDS ("code", "name", "short_name", "parent", "contact",
                                     "groups", "opened", "closed"));
  unit.code = skh_template_get_text (self, place, "code", TRUE);
  unit.name = skh_template_get_text (self, place, "name", TRUE);
  unit.short_name = skh_template_get_text (self, place, "short_name", FALSE);
  unit.parent = skh_template_get_text (self, place, "parent", FALSE);
  unit.contact = skh_template_get_text (self, place, "contact", FALSE);
  unit.groups = skh_template_get_list (self, place, "groups");
  unit.opened = skh_template_get_day (self, place, "opened");
  unit.closed = skh_template_get_day (self, place, "closed");
  if (unit.opened != SKH_DATE_NONE && unit.closed != SKH_DATE_NONE
      && unit.opened > unit.closed)
    skh_template_fault (self, place->path, "closed", _ ("is before the day it opened."));
  g_array_append_val (self->draft->units, unit);
}

static void
read_total (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhTotalDraft total = { 0 };

  skh_template_check_fields (self, place, FIELDS ("unit", "kind", "total", "from"));
  total.unit = skh_template_get_text (self, place, "unit", TRUE);
  total.kind = skh_template_get_text (self, place, "kind", TRUE);
  total.total = skh_template_get_int (self, place, "total", 0);
  total.from = skh_template_get_day (self, place, "from");
  g_array_append_val (self->draft->totals, total);
}

static void
read_section (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhSectionDraft section = { 0 };

  skh_template_check_fields (self, place, FIELDS ("code", "title"));
  section.code = skh_template_get_text (self, place, "code", TRUE);
  section.title = skh_template_get_text (self, place, "title", TRUE);
  g_array_append_val (self->draft->sections, section);
}

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

  if (text != NULL && day == SKH_DATE_NONE && strlen (text) == 10
      && g_str_has_suffix (text, "-02-29"))
    day = skh_date_new (atoi (text), 3, 1);
  if (text != NULL && day == SKH_DATE_NONE)
    skh_template_fault (self, place->path, "day",
                        _ ("“%s” is no day; write it as {year}-04-30."), text);
  return day;
}

static SkhDeadline
read_deadline_of_kind (SkhTemplateReader *self,
                       const SkhTemplatePlace *place,
                       SkhDeadlineKind kind)
{
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
get_deadline_fields (SkhDeadlineKind kind)
{
  static const char *const in_period[] = { "wording", "kind", "period", NULL };
  static const char *const by_end_of[] = { "wording", "kind", "period", "starts", NULL };
  static const char *const before[] = { "wording", "kind", "day", NULL };
  static const char *const relative[] = { "wording", "kind", "event", NULL };
  static const char *const other[] = { "wording", "kind", NULL };

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
  skh_template_check_fields (self, &place, get_deadline_fields (kind));
  task->deadline = read_deadline_of_kind (self, &place, kind);
  task->wording = skh_template_get_text (self, &place, "wording", FALSE);
  task->event = skh_template_get_text (self, &place, "event", FALSE);
}

/* — Tasks — */

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
  for (guint i = 0; i < task->measures->len; i++)
    if (g_strcmp0 (g_array_index (task->measures, SkhMeasureDraft, i).key, measure.key)
        == 0)
      skh_template_fault (self, place->path, "key",
                          _ ("“%s” is there twice in this task; give each its own."),
                          measure.key);
  g_array_append_val (task->measures, measure);
}

static void
read_task (SkhTemplateReader *self, const SkhTemplatePlace *place)
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

/* — What goes with the plan — */

static void
read_document (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  static const char *const roles[] = { "legal_basis", "guidance", "reference", NULL };
  SkhDocumentDraft document = { 0 };

  skh_template_check_fields (self, place,
                             FIELDS ("symbol", "issuer", "day", "title", "role"));
  document.symbol = skh_template_get_text (self, place, "symbol", FALSE);
  document.issuer = skh_template_get_text (self, place, "issuer", FALSE);
  document.day = skh_template_get_day (self, place, "day");
  document.title = skh_template_get_text (self, place, "title", TRUE);
  document.role = skh_template_get_text (self, place, "role", TRUE);
  if (document.role != NULL && !g_strv_contains (roles, document.role))
    skh_template_fault (self, place->path, "role",
                        _ ("“%s” is no role; the roles are: legal_basis, guidance, "
                           "reference."),
                        document.role);
  g_array_append_val (self->draft->documents, document);
}

static void
read_recipient (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhRecipientDraft recipient = { 0 };

  skh_template_check_fields (self, place, FIELDS ("name", "purpose"));
  recipient.name = skh_template_get_text (self, place, "name", TRUE);
  recipient.purpose = skh_template_get_text (self, place, "purpose", FALSE);
  g_array_append_val (self->draft->recipients, recipient);
}

static void
read_report_column (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  static const char *const kinds[] = { "number", "of_total", "text", "date", NULL };
  GArray *tables = self->draft->report_tables;
  SkhReportTableDraft *table
    = &g_array_index (tables, SkhReportTableDraft, tables->len - 1);
  SkhReportColumnDraft column = { 0 };

  skh_template_check_fields (self, place,
                             FIELDS ("title", "group_title", "source", "kind"));
  column.title = skh_template_get_text (self, place, "title", TRUE);
  column.group_title = skh_template_get_text (self, place, "group_title", FALSE);
  column.source = skh_template_get_text (self, place, "source", TRUE);
  column.kind = skh_template_get_text (self, place, "kind", TRUE);
  if (column.kind != NULL && !g_strv_contains (kinds, column.kind))
    skh_template_fault (
      self, place->path, "kind",
      _ ("“%s” is no kind of column; the kinds are: number, of_total, text, "
         "date."),
      column.kind);
  g_array_append_val (table->columns, column);
}

static void
read_report_table (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhReportTableDraft table = { 0 };

  skh_template_check_fields (self, place,
                             FIELDS ("no", "title", "sheet_name", "columns"));
  table.no = skh_template_get_text (self, place, "no", TRUE);
  table.title = skh_template_get_text (self, place, "title", TRUE);
  table.sheet_name = skh_template_get_text (self, place, "sheet_name", TRUE);
  if (table.sheet_name != NULL
      && (g_utf8_strlen (table.sheet_name, -1) > 31
          || strpbrk (table.sheet_name, "[]:*?/\\") != NULL))
    skh_template_fault (
      self, place->path, "sheet_name",
      _ ("a sheet's name has at most 31 characters and none of []:*?/\\."));
  table.columns = g_array_new (FALSE, TRUE, sizeof (SkhReportColumnDraft));
  g_array_append_val (self->draft->report_tables, table);
  skh_template_for_each (self, place, "columns", read_report_column);
}

static void
read_holiday (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhHolidayDraft holiday = { 0 };

  skh_template_check_fields (self, place, FIELDS ("day", "name"));
  holiday.day = skh_template_get_day (self, place, "day");
  holiday.name = skh_template_get_text (self, place, "name", FALSE);
  if (holiday.day == SKH_DATE_NONE)
    skh_template_fault (self, place->path, "day", _ ("must be there and not be empty."));
  g_array_append_val (self->draft->holidays, holiday);
}

static void
read_holiday_years (SkhTemplateReader *self, const SkhTemplatePlace *root)
{
  const json_t *list = json_object_get (root->object, "holiday_years");
  const json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
  {
    int year = (int)json_integer_value (item);

    if (!json_is_integer (item) || year < MIN_YEAR || year > MAX_YEAR)
      skh_template_fault (self, "holiday_years", NULL, _ ("must be a list of years."));
    g_array_append_val (self->draft->holiday_years, year);
  }
}

static void
read_organisation (SkhTemplateReader *self, const SkhTemplatePlace *root)
{
  SkhPlanDraft *draft = self->draft;
  SkhTemplatePlace place = { .object = json_object_get (root->object, "organisation"),
                             .path = "organisation" };

  if (!json_is_object (place.object))
    {
      skh_template_fault (self, place.path, NULL, _ ("must be an object, in { }."));
      return;
    }
  skh_template_check_fields (self, &place,
                             FIELDS ("name", "superior", "place", "symbol", "authority",
                                     "position", "signer", "report_recipient",
                                     "paper_profile", "soon_days"));
  draft->organisation = skh_template_get_text (self, &place, "name", TRUE);
  draft->superior = skh_template_get_text (self, &place, "superior", FALSE);
  draft->place = skh_template_get_text (self, &place, "place", FALSE);
  draft->symbol = skh_template_get_text (self, &place, "symbol", FALSE);
  draft->authority = skh_template_get_text (self, &place, "authority", FALSE);
  draft->position = skh_template_get_text (self, &place, "position", FALSE);
  draft->signer = skh_template_get_text (self, &place, "signer", FALSE);
  draft->report_recipient
    = skh_template_get_text (self, &place, "report_recipient", FALSE);
  draft->paper_profile = skh_template_get_text (self, &place, "paper_profile", FALSE);
  draft->soon_days = skh_template_get_int (self, &place, "soon_days", draft->soon_days);
}

static void
read_root (SkhTemplateReader *self, const SkhTemplatePlace *root)
{
  skh_template_check_fields (self, root,
                             FIELDS ("format", "id", "year", "title", "short_title",
                                     "organisation", "groups", "units", "totals",
                                     "sections", "tasks", "documents", "recipients",
                                     "report_tables", "holiday_years", "holidays"));
  if (skh_template_get_int (self, root, "format", 0) != FORMAT)
    skh_template_fault (self, "", "format",
                        _ ("must be %d, the format this version reads."), FORMAT);
  self->draft->template_id = skh_template_get_text (self, root, "id", TRUE);
  self->draft->title = skh_template_get_text (self, root, "title", TRUE);
  self->draft->short_title = skh_template_get_text (self, root, "short_title", FALSE);
  read_organisation (self, root);
  skh_template_for_each (self, root, "groups", read_group);
  skh_template_for_each (self, root, "units", read_unit);
  skh_template_for_each (self, root, "totals", read_total);
  skh_template_for_each (self, root, "sections", read_section);
  skh_template_for_each (self, root, "tasks", read_task);
  skh_template_for_each (self, root, "documents", read_document);
  skh_template_for_each (self, root, "recipients", read_recipient);
  skh_template_for_each (self, root, "report_tables", read_report_table);
  read_holiday_years (self, root);
  skh_template_for_each (self, root, "holidays", read_holiday);
}

/* — The whole — */

static gboolean
choose_year (SkhTemplateReader *self, const SkhTemplatePlace *root)
{
  int own_year = skh_template_get_int (self, root, "year", 0);

  if (self->fault == NULL && (own_year < MIN_YEAR || own_year > MAX_YEAR))
    skh_template_fault (self, "", "year", _ ("must be a year from %d to %d."), MIN_YEAR,
                        MAX_YEAR);
  if (self->year == 0)
    self->year = own_year;
  if (self->fault == NULL && (self->year < MIN_YEAR || self->year > MAX_YEAR))
    self->fault
      = g_error_new (SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD,
                     _ ("A plan can't be made for the year %d; choose one from %d "
                        "to %d."),
                     self->year, MIN_YEAR, MAX_YEAR);
  self->draft->year = self->year;
  return self->fault == NULL;
}

static json_t *
parse (const char *text, const char *name, GError **error)
{
  json_error_t fault;
  json_t *root = json_loads (text, JSON_REJECT_DUPLICATES, &fault);

  if (root == NULL)
    g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD,
                 _ ("“%s”, line %d: the text is no JSON here (%s). Correct it."), name,
                 fault.line, fault.text);
  return root;
}

/**
 * skh_plan_template_read_text:
 * @name: of the file, for messages
 * @year: the year to move the plan to, 0 for the template's own
 *
 * Returns: (transfer full): the plan, or %NULL with a fault that names line and field
 */
SkhPlanDraft *
skh_plan_template_read_text (const char *text, const char *name, int year, GError **error)
{
  SkhTemplateReader self = { .text = text, .name = name, .year = year };
  SkhTemplatePlace root = { .path = "" };
  json_t *json = parse (text, name, error);

  if (json == NULL)
    return NULL;
  self.draft = skh_plan_draft_new ();
  root.object = json;
  if (!json_is_object (json))
    skh_template_fault (&self, "", NULL, _ ("must be an object, in { }."));
  else if (choose_year (&self, &root))
    {
      read_root (&self, &root);
      skh_template_check_references (&self);
    }
  json_decref (json);

  if (self.fault == NULL)
    return self.draft;
  skh_plan_draft_free (self.draft);
  g_propagate_error (error, self.fault);
  return NULL;
}

/**
 * skh_plan_template_read_file:
 *
 * Reads an office's own template.
 */
SkhPlanDraft *
skh_plan_template_read_file (const char *path, int year, GError **error)
{
  g_autofree char *text = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    {
      g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_NOT_FOUND,
                   _ ("The template “%s” can't be read. Check the name and the folder."),
                   path);
      return NULL;
    }
  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD,
                   _ ("“%s” is not UTF-8 text. Save it as UTF-8."), path);
      return NULL;
    }
  return skh_plan_template_read_text (text, path, year, error);
}

static GBytes *
load_builtin (const char *id)
{
  g_autofree char *path = g_strconcat (TEMPLATE_PREFIX, id, ".json", NULL);

  g_resources_register (skh_templates_get_resource ());
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * skh_plan_template_read_builtin:
 * @id: as skh_plan_template_list() gives it
 */
SkhPlanDraft *
skh_plan_template_read_builtin (const char *id, int year, GError **error)
{
  g_autoptr (GBytes) bytes = strchr (id, '/') == NULL ? load_builtin (id) : NULL;

  if (bytes == NULL)
    {
      g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_NOT_FOUND,
                   _ ("There is no template “%s”. “templates” lists those there are."),
                   id);
      return NULL;
    }
  return skh_plan_template_read_text (g_bytes_get_data (bytes, NULL), id, year, error);
}

void
skh_template_info_free (SkhTemplateInfo *info)
{
  g_free (info->id);
  g_free (info->title);
  g_free (info);
}

static SkhTemplateInfo *
read_info (const char *id, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = skh_plan_template_read_builtin (id, 0, error);
  SkhTemplateInfo *info;

  if (draft == NULL)
    return NULL;
  info = g_new0 (SkhTemplateInfo, 1);
  info->id = g_strdup (id);
  info->title = g_strdup (draft->title);
  info->year = draft->year;
  return info;
}

/**
 * skh_plan_template_list:
 *
 * Returns: (transfer full) (element-type SkhTemplateInfo): the built-in templates
 */
GPtrArray *
skh_plan_template_list (GError **error)
{
  g_autoptr (GPtrArray) infos
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_template_info_free);
  g_auto (GStrv) names = NULL;

  g_resources_register (skh_templates_get_resource ());
  names = g_resources_enumerate_children (TEMPLATE_PREFIX, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                          error);
  if (names == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (names[i], strlen (names[i]) - strlen (".json"));
      SkhTemplateInfo *info = read_info (id, error);

      if (info == NULL)
        return NULL;
      g_ptr_array_add (infos, info);
    }
  return g_steal_pointer (&infos);
}
