/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhChaseCard: whom to chase: a row a unit, with what it has owed longest. */
#define SKH_TYPE_CHASE_CARD (skh_chase_card_get_type ())
G_DECLARE_FINAL_TYPE (SkhChaseCard, skh_chase_card, SKH, CHASE_CARD, GtkBox)

void skh_chase_card_show (SkhChaseCard *self,
                          SkhSession *session,
                          GArray *overdue,
                          guint max_rows);

G_END_DECLS
