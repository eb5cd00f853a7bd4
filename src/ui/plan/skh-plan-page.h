/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhPlanPage: the plan as it is written: its sections and tasks beside the task that is
   edited. */
#define SKH_TYPE_PLAN_PAGE (skh_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhPlanPage, skh_plan_page, SKH, PLAN_PAGE, GtkBox)

GtkWidget *skh_plan_page_new (SkhSession *session);
void skh_plan_page_choose_task (SkhPlanPage *self, gint64 task_id);

G_END_DECLS
