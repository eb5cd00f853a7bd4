/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhTimelinePage: Tiến độ. The year of the plan, to look and select. */
#define SKH_TYPE_TIMELINE_PAGE (skh_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhTimelinePage, skh_timeline_page, SKH, TIMELINE_PAGE, GtkBox)

GtkWidget *skh_timeline_page_new (SkhSession *session);

G_END_DECLS
