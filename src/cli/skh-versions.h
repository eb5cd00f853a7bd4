/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-sheet-writer.h"
#include "skh-text.h"

G_BEGIN_DECLS

const char *skh_versions_get_program (void);
const char *skh_versions_get_glib (void);

G_END_DECLS
