/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-plan-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhNewPlanList: a list in a spreadsheet that a new plan is made from: its file, the
   sheet of it, and what would become of its rows.

   Signal: `chosen` when another file or sheet is to be read */
#define SKH_TYPE_NEW_PLAN_LIST (skh_new_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (SkhNewPlanList, skh_new_plan_list, SKH, NEW_PLAN_LIST, GtkBox)

void skh_new_plan_list_read (SkhNewPlanList *self, SkhLedger *ledger, int year);
gboolean skh_new_plan_list_has_work (SkhNewPlanList *self);
/* A title that stands above the list, or NULL. */
const char *skh_new_plan_list_get_title (SkhNewPlanList *self);
/* Its sections and tasks into a draft that says the rest. */
void skh_new_plan_list_fill_draft (SkhNewPlanList *self, SkhPlanDraft *draft);

G_END_DECLS
