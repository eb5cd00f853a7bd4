/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-link-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhRecipientRow: one recipient of a document: the name, what for, and when and how it
   was sent.

   Signals: `edited` when the name or what for was changed and left; `raised` and
   `removed` by its buttons */
#define SKH_TYPE_RECIPIENT_ROW (skh_recipient_row_get_type ())
G_DECLARE_FINAL_TYPE (SkhRecipientRow,
                      skh_recipient_row,
                      SKH,
                      RECIPIENT_ROW,
                      GtkListBoxRow)

GtkWidget *skh_recipient_row_new (SkhRecipient *recipient, gboolean is_first);
const SkhRecipient *skh_recipient_row_get_recipient (SkhRecipientRow *self);
SkhRecipient *skh_recipient_row_dup_edited (SkhRecipientRow *self);
gboolean skh_recipient_row_is_ticked (SkhRecipientRow *self);

G_END_DECLS
