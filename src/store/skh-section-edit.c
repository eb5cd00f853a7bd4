/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sections of a plan. Rates are given by section, so each has a code of its own. */
#include "skh-task-private.h"

#include <glib/gi18n-lib.h>

static gboolean
no_such_section (GError **error)
{
  return skh_edit_not_found (_ ("The section is no longer there."), error);
}

static gboolean
check_section (SkhDatabase *db,
               gint64 plan_id,
               gint64 id,
               const SkhSectionDraft *section,
               GError **error)
{
  gint64 other = skh_task_find_section (db, plan_id, section->code);

  if (skh_edit_is_blank (section->code))
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("A section needs a number, as II.1; enter one."));
  if (skh_edit_is_blank (section->title))
    return skh_edit_refuse (NULL, NULL, error, _ ("A section needs a title; enter one."));
  if (other == 0 || other == id)
    return TRUE;
  return skh_edit_refuse (
    NULL, NULL, error,
    _ ("Another section of the plan has the number “%s”; choose another."),
    section->code);
}

static gboolean
write_section (SkhDatabase *db,
               const char *sql,
               gint64 id,
               gint64 plan_id,
               const SkhSectionDraft *section,
               GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);
  g_autofree char *code = skh_edit_clean (section->code);
  g_autofree char *title = skh_edit_clean (section->title);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_int (statement, 2, plan_id);
  skh_statement_bind_text (statement, 3, code);
  skh_statement_bind_text (statement, 4, title);
  return skh_statement_run (statement, error);
}

static gboolean
place_section (SkhDatabase *db, gint64 plan_id, gint64 id, guint position, GError **error)
{
  g_autoptr (GArray) ids
    = skh_edit_list_ids (db,
                         "SELECT id FROM section WHERE plan_id = ?1 ORDER BY rank, id",
                         plan_id, error);

  if (ids == NULL)
    return FALSE;
  skh_edit_place (ids, id, position);
  return skh_edit_write_ranks (
    db, "UPDATE section SET rank = ?2 WHERE id = ?1 AND rank <> ?2", ids, error);
}

/* Tasks follow their sections: those of the first section come first. */
static gboolean
order_tasks (SkhDatabase *db, gint64 plan_id, GError **error)
{
  g_autoptr (GArray) ids
    = skh_edit_list_ids (db,
                         "SELECT t.id FROM task t JOIN section s ON s.id = t.section_id"
                         " WHERE t.plan_id = ?1 ORDER BY s.rank, s.id, t.rank, t.id",
                         plan_id, error);

  return ids != NULL
         && skh_edit_write_ranks (
           db, "UPDATE task SET rank = ?2 WHERE id = ?1 AND rank <> ?2", ids, error);
}

/**
 * skh_section_store_add:
 * @position: among the sections, from 0
 *
 * Adds an empty section. Its code is unique in the plan.
 */
gboolean
skh_section_store_add (SkhDatabase *db,
                       gint64 plan_id,
                       const SkhSectionDraft *section,
                       guint position,
                       GError **error)
{
  g_autofree char *label = NULL;
  gint64 id;

  if (skh_edit_get_int (db, "SELECT 1 FROM plan WHERE id = ?1", plan_id) == 0)
    return skh_edit_not_found (_ ("The plan is no longer there."), error);
  if (!check_section (db, plan_id, 0, section, error))
    return FALSE;
  label = g_strdup_printf (_ ("Section added: %s %s"), section->code, section->title);
  if (!skh_act_begin (db, label, error))
    return FALSE;
  id = skh_database_new_id (db);
  return skh_edit_end (db,
                       write_section (db,
                                      "INSERT INTO section (id, plan_id, code, title,"
                                      " rank) VALUES (?1, ?2, ?3, ?4, -1)",
                                      id, plan_id, section, error)
                         && place_section (db, plan_id, id, position, error),
                       error);
}

/**
 * skh_section_store_rename:
 * @code: the section's code now
 * @section: its code and title as they are to be
 */
gboolean
skh_section_store_rename (SkhDatabase *db,
                          gint64 plan_id,
                          const char *code,
                          const SkhSectionDraft *section,
                          GError **error)
{
  gint64 id = skh_task_find_section (db, plan_id, code);
  g_autofree char *label = NULL;

  if (id == 0)
    return no_such_section (error);
  if (!check_section (db, plan_id, id, section, error))
    return FALSE;
  label = g_strdup_printf (_ ("Section changed: %s %s"), section->code, section->title);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          write_section (db,
                                         "UPDATE section SET code = ?3, title = ?4"
                                         " WHERE id = ?1 AND plan_id = ?2",
                                         id, plan_id, section, error),
                          error);
}

/**
 * skh_section_store_move:
 * @position: among the sections, from 0
 *
 * Moves a section with its tasks.
 */
gboolean
skh_section_store_move (SkhDatabase *db,
                        gint64 plan_id,
                        const char *code,
                        guint position,
                        GError **error)
{
  gint64 id = skh_task_find_section (db, plan_id, code);
  g_autofree char *label = NULL;

  if (id == 0)
    return no_such_section (error);
  label = g_strdup_printf (_ ("Section moved: %s"), code);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          place_section (db, plan_id, id, position, error)
                            && order_tasks (db, plan_id, error),
                          error);
}

/**
 * skh_section_store_delete:
 *
 * Deletes an empty section; %SKH_STORE_ERROR_INVALID says how many tasks stand in one
 * that is not.
 */
gboolean
skh_section_store_delete (SkhDatabase *db,
                          gint64 plan_id,
                          const char *code,
                          GError **error)
{
  gint64 id = skh_task_find_section (db, plan_id, code), n;
  g_autofree char *label = NULL;

  if (id == 0)
    return no_such_section (error);
  n = skh_edit_get_int (db, "SELECT count (*) FROM task WHERE section_id = ?1", id);
  if (n > 0)
    return skh_edit_refuse (
      NULL, NULL, error,
      g_dngettext (GETTEXT_PACKAGE,
                   "Section %s holds %d task; move it to another section first.",
                   "Section %s holds %d tasks; move them to another section first.",
                   (gulong)n),
      code, (int)n);
  label = g_strdup_printf (_ ("Section deleted: %s"), code);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          skh_edit_run (db, "DELETE FROM section WHERE id = ?1", error, 1,
                                        id),
                          error);
}
