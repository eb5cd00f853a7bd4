/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What hangs on an entry: links, files, and the recipients of a document. */
#include "register-fixture.h"
#include "skh-link-store.h"

#include <string.h>
#include <unistd.h>

static gboolean
test_links (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhEntry) document
    = register_fixture_add (db, "documents", "title", "Văn bản mẫu", "role", "guidance",
                            NULL);
  g_autoptr (SkhEntry) entry = register_fixture_add (db, SAMPLE_ID, "name", "Một", NULL);
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
write_file (EditFixture *fixture, const char *name, const char *text, gssize size)
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
    = register_fixture_add (db, "documents", "title", "Văn bản mẫu", "role", "guidance",
                            NULL);
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
  again = register_fixture_read_again (db, document);
  register_fixture_assert_shown (again, "file", "tệp một.pdf; tệp hai.pdf");
  g_assert_cmpint (register_fixture_count (db, "documents", "file given"), ==, 1);
  register_fixture_undo (db);
  register_fixture_undo (db);
  g_assert_cmpint (register_fixture_count (db, "documents", "file given"), ==, 0);
  register_fixture_redo (db);
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
  EditFixture *fixture = data;
  g_autofree char *empty = write_file (fixture, "rỗng.pdf", "", 0);
  g_autofree char *large = write_file (fixture, "lớn.pdf", "x", 1);
  g_autofree char *gone = g_build_filename (fixture->folder, "không có.pdf", NULL);
  const char *paths[] = { empty, large, gone, fixture->folder };
  g_autoptr (SkhEntry) document
    = register_fixture_add (db, "documents", "title", "Văn bản mẫu", "role", "guidance",
                            NULL);
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
    = register_fixture_add (db, "documents", "title", "Văn bản mẫu", "role", "guidance",
                            NULL);
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
  register_fixture_undo (db);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = skh_recipient_store_list (db, &thing, error);
  g_assert_cmpuint (list->len, ==, 2);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_sample_declare ();
  register_fixture_add_test ("links", test_links);
  register_fixture_add_test ("attachments", test_attachments);
  register_fixture_add_test ("attachments-refused", test_attachments_refused);
  register_fixture_add_test ("recipients", test_recipients);
  return g_test_run ();
}
