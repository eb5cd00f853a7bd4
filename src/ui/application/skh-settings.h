/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SKH_APPLICATION_ID "io.github.sokehoach.SoKeHoach"

gboolean skh_settings_check_installed (void);
GSettings *skh_settings_new (void);

G_END_DECLS
