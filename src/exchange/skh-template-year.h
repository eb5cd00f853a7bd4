/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* {year}, {year-1}, {year+1}; NULL for a year that is further away. */
char *skh_template_year_make_mark (int offset);
/* The text with the plan's year as {year}. */
char *skh_template_year_mark (const char *text, int year);

G_END_DECLS
