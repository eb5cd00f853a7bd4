/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-register-store.h"

G_BEGIN_DECLS

/* What a thing may be linked to, by the words that are typed: suggestions whose code is
   the kind. A list is of SkhSuggestion. */
GPtrArray *skh_link_finder_new_list (void);
/* ledger: NULL adds nothing. Without words every task; with words the first few. */
void skh_link_finder_add_tasks (SkhLedger *ledger, const char *words, GPtrArray *found);
void skh_link_finder_add_lines (SkhLedger *ledger, const char *words, GPtrArray *found);
/* Documents and conferences. On the database thread. (transfer full) */
GPtrArray *
skh_link_finder_list_entries (SkhDatabase *db, const char *words, GError **error);

G_END_DECLS
