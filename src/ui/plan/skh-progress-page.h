/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhProgressPage: the plan as a timeline and, one button away, as it is written.

   Actions for what stands in it: plan.edit, plan.edit-task (x: the task's id),
   plan.timeline */
#define SKH_TYPE_PROGRESS_PAGE (skh_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhProgressPage, skh_progress_page, SKH, PROGRESS_PAGE, GtkBox)

G_END_DECLS
