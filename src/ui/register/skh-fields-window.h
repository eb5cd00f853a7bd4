/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhFieldsWindow: the office's own fields of a register: to add, change, move, remove.
   Each of these is an act that can be undone. */
#define SKH_TYPE_FIELDS_WINDOW (skh_fields_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhFieldsWindow, skh_fields_window, SKH, FIELDS_WINDOW, AdwWindow)

GtkWindow *
skh_fields_window_new (GtkWindow *parent, SkhSession *session, const char *register_id);

G_END_DECLS
