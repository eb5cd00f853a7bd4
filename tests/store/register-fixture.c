/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register-fixture.h"

/* Each test is one function on the database thread. */
void
register_fixture_run (EditFixture *self, gconstpointer test)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (self->workbook, (SkhWorkbookFunc)test, self, &error);
  g_assert_no_error (error);
}

SkhRegister *
register_fixture_load (SkhDatabase *db, const char *id)
{
  g_autoptr (GError) error = NULL;
  SkhRegister *reg = skh_register_store_load_register (db, id, &error);

  g_assert_no_error (error);
  return reg;
}

void
register_fixture_type (SkhEntry *entry, const char *key, const char *text)
{
  guint field = skh_register_find_field (skh_entry_get_register (entry), key);
  char *fault = NULL;

  g_assert_cmpuint (field, !=, SKH_NO_FIELD);
  skh_entry_set_typed (entry, field, text, 2023, &fault);
  g_assert_cmpstr (fault, ==, NULL);
}

void
register_fixture_put (SkhDatabase *db, SkhEntry *entry)
{
  g_autoptr (GError) error = NULL;

  skh_register_store_put (db, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpint (skh_entry_get_id (entry), !=, 0);
}

SkhEntry *
register_fixture_add (SkhDatabase *db, const char *id, ...)
{
  g_autoptr (SkhRegister) reg = register_fixture_load (db, id);
  SkhEntry *entry = skh_entry_new (reg);
  const char *key;
  va_list list;

  va_start (list, id);
  while ((key = va_arg (list, const char *)) != NULL)
    register_fixture_type (entry, key, va_arg (list, const char *));
  va_end (list);
  register_fixture_put (db, entry);
  return entry;
}

void
register_fixture_add_one (SkhDatabase *db,
                          const char *id,
                          const char *key,
                          const char *text)
{
  g_autoptr (SkhEntry) entry = register_fixture_add (db, id, key, text, NULL);

  g_assert_nonnull (entry);
}

char *
register_fixture_dup_shown (const SkhEntry *entry, const char *key)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  guint field = skh_register_find_field (reg, key);

  return skh_field_dup_paper_text (skh_register_get_field (reg, field),
                                   skh_entry_get_value (entry, field));
}

SkhEntry *
register_fixture_read_again (SkhDatabase *db, const SkhEntry *entry)
{
  g_autoptr (GError) error = NULL;
  SkhEntry *again = skh_register_store_get (db, skh_entry_get_register (entry),
                                            skh_entry_get_id (entry), &error);

  g_assert_no_error (error);
  return again;
}

gint64
register_fixture_count (SkhDatabase *db, const char *id, const char *text)
{
  g_autoptr (SkhRegister) reg = register_fixture_load (db, id);
  guint left_out;
  g_autoptr (SkhRegisterQuery) query = skh_register_query_parse (reg, text, &left_out);
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_assert_cmpuint (left_out, ==, 0);
  skh_register_store_count (db, query, NULL, &n, &error);
  g_assert_no_error (error);
  return n;
}

void
register_fixture_undo (SkhDatabase *db)
{
  g_autoptr (GError) error = NULL;

  edit_fixture_run_undo (db, NULL, &error);
  g_assert_no_error (error);
}

void
register_fixture_redo (SkhDatabase *db)
{
  g_autoptr (GError) error = NULL;

  edit_fixture_run_redo (db, NULL, &error);
  g_assert_no_error (error);
}

GPtrArray *
register_fixture_read_all (SkhDatabase *db, const char *id, const char *text)
{
  g_autoptr (SkhRegister) reg = register_fixture_load (db, id);
  g_autoptr (SkhRegisterQuery) query = skh_register_query_parse (reg, text, NULL);
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *all = skh_register_store_read_page (db, query, cursor, 1000, NULL, &error);

  g_assert_no_error (error);
  return all;
}

void
register_fixture_assert_order (SkhDatabase *db,
                               const char *id,
                               const char *query,
                               const char *wanted)
{
  g_autoptr (GPtrArray) all = register_fixture_read_all (db, id, query);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *name = register_fixture_dup_shown (all->pdata[i], "name");

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
    }
  g_assert_cmpstr (names->str, ==, wanted);
}
