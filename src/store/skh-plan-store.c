/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a draft: what refers by code in the draft refers by id in the workbook. */
#include "skh-database-private.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SkhDatabase *db;
  const SkhPlanDraft *draft;
  gint64 plan_id;
  GHashTable *units;    /* code → gint64 */
  GHashTable *groups;   /* code → gint64 */
  GHashTable *sections; /* code → gint64 */
} Writer;

static void
writer_clear (Writer *writer)
{
  g_clear_pointer (&writer->units, g_hash_table_unref);
  g_clear_pointer (&writer->groups, g_hash_table_unref);
  g_clear_pointer (&writer->sections, g_hash_table_unref);
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

/* 0 when there is none. */
static gint64
get_id (GHashTable *table, const char *code)
{
  const gint64 *id = code != NULL ? g_hash_table_lookup (table, code) : NULL;

  return id != NULL ? *id : 0;
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

static gboolean
write_holidays (Writer *writer, GError **error)
{
  const SkhPlanDraft *draft = writer->draft;

  for (guint i = 0; i < draft->holidays->len; i++)
    if (!write_holiday (writer, &g_array_index (draft->holidays, SkhHolidayDraft, i),
                        error))
      return FALSE;
  for (guint i = 0; i < draft->holiday_years->len; i++)
    if (!write_holiday_year (writer, g_array_index (draft->holiday_years, int, i), error))
      return FALSE;
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
  if (group->at != NULL && get_id (writer->groups, group->at) == 0)
    return unknown (_ ("group"), group->at, error);
  skh_statement_bind_int (statement, 1, get_id (writer->groups, group->code));
  skh_statement_bind_text (statement, 2, group->code);
  skh_statement_bind_text (statement, 3, group->name);
  skh_statement_bind_text (statement, 4,
                           group->short_name != NULL ? group->short_name : group->name);
  skh_statement_bind_text (statement, 5, group->counts);
  bind_reference (statement, 6, get_id (writer->groups, group->at));
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
  if (get_id (writer->groups, included) == 0)
    return unknown (_ ("group"), included, error);
  skh_statement_bind_int (statement, 2, get_id (writer->groups, group));
  skh_statement_bind_int (statement, 3, get_id (writer->groups, included));
  return skh_statement_run (statement, error);
}

static gboolean
write_groups (Writer *writer, GError **error)
{
  const GArray *groups = writer->draft->groups;

  for (guint i = 0; i < groups->len; i++)
    name_id (writer->groups, g_array_index (groups, SkhGroupDraft, i).code,
             skh_database_new_id (writer->db));
  for (guint i = 0; i < groups->len; i++)
    {
      const SkhGroupDraft *group = &g_array_index (groups, SkhGroupDraft, i);

      if (!write_group (writer, group, i, error))
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
  if (unit->parent != NULL && get_id (writer->units, unit->parent) == 0)
    return unknown (_ ("unit"), unit->parent, error);
  skh_statement_bind_int (statement, 1, get_id (writer->units, unit->code));
  skh_statement_bind_text (statement, 2, unit->code);
  skh_statement_bind_text (statement, 3, unit->name);
  skh_statement_bind_text (statement, 4,
                           unit->short_name != NULL ? unit->short_name : unit->name);
  bind_reference (statement, 5, get_id (writer->units, unit->parent));
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
  if (get_id (writer->groups, group) == 0)
    return unknown (_ ("group"), group, error);
  skh_statement_bind_int (statement, 2, get_id (writer->groups, group));
  skh_statement_bind_int (statement, 3, get_id (writer->units, unit));
  return skh_statement_run (statement, error);
}

static gboolean
write_units (Writer *writer, GError **error)
{
  const GArray *units = writer->draft->units;

  for (guint i = 0; i < units->len; i++)
    name_id (writer->units, g_array_index (units, SkhUnitDraft, i).code,
             skh_database_new_id (writer->db));
  for (guint i = 0; i < units->len; i++)
    {
      const SkhUnitDraft *unit = &g_array_index (units, SkhUnitDraft, i);

      if (!write_unit (writer, unit, i, error))
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
  if (get_id (writer->units, total->unit) == 0)
    return unknown (_ ("unit"), total->unit, error);
  skh_statement_bind_int (statement, 2, get_id (writer->units, total->unit));
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
    if (!write_total (writer, &g_array_index (totals, SkhTotalDraft, i), error))
      return FALSE;
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
write_party (Writer *writer,
             gint64 task_id,
             const char *role,
             const char *code,
             guint rank,
             GError **error)
{
  gint64 unit = get_id (writer->units, code), group = get_id (writer->groups, code), id;
  g_autoptr (SkhStatement) statement
    = insert (writer,
              "INSERT INTO task_party (id, task_id, role, unit_id, group_id, rank)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
              &id, error);

  if (statement == NULL)
    return FALSE;
  if (unit == 0 && group == 0)
    return unknown (_ ("unit or group"), code, error);
  skh_statement_bind_int (statement, 2, task_id);
  skh_statement_bind_text (statement, 3, role);
  bind_reference (statement, 4, unit);
  bind_reference (statement, 5, unit == 0 ? group : 0);
  skh_statement_bind_int (statement, 6, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_parties (Writer *writer,
               gint64 task_id,
               const char *role,
               const char *const *codes,
               GError **error)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (!write_party (writer, task_id, role, codes[i], i, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_measure (Writer *writer,
               gint64 task_id,
               const SkhMeasureDraft *measure,
               guint rank,
               GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement = insert (
    writer,
    "INSERT INTO measure (id, task_id, key, title, of_total, total_kind, required, rank)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    &id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 2, task_id);
  skh_statement_bind_text (statement, 3, measure->key);
  skh_statement_bind_text (statement, 4, measure->title);
  skh_statement_bind_int (statement, 5, measure->of_total);
  skh_statement_bind_text (statement, 6, measure->total_kind);
  skh_statement_bind_int (statement, 7, measure->required);
  skh_statement_bind_int (statement, 8, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_measures (Writer *writer, gint64 task_id, GArray *measures, GError **error)
{
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (!write_measure (writer, task_id, &g_array_index (measures, SkhMeasureDraft, i), i,
                        error))
      return FALSE;
  return TRUE;
}

static gboolean
write_task_row (Writer *writer,
                const SkhTaskDraft *task,
                guint rank,
                gint64 *id,
                GError **error)
{
  g_autoptr (SkhStatement) statement = insert (
    writer,
    "INSERT INTO task (id, plan_id, section_id, no, clause, title, short_title, "
    "deliverable,"
    " recipient, wants_document, wording, deadline_kind, first_day, last_day, event, "
    "rank)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 2, writer->plan_id);
  skh_statement_bind_int (statement, 3, get_id (writer->sections, task->section));
  skh_statement_bind_text (statement, 4, task->no);
  skh_statement_bind_text (statement, 5, task->clause);
  skh_statement_bind_text (statement, 6, task->title);
  skh_statement_bind_text (statement, 7,
                           task->short_title != NULL ? task->short_title : task->title);
  skh_statement_bind_text (statement, 8, task->deliverable);
  skh_statement_bind_text (statement, 9, task->recipient);
  skh_statement_bind_int (statement, 10, task->wants_document);
  skh_statement_bind_text (statement, 11, task->wording);
  skh_statement_bind_text (statement, 12,
                           skh_deadline_kind_to_string (task->deadline.kind));
  skh_statement_bind_date (statement, 13, task->deadline.first_day);
  skh_statement_bind_date (statement, 14, task->deadline.last_day);
  skh_statement_bind_text (statement, 15, task->event);
  skh_statement_bind_int (statement, 16, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_tasks (Writer *writer, GError **error)
{
  const GArray *tasks = writer->draft->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (tasks, SkhTaskDraft, i);
      gint64 id;

      if (get_id (writer->sections, task->section) == 0)
        return unknown (_ ("section"), task->section, error);
      if (!write_task_row (writer, task, i, &id, error)
          || !write_parties (writer, id, "lead", task->lead, error)
          || !write_parties (writer, id, "with", task->with, error)
          || !write_parties (writer, id, "via", task->via, error)
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
  g_autoptr (SkhStatement) statement = insert (
    writer,
    "INSERT INTO plan_document (id, plan_id, document_id, rank) VALUES (?1, ?2, ?3, ?4)",
    &id, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 2, writer->plan_id);
  skh_statement_bind_int (statement, 3, document_id);
  skh_statement_bind_int (statement, 4, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_documents (Writer *writer, GError **error)
{
  const GArray *documents = writer->draft->documents;

  for (guint i = 0; i < documents->len; i++)
    {
      const SkhDocumentDraft *document = &g_array_index (documents, SkhDocumentDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement
        = insert (writer,
                  "INSERT INTO document (id, symbol, issuer, day, title, role)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                  &id, error);

      if (statement == NULL)
        return FALSE;
      skh_statement_bind_text (statement, 2, document->symbol);
      skh_statement_bind_text (statement, 3, document->issuer);
      skh_statement_bind_date (statement, 4, document->day);
      skh_statement_bind_text (statement, 5, document->title);
      skh_statement_bind_text (statement, 6, document->role);
      if (!skh_statement_run (statement, error) || !link_document (writer, id, i, error))
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
        " rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &id, error);

      if (statement == NULL)
        return FALSE;
      skh_statement_bind_int (statement, 2, table_id);
      skh_statement_bind_text (statement, 3, column->title);
      skh_statement_bind_text (statement, 4, column->group_title);
      skh_statement_bind_text (statement, 5, column->source);
      skh_statement_bind_text (statement, 6, column->kind);
      skh_statement_bind_int (statement, 7, i);
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

static gboolean
write_draft (Writer *writer, GError **error)
{
  return write_organisation (writer, error) && write_settings (writer, error)
         && write_holidays (writer, error) && write_groups (writer, error)
         && write_units (writer, error) && write_totals (writer, error)
         && write_plan (writer, error) && write_sections (writer, error)
         && write_tasks (writer, error) && write_documents (writer, error)
         && write_recipients (writer, error) && write_report_tables (writer, error)
         && skh_assignment_store_sync (writer->db, writer->plan_id, error);
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
  g_auto (Writer) writer = { .db = db, .draft = draft };
  g_autofree char *label = g_strdup_printf (_ ("Workbook made: %s"), draft->title);

  writer.units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  writer.groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  writer.sections = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  if (!skh_act_begin_founding (db, label, error))
    return FALSE;
  if (write_draft (&writer, error))
    return skh_act_end (db, error);
  skh_act_cancel (db);
  return FALSE;
}
