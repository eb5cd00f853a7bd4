/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhFieldRow: one field of an entry in a form: its title, what it holds in the way of
   its type, and what is wrong with it.

   Signals
     edited    something was typed
     kept      the field was left, or a choice made: the value is to be read
     next      Enter: on to the next field */
#define SKH_TYPE_FIELD_ROW (skh_field_row_get_type ())
G_DECLARE_FINAL_TYPE (SkhFieldRow, skh_field_row, SKH, FIELD_ROW, GtkBox)

GtkWidget *skh_field_row_new (SkhSession *session, SkhRegister *reg, guint field);
guint skh_field_row_get_field (SkhFieldRow *self);
/* Shows a value and no fault. */
void skh_field_row_set_value (SkhFieldRow *self, const SkhValue *value);
/* Whether something else stands there than was shown last. */
gboolean skh_field_row_is_edited (SkhFieldRow *self);
/* FALSE, and then it says at the field what is wrong. value: (out) to be cleared. */
gboolean skh_field_row_read (SkhFieldRow *self, SkhValue *value);
/* NULL: nothing is wrong. */
/* What is to be known of the value, which may be right all the same; NULL: nothing. */
void skh_field_row_show_note (SkhFieldRow *self, const char *note);
void skh_field_row_show_fault (SkhFieldRow *self, const char *why);
gboolean skh_field_row_has_fault (SkhFieldRow *self);

G_END_DECLS
