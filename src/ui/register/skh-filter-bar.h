/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-query.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhFilterBar: by what a list is narrowed: one chip a field of the kinds people filter
   by (choices, units, periods, days), and one for any other filter a view brings along.

   Signals
     changed   the query's filters are others */
#define SKH_TYPE_FILTER_BAR (skh_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SkhFilterBar, skh_filter_bar, SKH, FILTER_BAR, GtkWidget)

/* Borrows the query, whose filters it changes, until another is set. The filters of own
   are the page's: what clears the others leaves them, and a list is not narrowed by them.
   (transfer full; NULL with a query of NULL) */
void skh_filter_bar_set_query (SkhFilterBar *self,
                               SkhSession *session,
                               SkhRegisterQuery *query,
                               SkhRegisterQuery *own);
/* Whether there are filters that are not the page's own. */
gboolean skh_filter_bar_is_narrowed (SkhFilterBar *self);
/* They by name: "Unit: …; State: …"; "" where there are none. */
char *skh_filter_bar_dup_words (SkhFilterBar *self);
/* As the button does. */
void skh_filter_bar_clear (SkhFilterBar *self);

G_END_DECLS
