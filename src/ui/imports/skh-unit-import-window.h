/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhUnitImportWindow: a list of units pasted from Excel or chosen as a file, what would
   become of it, and then one act. */
#define SKH_TYPE_UNIT_IMPORT_WINDOW (skh_unit_import_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhUnitImportWindow,
                      skh_unit_import_window,
                      SKH,
                      UNIT_IMPORT_WINDOW,
                      AdwWindow)

GtkWindow *skh_unit_import_window_new (GtkWindow *parent, SkhSession *session);

G_END_DECLS
