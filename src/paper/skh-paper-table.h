/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-paper-layout.h"
#include "skh-report.h"
#include "skh-typesetter.h"

G_BEGIN_DECLS

/* SkhPaperTable: a report's table read once, its columns fitted to the page and its rows
   measured, ready to be cut into pages. A row is kept as the texts of its cells. */
typedef struct _SkhPaperTable SkhPaperTable;

SkhPaperTable *skh_paper_table_new (SkhTypesetter *typesetter,
                                    const SkhPaperProfile *profile,
                                    SkhTable *source,
                                    double width);
void skh_paper_table_free (SkhPaperTable *self);
guint skh_paper_table_get_n_rows (const SkhPaperTable *self);
double skh_paper_table_get_head_height (const SkhPaperTable *self);
SkhPaperStrip skh_paper_table_get_strip (const SkhPaperTable *self, guint row);
guint skh_paper_table_get_n_lines (const SkhPaperTable *self, guint row);
guint skh_paper_table_fit_lines (const SkhPaperTable *self, double room);
double skh_paper_table_get_height_of_lines (const SkhPaperTable *self, guint n_lines);
void
skh_paper_table_draw_head (const SkhPaperTable *self, cairo_t *cr, double x, double y);
double skh_paper_table_draw_row (const SkhPaperTable *self,
                                 cairo_t *cr,
                                 double x,
                                 double y,
                                 guint row,
                                 guint first_line,
                                 guint n_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhPaperTable, skh_paper_table_free)

G_END_DECLS
