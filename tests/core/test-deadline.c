/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-deadline.h"
#include "skh-test-table.h"

static const struct kind_row
{
  const char *name;
  SkhDeadlineKind kind;
  gboolean is_periodic;
  gboolean awaits_day;
  gboolean is_dated;
  guint n_periods;
  const char *first_period;
  const char *last_period;
} kinds[] = {
  { "in_period", SKH_DEADLINE_IN_PERIOD, FALSE, FALSE, TRUE, 1, "2023", "2023" },
  { "by_end_of", SKH_DEADLINE_BY_END_OF, FALSE, FALSE, TRUE, 1, "2023", "2023" },
  { "before", SKH_DEADLINE_BEFORE, FALSE, FALSE, TRUE, 1, "2023", "2023" },
  { "quarterly", SKH_DEADLINE_QUARTERLY, TRUE, FALSE, TRUE, 4, "2023-Q1", "2023-Q4" },
  { "half_yearly", SKH_DEADLINE_HALF_YEARLY, TRUE, FALSE, TRUE, 2, "2023-H1", "2023-H2" },
  { "monthly", SKH_DEADLINE_MONTHLY, TRUE, FALSE, TRUE, 12, "2023-01", "2023-12" },
  { "quarterly_set_by_office", SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE, TRUE, TRUE, TRUE, 4,
    "2023-Q1", "2023-Q4" },
  { "relative", SKH_DEADLINE_RELATIVE, FALSE, TRUE, TRUE, 1, "2023", "2023" },
  { "ongoing", SKH_DEADLINE_ONGOING, FALSE, FALSE, FALSE, 1, "2023", "2023" },
  { "unspecified", SKH_DEADLINE_UNSPECIFIED, FALSE, FALSE, FALSE, 1, "2023", "2023" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == SKH_N_DEADLINE_KINDS);

static void
assert_day (SkhDate day, const char *iso)
{
  g_autofree char *text = skh_date_to_iso (day);

  g_assert_cmpstr (text, ==, iso);
}

static void
assert_deadline (SkhDeadline deadline,
                 SkhDeadlineKind kind,
                 const char *first_day,
                 const char *last_day)
{
  g_assert_cmpint (deadline.kind, ==, kind);
  assert_day (deadline.first_day, first_day);
  assert_day (deadline.last_day, last_day);
}

static void
test_kind (gconstpointer data)
{
  const struct kind_row *row = data;
  SkhDeadlineKind kind = SKH_N_DEADLINE_KINDS;

  g_assert_cmpstr (skh_deadline_kind_to_string (row->kind), ==, row->name);
  g_assert_true (skh_deadline_kind_from_string (row->name, &kind));
  g_assert_cmpint (kind, ==, row->kind);
  g_assert_cmpint (skh_deadline_kind_is_periodic (kind), ==, row->is_periodic);
  g_assert_cmpint (skh_deadline_kind_awaits_day (kind), ==, row->awaits_day);
  g_assert_cmpint (skh_deadline_kind_is_dated (kind), ==, row->is_dated);
  assert_deadline (skh_deadline_open (kind), kind, NULL, NULL);
}

static void
test_kind_periods (gconstpointer data)
{
  const struct kind_row *row = data;
  SkhPeriod periods[SKH_DEADLINE_MAX_PERIODS];
  guint n = skh_deadline_get_periods (row->kind, 2023, periods);

  g_assert_cmpuint (n, ==, row->n_periods);
  g_assert_true (skh_period_equal (periods[0], skh_period_parse (row->first_period)));
  g_assert_true (skh_period_equal (periods[n - 1], skh_period_parse (row->last_period)));
  g_assert_cmpuint (skh_deadline_get_periods (row->kind, 0, periods), ==, 0);
}

/* Whatever the kind, a day the office has entered is the day. */
static void
test_kind_entered_day (gconstpointer data)
{
  const struct kind_row *row = data;
  SkhDeadline deadline
    = { row->kind, skh_date_new (2023, 1, 1), skh_date_new (2023, 6, 30) };
  SkhDate entered = skh_date_new (2024, 1, 15);

  g_assert_cmpint (skh_deadline_get_due (&deadline, skh_period_parse (row->first_period),
                                         entered),
                   ==, entered);
}

static void
test_unknown_kind (void)
{
  SkhDeadlineKind kind = SKH_DEADLINE_BEFORE;

  g_assert_false (skh_deadline_kind_from_string ("weekly", &kind));
  g_assert_false (skh_deadline_kind_from_string ("Quarterly", &kind));
  g_assert_false (skh_deadline_kind_from_string ("", &kind));
  g_assert_false (skh_deadline_kind_from_string (NULL, &kind));
  g_assert_cmpint (kind, ==, SKH_DEADLINE_BEFORE);
}

static void
test_wordings (void)
{
  SkhPeriod quarter = skh_period_parse ("2023-Q1");

  assert_deadline (skh_deadline_in_period (quarter), SKH_DEADLINE_IN_PERIOD, "2023-01-01",
                   "2023-03-31");
  assert_deadline (skh_deadline_in_period (skh_period_parse ("2023-05")),
                   SKH_DEADLINE_IN_PERIOD, "2023-05-01", "2023-05-31");
  assert_deadline (skh_deadline_by_end_of (quarter, TRUE), SKH_DEADLINE_BY_END_OF,
                   "2023-01-01", "2023-03-31");
  assert_deadline (skh_deadline_by_end_of (skh_period_parse ("2023-Q2"), FALSE),
                   SKH_DEADLINE_BY_END_OF, NULL, "2023-06-30");
  assert_deadline (skh_deadline_by_end_of (skh_period_parse ("2024-02"), FALSE),
                   SKH_DEADLINE_BY_END_OF, NULL, "2024-02-29");
  assert_deadline (skh_deadline_before (skh_date_new (2023, 4, 30)), SKH_DEADLINE_BEFORE,
                   NULL, "2023-04-29");
  assert_deadline (skh_deadline_before (skh_date_new (2024, 3, 1)), SKH_DEADLINE_BEFORE,
                   NULL, "2024-02-29");
  assert_deadline (skh_deadline_before (skh_date_new (2023, 1, 1)), SKH_DEADLINE_BEFORE,
                   NULL, "2022-12-31");
  assert_deadline (skh_deadline_before (SKH_DATE_NONE), SKH_DEADLINE_BEFORE, NULL, NULL);
  assert_deadline (skh_deadline_in_period (SKH_PERIOD_INIT_NONE), SKH_DEADLINE_IN_PERIOD,
                   NULL, NULL);
}

static void
test_periodic (void)
{
  static const SkhDeadlineKind dated[]
    = { SKH_DEADLINE_MONTHLY, SKH_DEADLINE_QUARTERLY, SKH_DEADLINE_HALF_YEARLY };

  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    assert_deadline (skh_deadline_periodic (dated[i], 2023), dated[i], "2023-01-01",
                     "2023-12-31");

  assert_deadline (skh_deadline_periodic (SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE, 2023),
                   SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE, NULL, NULL);
}

static const struct due_row
{
  SkhDeadlineKind kind;
  const char *last_day;
  const char *period;
  const char *due;
} dues[] = {
  { SKH_DEADLINE_IN_PERIOD, "2023-03-31", "2023", "2023-03-31" },
  { SKH_DEADLINE_BY_END_OF, "2023-06-30", "2023", "2023-06-30" },
  { SKH_DEADLINE_BEFORE, "2023-01-29", "2023", "2023-01-29" },
  { SKH_DEADLINE_QUARTERLY, "2023-12-31", "2023-Q1", "2023-03-31" },
  { SKH_DEADLINE_QUARTERLY, "2023-12-31", "2023-Q4", "2023-12-31" },
  { SKH_DEADLINE_HALF_YEARLY, "2023-12-31", "2023-H1", "2023-06-30" },
  { SKH_DEADLINE_MONTHLY, "2024-12-31", "2024-02", "2024-02-29" },
  { SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE, NULL, "2023-Q1", NULL },
  { SKH_DEADLINE_RELATIVE, NULL, "2023", NULL },
  { SKH_DEADLINE_ONGOING, NULL, "2023", NULL },
  { SKH_DEADLINE_UNSPECIFIED, NULL, "2023", NULL },
  /* Days left over from another wording do not make one of these late. */
  { SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE, "2023-12-31", "2023-Q1", NULL },
  { SKH_DEADLINE_RELATIVE, "2023-12-31", "2023", NULL },
  { SKH_DEADLINE_ONGOING, "2023-12-31", "2023", NULL },
  { SKH_DEADLINE_UNSPECIFIED, "2023-12-31", "2023", NULL },
};

static void
test_due (gconstpointer data)
{
  const struct due_row *row = data;
  SkhDeadline deadline = { row->kind, SKH_DATE_NONE, skh_date_parse_iso (row->last_day) };
  SkhPeriod period = skh_period_parse (row->period);

  assert_day (skh_deadline_get_due (&deadline, period, SKH_DATE_NONE), row->due);
}

static const struct move_row
{
  SkhDeadlineKind kind;
  const char *first_day, *last_day;
  int years;
  const char *moved_first_day, *moved_last_day;
} moves[] = {
  { SKH_DEADLINE_IN_PERIOD, "2023-04-01", "2023-06-30", 1, "2024-04-01", "2024-06-30" },
  { SKH_DEADLINE_IN_PERIOD, "2023-02-01", "2023-02-28", 1, "2024-02-01", "2024-02-29" },
  { SKH_DEADLINE_IN_PERIOD, "2024-02-01", "2024-02-29", 1, "2025-02-01", "2025-02-28" },
  { SKH_DEADLINE_IN_PERIOD, "2024-02-29", "2024-03-10", 1, "2025-03-01", "2025-03-10" },
  { SKH_DEADLINE_BY_END_OF, NULL, "2024-02-28", 1, NULL, "2025-02-28" },
  { SKH_DEADLINE_BY_END_OF, NULL, "2023-05-15", -1, NULL, "2022-05-15" },
  { SKH_DEADLINE_BEFORE, NULL, "2023-04-29", 1, NULL, "2024-04-29" },
  { SKH_DEADLINE_BEFORE, NULL, "2024-02-28", 1, NULL, "2025-02-28" },
  { SKH_DEADLINE_BEFORE, NULL, "2023-02-28", 1, NULL, "2024-02-29" },
  { SKH_DEADLINE_BEFORE, NULL, "2023-12-31", 1, NULL, "2024-12-31" },
  { SKH_DEADLINE_QUARTERLY, "2023-01-01", "2023-12-31", 2, "2025-01-01", "2025-12-31" },
  { SKH_DEADLINE_RELATIVE, NULL, NULL, 1, NULL, NULL },
  { SKH_DEADLINE_BEFORE, NULL, NULL, 1, NULL, NULL },
};

static void
test_move (gconstpointer data)
{
  const struct move_row *row = data;
  SkhDeadline deadline = { row->kind, skh_date_parse_iso (row->first_day),
                           skh_date_parse_iso (row->last_day) };

  assert_deadline (skh_deadline_move_year (&deadline, row->years), row->kind,
                   row->moved_first_day, row->moved_last_day);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  skh_test_add_table ("/deadline/kind", kinds, test_kind);
  skh_test_add_table ("/deadline/periods", kinds, test_kind_periods);
  skh_test_add_table ("/deadline/entered-day", kinds, test_kind_entered_day);
  g_test_add_func ("/deadline/unknown-kind", test_unknown_kind);
  g_test_add_func ("/deadline/wordings", test_wordings);
  g_test_add_func ("/deadline/periodic", test_periodic);
  skh_test_add_table ("/deadline/due", dues, test_due);

  skh_test_add_table ("/deadline/move", moves, test_move);

  return g_test_run ();
}
