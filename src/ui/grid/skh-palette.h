/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* The colours of the inks on one kind of screen. */
typedef struct
{
  GdkRGBA inks[SKH_N_INKS];
} SkhPalette;

const SkhPalette *skh_palette_get (gboolean dark, gboolean high_contrast);

G_END_DECLS
