/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register that nothing but a declaration makes: kept, checked, changed by the many,
 * undone. */
#include "register-fixture.h"

/* — Kept — */

static gboolean
test_every_type (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) person
    = register_fixture_add (db, "people", "name", "Nguyễn Văn Mẫu", "unit", "A1", NULL);
  g_autoptr (SkhEntry) document
    = register_fixture_add (db, "documents", "symbol", "5-KH/ĐU", "title", "Kế hoạch mẫu",
                            "role", "guidance", NULL);
  g_autoptr (SkhEntry) entry
    = register_fixture_add (db, SAMPLE_ID, "name", "Lần  một", "code", "M1", "note",
                            "Dòng một\nDòng hai", "number", "1.234", "members", "38/40",
                            "day", "5/4", "unit", "A1", "person", "Nguyễn Văn Mẫu",
                            "document", "5-KH/ĐU, Kế hoạch mẫu", "state", "Xong", NULL);
  g_autoptr (SkhEntry) again = register_fixture_read_again (db, entry);

  g_assert_true (skh_entry_equal (entry, again));
  g_assert_nonnull (person);
  g_assert_nonnull (document);
  register_fixture_assert_shown (again, "name", "Lần một");
  register_fixture_assert_shown (again, "note", "Dòng một\nDòng hai");
  register_fixture_assert_shown (again, "number", "1.234");
  register_fixture_assert_shown (again, "members", "38/40 (95,0%)");
  register_fixture_assert_shown (again, "day", "5/4/2023");
  register_fixture_assert_shown (again, "period", "quý II năm 2023");
  register_fixture_assert_shown (again, "unit", "Đảng ủy xã Mẫu Một");
  register_fixture_assert_shown (again, "person", "Nguyễn Văn Mẫu");
  register_fixture_assert_shown (again, "document", "5-KH/ĐU, Kế hoạch mẫu");
  register_fixture_assert_shown (again, "state", "Xong");
  register_fixture_assert_shown (again, "length", "17");
  return TRUE;
}

static gboolean
test_nothing_but_the_name (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) entry
    = register_fixture_add (db, SAMPLE_ID, "name", "Chỉ có tên", NULL);
  g_autoptr (SkhEntry) again = register_fixture_read_again (db, entry);

  for (guint i = 1; i < skh_register_get_n_fields (skh_entry_get_register (again)); i++)
    g_assert_false (skh_entry_get_value (again, i)->is_set);
  return TRUE;
}

static gboolean
test_document_number (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) derived
    = register_fixture_add (db, "documents", "symbol", "159-KH/TU", "title", "Kế hoạch",
                            "role", "legal_basis", NULL);
  g_autoptr (SkhEntry) typed
    = register_fixture_add (db, "documents", "symbol", "KH/TU", "number", "160a", "title",
                            "Kế hoạch khác", "role", "Căn cứ", NULL);

  register_fixture_assert_shown (derived, "number", "159");
  register_fixture_assert_shown (typed, "number", "160a");
  register_fixture_assert_shown (typed, "role", "Căn cứ");
  return TRUE;
}

/* — Refused — */

static void
assert_refused (SkhDatabase *db, SkhEntry *entry, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = skh_register_store_check (db, entry, &error);
  SkhRegister *reg = skh_entry_get_register (entry);
  gint64 before = register_fixture_count (db, skh_register_get_id (reg), "");

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpuint (((SkhEntryFault *)faults->pdata[0])->field, ==,
                    skh_register_find_field (reg, key));
  g_assert_false (skh_register_store_put (db, entry, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  g_assert_cmpint (register_fixture_count (db, skh_register_get_id (reg), ""), ==,
                   before);
}

static gboolean
test_refused (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhRegister) reg = register_fixture_load (db, SAMPLE_ID);
  g_autoptr (SkhEntry) nameless = skh_entry_new (reg);
  g_autoptr (SkhEntry) first
    = register_fixture_add (db, SAMPLE_ID, "name", "Một", "code", "M1", NULL);
  g_autoptr (SkhEntry) twin = skh_entry_new (reg);
  g_autoptr (SkhEntry) lost = skh_entry_new (reg);
  g_autoptr (SkhEntry) dayless = skh_entry_new (reg);

  register_fixture_type (nameless, "number", "1");
  assert_refused (db, nameless, "name");
  register_fixture_type (twin, "name", "Hai");
  register_fixture_type (twin, "code", "M1");
  assert_refused (db, twin, "code");
  register_fixture_type (lost, "name", "Ba");
  register_fixture_type (lost, "unit", "không có đơn vị này");
  assert_refused (db, lost, "unit");
  register_fixture_type (dayless, "name", "Bốn");
  register_fixture_type (dayless, "state", "done");
  assert_refused (db, dayless, "day");
  register_fixture_put (db, first);
  return TRUE;
}

static gboolean
test_faults_of_typing (SkhDatabase *db, gpointer data, GError **error)
{
  static const struct
  {
    const char *key, *text;
  } wrong[] = {
    { "number", "1,5" },        { "number", "-3" },      { "members", "41/40" },
    { "members", "nhiều" },     { "day", "30/2/2023" },  { "day", "hôm nào đó" },
    { "period", "quý V/2023" }, { "period", "13/2023" }, { "state", "không rõ" },
    { "file", "a.pdf" },
  };
  g_autoptr (SkhRegister) reg = register_fixture_load (db, SAMPLE_ID);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (SkhEntry) entry = skh_entry_new (reg);
      g_autofree char *fault = NULL;
      guint field = skh_register_find_field (reg, wrong[i].key);

      g_assert_false (skh_entry_set_typed (entry, field, wrong[i].text, 2023, &fault));
      g_assert_nonnull (fault);
      g_assert_false (skh_entry_get_value (entry, field)->is_set);
    }
  return TRUE;
}

static gboolean
test_periods_as_typed (SkhDatabase *db, gpointer data, GError **error)
{
  static const struct
  {
    const char *typed, *period;
  } periods[] = {
    { "2023", "2023" },
    { "năm 2023", "2023" },
    { "Quý I/2023", "2023-Q1" },
    { "quý 3 năm 2023", "2023-Q3" },
    { "Quý IV - 2023", "2023-Q4" },
    { "tháng 4/2023", "2023-04" },
    { "4/2023", "2023-04" },
    { "Tháng 12 năm 2023", "2023-12" },
    { "6 tháng đầu năm 2023", "2023-H1" },
    { "6 tháng cuối năm 2023", "2023-H2" },
    { "2023-Q2", "2023-Q2" },
    { "year 2023", "2023" },
    { "Quarter III/2023", "2023-Q3" },
    { "month 4/2023", "2023-04" },
    { "first half of 2023", "2023-H1" },
    { "second half of 2023", "2023-H2" },
  };
  g_autoptr (SkhRegister) reg = register_fixture_load (db, SAMPLE_ID);
  const SkhField *field
    = skh_register_get_field (reg, skh_register_find_field (reg, "period"));

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_auto (SkhValue) value = { 0 };
      g_autofree char *fault = NULL;
      g_autofree char *text = NULL;

      skh_field_parse (field, periods[i].typed, 0, &value, &fault);
      g_assert_cmpstr (fault, ==, NULL);
      text = skh_field_dup_typed_text (field, &value);
      g_assert_cmpstr (text, ==, periods[i].period);
    }
  return TRUE;
}

/* — Many at once — */

static gboolean
test_bulk (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhRegister) reg = register_fixture_load (db, SAMPLE_ID);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint field = skh_register_find_field (reg, "number");
  SkhValue seven = { .is_set = TRUE, .number = 7 };
  gint64 n_acts;
  g_autoptr (GPtrArray) before = skh_act_list (db, NULL);
  g_autoptr (GPtrArray) after = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SkhEntry) entry
        = register_fixture_add (db, SAMPLE_ID, "name", "Một", NULL);
      gint64 id = skh_entry_get_id (entry);

      g_array_append_val (ids, id);
    }
  n_acts = before->len + 20;
  g_assert_true (skh_register_store_set_field (db, reg, (gint64 *)ids->data, 20, field,
                                               &seven, error));
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "number = 7"), ==, 20);
  register_fixture_undo (db);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "number = 7"), ==, 0);
  g_assert_true (skh_register_store_remove (db, reg, (gint64 *)ids->data, 20, error));
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, ""), ==, 0);
  register_fixture_undo (db);
  g_assert_cmpint (register_fixture_count (db, SAMPLE_ID, "search mot"), ==, 20);
  after = skh_act_list (db, NULL);
  g_assert_cmpint (after->len, ==, n_acts + 2);
  return TRUE;
}

static gboolean
test_same_again_is_no_act (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) entry
    = register_fixture_add (db, SAMPLE_ID, "name", "Một", "number", "1", NULL);
  g_autoptr (GPtrArray) before = skh_act_list (db, NULL);
  g_autoptr (GPtrArray) after = NULL;

  register_fixture_put (db, entry);
  after = skh_act_list (db, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
  return TRUE;
}

static gboolean
test_what_is_referred_to_stays (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) document
    = register_fixture_add (db, "documents", "title", "Văn bản mẫu", "role", "guidance",
                            NULL);
  g_autoptr (SkhEntry) entry = register_fixture_add (db, SAMPLE_ID, "name", "Dựa vào",
                                                     "document", "Văn bản mẫu", NULL);
  gint64 id = skh_entry_get_id (document), by = skh_entry_get_id (entry);
  g_autoptr (GError) refusal = NULL;

  g_assert_false (
    skh_register_store_remove (db, skh_entry_get_register (document), &id, 1, &refusal));
  g_assert_error (refusal, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (refusal->message, "Dựa vào"));
  g_assert_true (
    skh_register_store_remove (db, skh_entry_get_register (entry), &by, 1, error));
  g_assert_true (
    skh_register_store_remove (db, skh_entry_get_register (document), &id, 1, error));
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_sample_declare ();
  register_fixture_add_test ("every-type", test_every_type);
  register_fixture_add_test ("nothing-but-the-name", test_nothing_but_the_name);
  register_fixture_add_test ("document-number", test_document_number);
  register_fixture_add_test ("refused", test_refused);
  register_fixture_add_test ("faults-of-typing", test_faults_of_typing);
  register_fixture_add_test ("periods-as-typed", test_periods_as_typed);
  register_fixture_add_test ("bulk", test_bulk);
  register_fixture_add_test ("same-again-is-no-act", test_same_again_is_no_act);
  register_fixture_add_test ("what-is-referred-to-stays", test_what_is_referred_to_stays);
  return g_test_run ();
}
