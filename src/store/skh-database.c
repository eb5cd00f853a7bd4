/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-database-private.h"

#include "skh-commitment-counts-private.h"
#include "skh-register-private.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

/* How long to wait for another program that is writing, before saying so. */
#define BUSY_TIMEOUT_MS 4000

/* How many steps of SQLite's machine between two looks at whether to break off. */
#define INTERRUPT_STEPS 4000

struct _SkhDatabase
{
  sqlite3 *handle;
  char *path;
  GThread *owner;
  GHashTable *statements; /* static SQL → SkhStatement */
  SkhActState act;
  SkhIdMaker ids;
  SkhRegisterCache *registers;
  SkhCommitmentCounts *commitment_counts;
  gboolean read_only;
  gboolean is_copy;
  gboolean changed;
};

GQuark
skh_store_error_quark (void)
{
  return g_quark_from_static_string ("skh-store-error");
}

static SkhStoreError
code_from_sqlite (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_NOTADB:
      return SKH_STORE_ERROR_NOT_WORKBOOK;
    case SQLITE_CORRUPT:
      return SKH_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SKH_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
      return SKH_STORE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
      return SKH_STORE_ERROR_INVALID;
    default:
      return SKH_STORE_ERROR_FAILED;
    }
}

static void
set_error_of (const char *path, int result, const char *detail, GError **error)
{
  SkhStoreError code = code_from_sqlite (result);

  if (code == SKH_STORE_ERROR_NOT_WORKBOOK)
    g_set_error (error, SKH_STORE_ERROR, code,
                 _ ("“%s” is not a workbook of this program. Choose a file that ends in "
                    ".skh."),
                 path);
  else if (code == SKH_STORE_ERROR_DAMAGED)
    g_set_error (error, SKH_STORE_ERROR, code,
                 _ ("“%s” is damaged and was left as it is. Open a backup copy of it."),
                 path);
  else if (code == SKH_STORE_ERROR_BUSY)
    g_set_error (error, SKH_STORE_ERROR, code,
                 _ ("“%s” is being written by another program. Close it there and try "
                    "again."),
                 path);
  else if (code == SKH_STORE_ERROR_READ_ONLY)
    g_set_error (error, SKH_STORE_ERROR, code,
                 _ ("“%s” is read-only. Copy it to a folder of your own to change it."),
                 path);
  else
    g_set_error (error, SKH_STORE_ERROR, code,
                 _ ("“%s” could not be used (%s). Check the disk and try again."), path,
                 detail);
}

gboolean
skh_database_set_error (SkhDatabase *self, GError **error)
{
  if (sqlite3_errcode (self->handle) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
      return FALSE;
    }
  set_error_of (self->path, sqlite3_extended_errcode (self->handle),
                sqlite3_errmsg (self->handle), error);
  return FALSE;
}

/* skh_fold (text), for queries only: the schema needs nothing but SQLite. */
static void
fold (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *)sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, skh_text_fold (text), -1, g_free);
}

static gboolean
configure (SkhDatabase *self, GError **error)
{
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_create_function (self->handle, "skh_fold", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                           NULL, fold, NULL, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  return skh_database_exec (self, "PRAGMA foreign_keys = ON", error)
         && skh_database_exec (self, "PRAGMA temp_store = MEMORY", error)
         && (self->read_only
               ? skh_database_exec (self, "PRAGMA query_only = ON", error)
               : skh_database_exec (self, "PRAGMA synchronous = FULL", error)
                   && skh_database_exec (self, "PRAGMA journal_mode = TRUNCATE", error));
}

/* A connection's pages come from one piece of memory, taken at once: page by page on a
   thread of its own, the C library's heap grows by a system call each. Nobody reads
   SQLite's counts of memory. */
#define PAGE_CACHE_KIBIBYTES 2048

static void
configure_library (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config (SQLITE_CONFIG_PAGECACHE, NULL, 0, -PAGE_CACHE_KIBIBYTES);
  g_once_init_leave (&done, 1);
}

/* file: what is opened; path: what messages name. */
static SkhDatabase *
open_file (const char *file,
           const char *path,
           int flags,
           gboolean read_only,
           GError **error)
{
  SkhDatabase *self = g_new0 (SkhDatabase, 1);
  int result;

  self->path = g_strdup (path);
  self->owner = g_thread_self ();
  self->read_only = read_only;
  self->statements = skh_statement_cache_new ();

  configure_library ();
  result = sqlite3_open_v2 (file, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (result != SQLITE_OK)
    set_error_of (path, result, sqlite3_errstr (result), error);
  if (result != SQLITE_OK || !configure (self, error))
    {
      skh_database_close (self);
      return NULL;
    }
  return self;
}

SkhDatabase *
skh_database_open (const char *path, SkhDatabaseMode mode, GError **error)
{
  int flags = mode == SKH_DATABASE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  if (mode == SKH_DATABASE_CREATE)
    flags |= SQLITE_OPEN_CREATE;
  return open_file (path, path, flags,
                    mode == SKH_DATABASE_READ || mode == SKH_DATABASE_RECOVER, error);
}

/* All of a file in a temporary one, which may be migrated while the file stays as it is.
   It goes when it is closed. */
SkhDatabase *
skh_database_open_copy (SkhDatabase *source, GError **error)
{
  SkhDatabase *self
    = open_file ("", source->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, FALSE,
                 error);
  sqlite3_backup *backup;
  int result;

  if (self == NULL)
    return NULL;
  self->is_copy = TRUE;
  backup = sqlite3_backup_init (self->handle, "main", source->handle, "main");
  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  result = sqlite3_backup_finish (backup);
  if (backup != NULL && result == SQLITE_OK)
    return self;
  skh_database_set_error (self, error);
  skh_database_close (self);
  return NULL;
}

gboolean
skh_database_is_copy (SkhDatabase *self)
{
  return self->is_copy;
}

void
skh_database_close (SkhDatabase *self)
{
  if (self->act.depth > 0)
    g_critical ("a workbook was closed inside an act");
  g_clear_pointer (&self->registers, skh_register_cache_free);
  g_clear_pointer (&self->commitment_counts, skh_commitment_counts_free);
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self->act.label);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
skh_database_get_handle (SkhDatabase *self)
{
  g_assert (self->owner == g_thread_self ());
  return self->handle;
}

GHashTable *
skh_database_get_statements (SkhDatabase *self)
{
  return self->statements;
}

SkhActState *
skh_database_get_act (SkhDatabase *self)
{
  return &self->act;
}

SkhRegisterCache **
skh_database_get_registers (SkhDatabase *self)
{
  return &self->registers;
}

SkhCommitmentCounts **
skh_database_get_commitment_counts (SkhDatabase *self)
{
  return &self->commitment_counts;
}

static int
on_progress (void *data)
{
  return g_cancellable_is_cancelled (data);
}

void
skh_database_set_cancellable (SkhDatabase *self, GCancellable *cancellable)
{
  sqlite3_progress_handler (self->handle, cancellable != NULL ? INTERRUPT_STEPS : 0,
                            cancellable != NULL ? on_progress : NULL, cancellable);
}

const char *
skh_database_get_path (SkhDatabase *self)
{
  return self->path;
}

gboolean
skh_database_is_read_only (SkhDatabase *self)
{
  return self->read_only;
}

void
skh_database_set_read_only (SkhDatabase *self)
{
  self->read_only = TRUE;
  skh_database_exec (self, "PRAGMA query_only = ON", NULL);
}

gboolean
skh_database_exec (SkhDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (skh_database_get_handle (self), sql, NULL, NULL, NULL) != SQLITE_OK)
    return skh_database_set_error (self, error);
  return TRUE;
}

gboolean
skh_database_query_int (SkhDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (self, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  *value = 0;
  if (skh_statement_step (statement, &local_error))
    *value = skh_statement_get_int (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
skh_database_begin_reading (SkhDatabase *self, GError **error)
{
  return skh_database_exec (self, "SAVEPOINT reading", error);
}

/* What was read stays read: of an error here nothing would follow. */
void
skh_database_end_reading (SkhDatabase *self)
{
  skh_database_exec (self, "RELEASE reading", NULL);
}

gint64
skh_database_new_id (SkhDatabase *self)
{
  return skh_id_maker_next (&self->ids, g_get_real_time () / 1000);
}

/* The bits of the workbook are drawn at random when it is made; the last id is kept with
   every act, so that a clock set back does not give an id twice. */
gboolean
skh_database_load_id_maker (SkhDatabase *self, GError **error)
{
  gint64 bits, last_id;

  if (!skh_database_query_int (self, "SELECT value FROM meta WHERE key = 'workbook_bits'",
                               &bits, error)
      || !skh_database_query_int (self, "SELECT value FROM meta WHERE key = 'last_id'",
                                  &last_id, error))
    return FALSE;
  skh_id_maker_init (&self->ids, (guint16)bits, last_id);
  return TRUE;
}

gboolean
skh_database_save_id_maker (SkhDatabase *self, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (self, "UPDATE meta SET value = ?1 WHERE key = 'last_id'", error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, skh_id_maker_get_last (&self->ids));
  return skh_statement_run (statement, error);
}

gboolean
skh_database_take_changed (SkhDatabase *self)
{
  gboolean changed = self->changed;

  self->changed = FALSE;
  return changed;
}

void
skh_database_mark_changed (SkhDatabase *self)
{
  self->changed = TRUE;
}
