/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked for in a register, and the orders that it is listed in. */
#include "register-fixture.h"

static gboolean
test_search (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) entry
    = register_fixture_add (db, SAMPLE_ID, "name", "Thị xã Đức Phổ", "note", "Học tập",
                            "unit", "A2", NULL);

  register_fixture_add_one (db, SAMPLE_ID, "name", "Nơi khác");
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search duc pho"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search PHỔ hoc"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search mau hai"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search duc khac"), ==, 0);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search o"), ==, 2);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "note : hoc"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "note : duc"), ==, 0);
  register_fixture_type (entry, "name", "Đổi tên");
  register_fixture_put (db, entry);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search duc pho"), ==, 0);
  register_fixture_undo (db);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search duc pho"), ==, 1);
  register_fixture_redo (db);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search doi ten"), ==, 1);
  return TRUE;
}

static gboolean
test_a_renamed_unit (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) entry
    = register_fixture_add (db, SAMPLE_ID, "name", "Một", "unit", "A1", NULL);
  SkhUnitDraft unit = { .code = "A1",
                        .name = "Đảng ủy phường Mới",
                        .opened = SKH_DATE_NONE,
                        .closed = SKH_DATE_NONE };
  SkhUnitMergeResult result;

  g_assert_true (skh_unit_store_merge (db, &unit, 1, FALSE, &result, error));
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search phuong moi"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search mau mot"), ==, 0);
  register_fixture_undo (db);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search phuong moi"), ==, 0);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search mau mot"), ==, 1);
  return entry != NULL;
}

static gboolean
test_vietnamese_order (SkhDatabase *db, gpointer data, GError **error)
{
  static const char *const names[]
    = { "Đỗ", "Chi bộ 10", "Cà", "Chi bộ 2", "Dương", "Cả nhà", "Cá", "Ca", "Em", "Ấn" };
  static const char *const people[]
    = { "Nguyễn Văn Ánh", "Trần Thị Yến", "Lê An", "Bùi Văn Ánh", "Phạm Bảo Đức" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    register_fixture_add_one (db, SAMPLE_ID, "name", names[i]);
  register_fixture_assert_order (db, SAMPLE_ID, "sort name",
                                 "Ấn|Ca|Cà|Cả nhà|Cá|Chi bộ 2|Chi bộ 10|Dương|Đỗ|Em");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    skh_entry_unref (
      register_fixture_add (db, "people", "name", people[i], "unit", "A1", NULL));
  register_fixture_assert_order (
    db, "people", "sort name",
    "Lê An|Bùi Văn Ánh|Nguyễn Văn Ánh|Phạm Bảo Đức|Trần Thị Yến");
  return TRUE;
}

static gboolean
test_other_orders (SkhDatabase *db, gpointer data, GError **error)
{
  static const struct
  {
    const char *name, *period, *state, *unit;
  } rows[] = {
    { "a", "2023-Q2", "bad", "A3" },  { "b", "2023", "open", "A1" },
    { "c", "2023-04", "done", "A2" }, { "d", "2023-H1", "", "" },
    { "e", "", "open", "B1" },        { "f", "2022-12", "done", "A1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SkhEntry) entry
        = register_fixture_add (db, SAMPLE_ID, "name", rows[i].name, "period",
                                rows[i].period, "state", rows[i].state, "unit",
                                rows[i].unit, "day",
                                g_str_equal (rows[i].state, "done") ? "1/1/2023" : "",
                                NULL);

      g_assert_nonnull (entry);
    }
  register_fixture_assert_order (db, SAMPLE_ID, "sort period", "f|b|d|a|c|e");
  register_fixture_assert_order (db, SAMPLE_ID, "sort state\nsort name", "b|e|c|f|a|d");
  register_fixture_assert_order (db, SAMPLE_ID, "sort state desc\nsort name",
                                 "a|c|f|b|e|d");
  register_fixture_assert_order (db, SAMPLE_ID, "sort unit\nsort name", "e|a|c|b|f|d");
  register_fixture_assert_order (db, SAMPLE_ID, "period in 2023-H1\nsort name", "a|c|d");
  register_fixture_assert_order (db, SAMPLE_ID, "period in 2023\nsort name", "a|b|c|d");
  register_fixture_assert_order (db, SAMPLE_ID, "state = open\nstate = bad\nsort name",
                                 "a|b|e");
  register_fixture_assert_order (db, SAMPLE_ID, "state empty", "d");
  register_fixture_assert_order (db, SAMPLE_ID, "day in 2023-Q1\nsort name", "c|f");
  register_fixture_assert_order (db, SAMPLE_ID, "file given", "");
  return TRUE;
}

static gboolean
test_units_under (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) below
    = register_fixture_add (db, SAMPLE_ID, "name", "dưới", "unit", "A1", NULL);
  g_autoptr (SkhEntry) top
    = register_fixture_add (db, SAMPLE_ID, "name", "trên", "unit", "ROOT", NULL);
  g_autofree char *under_top
    = g_strdup_printf ("unit in #%" G_GINT64_FORMAT,
                       skh_entry_get_value_by_key (top, "unit")->id);
  g_autofree char *under_below
    = g_strdup_printf ("unit in #%" G_GINT64_FORMAT,
                       skh_entry_get_value_by_key (below, "unit")->id);

  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, under_top), ==, 2);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, under_below), ==, 1);
  return TRUE;
}

static gboolean
test_suggestions (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhRegister) reg = register_fixture_load (db, SAMPLE_ID);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) names = NULL;

  for (guint i = 0; i < 3; i++)
    register_fixture_add_one (db, SAMPLE_ID, "name", i == 2 ? "Họp dân" : "Họp chi bộ");
  units = skh_register_store_suggest (db, reg, skh_register_find_field (reg, "unit"),
                                      "mau hai", 10, error);
  g_assert_cmpuint (units->len, ==, 1);
  g_assert_cmpstr (((SkhSuggestion *)units->pdata[0])->code, ==, "A2");
  names = skh_register_store_suggest (db, reg, skh_register_find_field (reg, "name"),
                                      "hop", 10, error);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (((SkhSuggestion *)names->pdata[0])->text, ==, "Họp chi bộ");
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_sample_declare ();
  register_fixture_add_test ("search", test_search);
  register_fixture_add_test ("a-renamed-unit", test_a_renamed_unit);
  register_fixture_add_test ("vietnamese-order", test_vietnamese_order);
  register_fixture_add_test ("other-orders", test_other_orders);
  register_fixture_add_test ("units-under", test_units_under);
  register_fixture_add_test ("suggestions", test_suggestions);
  return g_test_run ();
}
