/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-plan-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhMeasureRow: one figure that a task asks for.

   Signals: `edited`; `moved` (int: by how many places); `removed` */
#define SKH_TYPE_MEASURE_ROW (skh_measure_row_get_type ())
G_DECLARE_FINAL_TYPE (SkhMeasureRow, skh_measure_row, SKH, MEASURE_ROW, GtkBox)

/* kinds: of totals, from the groups that are counted; measure NULL for a new one. */
GtkWidget *skh_measure_row_new (SkhLedger *ledger, const SkhMeasureDraft *measure);
/* The key is NULL for a new figure. Strings go to the draft. */
void
skh_measure_row_read (SkhMeasureRow *self, SkhPlanDraft *owner, SkhMeasureDraft *measure);

G_END_DECLS
