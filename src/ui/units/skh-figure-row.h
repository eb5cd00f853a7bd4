/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhFigureRow: a label, an entry for "12" or "12/17", and beneath it what is wrong.
   Emits `kept` when a new, readable figure was entered, and `entered` on Enter. */
#define SKH_TYPE_FIGURE_ROW (skh_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (SkhFigureRow, skh_figure_row, SKH, FIGURE_ROW, GtkBox)

/* key NULL: the line's own count. offered: a total to show as a hint, or -1. */
GtkWidget *skh_figure_row_new (const char *key,
                               const char *title,
                               gboolean of_total,
                               gint64 offered);
const char *skh_figure_row_get_key (SkhFigureRow *self);
/* -1: none. */
void skh_figure_row_set_figure (SkhFigureRow *self, gint64 value, gint64 total);
/* value -1 when the entry is empty. */
void skh_figure_row_get_figure (SkhFigureRow *self, gint64 *value, gint64 *total);

gboolean skh_figure_row_read (SkhFigureRow *self, gint64 *value, gint64 *total);

G_END_DECLS
