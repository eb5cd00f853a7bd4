/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhSidebar: the list of pages, the main menu, and which workbook this is. Emits
   `selected (name)` when the user chooses a page. */
#define SKH_TYPE_SIDEBAR (skh_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SkhSidebar, skh_sidebar, SKH, SIDEBAR, GtkWidget)

void skh_sidebar_add_page (SkhSidebar *self,
                           const char *name,
                           const char *title,
                           const char *icon_name);
void skh_sidebar_select (SkhSidebar *self, const char *name);
void skh_sidebar_grab_focus (SkhSidebar *self);
void skh_sidebar_set_badge (SkhSidebar *self, const char *name, guint n_overdue);
void skh_sidebar_set_foot (SkhSidebar *self,
                           const char *organisation,
                           const char *plan,
                           gint64 saved_at);

G_END_DECLS
