/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-session.h"

G_BEGIN_DECLS

void skh_bench_watch (GtkWidget *window, SkhSession *session);

G_END_DECLS
