/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists into a register that nothing but a declaration makes, and out of it again: to a
   sheet, whose rows taken in again change nothing. */
#include "register-sample.h"
#include "sample-draft.h"
#include "skh-register-edit.h"
#include "skh-register-import.h"
#include "skh-register-report.h"
#include "skh-register-store.h"
#include "skh-sheet-writer.h"
#include "skh-stores.h"

#include <glib/gstdio.h>
#include <string.h>

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

static SkhRegisterImport *
preview (Fixture *fixture, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhListSource) source
    = skh_list_source_read_text (text, strlen (text), "danh sách.csv", &error);
  SkhRegisterImport *import;

  g_assert_no_error (error);
  import = skh_register_import_new (fixture->workbook, id, 2023, &error);
  g_assert_no_error (error);
  skh_register_import_add_source (import, source, &error);
  g_assert_no_error (error);
  skh_register_import_preview (import, &error);
  g_assert_no_error (error);
  return import;
}

static void
assert_counts (SkhRegisterImport *import,
               guint added,
               guint changed,
               guint same,
               guint refused)
{
  GPtrArray *faults = skh_register_import_get_result (import)->faults;

  for (guint i = 0; i < faults->len; i++)
    {
      const SkhImportFault *fault = faults->pdata[i];

      g_test_message ("%s “%s”: %s", fault->cell, fault->value, fault->why);
    }
  g_assert_cmpuint (skh_register_import_get_result (import)->counts[SKH_IMPORT_ADDED], ==,
                    added);
  g_assert_cmpuint (skh_register_import_get_result (import)->counts[SKH_IMPORT_CHANGED],
                    ==, changed);
  g_assert_cmpuint (skh_register_import_get_result (import)->counts[SKH_IMPORT_SAME], ==,
                    same);
  g_assert_cmpuint (skh_register_import_get_result (import)->counts[SKH_IMPORT_REFUSED],
                    ==, refused);
  g_assert_cmpuint (skh_register_import_get_result (import)->n_rows, ==,
                    added + changed + same + refused);
}

static void
take_in (Fixture *fixture, const char *id, const char *text)
{
  g_autoptr (SkhRegisterImport) import = preview (fixture, id, text);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (skh_register_import_get_result (import)->counts[SKH_IMPORT_REFUSED],
                    ==, 0);
  skh_register_import_apply (import, &error);
  g_assert_no_error (error);
}

/* A fault at this cell with this text in its sentence. */
static void
assert_fault (SkhRegisterImport *import, const char *cell, const char *why)
{
  GPtrArray *faults = skh_register_import_get_result (import)->faults;

  for (guint i = 0; i < faults->len; i++)
    {
      const SkhImportFault *fault = faults->pdata[i];

      g_assert_cmpstr (fault->file, ==, "danh sách.csv");
      if (g_str_equal (fault->cell, cell) && strstr (fault->why, why) != NULL)
        return;
    }
  g_test_fail_printf ("no fault at %s that says “%s”", cell, why);
}

typedef struct
{
  const char *id, *query;
  gint64 n;
} CountCall;

static gboolean
run_count (SkhDatabase *db, gpointer data, GError **error)
{
  CountCall *call = data;
  g_autoptr (SkhRegister) reg = skh_register_store_load_register (db, call->id, error);
  g_autoptr (SkhRegisterQuery) query = skh_register_query_parse (reg, call->query, NULL);

  return skh_register_store_count (db, query, NULL, &call->n, error);
}

static gint64
count (Fixture *fixture, const char *id, const char *query)
{
  CountCall call = { id, query, -1 };
  g_autoptr (GError) error = NULL;

  skh_workbook_run (fixture->workbook, run_count, &call, &error);
  g_assert_no_error (error);
  return call.n;
}

static gboolean
run_undo (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *label = skh_act_undo (db, error);

  return label != NULL;
}

static gboolean
run_redo (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *label = skh_act_redo (db, error);

  return label != NULL;
}

static void
run (Fixture *fixture, SkhWorkbookFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (fixture->workbook, func, data, &error);
  g_assert_no_error (error);
}

#define PEOPLE "Họ và tên;Đơn vị\nNguyễn Văn Mẫu;A1\nLê Mẫu;A2\n"
#define DOCUMENTS "Số, ký hiệu;Trích yếu\n5-KH/ĐU;Kế hoạch mẫu\n6-BC/ĐU;Báo cáo mẫu\n"
#define SAMPLES                                                                                                          \
  "SỔ MẪU\n\n"                                                                                                       \
  "STT;Tên gọi;Mã số;Nội dung;Số lượng;Đảng viên dự;Ngày;Kỳ;Đơn vị;Người;Văn bản;Tình " \
  "trạng;Cột lạ\n"                                                                                                 \
  "1;Lần một;M1;Dài dòng;1.200;38/40;5/4;;A1;Nguyễn Văn Mẫu;5-KH/ĐU;Xong;x\n"                                \
  "2;Lần hai;M2;;;7;;quý I/2023;Đảng ủy xã Mẫu Hai;Lê Mẫu;6-BC/ĐU, Báo cáo mẫu;;\n"                   \
  "3;Lần ba;;;0;0/0;1/1/2024;;;;;Đang làm;\n"                                                                        \
  "\n;Người lập;;;;;;;;;;;\n"

static void
take_in_all (Fixture *fixture)
{
  take_in (fixture, "people", PEOPLE);
  take_in (fixture, "documents", DOCUMENTS);
  take_in (fixture, SAMPLE_ID, SAMPLES);
}

static void
test_every_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhRegisterImport) import = NULL;

  take_in_all (fixture);
  g_assert_cmpint (count (fixture, SAMPLE_ID, ""), ==, 3);
  g_assert_cmpint (count (fixture, SAMPLE_ID, "members = 38/40\nday in 2023-Q2"), ==, 1);
  g_assert_cmpint (count (fixture, SAMPLE_ID, "period = 2023-Q1\nsearch mau hai"), ==, 1);
  g_assert_cmpint (count (fixture, SAMPLE_ID, "period = 2024-Q1\nnumber = 0"), ==, 1);
  g_assert_cmpint (count (fixture, SAMPLE_ID, "search nguyen ke hoach\nstate = done"), ==,
                   1);
  import = preview (fixture, SAMPLE_ID, SAMPLES);
  assert_counts (import, 0, 0, 3, 0);
  g_assert_cmpuint (skh_register_import_get_result (import)->n_skipped, ==, 1);
}

static void
test_one_act (Fixture *fixture, gconstpointer data)
{
  take_in_all (fixture);
  run (fixture, run_undo, NULL);
  g_assert_cmpint (count (fixture, SAMPLE_ID, ""), ==, 0);
  run (fixture, run_redo, NULL);
  g_assert_cmpint (count (fixture, SAMPLE_ID, "search lan"), ==, 3);
}

static void
test_what_is_not_said_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhRegisterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  take_in_all (fixture);
  import = preview (fixture, SAMPLE_ID,
                    "Tên,Mã số,Số lượng\nTên mới,M1,\nLần hai,M2,9\nLần tư,M4,1\n");
  assert_counts (import, 1, 2, 0, 0);
  skh_register_import_apply (import, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, SAMPLE_ID, "name = Tên mới\nnumber = 1200"), ==, 1);
  g_assert_cmpint (count (fixture, SAMPLE_ID, "name = Lần hai\nnumber = 9\nmembers = 7"),
                   ==, 1);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhRegisterImport) import
    = preview (fixture, SAMPLE_ID,
               "Tên gọi;Mã số;Ngày;Đảng viên dự;Đơn vị;Tình trạng;Số lượng\n"
               "a;M1;31/2/2023;;;;\n"
               "b;M2;;9/8;;;\n"
               "c;M3;;;Nơi nào;;\n"
               "d;M4;;;;xong;\n"
               ";M5;1/2/2023;;;;\n"
               "f;M6;;;;gì đó;nhiều\n"
               "g;M7;;;;;\n"
               "h;M7;;;;;\n"
               "i;M8;;;;;3\n"
               "i;M8;;;;;3\n");

  assert_counts (import, 2, 0, 1, 7);
  assert_fault (import, "C2", "15/4/2023");
  assert_fault (import, "D3", "Members");
  assert_fault (import, "E4", "Nơi nào");
  assert_fault (import, "C5", "What is done has a day.");
  assert_fault (import, "A6", "filled in");
  assert_fault (import, "F7", "Open");
  assert_fault (import, "G7", "1234");
  assert_fault (import, "A9", "Row 8");
}

static void
test_no_header (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *text = "Một,Hai\n1,2\n";
  g_autoptr (SkhListSource) source
    = skh_list_source_read_text (text, strlen (text), "lạ.csv", &error);
  g_autoptr (SkhRegisterImport) import
    = skh_register_import_new (fixture->workbook, SAMPLE_ID, 2023, NULL);

  g_assert_false (skh_register_import_add_source (import, source, &error));
  g_assert_error (error, SKH_IMPORT_ERROR, SKH_IMPORT_ERROR_NO_HEADER);
  g_assert_nonnull (strstr (error->message, "Tên gọi"));
  g_assert_cmpuint (skh_register_import_get_result (import)->n_rows, ==, 0);
}

/* The issuer tells "TU" of the province from "TU" of the town; a day fills in. */
static void
test_documents_told_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhRegisterImport) import = NULL;

  take_in (fixture, "documents",
           "Số ký hiệu;Cơ quan ban hành;Ngày;Trích yếu\n"
           "07-CT/TU;Tỉnh ủy;;Chỉ thị tỉnh\n07-CT/TU;Thị ủy;;Chỉ thị thị xã\n");
  import = preview (fixture, "documents",
                    "Số ký hiệu;Cơ quan ban hành;Ngày;Trích yếu\n"
                    "07-CT/TU;Tỉnh ủy;16/4/2021;Chỉ thị tỉnh\n"
                    "07-CT/TU;;;Chỉ thị của ai\n"
                    "07-CT/TU;Huyện ủy;;Chỉ thị huyện\n");
  assert_counts (import, 1, 1, 0, 1);
  assert_fault (import, "A3", "More than one");
}

/* — Out and in again — */

typedef struct
{
  const char *id;
  SkhRegisterQuery *query;
} QueryCall;

static gboolean
make_query (SkhDatabase *db, gpointer data, GError **error)
{
  QueryCall *call = data;
  g_autoptr (SkhRegister) reg = skh_register_store_load_register (db, call->id, error);

  call->query = skh_register_query_parse (reg, "sort name", NULL);
  return TRUE;
}

static SkhReport *
make_report (Fixture *fixture, const char *id)
{
  QueryCall call = { .id = id };
  g_autoptr (SkhLedger) ledger = skh_workbook_load_ledger (fixture->workbook, 0, NULL);
  SkhReport *report;

  run (fixture, make_query, &call);
  report = skh_register_report_new (fixture->workbook, ledger, call.query,
                                    skh_date_new (2023, 4, 15));
  skh_register_query_free (call.query);
  return report;
}

static void
assert_sheet_is_same (Fixture *fixture, const char *id, guint n)
{
  g_autoptr (SkhReport) report = make_report (fixture, id);
  g_autofree char *path = g_build_filename (fixture->folder, "ra.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhListSource) source = NULL;
  g_autoptr (SkhRegisterImport) import = NULL;

  skh_sheet_writer_write (report, path, &error);
  g_assert_no_error (error);
  g_assert_false (skh_register_report_has_failed (report, &error));
  source = skh_list_source_read_file (path, &error);
  g_assert_no_error (error);
  import = skh_register_import_new (fixture->workbook, id, 2023, &error);
  skh_register_import_add_source (import, source, &error);
  g_assert_no_error (error);
  skh_register_import_preview (import, &error);
  assert_counts (import, 0, 0, n, 0);
}

static void
test_out_and_in_again (Fixture *fixture, gconstpointer data)
{
  take_in_all (fixture);
  assert_sheet_is_same (fixture, SAMPLE_ID, 3);
}

/* A report read twice gives the same rows: screen, sheet and paper each read it anew. */
static void
test_read_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhReport) report = NULL;
  g_autoptr (GString) list = g_string_new ("Tên gọi\n");
  SkhTable *table;

  for (guint i = 0; i < 1203; i++)
    g_string_append_printf (list, "Lần %u\n", i);
  take_in (fixture, SAMPLE_ID, list->str);
  report = make_report (fixture, SAMPLE_ID);
  table = skh_report_get_table (report, 0);
  for (guint time = 0; time < 2; time++)
    {
      const SkhRow *row;
      guint n = 0;

      skh_table_rewind (table);
      while ((row = skh_table_next_row (table)) != NULL)
        {
          g_autofree char *name = g_strdup_printf ("Lần %u", n++);

          g_assert_cmpstr (row->cells[1].text, ==, name);
          g_assert_cmpint (row->cells[0].number, ==, n);
        }
      g_assert_cmpuint (n, ==, 1203);
    }
}

static gboolean
add_own (SkhDatabase *db, gpointer data, GError **error)
{
  SkhFieldDraft *fields[] = { skh_field_draft_new (SKH_FIELD_TEXT, "Name"),
                              skh_field_draft_new (SKH_FIELD_COUNT, "Số dự"),
                              skh_field_draft_new (SKH_FIELD_CHOICE, "Loại") };
  g_autoptr (SkhFieldDraft) more = skh_field_draft_new (SKH_FIELD_DAY, "Ngày lưu");

  fields[0]->unique = TRUE;
  skh_field_draft_add_choice (fields[2], NULL, "Một");
  skh_field_draft_add_choice (fields[2], NULL, "Hai");
  g_assert_true (
    skh_register_edit_add_register (db, "Sổ riêng", NULL, fields, 3, data, error));
  g_assert_true (skh_register_edit_put_field (db, "documents", more, error));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    skh_field_draft_free (fields[i]);
  return TRUE;
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (SkhRegisterImport) import = NULL;

  run (fixture, add_own, &id);
  take_in (fixture, id, "Name;Số dự;loai\nA;1/2;một\nB;;Hai\n");
  import = preview (fixture, id, "name;so_du;Loại\nA;1/2;mot\nB;2;Hai\nC;;\n");
  assert_counts (import, 1, 1, 1, 0);
  assert_sheet_is_same (fixture, id, 2);
  take_in (fixture, "documents", "Trích yếu;Ngày lưu\nVăn bản mẫu;3/2/2023\n");
  g_assert_cmpint (count (fixture, "documents", "ngay_luu in 2023-02"), ==, 1);
}

/* Two people of one name are told apart by the unit their line names; what changes is
   told before it is done. */
static void
test_people_of_one_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhRegisterImport) import = NULL;
  g_autoptr (SkhRegisterImport) again = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  take_in (fixture, "people",
           "Họ và tên;Đơn vị;Chức vụ\nLê Văn Mẫu;A1;\nLê Văn Mẫu;B1;\n");
  import = preview (fixture, "commitments",
                    "Họ và tên;Đơn vị;Năm\nLê Văn Mẫu;A1;2023\nLê Văn Mẫu;B1;2023\n"
                    "Lê Văn Mẫu;A2;2023\n");
  assert_counts (import, 2, 0, 0, 1);
  take_in (fixture, "commitments",
           "Họ và tên;Đơn vị;Năm\nLê Văn Mẫu;A1;2023\nLê Văn Mẫu;B1;2023\n");
  again = preview (fixture, "commitments",
                   "Họ và tên;Đơn vị;Năm;Chức vụ\nLê Văn Mẫu;B1;2023;Bí thư\n"
                   "Lê Văn Mẫu;A1;2023;\n");
  assert_counts (again, 0, 1, 1, 0);
  changes = skh_register_import_list_changes (again, SKH_IMPORT_CHANGED, 10);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (changes->pdata[0], ==, "Row 2, Lê Văn Mẫu, 2023: Position: “Bí thư”");
}

static void
assert_note (SkhRegisterImport *import, guint index, const char *cell, const char *part)
{
  GPtrArray *notes = skh_register_import_get_result (import)->notes;
  const SkhImportFault *note;

  g_assert_cmpuint (notes->len, >, index);
  note = notes->pdata[index];
  g_assert_cmpstr (note->cell, ==, cell);
  g_assert_nonnull (strstr (note->why, part));
}

/* Who may be there already is taken in, and said. */
static void
test_perhaps_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhRegisterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  take_in (fixture, "people", "Họ và tên;Đơn vị\nLê Văn Mẫu;A1\n");
  import = preview (fixture, "people",
                    "Họ và tên;Đơn vị;Ngày sinh\nLê Văn Mâu;A1;\nVõ Thị Mẫu;A2;1/2/1980\n"
                    "Vo Thi Mau;A3;1/2/1980\nLê Văn Mẫu;A2;\n");
  assert_counts (import, 4, 0, 0, 0);
  g_assert_cmpuint (skh_register_import_get_result (import)->notes->len, ==, 2);
  assert_note (import, 0, "A2", "Lê Văn Mẫu");
  assert_note (import, 1, "A4", "row 3");
  g_assert_true (skh_register_import_preview (import, &error));
  g_assert_cmpuint (skh_register_import_get_result (import)->notes->len, ==, 2);
}

#define ADD(path, func)                                                                  \
  g_test_add ("/register-import/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_sample_declare ();
  ADD ("every-type", test_every_type);
  ADD ("one-act", test_one_act);
  ADD ("what-is-not-said-stays", test_what_is_not_said_stays);
  ADD ("faults", test_faults);
  ADD ("no-header", test_no_header);
  ADD ("documents-told-apart", test_documents_told_apart);
  ADD ("out-and-in-again", test_out_and_in_again);
  ADD ("read-twice", test_read_twice);
  ADD ("own", test_own);
  ADD ("people-of-one-name", test_people_of_one_name);
  ADD ("perhaps-the-same", test_perhaps_the_same);
  return g_test_run ();
}
