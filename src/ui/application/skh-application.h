/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhApplication: the command line, the application's actions, and one window a file. */
#define SKH_TYPE_APPLICATION (skh_application_get_type ())
G_DECLARE_FINAL_TYPE (SkhApplication, skh_application, SKH, APPLICATION, AdwApplication)

SkhApplication *skh_application_new (void);

G_END_DECLS
