/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhPartyPicker: the units and groups that have a part in a task, chosen by their names.
   Those chosen stand on the button, in the order they were chosen in.

   Property: title
   Signal: `edited` when a person changed the choice */
#define SKH_TYPE_PARTY_PICKER (skh_party_picker_get_type ())
G_DECLARE_FINAL_TYPE (SkhPartyPicker, skh_party_picker, SKH, PARTY_PICKER, GtkBox)

/* codes: NULL-terminated, or NULL for none. */
void
skh_party_picker_show (SkhPartyPicker *self, SkhLedger *ledger, const char *const *codes);
/* NULL-terminated; valid until the choice changes */
const char *const *skh_party_picker_get_codes (SkhPartyPicker *self);
void skh_party_picker_set_fault (SkhPartyPicker *self, const char *fault);

G_END_DECLS
