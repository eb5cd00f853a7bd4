/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-field-row.h"

#include "skh-suggestions.h"

G_BEGIN_DECLS

struct _SkhFieldRow
{
  GtkBox parent_instance;

  GtkLabel *title, *fault, *note;
  GtkWidget *editor; /* what takes the keyboard: GtkEntry, GtkTextView or GtkDropDown */
  SkhSuggestions *suggestions; /* borrowed from the entry; or NULL */

  SkhSession *session;
  SkhRegister *reg;
  guint field;
  SkhValue shown; /* the value shown last */
  char *shown_text;
  SkhValue chosen; /* the suggestion taken last: its text stands for its id */
  guint n_asked;
  gboolean is_updating;
};

/* What the editor tells. */
const SkhField *skh_field_row_get_declared (SkhFieldRow *self);
void skh_field_row_note_edit (SkhFieldRow *self);
void skh_field_row_keep (SkhFieldRow *self);
void skh_field_row_go_on (SkhFieldRow *self);
void skh_field_row_suggest (SkhFieldRow *self, const char *words);
void skh_field_row_choose (SkhFieldRow *self, SkhSuggestion *suggestion);

/* skh-field-row-editor.c: what takes the keyboard, by the field's type */

/* What stands in an empty field, and helps who can't see it. */
const char *skh_field_row_get_hint (const SkhField *field);
/* Sets the row's editor; returns what is to be shown, the editor or what it stands in. */
GtkWidget *skh_field_row_make_editor (SkhFieldRow *self);
void skh_field_row_name_editor (SkhFieldRow *self);

G_END_DECLS
