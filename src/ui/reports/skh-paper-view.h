/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-paper.h"

G_BEGIN_DECLS

/* SkhPaperView: the pages of a paper one under the other, as wide as there is room. It
   draws only the pages in view, by the code that prints them. */
#define SKH_TYPE_PAPER_VIEW (skh_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (SkhPaperView, skh_paper_view, SKH, PAPER_VIEW, GtkWidget)

void skh_paper_view_set_paper (SkhPaperView *self, SkhPaper *paper);

G_END_DECLS
