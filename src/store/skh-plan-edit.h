/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writing a plan that is in a workbook: its tasks, its sections, and the plans
   themselves. Every function runs on the database thread, makes one act or joins the one
   under way, and either does all or, with one sentence in the error, nothing
   (%SKH_STORE_ERROR_INVALID, %SKH_STORE_ERROR_NOT_FOUND). Whoever joins several in one
   act takes it back with skh_act_cancel() when one fails. Lines of checklists follow each
   change. */

#include "skh-database.h"
#include "skh-plan-draft.h"
#include "skh-store-error.h"

G_BEGIN_DECLS

/* — Tasks — */

/* One task to be read or edited. task is the only one in owner->tasks, and owner owns
   every string and list in it: change the fields freely, with texts of
   skh_plan_draft_string (owner, …). owner->year is the plan's. */
typedef struct
{
  gint64 id; /* 0: a new task */
  gint64 plan_id;
  SkhPlanDraft *owner;
  SkhTaskDraft *task;
} SkhTaskRecord;

SkhTaskRecord *skh_task_record_new (gint64 plan_id, int year);
void skh_task_record_free (SkhTaskRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhTaskRecord, skh_task_record_free)

SkhTaskRecord *skh_task_store_load (SkhDatabase *db, gint64 task_id, GError **error);

/* Writes the record: a new task (id 0) stands at the end of its section and gets its id
   here. fault, if given, becomes the name of the draft's field that is refused: "no",
   "section", "title", "lead", "with", "via", "wording", "event", "first_day", "last_day",
   "measures"; or NULL. */
gboolean skh_task_store_put (SkhDatabase *db,
                             SkhTaskRecord *record,
                             const char **fault,
                             GError **error);

/* What stands on the lines of a task, or of a plan; to be said before it is deleted. */
typedef struct
{
  guint n_lines;
  guint n_with_work; /* lines on which something was entered */
} SkhTaskWork;
gboolean skh_task_store_count_work (SkhDatabase *db,
                                    gint64 task_id,
                                    SkhTaskWork *work,
                                    GError **error);
gboolean skh_plan_store_count_work (SkhDatabase *db,
                                    gint64 plan_id,
                                    SkhTaskWork *work,
                                    GError **error);
/* Refused while lines carry work, unless and_work says that it goes too. */
gboolean skh_task_store_delete (SkhDatabase *db,
                                gint64 task_id,
                                gboolean and_work,
                                GError **error);
/* The copy stands right after the task, under the next free number. */
gboolean skh_task_store_duplicate (SkhDatabase *db,
                                   gint64 task_id,
                                   gint64 *copy_id,
                                   GError **error);
/* position counts inside the section from 0, as it will be; beyond the end is the end. */
gboolean skh_task_store_move (SkhDatabase *db,
                              gint64 task_id,
                              const char *section,
                              guint position,
                              GError **error);
/* A number that no task of the plan has: after the last one, or after this one. (transfer
   full) */
char *skh_task_store_suggest_no (SkhDatabase *db,
                                 gint64 plan_id,
                                 const char *after,
                                 GError **error);

/* The days that the office entered for a task's periods. */
typedef struct
{
  SkhPeriod period;
  SkhDate day;
} SkhDueDay;
/* (transfer full, SkhDueDay), first period first */
GArray *skh_task_store_list_due_days (SkhDatabase *db, gint64 task_id, GError **error);

/* — Sections: known by their code, which is unique in the plan — */

gboolean skh_section_store_add (SkhDatabase *db,
                                gint64 plan_id,
                                const SkhSectionDraft *section,
                                guint position,
                                GError **error);
/* Gives the section that has this code another code or title. */
gboolean skh_section_store_rename (SkhDatabase *db,
                                   gint64 plan_id,
                                   const char *code,
                                   const SkhSectionDraft *section,
                                   GError **error);
gboolean skh_section_store_move (SkhDatabase *db,
                                 gint64 plan_id,
                                 const char *code,
                                 guint position,
                                 GError **error);
/* Only an empty one; else the error says how many tasks it holds. */
gboolean skh_section_store_delete (SkhDatabase *db,
                                   gint64 plan_id,
                                   const char *code,
                                   GError **error);

/* — Plans — */

typedef struct
{
  gint64 id;
  int year;
  char *title, *short_title, *number; /* number: of the document; may be NULL */
  guint n_sections, n_tasks;
} SkhPlanRecord;
void skh_plan_record_free (SkhPlanRecord *self);

/* (transfer full, SkhPlanRecord), by year; the first is the one that plan_id 0 means */
GPtrArray *skh_plan_store_list (SkhDatabase *db, GError **error);

/* One more plan in a workbook. Units and groups are those that have the draft's codes;
   what is missing is added with all the draft says of it, and what is there stays as it
   is. Days off are taken for years that the workbook does not know. The organisation and
   the settings stay. */
gboolean skh_plan_store_add_plan (SkhDatabase *db,
                                  const SkhPlanDraft *draft,
                                  gint64 *plan_id,
                                  GError **error);
gboolean skh_plan_store_rename (SkhDatabase *db,
                                gint64 plan_id,
                                const char *title,
                                const char *short_title,
                                const char *number,
                                GError **error);
/* The plan was written under the wrong year: its days, its lines and what was entered on
   them move to the year. */
gboolean
skh_plan_store_set_year (SkhDatabase *db, gint64 plan_id, int year, GError **error);
/* Refused for the only plan, and while lines carry work unless and_work. */
gboolean skh_plan_store_delete (SkhDatabase *db,
                                gint64 plan_id,
                                gboolean and_work,
                                GError **error);
/* The whole plan, with the organisation and its units, as it would be made anew.
   (transfer full) plan_id 0: the first. */
SkhPlanDraft *skh_plan_store_dup_draft (SkhDatabase *db, gint64 plan_id, GError **error);

G_END_DECLS
