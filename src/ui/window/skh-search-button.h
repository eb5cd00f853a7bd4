/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhSearchButton: finds units and tasks by any words of their names, with or without
   Vietnamese marks, and goes to the one chosen. */
#define SKH_TYPE_SEARCH_BUTTON (skh_search_button_get_type ())
G_DECLARE_FINAL_TYPE (SkhSearchButton, skh_search_button, SKH, SEARCH_BUTTON, GtkWidget)

void skh_search_button_set_session (SkhSearchButton *self, SkhSession *session);
GtkMenuButton *skh_search_button_get_menu_button (SkhSearchButton *self);

G_END_DECLS
