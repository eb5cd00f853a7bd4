/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One person entered twice: found without regard to tones, and made one without losing
   what refers to either. */
#include "edit-fixture.h"
#include "skh-link-store.h"
#include "skh-register-store.h"
#include "skh-stores.h"

typedef struct
{
  gint64 kept, gone;
} Pair;

static SkhEntry *
make (SkhDatabase *db, const char *id, const char *const *typed)
{
  g_autoptr (SkhRegister) reg = skh_register_store_load_register (db, id, NULL);
  SkhEntry *entry = skh_entry_new (reg);

  for (guint i = 0; typed[i] != NULL; i += 2)
    {
      g_autofree char *fault = NULL;

      skh_entry_set_typed (entry, skh_register_find_field (reg, typed[i]), typed[i + 1],
                           2023, &fault);
      g_assert_cmpstr (fault, ==, NULL);
    }
  return entry;
}

static gint64
put (SkhDatabase *db, const char *id, const char *const *typed)
{
  g_autoptr (SkhEntry) entry = make (db, id, typed);
  g_autoptr (GError) error = NULL;

  skh_register_store_put (db, entry, &error);
  g_assert_no_error (error);
  return skh_entry_get_id (entry);
}

#define PUT(db, id, ...) put (db, id, (const char *const[]){ __VA_ARGS__, NULL })

static void
commit (SkhDatabase *db, gint64 person, const char *year)
{
  g_autoptr (SkhRegister) reg
    = skh_register_store_load_register (db, "commitments", NULL);
  g_autoptr (SkhEntry) entry
    = make (db, "commitments", (const char *const[]){ "unit", "A1", "year", year, NULL });
  SkhValue value = { .is_set = TRUE, .id = person, .text = g_strdup ("?") };
  g_autoptr (GError) error = NULL;

  skh_entry_take_value (entry, skh_register_find_field (reg, "person"), &value);
  skh_register_store_put (db, entry, &error);
  g_assert_no_error (error);
}

/* — Found — */

static void
assert_similar (SkhDatabase *db, const char *const *typed, guint n)
{
  g_autoptr (SkhEntry) entry = make (db, "people", typed);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  guint unit = skh_register_find_field (skh_entry_get_register (entry), "unit");
  const SkhField *field = skh_register_get_field (skh_entry_get_register (entry), unit);
  g_auto (SkhValue) value = { 0 };
  g_autofree char *fault = NULL;

  skh_value_copy (skh_entry_get_value (entry, unit), &value);
  if (value.is_set)
    {
      g_assert_true (skh_register_store_resolve (db, field, &value, entry, &fault, NULL));
      skh_entry_set_value (entry, unit, &value);
    }
  found = skh_register_store_find_similar (db, entry, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, n);
}

#define SIMILAR(n, ...) assert_similar (db, (const char *const[]){ __VA_ARGS__, NULL }, n)

static gboolean
find (SkhDatabase *db, gpointer data, GError **error)
{
  PUT (db, "people", "name", "Lê Văn Mẫu", "unit", "A1", "birth", "1/2/1980");
  PUT (db, "people", "name", "Lê Văn Mẫu", "unit", "A2", "position", "le van mau a1");
  SIMILAR (1, "name", "le van mau", "unit", "A1");
  SIMILAR (1, "name", "LÊ VĂN MÂU", "birth", "1/2/1980", "unit", "A3");
  SIMILAR (1, "name", "Lê Văn Mẫu", "birth", "1/2/1980", "unit", "A1");
  SIMILAR (2, "name", "Lê Văn Mẫu", "birth", "1/2/1980", "unit", "A2");
  SIMILAR (0, "name", "Lê Văn Mẫu", "birth", "2/2/1980", "unit", "A3");
  SIMILAR (0, "name", "Văn Mẫu", "unit", "A1");
  SIMILAR (0, "name", "Lê Văn Mẫu");
  return TRUE;
}

static void
test_find (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (fixture->workbook, find, NULL, &error);
  g_assert_no_error (error);
}

/* — Made one — */

static gboolean
prepare (SkhDatabase *db, gpointer data, GError **error)
{
  Pair *pair = data;
  gint64 document = PUT (db, "documents", "title", "Văn bản mẫu");
  SkhThing to = { "document", document }, from = { "person", 0 };

  pair->kept = PUT (db, "people", "name", "Lê Văn Mẫu", "unit", "A1");
  pair->gone = PUT (db, "people", "name", "Le Van Mau", "unit", "A1", "birth", "1/2/1980",
                    "note", "Chuyển đến");
  commit (db, pair->kept, "2022");
  commit (db, pair->gone, "2023");
  from.id = pair->gone;
  return skh_link_store_add (db, &from, &to, error);
}

static gboolean
run_merge (SkhDatabase *db, gpointer data, GError **error)
{
  Pair *pair = data;
  g_autoptr (SkhRegister) people = skh_register_store_load_register (db, "people", error);

  return skh_register_store_merge (db, people, pair->kept, pair->gone, error);
}

static gboolean
check_merged (SkhDatabase *db, gpointer data, GError **error)
{
  Pair *pair = data;
  g_autoptr (SkhRegister) people = skh_register_store_load_register (db, "people", error);
  g_autoptr (SkhRegister) reg
    = skh_register_store_load_register (db, "commitments", error);
  g_autoptr (SkhEntry) kept = skh_register_store_get (db, people, pair->kept, error);
  g_autoptr (SkhRegisterQuery) query = skh_register_query_parse (reg, "sort year", NULL);
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();
  g_autoptr (GPtrArray) lines
    = skh_register_store_read_page (db, query, cursor, 10, NULL, error);
  SkhThing thing = { "person", pair->kept };
  g_autoptr (GPtrArray) links = skh_link_store_list (db, &thing, NULL, error);
  g_autoptr (GError) gone = NULL;

  g_assert_cmpstr (skh_entry_get_value_by_key (kept, "name")->text, ==, "Lê Văn Mẫu");
  g_assert_cmpstr (skh_entry_get_value_by_key (kept, "note")->text, ==, "Chuyển đến");
  g_assert_true (skh_entry_get_value_by_key (kept, "birth")->is_set);
  g_assert_null (skh_register_store_get (db, people, pair->gone, &gone));
  g_assert_error (gone, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (lines->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (skh_entry_get_value_by_key (lines->pdata[i], "person")->id, ==,
                       pair->kept);
      g_assert_cmpstr (skh_entry_get_value_by_key (lines->pdata[i], "person")->text, ==,
                       "Lê Văn Mẫu");
    }
  g_assert_cmpuint (links->len, ==, 1);
  return TRUE;
}

static void
test_merge (EditFixture *fixture, gconstpointer data)
{
  Pair pair, same;
  g_autoptr (GError) error = NULL;

  skh_workbook_run (fixture->workbook, prepare, &pair, &error);
  g_assert_no_error (error);
  edit_fixture_assert_act (fixture, run_merge, &pair);
  skh_workbook_run (fixture->workbook, check_merged, &pair, &error);
  g_assert_no_error (error);
  same = (Pair){ pair.kept, pair.kept };
  edit_fixture_assert_refused (fixture, run_merge, &same, "merged");
  edit_fixture_assert_sound (fixture);
}

#define ADD(path, func)                                                                  \
  g_test_add ("/register-similar/" path, EditFixture, NULL, edit_fixture_set_up, func,   \
              edit_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("found", test_find);
  ADD ("made-one", test_merge);
  return g_test_run ();
}
