/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"
#include "skh-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhTextSetter: what a text costs is its setting, so each is set once and kept as the
   node that paints it, in its colour, at the origin. */
typedef struct _SkhTextSetter SkhTextSetter;

typedef struct
{
  GskRenderNode *node; /* NULL if blank */
  float width, height; /* what it takes */
} SkhSetText;

SkhTextSetter *skh_text_setter_new (PangoContext *context);
void skh_text_setter_free (SkhTextSetter *self);
void skh_text_setter_set_palette (SkhTextSetter *self, const SkhPalette *palette);
/* Before a frame: what was got is good until the next. */
void skh_text_setter_follow (SkhTextSetter *self);
const SkhSetText *skh_text_setter_get (SkhTextSetter *self, const SkhPrimitive *p);
void skh_text_setter_get_font_size (SkhTextSetter *self,
                                    SkhFont font,
                                    int *height,
                                    int *digit);

G_END_DECLS
