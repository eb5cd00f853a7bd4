/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-query.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhFilterChip: the filters of one field: a button that says them, and what changes them
   under it.

   Signals
     changed */
#define SKH_TYPE_FILTER_CHIP (skh_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (SkhFilterChip, skh_filter_chip, SKH, FILTER_CHIP, GtkWidget)

/* Borrows the query. */
GtkWidget *
skh_filter_chip_new (SkhSession *session, SkhRegisterQuery *query, guint field);
/* What the query asks of the field, with the field's name; NULL: nothing. */
char *skh_filter_chip_dup_words (const SkhRegisterQuery *query, guint field);
/* Whether the field has a chip even where nothing is filtered. */
gboolean skh_filter_chip_is_usual (const SkhField *field);

G_END_DECLS
