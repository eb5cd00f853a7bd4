/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhOrganisationWindow: the units in their tree and the groups, and all that can be
   changed of them. Each change says which lines it adds and ends before it is done. */
#define SKH_TYPE_ORGANISATION_WINDOW (skh_organisation_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhOrganisationWindow,
                      skh_organisation_window,
                      SKH,
                      ORGANISATION_WINDOW,
                      AdwWindow)

GtkWindow *skh_organisation_window_new (GtkWindow *parent, SkhSession *session);

G_END_DECLS
