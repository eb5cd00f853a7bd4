/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files attached to things. A content is kept once, under its SHA-256, outside the
   history: undoing takes away the attachment, and redoing finds the content again. */
#include "skh-link-store.h"

#include "skh-edit-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

void
skh_attachment_free (SkhAttachment *attachment)
{
  g_free (attachment->field);
  g_free (attachment->name);
  g_free (attachment->hash);
  g_free (attachment);
}

#define LIST                                                                             \
  "SELECT a.id, a.field, a.name, a.size, a.hash, c.id IS NULL FROM attachment a"         \
  " LEFT JOIN content c ON c.hash = a.hash"                                              \
  " WHERE a.kind = ?1 AND a.owner_id = ?2 AND (?3 IS NULL OR a.field = ?3) ORDER BY "    \
  "a.id"

GPtrArray *
skh_attachment_store_list (SkhDatabase *db,
                           const SkhThing *thing,
                           const char *field,
                           GError **error)
{
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_attachment_free);
  g_autoptr (SkhStatement) row = skh_statement_new (db, LIST, error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  skh_statement_bind_text (row, 1, thing->kind);
  skh_statement_bind_int (row, 2, thing->id);
  skh_statement_bind_text (row, 3, field);
  while (skh_statement_step (row, &local_error))
    {
      SkhAttachment *attachment = g_new0 (SkhAttachment, 1);

      attachment->id = skh_statement_get_int (row, 0);
      attachment->field = skh_statement_dup_text (row, 1);
      attachment->name = skh_statement_dup_text (row, 2);
      attachment->size = skh_statement_get_int (row, 3);
      attachment->hash = skh_statement_dup_text (row, 4);
      attachment->is_missing = skh_statement_get_int (row, 5) != 0;
      g_ptr_array_add (list, attachment);
    }
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, local_error);
  return NULL;
}

/* — Files — */

static gboolean
check_file (const char *path, const char *name, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
                   _ ("There is no file “%s”. Check the name and the folder."), path);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("“%s” is no file that can be attached."), name);
  if (info.st_size == 0)
    return skh_edit_refuse (NULL, NULL, error, _ ("The file “%s” is empty."), name);
  if (info.st_size <= SKH_ATTACHMENT_MAX_SIZE)
    return TRUE;
  return skh_edit_refuse (
    NULL, NULL, error,
    _ ("“%s” is larger than 50 MB. Attach a smaller copy, or note where it lies."), name);
}

static GBytes *
read_file (const char *path, const char *name, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *data;
  gsize size;

  if (!check_file (path, name, error))
    return NULL;
  if (!g_file_get_contents (path, &data, &size, &local_error))
    {
      skh_edit_refuse (NULL, NULL, error, _ ("“%s” can't be read (%s)."), name,
                       local_error->message);
      return NULL;
    }
  return g_bytes_new_take (data, size);
}

/* — Contents — */

static gboolean
keep_content (SkhDatabase *db, const char *hash, GBytes *content, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db, "INSERT INTO content (hash, data) VALUES (?1, ?2) ON CONFLICT DO NOTHING", error);
  gsize size;
  gconstpointer data = g_bytes_get_data (content, &size);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_text (row, 1, hash);
  skh_statement_bind_blob (row, 2, data, size);
  return skh_statement_run (row, error);
}

static gboolean
insert_attachment (SkhDatabase *db,
                   gint64 id,
                   const SkhThing *thing,
                   const char *field,
                   const char *name,
                   const char *hash,
                   gsize size,
                   GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "INSERT INTO attachment (id, kind, owner_id, field, name, hash,"
                         " size) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                         error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id);
  skh_statement_bind_text (row, 2, thing->kind);
  skh_statement_bind_int (row, 3, thing->id);
  skh_statement_bind_text (row, 4, field);
  skh_statement_bind_text (row, 5, name);
  skh_statement_bind_text (row, 6, hash);
  skh_statement_bind_int (row, 7, (gint64)size);
  return skh_statement_run (row, error);
}

gboolean
skh_attachment_store_add (SkhDatabase *db,
                          const SkhThing *thing,
                          const char *field,
                          const char *path,
                          gint64 *id,
                          GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_ ("File attached: %s"), name);
  g_autoptr (GBytes) content = read_file (path, name, error);
  g_autofree char *hash = NULL;
  gint64 new_id = skh_database_new_id (db);

  if (content == NULL)
    return skh_edit_give_up (db, FALSE);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (id != NULL)
    *id = new_id;
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          keep_content (db, hash, content, error)
                            && insert_attachment (db, new_id, thing, field, name, hash,
                                                  g_bytes_get_size (content), error),
                          error);
}

gboolean
skh_attachment_store_remove (SkhDatabase *db, gint64 id, GError **error)
{
  g_autofree char *name
    = skh_edit_dup_text (db, "SELECT name FROM attachment WHERE id = ?1", id);
  g_autofree char *label = g_strdup_printf (_ ("Attachment removed: %s"), name);

  if (name == NULL)
    return skh_edit_give_up (
      db, skh_edit_not_found (_ ("This attachment is no longer there."), error));
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          skh_edit_run (db, "DELETE FROM attachment WHERE id = ?1", error,
                                        1, id),
                          error);
}

static GBytes *
dup_content (SkhDatabase *db, const char *hash, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db, "SELECT data FROM content WHERE hash = ?1", error);
  gconstpointer data;
  gsize size;

  if (row == NULL)
    return NULL;
  skh_statement_bind_text (row, 1, hash);
  if (!skh_statement_step (row, error))
    return NULL;
  data = skh_statement_get_blob (row, 0, &size);
  return g_bytes_new (data, size);
}

GBytes *
skh_attachment_store_read (SkhDatabase *db, gint64 id, GError **error)
{
  g_autofree char *hash
    = skh_edit_dup_text (db, "SELECT hash FROM attachment WHERE id = ?1", id);
  g_autofree char *name
    = skh_edit_dup_text (db, "SELECT name FROM attachment WHERE id = ?1", id);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *found = NULL;
  GError *local_error = NULL;

  if (hash == NULL)
    {
      skh_edit_not_found (_ ("This attachment is no longer there."), error);
      return NULL;
    }
  content = dup_content (db, hash, &local_error);
  if (content != NULL)
    found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  else if (local_error == NULL)
    g_set_error (&local_error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND,
                 _ ("The workbook does not hold the content of “%s”. Attach the file "
                    "again."),
                 name);
  if (local_error == NULL && !g_str_equal (found, hash))
    g_set_error (&local_error, SKH_STORE_ERROR, SKH_STORE_ERROR_DAMAGED,
                 _ ("The content of “%s” is damaged. Attach the file again."), name);
  if (local_error == NULL)
    return g_steal_pointer (&content);
  g_propagate_error (error, local_error);
  return NULL;
}

/* A content is no part of the history, so giving one back is no act. */
static gboolean
put_back (SkhDatabase *db, const char *hash, GBytes *content, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "INSERT INTO content (hash, data) VALUES (?1, ?2)"
                         " ON CONFLICT (hash) DO UPDATE SET data = excluded.data",
                         error);
  gsize size;
  gconstpointer data = g_bytes_get_data (content, &size);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_text (row, 1, hash);
  skh_statement_bind_blob (row, 2, data, size);
  if (!skh_statement_run (row, error))
    return FALSE;
  skh_database_mark_changed (db);
  return TRUE;
}

gboolean
skh_attachment_store_restore (SkhDatabase *db,
                              gint64 id,
                              const char *path,
                              GError **error)
{
  g_autofree char *hash
    = skh_edit_dup_text (db, "SELECT hash FROM attachment WHERE id = ?1", id);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *found = NULL;

  if (hash == NULL)
    return skh_edit_not_found (_ ("This attachment is no longer there."), error);
  content = read_file (path, name, error);
  if (content == NULL)
    return FALSE;
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (!g_str_equal (found, hash))
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("“%s” is not the file that was attached here."), name);
  return put_back (db, hash, content, error);
}
