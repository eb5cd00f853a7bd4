/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SkhCliTable: rows of text in aligned columns on standard output. Widths are those of
   the letters as a terminal shows them, taken from the first rows, so that a table of any
   length is printed as it comes. */
typedef struct _SkhCliTable SkhCliTable;

SkhCliTable *skh_cli_table_new (const char *const *titles);
void skh_cli_table_add_row (SkhCliTable *self, char **cells);
void skh_cli_table_end (SkhCliTable *self);

guint skh_cli_table_get_text_width (const char *text);

G_END_DECLS
