/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-drawing.h"
#include "skh-typesetter.h"

G_BEGIN_DECLS

/* SkhPaperDrawing: a drawing laid out for the type area of a page, to be cut into pages
   between its rows and its slices. Points. */
typedef struct _SkhPaperDrawing SkhPaperDrawing;

/* Rows that stand on one page, of one slice. */
typedef struct
{
  guint slice;
  guint row, n;
} SkhPaperCut;

SkhPaperDrawing *skh_paper_drawing_new (SkhTypesetter *typesetter,
                                        const SkhPaperProfile *profile,
                                        SkhDrawing *drawing,
                                        double width);
void skh_paper_drawing_free (SkhPaperDrawing *self);
guint skh_paper_drawing_get_n_rows (const SkhPaperDrawing *self);
guint skh_paper_drawing_get_n_slices (const SkhPaperDrawing *self);
guint
skh_paper_drawing_fit (SkhPaperDrawing *self, guint row, double room, gboolean fresh);
void skh_paper_drawing_draw (SkhPaperDrawing *self,
                             cairo_t *cr,
                             double x,
                             double y,
                             const SkhPaperCut *cut);
void skh_paper_drawing_draw_foot (SkhPaperDrawing *self,
                                  cairo_t *cr,
                                  double x,
                                  double bottom,
                                  guint page,
                                  guint n_pages);

G_END_DECLS
