/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-change-preview.h"
#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Tries an edit, shows which lines of checklists it adds and ends, and does it when the
   user agrees; at once when no line changes. applied hears the end as that of
   skh_session_apply(), and a refusal already of the trial; when the user thinks better of
   it, it is not called. edit must do the same each time it is run. */
void skh_change_dialog_apply (GtkWindow *parent,
                              SkhSession *session,
                              const char *question,
                              SkhWorkbookFunc func,
                              gpointer edit,
                              GDestroyNotify destroy,
                              SkhSessionAppliedFunc applied,
                              gpointer owner);

G_END_DECLS
