/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of tasks into the plan that is looked at. */
GtkWindow *skh_task_import_window_new (GtkWindow *parent, SkhSession *session);

G_END_DECLS
