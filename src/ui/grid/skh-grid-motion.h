/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-source.h"

G_BEGIN_DECLS

/* How a key moves the cursor. */
typedef enum
{
  SKH_GRID_LEFT,
  SKH_GRID_RIGHT,
  SKH_GRID_UP,
  SKH_GRID_DOWN,
  SKH_GRID_PAGE_UP,
  SKH_GRID_PAGE_DOWN,
  SKH_GRID_ROW_START,
  SKH_GRID_ROW_END,
  SKH_GRID_START,
  SKH_GRID_END,
} SkhGridMotion;

gboolean skh_grid_motion_apply (SkhGridSource *source,
                                SkhGridMotion motion,
                                float page,
                                int wanted_column,
                                int *row,
                                int *column);
gboolean
skh_grid_motion_settle (SkhGridSource *source, int wanted_column, int *row, int *column);

G_END_DECLS
