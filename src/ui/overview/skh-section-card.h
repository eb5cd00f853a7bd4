/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhSectionCard: how far each section of the plan is in the session's period. */
#define SKH_TYPE_SECTION_CARD (skh_section_card_get_type ())
G_DECLARE_FINAL_TYPE (SkhSectionCard, skh_section_card, SKH, SECTION_CARD, GtkBox)

void skh_section_card_show (SkhSectionCard *self, SkhSession *session);

G_END_DECLS
