/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry-form.h"
#include "skh-register-query.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhRegisterPane: one register, whichever it is: its list, searched, filtered, sorted
   and under saved views; what is done to many lines; and the form of one. All of it comes
   from the declaration. */
#define SKH_TYPE_REGISTER_PANE (skh_register_pane_get_type ())
G_DECLARE_FINAL_TYPE (SkhRegisterPane, skh_register_pane, SKH, REGISTER_PANE, GtkWidget)

GtkWidget *skh_register_pane_new (SkhSession *session, const char *register_id);
const char *skh_register_pane_get_id (SkhRegisterPane *self);
SkhEntryForm *skh_register_pane_get_form (SkhRegisterPane *self);
/* Opens the form of one entry. */
void skh_register_pane_show_entry (SkhRegisterPane *self, gint64 id);

/* One of the declared views, from 0, then the saved ones. */
/* What a page without lines begins with, before what every register offers. */
void skh_register_pane_set_first_step (SkhRegisterPane *self,
                                       const char *label,
                                       const char *action);
void skh_register_pane_show_view (SkhRegisterPane *self, guint index);
/* What the list shows (transfer full); NULL before the register is read. */
SkhRegisterQuery *skh_register_pane_dup_query (SkhRegisterPane *self);
/* gint64 ids (transfer full) */
GArray *skh_register_pane_list_selected (SkhRegisterPane *self);

G_END_DECLS
