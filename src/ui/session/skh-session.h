/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-edit.h"
#include "skh-timeline.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* SkhSession: what one window looks at: a workbook, its ledger, the day it is seen from
   and the period. Pages read it, subscribe to `changed` and ask it for changes; they know
   nothing of each other and reach each other through the navigation signals.

   Signals
     changed            what is shown must be computed again: another ledger, day or
                        period
     opened             another workbook; its ledger follows with `changed`
     open-failed (text) the workbook could not be opened; one sentence for people
     fault (text)       a change was refused or could not be written
     told (text)        one sentence that asks for nothing
     saved (label)      an act is on disk
     undone, redone (label)
     exported (path)    a file for other programs was written
     plans-changed      the list of the workbook's plans was read again
     show-unit, show-task, show-assignment (index into the ledger), show-overdue,
     show-soon, show-missing, show-section (index), show-report (kind), show-page (name),
     show-entry (register id, entry id);
     show-timeline-report (SkhTimelineOptions), show-checklist-report (unit),
     show-chase (unit, task: SKH_NO_INDEX for all); the page meant has come forward, and
   is built, before its signal is emitted */
#define SKH_TYPE_SESSION (skh_session_get_type ())
G_DECLARE_FINAL_TYPE (SkhSession, skh_session, SKH, SESSION, GObject)

SkhSession *skh_session_new (void);

void skh_session_open (SkhSession *self, const char *path, SkhDate on);
void skh_session_set_workbook (SkhSession *self, SkhWorkbook *workbook);
SkhWorkbook *skh_session_get_workbook (SkhSession *self);
gboolean skh_session_is_writable (SkhSession *self);

/* NULL before the first load. Hold a reference across a return to the main loop. */
SkhLedger *skh_session_get_ledger (SkhSession *self);
SkhDate skh_session_get_on (SkhSession *self);
void skh_session_set_on (SkhSession *self, SkhDate on);
SkhPeriod skh_session_get_period (SkhSession *self);
void skh_session_set_period (SkhSession *self, SkhPeriod period);

/* Several plans may be in one workbook; one is looked at. 0 is the first. */
GPtrArray *skh_session_get_plans (SkhSession *self); /* SkhPlanRecord; may be empty */
gint64 skh_session_get_plan_id (SkhSession *self);
void skh_session_set_plan (SkhSession *self, gint64 plan_id);

/* Any edit of the stores, on the database thread. applied hears the end on this thread,
   with edit still there; without it a fault is reported. owner lives until then. */
typedef void (*SkhSessionAppliedFunc) (SkhSession *self,
                                       gpointer edit,
                                       const GError *error,
                                       gpointer owner);
void skh_session_apply (SkhSession *self,
                        SkhWorkbookFunc func,
                        gpointer edit,
                        GDestroyNotify destroy,
                        SkhSessionAppliedFunc applied,
                        gpointer owner);

/* Text that is not saved yet: whoever has some asks the user, and calls then when it is
   saved or given up. ask returns FALSE when there is nothing to ask. */
typedef void (*SkhSessionThenFunc) (gpointer data);
typedef gboolean (*SkhSessionAskFunc) (gpointer keeper,
                                       SkhSessionThenFunc then,
                                       gpointer data);
void skh_session_add_keeper (SkhSession *self, SkhSessionAskFunc ask, gpointer keeper);
void skh_session_remove_keeper (SkhSession *self, gpointer keeper);
/* TRUE: wait, then is called when the way is free (or never, if the user stays). */
gboolean
skh_session_ask_unsaved (SkhSession *self, SkhSessionThenFunc then, gpointer data);

void skh_session_edit (SkhSession *self,
                       const char *label,
                       const SkhAssignmentEdit *edits,
                       guint n_edits);
void skh_session_undo (SkhSession *self);
void skh_session_redo (SkhSession *self);
void skh_session_report_fault (SkhSession *self, const char *message);
/* What was asked for needs nothing done. */
void skh_session_tell (SkhSession *self, const char *text);
/* An act that somebody else ran on the workbook is on disk. */
void skh_session_report_saved (SkhSession *self);
void skh_session_report_exported (SkhSession *self, const char *path);

/* Navigation: whoever shows such a thing comes forward and shows it. */
void skh_session_show_unit (SkhSession *self, guint unit);
void skh_session_show_task (SkhSession *self, guint task);
void skh_session_show_assignment (SkhSession *self, guint assignment);
void skh_session_show_section (SkhSession *self, guint section);
void skh_session_show_overdue (SkhSession *self);
void skh_session_show_soon (SkhSession *self);
void skh_session_show_missing (SkhSession *self);
void skh_session_show_report (SkhSession *self, const char *kind);
/* The timeline on paper, of the tasks and as finely as on screen. */
void skh_session_show_timeline_report (SkhSession *self,
                                       const SkhTimelineOptions *options);
/* What one unit owes, on paper. */
void skh_session_show_checklist_report (SkhSession *self, guint unit);
/* A window to chase in: of one unit, of one task, or with SKH_NO_INDEX of all. */
void skh_session_show_chase (SkhSession *self, guint unit, guint task);
void skh_session_show_page (SkhSession *self, const char *name);
/* Some registers have a page of their own, which has their name; all others share one. */
gboolean skh_session_has_own_page (const char *register_id);
void skh_session_show_entry (SkhSession *self, const char *register_id, gint64 entry_id);

SkhDate skh_session_get_clock_day (void);

G_END_DECLS
