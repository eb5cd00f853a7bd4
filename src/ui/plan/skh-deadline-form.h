/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-plan-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhDeadlineForm: a deadline as the office words it, with the kind and days understood
   from it beside it, each of which can be corrected by hand. What was corrected stays
   while the wording is changed, until the words are asked again. Deadlines that wait for
   a day take it here: the event's, or each quarter's.

   Signal: `edited` when a person changed anything */
#define SKH_TYPE_DEADLINE_FORM (skh_deadline_form_get_type ())
G_DECLARE_FINAL_TYPE (SkhDeadlineForm, skh_deadline_form, SKH, DEADLINE_FORM, GtkBox)

/* ledger: whose days off are known. due_days: of SkhDueDay, or NULL. */
void skh_deadline_form_show (SkhDeadlineForm *self,
                             SkhLedger *ledger,
                             int year,
                             const SkhTaskDraft *task,
                             const GArray *due_days);
/* FALSE when a day that is typed is none; the field says so. Strings go to the draft. */
gboolean
skh_deadline_form_read (SkhDeadlineForm *self, SkhPlanDraft *owner, SkhTaskDraft *task);
/* (transfer full, SkhDueDay): what differs from what was shown; NONE takes a day back */
GArray *skh_deadline_form_dup_changed_due_days (SkhDeadlineForm *self);
/* FALSE when the field is none of this form's. */
gboolean
skh_deadline_form_set_fault (SkhDeadlineForm *self, const char *field, const char *fault);

G_END_DECLS
