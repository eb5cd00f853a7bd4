/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhLinePanel: one line of a checklist, to see and to change: its state and day, the
   document, figures, note, whom it reached, and its history. Emits `finished` when the
   day is entered. */
#define SKH_TYPE_LINE_PANEL (skh_line_panel_get_type ())
G_DECLARE_FINAL_TYPE (SkhLinePanel, skh_line_panel, SKH, LINE_PANEL, GtkBox)

void skh_line_panel_set_session (SkhLinePanel *self, SkhSession *session);
/* 0: none. */
void skh_line_panel_show_line (SkhLinePanel *self, gint64 assignment_id);
gint64 skh_line_panel_get_line (SkhLinePanel *self);

G_END_DECLS
