/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line.h"
#include "skh-test-table.h"

#define SOON_DAYS 15

enum
{
  HAS_COUNT = 1 << 0,
  IS_EMPTY = 1 << 1,
};

static const struct status_row
{
  const char *due;
  SkhState stored;
  const char *delivered_on;
  int flags;
  const char *on;
  SkhState state;
  SkhTimeliness timeliness;
  int days;
} statuses[] = {
  /* Before and after the last day, 31/3; soon is 15 days, both ends included. */
  { "2023-03-31", SKH_STATE_NOT_STARTED, NULL, 0, "2023-03-15", SKH_STATE_NOT_STARTED,
    SKH_TIMELINESS_NOT_DUE, 16 },
  { "2023-03-31", SKH_STATE_NOT_STARTED, NULL, 0, "2023-03-16", SKH_STATE_NOT_STARTED,
    SKH_TIMELINESS_DUE_SOON, 15 },
  { "2023-03-31", SKH_STATE_IN_PROGRESS, NULL, 0, "2023-03-31", SKH_STATE_IN_PROGRESS,
    SKH_TIMELINESS_DUE_SOON, 0 },
  { "2023-03-31", SKH_STATE_IN_PROGRESS, NULL, 0, "2023-04-01", SKH_STATE_IN_PROGRESS,
    SKH_TIMELINESS_OVERDUE, 1 },
  { "2023-03-31", SKH_STATE_NOT_STARTED, NULL, 0, "2024-03-31", SKH_STATE_NOT_STARTED,
    SKH_TIMELINESS_OVERDUE, 366 },

  /* Sent back for rework is not delivered, even with its old day. */
  { "2023-03-31", SKH_STATE_REWORK, "2023-03-20", 0, "2023-04-03", SKH_STATE_REWORK,
    SKH_TIMELINESS_OVERDUE, 3 },
  { "2023-03-31", SKH_STATE_REWORK, NULL, 0, "2023-03-01", SKH_STATE_REWORK,
    SKH_TIMELINESS_NOT_DUE, 30 },
  { "2023-03-31", SKH_STATE_IN_PROGRESS, "2023-03-20", HAS_COUNT, "2023-04-03",
    SKH_STATE_IN_PROGRESS, SKH_TIMELINESS_OVERDUE, 3 },

  /* Delivered. */
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-03-31", 0, "2023-06-01", SKH_STATE_DELIVERED,
    SKH_TIMELINESS_ON_TIME, 0 },
  { "2023-03-31", SKH_STATE_DELIVERED, "2022-12-20", 0, "2023-06-01", SKH_STATE_DELIVERED,
    SKH_TIMELINESS_ON_TIME, 0 },
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-04-01", 0, "2023-06-01", SKH_STATE_DELIVERED,
    SKH_TIMELINESS_LATE, 1 },
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-05-02", 0, "2023-06-01", SKH_STATE_DELIVERED,
    SKH_TIMELINESS_LATE, 32 },
  { NULL, SKH_STATE_DELIVERED, "2023-05-02", 0, "2023-06-01", SKH_STATE_DELIVERED,
    SKH_TIMELINESS_NONE, 0 },

  /* Seen on a day before the delivery. */
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-04-05", 0, "2023-04-05", SKH_STATE_DELIVERED,
    SKH_TIMELINESS_LATE, 5 },
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-04-05", 0, "2023-04-04",
    SKH_STATE_NOT_STARTED, SKH_TIMELINESS_OVERDUE, 4 },
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-04-05", HAS_COUNT, "2023-04-04",
    SKH_STATE_IN_PROGRESS, SKH_TIMELINESS_OVERDUE, 4 },
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-03-20", 0, "2023-03-19",
    SKH_STATE_NOT_STARTED, SKH_TIMELINESS_DUE_SOON, 12 },
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-03-20", IS_EMPTY, "2023-03-19",
    SKH_STATE_NOT_STARTED, SKH_TIMELINESS_DUE_SOON, 12 },
  { NULL, SKH_STATE_DELIVERED, "2023-04-05", HAS_COUNT, "2023-04-04",
    SKH_STATE_IN_PROGRESS, SKH_TIMELINESS_NONE, 0 },

  /* A returned form with nothing in it; a delivery without a day. */
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-03-20", IS_EMPTY, "2023-03-25",
    SKH_STATE_IN_PROGRESS, SKH_TIMELINESS_DUE_SOON, 6 },
  { "2023-03-31", SKH_STATE_DELIVERED, "2023-03-20", IS_EMPTY, "2023-04-25",
    SKH_STATE_IN_PROGRESS, SKH_TIMELINESS_OVERDUE, 25 },
  { "2023-03-31", SKH_STATE_DELIVERED, NULL, 0, "2023-04-01", SKH_STATE_NOT_STARTED,
    SKH_TIMELINESS_OVERDUE, 1 },
  { "2023-03-31", SKH_STATE_DELIVERED, NULL, HAS_COUNT, "2023-04-01",
    SKH_STATE_IN_PROGRESS, SKH_TIMELINESS_OVERDUE, 1 },

  /* Neither in time nor late. */
  { "2023-03-31", SKH_STATE_NOT_APPLICABLE, NULL, 0, "2023-04-25",
    SKH_STATE_NOT_APPLICABLE, SKH_TIMELINESS_NONE, 0 },
  { "2023-03-31", SKH_STATE_NOT_APPLICABLE, "2023-03-01", 0, "2023-04-25",
    SKH_STATE_NOT_APPLICABLE, SKH_TIMELINESS_NONE, 0 },
  { NULL, SKH_STATE_NOT_STARTED, NULL, 0, "2023-04-25", SKH_STATE_NOT_STARTED,
    SKH_TIMELINESS_NONE, 0 },
  { NULL, SKH_STATE_REWORK, NULL, 0, "2023-04-25", SKH_STATE_REWORK, SKH_TIMELINESS_NONE,
    0 },
};

static void
test_status (gconstpointer data)
{
  const struct status_row *row = data;
  SkhLine line = {
    .due = skh_date_parse_iso (row->due),
    .delivered_on = skh_date_parse_iso (row->delivered_on),
    .from = SKH_DATE_NONE,
    .to = SKH_DATE_NONE,
    .state = (guint8)row->stored,
    .has_count = (row->flags & HAS_COUNT) != 0,
    .is_empty_return = (row->flags & IS_EMPTY) != 0,
  };
  SkhStatus status = skh_line_get_status (&line, skh_date_parse_iso (row->on), SOON_DAYS);

  g_assert_cmpstr (skh_state_to_string (status.state), ==,
                   skh_state_to_string (row->state));
  g_assert_cmpstr (skh_timeliness_to_string (status.timeliness), ==,
                   skh_timeliness_to_string (row->timeliness));
  g_assert_cmpint (status.days, ==, row->days);
}

static void
test_soon_days (void)
{
  SkhDate due = skh_date_new (2023, 3, 31);
  SkhLine line = { .due = due, .delivered_on = SKH_DATE_NONE };

  g_assert_cmpint (skh_line_get_status (&line, due, 0).timeliness, ==,
                   SKH_TIMELINESS_DUE_SOON);
  g_assert_cmpint (skh_line_get_status (&line, due - 1, 0).timeliness, ==,
                   SKH_TIMELINESS_NOT_DUE);
  g_assert_cmpint (skh_line_get_status (&line, due - 30, 30).timeliness, ==,
                   SKH_TIMELINESS_DUE_SOON);
}

/* Which lines a period lists, and which of them it expects. */
static const struct period_row
{
  const char *own; /* the period of a periodic task's line, or NULL */
  const char *due;
  const char *from;
  const char *to;
  SkhState state;
  const char *period;
  gboolean is_in_force;
  gboolean is_listed;
  gboolean is_expected;
} periods[] = {
  /* Its last day decides. */
  { NULL, "2023-03-31", NULL, NULL, 0, "2023-Q1", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", NULL, NULL, 0, "2023-03", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", NULL, NULL, 0, "2023-H1", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", NULL, NULL, 0, "2023", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", NULL, NULL, 0, "2023-Q2", TRUE, FALSE, FALSE },
  { NULL, "2023-04-01", NULL, NULL, 0, "2023-Q1", TRUE, FALSE, FALSE },
  { NULL, "2024-01-15", NULL, NULL, 0, "2023", TRUE, FALSE, FALSE },
  { NULL, "2024-01-15", NULL, NULL, 0, "2024-Q1", TRUE, TRUE, TRUE },

  /* A quarterly task's line stays in its own quarter, whenever it falls due. */
  { "2023-Q1", "2023-03-31", NULL, NULL, 0, "2023-Q1", TRUE, TRUE, TRUE },
  { "2023-Q1", "2023-04-15", NULL, NULL, 0, "2023-Q1", TRUE, TRUE, TRUE },
  { "2023-Q1", "2023-04-15", NULL, NULL, 0, "2023-Q2", TRUE, FALSE, FALSE },
  { "2023-Q1", "2023-04-15", NULL, NULL, 0, "2023-04", TRUE, FALSE, FALSE },
  { "2023-Q1", "2023-04-15", NULL, NULL, 0, "2023-H1", TRUE, TRUE, TRUE },
  { "2023-Q1", "2023-03-31", NULL, NULL, 0, "2023-03", TRUE, FALSE, FALSE },
  { "2023-Q4", "2024-01-10", NULL, NULL, 0, "2023", TRUE, TRUE, TRUE },
  { "2023-Q4", "2024-01-10", NULL, NULL, 0, "2024", TRUE, FALSE, FALSE },
  { "2023-Q2", NULL, NULL, NULL, 0, "2023-Q2", TRUE, TRUE, FALSE },
  { "2023-Q2", NULL, NULL, NULL, 0, "2023-Q1", TRUE, FALSE, FALSE },

  /* Without a last day: in every period of the year, never expected. */
  { NULL, NULL, NULL, NULL, 0, "2023", TRUE, TRUE, FALSE },
  { NULL, NULL, NULL, NULL, 0, "2023-Q3", TRUE, TRUE, FALSE },
  { NULL, NULL, NULL, NULL, SKH_STATE_DELIVERED, "2023-11", TRUE, TRUE, FALSE },
  { NULL, NULL, NULL, NULL, 0, "2024", TRUE, FALSE, FALSE },

  /* A unit counts from its opening to its closing, both days included. */
  { NULL, "2023-03-31", "2023-03-31", NULL, 0, "2023", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", "2023-04-01", NULL, 0, "2023", FALSE, FALSE, FALSE },
  { NULL, "2023-03-31", NULL, "2023-03-31", 0, "2023", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", NULL, "2023-03-30", 0, "2023", FALSE, FALSE, FALSE },
  { NULL, "2023-03-31", "2023-01-01", "2023-06-30", 0, "2023-Q1", TRUE, TRUE, TRUE },
  { "2023-Q1", "2023-04-15", NULL, "2023-04-10", 0, "2023-Q1", FALSE, FALSE, FALSE },
  { "2023-Q1", "2023-04-15", "2023-04-10", NULL, 0, "2023-Q1", TRUE, TRUE, TRUE },
  { NULL, NULL, "2023-06-30", NULL, 0, "2023-Q2", TRUE, TRUE, FALSE },
  { NULL, NULL, "2023-07-01", NULL, 0, "2023-Q2", FALSE, FALSE, FALSE },
  { NULL, NULL, NULL, "2023-04-01", 0, "2023-Q2", TRUE, TRUE, FALSE },
  { NULL, NULL, NULL, "2023-03-31", 0, "2023-Q2", FALSE, FALSE, FALSE },
  { NULL, NULL, "2023-05-01", "2023-05-02", 0, "2023-Q2", TRUE, TRUE, FALSE },

  /* Only "not applicable" takes a line out of what is expected. */
  { NULL, "2023-03-31", NULL, NULL, SKH_STATE_IN_PROGRESS, "2023", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", NULL, NULL, SKH_STATE_DELIVERED, "2023", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", NULL, NULL, SKH_STATE_REWORK, "2023", TRUE, TRUE, TRUE },
  { NULL, "2023-03-31", NULL, NULL, SKH_STATE_NOT_APPLICABLE, "2023", TRUE, TRUE, FALSE },

  /* No period lists nothing. */
  { NULL, "2023-03-31", NULL, NULL, 0, "", TRUE, FALSE, FALSE },
  { "2023-Q1", "2023-03-31", NULL, NULL, 0, "", TRUE, FALSE, FALSE },
};

static void
test_period (gconstpointer data)
{
  const struct period_row *row = data;
  SkhPeriod period = skh_period_parse (row->period);
  SkhLine line = {
    .period = skh_period_parse (row->own != NULL ? row->own : "2023"),
    .due = skh_date_parse_iso (row->due),
    .delivered_on = SKH_DATE_NONE,
    .from = skh_date_parse_iso (row->from),
    .to = skh_date_parse_iso (row->to),
    .state = (guint8)row->state,
    .own_period = row->own != NULL,
  };

  g_assert_cmpint (skh_line_is_in_force (&line, period), ==, row->is_in_force);
  g_assert_cmpint (skh_line_is_listed (&line, period), ==, row->is_listed);
  g_assert_cmpint (skh_line_is_expected (&line, period), ==, row->is_expected);
}

static const char *const state_names[]
  = { "not_started", "in_progress", "delivered", "rework", "not_applicable" };
static const char *const timeliness_names[]
  = { "none", "not_due", "due_soon", "overdue", "on_time", "late" };

static void
test_names (void)
{
  SkhState state;

  for (guint i = 0; i < SKH_N_STATES; i++)
    {
      g_assert_cmpstr (skh_state_to_string (i), ==, state_names[i]);
      state = SKH_N_STATES;
      g_assert_true (skh_state_from_string (state_names[i], &state));
      g_assert_cmpint (state, ==, i);
    }
  for (guint i = 0; i < SKH_N_TIMELINESS; i++)
    g_assert_cmpstr (skh_timeliness_to_string (i), ==, timeliness_names[i]);

  state = SKH_STATE_REWORK;
  g_assert_false (skh_state_from_string ("done", &state));
  g_assert_false (skh_state_from_string ("", &state));
  g_assert_false (skh_state_from_string (NULL, &state));
  g_assert_cmpint (state, ==, SKH_STATE_REWORK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  skh_test_add_table ("/line/status", statuses, test_status);
  g_test_add_func ("/line/soon-days", test_soon_days);
  skh_test_add_table ("/line/period", periods, test_period);
  g_test_add_func ("/line/names", test_names);

  return g_test_run ();
}
