/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SKH_TYPE_GRID_CELL (skh_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (SkhGridCell, skh_grid_cell, SKH, GRID_CELL, GtkWidget)

GtkWidget *skh_grid_cell_new (void);
void skh_grid_cell_set_name (SkhGridCell *self, const char *name, int row, int column);
void skh_grid_cell_set_description (SkhGridCell *self, const char *description);
void skh_grid_cell_set_fold (SkhGridCell *self, SkhGridFold fold);

G_END_DECLS
