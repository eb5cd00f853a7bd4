/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-change-card.h"
#include "skh-deadline-form.h"
#include "skh-input.h"
#include "skh-link-section.h"
#include "skh-measure-list.h"
#include "skh-party-picker.h"
#include "skh-task-call.h"
#include "skh-task-editor.h"

G_BEGIN_DECLS

struct _SkhTaskEditor
{
  GtkBox parent_instance;

  /* template */
  GtkStack *stack; /* none, task */
  GtkScrolledWindow *scroller;
  GtkLabel *heading;
  SkhInput *no, *clause, *title, *short_title, *deliverable, *recipient;
  GtkDropDown *section;
  SkhDeadlineForm *deadline;
  SkhPartyPicker *lead, *with, *via;
  GtkCheckButton *wants_document;
  SkhMeasureList *measures;
  SkhLinkSection *links;
  SkhChangeCard *change;
  GtkButton *save, *revert;

  /* owned */
  SkhSession *session;
  SkhLedger *ledger;        /* by whose names the form is filled */
  GPtrArray *section_codes; /* by the drop-down's place */
  GCancellable *previewing;

  /* the task that is shown */
  gint64 plan_id;
  gint64 task_id; /* 0: a new one */
  int year;
  gboolean is_unsaved;
  gboolean is_updating;
  guint preview_source;
  guint reading; /* counts readings, so that a late one is passed over */

  /* what waits for a save */
  GtkWidget *resting_focus; /* weak; what had the keys */
  SkhSessionThenFunc then;
  gpointer then_data;
};

/* skh-task-editor-form.c */

/* NULL when a field holds what can't be read; the field says so. (transfer full) */
SkhTaskWriting *skh_task_editor_make_writing (SkhTaskEditor *self);
void skh_task_editor_fill (SkhTaskEditor *self,
                           const SkhTaskDraft *task,
                           const GArray *due_days);
void skh_task_editor_clear_faults (SkhTaskEditor *self);
/* At the field if it has one here, else over the window. */
void
skh_task_editor_show_fault (SkhTaskEditor *self, const char *field, const char *message);

G_END_DECLS
