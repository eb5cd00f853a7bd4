/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-edit.h"
#include "skh-register-private.h"

G_BEGIN_DECLS

typedef gboolean (*SkhKeyIsTaken) (const char *key, gpointer data);
char *skh_field_draft_make_key (const char *title,
                                char joint,
                                SkhKeyIsTaken is_taken,
                                gpointer data);
void skh_field_draft_fill_choice_keys (SkhFieldDraft *draft);
gboolean skh_field_draft_check (SkhFieldDraft *draft, GError **error);

gboolean skh_field_draft_write_row (SkhDatabase *db,
                                    const char *register_id,
                                    const SkhFieldDraft *draft,
                                    gboolean is_new,
                                    gint64 rank,
                                    GError **error);
gboolean skh_field_draft_write_choices (SkhDatabase *db,
                                        const SkhFieldDraft *draft,
                                        GError **error);
/* column lives as long as the field that points to it. */
SkhField skh_field_draft_to_field (const SkhFieldDraft *draft, const char *column);

gboolean skh_edit_has_row (SkhDatabase *db, const char *text, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

G_END_DECLS
