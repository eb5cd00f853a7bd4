/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhTextBatch: gathers set texts, so that all of one font and colour are painted as one
   text. Hundreds of signs then cost a renderer little more than one. */
typedef struct _SkhTextBatch SkhTextBatch;

SkhTextBatch *skh_text_batch_new (void);
void skh_text_batch_free (SkhTextBatch *self);
gboolean skh_text_batch_add (SkhTextBatch *self,
                             const GskRenderNode *node,
                             float x,
                             float y,
                             gboolean upwards);
void skh_text_batch_flush (SkhTextBatch *self, GtkSnapshot *snapshot);

G_END_DECLS
