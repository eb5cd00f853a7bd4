/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the stores offer to the rooms above: every function here runs on the database
   thread, inside skh_workbook_run(). Functions that change something make one act each,
   unless they run inside another act: then they join it. */

#include "skh-assignment.h"
#include "skh-database.h"
#include "skh-plan-draft.h"
#include "skh-store-error.h"

G_BEGIN_DECLS

/* Acts. The label is what undo and the history page say: "Đánh dấu đã nộp: …". begin …
   end (or cancel) make one transaction, recorded as a changeset. */
gboolean skh_act_begin (SkhDatabase *db, const char *label, GError **error);
/* The act that fills an empty workbook: in the history, but out of undo's reach. */
gboolean skh_act_begin_founding (SkhDatabase *db, const char *label, GError **error);
gboolean skh_act_end (SkhDatabase *db, GError **error);
void skh_act_cancel (SkhDatabase *db);
/* The label of what was undone or redone, or NULL with NOTHING, CONFLICT … set. */
char *skh_act_undo (SkhDatabase *db, GError **error);
char *skh_act_redo (SkhDatabase *db, GError **error);

/* One act of the history. tables: alternating name and number of rows touched, as text.
 */
typedef struct
{
  gint64 id;
  gint64 when; /* microseconds since 1970 UTC */
  char *who;
  char *label;
  char **tables;
  gboolean undone;
} SkhAct;
void skh_act_free (SkhAct *act);
/* Newest first. Elements are SkhAct. */
GPtrArray *skh_act_list (SkhDatabase *db, GError **error);

/* Writes the draft's organisation, units and plan, with every assignment they give. */
gboolean
skh_plan_store_create (SkhDatabase *db, const SkhPlanDraft *draft, GError **error);

/* Adds units, or changes those whose code is there. Recomputes the assignments. With
   dry_run nothing is written; the counts are the same. */
typedef struct
{
  guint added, changed, same;
} SkhUnitMergeResult;
gboolean skh_unit_store_merge (SkhDatabase *db,
                               const SkhUnitDraft *units,
                               guint n_units,
                               gboolean dry_run,
                               SkhUnitMergeResult *result,
                               GError **error);

/* One act over all edits. Refused as a whole, with the line and the reason, if any is. */
gboolean skh_assignment_store_edit (SkhDatabase *db,
                                    const char *label,
                                    const SkhAssignmentEdit *edits,
                                    guint n_edits,
                                    GError **error);

/* The day the office (or the awaited event) gives a task's line: for relative and
   quarterly_set_by_office deadlines. SKH_DATE_NONE takes it back. */
gboolean skh_task_store_set_due_day (SkhDatabase *db,
                                     gint64 task_id,
                                     SkhPeriod period,
                                     SkhDate day,
                                     GError **error);

/* Every fault found, as sentences; an empty array when sound. (transfer full, char *) */
GPtrArray *skh_check_run (SkhDatabase *db, GError **error);

/* Reading what the ledger does not hold. (transfer full; elements own their strings) */
typedef struct
{
  char *title, *source, *group_title, *kind;
  gboolean hidden;
} SkhReportColumnInfo;
typedef struct
{
  char *no, *title, *sheet_name;
  GPtrArray *columns; /* SkhReportColumnInfo */
} SkhReportTableInfo;
GPtrArray *
skh_plan_store_list_report_tables (SkhDatabase *db, gint64 plan_id, GError **error);

typedef struct
{
  char *name, *purpose;
} SkhRecipientInfo;
GPtrArray *
skh_plan_store_list_recipients (SkhDatabase *db, gint64 plan_id, GError **error);

/* Versions, for `version` and bug reports. */
const char *skh_store_get_sqlite_version (void);
int skh_store_get_schema_version (void);

G_END_DECLS
