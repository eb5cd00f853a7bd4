/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhLineMarker: what is done to the lines that are chosen, in the grid and in the list
   alike: one act over all of them, so that one undo takes it back.

   Signals
     marked (GArray of SkhAssignmentEdit)  an act is on its way to the disk
     finished                              what asked something has closed */
#define SKH_TYPE_LINE_MARKER (skh_line_marker_get_type ())
G_DECLARE_FINAL_TYPE (SkhLineMarker, skh_line_marker, SKH, LINE_MARKER, GObject)

/* What is asked before it is done, in a small popover; Escape leaves all as it was. */
typedef enum
{
  SKH_MARK_DELIVERED, /* the day, the document, the figures */
  SKH_MARK_NOTE,
  SKH_MARK_NOT_APPLICABLE, /* the reason */
} SkhMark;

SkhLineMarker *skh_line_marker_new (SkhSession *session);

SkhSession *skh_line_marker_get_session (SkhLineMarker *self);

/* indexes: of the ledger's assignments; the first is the one that is looked at. */
void skh_line_marker_set_lines (SkhLineMarker *self,
                                SkhLedger *ledger,
                                const guint *indexes,
                                guint n_indexes);
guint skh_line_marker_get_n_lines (SkhLineMarker *self);
/* NULL for none. */
const SkhAssignment *skh_line_marker_get_line (SkhLineMarker *self, guint i);
SkhLedger *skh_line_marker_get_ledger (SkhLineMarker *self);

void skh_line_marker_next_state (SkhLineMarker *self);
/* Not for what must be asked. */
void skh_line_marker_set_state (SkhLineMarker *self, SkhState state);
void skh_line_marker_ask (SkhLineMarker *self,
                          SkhMark mark,
                          GtkWidget *parent,
                          const GdkRectangle *at);
/* The act itself. edits: SkhAssignmentEdit; what: for undo, after the line's name. */
void skh_line_marker_apply (SkhLineMarker *self, GArray *edits, const char *what);

G_END_DECLS
