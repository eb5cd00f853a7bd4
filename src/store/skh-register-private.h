/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The engine of registers, from the inside. A register's entries are the rows of its
   table; <table>_derived holds, under the same id, the folded text that is searched and a
   column for each field whose own column does not sort as people do. */

#include "skh-database-private.h"
#include "skh-register-query.h"

G_BEGIN_DECLS

/* — skh-register-cache.c: the registers as the workbook has them now — */

/* The cache lives with the handle; what it gives is borrowed until a register changes. */
typedef struct _SkhRegisterCache SkhRegisterCache;
void skh_register_cache_free (SkhRegisterCache *self);
/* (element-type SkhRegister); NULL on an error. */
GPtrArray *skh_register_cache_get_all (SkhDatabase *db, GError **error);
/* NULL, without an error, when there is none. */
SkhRegister *skh_register_cache_find (SkhDatabase *db, const char *id);
SkhRegister *skh_register_cache_find_table (SkhDatabase *db, const char *table);
void skh_register_cache_forget (SkhDatabase *db);
/* The walk over a changeset met a row that says what a register is. */
void skh_register_cache_note_field (SkhDatabase *db, gint64 field_id);
void skh_register_cache_note_definition (SkhDatabase *db);
/* After the walk: makes columns and derived rows agree with what was noted. */
gboolean skh_register_cache_settle (SkhDatabase *db, GError **error);

/* — skh-register-schema.c: tables, columns, indexes — */

/* Whether every register's table is there with all its columns. */
gboolean skh_register_schema_is_whole (SkhDatabase *db);
/* Makes what is missing, for every register or for one, in a transaction of its own: not
   inside an act, since a session does not record it. */
gboolean skh_register_schema_ensure (SkhDatabase *db, GError **error);
gboolean
skh_register_schema_ensure_one (SkhDatabase *db, SkhRegister *reg, GError **error);
/* The same inside the transaction that is open. */
gboolean skh_register_schema_add_missing (SkhDatabase *db, GError **error);
/* Whether a field sorts by a column of the derived table. */
gboolean skh_register_schema_is_derived (const SkhField *field);
/* "person" or "unit": the table a reference points into; NULL when it is not there. */
const char *skh_register_schema_get_target (SkhDatabase *db, const SkhField *field);

/* — skh-register-row.c: between rows and entries — */

SkhEntry *
skh_register_row_load (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error);
/* Appends an entry an id, NULL where there is none. */
gboolean skh_register_row_load_many (SkhDatabase *db,
                                     SkhRegister *reg,
                                     const gint64 *ids,
                                     guint n_ids,
                                     GPtrArray *entries,
                                     GError **error);
/* Inserts a new row or writes over the old one. */
gboolean skh_register_row_save (SkhDatabase *db,
                                const SkhEntry *entry,
                                gboolean is_new,
                                GError **error);
/* One column, or the two of a count, of one row. */
gboolean skh_register_row_set (SkhDatabase *db,
                               SkhRegister *reg,
                               gint64 id,
                               guint field,
                               const SkhValue *value,
                               GError **error);
gboolean
skh_register_row_delete (SkhDatabase *db, SkhRegister *reg, gint64 id, GError **error);
void skh_register_bind (SkhStatement *row,
                        int *index,
                        const SkhField *field,
                        const SkhValue *value);
/* SQL for what people call a row of `alias`. */
char *skh_register_dup_label_sql (SkhRegister *reg, const char *alias);

/* — skh-register-derived.c — */

gboolean skh_register_derived_refresh (SkhDatabase *db,
                                       SkhRegister *reg,
                                       gint64 id,
                                       GError **error);
/* Entries that show what a row of another table is called. */
gboolean skh_register_derived_refresh_referring (SkhDatabase *db,
                                                 const char *table,
                                                 gint64 id,
                                                 GError **error);
gboolean skh_register_derived_rebuild (SkhDatabase *db, SkhRegister *reg, GError **error);
GBytes *skh_register_text_key (const SkhField *field, const char *text);

/* A statement whose SQL is put together here and used again and again. */
static inline SkhStatement *
skh_register_prepare (SkhDatabase *db, const GString *sql, GError **error)
{
  return skh_statement_new (db, g_intern_string (sql->str), error);
}

G_END_DECLS
