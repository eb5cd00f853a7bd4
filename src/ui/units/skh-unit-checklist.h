/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhUnitChecklist: everything one unit owes, as a list with the grid's acts, and how the
   unit stands over the year. Emits line-chosen (gint64 assignment id) and
   selection-changed. */
#define SKH_TYPE_UNIT_CHECKLIST (skh_unit_checklist_get_type ())
G_DECLARE_FINAL_TYPE (SkhUnitChecklist, skh_unit_checklist, SKH, UNIT_CHECKLIST, GtkBox)

void skh_unit_checklist_set_session (SkhUnitChecklist *self, SkhSession *session);
void skh_unit_checklist_show_unit (SkhUnitChecklist *self, guint unit);
void skh_unit_checklist_set_filter (SkhUnitChecklist *self,
                                    gboolean only_unfinished,
                                    gboolean only_overdue);

/* Appends the indexes (guint) of the lines that are selected. */
void skh_unit_checklist_get_selected (SkhUnitChecklist *self, GArray *indexes);
/* Where the first of them stands: the widget that a popover belongs to, and the place in
   it. */
GtkWidget *skh_unit_checklist_get_place (SkhUnitChecklist *self, GdkRectangle *at);
GtkWidget *skh_unit_checklist_get_list (SkhUnitChecklist *self);
void skh_unit_checklist_focus (SkhUnitChecklist *self);

G_END_DECLS
