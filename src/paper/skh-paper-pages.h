/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-paper-profile.h"
#include "skh-report.h"

#include <cairo.h>

G_BEGIN_DECLS

/* SkhPaperPages: what stands on which page of a report, inside the margins. */
typedef struct _SkhPaperPages SkhPaperPages;

SkhPaperPages *skh_paper_pages_new (SkhReport *report, const SkhPaperProfile *profile);
void skh_paper_pages_free (SkhPaperPages *self);
guint skh_paper_pages_get_n (const SkhPaperPages *self);
/* From 1; of a letter's pages, within it. */
guint skh_paper_pages_get_number (const SkhPaperPages *self, guint page);
void skh_paper_pages_draw (const SkhPaperPages *self,
                           guint page,
                           cairo_t *cr,
                           double x,
                           double y);
void skh_paper_pages_draw_number (const SkhPaperPages *self,
                                  guint page,
                                  cairo_t *cr,
                                  double y,
                                  double width);

G_END_DECLS
