/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-source.h"

G_BEGIN_DECLS

/* SyntheticGrid: a plan of rows × columns cells with a sign each, for measuring and for
   looking at. Every tenth row is a heading, which only its head can be chosen of. */
#define SYNTHETIC_TYPE_GRID (synthetic_grid_get_type ())
G_DECLARE_FINAL_TYPE (SyntheticGrid, synthetic_grid, SYNTHETIC, GRID, GObject)

#define SYNTHETIC_FROZEN 234
#define SYNTHETIC_HEAD 150
#define SYNTHETIC_CELL_WIDTH 44
#define SYNTHETIC_ROW_HEIGHT 23

SyntheticGrid *synthetic_grid_new (int n_rows, int n_columns);
const char *synthetic_grid_get_sign (int row, int column, SkhInk *ink, SkhInk *fill);

G_END_DECLS
