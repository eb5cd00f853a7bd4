/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhPassageRow: one unit that a line's delivery goes through, and the day it got there.
   Enter, or leaving the entry, records it; an emptied day takes the record away. */
#define SKH_TYPE_PASSAGE_ROW (skh_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (SkhPassageRow, skh_passage_row, SKH, PASSAGE_ROW, GtkBox)

GtkWidget *skh_passage_row_new (SkhSession *session,
                                gint64 assignment_id,
                                const SkhUnit *unit,
                                SkhDate reached);

G_END_DECLS
