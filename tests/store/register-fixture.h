/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edit-fixture.h"
#include "register-sample.h"
#include "skh-register-store.h"

G_BEGIN_DECLS

/* For tests of registers: each is one function on the database thread of a workbook that
   holds the sample plan. What these calls try has to succeed. */
void register_fixture_run (EditFixture *self, gconstpointer test);

#define register_fixture_add_test(path, func)                                            \
  g_test_add ("/register/" path, EditFixture, (gconstpointer)func, edit_fixture_set_up,  \
              register_fixture_run, edit_fixture_tear_down)

/* (transfer full) */
SkhRegister *register_fixture_load (SkhDatabase *db, const char *id);
void register_fixture_type (SkhEntry *entry, const char *key, const char *text);
void register_fixture_put (SkhDatabase *db, SkhEntry *entry);
/* A NULL-terminated list of keys and texts; (transfer full) */
SkhEntry *
register_fixture_add (SkhDatabase *db, const char *id, ...) G_GNUC_NULL_TERMINATED;
void register_fixture_add_one (SkhDatabase *db,
                               const char *id,
                               const char *key,
                               const char *text);
char *register_fixture_dup_shown (const SkhEntry *entry, const char *key);
/* (transfer full) */
SkhEntry *register_fixture_read_again (SkhDatabase *db, const SkhEntry *entry);
gint64 register_fixture_count (SkhDatabase *db, const char *id, const char *query);
/* (transfer full) (element-type SkhEntry) */
GPtrArray *register_fixture_read_all (SkhDatabase *db, const char *id, const char *query);
/* The names, in the order of the query, with | between them. */
void register_fixture_assert_order (SkhDatabase *db,
                                    const char *id,
                                    const char *query,
                                    const char *wanted);
void register_fixture_undo (SkhDatabase *db);
void register_fixture_redo (SkhDatabase *db);

#define register_fixture_assert_shown(entry, key, text)                                  \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *shown_text = register_fixture_dup_shown (entry, key);               \
    g_assert_cmpstr (shown_text, ==, text);                                              \
  }                                                                                      \
  G_STMT_END

G_END_DECLS
