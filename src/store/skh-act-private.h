/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-stores.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* What one act changed, as SQLite's session extension writes it down. */
typedef struct
{
  int size;
  void *data; /* of sqlite3_malloc() */
} SkhChangeset;

static inline void
skh_changeset_clear (SkhChangeset *changeset)
{
  sqlite3_free (changeset->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhChangeset, skh_changeset_clear)

gboolean skh_act_begin_transaction (SkhDatabase *db, GError **error);
/* Refreshes what is derived from the rows that were changed, and counts them by table;
   counts may be NULL. */
gboolean skh_act_walk (SkhDatabase *db,
                       const SkhChangeset *changeset,
                       GHashTable *counts,
                       GError **error);
gboolean skh_act_commit (SkhDatabase *db, GError **error);

G_END_DECLS
