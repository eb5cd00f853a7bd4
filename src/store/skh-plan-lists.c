/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes with a plan and stands in no ledger: the tables of its report, who receives
   it, and the days the office gives. */
#include "skh-database-private.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>

static void
column_free (gpointer data)
{
  SkhReportColumnInfo *column = data;

  g_free (column->title);
  g_free (column->source);
  g_free (column->group_title);
  g_free (column->kind);
  g_free (column);
}

static void
table_free (gpointer data)
{
  SkhReportTableInfo *table = data;

  g_free (table->no);
  g_free (table->title);
  g_free (table->sheet_name);
  g_ptr_array_unref (table->columns);
  g_free (table);
}

static SkhReportColumnInfo *
read_column (SkhStatement *row)
{
  SkhReportColumnInfo *column = g_new0 (SkhReportColumnInfo, 1);

  column->title = skh_statement_dup_text (row, 4);
  column->source = skh_statement_dup_text (row, 5);
  column->group_title = skh_statement_dup_text (row, 6);
  column->kind = skh_statement_dup_text (row, 7);
  column->hidden = skh_statement_get_int (row, 8) != 0;
  return column;
}

/* Rows come table by table; a new table's first row brings its own fields. */
static void
read_table_row (GPtrArray *tables, SkhStatement *row, gint64 *last_id)
{
  SkhReportTableInfo *table;

  if (tables->len == 0 || skh_statement_get_int (row, 0) != *last_id)
    {
      table = g_new0 (SkhReportTableInfo, 1);
      table->no = skh_statement_dup_text (row, 1);
      table->title = skh_statement_dup_text (row, 2);
      table->sheet_name = skh_statement_dup_text (row, 3);
      table->columns = g_ptr_array_new_with_free_func (column_free);
      g_ptr_array_add (tables, table);
      *last_id = skh_statement_get_int (row, 0);
    }
  table = g_ptr_array_index (tables, tables->len - 1);
  if (!skh_statement_is_null (row, 4))
    g_ptr_array_add (table->columns, read_column (row));
}

/**
 * skh_plan_store_list_report_tables:
 * @plan_id: 0 for the workbook's first plan
 *
 * Returns: (transfer full) (element-type SkhReportTableInfo): the tables in order, each
 * with its columns in order
 */
GPtrArray *
skh_plan_store_list_report_tables (SkhDatabase *db, gint64 plan_id, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (table_free);
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT t.id, t.no, t.title, t.sheet_name, c.title, c.source, c.group_title, c.kind,"
    " c.hidden FROM report_table t LEFT JOIN report_column c ON c.table_id = t.id"
    " WHERE t.plan_id = CASE ?1 WHEN 0 THEN"
    "  (SELECT id FROM plan ORDER BY year, id LIMIT 1) ELSE ?1 END"
    " ORDER BY t.rank, c.rank",
    error);
  GError *local_error = NULL;
  gint64 last_id = 0;

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, plan_id);
  while (skh_statement_step (row, &local_error))
    read_table_row (tables, row, &last_id);
  if (local_error == NULL)
    return g_steal_pointer (&tables);
  g_propagate_error (error, local_error);
  return NULL;
}

static void
recipient_free (gpointer data)
{
  SkhRecipientInfo *recipient = data;

  g_free (recipient->name);
  g_free (recipient->purpose);
  g_free (recipient);
}

/**
 * skh_plan_store_list_recipients:
 *
 * Returns: (transfer full) (element-type SkhRecipientInfo): nơi nhận, in order
 */
GPtrArray *
skh_plan_store_list_recipients (SkhDatabase *db, gint64 plan_id, GError **error)
{
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func (recipient_free);
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT name, purpose FROM recipient"
    " WHERE plan_id = CASE ?1 WHEN 0 THEN"
    "  (SELECT id FROM plan ORDER BY year, id LIMIT 1) ELSE ?1 END ORDER BY rank",
    error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, plan_id);
  while (skh_statement_step (row, &local_error))
    {
      SkhRecipientInfo *recipient = g_new0 (SkhRecipientInfo, 1);

      recipient->name = skh_statement_dup_text (row, 0);
      recipient->purpose = skh_statement_dup_text (row, 1);
      g_ptr_array_add (recipients, recipient);
    }
  if (local_error == NULL)
    return g_steal_pointer (&recipients);
  g_propagate_error (error, local_error);
  return NULL;
}
