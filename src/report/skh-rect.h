/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rectangle in logical pixels. */
typedef struct
{
  double x, y, w, h;
} SkhRect;

static inline gboolean
skh_rect_contains (const SkhRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->w && y >= rect->y && y < rect->y + rect->h;
}

G_END_DECLS
