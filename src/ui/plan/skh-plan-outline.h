/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhPlanOutline: the plan's sections with their tasks, in order. Tasks and sections are
   moved by dragging or with Alt+Up and Alt+Down.

   Signal: `task-chosen` (gint64) when a person chose another task; 0: a section */
#define SKH_TYPE_PLAN_OUTLINE (skh_plan_outline_get_type ())
G_DECLARE_FINAL_TYPE (SkhPlanOutline, skh_plan_outline, SKH, PLAN_OUTLINE, GtkBox)

void skh_plan_outline_set_session (SkhPlanOutline *self, SkhSession *session);
/* Marks a task, when it comes if it is not there yet; emits nothing. 0: none. */
void skh_plan_outline_select_task (SkhPlanOutline *self, gint64 task_id);
/* Of what is marked; NULL when nothing is. */
const char *skh_plan_outline_get_section (SkhPlanOutline *self);

G_END_DECLS
