/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the edits of plans and units share. For the stores only. */

#include "skh-database-private.h"
#include "skh-plan-draft.h"
#include "skh-stores.h"

G_BEGIN_DECLS

/* Refuses a value: fault, if given, becomes the field's name. Returns FALSE. */
gboolean skh_edit_refuse (const char **fault,
                          const char *field,
                          GError **error,
                          const char *format,
                          ...) G_GNUC_PRINTF (4, 5);
gboolean skh_edit_not_found (const char *message, GError **error);
/* Keeps the act under way if ok, else takes it back. Returns whether it was kept. */
gboolean skh_edit_end (SkhDatabase *db, gboolean ok, GError **error);
/* Takes back the act under way, if any, for an edit that is refused before it joins.
   Returns refused, which is FALSE. */
gboolean skh_edit_give_up (SkhDatabase *db, gboolean refused);

/* NULL for a text without a letter in it (transfer full), else without blanks around. */
char *skh_edit_clean (const char *text);
gboolean skh_edit_is_blank (const char *text);

/* Runs a statement whose parameters are n_ids integers. */
gboolean
skh_edit_run (SkhDatabase *db, const char *sql, GError **error, guint n_ids, ...);
/* The first column of the first row as a number, by one integer or one text; 0 when there
   is no row. */
gint64 skh_edit_get_int (SkhDatabase *db, const char *sql, gint64 id);
gint64 skh_edit_find (SkhDatabase *db, const char *sql, const char *text);
char *skh_edit_dup_text (SkhDatabase *db, const char *sql, gint64 id);
/* The first column of every row, gint64 (transfer full). */
GArray *skh_edit_list_ids (SkhDatabase *db, const char *sql, gint64 id, GError **error);

gint64 skh_edit_find_unit (SkhDatabase *db, const char *code);
gint64 skh_edit_find_group (SkhDatabase *db, const char *code);

/* Moves id to position among ids, or puts it there; beyond the end is the end. */
void skh_edit_place (GArray *ids, gint64 id, guint position);
/* sql sets rank ?2 on row ?1 where it differs. */
gboolean
skh_edit_write_ranks (SkhDatabase *db, const char *sql, GArray *ids, GError **error);

/* One task of the workbook, appended to the draft; nothing when it is not there. */
gboolean
skh_plan_read_task (SkhDatabase *db, gint64 task_id, SkhPlanDraft *draft, GError **error);

/* Rows of a task, as drafts say them; codes are looked up in the workbook. */
gboolean skh_task_rows_write_parties (SkhDatabase *db,
                                      gint64 task_id,
                                      const SkhTaskDraft *task,
                                      GError **error);
gboolean skh_task_rows_insert_measure (SkhDatabase *db,
                                       gint64 task_id,
                                       const SkhMeasureDraft *measure,
                                       guint rank,
                                       GError **error);
gboolean skh_task_rows_insert (SkhDatabase *db,
                               gint64 id,
                               gint64 plan_id,
                               gint64 section_id,
                               const SkhTaskDraft *task,
                               guint rank,
                               GError **error);
gboolean skh_task_rows_update (SkhDatabase *db,
                               gint64 id,
                               gint64 section_id,
                               const SkhTaskDraft *task,
                               GError **error);
/* All that hangs on a task, then the task. */
gboolean skh_task_rows_delete (SkhDatabase *db, gint64 id, GError **error);

G_END_DECLS
