/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int skh_cli_run (const char *const *words);

G_END_DECLS
