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

/* Borrows the query, whose filters it changes, until another is set. */
void skh_filter_bar_set_query (SkhFilterBar *self,
                               SkhSession *session,
                               SkhRegisterQuery *query);

G_END_DECLS
