/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register that nothing but a declaration makes: kept, checked, found, sorted, paged,
   undone; and the office's own fields and registers through the same. */
#include "register-sample.h"
#include "sample-draft.h"
#include "skh-link-store.h"
#include "skh-register-edit.h"
#include "skh-register-store.h"
#include "skh-stores.h"
#include "skh-text.h"
#include "skh-workbook.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder, *path;
  SkhWorkbook *workbook;
} Fixture;

static gboolean
create_sample (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();

  return skh_plan_store_create (db, draft, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sổ-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sổ mẫu.skh", NULL);
  fixture->workbook = skh_workbook_create (fixture->path, &error);
  g_assert_no_error (error);
  skh_workbook_run (fixture->workbook, create_sample, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->workbook);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Each test is one function on the database thread. */
static void
run_test (Fixture *fixture, gconstpointer test)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (fixture->workbook, (SkhWorkbookFunc)test, fixture, &error);
  g_assert_no_error (error);
}

static SkhRegister *
load (SkhDatabase *db, const char *id)
{
  g_autoptr (GError) error = NULL;
  SkhRegister *reg = skh_register_store_load_register (db, id, &error);

  g_assert_no_error (error);
  return reg;
}

static void
type_in (SkhEntry *entry, const char *key, const char *text)
{
  guint field = skh_register_find_field (skh_entry_get_register (entry), key);
  char *fault = NULL;

  g_assert_cmpuint (field, !=, SKH_NO_FIELD);
  skh_entry_set_typed (entry, field, text, 2023, &fault);
  g_assert_cmpstr (fault, ==, NULL);
}

static void
put (SkhDatabase *db, SkhEntry *entry)
{
  g_autoptr (GError) error = NULL;

  skh_register_store_put (db, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpint (skh_entry_get_id (entry), !=, 0);
}

/* A NULL-terminated list of keys and texts. */
static SkhEntry *add (SkhDatabase *db, const char *id, ...) G_GNUC_NULL_TERMINATED;

static SkhEntry *
add (SkhDatabase *db, const char *id, ...)
{
  g_autoptr (SkhRegister) reg = load (db, id);
  SkhEntry *entry = skh_entry_new (reg);
  const char *key;
  va_list list;

  va_start (list, id);
  while ((key = va_arg (list, const char *)) != NULL)
    type_in (entry, key, va_arg (list, const char *));
  va_end (list);
  put (db, entry);
  return entry;
}

static void
add_and_forget (SkhDatabase *db, const char *id, const char *key, const char *text)
{
  g_autoptr (SkhEntry) entry = add (db, id, key, text, NULL);

  g_assert_nonnull (entry);
}

static char *
shown (const SkhEntry *entry, const char *key)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  guint field = skh_register_find_field (reg, key);

  return skh_field_dup_paper_text (skh_register_get_field (reg, field),
                                   skh_entry_get_value (entry, field));
}

#define assert_shown(entry, key, text)                                                   \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *shown_text = shown (entry, key);                                    \
    g_assert_cmpstr (shown_text, ==, text);                                              \
  }                                                                                      \
  G_STMT_END

static SkhEntry *
read_again (SkhDatabase *db, const SkhEntry *entry)
{
  g_autoptr (GError) error = NULL;
  SkhEntry *again = skh_register_store_get (db, skh_entry_get_register (entry),
                                            skh_entry_get_id (entry), &error);

  g_assert_no_error (error);
  return again;
}

static gint64
count_all (SkhDatabase *db, const char *id, const char *text)
{
  g_autoptr (SkhRegister) reg = load (db, id);
  guint left_out;
  g_autoptr (SkhRegisterQuery) query = skh_register_query_parse (reg, text, &left_out);
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_assert_cmpuint (left_out, ==, 0);
  skh_register_store_count (db, query, NULL, &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
undo (SkhDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = skh_act_undo (db, &error);

  g_assert_no_error (error);
}

static void
redo (SkhDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = skh_act_redo (db, &error);

  g_assert_no_error (error);
}

/* — Kept — */

static gboolean
test_every_type (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) person
    = add (db, "people", "name", "Nguyễn Văn Mẫu", "unit", "A1", NULL);
  g_autoptr (SkhEntry) document = add (db, "documents", "symbol", "5-KH/ĐU", "title",
                                       "Kế hoạch mẫu", "role", "guidance", NULL);
  g_autoptr (SkhEntry) entry
    = add (db, SAMPLE_ID, "name", "Lần  một", "code", "M1", "note", "Dòng một\nDòng hai",
           "number", "1.234", "members", "38/40", "day", "5/4", "unit", "A1", "person",
           "Nguyễn Văn Mẫu", "document", "5-KH/ĐU, Kế hoạch mẫu", "state", "Xong", NULL);
  g_autoptr (SkhEntry) again = read_again (db, entry);

  g_assert_true (skh_entry_equal (entry, again));
  g_assert_nonnull (person);
  g_assert_nonnull (document);
  assert_shown (again, "name", "Lần một");
  assert_shown (again, "note", "Dòng một\nDòng hai");
  assert_shown (again, "number", "1.234");
  assert_shown (again, "members", "38/40 (95,0%)");
  assert_shown (again, "day", "5/4/2023");
  assert_shown (again, "period", "quý II năm 2023");
  assert_shown (again, "unit", "Đảng ủy xã Mẫu Một");
  assert_shown (again, "person", "Nguyễn Văn Mẫu");
  assert_shown (again, "document", "5-KH/ĐU, Kế hoạch mẫu");
  assert_shown (again, "state", "Xong");
  assert_shown (again, "length", "17");
  return TRUE;
}

static gboolean
test_nothing_but_the_name (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) entry = add (db, SAMPLE_ID, "name", "Chỉ có tên", NULL);
  g_autoptr (SkhEntry) again = read_again (db, entry);

  for (guint i = 1; i < skh_register_get_n_fields (skh_entry_get_register (again)); i++)
    g_assert_false (skh_entry_get_value (again, i)->is_set);
  return TRUE;
}

static gboolean
test_document_number (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) derived = add (db, "documents", "symbol", "159-KH/TU", "title",
                                      "Kế hoạch", "role", "legal_basis", NULL);
  g_autoptr (SkhEntry) typed = add (db, "documents", "symbol", "KH/TU", "number", "160a",
                                    "title", "Kế hoạch khác", "role", "Căn cứ", NULL);

  assert_shown (derived, "number", "159");
  assert_shown (typed, "number", "160a");
  assert_shown (typed, "role", "Căn cứ");
  return TRUE;
}

/* — Refused — */

static void
assert_refused (SkhDatabase *db, SkhEntry *entry, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = skh_register_store_check (db, entry, &error);
  SkhRegister *reg = skh_entry_get_register (entry);
  gint64 before = count_all (db, skh_register_get_id (reg), "");

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpuint (((SkhEntryFault *)faults->pdata[0])->field, ==,
                    skh_register_find_field (reg, key));
  g_assert_false (skh_register_store_put (db, entry, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  g_assert_cmpint (count_all (db, skh_register_get_id (reg), ""), ==, before);
}

static gboolean
test_refused (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhRegister) reg = load (db, SAMPLE_ID);
  g_autoptr (SkhEntry) nameless = skh_entry_new (reg);
  g_autoptr (SkhEntry) first = add (db, SAMPLE_ID, "name", "Một", "code", "M1", NULL);
  g_autoptr (SkhEntry) twin = skh_entry_new (reg);
  g_autoptr (SkhEntry) lost = skh_entry_new (reg);
  g_autoptr (SkhEntry) dayless = skh_entry_new (reg);

  type_in (nameless, "number", "1");
  assert_refused (db, nameless, "name");
  type_in (twin, "name", "Hai");
  type_in (twin, "code", "M1");
  assert_refused (db, twin, "code");
  type_in (lost, "name", "Ba");
  type_in (lost, "unit", "không có đơn vị này");
  assert_refused (db, lost, "unit");
  type_in (dayless, "name", "Bốn");
  type_in (dayless, "state", "done");
  assert_refused (db, dayless, "day");
  put (db, first);
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
  g_autoptr (SkhRegister) reg = load (db, SAMPLE_ID);

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
  g_autoptr (SkhRegister) reg = load (db, SAMPLE_ID);
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

/* — Found — */

static gboolean
test_search (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) entry = add (db, SAMPLE_ID, "name", "Thị xã Đức Phổ", "note",
                                    "Học tập", "unit", "A2", NULL);

  add_and_forget (db, SAMPLE_ID, "name", "Nơi khác");
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search duc pho"), ==, 1);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search PHỔ hoc"), ==, 1);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search mau hai"), ==, 1);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search duc khac"), ==, 0);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search o"), ==, 2);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "note : hoc"), ==, 1);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "note : duc"), ==, 0);
  type_in (entry, "name", "Đổi tên");
  put (db, entry);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search duc pho"), ==, 0);
  undo (db);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search duc pho"), ==, 1);
  redo (db);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search doi ten"), ==, 1);
  return TRUE;
}

static gboolean
test_a_renamed_unit (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) entry = add (db, SAMPLE_ID, "name", "Một", "unit", "A1", NULL);
  SkhUnitDraft unit = { .code = "A1",
                        .name = "Đảng ủy phường Mới",
                        .opened = SKH_DATE_NONE,
                        .closed = SKH_DATE_NONE };
  SkhUnitMergeResult result;

  g_assert_true (skh_unit_store_merge (db, &unit, 1, FALSE, &result, error));
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search phuong moi"), ==, 1);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search mau mot"), ==, 0);
  undo (db);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search phuong moi"), ==, 0);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search mau mot"), ==, 1);
  return entry != NULL;
}

static GPtrArray *
read_all (SkhDatabase *db, const char *id, const char *text)
{
  g_autoptr (SkhRegister) reg = load (db, id);
  g_autoptr (SkhRegisterQuery) query = skh_register_query_parse (reg, text, NULL);
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *all = skh_register_store_read_page (db, query, cursor, 1000, NULL, &error);

  g_assert_no_error (error);
  return all;
}

static void
assert_order (SkhDatabase *db, const char *id, const char *query, const char *wanted)
{
  g_autoptr (GPtrArray) all = read_all (db, id, query);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *name = shown (all->pdata[i], "name");

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
    }
  g_assert_cmpstr (names->str, ==, wanted);
}

static gboolean
test_vietnamese_order (SkhDatabase *db, gpointer data, GError **error)
{
  static const char *const names[]
    = { "Đỗ", "Chi bộ 10", "Cà", "Chi bộ 2", "Dương", "Cả nhà", "Cá", "Ca", "Em", "Ấn" };
  static const char *const people[]
    = { "Nguyễn Văn Ánh", "Trần Thị Yến", "Lê An", "Bùi Văn Ánh", "Phạm Bảo Đức" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_and_forget (db, SAMPLE_ID, "name", names[i]);
  assert_order (db, SAMPLE_ID, "sort name",
                "Ấn|Ca|Cà|Cả nhà|Cá|Chi bộ 2|Chi bộ 10|Dương|Đỗ|Em");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    skh_entry_unref (add (db, "people", "name", people[i], "unit", "A1", NULL));
  assert_order (db, "people", "sort name",
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
        = add (db, SAMPLE_ID, "name", rows[i].name, "period", rows[i].period, "state",
               rows[i].state, "unit", rows[i].unit, "day",
               g_str_equal (rows[i].state, "done") ? "1/1/2023" : "", NULL);

      g_assert_nonnull (entry);
    }
  assert_order (db, SAMPLE_ID, "sort period", "f|b|d|a|c|e");
  assert_order (db, SAMPLE_ID, "sort state\nsort name", "b|e|c|f|a|d");
  assert_order (db, SAMPLE_ID, "sort state desc\nsort name", "a|c|f|b|e|d");
  assert_order (db, SAMPLE_ID, "sort unit\nsort name", "e|a|c|b|f|d");
  assert_order (db, SAMPLE_ID, "period in 2023-H1\nsort name", "a|c|d");
  assert_order (db, SAMPLE_ID, "period in 2023\nsort name", "a|b|c|d");
  assert_order (db, SAMPLE_ID, "state = open\nstate = bad\nsort name", "a|b|e");
  assert_order (db, SAMPLE_ID, "state empty", "d");
  assert_order (db, SAMPLE_ID, "day in 2023-Q1\nsort name", "c|f");
  assert_order (db, SAMPLE_ID, "file given", "");
  return TRUE;
}

static gboolean
test_units_under (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) below = add (db, SAMPLE_ID, "name", "dưới", "unit", "A1", NULL);
  g_autoptr (SkhEntry) top = add (db, SAMPLE_ID, "name", "trên", "unit", "ROOT", NULL);
  g_autofree char *under_top
    = g_strdup_printf ("unit in #%" G_GINT64_FORMAT,
                       skh_entry_get_value_by_key (top, "unit")->id);
  g_autofree char *under_below
    = g_strdup_printf ("unit in #%" G_GINT64_FORMAT,
                       skh_entry_get_value_by_key (below, "unit")->id);

  g_assert_cmpint (count_all (db, SAMPLE_ID, under_top), ==, 2);
  g_assert_cmpint (count_all (db, SAMPLE_ID, under_below), ==, 1);
  return TRUE;
}

static gboolean
test_suggestions (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhRegister) reg = load (db, SAMPLE_ID);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) names = NULL;

  for (guint i = 0; i < 3; i++)
    add_and_forget (db, SAMPLE_ID, "name", i == 2 ? "Họp dân" : "Họp chi bộ");
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

/* — Many at once — */

static gboolean
test_bulk (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhRegister) reg = load (db, SAMPLE_ID);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint field = skh_register_find_field (reg, "number");
  SkhValue seven = { .is_set = TRUE, .number = 7 };
  gint64 n_acts;
  g_autoptr (GPtrArray) before = skh_act_list (db, NULL);
  g_autoptr (GPtrArray) after = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SkhEntry) entry = add (db, SAMPLE_ID, "name", "Một", NULL);
      gint64 id = skh_entry_get_id (entry);

      g_array_append_val (ids, id);
    }
  n_acts = before->len + 20;
  g_assert_true (skh_register_store_set_field (db, reg, (gint64 *)ids->data, 20, field,
                                               &seven, error));
  g_assert_cmpint (count_all (db, SAMPLE_ID, "number = 7"), ==, 20);
  undo (db);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "number = 7"), ==, 0);
  g_assert_true (skh_register_store_remove (db, reg, (gint64 *)ids->data, 20, error));
  g_assert_cmpint (count_all (db, SAMPLE_ID, ""), ==, 0);
  undo (db);
  g_assert_cmpint (count_all (db, SAMPLE_ID, "search mot"), ==, 20);
  after = skh_act_list (db, NULL);
  g_assert_cmpint (after->len, ==, n_acts + 2);
  return TRUE;
}

static gboolean
test_same_again_is_no_act (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) entry = add (db, SAMPLE_ID, "name", "Một", "number", "1", NULL);
  g_autoptr (GPtrArray) before = skh_act_list (db, NULL);
  g_autoptr (GPtrArray) after = NULL;

  put (db, entry);
  after = skh_act_list (db, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
  return TRUE;
}

static gboolean
test_what_is_referred_to_stays (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) document
    = add (db, "documents", "title", "Văn bản mẫu", "role", "guidance", NULL);
  g_autoptr (SkhEntry) entry
    = add (db, SAMPLE_ID, "name", "Dựa vào", "document", "Văn bản mẫu", NULL);
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

/* — Own fields and registers — */

static gboolean
test_own_field (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhFieldDraft) draft = skh_field_draft_new (SKH_FIELD_TEXT, "Nơi lưu");
  g_autoptr (SkhEntry) old
    = add (db, "documents", "title", "Cũ", "role", "guidance", NULL);
  g_autoptr (SkhEntry) entry = NULL;
  g_autoptr (SkhRegister) without = NULL;

  g_assert_true (skh_register_edit_put_field (db, "documents", draft, error));
  g_assert_cmpstr (draft->key, ==, "noi_luu");
  entry = add (db, "documents", "title", "Mới", "role", "guidance", "noi_luu", "Tủ số 3",
               NULL);
  assert_shown (entry, "noi_luu", "Tủ số 3");
  g_assert_cmpint (count_all (db, "documents", "search tu so"), ==, 1);
  g_assert_cmpint (count_all (db, "documents", "noi_luu = Tủ số 3"), ==, 1);
  g_assert_cmpint (count_all (db, "documents", "noi_luu empty"), ==, 1);

  g_assert_true (skh_register_edit_remove_field (db, draft->id, error));
  without = load (db, "documents");
  g_assert_cmpuint (skh_register_find_field (without, "noi_luu"), ==, SKH_NO_FIELD);
  g_assert_cmpint (count_all (db, "documents", "search tu so"), ==, 0);
  undo (db);
  g_assert_cmpint (count_all (db, "documents", "search tu so"), ==, 1);
  undo (db);
  undo (db);
  g_clear_pointer (&without, skh_register_unref);
  without = load (db, "documents");
  g_assert_cmpuint (skh_register_find_field (without, "noi_luu"), ==, SKH_NO_FIELD);
  redo (db);
  redo (db);
  g_assert_cmpint (count_all (db, "documents", "noi_luu = Tủ số 3"), ==, 1);
  return TRUE;
}

static gboolean
test_own_choices (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhFieldDraft) draft = skh_field_draft_new (SKH_FIELD_CHOICE, "Độ mật");
  g_autoptr (SkhFieldDraft) later = NULL;
  g_autoptr (SkhRegister) reg = NULL;
  g_autoptr (GError) refusal = NULL;

  skh_field_draft_add_choice (draft, NULL, "Thường");
  skh_field_draft_add_choice (draft, NULL, "Mật");
  g_assert_true (skh_register_edit_put_field (db, SAMPLE_ID, draft, error));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SkhEntry) entry = add (db, SAMPLE_ID, "name",
                                        i == 0   ? "a"
                                        : i == 1 ? "b"
                                                 : "c",
                                        "do_mat", i == 1 ? "Thường" : "mat", NULL);

      g_assert_nonnull (entry);
    }
  assert_order (db, SAMPLE_ID, "sort do_mat\nsort name", "b|a|c");

  reg = load (db, SAMPLE_ID);
  later = skh_field_draft_of (
    skh_register_get_field (reg, skh_register_find_field (reg, "do_mat")));
  g_ptr_array_remove_index (later->choices, 0);
  g_assert_false (skh_register_edit_put_field (db, SAMPLE_ID, later, &refusal));
  g_assert_error (refusal, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  skh_field_draft_add_choice (later, "thuong", "Bình thường");
  g_assert_true (skh_register_edit_put_field (db, SAMPLE_ID, later, error));
  assert_order (db, SAMPLE_ID, "sort do_mat\nsort name", "a|c|b");
  assert_order (db, SAMPLE_ID, "do_mat = Bình thường", "b");
  undo (db);
  assert_order (db, SAMPLE_ID, "sort do_mat\nsort name", "b|a|c");
  return TRUE;
}

static gboolean
test_own_register (SkhDatabase *db, gpointer data, GError **error)
{
  SkhFieldDraft *fields[] = {
    skh_field_draft_new (SKH_FIELD_TEXT, "Tên sách"),
    skh_field_draft_new (SKH_FIELD_UNIT, "Đơn vị"),
    skh_field_draft_new (SKH_FIELD_DAY, "Ngày mượn"),
  };
  g_autofree char *id = NULL;
  g_autoptr (SkhEntry) entry = NULL;
  g_autoptr (GError) gone = NULL;
  g_autoptr (GError) refusal = NULL;

  g_assert_true (skh_register_edit_add_register (db, "Tủ sách", "Sách cho mượn", fields,
                                                 3, &id, error));
  g_assert_cmpstr (id, ==, "tu-sach");
  entry = add (db, id, "ten_sach", "Đường Kách mệnh", "don_vi", "A1", "ngay_muon",
               "3/2/2023", NULL);
  g_assert_cmpint (count_all (db, id, "search kach menh"), ==, 1);
  g_assert_cmpint (count_all (db, id, "search mau mot"), ==, 1);
  g_assert_cmpint (count_all (db, id, "ngay_muon in 2023-02"), ==, 1);
  g_assert_false (skh_register_edit_remove_register (db, id, &refusal));
  g_assert_error (refusal, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  undo (db);
  g_assert_cmpint (count_all (db, id, ""), ==, 0);
  undo (db);
  g_assert_null (skh_register_store_load_register (db, id, &gone));
  g_assert_error (gone, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND);
  redo (db);
  redo (db);
  g_assert_cmpint (count_all (db, id, "search kach menh"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    skh_field_draft_free (fields[i]);
  return TRUE;
}

static gboolean
test_own_field_refused (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhFieldDraft) nameless = skh_field_draft_new (SKH_FIELD_TEXT, "  ");
  g_autoptr (SkhFieldDraft) known = skh_field_draft_new (SKH_FIELD_TEXT, "trích yếu");
  g_autoptr (SkhFieldDraft) choiceless = skh_field_draft_new (SKH_FIELD_CHOICE, "Loại");
  g_autoptr (SkhFieldDraft) file = skh_field_draft_new (SKH_FIELD_FILE, "Tệp nữa");
  SkhFieldDraft *drafts[] = { nameless, known, choiceless, file };

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (GError) refusal = NULL;

      g_assert_false (skh_register_edit_put_field (db, "documents", drafts[i], &refusal));
      g_assert_error (refusal, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
    }
  return TRUE;
}

static gboolean
test_saved_views (SkhDatabase *db, gpointer data, GError **error)
{
  gint64 id = 0;
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_assert_true (skh_register_edit_put_view (db, SAMPLE_ID, &id, "Xong rồi",
                                             "state = done\nsort day desc\n", error));
  views = skh_register_edit_list_views (db, SAMPLE_ID, error);
  g_assert_cmpuint (views->len, ==, 1);
  g_assert_cmpstr (((SkhSavedView *)views->pdata[0])->query, ==,
                   "state = done\nsort day desc\n");
  undo (db);
  none = skh_register_edit_list_views (db, SAMPLE_ID, error);
  g_assert_cmpuint (none->len, ==, 0);
  return TRUE;
}

/* — Links, files, recipients — */

static gboolean
test_links (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) document
    = add (db, "documents", "title", "Văn bản mẫu", "role", "guidance", NULL);
  g_autoptr (SkhEntry) entry = add (db, SAMPLE_ID, "name", "Một", NULL);
  SkhThing from = { "sample", skh_entry_get_id (entry) };
  SkhThing to = { "document", skh_entry_get_id (document) };
  gint64 id = to.id;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  g_assert_true (skh_link_store_add (db, &from, &to, error));
  g_assert_true (skh_link_store_add (db, &from, &to, error));
  links = skh_link_store_list (db, &from, NULL, error);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpstr (((SkhLink *)links->pdata[0])->text, ==, "Văn bản mẫu");
  back = skh_link_store_list (db, &to, "sample", error);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_false (((SkhLink *)back->pdata[0])->outgoing);
  g_assert_true (
    skh_register_store_remove (db, skh_entry_get_register (document), &id, 1, error));
  gone = skh_link_store_list (db, &from, NULL, error);
  g_assert_cmpuint (gone->len, ==, 0);
  return TRUE;
}

static char *
write_file (Fixture *fixture, const char *name, const char *text, gssize size)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, size, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
test_attachments (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *path = write_file (data, "tệp một.pdf", "nội dung", -1);
  g_autofree char *twin = write_file (data, "tệp hai.pdf", "nội dung", -1);
  g_autofree char *other = write_file (data, "khác.pdf", "khác hẳn", -1);
  g_autoptr (SkhEntry) document
    = add (db, "documents", "title", "Văn bản mẫu", "role", "guidance", NULL);
  g_autoptr (SkhEntry) again = NULL;
  SkhThing thing = { "document", skh_entry_get_id (document) };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) refusal = NULL;
  gint64 id;

  g_assert_true (skh_attachment_store_add (db, &thing, "file", path, &id, error));
  g_assert_true (skh_attachment_store_add (db, &thing, "file", twin, NULL, error));
  list = skh_attachment_store_list (db, &thing, "file", error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_false (((SkhAttachment *)list->pdata[0])->is_missing);
  content = skh_attachment_store_read (db, id, error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                   "nội dung", strlen ("nội dung"));
  again = read_again (db, document);
  assert_shown (again, "file", "tệp một.pdf; tệp hai.pdf");
  g_assert_cmpint (count_all (db, "documents", "file given"), ==, 1);
  undo (db);
  undo (db);
  g_assert_cmpint (count_all (db, "documents", "file given"), ==, 0);
  redo (db);
  g_clear_pointer (&content, g_bytes_unref);
  content = skh_attachment_store_read (db, id, error);
  g_assert_nonnull (content);
  g_assert_false (skh_attachment_store_restore (db, id, other, &refusal));
  g_assert_error (refusal, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  return skh_attachment_store_restore (db, id, twin, error);
}

static gboolean
test_attachments_refused (SkhDatabase *db, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autofree char *empty = write_file (fixture, "rỗng.pdf", "", 0);
  g_autofree char *large = write_file (fixture, "lớn.pdf", "x", 1);
  g_autofree char *gone = g_build_filename (fixture->folder, "không có.pdf", NULL);
  const char *paths[] = { empty, large, gone, fixture->folder };
  g_autoptr (SkhEntry) document
    = add (db, "documents", "title", "Văn bản mẫu", "role", "guidance", NULL);
  SkhThing thing = { "document", skh_entry_get_id (document) };
  g_autoptr (GPtrArray) list = NULL;

  g_assert_cmpint (truncate (large, SKH_ATTACHMENT_MAX_SIZE + 1), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) refusal = NULL;

      g_assert_false (
        skh_attachment_store_add (db, &thing, "file", paths[i], NULL, &refusal));
      g_assert_error (refusal, SKH_STORE_ERROR,
                      (i == 2 ? SKH_STORE_ERROR_NOT_FOUND : SKH_STORE_ERROR_INVALID));
    }
  list = skh_attachment_store_list (db, &thing, NULL, error);
  g_assert_cmpuint (list->len, ==, 0);
  return TRUE;
}

static gboolean
test_recipients (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) document
    = add (db, "documents", "title", "Văn bản mẫu", "role", "guidance", NULL);
  SkhThing thing = { "document", skh_entry_get_id (document) };
  SkhRecipient first = { .name = (char *)"Ban Tuyên giáo mẫu", .sent_on = SKH_DATE_NONE };
  SkhRecipient second = { .name = (char *)"Lưu", .sent_on = SKH_DATE_NONE };
  g_autoptr (GPtrArray) list = NULL;
  gint64 ids[2];

  g_assert_true (skh_recipient_store_put (db, &thing, &first, error));
  g_assert_true (skh_recipient_store_put (db, &thing, &second, error));
  ids[0] = first.id;
  ids[1] = second.id;
  g_assert_true (skh_recipient_store_mark_sent (db, ids, 2, skh_date_new (2023, 4, 5),
                                                "trực tiếp", error));
  g_assert_true (skh_recipient_store_move (db, second.id, 0, error));
  list = skh_recipient_store_list (db, &thing, error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((SkhRecipient *)list->pdata[0])->name, ==, "Lưu");
  g_assert_cmpint (((SkhRecipient *)list->pdata[1])->sent_on, ==,
                   skh_date_new (2023, 4, 5));
  g_assert_cmpstr (((SkhRecipient *)list->pdata[1])->sent_how, ==, "trực tiếp");
  g_assert_true (skh_register_store_remove (db, skh_entry_get_register (document),
                                            &thing.id, 1, error));
  undo (db);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = skh_recipient_store_list (db, &thing, error);
  g_assert_cmpuint (list->len, ==, 2);
  return TRUE;
}

#define ADD(path, func)                                                                  \
  g_test_add ("/register/" path, Fixture, (gconstpointer)func, set_up, run_test,         \
              tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_sample_declare ();
  ADD ("every-type", test_every_type);
  ADD ("nothing-but-the-name", test_nothing_but_the_name);
  ADD ("document-number", test_document_number);
  ADD ("refused", test_refused);
  ADD ("faults-of-typing", test_faults_of_typing);
  ADD ("periods-as-typed", test_periods_as_typed);
  ADD ("search", test_search);
  ADD ("a-renamed-unit", test_a_renamed_unit);
  ADD ("vietnamese-order", test_vietnamese_order);
  ADD ("other-orders", test_other_orders);
  ADD ("units-under", test_units_under);
  ADD ("suggestions", test_suggestions);
  ADD ("bulk", test_bulk);
  ADD ("same-again-is-no-act", test_same_again_is_no_act);
  ADD ("what-is-referred-to-stays", test_what_is_referred_to_stays);
  ADD ("own-field", test_own_field);
  ADD ("own-choices", test_own_choices);
  ADD ("own-register", test_own_register);
  ADD ("own-field-refused", test_own_field_refused);
  ADD ("saved-views", test_saved_views);
  ADD ("links", test_links);
  ADD ("attachments", test_attachments);
  ADD ("attachments-refused", test_attachments_refused);
  ADD ("recipients", test_recipients);
  return g_test_run ();
}
