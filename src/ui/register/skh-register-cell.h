/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One value of one entry, in one line. */
gboolean skh_register_cell_is_numeric (const SkhField *field);
GtkWidget *skh_register_cell_new (const SkhField *field, guint min_chars);
/* entry: NULL: it is not there yet. */
void skh_register_cell_show (GtkWidget *cell, const SkhEntry *entry, guint field);

G_END_DECLS
