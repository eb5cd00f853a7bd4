/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *skh_number_to_text (gint64 number);
char *skh_number_percent_to_text (double ratio);
char *skh_number_share_to_text (gint64 n, gint64 total);
char *skh_number_to_roman (guint number);
gboolean skh_number_parse (const char *text, gint64 *number);
gboolean
skh_number_parse_share (const char *text, gint64 *n, gint64 *total, gboolean *has_total);

G_END_DECLS
