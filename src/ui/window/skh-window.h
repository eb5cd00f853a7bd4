/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhWindow: the sidebar, the header bar and the pages around one session. A page is
   built at its first visit and has one property, `session`. */
#define SKH_TYPE_WINDOW (skh_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhWindow, skh_window, SKH, WINDOW, AdwApplicationWindow)

GtkWidget *
skh_window_new (AdwApplication *application, SkhSession *session, gboolean has_file);

G_END_DECLS
