/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhTaskCard: what the plan says of one task and how it stands, on a card: of the one
   that is selected with what can be done, of the one under the pointer without. */
#define SKH_TYPE_TASK_CARD (skh_task_card_get_type ())
G_DECLARE_FINAL_TYPE (SkhTaskCard, skh_task_card, SKH, TASK_CARD, GtkBox)

GtkWidget *skh_task_card_new_for_hover (void);
void skh_task_card_set_session (SkhTaskCard *self, SkhSession *session);
/* Of the plan that is looked at, or of another: SKH_NO_INDEX hides the card. */
void skh_task_card_show_task (SkhTaskCard *self, SkhLedger *ledger, guint task);
/* Shows the lines of the task that is shown, at the first that is late or due; of another
   plan, has that plan looked at. */
void skh_task_card_open (SkhTaskCard *self);

G_END_DECLS
