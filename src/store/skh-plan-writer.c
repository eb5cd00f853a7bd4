/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a plan share while they are written: ids for codes. */
#include "skh-plan-writer-private.h"

#include "skh-edit-private.h"

#include <glib/gi18n-lib.h>

SkhPlanWriter
skh_plan_writer_init (SkhDatabase *db, const SkhPlanDraft *draft)
{
  return (SkhPlanWriter){
    .db = db,
    .draft = draft,
    .units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .sections = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .present = g_hash_table_new (g_str_hash, g_str_equal),
  };
}

void
skh_plan_writer_clear (SkhPlanWriter *writer)
{
  g_clear_pointer (&writer->units, g_hash_table_unref);
  g_clear_pointer (&writer->groups, g_hash_table_unref);
  g_clear_pointer (&writer->sections, g_hash_table_unref);
  g_clear_pointer (&writer->present, g_hash_table_unref);
}

/* An insert whose first parameter is a new id. */
SkhStatement *
skh_plan_writer_insert (SkhPlanWriter *writer,
                        const char *sql,
                        gint64 *id,
                        GError **error)
{
  SkhStatement *statement = skh_statement_new (writer->db, sql, error);

  *id = skh_database_new_id (writer->db);
  if (statement != NULL)
    skh_statement_bind_int (statement, 1, *id);
  return statement;
}

void
skh_plan_writer_name (GHashTable *table, const char *code, gint64 id)
{
  g_hash_table_insert (table, (gpointer)code, g_memdup2 (&id, sizeof id));
}

/* 0 when there is none. */
gint64
skh_plan_writer_get_id (GHashTable *table, const char *code)
{
  const gint64 *id = code != NULL ? g_hash_table_lookup (table, code) : NULL;

  return id != NULL ? *id : 0;
}

/* What the draft does not say of may be in the workbook. */
gint64
skh_plan_writer_get_unit (SkhPlanWriter *writer, const char *code)
{
  gint64 id = skh_plan_writer_get_id (writer->units, code);

  return id != 0 ? id : skh_edit_find_unit (writer->db, code);
}

gint64
skh_plan_writer_get_group (SkhPlanWriter *writer, const char *code)
{
  gint64 id = skh_plan_writer_get_id (writer->groups, code);

  return id != 0 ? id : skh_edit_find_group (writer->db, code);
}

void
skh_plan_writer_bind_reference (SkhStatement *statement, int index, gint64 id)
{
  skh_statement_bind_int_or_null (statement, index, id != 0 ? id : -1);
}

gboolean
skh_plan_writer_refuse_unknown (const char *what, const char *code, GError **error)
{
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID,
               _ ("There is no %s “%s” in the plan. Correct the code."), what, code);
  return FALSE;
}
