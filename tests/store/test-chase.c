/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chased when: recorded, undone, counted as seen on a day. */
#include "edit-fixture.h"
#include "skh-plan-edit.h"
#include "skh-unit-edit.h"

typedef struct
{
  gint64 lines[3];
  guint n_lines;
  SkhChaseEdit chase;
  gint64 id;
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

static const SkhAssignment *
get_line (SkhLedger *ledger, gint64 id)
{
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  for (guint i = 0; i < n; i++)
    if (lines[i].id == id)
      return &lines[i];
  g_assert_not_reached ();
}

static gboolean
run_add (SkhDatabase *db, gpointer data, GError **error)
{
  Call *call = data;

  return skh_chase_store_add (db, call->lines, call->n_lines, &call->chase, error);
}

static gboolean
run_remove (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_chase_store_remove (db, ((Call *)data)->id, error);
}

static void
add (EditFixture *fixture, Call *call, const char *day, SkhChaseHow how)
{
  call->chase.day = skh_date_parse_iso (day);
  call->chase.how = how;
  edit_fixture_assert_act (fixture, run_add, call);
}

static void
test_seen_on_a_day (EditFixture *fixture, gconstpointer data)
{
  Call call = { .lines = { find_line (fixture, "A1", "1", NULL) }, .n_lines = 1 };
  g_autoptr (SkhLedger) ledger = NULL;
  const SkhAssignment *line;
  SkhChased chased;

  /* The later one is told first: days count, not the order of typing. */
  add (fixture, &call, "2023-04-12", SKH_CHASE_PHONE);
  add (fixture, &call, "2023-04-03", SKH_CHASE_LETTER);
  ledger = edit_fixture_load (fixture);
  line = get_line (ledger, call.lines[0]);
  chased = skh_ledger_get_chased (ledger, line, skh_date_parse_iso ("2023-04-15"));
  g_assert_cmpuint (chased.times, ==, 2);
  g_assert_cmpint (chased.last, ==, skh_date_parse_iso ("2023-04-12"));
  g_assert_cmpint (chased.last_how, ==, SKH_CHASE_PHONE);
  chased = skh_ledger_get_chased (ledger, line, skh_date_parse_iso ("2023-04-11"));
  g_assert_cmpuint (chased.times, ==, 1);
  g_assert_cmpint (chased.last_how, ==, SKH_CHASE_LETTER);
  chased = skh_ledger_get_chased (ledger, line, skh_date_parse_iso ("2023-04-02"));
  g_assert_cmpuint (chased.times, ==, 0);
  g_assert_cmpint (chased.last, ==, SKH_DATE_NONE);
}

static void
test_many_lines_are_one_act (EditFixture *fixture, gconstpointer data)
{
  Call call = { .lines = { find_line (fixture, "A1", "1", NULL),
                           find_line (fixture, "A1", "2", "2023-Q1"),
                           find_line (fixture, "A2", "1", NULL) },
                .n_lines = 3,
                .chase = { .who = "  Người mẫu ", .note = " " } };
  g_autoptr (SkhLedger) ledger = NULL;
  const SkhChase *chases;
  guint n;

  add (fixture, &call, "2023-04-15", SKH_CHASE_ZALO);
  g_assert_cmpstr (skh_workbook_get_undo_label (fixture->workbook), ==,
                   "Chased: 2 units (3 tasks)");
  ledger = edit_fixture_load (fixture);
  for (guint i = 0; i < 3; i++)
    {
      chases = skh_ledger_get_chases (ledger, get_line (ledger, call.lines[i]), &n);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpint (chases->how, ==, SKH_CHASE_ZALO);
      g_assert_cmpstr (chases->who, ==, "Người mẫu");
      g_assert_null (chases->note);
    }
  skh_ledger_get_chases (ledger,
                         get_line (ledger, find_line (fixture, "A2", "2", "2023-Q1")),
                         &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_removed (EditFixture *fixture, gconstpointer data)
{
  Call call = { .lines = { find_line (fixture, "A1", "1", NULL) }, .n_lines = 1 };
  g_autoptr (SkhLedger) ledger = NULL;
  guint n;

  add (fixture, &call, "2023-04-15", SKH_CHASE_MEETING);
  ledger = edit_fixture_load (fixture);
  call.id = skh_ledger_get_chases (ledger, get_line (ledger, call.lines[0]), &n)->id;
  edit_fixture_assert_act (fixture, run_remove, &call);
}

static void
test_refused (EditFixture *fixture, gconstpointer data)
{
  Call nothing = { .chase = { .day = skh_date_new (2023, 4, 15) } };
  Call no_day = { .lines = { find_line (fixture, "A1", "1", NULL) },
                  .n_lines = 1,
                  .chase = { .day = SKH_DATE_NONE } };
  Call gone = { .lines = { no_day.lines[0], 12345 },
                .n_lines = 2,
                .chase = { .day = skh_date_new (2023, 4, 15) } };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = edit_fixture_picture (fixture), *after = NULL;

  edit_fixture_assert_refused (fixture, run_add, &nothing, "at least one task");
  edit_fixture_assert_refused (fixture, run_add, &no_day, "day");
  g_assert_false (skh_workbook_run (fixture->workbook, run_add, &gone, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND);
  after = edit_fixture_picture (fixture);
  g_assert_cmpstr (before, ==, after);
}

static gboolean
delete_task (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_task_store_delete (db, ((Call *)data)->id, TRUE, error);
}

static gboolean
delete_unit (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_unit_store_delete (db, ((Call *)data)->id, error);
}

/* A chased line was worked on: it goes with its task, and holds its unit. */
static void
test_goes_with_its_task (EditFixture *fixture, gconstpointer data)
{
  Call call = { .lines = { find_line (fixture, "A1", "1", NULL) }, .n_lines = 1 };

  add (fixture, &call, "2023-04-15", SKH_CHASE_EMAIL);
  call.id = edit_fixture_unit (fixture, "A1");
  edit_fixture_assert_refused (fixture, delete_unit, &call, "Mẫu Một");
  call.id = edit_fixture_task (fixture, "1");
  edit_fixture_assert_act (fixture, delete_task, &call);
}

static void
test_hows (void)
{
  for (guint i = 0; i < SKH_N_CHASE_HOWS; i++)
    {
      SkhChaseHow how = SKH_N_CHASE_HOWS;

      g_assert_true (
        skh_chase_how_from_string (skh_chase_how_to_string ((SkhChaseHow)i), &how));
      g_assert_cmpuint (how, ==, i);
      g_assert_nonnull (skh_chase_how_get_name (how));
    }
  g_assert_false (skh_chase_how_from_string ("pigeon", &(SkhChaseHow){ 0 }));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (EditFixture *, gconstpointer);
  } tests[] = {
    { "/chase/seen-on-a-day", test_seen_on_a_day },
    { "/chase/many-lines-are-one-act", test_many_lines_are_one_act },
    { "/chase/removed", test_removed },
    { "/chase/refused", test_refused },
    { "/chase/goes-with-its-task", test_goes_with_its_task },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chase/hows", test_hows);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, EditFixture, NULL, edit_fixture_set_up, tests[i].func,
                edit_fixture_tear_down);
  return g_test_run ();
}
