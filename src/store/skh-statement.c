/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-statement.h"

#include "skh-database-private.h"

#include <sqlite3.h>

/* The wrapper lives as long as the cached sqlite3_stmt; `busy` marks one that is in use,
   so that the same SQL inside itself gets a statement of its own. */
struct _SkhStatement
{
  SkhDatabase *db;
  sqlite3_stmt *stmt;
  gboolean cached;
  gboolean busy;
};

static void
finalize_cached (gpointer data)
{
  SkhStatement *self = data;

  sqlite3_finalize (self->stmt);
  g_free (self);
}

static SkhStatement *
prepare (SkhDatabase *db, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  SkhStatement *self;

  if (sqlite3_prepare_v3 (skh_database_get_handle (db), sql, -1,
                          SQLITE_PREPARE_PERSISTENT, &stmt, NULL)
      != SQLITE_OK)
    {
      skh_database_set_error (db, error);
      return NULL;
    }

  self = g_new0 (SkhStatement, 1);
  self->db = db;
  self->stmt = stmt;
  return self;
}

GHashTable *
skh_statement_cache_new (void)
{
  return g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_cached);
}

SkhStatement *
skh_statement_new (SkhDatabase *db, const char *sql, GError **error)
{
  GHashTable *cache = skh_database_get_statements (db);
  SkhStatement *self = g_hash_table_lookup (cache, sql);

  if (self != NULL && !self->busy)
    {
      self->busy = TRUE;
      return self;
    }

  gboolean is_first = self == NULL;
  self = prepare (db, sql, error);
  if (self == NULL)
    return NULL;

  self->busy = TRUE;
  self->cached = is_first;
  if (is_first)
    g_hash_table_insert (cache, (gpointer)sql, self);
  return self;
}

/* Not cached: sql may go after the call. For queries that are put together, whose forms
   have no end. */
SkhStatement *
skh_statement_new_once (SkhDatabase *db, const char *sql, GError **error)
{
  SkhStatement *self = prepare (db, sql, error);

  if (self != NULL)
    self->busy = TRUE;
  return self;
}

void
skh_statement_free (SkhStatement *self)
{
  if (self->cached)
    {
      skh_statement_reset (self);
      self->busy = FALSE;
      return;
    }
  finalize_cached (self);
}

void
skh_statement_bind_int (SkhStatement *self, int index, gint64 value)
{
  sqlite3_bind_int64 (self->stmt, index, value);
}

/* Negative values are "none": ids, counts and totals are never negative. */
void
skh_statement_bind_int_or_null (SkhStatement *self, int index, gint64 value)
{
  if (value < 0)
    sqlite3_bind_null (self->stmt, index);
  else
    sqlite3_bind_int64 (self->stmt, index, value);
}

void
skh_statement_bind_text (SkhStatement *self, int index, const char *text)
{
  sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_STATIC);
}

void
skh_statement_bind_date (SkhStatement *self, int index, SkhDate date)
{
  char *iso = skh_date_to_iso (date);

  if (iso == NULL)
    sqlite3_bind_null (self->stmt, index);
  else
    sqlite3_bind_text (self->stmt, index, iso, -1, g_free);
}

void
skh_statement_bind_period (SkhStatement *self, int index, SkhPeriod period)
{
  sqlite3_bind_text (self->stmt, index, skh_period_to_string (period), -1, g_free);
}

void
skh_statement_bind_blob (SkhStatement *self, int index, gconstpointer data, gsize size)
{
  sqlite3_bind_blob64 (self->stmt, index, data != NULL ? data : "", size, SQLITE_STATIC);
}

gboolean
skh_statement_step (SkhStatement *self, GError **error)
{
  int code = sqlite3_step (self->stmt);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    skh_database_set_error (self->db, error);
  sqlite3_reset (self->stmt);
  return FALSE;
}

gboolean
skh_statement_run (SkhStatement *self, GError **error)
{
  int code;

  do
    code = sqlite3_step (self->stmt);
  while (code == SQLITE_ROW);

  if (code != SQLITE_DONE)
    skh_database_set_error (self->db, error);
  skh_statement_reset (self);
  return code == SQLITE_DONE;
}

void
skh_statement_reset (SkhStatement *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
}

gint64
skh_statement_get_int (SkhStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gint64
skh_statement_get_int_or (SkhStatement *self, int column, gint64 fallback)
{
  return skh_statement_is_null (self, column) ? fallback
                                              : skh_statement_get_int (self, column);
}

const char *
skh_statement_get_text (SkhStatement *self, int column)
{
  return (const char *)sqlite3_column_text (self->stmt, column);
}

char *
skh_statement_dup_text (SkhStatement *self, int column)
{
  return g_strdup (skh_statement_get_text (self, column));
}

SkhDate
skh_statement_get_date (SkhStatement *self, int column)
{
  const char *text = skh_statement_get_text (self, column);

  return text != NULL ? skh_date_parse_iso (text) : SKH_DATE_NONE;
}

SkhPeriod
skh_statement_get_period (SkhStatement *self, int column)
{
  const char *text = skh_statement_get_text (self, column);

  return text != NULL ? skh_period_parse (text) : SKH_PERIOD_INIT_NONE;
}

gconstpointer
skh_statement_get_blob (SkhStatement *self, int column, gsize *size)
{
  gconstpointer blob = sqlite3_column_blob (self->stmt, column);

  *size = (gsize)sqlite3_column_bytes (self->stmt, column);
  return blob;
}

gboolean
skh_statement_is_null (SkhStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}
