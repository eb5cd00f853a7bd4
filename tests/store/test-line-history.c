/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of one line: whom it reached, and what the acts of the history did to it.
 */
#include "edit-fixture.h"
#include "skh-line-history.h"
#include "skh-unit-edit.h"

typedef struct
{
  gint64 line, unit;
  SkhDate day;
  GPtrArray *events;
} Call;

static gint64
find_line (EditFixture *fixture, const char *unit, const char *no, const char *period)
{
  g_autoptr (SkhLedger) ledger = edit_fixture_load (fixture);
  guint index = skh_ledger_find_assignment (ledger, skh_ledger_find_task (ledger, no),
                                            skh_ledger_find_unit (ledger, unit),
                                            period != NULL ? skh_period_parse (period)
                                                           : SKH_PERIOD_INIT_NONE);

  g_assert_cmpuint (index, !=, SKH_NO_INDEX);
  return skh_ledger_get_assignments (ledger, NULL)[index].id;
}

static gboolean
pass (SkhDatabase *db, gpointer data, GError **error)
{
  Call *call = data;

  return skh_passage_store_put (db, call->line, call->unit, call->day, error);
}

static gboolean
load (SkhDatabase *db, gpointer data, GError **error)
{
  Call *call = data;

  call->events = skh_line_history_load (db, call->line, 100, error);
  return call->events != NULL;
}

static gboolean
edit_note (SkhDatabase *db, gpointer data, GError **error)
{
  SkhAssignmentEdit edit = { .assignment_id = ((Call *)data)->line,
                             .fields = SKH_EDIT_NOTE | SKH_EDIT_COUNT,
                             .note = "chờ góp ý",
                             .count = 11,
                             .total = 12 };

  return skh_assignment_store_edit (db, "Ghi chú", &edit, 1, error);
}

/* "kind of:before>after" for each change, acts apart by |. */
static char *
tell (EditFixture *fixture, gint64 line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Call call = { .line = line };

  skh_workbook_run (fixture->workbook, load, &call, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < call.events->len; i++)
    {
      SkhLineEvent *event = g_ptr_array_index (call.events, i);

      g_assert_cmpstr (event->who, ==, g_get_user_name ());
      g_assert_cmpint (event->when, >, 0);
      g_string_append (text, i > 0 ? " | " : "");
      for (guint j = 0; j < event->changes->len; j++)
        {
          SkhLineChange *change = g_ptr_array_index (event->changes, j);

          g_string_append_printf (text, "%s%d%s%s:%s>%s", j > 0 ? " " : "", change->kind,
                                  change->of != NULL ? " " : "",
                                  change->of != NULL ? change->of : "",
                                  change->before != NULL ? change->before : "",
                                  change->after != NULL ? change->after : "");
        }
    }
  g_ptr_array_unref (call.events);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_told (EditFixture *fixture, gint64 line, const char *expected)
{
  g_autofree char *text = tell (fixture, line);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_states (EditFixture *fixture, gconstpointer data)
{
  gint64 line = find_line (fixture, "A1", "1", NULL);

  assert_told (fixture, line, "");
  edit_fixture_deliver (fixture, "A1", "1", NULL, skh_date_new (2023, 3, 30));
  edit_fixture_deliver (fixture, "A2", "1", NULL, skh_date_new (2023, 3, 30));
  assert_told (fixture, line, "0:not_started>delivered 1:>2023-03-30");
  edit_fixture_deliver (fixture, "A1", "1", NULL, skh_date_new (2023, 3, 28));
  assert_told (fixture, line,
               "1:2023-03-30>2023-03-28 | 0:not_started>delivered 1:>2023-03-30");
  edit_fixture_undo (fixture);
  assert_told (fixture, line, "0:not_started>delivered 1:>2023-03-30");
  edit_fixture_redo (fixture);
  edit_fixture_deliver (fixture, "A1", "1", NULL, SKH_DATE_NONE);
  assert_told (fixture, line,
               "0:delivered>not_started 1:2023-03-28> | 1:2023-03-30>2023-03-28 | "
               "0:not_started>delivered 1:>2023-03-30");
}

/* A changeset holds of an UPDATE what changed; the rest is found by walking back. */
static void
test_figures (EditFixture *fixture, gconstpointer data)
{
  gint64 line = find_line (fixture, "A1", "2", "2023-Q1");

  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "members_attending", 12, 17);
  edit_fixture_enter_figure (fixture, "A2", "2", "2023-Q1", "members_attending", 9, 9);
  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "members_attending", 13, 17);
  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "members_attending", 13, 18);
  assert_told (fixture, line,
               "6 Đảng viên tham gia:13/17>13/18 | 6 Đảng viên tham gia:12/17>13/17 | "
               "6 Đảng viên tham gia:>12/17");
  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "members_attending", -1, -1);
  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "meetings", 3, -1);
  assert_told (fixture, line,
               "6 Số cuộc:>3 | 6 Đảng viên tham gia:13/18> | "
               "6 Đảng viên tham gia:13/17>13/18 | 6 Đảng viên tham gia:12/17>13/17 | "
               "6 Đảng viên tham gia:>12/17");
}

static void
test_count_and_note (EditFixture *fixture, gconstpointer data)
{
  Call call = { .line = find_line (fixture, "A2", "5", NULL) };

  edit_fixture_assert_act (fixture, edit_note, &call);
  assert_told (fixture, call.line, "0:not_started>in_progress 3:>chờ góp ý 5:>11/12");
}

static void
test_passages (EditFixture *fixture, gconstpointer data)
{
  Call call = { .line = find_line (fixture, "A1", "1", NULL),
                .unit = edit_fixture_unit (fixture, "B1"),
                .day = skh_date_new (2023, 4, 12) };
  g_autoptr (SkhLedger) ledger = NULL;
  const SkhPassage *passages;
  guint n, task;

  edit_fixture_assert_act (fixture, pass, &call);
  call.day = skh_date_new (2023, 4, 13);
  edit_fixture_assert_act (fixture, pass, &call);
  assert_told (fixture, call.line,
               "7 Ban Tuyên giáo mẫu:2023-04-12>2023-04-13 | "
               "7 Ban Tuyên giáo mẫu:>2023-04-12");
  ledger = edit_fixture_load (fixture);
  task = skh_ledger_find_task (ledger, "1");
  passages = skh_ledger_get_passages (
    ledger,
    &skh_ledger_get_assignments (ledger, NULL)[skh_ledger_find_assignment (
      ledger, task, skh_ledger_find_unit (ledger, "A1"), SKH_PERIOD_INIT_NONE)],
    &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (passages->unit, ==, skh_ledger_find_unit (ledger, "B1"));
  g_assert_cmpint (passages->reached, ==, call.day);
  skh_ledger_get_passages (
    ledger,
    &skh_ledger_get_assignments (ledger, NULL)[skh_ledger_find_assignment (
      ledger, task, skh_ledger_find_unit (ledger, "A2"), SKH_PERIOD_INIT_NONE)],
    &n);
  g_assert_cmpuint (n, ==, 0);

  call.day = SKH_DATE_NONE;
  edit_fixture_assert_act (fixture, pass, &call);
  call.line = 1;
  g_assert_false (skh_workbook_run (fixture->workbook, pass, &call, NULL));
}

/* — Sums up the tree — */

static gboolean
put_under (SkhDatabase *db, gpointer data, GError **error)
{
  const gint64 *ids = data;

  return skh_unit_store_move (db, ids[0], ids[1], 0, error);
}

static void
test_tree (EditFixture *fixture, gconstpointer data)
{
  gint64 ids[] = { edit_fixture_unit (fixture, "A3"), edit_fixture_unit (fixture, "A2") };
  g_autoptr (SkhLedger) ledger = NULL;
  g_autofree SkhFigureSum *sums = NULL;
  SkhPeriod year = skh_period_parse ("2023");
  SkhDate on = skh_date_new (2023, 12, 31);
  guint n;

  skh_workbook_run (fixture->workbook, put_under, ids, NULL);
  ids[0] = edit_fixture_unit (fixture, "A2");
  ids[1] = edit_fixture_unit (fixture, "A1");
  skh_workbook_run (fixture->workbook, put_under, ids, NULL);
  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "members_attending", 1, 10);
  edit_fixture_enter_figure (fixture, "A2", "2", "2023-Q1", "members_attending", 2, 20);
  edit_fixture_enter_figure (fixture, "A2", "2", "2023-Q2", "members_attending", 4, 20);
  edit_fixture_enter_figure (fixture, "A3", "2", "2023-Q1", "members_attending", 8, 40);

  ledger = edit_fixture_load (fixture);
  skh_ledger_get_units (ledger, &n);
  sums = g_new0 (SkhFigureSum, n);
  skh_ledger_sum_figure_by_unit (ledger, skh_ledger_find_task (ledger, "2"),
                                 "members_attending", year, on, sums);
  g_assert_cmpint (sums[skh_ledger_find_unit (ledger, "A1")].value, ==, 1);
  skh_ledger_add_up_tree (ledger, sums);
  g_assert_cmpint (sums[skh_ledger_find_unit (ledger, "A1")].value, ==, 15);
  g_assert_cmpint (sums[skh_ledger_find_unit (ledger, "A1")].total, ==, 90);
  g_assert_cmpuint (sums[skh_ledger_find_unit (ledger, "A1")].n_lines, ==, 4);
  g_assert_cmpint (sums[skh_ledger_find_unit (ledger, "A2")].value, ==, 14);
  g_assert_cmpint (sums[skh_ledger_find_unit (ledger, "A3")].value, ==, 8);
  g_assert_cmpint (sums[skh_ledger_find_unit (ledger, "ROOT")].value, ==, 15);
}

#define add(path, test)                                                                  \
  g_test_add (path, EditFixture, NULL, edit_fixture_set_up, test, edit_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/line-history/states", test_states);
  add ("/line-history/figures", test_figures);
  add ("/line-history/count-and-note", test_count_and_note);
  add ("/line-history/passages", test_passages);
  add ("/line-history/tree", test_tree);
  return g_test_run ();
}
