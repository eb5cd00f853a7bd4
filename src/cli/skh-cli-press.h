/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean skh_cli_is_paper (const char *path);
int skh_cli_press_run (const char *const *words, GError **error);

G_END_DECLS
