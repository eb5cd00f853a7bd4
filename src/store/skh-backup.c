/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gio/gio.h>
#include <sqlite3.h>
#include <unistd.h>

/* VACUUM INTO writes a whole new file but does not fsync it. */
static gboolean
write_copy (SkhDatabase *db, const char *path, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_text (statement, 1, path);
  return skh_statement_run (statement, error);
}

static gboolean
is_sound (SkhDatabase *copy, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (copy, "PRAGMA integrity_check", error);

  if (statement == NULL || !skh_statement_step (statement, error))
    return FALSE;
  if (g_str_equal (skh_statement_get_text (statement, 0), "ok"))
    return TRUE;
  g_set_error (
    error, SKH_STORE_ERROR, SKH_STORE_ERROR_DAMAGED,
    _ ("The copy “%s” did not pass its check and was thrown away. Check the disk "
       "and try again."),
    skh_database_get_path (copy));
  return FALSE;
}

static gboolean
verify_copy (const char *path, GError **error)
{
  SkhDatabase *copy = skh_database_open (path, SKH_DATABASE_READ, error);
  gboolean sound;

  if (copy == NULL)
    return FALSE;
  sound = is_sound (copy, error);
  skh_database_close (copy);
  return sound;
}

static gboolean
sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (fd >= 0 && g_fsync (fd) == 0)
    return g_close (fd, error);
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_FAILED,
               _ ("“%s” could not be written (%s). Check the disk and try again."), path,
               g_strerror (errno));
  if (fd >= 0)
    g_close (fd, NULL);
  return FALSE;
}

static gboolean
rename_file (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_FAILED,
               _ ("“%s” could not be written (%s). Check the folder and try again."), to,
               g_strerror (errno));
  return FALSE;
}

/**
 * skh_backup_write:
 *
 * Writes a verified copy of the workbook. What stands at @path is replaced only by a copy
 * that is whole, has passed its integrity check, and is on the disk.
 */
gboolean
skh_backup_write (SkhDatabase *db, const char *path, GError **error)
{
  g_autofree char *aside = g_strconcat (path, ".part", NULL);

  g_unlink (aside);
  if (write_copy (db, aside, error) && verify_copy (aside, error)
      && sync_file (aside, error) && rename_file (aside, path, error))
    return TRUE;
  g_unlink (aside);
  return FALSE;
}
