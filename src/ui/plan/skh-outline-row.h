/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhOutlineRow: a section or a task of the plan; what is dragged, and dropped upon. A
   task dropped on the upper half of another stands before it, else after it; on a
   section, at its beginning. */
#define SKH_TYPE_OUTLINE_ROW (skh_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (SkhOutlineRow, skh_outline_row, SKH, OUTLINE_ROW, GtkListBoxRow)

GtkWidget *skh_outline_row_new_section (SkhSession *session, guint section);
/* position: inside the section, from 0 */
GtkWidget *skh_outline_row_new_task (SkhSession *session,
                                     const SkhTask *task,
                                     const char *section,
                                     guint position);
/* 0: a section's row */
gint64 skh_outline_row_get_task (SkhOutlineRow *self);
const char *skh_outline_row_get_section (SkhOutlineRow *self);

G_END_DECLS
