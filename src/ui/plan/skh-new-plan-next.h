/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-plan-draft.h"
#include "skh-workbook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhNewPlanNext: another year's plan from one of the workbook, before it is there: what
   is unfinished, to be ticked when it is taken over, and what becomes of each deadline.
 */
#define SKH_TYPE_NEW_PLAN_NEXT (skh_new_plan_next_get_type ())
G_DECLARE_FINAL_TYPE (SkhNewPlanNext, skh_new_plan_next, SKH, NEW_PLAN_NEXT, GtkBox)

void skh_new_plan_next_clear (SkhNewPlanNext *self);
gboolean skh_new_plan_next_read (SkhNewPlanNext *self,
                                 SkhWorkbook *workbook,
                                 SkhLedger *ledger,
                                 int year,
                                 SkhDate on,
                                 GError **error);
const SkhPlanDraft *skh_new_plan_next_get_draft (SkhNewPlanNext *self);
SkhPlanDraft *skh_new_plan_next_take_draft (SkhNewPlanNext *self, GError **error);

G_END_DECLS
