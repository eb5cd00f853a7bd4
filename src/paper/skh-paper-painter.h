/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-drawing.h"
#include "skh-typesetter.h"

G_BEGIN_DECLS

/* SkhPaperPainter: display lists on paper, in the type of the page around them. One unit
   of the context is a pixel of the list. */
typedef struct
{
  SkhTypesetter *typesetter; /* borrowed */
} SkhPaperPainter;

SkhTextMeasure skh_paper_painter_get_measure (SkhPaperPainter *self);
void skh_paper_painter_paint (SkhPaperPainter *self, cairo_t *cr, SkhDisplayList *list);

G_END_DECLS
