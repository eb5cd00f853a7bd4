/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhLineHistoryView: what became of one line, newest first: when, who, what. */
#define SKH_TYPE_LINE_HISTORY_VIEW (skh_line_history_view_get_type ())
G_DECLARE_FINAL_TYPE (SkhLineHistoryView,
                      skh_line_history_view,
                      SKH,
                      LINE_HISTORY_VIEW,
                      GtkBox)

void skh_line_history_view_show (SkhLineHistoryView *self,
                                 SkhSession *session,
                                 gint64 assignment_id);

G_END_DECLS
