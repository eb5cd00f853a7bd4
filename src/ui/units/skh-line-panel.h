/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhLinePanel: one line of a checklist, to read and to fill in. A field is kept when it
   is left or Enter is pressed, as one act; what can't be read is said beneath the field
   and kept in it. */
#define SKH_TYPE_LINE_PANEL (skh_line_panel_get_type ())
G_DECLARE_FINAL_TYPE (SkhLinePanel, skh_line_panel, SKH, LINE_PANEL, GtkBox)

void skh_line_panel_set_session (SkhLinePanel *self, SkhSession *session);
/* The id stays good from ledger to ledger; 0 shows nothing. */
void skh_line_panel_show_line (SkhLinePanel *self, gint64 assignment_id);
gint64 skh_line_panel_get_line (SkhLinePanel *self);
/* The acts of the keys. */
void skh_line_panel_next_state (SkhLinePanel *self);
void skh_line_panel_begin_delivery (SkhLinePanel *self);
void skh_line_panel_begin_note (SkhLinePanel *self);

G_END_DECLS
