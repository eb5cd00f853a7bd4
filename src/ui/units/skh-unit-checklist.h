/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-matrix.h"
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
/* Or SKH_NO_INDEX. */
guint skh_unit_checklist_get_unit (SkhUnitChecklist *self);
/* The filter's section and which lines; of one unit the rest is moot. */
void skh_unit_checklist_set_filter (SkhUnitChecklist *self,
                                    const SkhMatrixFilter *filter);
/* Grouped by the month of the last day, else by section. */
gboolean skh_unit_checklist_is_by_due (SkhUnitChecklist *self);
void skh_unit_checklist_set_by_due (SkhUnitChecklist *self, gboolean by_due);

/* Appends the indexes (guint) of the lines that are selected. */
void skh_unit_checklist_get_selected (SkhUnitChecklist *self, GArray *indexes);
/* Where the first of them stands: the widget that a popover belongs to, and the place in
   it. */
GtkWidget *skh_unit_checklist_get_place (SkhUnitChecklist *self, GdkRectangle *at);
GtkWidget *skh_unit_checklist_get_list (SkhUnitChecklist *self);
void skh_unit_checklist_focus (SkhUnitChecklist *self);

G_END_DECLS
