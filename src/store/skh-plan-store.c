/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a draft: what refers by code in the draft refers by id in the workbook. */
#include "skh-edit-private.h"
#include "skh-plan-edit.h"
#include "skh-register-private.h"

#include <glib/gi18n-lib.h>

/* Into a workbook that has units already, those whose code is there are left as they are.
 */
typedef struct
{
  SkhDatabase *db;
  const SkhPlanDraft *draft;
  gint64 plan_id;
  GHashTable *units;    /* code → gint64 */
  GHashTable *groups;   /* code → gint64 */
  GHashTable *sections; /* code → gint64 */
  GHashTable *present;  /* the codes of units and groups that were there before */
  guint first_rank;     /* of what is added */
} Writer;

static void
writer_clear (Writer *writer)
{
  g_clear_pointer (&writer->units, g_hash_table_unref);
  g_clear_pointer (&writer->groups, g_hash_table_unref);
  g_clear_pointer (&writer->sections, g_hash_table_unref);
  g_clear_pointer (&writer->present, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

/* An insert whose first parameter is a new id. */
static SkhStatement *
insert (Writer *writer, const char *sql, gint64 *id, GError **error)
{
  SkhStatement *statement = skh_statement_new (writer->db, sql, error);

  *id = skh_database_new_id (writer->db);
  if (statement != NULL)
    skh_statement_bind_int (statement, 1, *id);
  return statement;
}

static void
name_id (GHashTable *table, const char *code, gint64 id)
{
  g_hash_table_insert (table, (gpointer)code, g_memdup2 (&id, sizeof id));
}

/* The id of the unit or group that is to have the code; a new one unless it is there. */
static void
name_one (Writer *writer,
          GHashTable *table,
          const char *code,
          gint64 (*find) (SkhDatabase *db, const char *code))
{
  gint64 id = find (writer->db, code);

  if (id != 0)
    g_hash_table_add (writer->present, (gpointer)code);
  name_id (table, code, id != 0 ? id : skh_database_new_id (writer->db));
}

/* 0 when there is none. */
static gint64
get_id (GHashTable *table, const char *code)
{
  const gint64 *id = code != NULL ? g_hash_table_lookup (table, code) : NULL;

  return id != NULL ? *id : 0;
}

/* What the draft does not say of may be in the workbook. */
static gint64
unit_id (Writer *writer, const char *code)
{
  gint64 id = get_id (writer->units, code);

  return id != 0 ? id : skh_edit_find_unit (writer->db, code);
}

static gint64
group_id (Writer *writer, const char *code)
{
  gint64 id = get_id (writer->groups, code);

  return id != 0 ? id : skh_edit_find_group (writer->db, code);
}

static void
bind_reference (SkhStatement *statement, int index, gint64 id)
{
  skh_statement_bind_int_or_null (statement, index, id != 0 ? id : -1);
}

static gboolean
unknown (const char *what, const char *code, GError **error)
{
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID,
               _ ("There is no %s “%s” in the plan. Correct the code."), what, code);
  return FALSE;
}

static gboolean
write_organisation (Writer *writer, GError **error)
{
  const SkhPlanDraft *draft = writer->draft;
  gint64 id;
  g_autoptr (SkhStatement) statement = insert (
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
write_setting (Writer *writer, const char *key, const char *value, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = insert (writer, "INSERT INTO setting (id, key, value) VALUES (?1, ?2, ?3)", &id,
              error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_text (statement, 2, key);
  skh_statement_bind_text (statement, 3, value);
  return skh_statement_run (statement, error);
}

static gboolean
write_settings (Writer *writer, GError **error)
{
  g_autofree char *soon_days = g_strdup_printf ("%d", writer->draft->soon_days);

  return write_setting (writer, "soon_days", soon_days, error)
         && (writer->draft->paper_profile == NULL
             || write_setting (writer, "paper_profile", writer->draft->paper_profile,
                               error));
}

static gboolean
write_holiday (Writer *writer, const SkhHolidayDraft *holiday, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = insert (writer, "INSERT INTO holiday (id, day, name) VALUES (?1, ?2, ?3)", &id,
              error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_date (statement, 2, holiday->day);
  skh_statement_bind_text (statement, 3, holiday->name);
  return skh_statement_run (statement, error);
}

static gboolean
write_holiday_year (Writer *writer, int year, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = insert (writer, "INSERT INTO holiday_year (id, year) VALUES (?1, ?2)", &id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 2, year);
  return skh_statement_run (statement, error);
}

/* The days off of a year that the workbook knows are the office's own. */
static gboolean
is_year_known (Writer *writer, int year)
{
  return skh_edit_get_int (writer->db, "SELECT 1 FROM holiday_year WHERE year = ?1", year)
         != 0;
}

static gboolean
write_holidays (Writer *writer, GError **error)
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

static gboolean
write_group (Writer *writer, const SkhGroupDraft *group, guint rank, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    writer->db,
    "INSERT INTO unit_group (id, code, name, short_name, counts, base_id, rank)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    error);

  if (statement == NULL)
    return FALSE;
  if (group->at != NULL && group_id (writer, group->at) == 0)
    return unknown (_ ("group"), group->at, error);
  skh_statement_bind_int (statement, 1, group_id (writer, group->code));
  skh_statement_bind_text (statement, 2, group->code);
  skh_statement_bind_text (statement, 3, group->name);
  skh_statement_bind_text (statement, 4,
                           group->short_name != NULL ? group->short_name : group->name);
  skh_statement_bind_text (statement, 5, group->counts);
  bind_reference (statement, 6, group_id (writer, group->at));
  skh_statement_bind_int (statement, 7, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_include (Writer *writer, const char *group, const char *included, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = insert (writer,
              "INSERT INTO group_include (id, group_id, included_id) VALUES (?1, ?2, ?3)",
              &id, error);

  if (statement == NULL)
    return FALSE;
  if (group_id (writer, included) == 0)
    return unknown (_ ("group"), included, error);
  skh_statement_bind_int (statement, 2, group_id (writer, group));
  skh_statement_bind_int (statement, 3, group_id (writer, included));
  return skh_statement_run (statement, error);
}

static gboolean
write_groups (Writer *writer, GError **error)
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
write_unit (Writer *writer, const SkhUnitDraft *unit, guint rank, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    writer->db,
    "INSERT INTO unit (id, code, name, short_name, parent_id, opened, closed, contact,"
    " rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    error);

  if (statement == NULL)
    return FALSE;
  if (unit->parent != NULL && unit_id (writer, unit->parent) == 0)
    return unknown (_ ("unit"), unit->parent, error);
  skh_statement_bind_int (statement, 1, unit_id (writer, unit->code));
  skh_statement_bind_text (statement, 2, unit->code);
  skh_statement_bind_text (statement, 3, unit->name);
  skh_statement_bind_text (statement, 4,
                           unit->short_name != NULL ? unit->short_name : unit->name);
  bind_reference (statement, 5, unit_id (writer, unit->parent));
  skh_statement_bind_date (statement, 6, unit->opened);
  skh_statement_bind_date (statement, 7, unit->closed);
  skh_statement_bind_text (statement, 8, unit->contact);
  skh_statement_bind_int (statement, 9, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_membership (Writer *writer, const char *unit, const char *group, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = insert (writer,
              "INSERT INTO membership (id, group_id, unit_id) VALUES (?1, ?2, ?3)", &id,
              error);

  if (statement == NULL)
    return FALSE;
  if (group_id (writer, group) == 0)
    return unknown (_ ("group"), group, error);
  skh_statement_bind_int (statement, 2, group_id (writer, group));
  skh_statement_bind_int (statement, 3, unit_id (writer, unit));
  return skh_statement_run (statement, error);
}

static gboolean
write_units (Writer *writer, GError **error)
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
write_total (Writer *writer, const SkhTotalDraft *total, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = insert (writer,
              "INSERT INTO unit_total (id, unit_id, kind, total, from_day)"
              " VALUES (?1, ?2, ?3, ?4, ?5)",
              &id, error);

  if (statement == NULL)
    return FALSE;
  if (unit_id (writer, total->unit) == 0)
    return unknown (_ ("unit"), total->unit, error);
  skh_statement_bind_int (statement, 2, unit_id (writer, total->unit));
  skh_statement_bind_text (statement, 3, total->kind);
  skh_statement_bind_int (statement, 4, total->total);
  skh_statement_bind_date (statement, 5, total->from);
  return skh_statement_run (statement, error);
}

static gboolean
write_totals (Writer *writer, GError **error)
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

/* — The plan — */

static gboolean
write_plan (Writer *writer, GError **error)
{
  const SkhPlanDraft *draft = writer->draft;
  g_autoptr (SkhStatement) statement
    = insert (writer,
              "INSERT INTO plan (id, year, title, short_title, number, template)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
              &writer->plan_id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 2, draft->year);
  skh_statement_bind_text (statement, 3, draft->title);
  skh_statement_bind_text (statement, 4,
                           draft->short_title != NULL ? draft->short_title
                                                      : draft->title);
  skh_statement_bind_text (statement, 5, draft->number);
  skh_statement_bind_text (statement, 6, draft->template_id);
  return skh_statement_run (statement, error);
}

static gboolean
write_sections (Writer *writer, GError **error)
{
  const GArray *sections = writer->draft->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const SkhSectionDraft *section = &g_array_index (sections, SkhSectionDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement
        = insert (writer,
                  "INSERT INTO section (id, plan_id, code, title, rank) VALUES (?1, ?2, "
                  "?3, ?4, ?5)",
                  &id, error);

      if (statement == NULL)
        return FALSE;
      name_id (writer->sections, section->code, id);
      skh_statement_bind_int (statement, 2, writer->plan_id);
      skh_statement_bind_text (statement, 3, section->code);
      skh_statement_bind_text (statement, 4, section->title);
      skh_statement_bind_int (statement, 5, i);
      if (!skh_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_measures (Writer *writer, gint64 task_id, GArray *measures, GError **error)
{
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (!skh_task_rows_insert_measure (writer->db, task_id,
                                       &g_array_index (measures, SkhMeasureDraft, i), i,
                                       error))
      return FALSE;
  return TRUE;
}

static gboolean
write_tasks (Writer *writer, GError **error)
{
  const GArray *tasks = writer->draft->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (tasks, SkhTaskDraft, i);
      gint64 id = skh_database_new_id (writer->db);
      gint64 section = get_id (writer->sections, task->section);

      if (section == 0)
        return unknown (_ ("section"), task->section, error);
      if (!skh_task_rows_insert (writer->db, id, writer->plan_id, section, task, i, error)
          || !skh_task_rows_write_parties (writer->db, id, task, error)
          || !write_measures (writer, id, task->measures, error))
        return FALSE;
    }
  return TRUE;
}

/* — What goes with the plan — */

static gboolean
link_document (Writer *writer, gint64 document_id, guint rank, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement
    = insert (writer,
              "INSERT INTO link (id, from_kind, from_id, to_kind, to_id, rank)"
              " VALUES (?1, 'plan', ?2, 'document', ?3, ?4)",
              &id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 2, writer->plan_id);
  skh_statement_bind_int (statement, 3, document_id);
  skh_statement_bind_int (statement, 4, rank);
  return skh_statement_run (statement, error);
}

/* The same document is not kept twice. */
static gint64
find_document (Writer *writer, const SkhDocumentDraft *document)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    writer->db, "SELECT id FROM document WHERE title = ?1 AND symbol IS ?2 AND day IS ?3",
    NULL);

  if (row == NULL)
    return 0;
  skh_statement_bind_text (row, 1, document->title);
  skh_statement_bind_text (row, 2, document->symbol);
  skh_statement_bind_date (row, 3, document->day);
  return skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
}

static void
set_text (SkhEntry *entry, const char *key, const char *text)
{
  SkhValue value = { .is_set = text != NULL, .text = g_strdup (text) };
  guint field = skh_register_find_field (skh_entry_get_register (entry), key);

  skh_entry_take_value (entry, field, &value);
}

static gboolean
write_document (Writer *writer,
                const SkhDocumentDraft *document,
                gint64 *id,
                GError **error)
{
  SkhRegister *reg = skh_register_cache_find (writer->db, "documents");
  g_autoptr (SkhEntry) entry = skh_entry_new (reg);
  SkhValue day = { .is_set = document->day != SKH_DATE_NONE, .day = document->day };

  *id = skh_database_new_id (writer->db);
  skh_entry_set_id (entry, *id);
  set_text (entry, "symbol", document->symbol);
  set_text (entry, "issuer", document->issuer);
  set_text (entry, "title", document->title);
  set_text (entry, "role", document->role);
  if (day.is_set)
    skh_entry_take_value (entry, skh_register_find_field (reg, "day"), &day);
  skh_entry_derive (entry);
  return skh_register_row_save (writer->db, entry, TRUE, error);
}

static gboolean
write_documents (Writer *writer, GError **error)
{
  const GArray *documents = writer->draft->documents;

  for (guint i = 0; i < documents->len; i++)
    {
      const SkhDocumentDraft *document = &g_array_index (documents, SkhDocumentDraft, i);
      gint64 id = find_document (writer, document);

      if ((id == 0 && !write_document (writer, document, &id, error))
          || !link_document (writer, id, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_recipients (Writer *writer, GError **error)
{
  const GArray *recipients = writer->draft->recipients;

  for (guint i = 0; i < recipients->len; i++)
    {
      const SkhRecipientDraft *recipient
        = &g_array_index (recipients, SkhRecipientDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement
        = insert (writer,
                  "INSERT INTO recipient (id, plan_id, name, purpose, rank)"
                  " VALUES (?1, ?2, ?3, ?4, ?5)",
                  &id, error);

      if (statement == NULL)
        return FALSE;
      skh_statement_bind_int (statement, 2, writer->plan_id);
      skh_statement_bind_text (statement, 3, recipient->name);
      skh_statement_bind_text (statement, 4, recipient->purpose);
      skh_statement_bind_int (statement, 5, i);
      if (!skh_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_report_columns (Writer *writer, gint64 table_id, GArray *columns, GError **error)
{
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const SkhReportColumnDraft *column
        = &g_array_index (columns, SkhReportColumnDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement = insert (
        writer,
        "INSERT INTO report_column (id, table_id, title, group_title, source, kind,"
        " rank, hidden) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        &id, error);

      if (statement == NULL)
        return FALSE;
      skh_statement_bind_int (statement, 2, table_id);
      skh_statement_bind_text (statement, 3, column->title);
      skh_statement_bind_text (statement, 4, column->group_title);
      skh_statement_bind_text (statement, 5, column->source);
      skh_statement_bind_text (statement, 6, column->kind);
      skh_statement_bind_int (statement, 7, i);
      skh_statement_bind_int (statement, 8, column->hidden);
      if (!skh_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_report_tables (Writer *writer, GError **error)
{
  const GArray *tables = writer->draft->report_tables;

  for (guint i = 0; i < tables->len; i++)
    {
      const SkhReportTableDraft *table = &g_array_index (tables, SkhReportTableDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement
        = insert (writer,
                  "INSERT INTO report_table (id, plan_id, no, title, sheet_name, rank)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                  &id, error);

      if (statement == NULL)
        return FALSE;
      skh_statement_bind_int (statement, 2, writer->plan_id);
      skh_statement_bind_text (statement, 3, table->no);
      skh_statement_bind_text (statement, 4, table->title);
      skh_statement_bind_text (statement, 5, table->sheet_name);
      skh_statement_bind_int (statement, 6, i);
      if (!skh_statement_run (statement, error)
          || !write_report_columns (writer, id, table->columns, error))
        return FALSE;
    }
  return TRUE;
}

/* A new unit owes in every plan that its groups lead. */
static gboolean
sync_lines (Writer *writer, GError **error)
{
  const SkhPlanDraft *draft = writer->draft;
  gboolean is_known
    = g_hash_table_size (writer->present) == draft->units->len + draft->groups->len;

  return skh_assignment_store_sync (writer->db, is_known ? writer->plan_id : 0, error);
}

static gboolean
write_new_plan (Writer *writer, GError **error)
{
  return write_holidays (writer, error) && write_groups (writer, error)
         && write_units (writer, error) && write_totals (writer, error)
         && write_plan (writer, error) && write_sections (writer, error)
         && write_tasks (writer, error) && write_documents (writer, error)
         && write_recipients (writer, error) && write_report_tables (writer, error)
         && sync_lines (writer, error);
}

static Writer
writer_init (SkhDatabase *db, const SkhPlanDraft *draft)
{
  return (Writer){
    .db = db,
    .draft = draft,
    .units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .sections = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .present = g_hash_table_new (g_str_hash, g_str_equal),
  };
}

/**
 * skh_plan_store_create:
 *
 * Fills an empty workbook from a draft: the organisation, its units, the plan, and a line
 * for each unit that leads a task. It is the workbook's founding, which undo does not
 * reach.
 */
gboolean
skh_plan_store_create (SkhDatabase *db, const SkhPlanDraft *draft, GError **error)
{
  g_auto (Writer) writer = writer_init (db, draft);
  g_autofree char *label = g_strdup_printf (_ ("Workbook made: %s"), draft->title);

  return skh_act_begin_founding (db, label, error)
         && skh_edit_end (db,
                          write_organisation (&writer, error)
                            && write_settings (&writer, error)
                            && write_new_plan (&writer, error),
                          error);
}

/* A code means one thing: a unit here and a group there would make it mean both. */
static gboolean
check_codes (SkhDatabase *db, const SkhPlanDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->units->len; i++)
    {
      const char *code = g_array_index (draft->units, SkhUnitDraft, i).code;

      if (skh_edit_find_group (db, code) != 0)
        return skh_edit_refuse (NULL, NULL, error,
                                _ ("“%s” is a unit in this plan but a group in the "
                                   "workbook; change one of the codes."),
                                code);
    }
  for (guint i = 0; i < draft->groups->len; i++)
    {
      const char *code = g_array_index (draft->groups, SkhGroupDraft, i).code;

      if (skh_edit_find_unit (db, code) != 0)
        return skh_edit_refuse (NULL, NULL, error,
                                _ ("“%s” is a group in this plan but a unit in the "
                                   "workbook; change one of the codes."),
                                code);
    }
  return TRUE;
}

/**
 * skh_plan_store_add_plan:
 * @plan_id: (out) (optional): the new plan
 *
 * Adds one more plan to a workbook, with a line for each unit that leads a task. Units
 * and groups are those of the workbook that have the draft's codes; what is missing is
 * added with all that the draft says of it. What is there stays as it is: the
 * organisation and its settings, units, groups, totals, and the days off of years that
 * the workbook knows. A document that is there is not added again.
 */
gboolean
skh_plan_store_add_plan (SkhDatabase *db,
                         const SkhPlanDraft *draft,
                         gint64 *plan_id,
                         GError **error)
{
  g_auto (Writer) writer = writer_init (db, draft);
  g_autofree char *label
    = g_strdup_printf (_ ("Plan added: %s"),
                       draft->short_title != NULL ? draft->short_title : draft->title);

  if (!check_codes (db, draft, error) || !skh_act_begin (db, label, error))
    return FALSE;
  writer.first_rank = (guint)
    skh_edit_get_int (db,
                      "SELECT ?1 + max ((SELECT coalesce (max (rank), 0) FROM "
                      "unit), (SELECT coalesce (max (rank), 0) FROM unit_group))",
                      1);
  if (!skh_edit_end (db, write_new_plan (&writer, error), error))
    return FALSE;
  if (plan_id != NULL)
    *plan_id = writer.plan_id;
  return TRUE;
}
