/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-draft.h"
#include "skh-plan-edit.h"
#include "skh-session.h"
#include "skh-stores.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  SkhSession *session;
} Fixture;

/* What the session told since the last look: "opened changed saved(Đang làm) ". */
static GString *told;

static void
on_plain (SkhSession *session, const char *name)
{
  g_string_append_printf (told, "%s ", name);
}

static void
on_text (SkhSession *session, const char *text, const char *name)
{
  g_string_append_printf (told, "%s(%s) ", name, text);
}

static void
on_index (SkhSession *session, guint index, const char *name)
{
  g_string_append_printf (told, "%s[%u] ", name, index);
}

/* In numbers, so that the list of plans does not stand between the other signals. */
static guint n_plan_lists;

static void
on_plans (SkhSession *session)
{
  n_plan_lists++;
}

static void
listen_to (SkhSession *session)
{
  static const struct
  {
    const char *name;
    GCallback callback;
  } table[] = {
    { "changed", G_CALLBACK (on_plain) },       { "opened", G_CALLBACK (on_plain) },
    { "open-failed", G_CALLBACK (on_text) },    { "fault", G_CALLBACK (on_text) },
    { "saved", G_CALLBACK (on_text) },          { "undone", G_CALLBACK (on_text) },
    { "redone", G_CALLBACK (on_text) },         { "show-page", G_CALLBACK (on_text) },
    { "plans-changed", G_CALLBACK (on_plans) }, { "show-unit", G_CALLBACK (on_index) },
    { "show-task", G_CALLBACK (on_index) },     { "show-overdue", G_CALLBACK (on_plain) },
    { "show-report", G_CALLBACK (on_text) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_signal_connect (session, table[i].name, table[i].callback, (gpointer)table[i].name);
}

static gboolean
create_sample (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();

  return skh_plan_store_create (db, draft, error);
}

static void
make_workbook (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) workbook = skh_workbook_create (path, &error);

  g_assert_no_error (error);
  skh_workbook_run (workbook, create_sample, NULL, &error);
  g_assert_no_error (error);
}

/* With the journal, which stays beside the file and is empty when no act is under way. */
static void
remove_workbook (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_unlink (journal);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("skh-session-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sổ mẫu.skh", NULL);
  make_workbook (fixture->path);
  fixture->session = skh_session_new ();
  told = g_string_new (NULL);
  listen_to (fixture->session);
}

/* Lets what was posted to this thread be heard. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  skh_session_set_workbook (fixture->session, NULL);
  settle ();
  g_assert_finalize_object (fixture->session);
  remove_workbook (fixture->path);
  /* Fails when a lock was left behind. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_string_free (told, TRUE);
}

/* Ten seconds: a test that hangs says where. */
static gboolean
on_too_late (gpointer what)
{
  g_error ("waited in vain for %s; heard: %s", (char *)what, told->str);
  return G_SOURCE_REMOVE;
}

static void
wait_for (const char *what)
{
  guint timeout = g_timeout_add_seconds (10, on_too_late, (gpointer)what);

  while (strstr (told->str, what) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
forget (void)
{
  g_string_truncate (told, 0);
}

static void
open_sample (Fixture *fixture)
{
  skh_session_open (fixture->session, fixture->path, skh_date_new (2023, 4, 15));
  wait_for ("changed ");
}

static guint
find_line (SkhLedger *ledger, const char *unit, const char *task)
{
  guint index = skh_ledger_find_assignment (ledger, skh_ledger_find_task (ledger, task),
                                            skh_ledger_find_unit (ledger, unit),
                                            SKH_PERIOD_INIT_NONE);

  g_assert_cmpuint (index, !=, SKH_NO_INDEX);
  return index;
}

static SkhState
get_state (SkhLedger *ledger, const char *unit)
{
  return skh_ledger_get_assignments (ledger, NULL)[find_line (ledger, unit, "1")]
    .line.state;
}

static void
set_state (SkhSession *session, const char *unit, SkhState state, const char *label)
{
  SkhLedger *ledger = skh_session_get_ledger (session);
  SkhAssignmentEdit edit = {
    .assignment_id
    = skh_ledger_get_assignments (ledger, NULL)[find_line (ledger, unit, "1")].id,
    .fields = SKH_EDIT_STATE,
    .state = state,
  };

  skh_session_edit (session, label, &edit, 1);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  g_assert_cmpstr (told->str, ==, "opened changed ");
  g_assert_true (skh_session_is_writable (fixture->session));
  g_assert_cmpint (skh_session_get_on (fixture->session), ==, skh_date_new (2023, 4, 15));
}

static void
test_open_failed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "không có.skh", NULL);

  skh_session_open (fixture->session, path, SKH_DATE_NONE);
  wait_for ("open-failed(");
  g_assert_nonnull (strstr (told->str, "không có.skh"));
  g_assert_null (skh_session_get_workbook (fixture->session));
}

/* A file that can't be opened leaves the one that is open alone. */
static void
test_open_failed_keeps (Fixture *fixture, gconstpointer data)
{
  SkhWorkbook *workbook;

  open_sample (fixture);
  workbook = skh_session_get_workbook (fixture->session);
  skh_session_open (fixture->session, fixture->folder, SKH_DATE_NONE);
  wait_for ("open-failed(");
  g_assert_true (skh_session_get_workbook (fixture->session) == workbook);
  g_assert_nonnull (skh_session_get_ledger (fixture->session));
}

/* Of two files asked for at once, the second is shown, and the first is heard of no more.
 */
static void
test_open_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "khác.skh", NULL);

  make_workbook (other);
  skh_session_open (fixture->session, other, SKH_DATE_NONE);
  open_sample (fixture);
  g_assert_cmpstr (told->str, ==, "opened changed ");
  g_assert_cmpstr (skh_workbook_get_path (skh_session_get_workbook (fixture->session)),
                   ==, fixture->path);
  settle ();
  remove_workbook (other);
}

/* Whoever opens the file that is open goes on with it. */
static void
test_open_again (Fixture *fixture, gconstpointer data)
{
  SkhWorkbook *workbook;

  open_sample (fixture);
  workbook = skh_session_get_workbook (fixture->session);
  forget ();
  skh_session_open (fixture->session, fixture->path, SKH_DATE_NONE);
  settle ();
  g_assert_cmpstr (told->str, ==, "opened changed ");
  g_assert_true (skh_session_get_workbook (fixture->session) == workbook);
  g_assert_true (skh_session_is_writable (fixture->session));
}

/* A file that another program has is read; once it lets go, opening again writes. */
static void
test_open_again_to_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) other
    = skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_WRITE, &error);

  g_assert_no_error (error);
  open_sample (fixture);
  g_assert_false (skh_session_is_writable (fixture->session));
  skh_workbook_close (other);
  forget ();
  open_sample (fixture);
  g_assert_true (skh_session_is_writable (fixture->session));
}

static void
test_default_period (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quarter = NULL;
  g_autofree char *year = NULL;

  open_sample (fixture);
  quarter = skh_period_to_string (skh_session_get_period (fixture->session));
  g_assert_cmpstr (quarter, ==, "2023-Q2");

  /* Seen from another year, no quarter of the plan is nearer than the others. */
  skh_session_set_workbook (fixture->session, NULL);
  forget ();
  skh_session_open (fixture->session, fixture->path, skh_date_new (2024, 2, 1));
  wait_for ("changed ");
  year = skh_period_to_string (skh_session_get_period (fixture->session));
  g_assert_cmpstr (year, ==, "2023");
}

/* A period that the user chose outlives changes of the day and of the workbook. */
static void
test_chosen_period (Fixture *fixture, gconstpointer data)
{
  SkhPeriod chosen = skh_period_parse ("2023-Q4");

  open_sample (fixture);
  skh_session_set_period (fixture->session, chosen);
  skh_session_set_on (fixture->session, skh_date_new (2023, 7, 1));
  forget ();
  set_state (fixture->session, "A1", SKH_STATE_IN_PROGRESS, "Đang làm");
  wait_for ("changed ");
  g_assert_true (skh_period_equal (skh_session_get_period (fixture->session), chosen));
}

static void
test_same_value_is_no_change (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  forget ();
  skh_session_set_on (fixture->session, skh_date_new (2023, 4, 15));
  skh_session_set_on (fixture->session, SKH_DATE_NONE);
  skh_session_set_period (fixture->session, skh_period_parse ("2023-Q2"));
  g_assert_cmpstr (told->str, ==, "");
  skh_session_set_on (fixture->session, skh_date_new (2023, 4, 16));
  g_assert_cmpstr (told->str, ==, "changed ");
}

/* The picture that is shown stays until the next is there. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhLedger) before = NULL;

  open_sample (fixture);
  before = skh_ledger_ref (skh_session_get_ledger (fixture->session));
  forget ();
  set_state (fixture->session, "A1", SKH_STATE_IN_PROGRESS, "Đang làm");
  g_assert_true (skh_session_get_ledger (fixture->session) == before);
  wait_for ("saved(Đang làm) ");
  wait_for ("changed ");
  g_assert_cmpint (get_state (before, "A1"), ==, SKH_STATE_NOT_STARTED);
  g_assert_cmpint (get_state (skh_session_get_ledger (fixture->session), "A1"), ==,
                   SKH_STATE_IN_PROGRESS);
}

/* Changes that come while a picture is being loaded are in the last one. */
static void
test_edits_in_a_row (Fixture *fixture, gconstpointer data)
{
  static const char *const units[] = { "A1", "A2", "A3" };

  open_sample (fixture);
  set_state (fixture->session, "A1", SKH_STATE_IN_PROGRESS, "một");
  set_state (fixture->session, "A2", SKH_STATE_IN_PROGRESS, "hai");
  set_state (fixture->session, "A3", SKH_STATE_IN_PROGRESS, "ba");
  wait_for ("saved(ba) ");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    while (get_state (skh_session_get_ledger (fixture->session), units[i])
           != SKH_STATE_IN_PROGRESS)
      {
        forget ();
        wait_for ("changed ");
      }
}

static void
test_refused_edit (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  forget ();
  /* Delivered on no day. */
  set_state (fixture->session, "A1", SKH_STATE_DELIVERED, "Đã nộp");
  wait_for ("fault(");
  g_assert_null (strstr (told->str, "saved("));
  g_assert_cmpint (get_state (skh_session_get_ledger (fixture->session), "A1"), ==,
                   SKH_STATE_NOT_STARTED);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  set_state (fixture->session, "A1", SKH_STATE_IN_PROGRESS, "Đang làm");
  wait_for ("saved(");
  skh_session_undo (fixture->session);
  wait_for ("undone(Đang làm) ");
  skh_session_redo (fixture->session);
  wait_for ("redone(Đang làm) ");
  skh_session_redo (fixture->session);
  wait_for ("fault(");
}

/* Who closes the window right after the last change finds it in the file. */
static void
test_closing_waits_for_the_act (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhLedger) ledger = NULL;

  open_sample (fixture);
  set_state (fixture->session, "A1", SKH_STATE_IN_PROGRESS, "Đang làm");
  skh_session_set_workbook (fixture->session, NULL);
  /* No turn of the main loop in between: there is none after the last window. */
  workbook = skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_WRITE, &error);
  g_assert_no_error (error);
  ledger = skh_workbook_load_ledger (workbook, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (ledger, "A1"), ==, SKH_STATE_IN_PROGRESS);
  wait_for ("saved(Đang làm) ");
}

/* The page comes forward before it is told what to show. */
static void
test_navigation (Fixture *fixture, gconstpointer data)
{
  skh_session_show_unit (fixture->session, 3);
  skh_session_show_task (fixture->session, 1);
  skh_session_show_overdue (fixture->session);
  skh_session_show_report (fixture->session, "chase");
  g_assert_cmpstr (told->str, ==,
                   "show-page(units) show-unit[3] show-page(timeline) show-task[1] "
                   "show-page(units) show-overdue show-page(reports) "
                   "show-report(chase) ");
}

static void
test_without_workbook (Fixture *fixture, gconstpointer data)
{
  SkhAssignmentEdit edit = { .fields = SKH_EDIT_STATE };

  g_assert_false (skh_session_is_writable (fixture->session));
  g_assert_false (skh_period_is_set (skh_session_get_period (fixture->session)));
  skh_session_edit (fixture->session, "Đang làm", &edit, 1);
  skh_session_undo (fixture->session);
  skh_session_redo (fixture->session);
  settle ();
  g_assert_cmpstr (told->str, ==, "");
}

/* — Any edit of the stores — */

static gint64 renamed_plan;

static gboolean
rename_plan (SkhDatabase *db, gpointer title, GError **error)
{
  return skh_plan_store_rename (db, renamed_plan, title, title, NULL, error);
}

static gboolean
refuse (SkhDatabase *db, gpointer data, GError **error)
{
  g_set_error_literal (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID, "thôi");
  return FALSE;
}

static void
on_applied (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  g_assert_true (owner == session);
  g_string_append_printf (told, "applied(%s %s) ", (char *)edit,
                          error != NULL ? error->message : "");
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  renamed_plan = skh_session_get_plan_id (fixture->session);
  forget ();
  skh_session_apply (fixture->session, rename_plan, g_strdup ("Tên mới"), g_free,
                     on_applied, fixture->session);
  wait_for ("saved(");
  wait_for ("changed ");
  g_assert_nonnull (strstr (told->str, "applied(Tên mới ) saved("));
  g_assert_cmpstr (
    skh_ledger_get_plan (skh_session_get_ledger (fixture->session))->short_title, ==,
    "Tên mới");
}

/* Who asked hears of it; where nobody listens the user does. */
static void
test_apply_refused (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  forget ();
  skh_session_apply (fixture->session, refuse, g_strdup ("x"), g_free, on_applied,
                     fixture->session);
  wait_for ("applied(x thôi) ");
  g_assert_cmpstr (told->str, ==, "applied(x thôi) ");
  skh_session_apply (fixture->session, refuse, NULL, NULL, NULL, NULL);
  wait_for ("fault(thôi) ");
  g_assert_null (strstr (told->str, "saved("));
}

/* — Several plans — */

static gboolean
add_plan (SkhDatabase *db, gpointer plan_id, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = skh_plan_store_dup_draft (db, 0, error);

  g_assert_nonnull (draft);
  draft->title = draft->short_title = "Kế hoạch thứ hai";
  draft->year = 2024;
  return skh_plan_store_add_plan (db, draft, plan_id, error);
}

static void
wait_for_plans (guint n)
{
  while (n_plan_lists < n)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_plan_title (Fixture *fixture)
{
  return skh_ledger_get_plan (skh_session_get_ledger (fixture->session))->short_title;
}

/* An undo that takes away the plan that is looked at goes back to the first. */
static void
test_plans (Fixture *fixture, gconstpointer data)
{
  gint64 plan_id = 0;

  n_plan_lists = 0;
  open_sample (fixture);
  wait_for_plans (1);
  g_assert_cmpuint (skh_session_get_plans (fixture->session)->len, ==, 1);
  skh_session_apply (fixture->session, add_plan, &plan_id, NULL, NULL, NULL);
  wait_for ("saved(");
  wait_for_plans (2);
  g_assert_cmpuint (skh_session_get_plans (fixture->session)->len, ==, 2);
  forget ();
  skh_session_set_plan (fixture->session, plan_id);
  wait_for ("changed ");
  g_assert_cmpstr (get_plan_title (fixture), ==, "Kế hoạch thứ hai");
  g_assert_cmpint (skh_session_get_plan_id (fixture->session), ==, plan_id);
  g_assert_cmpint (skh_session_get_period (fixture->session).year, ==, 2024);
  forget ();
  skh_session_undo (fixture->session);
  wait_for ("undone(");
  wait_for ("changed ");
  g_assert_cmpstr (get_plan_title (fixture), !=, "Kế hoạch thứ hai");
  g_assert_null (strstr (told->str, "fault("));
}

/* — Text that is not saved — */

static gboolean
ask (gpointer keeper, SkhSessionThenFunc then, gpointer data)
{
  gboolean *is_unsaved = keeper;

  if (!*is_unsaved)
    return FALSE;
  *is_unsaved = FALSE;
  then (data);
  return TRUE;
}

static void
count (gpointer data)
{
  (*(int *)data)++;
}

static void
test_keeper (Fixture *fixture, gconstpointer data)
{
  gboolean is_unsaved = TRUE, is_unsaved_too = TRUE;
  int n = 0;

  g_assert_false (skh_session_ask_unsaved (fixture->session, count, &n));
  skh_session_add_keeper (fixture->session, ask, &is_unsaved);
  skh_session_add_keeper (fixture->session, ask, &is_unsaved_too);
  g_assert_true (skh_session_ask_unsaved (fixture->session, count, &n));
  g_assert_cmpint (n, ==, 1);
  g_assert_false (is_unsaved_too);
  g_assert_false (skh_session_ask_unsaved (fixture->session, count, &n));
  is_unsaved = TRUE;
  skh_session_remove_keeper (fixture->session, &is_unsaved);
  g_assert_false (skh_session_ask_unsaved (fixture->session, count, &n));
  g_assert_cmpint (n, ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/session/open", test_open },
    { "/session/open-failed", test_open_failed },
    { "/session/open-failed-keeps", test_open_failed_keeps },
    { "/session/open-twice", test_open_twice },
    { "/session/open-again", test_open_again },
    { "/session/open-again-to-write", test_open_again_to_write },
    { "/session/default-period", test_default_period },
    { "/session/chosen-period", test_chosen_period },
    { "/session/same-value-is-no-change", test_same_value_is_no_change },
    { "/session/edit", test_edit },
    { "/session/edits-in-a-row", test_edits_in_a_row },
    { "/session/refused-edit", test_refused_edit },
    { "/session/undo-redo", test_undo_redo },
    { "/session/apply", test_apply },
    { "/session/apply-refused", test_apply_refused },
    { "/session/plans", test_plans },
    { "/session/keeper", test_keeper },
    { "/session/closing-waits-for-the-act", test_closing_waits_for_the_act },
    { "/session/navigation", test_navigation },
    { "/session/without-workbook", test_without_workbook },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
