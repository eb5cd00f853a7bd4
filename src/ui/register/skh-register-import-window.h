/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of entries into a register. */
GtkWindow *
skh_register_import_window_new (GtkWindow *parent, SkhSession *session, SkhRegister *reg);

G_END_DECLS
