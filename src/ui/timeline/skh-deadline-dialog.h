/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhDeadlineDialog: asks for the words of a deadline that was moved to another day, says
   what they are understood as, and writes both. */
#define SKH_TYPE_DEADLINE_DIALOG (skh_deadline_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkhDeadlineDialog,
                      skh_deadline_dialog,
                      SKH,
                      DEADLINE_DIALOG,
                      AdwMessageDialog)

GtkWidget *skh_deadline_dialog_new (SkhSession *session, guint task, SkhDate day);

G_END_DECLS
