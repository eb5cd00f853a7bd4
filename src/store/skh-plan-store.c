/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a draft: a new workbook, or one more plan in a workbook. */
#include "skh-edit-private.h"
#include "skh-plan-edit.h"
#include "skh-plan-writer-private.h"
#include "skh-register-private.h"

#include <glib/gi18n-lib.h>

/* — The plan — */

static gboolean
write_plan (SkhPlanWriter *writer, GError **error)
{
  const SkhPlanDraft *draft = writer->draft;
  g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
    writer,
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
write_sections (SkhPlanWriter *writer, GError **error)
{
  const GArray *sections = writer->draft->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const SkhSectionDraft *section = &g_array_index (sections, SkhSectionDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
        writer,
        "INSERT INTO section (id, plan_id, code, title, rank) VALUES (?1, ?2, "
        "?3, ?4, ?5)",
        &id, error);

      if (statement == NULL)
        return FALSE;
      skh_plan_writer_name (writer->sections, section->code, id);
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
write_measures (SkhPlanWriter *writer, gint64 task_id, GArray *measures, GError **error)
{
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    if (!skh_task_rows_insert_measure (writer->db, task_id,
                                       &g_array_index (measures, SkhMeasureDraft, i), i,
                                       error))
      return FALSE;
  return TRUE;
}

static gboolean
write_tasks (SkhPlanWriter *writer, GError **error)
{
  const GArray *tasks = writer->draft->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (tasks, SkhTaskDraft, i);
      gint64 id = skh_database_new_id (writer->db);
      gint64 section = skh_plan_writer_get_id (writer->sections, task->section);

      if (section == 0)
        return skh_plan_writer_refuse_unknown (_ ("section"), task->section, error);
      if (!skh_task_rows_insert (writer->db, id, writer->plan_id, section, task, i, error)
          || !skh_task_rows_write_parties (writer->db, id, task, error)
          || !write_measures (writer, id, task->measures, error))
        return FALSE;
    }
  return TRUE;
}

/* — What goes with the plan — */

static gboolean
link_document (SkhPlanWriter *writer, gint64 document_id, guint rank, GError **error)
{
  gint64 id;
  g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
    writer,
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
find_document (SkhPlanWriter *writer, const SkhDocumentDraft *document)
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
write_document (SkhPlanWriter *writer,
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
write_documents (SkhPlanWriter *writer, GError **error)
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
write_recipients (SkhPlanWriter *writer, GError **error)
{
  const GArray *recipients = writer->draft->recipients;

  for (guint i = 0; i < recipients->len; i++)
    {
      const SkhRecipientDraft *recipient
        = &g_array_index (recipients, SkhRecipientDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
        writer,
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
write_report_columns (SkhPlanWriter *writer,
                      gint64 table_id,
                      GArray *columns,
                      GError **error)
{
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const SkhReportColumnDraft *column
        = &g_array_index (columns, SkhReportColumnDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
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
write_report_tables (SkhPlanWriter *writer, GError **error)
{
  const GArray *tables = writer->draft->report_tables;

  for (guint i = 0; i < tables->len; i++)
    {
      const SkhReportTableDraft *table = &g_array_index (tables, SkhReportTableDraft, i);
      gint64 id;
      g_autoptr (SkhStatement) statement = skh_plan_writer_insert (
        writer,
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
sync_lines (SkhPlanWriter *writer, GError **error)
{
  const SkhPlanDraft *draft = writer->draft;
  gboolean is_known
    = g_hash_table_size (writer->present) == draft->units->len + draft->groups->len;

  return skh_assignment_store_sync (writer->db, is_known ? writer->plan_id : 0, error);
}

static gboolean
write_new_plan (SkhPlanWriter *writer, GError **error)
{
  return skh_plan_writer_write_units (writer, error) && write_plan (writer, error)
         && write_sections (writer, error) && write_tasks (writer, error)
         && write_documents (writer, error) && write_recipients (writer, error)
         && write_report_tables (writer, error) && sync_lines (writer, error);
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
  g_auto (SkhPlanWriter) writer = skh_plan_writer_init (db, draft);
  g_autofree char *label = g_strdup_printf (_ ("Workbook made: %s"), draft->title);

  return skh_act_begin_founding (db, label, error)
         && skh_edit_end (db,
                          skh_plan_writer_write_organisation (&writer, error)
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
  g_auto (SkhPlanWriter) writer = skh_plan_writer_init (db, draft);
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
