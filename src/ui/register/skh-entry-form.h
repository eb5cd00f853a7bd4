/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhEntryForm: one entry of a register, field by field, made from the declaration. There
   is no button to save: an entry that is there is written whenever a field is left, a new
   one when the form is left. What can't be written stays, with what is wrong beside the
   field, until it is put right or given up.

   Signals
     shown (id)         another entry stands in the form; 0: a new one
     kept (id, is_new)  it was written
     stayed (id)        what was to come next did not: the entry can't be kept as it is
     closed             Escape or the button: there is no entry in the form any more
     remove-wanted (id)
     merge-wanted (id, other) */
#define SKH_TYPE_ENTRY_FORM (skh_entry_form_get_type ())
G_DECLARE_FINAL_TYPE (SkhEntryForm, skh_entry_form, SKH, ENTRY_FORM, GtkWidget)

GtkWidget *skh_entry_form_new (void);
/* Makes the fields anew. What is not kept is lost: ask before. */
void
skh_entry_form_set_register (SkhEntryForm *self, SkhSession *session, SkhRegister *reg);
/* The entry in the form is kept first; if it can't be, the form stays with it. */
void skh_entry_form_show (SkhEntryForm *self, gint64 id);
void skh_entry_form_show_new (SkhEntryForm *self);
void skh_entry_form_close (SkhEntryForm *self);
/* Reads the entry again: the workbook changed. */
void skh_entry_form_reload (SkhEntryForm *self);

gboolean skh_entry_form_is_open (SkhEntryForm *self);
gint64 skh_entry_form_get_id (SkhEntryForm *self);
/* Whether something stands there that is not written yet. */
gboolean skh_entry_form_is_unsaved (SkhEntryForm *self);
/* Under the fields, for what is special to a register. Takes the widget. */
void skh_entry_form_add_section (SkhEntryForm *self, GtkWidget *section);

G_END_DECLS
