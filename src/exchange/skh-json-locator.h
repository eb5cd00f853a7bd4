/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The line, from 1, on which the value at a path such as tasks[5].deadline.period stands
   in a well-formed JSON text; the line of the nearest enclosing value when the path leads
   nowhere. */
guint skh_json_locate (const char *json, const char *path);

G_END_DECLS
