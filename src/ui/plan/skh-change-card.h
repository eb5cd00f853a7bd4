/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-change-preview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhChangeCard: what a change would do to the units' lines, in one sentence, and the
   lines behind a button. */
#define SKH_TYPE_CHANGE_CARD (skh_change_card_get_type ())
G_DECLARE_FINAL_TYPE (SkhChangeCard, skh_change_card, SKH, CHANGE_CARD, GtkBox)

/* preview NULL: why says what stands in the way, or NULL for nothing to say. */
void skh_change_card_show (SkhChangeCard *self,
                           const SkhChangePreview *preview,
                           const char *why);

G_END_DECLS
