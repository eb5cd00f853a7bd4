/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-register-private.h"

#include "skh-schema-resources.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <sqlite3.h>

/* One script a version, in data/schema; the reason stands on top of each. */
static const char *const scripts[SKH_SCHEMA_VERSION] = {
  "001-workbook.sql", "002-unit-merge.sql", "003-registers.sql",
  "004-chase.sql",    "005-passage.sql",
};

#define SCRIPT_PREFIX "/io/github/sokehoach/SoKeHoach/schema/"

int
skh_store_get_schema_version (void)
{
  return SKH_SCHEMA_VERSION;
}

const char *
skh_store_get_sqlite_version (void)
{
  return sqlite3_libversion ();
}

static gboolean
run_script (SkhDatabase *db, int version, GError **error)
{
  g_autofree char *path = g_strconcat (SCRIPT_PREFIX, scripts[version - 1], NULL);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = NULL;

  g_resources_register (skh_schema_get_resource ());
  sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return sql != NULL
         && skh_database_exec (db, (const char *)g_bytes_get_data (sql, NULL), error)
         && skh_database_exec (db, pragma, error);
}

/* A new file's own marks: that it is a workbook, and the bits its ids carry. */
static gboolean
mark_new_file (SkhDatabase *db, GError **error)
{
  g_autofree char *pragma
    = g_strdup_printf ("PRAGMA application_id = %d", SKH_APPLICATION_ID);
  g_autofree char *meta = g_strdup_printf (
    "INSERT INTO meta (key, value) VALUES ('workbook_bits', %d), ('last_id', 0)",
    g_random_int_range (0, 1 << SKH_ID_WORKBOOK_BITS));

  return skh_database_exec (db, pragma, error) && skh_database_exec (db, meta, error);
}

/* What was kept before a migration names tables as they were then: undo stops here. */
static gboolean
migrate_in_transaction (SkhDatabase *db, int from, GError **error)
{
  for (int version = from + 1; version <= SKH_SCHEMA_VERSION; version++)
    if (!run_script (db, version, error))
      return FALSE;
  if (from == 0)
    return mark_new_file (db, error);
  return skh_database_exec (db, "UPDATE act SET reach = 0", error);
}

static gboolean
backup_before_migration (SkhDatabase *db, int from, GError **error)
{
  g_autofree char *path
    = g_strdup_printf ("%s.v%d.bak", skh_database_get_path (db), from);

  return skh_backup_write (db, path, error);
}

gboolean
skh_migrator_run (SkhDatabase *db, GError **error)
{
  gint64 version;

  if (!skh_database_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= SKH_SCHEMA_VERSION)
    return TRUE;
  if (version > 0 && !skh_database_is_copy (db)
      && !backup_before_migration (db, (int)version, error))
    return FALSE;

  if (!skh_database_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (migrate_in_transaction (db, (int)version, error)
      && skh_database_exec (db, "COMMIT", error))
    return TRUE;
  skh_database_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
skh_migrator_is_behind (SkhDatabase *db)
{
  gint64 version;

  return skh_database_query_int (db, "PRAGMA user_version", &version, NULL)
         && (version < SKH_SCHEMA_VERSION
             || (version == SKH_SCHEMA_VERSION && !skh_register_schema_is_whole (db)));
}

/* A newer file may say that older versions can read it: meta.readable_from. */
static gboolean
check_newer (SkhDatabase *db, gboolean *can_write, GError **error)
{
  gint64 readable_from = 0;

  *can_write = FALSE;
  if (skh_database_query_int (db, "SELECT value FROM meta WHERE key = 'readable_from'",
                              &readable_from, NULL)
      && readable_from > 0 && readable_from <= SKH_SCHEMA_VERSION)
    return TRUE;

  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NEWER,
               _ ("“%s” was written by a newer version of this program. Install that "
                  "version to open it; the file was not changed."),
               skh_database_get_path (db));
  return FALSE;
}

gboolean
skh_migrator_check (SkhDatabase *db, gboolean *can_write, GError **error)
{
  gint64 application_id, version;

  *can_write = TRUE;
  if (!skh_database_query_int (db, "PRAGMA application_id", &application_id, error)
      || !skh_database_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application_id != SKH_APPLICATION_ID || version < 1)
    {
      g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_WORKBOOK,
                   _ (
                     "“%s” is not a workbook of this program. Choose a file that ends in "
                     ".skh."),
                   skh_database_get_path (db));
      return FALSE;
    }
  return version <= SKH_SCHEMA_VERSION || check_newer (db, can_write, error);
}
