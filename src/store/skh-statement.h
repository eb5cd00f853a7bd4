/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database.h"
#include "skh-period.h"

G_BEGIN_DECLS

/* SkhStatement: one prepared statement of the database's cache, bound and stepped. It
   keeps sqlite3 inside this file and skh-database.c, skh-act.c, skh-backup.c. A statement
   taken from the cache goes back to it, reset, at the end of its scope. */
typedef struct _SkhStatement SkhStatement;

/* sql must be a static string: it is the cache's key. */
SkhStatement *skh_statement_new (SkhDatabase *db, const char *sql, GError **error);
SkhStatement *skh_statement_new_once (SkhDatabase *db, const char *sql, GError **error);
void skh_statement_free (SkhStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhStatement, skh_statement_free)

/* Parameters count from 1. Text is borrowed until the statement is reset. */
void skh_statement_bind_int (SkhStatement *self, int index, gint64 value);
void skh_statement_bind_int_or_null (SkhStatement *self, int index, gint64 value);
void skh_statement_bind_text (SkhStatement *self, int index, const char *text);
void skh_statement_bind_date (SkhStatement *self, int index, SkhDate date);
void skh_statement_bind_period (SkhStatement *self, int index, SkhPeriod period);
void
skh_statement_bind_blob (SkhStatement *self, int index, gconstpointer data, gsize size);

/* TRUE when there is a row; FALSE at the end or on an error. */
gboolean skh_statement_step (SkhStatement *self, GError **error);
/* Runs to the end and resets, for a statement without rows of interest. */
gboolean skh_statement_run (SkhStatement *self, GError **error);
void skh_statement_reset (SkhStatement *self);

/* Columns count from 0. Text is valid until the next step. */
gint64 skh_statement_get_int (SkhStatement *self, int column);
/* fallback where the column is NULL. */
gint64 skh_statement_get_int_or (SkhStatement *self, int column, gint64 fallback);
const char *skh_statement_get_text (SkhStatement *self, int column);
char *skh_statement_dup_text (SkhStatement *self, int column);
SkhDate skh_statement_get_date (SkhStatement *self, int column);
SkhPeriod skh_statement_get_period (SkhStatement *self, int column);
gconstpointer skh_statement_get_blob (SkhStatement *self, int column, gsize *size);
gboolean skh_statement_is_null (SkhStatement *self, int column);

G_END_DECLS
