/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-typesetter.h"

G_BEGIN_DECLS

/* SkhPaperBlock: set text and rules that stand together on one page, such as the
   letterhead. Points, from the block's top left. */
typedef struct _SkhPaperBlock SkhPaperBlock;

SkhPaperBlock *skh_paper_block_new (SkhTypesetter *typesetter);
void skh_paper_block_free (SkhPaperBlock *self);
double skh_paper_block_add_text (SkhPaperBlock *self,
                                 const SkhPaperType *type,
                                 SkhAlign align,
                                 double x,
                                 double y,
                                 double width,
                                 const char *text);
/* n lines of prose from line first on; the y below them. */
double skh_paper_block_add_prose (SkhPaperBlock *self,
                                  const SkhPaperType *type,
                                  double indent,
                                  double line,
                                  double y,
                                  double width,
                                  const char *text,
                                  guint first,
                                  guint n);
/* A line of dots to write on. */
double
skh_paper_block_add_dots (SkhPaperBlock *self, double y, double width, double line);
double skh_paper_block_add_rule (SkhPaperBlock *self, double x, double y, double width);
double skh_paper_block_add_space (SkhPaperBlock *self, double y, double height);
double skh_paper_block_get_height (const SkhPaperBlock *self);
void skh_paper_block_draw (const SkhPaperBlock *self, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhPaperBlock, skh_paper_block_free)

G_END_DECLS
