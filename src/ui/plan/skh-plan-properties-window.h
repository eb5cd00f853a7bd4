/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhPlanPropertiesWindow: the names, the number and the year of the plan that is looked
   at, and the office that stands on its papers; changed as one act. */
#define SKH_TYPE_PLAN_PROPERTIES_WINDOW (skh_plan_properties_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhPlanPropertiesWindow,
                      skh_plan_properties_window,
                      SKH,
                      PLAN_PROPERTIES_WINDOW,
                      AdwWindow)

/* NULL when it can't be read; the session then tells why. */
GtkWindow *skh_plan_properties_window_new (GtkWindow *parent, SkhSession *session);

G_END_DECLS
