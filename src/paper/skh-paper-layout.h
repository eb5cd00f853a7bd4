/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A band across the page, as high as it is; keep: not parted from the next. */
typedef struct
{
  float height;
  gboolean keep;
} SkhPaperStrip;

void skh_paper_layout_share_width (const double *wanted,
                                   const double *least,
                                   guint n,
                                   double width,
                                   double *widths);
guint skh_paper_layout_fit (const SkhPaperStrip *strips,
                            guint n,
                            double room,
                            gboolean part_kept);

G_END_DECLS
