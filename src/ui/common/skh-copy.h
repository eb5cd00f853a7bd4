/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* Copies the message that chases a unit (index) on the session's day; FALSE when there is
   nothing to chase of it. */
gboolean skh_copy_chase_text (GtkWidget *widget, SkhSession *session, guint unit);

G_END_DECLS
