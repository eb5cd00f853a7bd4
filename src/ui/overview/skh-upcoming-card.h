/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhUpcomingCard: the tasks that fall due next, with who has delivered already. */
#define SKH_TYPE_UPCOMING_CARD (skh_upcoming_card_get_type ())
G_DECLARE_FINAL_TYPE (SkhUpcomingCard, skh_upcoming_card, SKH, UPCOMING_CARD, GtkBox)

void skh_upcoming_card_show (SkhUpcomingCard *self, SkhSession *session, guint max_rows);

G_END_DECLS
