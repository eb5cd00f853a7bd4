/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a preview says of each kind of change; that it is what then happens is tested with
   random edits. */
#include "edit-fixture.h"
#include "skh-change-preview.h"
#include "skh-plan-edit.h"
#include "skh-unit-edit.h"

typedef struct
{
  gint64 task, unit, into;
  SkhDate day;
} Call;

typedef struct
{
  SkhWorkbookFunc edit;
  gpointer data;
  SkhChangePreview *preview;
} PreviewCall;

static gboolean
run_preview (SkhDatabase *db, gpointer data, GError **error)
{
  PreviewCall *call = data;

  call->preview = skh_change_preview_run (db, call->edit, call->data, error);
  return call->preview != NULL;
}

static SkhChangePreview *
preview (EditFixture *fixture, SkhWorkbookFunc edit, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = edit_fixture_picture (fixture), *after = NULL;
  PreviewCall call = { edit, data, NULL };

  skh_workbook_run (fixture->workbook, run_preview, &call, &error);
  g_assert_no_error (error);
  after = edit_fixture_picture (fixture);
  g_assert_cmpstr (before, ==, after);
  return call.preview;
}

static gboolean
make_quarterly (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhTaskRecord) record
    = skh_task_store_load (db, ((Call *)data)->task, error);

  record->task->deadline = skh_deadline_periodic (SKH_DEADLINE_QUARTERLY, 2023);
  return skh_task_store_put (db, record, NULL, error);
}

/* Three lines a year become twelve; one was delivered and stays. */
static void
test_deadline (EditFixture *fixture, gconstpointer data)
{
  Call call = { .task = edit_fixture_task (fixture, "1") };
  g_autoptr (SkhChangePreview) first = NULL, second = NULL;
  const SkhChangedLine *line;

  edit_fixture_deliver (fixture, "A2", "1", NULL, skh_date_new (2023, 3, 1));
  first = preview (fixture, make_quarterly, &call);
  g_assert_cmpuint (first->n[SKH_CHANGE_ADDED], ==, 12);
  g_assert_cmpuint (first->n[SKH_CHANGE_REMOVED], ==, 2);
  g_assert_cmpuint (first->n[SKH_CHANGE_KEPT], ==, 1);
  g_assert_cmpuint (first->n_with_work, ==, 1);
  g_assert_cmpuint (skh_change_preview_get_total (first), ==, 15);
  line = g_ptr_array_index (first->lines, 0);
  g_assert_cmpstr (line->unit, ==, "Đảng ủy xã Mẫu Một");
  g_assert_cmpstr (line->no, ==, "1");
  g_assert_cmpint (line->period.index, ==, 1);
  g_assert_cmpint (line->due_after, ==, skh_date_new (2023, 3, 31));
  line = g_ptr_array_index (first->lines, 14);
  g_assert_cmpint (line->kind, ==, SKH_CHANGE_KEPT);
  g_assert_true (line->has_work);

  skh_workbook_run (fixture->workbook, make_quarterly, &call, NULL);
  second = preview (fixture, make_quarterly, &call);
  g_assert_cmpuint (skh_change_preview_get_total (second), ==, 0);
}

static gboolean
move_deadline (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhTaskRecord) record
    = skh_task_store_load (db, ((Call *)data)->task, error);

  record->task->deadline.last_day = ((Call *)data)->day;
  return skh_task_store_put (db, record, NULL, error);
}

static void
test_other_day (EditFixture *fixture, gconstpointer data)
{
  Call call
    = { .task = edit_fixture_task (fixture, "1"), .day = skh_date_new (2023, 4, 15) };
  g_autoptr (SkhChangePreview) found = preview (fixture, move_deadline, &call);
  const SkhChangedLine *line = g_ptr_array_index (found->lines, 2);

  g_assert_cmpuint (found->n[SKH_CHANGE_DUE], ==, 3);
  g_assert_cmpuint (skh_change_preview_get_total (found), ==, 3);
  g_assert_cmpint (line->due_before, ==, skh_date_new (2023, 3, 31));
  g_assert_cmpint (line->due_after, ==, skh_date_new (2023, 4, 15));
}

static gboolean
close_unit (SkhDatabase *db, gpointer data, GError **error)
{
  Call *call = data;

  return skh_unit_store_close (db, call->unit, call->day, error);
}

static gboolean
merge_unit (SkhDatabase *db, gpointer data, GError **error)
{
  Call *call = data;

  return skh_unit_store_merge_into (db, call->unit, call->into, call->day, error);
}

/* Closing ends what falls due later: quarters II to IV, and the task due on 30/6. */
static void
test_close (EditFixture *fixture, gconstpointer data)
{
  Call call
    = { .unit = edit_fixture_unit (fixture, "A1"), .day = skh_date_new (2023, 4, 30) };
  g_autoptr (SkhChangePreview) closed = NULL, opened = NULL;

  edit_fixture_deliver (fixture, "A1", "5", NULL, skh_date_new (2023, 4, 1));
  closed = preview (fixture, close_unit, &call);
  g_assert_cmpuint (closed->n[SKH_CHANGE_ENDED], ==, 4);
  g_assert_cmpuint (closed->n_with_work, ==, 1);
  g_assert_cmpuint (skh_change_preview_get_total (closed), ==, 4);
  skh_workbook_run (fixture->workbook, close_unit, &call, NULL);
  call.day = SKH_DATE_NONE;
  opened = preview (fixture, close_unit, &call);
  g_assert_cmpuint (opened->n[SKH_CHANGE_REVIVED], ==, 4);
}

/* B1's two undated lines are then owed by A1 as well; they do not end, for B1 was there
   during the year. */
static void
test_merge (EditFixture *fixture, gconstpointer data)
{
  Call call = { .unit = edit_fixture_unit (fixture, "B1"),
                .into = edit_fixture_unit (fixture, "A1"),
                .day = skh_date_new (2023, 4, 30) };
  g_autoptr (SkhChangePreview) found = preview (fixture, merge_unit, &call);

  g_assert_cmpuint (found->n[SKH_CHANGE_ADDED], ==, 2);
  g_assert_cmpuint (skh_change_preview_get_total (found), ==, 2);
}

static gboolean
delete_task (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_task_store_delete (db, ((Call *)data)->task, TRUE, error);
}

static void
test_lost (EditFixture *fixture, gconstpointer data)
{
  Call call = { .task = edit_fixture_task (fixture, "1") };
  g_autoptr (SkhChangePreview) found = NULL;

  edit_fixture_deliver (fixture, "A2", "1", NULL, skh_date_new (2023, 3, 1));
  found = preview (fixture, delete_task, &call);
  g_assert_cmpuint (found->n[SKH_CHANGE_REMOVED], ==, 2);
  g_assert_cmpuint (found->n[SKH_CHANGE_LOST], ==, 1);
}

/* The edit's own refusal is what the preview gives. */
static void
test_refused (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Call call = { .unit = edit_fixture_unit (fixture, "A1"), .day = 100 };
  PreviewCall try = { merge_unit, &call, NULL };

  call.into = call.unit;
  g_assert_false (skh_workbook_run (fixture->workbook, run_preview, &try, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  edit_fixture_assert_sound (fixture);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  SkhChangePreview **found = data;

  *found = skh_workbook_preview_finish (SKH_WORKBOOK (source), result, NULL);
}

static void
test_async (EditFixture *fixture, gconstpointer data)
{
  Call call
    = { .unit = edit_fixture_unit (fixture, "A1"), .day = skh_date_new (2023, 4, 30) };
  g_autoptr (SkhChangePreview) found = NULL;

  skh_workbook_preview_async (fixture->workbook, close_unit, &call, NULL, NULL,
                              on_previewed, &found);
  while (found == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (found->n[SKH_CHANGE_ENDED], ==, 4);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (EditFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/change-preview/deadline", test_deadline },
    { "/change-preview/other-day", test_other_day },
    { "/change-preview/close", test_close },
    { "/change-preview/merge", test_merge },
    { "/change-preview/lost", test_lost },
    { "/change-preview/refused", test_refused },
    { "/change-preview/async", test_async },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, EditFixture, NULL, edit_fixture_set_up, tests[i].func,
                edit_fixture_tear_down);
  return g_test_run ();
}
