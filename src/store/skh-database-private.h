/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the stores only. */

#include "skh-database.h"
#include "skh-id.h"
#include "skh-statement.h"
#include "skh-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_session sqlite3_session;

typedef enum
{
  SKH_DATABASE_CREATE,
  SKH_DATABASE_WRITE,
  SKH_DATABASE_READ,
  SKH_DATABASE_RECOVER, /* read, but a crashed writer's journal may be rolled back */
} SkhDatabaseMode;

typedef struct _SkhRegisterCache SkhRegisterCache;
typedef struct _SkhCommitmentCounts SkhCommitmentCounts;

/* The act under way, if depth > 0: acts inside an act join it. */
typedef struct
{
  guint depth;
  char *label;
  sqlite3_session *session;
  GArray *kept_lines; /* gint64: while a preview collects what nobody owes but stays */
} SkhActState;

/* Opens the handle on the calling thread, which becomes its owner. */
SkhDatabase *skh_database_open (const char *path, SkhDatabaseMode mode, GError **error);
SkhDatabase *skh_database_open_copy (SkhDatabase *source, GError **error);
gboolean skh_database_is_copy (SkhDatabase *self);
void skh_database_close (SkhDatabase *self);

sqlite3 *skh_database_get_handle (SkhDatabase *self);
GHashTable *skh_database_get_statements (SkhDatabase *self);
SkhActState *skh_database_get_act (SkhDatabase *self);
SkhRegisterCache **skh_database_get_registers (SkhDatabase *self);
SkhCommitmentCounts **skh_database_get_commitment_counts (SkhDatabase *self);
const char *skh_database_get_path (SkhDatabase *self);
gboolean skh_database_is_read_only (SkhDatabase *self);
void skh_database_set_read_only (SkhDatabase *self);

/* Sets the GError for the handle's last result, naming the file. Returns FALSE. */
gboolean skh_database_set_error (SkhDatabase *self, GError **error);
gboolean skh_database_exec (SkhDatabase *self, const char *sql, GError **error);
gboolean skh_database_query_int (SkhDatabase *self,
                                 const char *sql,
                                 gint64 *value,
                                 GError **error);

/* Between the two everything is read as it stands at one moment, under one lock: taking
   it anew costs more than a row. They nest. */
gboolean skh_database_begin_reading (SkhDatabase *self, GError **error);
void skh_database_end_reading (SkhDatabase *self);

/* Breaks off what is run, with %G_IO_ERROR_CANCELLED, when cancelled; NULL ends that. */
void skh_database_set_cancellable (SkhDatabase *self, GCancellable *cancellable);

gint64 skh_database_new_id (SkhDatabase *self);
gboolean skh_database_load_id_maker (SkhDatabase *self, GError **error);
gboolean skh_database_save_id_maker (SkhDatabase *self, GError **error);

/* Whether anything was changed since it was last asked. */
gboolean skh_database_take_changed (SkhDatabase *self);
void skh_database_mark_changed (SkhDatabase *self);

GHashTable *skh_statement_cache_new (void);

/* Brings the schema to the newest version, after a verified backup, or refuses a file
   that is not a workbook, or is newer. */
gboolean skh_migrator_run (SkhDatabase *db, GError **error);
/* Whether the file is of an earlier version, or lacks what this one would add. */
gboolean skh_migrator_is_behind (SkhDatabase *db);
/* Whether the file may be read by this version; sets the error if not. can_write is FALSE
   for a newer file that says this version may read it. */
gboolean skh_migrator_check (SkhDatabase *db, gboolean *can_write, GError **error);

#define SKH_APPLICATION_ID 0x536f4b48 /* "SoKH" */
#define SKH_SCHEMA_VERSION 5

/* Refreshes what is derived from rows that an act touched. */
gboolean skh_derived_refresh_table_row (SkhDatabase *db,
                                        const char *table,
                                        gint64 id,
                                        GError **error);
gboolean skh_derived_rebuild (SkhDatabase *db, GError **error);
gboolean skh_derived_rebuild_if_stale (SkhDatabase *db, GError **error);

/* A verified copy: written aside, checked, fsynced, then renamed to path. */
gboolean skh_backup_write (SkhDatabase *db, const char *path, GError **error);

/* Makes the lines of every task agree with who leads it: adds what is missing, removes
   what nobody owes and nobody touched, sets from and to days. plan_id 0: every plan. */
gboolean skh_assignment_store_sync (SkhDatabase *db, gint64 plan_id, GError **error);
gboolean skh_assignment_store_sync_task (SkhDatabase *db, gint64 task_id, GError **error);
gboolean
skh_assignment_store_sync_group (SkhDatabase *db, gint64 group_id, GError **error);
gboolean skh_assignment_store_drop_if_unowed (SkhDatabase *db,
                                              gint64 assignment_id,
                                              GError **error);

/* Whether something was entered on the line a. */
#define SKH_SQL_HAS_WORK                                                                 \
  "(a.state <> 'not_started' OR a.document IS NOT NULL OR a.note IS NOT NULL"            \
  " OR a.count IS NOT NULL OR a.empty_return"                                            \
  " OR EXISTS (SELECT 1 FROM figure f WHERE f.assignment_id = a.id)"                     \
  " OR EXISTS (SELECT 1 FROM chase h WHERE h.assignment_id = a.id)"                      \
  " OR EXISTS (SELECT 1 FROM passage w WHERE w.assignment_id = a.id)"                    \
  " OR EXISTS (SELECT 1 FROM link l WHERE l.from_kind = 'assignment'"                    \
  "  AND l.from_id = a.id)"                                                              \
  " OR EXISTS (SELECT 1 FROM attachment c WHERE c.kind = 'assignment'"                   \
  "  AND c.owner_id = a.id))"

typedef struct
{
  const char *table;
  gint64 id;
  gint64 parent_id; /* the row's first reference, where the change says it; or 0 */
} SkhTouchedRow;
GArray *skh_act_list_touched (SkhDatabase *db, GError **error);

gboolean skh_act_get_labels (SkhDatabase *db,
                             char **undo_label,
                             char **redo_label,
                             gint64 *saved_at,
                             GError **error);

G_END_DECLS
