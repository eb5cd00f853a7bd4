/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-paper-profile.h"
#include "skh-report.h"

#include <cairo.h>

G_BEGIN_DECLS

#define SKH_TYPE_PAPER (skh_paper_get_type ())
G_DECLARE_FINAL_TYPE (SkhPaper, skh_paper, SKH, PAPER, GObject)

SkhPaper *skh_paper_new (SkhReport *report, const char *profile_id, GError **error);
SkhReport *skh_paper_get_report (SkhPaper *self);
guint skh_paper_get_n_pages (SkhPaper *self);
void skh_paper_get_page_size (SkhPaper *self, double *width_mm, double *height_mm);
void skh_paper_draw_page (SkhPaper *self, guint page, cairo_t *cr);
gboolean skh_paper_write_pdf (SkhPaper *self, const char *path, GError **error);

G_END_DECLS
