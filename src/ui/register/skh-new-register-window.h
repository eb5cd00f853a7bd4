/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhNewRegisterWindow: a register of the office's own: its name and its first fields, of
   which the first names the lines. */
#define SKH_TYPE_NEW_REGISTER_WINDOW (skh_new_register_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhNewRegisterWindow,
                      skh_new_register_window,
                      SKH,
                      NEW_REGISTER_WINDOW,
                      AdwWindow)

GtkWindow *skh_new_register_window_new (GtkWindow *parent, SkhSession *session);

G_END_DECLS
