/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhUnitChecklist: what one unit owes in the period, by section. Emits
   `line-chosen` (gint64 assignment id). */
#define SKH_TYPE_UNIT_CHECKLIST (skh_unit_checklist_get_type ())
G_DECLARE_FINAL_TYPE (SkhUnitChecklist, skh_unit_checklist, SKH, UNIT_CHECKLIST, GtkBox)

void skh_unit_checklist_set_session (SkhUnitChecklist *self, SkhSession *session);
void skh_unit_checklist_show_unit (SkhUnitChecklist *self, guint unit);
void skh_unit_checklist_set_only_unfinished (SkhUnitChecklist *self, gboolean only);

G_END_DECLS
