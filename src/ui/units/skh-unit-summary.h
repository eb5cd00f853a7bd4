/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A unit over the year: completeness and timeliness by period, one bar each, the period
   that is looked at first among them by its weight. */
GtkWidget *
skh_unit_summary_new_rates (SkhLedger *ledger, guint unit, SkhPeriod period, SkhDate on);

/* The unit's figures in the period: its own, those of its sub-units, and the sum. NULL
   when there are none. */
GtkWidget *skh_unit_summary_new_figures (SkhLedger *ledger,
                                         guint unit,
                                         SkhPeriod period,
                                         SkhDate on);

G_END_DECLS
