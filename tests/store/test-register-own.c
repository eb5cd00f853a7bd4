/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The office's own fields, choices, registers and views, through the same as what is
 * declared. */
#include "register-fixture.h"
#include "skh-register-edit.h"

static gboolean
test_own_field (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhFieldDraft) draft = skh_field_draft_new (SKH_FIELD_TEXT, "Nơi lưu");
  g_autoptr (SkhEntry) old
    = register_fixture_add (db, "documents", "title", "Cũ", "role", "guidance", NULL);
  g_autoptr (SkhEntry) entry = NULL;
  g_autoptr (SkhRegister) without = NULL;

  g_assert_true (skh_register_edit_put_field (db, "documents", draft, error));
  g_assert_cmpstr (draft->key, ==, "noi_luu");
  entry = register_fixture_add (db, "documents", "title", "Mới", "role", "guidance",
                                "noi_luu", "Tủ số 3", NULL);
  register_fixture_assert_shown (entry, "noi_luu", "Tủ số 3");
  g_assert_cmpint (register_fixture_count (db, "documents", "search tu so"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, "documents", "noi_luu = Tủ số 3"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, "documents", "noi_luu empty"), ==, 1);

  g_assert_true (skh_register_edit_remove_field (db, draft->id, error));
  without = register_fixture_load (db, "documents");
  g_assert_cmpuint (skh_register_find_field (without, "noi_luu"), ==, SKH_NO_FIELD);
  g_assert_cmpint (register_fixture_count (db, "documents", "search tu so"), ==, 0);
  register_fixture_undo (db);
  g_assert_cmpint (register_fixture_count (db, "documents", "search tu so"), ==, 1);
  register_fixture_undo (db);
  register_fixture_undo (db);
  g_clear_pointer (&without, skh_register_unref);
  without = register_fixture_load (db, "documents");
  g_assert_cmpuint (skh_register_find_field (without, "noi_luu"), ==, SKH_NO_FIELD);
  register_fixture_redo (db);
  register_fixture_redo (db);
  g_assert_cmpint (register_fixture_count (db, "documents", "noi_luu = Tủ số 3"), ==, 1);
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
      g_autoptr (SkhEntry) entry
        = register_fixture_add (db, SAMPLE_ID, "name",
                                i == 0   ? "a"
                                : i == 1 ? "b"
                                         : "c",
                                "do_mat", i == 1 ? "Thường" : "mat", NULL);

      g_assert_nonnull (entry);
    }
  register_fixture_assert_order (db, SAMPLE_ID, "sort do_mat\nsort name", "b|a|c");

  reg = register_fixture_load (db, SAMPLE_ID);
  later = skh_field_draft_of (
    skh_register_get_field (reg, skh_register_find_field (reg, "do_mat")));
  g_ptr_array_remove_index (later->choices, 0);
  g_assert_false (skh_register_edit_put_field (db, SAMPLE_ID, later, &refusal));
  g_assert_error (refusal, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  skh_field_draft_add_choice (later, "thuong", "Bình thường");
  g_assert_true (skh_register_edit_put_field (db, SAMPLE_ID, later, error));
  register_fixture_assert_order (db, SAMPLE_ID, "sort do_mat\nsort name", "a|c|b");
  register_fixture_assert_order (db, SAMPLE_ID, "do_mat = Bình thường", "b");
  register_fixture_undo (db);
  register_fixture_assert_order (db, SAMPLE_ID, "sort do_mat\nsort name", "b|a|c");
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
  entry = register_fixture_add (db, id, "ten_sach", "Đường Kách mệnh", "don_vi", "A1",
                                "ngay_muon", "3/2/2023", NULL);
  g_assert_cmpint (register_fixture_count (db, id, "search kach menh"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, id, "search mau mot"), ==, 1);
  g_assert_cmpint (register_fixture_count (db, id, "ngay_muon in 2023-02"), ==, 1);
  g_assert_false (skh_register_edit_remove_register (db, id, &refusal));
  g_assert_error (refusal, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  register_fixture_undo (db);
  g_assert_cmpint (register_fixture_count (db, id, ""), ==, 0);
  register_fixture_undo (db);
  g_assert_null (skh_register_store_load_register (db, id, &gone));
  g_assert_error (gone, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND);
  register_fixture_redo (db);
  register_fixture_redo (db);
  g_assert_cmpint (register_fixture_count (db, id, "search kach menh"), ==, 1);
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
  register_fixture_undo (db);
  none = skh_register_edit_list_views (db, SAMPLE_ID, error);
  g_assert_cmpuint (none->len, ==, 0);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_sample_declare ();
  register_fixture_add_test ("own-field", test_own_field);
  register_fixture_add_test ("own-choices", test_own_choices);
  register_fixture_add_test ("own-register", test_own_register);
  register_fixture_add_test ("own-field-refused", test_own_field_refused);
  register_fixture_add_test ("saved-views", test_saved_views);
  return g_test_run ();
}
