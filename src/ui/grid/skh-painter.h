/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"
#include "skh-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhPainter: paints display lists into GTK snapshots, and keeps the texts it set. */
typedef struct _SkhPainter SkhPainter;

SkhPainter *skh_painter_new (PangoContext *context);
void skh_painter_free (SkhPainter *self);
void skh_painter_set_look (SkhPainter *self, gboolean dark, gboolean high_contrast);
const GdkRGBA *skh_painter_get_rgba (SkhPainter *self, SkhInk ink);
void skh_painter_get_font_size (SkhPainter *self, SkhFont font, int *height, int *digit);
void skh_painter_paint_ground (SkhPainter *self,
                               GtkSnapshot *snapshot,
                               SkhDisplayList *list,
                               const graphene_rect_t *visible);
void skh_painter_paint_rest (SkhPainter *self,
                             GtkSnapshot *snapshot,
                             SkhDisplayList *list,
                             const graphene_rect_t *visible);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhPainter, skh_painter_free)

G_END_DECLS
