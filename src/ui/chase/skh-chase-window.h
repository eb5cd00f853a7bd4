/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhChaseWindow: whom to chase and of what, to be ticked; the list on paper and in
   Excel, letters, a message to copy; and the record that it was done. */
#define SKH_TYPE_CHASE_WINDOW (skh_chase_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhChaseWindow, skh_chase_window, SKH, CHASE_WINDOW, AdwWindow)

GtkWindow *
skh_chase_window_new (GtkWindow *parent, SkhSession *session, guint unit, guint task);

G_END_DECLS
