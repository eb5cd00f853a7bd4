/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-draft.h"

#include "skh-reader.h"
#include "skh-register-edit.h"
#include "skh-stores.h"

#include <glib/gstdio.h>

/* A part of the window that reads a number; what it was told, in order. */
typedef struct
{
  char *folder;
  SkhSession *session;
  SkhReader *reader;
  int next;      /* the number of the next question */
  gboolean asks, /* whether there is anything to ask */
    fails;
  GString *told;
} Fixture;

typedef struct
{
  int number, doubled;
  gboolean fails;
} Answer;

static gpointer
ask (gpointer owner)
{
  Fixture *fixture = owner;
  Answer *answer;

  if (!fixture->asks)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->number = fixture->next++;
  answer->fails = fixture->fails;
  return answer;
}

static gboolean
read_answer (SkhDatabase *db, gpointer data, GError **error)
{
  Answer *answer = data;

  answer->doubled = 2 * answer->number;
  if (answer->fails)
    g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND, "no %d",
                 answer->number);
  return !answer->fails;
}

static void
show (gpointer owner, gpointer data)
{
  g_string_append_printf (((Fixture *)owner)->told, "%d ", ((Answer *)data)->doubled);
}

static void
leave (gpointer owner)
{
  g_string_append (((Fixture *)owner)->told, "left ");
}

static const SkhReading reading = { ask, read_answer, show, g_free, NULL, leave };

static gboolean
create_sample (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();

  return skh_plan_store_create (db, draft, error);
}

static SkhWorkbook *
make_workbook (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  SkhWorkbook *workbook = skh_workbook_create (path, &error);

  g_assert_no_error (error);
  skh_workbook_run (workbook, create_sample, NULL, &error);
  g_assert_no_error (error);
  return workbook;
}

static void
on_fault (SkhSession *session, const char *message, Fixture *fixture)
{
  g_string_append_printf (fixture->told, "fault(%s) ", message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("skh-reader-XXXXXX", NULL);
  fixture->session = skh_session_new ();
  fixture->told = g_string_new (NULL);
  fixture->next = 1;
  fixture->asks = TRUE;
  g_signal_connect (fixture->session, "fault", G_CALLBACK (on_fault), fixture);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
do_nothing (SkhDatabase *db, gpointer data, GError **error)
{
  return TRUE;
}

/* What was asked before is answered, and the answer heard. */
static void
settle (Fixture *fixture)
{
  SkhWorkbook *workbook = skh_session_get_workbook (fixture->session);

  if (workbook != NULL)
    skh_workbook_run (workbook, do_nothing, NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_told (Fixture *fixture, const char *told)
{
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, told);
  g_string_truncate (fixture->told, 0);
}

static void
start (Fixture *fixture)
{
  g_autoptr (SkhWorkbook) workbook = make_workbook (fixture, "one.skh");

  skh_session_set_workbook (fixture->session, workbook);
  fixture->reader = skh_reader_new (fixture->session, &reading, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->reader, skh_reader_free);
  skh_session_set_workbook (fixture->session, NULL);
  settle (fixture);
  g_assert_finalize_object (fixture->session);
  remove_files (fixture->folder);
  g_string_free (fixture->told, TRUE);
  g_free (fixture->folder);
}

static gboolean
save_view (SkhDatabase *db, gpointer data, GError **error)
{
  gint64 id = 0;

  return skh_register_edit_put_view (db, "documents", &id, "Mẫu", "", error);
}

/* At once, after every act, and when asked to. */
static void
test_reads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (fixture);
  assert_told (fixture, "2 ");
  skh_workbook_run (skh_session_get_workbook (fixture->session), save_view, NULL, &error);
  g_assert_no_error (error);
  assert_told (fixture, "4 ");
  skh_reader_read (fixture->reader);
  assert_told (fixture, "6 ");
}

static void
test_newest_only (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  skh_reader_read (fixture->reader);
  skh_reader_read (fixture->reader);
  assert_told (fixture, "6 ");
}

static void
test_nothing_to_ask (Fixture *fixture, gconstpointer data)
{
  fixture->asks = FALSE;
  start (fixture);
  assert_told (fixture, "");
  fixture->asks = TRUE;
  skh_reader_read (fixture->reader);
  assert_told (fixture, "2 ");
}

static void
test_fails (Fixture *fixture, gconstpointer data)
{
  fixture->fails = TRUE;
  start (fixture);
  assert_told (fixture, "fault(no 1) ");
}

/* What was asked of the workbook before is not shown. */
static void
test_other_workbook (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhWorkbook) other = make_workbook (fixture, "two.skh");

  start (fixture);
  skh_session_set_workbook (fixture->session, other);
  assert_told (fixture, "left 4 ");
  skh_session_set_workbook (fixture->session, NULL);
  assert_told (fixture, "left ");
  skh_reader_read (fixture->reader);
  assert_told (fixture, "");
}

/* The part of the window goes while its question is under way. */
static void
test_owner_goes (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  g_clear_pointer (&fixture->reader, skh_reader_free);
  assert_told (fixture, "");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/reader/reads", test_reads },
    { "/reader/newest-only", test_newest_only },
    { "/reader/nothing-to-ask", test_nothing_to_ask },
    { "/reader/fails", test_fails },
    { "/reader/other-workbook", test_other_workbook },
    { "/reader/owner-goes", test_owner_goes },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
