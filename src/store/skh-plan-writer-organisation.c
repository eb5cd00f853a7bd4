/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan needs of the workbook around it: the organisation, days off, groups, units
   and their totals. */
#include "skh-edit-private.h"
#include "skh-plan-writer-private.h"

#include <glib/gi18n-lib.h>

static gboolean
write_names (SkhPlanWriter *writer, GError **error)
{
  const SkhPlanDraft *draft = writer->draft;
  gint64 id;
  g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
    writer,
    "INSERT INTO organisation (id, name, superior, place, symbol, authority, position,"
    " signer, report_recipient) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    &id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_text (statement, 2,
                           draft->organisation != NULL ? draft->organisation : "");
  skh_statement_bind_text (statement, 3, draft->superior);
  skh_statement_bind_text (statement, 4, draft->place);
  skh_statement_bind_text (statement, 5, draft->symbol);
  skh_statement_bind_text (statement, 6, draft->authority);
  skh_statement_bind_text (statement, 7, draft->position);
  skh_statement_bind_text (statement, 8, draft->signer);
  skh_statement_bind_text (statement, 9, draft->report_recipient);
  return skh_statement_run (statement, error);
}

static gboolean
write_setting (SkhPlanWriter *writer, const char *key, const char *value, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = skh_plan_writer_insert (writer,
                              "INSERT INTO setting (id, key, value) VALUES (?1, ?2, ?3)",
                              &id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_text (statement, 2, key);
  skh_statement_bind_text (statement, 3, value);
  return skh_statement_run (statement, error);
}

static gboolean
write_settings (SkhPlanWriter *writer, GError **error)
{
  g_autofree char *soon_days = g_strdup_printf ("%d", writer->draft->soon_days);

  return write_setting (writer, "soon_days", soon_days, error)
         && (writer->draft->paper_profile == NULL
             || write_setting (writer, "paper_profile", writer->draft->paper_profile,
                               error));
}

static gboolean
write_holiday (SkhPlanWriter *writer, const SkhHolidayDraft *holiday, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = skh_plan_writer_insert (writer,
                              "INSERT INTO holiday (id, day, name) VALUES (?1, ?2, ?3)",
                              &id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_date (statement, 2, holiday->day);
  skh_statement_bind_text (statement, 3, holiday->name);
  return skh_statement_run (statement, error);
}

static gboolean
write_holiday_year (SkhPlanWriter *writer, int year, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = skh_plan_writer_insert (writer,
                              "INSERT INTO holiday_year (id, year) VALUES (?1, ?2)", &id,
                              error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 2, year);
  return skh_statement_run (statement, error);
}

/* The days off of a year that the workbook knows are the office's own. */
static gboolean
is_year_known (SkhPlanWriter *writer, int year)
{
  return skh_edit_get_int (writer->db, "SELECT 1 FROM holiday_year WHERE year = ?1", year)
         != 0;
}

static gboolean
write_holidays (SkhPlanWriter *writer, GError **error)
{
  const SkhPlanDraft *draft = writer->draft;

  for (guint i = 0; i < draft->holidays->len; i++)
    {
      const SkhHolidayDraft *holiday
        = &g_array_index (draft->holidays, SkhHolidayDraft, i);

      if (!is_year_known (writer, skh_date_get_year (holiday->day))
          && !write_holiday (writer, holiday, error))
        return FALSE;
    }
  for (guint i = 0; i < draft->holiday_years->len; i++)
    {
      int year = g_array_index (draft->holiday_years, int, i);

      if (!is_year_known (writer, year) && !write_holiday_year (writer, year, error))
        return FALSE;
    }
  return TRUE;
}

/* — Groups — */

/* The id of the unit or group that is to have the code; a new one unless it is there. */
static void
name_one (SkhPlanWriter *writer,
          GHashTable *table,
          const char *code,
          gint64 (*find) (SkhDatabase *db, const char *code))
{
  gint64 id = find (writer->db, code);

  if (id != 0)
    g_hash_table_add (writer->present, (gpointer)code);
  skh_plan_writer_name (table, code, id != 0 ? id : skh_database_new_id (writer->db));
}

static gboolean
write_group (SkhPlanWriter *writer,
             const SkhGroupDraft *group,
             guint rank,
             GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    writer->db,
    "INSERT INTO unit_group (id, code, name, short_name, counts, base_id, rank)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    error);

  if (statement == NULL)
    return FALSE;
  if (group->at != NULL && skh_plan_writer_get_group (writer, group->at) == 0)
    return skh_plan_writer_refuse_unknown (_ ("group"), group->at, error);
  skh_statement_bind_int (statement, 1, skh_plan_writer_get_group (writer, group->code));
  skh_statement_bind_text (statement, 2, group->code);
  skh_statement_bind_text (statement, 3, group->name);
  skh_statement_bind_text (statement, 4,
                           group->short_name != NULL ? group->short_name : group->name);
  skh_statement_bind_text (statement, 5, group->counts);
  skh_plan_writer_bind_reference (statement, 6,
                                  skh_plan_writer_get_group (writer, group->at));
  skh_statement_bind_int (statement, 7, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_include (SkhPlanWriter *writer,
               const char *group,
               const char *included,
               GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
    writer, "INSERT INTO group_include (id, group_id, included_id) VALUES (?1, ?2, ?3)",
    &id, error);

  if (statement == NULL)
    return FALSE;
  if (skh_plan_writer_get_group (writer, included) == 0)
    return skh_plan_writer_refuse_unknown (_ ("group"), included, error);
  skh_statement_bind_int (statement, 2, skh_plan_writer_get_group (writer, group));
  skh_statement_bind_int (statement, 3, skh_plan_writer_get_group (writer, included));
  return skh_statement_run (statement, error);
}

static gboolean
write_groups (SkhPlanWriter *writer, GError **error)
{
  const GArray *groups = writer->draft->groups;

  for (guint i = 0; i < groups->len; i++)
    name_one (writer, writer->groups, g_array_index (groups, SkhGroupDraft, i).code,
              skh_edit_find_group);
  for (guint i = 0; i < groups->len; i++)
    {
      const SkhGroupDraft *group = &g_array_index (groups, SkhGroupDraft, i);

      if (g_hash_table_contains (writer->present, group->code))
        continue;
      if (!write_group (writer, group, writer->first_rank + i, error))
        return FALSE;
      for (guint j = 0; group->includes != NULL && group->includes[j] != NULL; j++)
        if (!write_include (writer, group->code, group->includes[j], error))
          return FALSE;
    }
  return TRUE;
}

/* — Units — */

static gboolean
write_unit (SkhPlanWriter *writer, const SkhUnitDraft *unit, guint rank, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    writer->db,
    "INSERT INTO unit (id, code, name, short_name, parent_id, opened, closed, contact,"
    " rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    error);

  if (statement == NULL)
    return FALSE;
  if (unit->parent != NULL && skh_plan_writer_get_unit (writer, unit->parent) == 0)
    return skh_plan_writer_refuse_unknown (_ ("unit"), unit->parent, error);
  skh_statement_bind_int (statement, 1, skh_plan_writer_get_unit (writer, unit->code));
  skh_statement_bind_text (statement, 2, unit->code);
  skh_statement_bind_text (statement, 3, unit->name);
  skh_statement_bind_text (statement, 4,
                           unit->short_name != NULL ? unit->short_name : unit->name);
  skh_plan_writer_bind_reference (statement, 5,
                                  skh_plan_writer_get_unit (writer, unit->parent));
  skh_statement_bind_date (statement, 6, unit->opened);
  skh_statement_bind_date (statement, 7, unit->closed);
  skh_statement_bind_text (statement, 8, unit->contact);
  skh_statement_bind_int (statement, 9, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_membership (SkhPlanWriter *writer,
                  const char *unit,
                  const char *group,
                  GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
    writer, "INSERT INTO membership (id, group_id, unit_id) VALUES (?1, ?2, ?3)", &id,
    error);

  if (statement == NULL)
    return FALSE;
  if (skh_plan_writer_get_group (writer, group) == 0)
    return skh_plan_writer_refuse_unknown (_ ("group"), group, error);
  skh_statement_bind_int (statement, 2, skh_plan_writer_get_group (writer, group));
  skh_statement_bind_int (statement, 3, skh_plan_writer_get_unit (writer, unit));
  return skh_statement_run (statement, error);
}

static gboolean
write_all_units (SkhPlanWriter *writer, GError **error)
{
  const GArray *units = writer->draft->units;

  for (guint i = 0; i < units->len; i++)
    name_one (writer, writer->units, g_array_index (units, SkhUnitDraft, i).code,
              skh_edit_find_unit);
  for (guint i = 0; i < units->len; i++)
    {
      const SkhUnitDraft *unit = &g_array_index (units, SkhUnitDraft, i);

      if (g_hash_table_contains (writer->present, unit->code))
        continue;
      if (!write_unit (writer, unit, writer->first_rank + i, error))
        return FALSE;
      for (guint j = 0; unit->groups != NULL && unit->groups[j] != NULL; j++)
        if (!write_membership (writer, unit->code, unit->groups[j], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
write_total (SkhPlanWriter *writer, const SkhTotalDraft *total, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
    writer,
    "INSERT INTO unit_total (id, unit_id, kind, total, from_day)"
    " VALUES (?1, ?2, ?3, ?4, ?5)",
    &id, error);

  if (statement == NULL)
    return FALSE;
  if (skh_plan_writer_get_unit (writer, total->unit) == 0)
    return skh_plan_writer_refuse_unknown (_ ("unit"), total->unit, error);
  skh_statement_bind_int (statement, 2, skh_plan_writer_get_unit (writer, total->unit));
  skh_statement_bind_text (statement, 3, total->kind);
  skh_statement_bind_int (statement, 4, total->total);
  skh_statement_bind_date (statement, 5, total->from);
  return skh_statement_run (statement, error);
}

static gboolean
write_totals (SkhPlanWriter *writer, GError **error)
{
  const GArray *totals = writer->draft->totals;

  for (guint i = 0; i < totals->len; i++)
    {
      const SkhTotalDraft *total = &g_array_index (totals, SkhTotalDraft, i);

      if (!g_hash_table_contains (writer->present, total->unit)
          && !write_total (writer, total, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * skh_plan_writer_write_organisation:
 *
 * Whose workbook it is, and its settings: of a new one only.
 */
gboolean
skh_plan_writer_write_organisation (SkhPlanWriter *writer, GError **error)
{
  return write_names (writer, error) && write_settings (writer, error);
}

/**
 * skh_plan_writer_write_units:
 *
 * Days off, groups, units and totals; what is there stays as it is.
 */
gboolean
skh_plan_writer_write_units (SkhPlanWriter *writer, GError **error)
{
  return write_holidays (writer, error) && write_groups (writer, error)
         && write_all_units (writer, error) && write_totals (writer, error);
}
