/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhUnitsPage: Đơn vị. Tasks × units in one grid, or one unit's checklist; beside them
   the line that is chosen. */
#define SKH_TYPE_UNITS_PAGE (skh_units_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhUnitsPage, skh_units_page, SKH, UNITS_PAGE, GtkBox)

GtkWidget *skh_units_page_new (SkhSession *session);

G_END_DECLS
