/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a file that may be anything: what it is is found out before anything is
   written, and every refusal names the file and the way out. */
#include "skh-opening.h"

#include "skh-register-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define SQLITE_MAGIC "SQLite format 3"

/* A quick check of a file up to this size costs less than the first page shown. */
#define QUICK_CHECK_LIMIT (32 * 1024 * 1024)

static gboolean
refuse (const char *path, SkhStoreError code, const char *format, GError **error)
{
  g_autofree char *message = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format, path);
#pragma GCC diagnostic pop
  g_set_error_literal (error, SKH_STORE_ERROR, code, message);
  return FALSE;
}

static gboolean
has_magic (const char *path)
{
  char head[sizeof SQLITE_MAGIC] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n = fd >= 0 ? read (fd, head, sizeof head) : -1;

  if (fd >= 0)
    close (fd);
  return n == sizeof head && memcmp (head, SQLITE_MAGIC, sizeof head) == 0;
}

static gboolean
check_file (const char *path, struct stat *info, GError **error)
{
  if (g_stat (path, info) != 0)
    return refuse (path, SKH_STORE_ERROR_NOT_FOUND,
                   _ ("There is no file “%s”. Check the name and the folder."), error);
  if (access (path, R_OK) != 0)
    return refuse (path, SKH_STORE_ERROR_READ_ONLY,
                   _ ("“%s” may not be read by you. Ask its owner for permission."),
                   error);
  if (!S_ISREG (info->st_mode) || !has_magic (path))
    return refuse (path, SKH_STORE_ERROR_NOT_WORKBOOK,
                   _ (
                     "“%s” is not a workbook of this program. Choose a file that ends in "
                     ".skh."),
                   error);
  return TRUE;
}

/* A file without any write permission is meant not to be written, also by root. */
static gboolean
is_write_protected (const char *path, const struct stat *info)
{
  return (info->st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || access (path, W_OK) != 0;
}

/* Takes the right to write, or says why not. */
static gboolean
take_lock (SkhOpening *self, const char *path, const struct stat *info, GError **error)
{
  if (is_write_protected (path, info))
    return refuse (path, SKH_STORE_ERROR_READ_ONLY,
                   _ ("“%s” is read-only. Copy it to a folder of your own to change it."),
                   error);
  self->lock = skh_file_lock_acquire (path, error);
  return self->lock != NULL;
}

static void
become_reader (SkhOpening *self, const char *reason)
{
  g_clear_pointer (&self->lock, skh_file_lock_release);
  g_free (self->read_only_reason);
  self->read_only_reason = g_strdup (reason);
}

/* A file that is not protected is opened for writing even to be read only: after a crash
   its journal has to be rolled back. Nothing else is written: see query_only. */
static gboolean
open_handle (SkhOpening *self, const char *path, const struct stat *info, GError **error)
{
  SkhDatabaseMode mode = self->lock != NULL ? SKH_DATABASE_WRITE : SKH_DATABASE_READ;
  gboolean can_recover = mode == SKH_DATABASE_READ && !is_write_protected (path, info);

  if (can_recover)
    {
      self->db = skh_database_open (path, SKH_DATABASE_RECOVER, NULL);
      if (self->db != NULL)
        return TRUE;
    }
  self->db = skh_database_open (path, mode, error);
  return self->db != NULL;
}

static gboolean
quick_check (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db, "PRAGMA quick_check (1)", error);

  if (statement == NULL || !skh_statement_step (statement, error))
    return FALSE;
  if (g_str_equal (skh_statement_get_text (statement, 0), "ok"))
    return TRUE;
  return refuse (skh_database_get_path (db), SKH_STORE_ERROR_DAMAGED,
                 _ ("“%s” is damaged and was left as it is. Open a backup copy of it."),
                 error);
}

/* Tables that are not there, though the file says it is a workbook, are damage too. */
static gboolean
report_as_damage (const char *path, GError *cause, GError **error)
{
  if (cause->code != SKH_STORE_ERROR_FAILED)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_error_free (cause);
  return refuse (path, SKH_STORE_ERROR_DAMAGED,
                 _ ("“%s” is damaged and was left as it is. Open a backup copy of it."),
                 error);
}

static gboolean
bring_up_to_date (SkhDatabase *db, GError **error)
{
  return skh_migrator_run (db, error) && skh_register_schema_ensure (db, error)
         && skh_derived_rebuild_if_stale (db, error);
}

/* A file of an earlier version that may only be read is read as it would be when brought
   up to date: a copy is, and the file stays as it is. */
static gboolean
read_in_copy (SkhOpening *self, GError **error)
{
  SkhDatabase *copy = skh_database_open_copy (self->db, error);

  if (copy == NULL)
    return FALSE;
  skh_database_close (self->db);
  self->db = copy;
  if (!bring_up_to_date (copy, error))
    return FALSE;
  skh_database_set_read_only (copy);
  return TRUE;
}

static gboolean
prepare (SkhOpening *self, const struct stat *info, GError **error)
{
  GError *cause = NULL;

  if (info->st_size <= QUICK_CHECK_LIMIT && !quick_check (self->db, error))
    return FALSE;
  if (self->lock != NULL && !bring_up_to_date (self->db, error))
    return FALSE;
  if (self->lock == NULL && skh_migrator_is_behind (self->db)
      && !read_in_copy (self, error))
    return FALSE;
  if (skh_database_load_id_maker (self->db, &cause))
    return TRUE;
  return report_as_damage (skh_database_get_path (self->db), cause, error);
}

static gboolean
check_version (SkhOpening *self,
               const char *path,
               SkhWorkbookOpenMode mode,
               GError **error)
{
  gboolean can_write;

  if (!skh_migrator_check (self->db, &can_write, error))
    return FALSE;
  if (can_write || self->lock == NULL)
    return TRUE;
  if (mode == SKH_WORKBOOK_OPEN_WRITE)
    return refuse (
      path, SKH_STORE_ERROR_NEWER,
      _ ("“%s” was written by a newer version of this program and may only be "
         "read. Install that version to change it."),
      error);
  become_reader (self,
                 _ ("This workbook was written by a newer version of the program: it "
                    "can be read but not changed."));
  skh_database_set_read_only (self->db);
  return TRUE;
}

gboolean
skh_opening_open (SkhOpening *self,
                  const char *path,
                  SkhWorkbookOpenMode mode,
                  GError **error)
{
  g_autoptr (GError) lock_error = NULL;
  struct stat info;

  if (!check_file (path, &info, error))
    return FALSE;
  if (mode != SKH_WORKBOOK_OPEN_READ && !take_lock (self, path, &info, &lock_error))
    {
      if (mode == SKH_WORKBOOK_OPEN_WRITE)
        {
          g_propagate_error (error, g_steal_pointer (&lock_error));
          return FALSE;
        }
      become_reader (self, lock_error->message);
    }

  if (open_handle (self, path, &info, error) && check_version (self, path, mode, error)
      && prepare (self, &info, error))
    return TRUE;
  skh_opening_close (self);
  return FALSE;
}

/* Never over an existing file: whoever makes the name first has it. Mode 0600. */
static gboolean
make_empty_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, error);
  if (errno == EEXIST)
    return refuse (path, SKH_STORE_ERROR_EXISTS,
                   _ ("“%s” exists already and was left as it is. Choose another name."),
                   error);
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_FAILED,
               _ ("“%s” could not be made (%s). Choose another folder."), path,
               g_strerror (errno));
  return FALSE;
}

gboolean
skh_opening_create (SkhOpening *self, const char *path, GError **error)
{
  if (!make_empty_file (path, error))
    return FALSE;

  self->lock = skh_file_lock_acquire (path, error);
  if (self->lock != NULL)
    self->db = skh_database_open (path, SKH_DATABASE_CREATE, error);
  if (self->db != NULL && skh_migrator_run (self->db, error)
      && skh_register_schema_ensure (self->db, error)
      && skh_database_load_id_maker (self->db, error))
    return TRUE;

  skh_opening_close (self);
  g_unlink (path);
  return FALSE;
}

/* Whoever holds the lock leaves one file behind: an emptied journal says nothing. */
static void
remove_empty_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  struct stat info;

  if (g_stat (journal, &info) == 0 && info.st_size == 0)
    g_unlink (journal);
}

void
skh_opening_close (SkhOpening *self)
{
  g_autofree char *path
    = self->db != NULL ? g_strdup (skh_database_get_path (self->db)) : NULL;

  g_clear_pointer (&self->db, skh_database_close);
  if (self->lock != NULL && path != NULL)
    remove_empty_journal (path);
  g_clear_pointer (&self->lock, skh_file_lock_release);
  g_clear_pointer (&self->read_only_reason, g_free);
}
