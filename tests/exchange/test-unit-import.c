/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-draft.h"
#include "skh-stores.h"
#include "skh-unit-import.h"
#include "skh-workbook-maker.h"

#include <glib/gstdio.h>
#include <string.h>

/* The sample workbook: ROOT; A1, A2, A3 of group A and B1, all under ROOT. */
typedef struct
{
  char *folder, *path;
  SkhWorkbook *workbook;
  SkhUnitImport *import;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("so-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "sổ.skh", NULL);
  fixture->workbook = skh_workbook_maker_create (fixture->path, draft, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->import, skh_unit_import_free);
  skh_workbook_maker_discard (fixture->workbook);
  /* Only empty folders go: this fails when the maker leaves something behind. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static SkhLedger *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger = skh_workbook_load_ledger (fixture->workbook, 0, &error);

  g_assert_no_error (error);
  return ledger;
}

static void
preview (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = load (fixture);
  g_autoptr (SkhListSource) source
    = skh_list_source_read_text (text, strlen (text), "dv.csv", &error);

  g_assert_no_error (error);
  g_clear_pointer (&fixture->import, skh_unit_import_free);
  fixture->import = skh_unit_import_new (ledger);
  skh_unit_import_add_source (fixture->import, source, &error);
  g_assert_no_error (error);
  skh_unit_import_preview (fixture->import);
}

/* added, changed, same, refused; and every row is one of them. */
static void
assert_counts (Fixture *fixture, guint added, guint changed, guint same, guint refused)
{
  SkhUnitImport *import = fixture->import;

  g_assert_cmpuint (skh_unit_import_get_result (import)->counts[SKH_IMPORT_ADDED], ==,
                    added);
  g_assert_cmpuint (skh_unit_import_get_result (import)->counts[SKH_IMPORT_CHANGED], ==,
                    changed);
  g_assert_cmpuint (skh_unit_import_get_result (import)->counts[SKH_IMPORT_SAME], ==,
                    same);
  g_assert_cmpuint (skh_unit_import_get_result (import)->counts[SKH_IMPORT_REFUSED], ==,
                    refused);
  g_assert_cmpuint (skh_unit_import_get_result (import)->n_rows, ==,
                    added + changed + same + refused);
}

/* The preview's counts are those of what the store then did. */
static void
apply (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint before[SKH_N_IMPORT_OUTCOMES];

  for (guint i = 0; i < SKH_N_IMPORT_OUTCOMES; i++)
    before[i] = skh_unit_import_get_result (fixture->import)->counts[i];
  skh_unit_import_apply (fixture->import, fixture->workbook, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < SKH_N_IMPORT_OUTCOMES; i++)
    g_assert_cmpuint (skh_unit_import_get_result (fixture->import)->counts[i], ==,
                      before[i]);
}

/* "B3=x": the cell and value of fault number i. */
static void
assert_fault (Fixture *fixture, guint i, const char *cell, const char *value)
{
  GPtrArray *faults = skh_unit_import_get_result (fixture->import)->faults;
  const SkhImportFault *fault;

  g_assert_cmpuint (i, <, faults->len);
  fault = faults->pdata[i];
  g_assert_cmpstr (fault->file, ==, "dv.csv");
  g_assert_null (fault->sheet);
  g_assert_cmpstr (fault->cell, ==, cell);
  g_assert_cmpstr (fault->value, ==, value);
  g_assert_cmpuint (strlen (fault->why), >, 10);
}

static const SkhUnit *
get_unit (SkhLedger *ledger, const char *code)
{
  guint index = skh_ledger_find_unit (ledger, code);

  g_assert_cmpuint (index, !=, SKH_NO_INDEX);
  return &skh_ledger_get_units (ledger, NULL)[index];
}

static void
test_as_offices_write_it (Fixture *fixture, gconstpointer data)
{
  const char *list = "DANH SÁCH ĐƠN VỊ;;;;;\n"
                     ";;;;;\n"
                     "TT;Tên đơn vị;Tên gọn;Trực thuộc;Khối;Ngày thành lập\n"
                     "I;Các đảng ủy mẫu;;;;\n"
                     "1;Đảng ủy xã Mẫu Bốn;ĐU Bốn;Đảng ủy mẫu;;15/4/2023\n"
                     "2;Đảng ủy xã Mẫu Một;;;;\n"
                     ";;;;;\n"
                     "3;Đảng uỷ xã Mẫu Hai;;;;\n"
                     "TỔNG;3;;;;\n";
  g_autoptr (SkhLedger) ledger = NULL;
  const SkhUnit *unit;

  preview (fixture, list);
  /* uỷ is ủy: the same unit, its name now written so. */
  assert_counts (fixture, 1, 1, 1, 0);
  g_assert_cmpuint (skh_unit_import_get_result (fixture->import)->n_skipped, ==, 2);
  apply (fixture);

  ledger = load (fixture);
  unit = get_unit (ledger, "DANG-UY-XA-MAU-BON");
  g_assert_cmpstr (unit->short_name, ==, "ĐU Bốn");
  g_assert_cmpstr (unit->groups[0], ==, "A");
  g_assert_cmpint (unit->opened, ==, skh_date_new (2023, 4, 15));
  g_assert_cmpstr (skh_ledger_get_units (ledger, NULL)[unit->parent].code, ==, "ROOT");
  g_assert_cmpstr (get_unit (ledger, "A2")->name, ==, "Đảng uỷ xã Mẫu Hai");

  preview (fixture, list);
  assert_counts (fixture, 0, 0, 3, 0);
}

static void
test_codes_and_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;

  preview (fixture, "code,name,parent,groups,opened,closed\n"
                    "a1,Đảng ủy xã Mẫu Một,root,A,,\n"
                    "B1,,,\"Các đảng ủy mẫu\",2023-02-01,31/12/2023\n"
                    "C1,Ban mới,B1,,,\n");
  assert_counts (fixture, 1, 1, 1, 0);
  apply (fixture);
  ledger = load (fixture);
  g_assert_cmpstr (get_unit (ledger, "B1")->groups[0], ==, "A");
  g_assert_cmpint (get_unit (ledger, "B1")->closed, ==, skh_date_new (2023, 12, 31));
  g_assert_cmpstr (get_unit (ledger, "C1")->name, ==, "Ban mới");
  /* The new member owes what its group owes. */
  g_assert_cmpuint (skh_ledger_find_assignment (ledger,
                                                skh_ledger_find_task (ledger, "1"),
                                                skh_ledger_find_unit (ledger, "B1"),
                                                SKH_PERIOD_INIT_NONE),
                    !=, SKH_NO_INDEX);
}

static gboolean
undo (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *label = skh_act_undo (db, error);

  return label != NULL;
}

static guint
count_units (Fixture *fixture)
{
  g_autoptr (SkhLedger) ledger = load (fixture);
  guint n;

  skh_ledger_get_units (ledger, &n);
  return n;
}

static void
test_one_act (Fixture *fixture, gconstpointer data)
{
  guint n = count_units (fixture);
  g_autoptr (GError) error = NULL;

  preview (fixture, "Mã;Tên\nX1;Một\nX2;Hai\nX3;Ba\n");
  g_assert_cmpuint (count_units (fixture), ==, n);
  apply (fixture);
  g_assert_cmpuint (count_units (fixture), ==, n + 3);
  skh_workbook_run (fixture->workbook, undo, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_units (fixture), ==, n);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  preview (fixture, "Mã;Tên;Trực thuộc;Khối;Thành lập;Kết thúc\n"
                    "N1;Mới một;Không có;;;\n"
                    "N2;Mới hai;;KHÔNG;;\n"
                    "N3;Mới ba;;;31/2/2023;\n"
                    "N4;Mới bốn;;;1/5/2023;30/4/2023\n"
                    "N5;Mới năm;N1;;;\n"
                    "A1;Đảng ủy xã Mẫu Một;;;;\n"
                    "A1;Lần hai;;;;\n"
                    "N6;;;;;\n"
                    "A;Mã của khối;;;;\n"
                    "N 7;Có dấu cách;;;;\n"
                    "N8;Chi bộ;;CELLS;;\n");
  assert_counts (fixture, 0, 0, 1, 10);
  assert_fault (fixture, 0, "D3", "KHÔNG");
  assert_fault (fixture, 1, "E4", "31/2/2023");
  assert_fault (fixture, 2, "F5", "30/4/2023");
  assert_fault (fixture, 3, "A8", "A1");
  assert_fault (fixture, 4, "B9", "");
  assert_fault (fixture, 5, "A10", "A");
  assert_fault (fixture, 6, "A11", "N 7");
  assert_fault (fixture, 7, "D12", "CELLS");
  assert_fault (fixture, 8, "C2", "Không có");
  assert_fault (fixture, 9, "C6", "N1");
  g_assert_cmpuint (skh_unit_import_get_result (fixture->import)->faults->len, ==, 10);
}

static void
test_circles (Fixture *fixture, gconstpointer data)
{
  preview (fixture, "Mã;Tên;Trực thuộc\n"
                    "P;Pê;Q\n"
                    "Q;Quy;R\n"
                    "R;Rờ;P\n"
                    "S;Sờ;P\n"
                    "ROOT;;A1\n"
                    "T;Tê;T\n");
  assert_counts (fixture, 0, 0, 0, 6);
  g_assert_cmpuint (skh_unit_import_get_result (fixture->import)->faults->len, ==, 6);
}

/* Parent and child change places: never a circle, in whatever order the rows stand. */
static void
test_swap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;

  preview (fixture, "Mã;Tên;Trực thuộc\nA1;;B1\n");
  apply (fixture);
  preview (fixture, "Mã;Tên;Trực thuộc\nB1;;A1\nA1;;ROOT\n");
  assert_counts (fixture, 0, 2, 0, 0);
  apply (fixture);
  ledger = load (fixture);
  g_assert_cmpstr (
    skh_ledger_get_units (ledger, NULL)[get_unit (ledger, "B1")->parent].code, ==, "A1");
}

static void
test_headings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;

  preview (fixture, "TT;Tên;Khối\n"
                    "I;Khối lạ;\n"
                    "1;Ban thứ nhất;\n"
                    "II. Khối A;;\n"
                    "2;Ban thứ hai;\n"
                    "TT;Tên;Khối\n"
                    "Tổng cộng:;;\n");
  assert_counts (fixture, 2, 0, 0, 1);
  assert_fault (fixture, 0, "B2", "Khối lạ");
  g_assert_cmpuint (skh_unit_import_get_result (fixture->import)->n_skipped, ==, 3);
  apply (fixture);
  ledger = load (fixture);
  g_assert_null (get_unit (ledger, "BAN-THU-NHAT")->groups[0]);
  g_assert_cmpstr (get_unit (ledger, "BAN-THU-HAI")->groups[0], ==, "A");
}

static void
test_no_header (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = load (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhListSource) source
    = skh_list_source_read_text ("1;2\n3;4\n", 8, "dv.csv", &error);

  fixture->import = skh_unit_import_new (ledger);
  g_assert_false (skh_unit_import_add_source (fixture->import, source, &error));
  g_assert_error (error, SKH_IMPORT_ERROR, SKH_IMPORT_ERROR_NO_HEADER);
  g_assert_cmpuint (skh_unit_import_get_result (fixture->import)->n_rows, ==, 0);
}

#define ADD(name, function)                                                              \
  g_test_add ("/unit-import/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("as-offices-write-it", test_as_offices_write_it);
  ADD ("codes-and-groups", test_codes_and_groups);
  ADD ("one-act", test_one_act);
  ADD ("faults", test_faults);
  ADD ("circles", test_circles);
  ADD ("swap", test_swap);
  ADD ("headings", test_headings);
  ADD ("no-header", test_no_header);
  return g_test_run ();
}
