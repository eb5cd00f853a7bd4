/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of units into the organisation. */
GtkWindow *skh_unit_import_window_new (GtkWindow *parent, SkhSession *session);

G_END_DECLS
