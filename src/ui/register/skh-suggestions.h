/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhSuggestions: what may stand in an entry, in a list under it while something is
   typed. Down opens it, the arrows choose, Enter takes, Escape closes.

   Signals
     wanted (words)         somebody answers it with skh_suggestions_offer()
     chosen (SkhSuggestion) its text stands in the entry already */
#define SKH_TYPE_SUGGESTIONS (skh_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (SkhSuggestions, skh_suggestions, SKH, SUGGESTIONS, GObject)

/* The entry keeps them. */
SkhSuggestions *skh_suggestions_new (GtkEntry *entry);
/* A button in the entry that shows all there is. */
void skh_suggestions_add_button (SkhSuggestions *self, const char *tooltip);
/* (element-type SkhSuggestion): to what was asked last; takes a reference. */
void skh_suggestions_offer (SkhSuggestions *self, GPtrArray *suggestions);
/* Sets the entry's text without asking. */
void skh_suggestions_set_text (SkhSuggestions *self, const char *text);

G_END_DECLS
