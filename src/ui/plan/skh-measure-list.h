/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-plan-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhMeasureList: the figures that a task asks for with each delivery, in order.

   Signal: `edited` when a person changed anything */
#define SKH_TYPE_MEASURE_LIST (skh_measure_list_get_type ())
G_DECLARE_FINAL_TYPE (SkhMeasureList, skh_measure_list, SKH, MEASURE_LIST, GtkBox)

void
skh_measure_list_show (SkhMeasureList *self, SkhLedger *ledger, const GArray *measures);
void skh_measure_list_read (SkhMeasureList *self, SkhPlanDraft *owner, GArray *measures);
void skh_measure_list_set_fault (SkhMeasureList *self, const char *fault);

G_END_DECLS
