/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the edits of plans and units share: refusing, counting, putting in order. */
#include "skh-edit-private.h"

gboolean
skh_edit_refuse (const char **fault,
                 const char *field,
                 GError **error,
                 const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (fault != NULL)
    *fault = field;
  g_set_error_literal (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID, message);
  return FALSE;
}

gboolean
skh_edit_not_found (const char *message, GError **error)
{
  g_set_error_literal (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND, message);
  return FALSE;
}

gboolean
skh_edit_end (SkhDatabase *db, gboolean ok, GError **error)
{
  if (ok)
    return skh_act_end (db, error);
  skh_act_cancel (db);
  return FALSE;
}

/* An edit that is refused before it begins ends the act it would have joined. */
gboolean
skh_edit_give_up (SkhDatabase *db, gboolean refused)
{
  if (skh_database_get_act (db)->depth > 0)
    skh_act_cancel (db);
  return refused;
}

char *
skh_edit_clean (const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

gboolean
skh_edit_is_blank (const char *text)
{
  g_autofree char *clean = skh_edit_clean (text);

  return clean == NULL;
}

gboolean
skh_edit_run (SkhDatabase *db, const char *sql, GError **error, guint n_ids, ...)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);
  va_list ids;

  if (statement == NULL)
    return FALSE;
  va_start (ids, n_ids);
  for (guint i = 0; i < n_ids; i++)
    skh_statement_bind_int (statement, (int)i + 1, va_arg (ids, gint64));
  va_end (ids);
  return skh_statement_run (statement, error);
}

gint64
skh_edit_get_int (SkhDatabase *db, const char *sql, gint64 id)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, NULL);

  if (row == NULL)
    return 0;
  skh_statement_bind_int (row, 1, id);
  return skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
}

gint64
skh_edit_find (SkhDatabase *db, const char *sql, const char *text)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, NULL);

  if (row == NULL || text == NULL)
    return 0;
  skh_statement_bind_text (row, 1, text);
  return skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
}

char *
skh_edit_dup_text (SkhDatabase *db, const char *sql, gint64 id)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, NULL);

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, id);
  return skh_statement_step (row, NULL) ? skh_statement_dup_text (row, 0) : NULL;
}

GArray *
skh_edit_list_ids (SkhDatabase *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, id);
  while (skh_statement_step (row, &local_error))
    {
      gint64 found = skh_statement_get_int (row, 0);

      g_array_append_val (ids, found);
    }
  if (local_error == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, local_error);
  return NULL;
}

gint64
skh_edit_find_unit (SkhDatabase *db, const char *code)
{
  return skh_edit_find (db, "SELECT id FROM unit WHERE code = ?1", code);
}

gint64
skh_edit_find_group (SkhDatabase *db, const char *code)
{
  return skh_edit_find (db, "SELECT id FROM unit_group WHERE code = ?1", code);
}

void
skh_edit_place (GArray *ids, gint64 id, guint position)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        g_array_remove_index (ids, i);
        break;
      }
  g_array_insert_val (ids, MIN (position, ids->len), id);
}

gboolean
skh_edit_write_ranks (SkhDatabase *db, const char *sql, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!skh_edit_run (db, sql, error, 2, g_array_index (ids, gint64, i), (gint64)i))
      return FALSE;
  return TRUE;
}
