/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is asked about sections and plans, each in a window of its own over parent. */
void skh_plan_dialog_new_section (GtkWindow *parent, SkhSession *session);
void
skh_plan_dialog_rename_section (GtkWindow *parent, SkhSession *session, const char *code);
void skh_plan_dialog_delete_plan (GtkWindow *parent, SkhSession *session);

G_END_DECLS
