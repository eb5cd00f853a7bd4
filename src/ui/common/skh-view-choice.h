/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhViewChoice: the views of a page by name: those it declares, then those that the
   office saved. A view is a text that the page alone reads.

   Signals
     chosen (query)   the user chose a view: show it
     changed          another view is chosen, or the saved ones were read again */
#define SKH_TYPE_VIEW_CHOICE (skh_view_choice_get_type ())
G_DECLARE_FINAL_TYPE (SkhViewChoice, skh_view_choice, SKH, VIEW_CHOICE, GtkBox)

/* owner: what the saved views are of: a register's id, or a page's name. */
void
skh_view_choice_set_owner (SkhViewChoice *self, SkhSession *session, const char *owner);
/* Their titles are translated here. */
void skh_view_choice_set_declared (SkhViewChoice *self,
                                   const SkhRegisterView *views,
                                   guint n_views);
/* Of the view that is chosen; "" where there is none. */
const char *skh_view_choice_get_query (SkhViewChoice *self);
/* TRUE when the office saved the view that is chosen. */
gboolean skh_view_choice_is_saved (SkhViewChoice *self);
/* Asks for a name and keeps the query under it. A view of that name gives its place. */
void skh_view_choice_save (SkhViewChoice *self, const char *query);
/* Takes away the saved view that is chosen. */
void skh_view_choice_remove (SkhViewChoice *self);
/* As if the user chose the view at this place, whichever is chosen now. */
void skh_view_choice_choose (SkhViewChoice *self, guint place);
/* The first view again; `chosen` is not emitted. */
void skh_view_choice_reset (SkhViewChoice *self);

G_END_DECLS
