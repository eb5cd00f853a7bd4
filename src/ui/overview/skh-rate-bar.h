/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-rates.h"

G_BEGIN_DECLS

/* SkhRateBar: one bar of what is expected: on time, late, overdue, and the rest. Colours
   come from the style's named colours; what they mean stands beside it as text. */
#define SKH_TYPE_RATE_BAR (skh_rate_bar_get_type ())
G_DECLARE_FINAL_TYPE (SkhRateBar, skh_rate_bar, SKH, RATE_BAR, GtkWidget)

GtkWidget *skh_rate_bar_new (const SkhRates *rates);

G_END_DECLS
