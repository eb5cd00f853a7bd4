/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhFieldEditor: one of the office's own fields: title, type, whether it must be given,
   whether no two may be the same, and the choices.

   Signals
     edited */
#define SKH_TYPE_FIELD_EDITOR (skh_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (SkhFieldEditor, skh_field_editor, SKH, FIELD_EDITOR, GtkBox)

GtkWidget *skh_field_editor_new (void);
/* NULL: a new one. */
void skh_field_editor_set_field (SkhFieldEditor *self, const SkhField *field);
/* (transfer full); NULL when something is missing, and then it says what. */
SkhFieldDraft *skh_field_editor_dup_draft (SkhFieldEditor *self);
void skh_field_editor_show_fault (SkhFieldEditor *self, const char *why);
/* Nothing was entered. */
gboolean skh_field_editor_is_empty (SkhFieldEditor *self);

const char *skh_field_type_get_words (SkhFieldType type);

G_END_DECLS
