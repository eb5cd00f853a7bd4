/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhStatCard: one number of the overview, what it counts and what it is made of; a click
   goes to the list behind it. */
#define SKH_TYPE_STAT_CARD (skh_stat_card_get_type ())
G_DECLARE_FINAL_TYPE (SkhStatCard, skh_stat_card, SKH, STAT_CARD, GtkButton)

typedef enum
{
  SKH_STAT_PLAIN,
  SKH_STAT_WARNING,
  SKH_STAT_BAD,
} SkhStatTone;

void skh_stat_card_show (SkhStatCard *self,
                         SkhStatTone tone,
                         const char *caption,
                         const char *number,
                         const char *note);

G_END_DECLS
