/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register.h"
#include "skh-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhRegisterImportWindow: a list pasted from Excel or chosen as a file, what would
   become of it in the register, and then one act. */
#define SKH_TYPE_REGISTER_IMPORT_WINDOW (skh_register_import_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhRegisterImportWindow,
                      skh_register_import_window,
                      SKH,
                      REGISTER_IMPORT_WINDOW,
                      AdwWindow)

GtkWindow *
skh_register_import_window_new (GtkWindow *parent, SkhSession *session, SkhRegister *reg);

G_END_DECLS
