/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry.h"
#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhBulkWindow: one value for one field of many entries, as one act. */
#define SKH_TYPE_BULK_WINDOW (skh_bulk_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhBulkWindow, skh_bulk_window, SKH, BULK_WINDOW, AdwWindow)

/* Takes the ids (gint64). */
GtkWindow *skh_bulk_window_new (GtkWindow *parent,
                                SkhSession *session,
                                SkhRegister *reg,
                                GArray *ids);

G_END_DECLS
