/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the office makes of its registers itself: fields, whole registers, saved views.
   Each function makes one act of its own. Columns and tables are made before the act
   begins, because a session does not record them; an undo takes the field or register out
   of sight, and its column stays, with what was entered, for a redo. */

#include "skh-database.h"
#include "skh-register.h"
#include "skh-store-error.h"

G_BEGIN_DECLS

/* The office's own field, of any type but FILE and with no derived value. id 0: a new
   one, which gets its id and a key made of its title. The type of a field that is there
   stays. choices: those of a CHOICE, in order; one that entries have may be renamed (same
   key), not left out. A key of NULL is made of the title. */
typedef struct
{
  gint64 id;
  char *key, *title, *help;
  SkhFieldType type;
  gboolean required, unique;
  GPtrArray *choices; /* SkhChoiceDraft */
} SkhFieldDraft;
typedef struct
{
  char *key, *title;
} SkhChoiceDraft;
SkhFieldDraft *skh_field_draft_new (SkhFieldType type, const char *title);
void skh_field_draft_add_choice (SkhFieldDraft *self, const char *key, const char *title);
void skh_field_draft_free (SkhFieldDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhFieldDraft, skh_field_draft_free)

/* The field as it is, to be changed and put back. */
SkhFieldDraft *skh_field_draft_of (const SkhField *field);
gboolean skh_register_edit_put_field (SkhDatabase *db,
                                      const char *register_id,
                                      SkhFieldDraft *draft,
                                      GError **error);
/* position counts the own fields from 0. */
gboolean skh_register_edit_move_field (SkhDatabase *db,
                                       gint64 field_id,
                                       guint position,
                                       GError **error);
gboolean
skh_register_edit_remove_field (SkhDatabase *db, gint64 field_id, GError **error);

/* A register of the office's own, with its first fields (at least one; the first names
   its entries). id: (out) (transfer full) its key. */
gboolean skh_register_edit_add_register (SkhDatabase *db,
                                         const char *title,
                                         const char *help,
                                         SkhFieldDraft *const *fields,
                                         guint n_fields,
                                         char **id,
                                         GError **error);
gboolean skh_register_edit_rename_register (SkhDatabase *db,
                                            const char *id,
                                            const char *title,
                                            const char *help,
                                            GError **error);
/* Refused while it has entries. */
gboolean
skh_register_edit_remove_register (SkhDatabase *db, const char *id, GError **error);

/* Saved views: a title and a query's text. */
typedef struct
{
  gint64 id;
  char *title, *query;
} SkhSavedView;
void skh_saved_view_free (SkhSavedView *view);
/* (transfer full) (element-type SkhSavedView), in order */
GPtrArray *
skh_register_edit_list_views (SkhDatabase *db, const char *register_id, GError **error);
/* id 0 adds, else changes. */
gboolean skh_register_edit_put_view (SkhDatabase *db,
                                     const char *register_id,
                                     gint64 *id,
                                     const char *title,
                                     const char *query,
                                     GError **error);
gboolean skh_register_edit_remove_view (SkhDatabase *db, gint64 id, GError **error);

G_END_DECLS
