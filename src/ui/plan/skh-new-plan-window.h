/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhNewPlanWindow: one plan more in the workbook: empty, with the sections of the plan
   that is looked at, for another year with what is unfinished to be ticked, from a list
   in a spreadsheet with its preview, or by a template. Nothing is written until it is
   added; then the session looks at the new plan. */
#define SKH_TYPE_NEW_PLAN_WINDOW (skh_new_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhNewPlanWindow,
                      skh_new_plan_window,
                      SKH,
                      NEW_PLAN_WINDOW,
                      AdwWindow)

GtkWindow *skh_new_plan_window_new (GtkWindow *parent, SkhSession *session);
GtkWindow *skh_new_plan_window_new_from_list (GtkWindow *parent, SkhSession *session);

G_END_DECLS
