/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Views of registers that the office saved. */
#include "skh-register-edit.h"

#include "skh-edit-private.h"

#include <glib/gi18n-lib.h>

void
skh_saved_view_free (SkhSavedView *view)
{
  g_free (view->title);
  g_free (view->query);
  g_free (view);
}

GPtrArray *
skh_register_edit_list_views (SkhDatabase *db, const char *register_id, GError **error)
{
  g_autoptr (GPtrArray) views
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_saved_view_free);
  g_autoptr (SkhStatement) row = skh_statement_new (
    db, "SELECT id, title, query FROM saved_view WHERE register = ?1 ORDER BY rank, id",
    error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_text (row, 1, register_id);
  while (skh_statement_step (row, &local_error))
    {
      SkhSavedView *view = g_new0 (SkhSavedView, 1);

      view->id = skh_statement_get_int (row, 0);
      view->title = skh_statement_dup_text (row, 1);
      view->query = skh_statement_dup_text (row, 2);
      g_ptr_array_add (views, view);
    }
  if (local_error == NULL)
    return g_steal_pointer (&views);
  g_propagate_error (error, local_error);
  return NULL;
}

static gboolean
write_view (SkhDatabase *db,
            const char *register_id,
            gint64 id,
            gboolean is_new,
            const char *title,
            const char *query,
            GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    is_new
      ? "INSERT INTO saved_view (id, title, query, register, rank)"
        " VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(rank), -1) + 1 FROM saved_view"
        " WHERE register = ?4))"
      : "UPDATE saved_view SET title = ?2, query = ?3 WHERE id = ?1",
    error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  skh_statement_bind_text (row, 2, title);
  skh_statement_bind_text (row, 3, query);
  if (is_new)
    skh_statement_bind_text (row, 4, register_id);
  return skh_statement_run (row, error);
}

gboolean
skh_register_edit_put_view (SkhDatabase *db,
                            const char *register_id,
                            gint64 *id,
                            const char *title,
                            const char *query,
                            GError **error)
{
  gboolean is_new = *id == 0;
  gint64 new_id = is_new ? skh_database_new_id (db) : *id;
  g_autofree char *clean = skh_edit_clean (title);
  g_autofree char *label = g_strdup_printf (_ ("View saved: %s"), clean);

  if (clean == NULL)
    return skh_edit_refuse (NULL, NULL, error, _ ("A view needs a name."));
  if (!skh_act_begin (db, label, error)
      || !skh_edit_end (db,
                        write_view (db, register_id, new_id, is_new, clean, query, error),
                        error))
    return FALSE;
  *id = new_id;
  return TRUE;
}

gboolean
skh_register_edit_remove_view (SkhDatabase *db, gint64 id, GError **error)
{
  g_autofree char *title
    = skh_edit_dup_text (db, "SELECT title FROM saved_view WHERE id = ?1", id);
  g_autofree char *label = g_strdup_printf (_ ("View removed: %s"), title);

  if (title == NULL)
    return skh_edit_not_found (_ ("This view is no longer there."), error);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          skh_edit_run (db, "DELETE FROM saved_view WHERE id = ?1", error,
                                        1, id),
                          error);
}
