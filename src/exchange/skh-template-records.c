/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of a template but its tasks: the organisation with its groups and units,
   and what goes with the plan. */
#include "skh-template-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT 1

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
  if (json_object_get (place->object, "total") == NULL)
    skh_template_fault (self, place->path, "total", _ ("must be there."));
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
                             FIELDS ("title", "group_title", "source", "kind", "hidden"));
  column.title = skh_template_get_text (self, place, "title", TRUE);
  column.group_title = skh_template_get_text (self, place, "group_title", FALSE);
  column.source = skh_template_get_text (self, place, "source", TRUE);
  column.kind = skh_template_get_text (self, place, "kind", TRUE);
  column.hidden = skh_template_get_flag (self, place, "hidden", FALSE);
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

/* Days off do not move: those of another year are for its government to say. */
static void
read_holiday (SkhTemplateReader *self, const SkhTemplatePlace *place)
{
  SkhHolidayDraft holiday = { 0 };

  skh_template_check_fields (self, place, FIELDS ("day", "name"));
  if (strchr (json_string_value (json_object_get (place->object, "day")) ?: "", '{')
      != NULL)
    skh_template_fault (self, place->path, "day",
                        _ ("a day off belongs to its own year; write the year out."));
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

  if (list != NULL && !json_is_array (list))
    skh_template_fault (self, "", "holiday_years", _ ("must be a list, in [ ]."));
  json_array_foreach (list, i, item)
  {
    g_autofree char *path = g_strdup_printf ("holiday_years[%zu]", i);
    json_int_t number = json_integer_value (item);
    int year = (int)CLAMP (number, 0, G_MAXINT16);

    if (year < SKH_TEMPLATE_MIN_YEAR || year > SKH_TEMPLATE_MAX_YEAR)
      skh_template_fault (self, path, NULL, _ ("must be a year from %d to %d."),
                          SKH_TEMPLATE_MIN_YEAR, SKH_TEMPLATE_MAX_YEAR);
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

void
skh_template_read_plan (SkhTemplateReader *self, const SkhTemplatePlace *root)
{
  skh_template_check_fields (self, root,
                             FIELDS ("format", "id", "name", "year", "title",
                                     "short_title", "organisation", "groups", "units",
                                     "totals", "sections", "tasks", "documents",
                                     "recipients", "report_tables", "holiday_years",
                                     "holidays"));
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
  skh_template_for_each (self, root, "tasks", skh_template_read_task);
  skh_template_for_each (self, root, "documents", read_document);
  skh_template_for_each (self, root, "recipients", read_recipient);
  skh_template_for_each (self, root, "report_tables", read_report_table);
  read_holiday_years (self, root);
  skh_template_for_each (self, root, "holidays", read_holiday);
}
