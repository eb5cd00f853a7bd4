/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhPlanButton: which of the workbook's plans is looked at, and the way to one more. */
#define SKH_TYPE_PLAN_BUTTON (skh_plan_button_get_type ())
G_DECLARE_FINAL_TYPE (SkhPlanButton, skh_plan_button, SKH, PLAN_BUTTON, GtkBox)

void skh_plan_button_set_session (SkhPlanButton *self, SkhSession *session);

G_END_DECLS
