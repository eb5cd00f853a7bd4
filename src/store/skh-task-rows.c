/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows that one task is made of. */
#include "skh-edit-private.h"

#include <glib/gi18n-lib.h>

/* — Who leads, works with the lead, stands between — */

static gboolean
write_party (SkhDatabase *db,
             gint64 task_id,
             const char *role,
             const char *code,
             guint rank,
             GError **error)
{
  gint64 unit = skh_edit_find_unit (db, code);
  gint64 group = unit == 0 ? skh_edit_find_group (db, code) : 0;
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db,
                         "INSERT INTO task_party (id, task_id, role, unit_id, group_id,"
                         " rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                         error);

  if (statement == NULL)
    return FALSE;
  if (unit == 0 && group == 0)
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("There is no unit or group “%s” in the plan. Correct the code."), code);
  skh_statement_bind_int (statement, 1, skh_database_new_id (db));
  skh_statement_bind_int (statement, 2, task_id);
  skh_statement_bind_text (statement, 3, role);
  skh_statement_bind_int_or_null (statement, 4, unit != 0 ? unit : -1);
  skh_statement_bind_int_or_null (statement, 5, group != 0 ? group : -1);
  skh_statement_bind_int (statement, 6, rank);
  return skh_statement_run (statement, error);
}

static gboolean
write_role (SkhDatabase *db,
            gint64 task_id,
            const char *role,
            const char *const *codes,
            GError **error)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (!write_party (db, task_id, role, codes[i], i, error))
      return FALSE;
  return TRUE;
}

gboolean
skh_task_rows_write_parties (SkhDatabase *db,
                             gint64 task_id,
                             const SkhTaskDraft *task,
                             GError **error)
{
  return write_role (db, task_id, "lead", task->lead, error)
         && write_role (db, task_id, "with", task->with, error)
         && write_role (db, task_id, "via", task->via, error);
}

gboolean
skh_task_rows_insert_measure (SkhDatabase *db,
                              gint64 task_id,
                              const SkhMeasureDraft *measure,
                              guint rank,
                              GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db,
                         "INSERT INTO measure (id, task_id, key, title, of_total,"
                         " total_kind, required, rank)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                         error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, skh_database_new_id (db));
  skh_statement_bind_int (statement, 2, task_id);
  skh_statement_bind_text (statement, 3, measure->key);
  skh_statement_bind_text (statement, 4, measure->title);
  skh_statement_bind_int (statement, 5, measure->of_total);
  skh_statement_bind_text (statement, 6, measure->total_kind);
  skh_statement_bind_int (statement, 7, measure->required);
  skh_statement_bind_int (statement, 8, rank);
  return skh_statement_run (statement, error);
}

/* — The task's own row — */

/* Both statements number their parameters alike. */
static void
bind_task (SkhStatement *statement,
           gint64 id,
           gint64 section_id,
           const SkhTaskDraft *task)
{
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_int (statement, 2, section_id);
  skh_statement_bind_text (statement, 3, task->no);
  skh_statement_bind_text (statement, 4, task->clause);
  skh_statement_bind_text (statement, 5, task->title);
  skh_statement_bind_text (statement, 6,
                           task->short_title != NULL ? task->short_title : task->title);
  skh_statement_bind_text (statement, 7, task->deliverable);
  skh_statement_bind_text (statement, 8, task->recipient);
  skh_statement_bind_int (statement, 9, task->wants_document);
  skh_statement_bind_text (statement, 10, task->wording);
  skh_statement_bind_text (statement, 11,
                           skh_deadline_kind_to_string (task->deadline.kind));
  skh_statement_bind_date (statement, 12, task->deadline.first_day);
  skh_statement_bind_date (statement, 13, task->deadline.last_day);
  skh_statement_bind_text (statement, 14, task->event);
}

gboolean
skh_task_rows_insert (SkhDatabase *db,
                      gint64 id,
                      gint64 plan_id,
                      gint64 section_id,
                      const SkhTaskDraft *task,
                      guint rank,
                      GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db,
    "INSERT INTO task (id, section_id, no, clause, title, short_title, deliverable,"
    " recipient, wants_document, wording, deadline_kind, first_day, last_day, event,"
    " plan_id, rank)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    error);

  if (statement == NULL)
    return FALSE;
  bind_task (statement, id, section_id, task);
  skh_statement_bind_int (statement, 15, plan_id);
  skh_statement_bind_int (statement, 16, rank);
  return skh_statement_run (statement, error);
}

gboolean
skh_task_rows_update (SkhDatabase *db,
                      gint64 id,
                      gint64 section_id,
                      const SkhTaskDraft *task,
                      GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db,
    "UPDATE task SET section_id = ?2, no = ?3, clause = ?4, title = ?5,"
    " short_title = ?6, deliverable = ?7, recipient = ?8, wants_document = ?9,"
    " wording = ?10, deadline_kind = ?11, first_day = ?12, last_day = ?13, event = ?14"
    " WHERE id = ?1",
    error);

  if (statement == NULL)
    return FALSE;
  bind_task (statement, id, section_id, task);
  return skh_statement_run (statement, error);
}

gboolean
skh_task_rows_delete (SkhDatabase *db, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM link WHERE (from_kind = 'assignment' AND from_id IN"
    " (SELECT id FROM assignment WHERE task_id = ?1)) OR (to_kind = 'assignment'"
    " AND to_id IN (SELECT id FROM assignment WHERE task_id = ?1))",
    "DELETE FROM link WHERE (from_kind = 'task' AND from_id = ?1)"
    " OR (to_kind = 'task' AND to_id = ?1)",
    "DELETE FROM attachment WHERE (kind = 'task' AND owner_id = ?1)"
    " OR (kind = 'assignment' AND owner_id IN"
    " (SELECT id FROM assignment WHERE task_id = ?1))",
    "DELETE FROM figure WHERE assignment_id IN"
    " (SELECT id FROM assignment WHERE task_id = ?1)",
    "DELETE FROM chase WHERE assignment_id IN"
    " (SELECT id FROM assignment WHERE task_id = ?1)",
    "DELETE FROM passage WHERE assignment_id IN"
    " (SELECT id FROM assignment WHERE task_id = ?1)",
    "DELETE FROM assignment WHERE task_id = ?1",
    "DELETE FROM measure WHERE task_id = ?1",
    "DELETE FROM due_day WHERE task_id = ?1",
    "DELETE FROM task_party WHERE task_id = ?1",
    "DELETE FROM task WHERE id = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!skh_edit_run (db, statements[i], error, 1, id))
      return FALSE;
  return TRUE;
}
