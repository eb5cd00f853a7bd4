/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-period.h"
#include "skh-test-table.h"

static const struct period_row
{
  const char *string;
  const char *text;
  const char *first_day;
  const char *last_day;
  SkhPeriodKind kind;
  int index;
} periods[] = {
  { "2023", "năm 2023", "2023-01-01", "2023-12-31", SKH_PERIOD_YEAR, 1 },
  { "2023-H1", "6 tháng đầu năm 2023", "2023-01-01", "2023-06-30", SKH_PERIOD_HALF, 1 },
  { "2023-H2", "6 tháng cuối năm 2023", "2023-07-01", "2023-12-31", SKH_PERIOD_HALF, 2 },
  { "2023-Q1", "quý I năm 2023", "2023-01-01", "2023-03-31", SKH_PERIOD_QUARTER, 1 },
  { "2023-Q2", "quý II năm 2023", "2023-04-01", "2023-06-30", SKH_PERIOD_QUARTER, 2 },
  { "2023-Q3", "quý III năm 2023", "2023-07-01", "2023-09-30", SKH_PERIOD_QUARTER, 3 },
  { "2023-Q4", "quý IV năm 2023", "2023-10-01", "2023-12-31", SKH_PERIOD_QUARTER, 4 },
  { "2023-02", "tháng 2 năm 2023", "2023-02-01", "2023-02-28", SKH_PERIOD_MONTH, 2 },
  { "2024-02", "tháng 2 năm 2024", "2024-02-01", "2024-02-29", SKH_PERIOD_MONTH, 2 },
  { "2023-04", "tháng 4 năm 2023", "2023-04-01", "2023-04-30", SKH_PERIOD_MONTH, 4 },
  { "2023-12", "tháng 12 năm 2023", "2023-12-01", "2023-12-31", SKH_PERIOD_MONTH, 12 },
  { "0001", "năm 1", "0001-01-01", "0001-12-31", SKH_PERIOD_YEAR, 1 },
  { "9999-Q4", "quý IV năm 9999", "9999-10-01", "9999-12-31", SKH_PERIOD_QUARTER, 4 },
};

static void
assert_string (SkhPeriod period, const char *expected)
{
  g_autofree char *string = skh_period_to_string (period);

  g_assert_cmpstr (string, ==, expected);
}

static void
test_period (gconstpointer data)
{
  const struct period_row *row = data;
  SkhPeriod period = skh_period_parse (row->string);
  g_autofree char *text = skh_period_to_text (period);
  g_autofree char *first_day = skh_date_to_iso (skh_period_get_first_day (period));
  g_autofree char *last_day = skh_date_to_iso (skh_period_get_last_day (period));

  g_assert_true (skh_period_is_set (period));
  g_assert_true (
    skh_period_equal (period, skh_period_new (row->kind, period.year, row->index)));
  assert_string (period, row->string);
  g_assert_cmpstr (text, ==, row->text);
  g_assert_cmpstr (first_day, ==, row->first_day);
  g_assert_cmpstr (last_day, ==, row->last_day);
}

static const char *const bad_texts[] = {
  "",        "202",      "20233",   "2023-",      "2023-Q0", "2023-Q5", "2023-H0",
  "2023-H3", "2023-00",  "2023-13", "2023-4",     "2023-Q",  "2023-QQ", "2023-Q11",
  "2023-q1", " 2023",    "2023 ",   "2023/04",    "0000",    "-2023",   "2023-X1",
  "2023Q1",  "2023-004", "Q1-2023", "2023-04-15",
};

static void
test_bad_text (gconstpointer data)
{
  const char *const *text = data;

  g_assert_false (skh_period_is_set (skh_period_parse (*text)));
}

static void
test_new (void)
{
  assert_string (skh_period_new (SKH_PERIOD_YEAR, 2023, 0), "2023");
  g_assert_true (skh_period_equal (skh_period_new (SKH_PERIOD_YEAR, 2023, 0),
                                   skh_period_new (SKH_PERIOD_YEAR, 2023, 1)));
  assert_string (skh_period_new (SKH_PERIOD_YEAR, 2023, 2), NULL);
  assert_string (skh_period_new (SKH_PERIOD_HALF, 2023, 3), NULL);
  assert_string (skh_period_new (SKH_PERIOD_QUARTER, 2023, 0), NULL);
  assert_string (skh_period_new (SKH_PERIOD_QUARTER, 2023, 5), NULL);
  assert_string (skh_period_new (SKH_PERIOD_MONTH, 2023, 13), NULL);
  assert_string (skh_period_new (SKH_PERIOD_MONTH, 2023, -1), NULL);
  assert_string (skh_period_new (SKH_PERIOD_MONTH, 0, 1), NULL);
  assert_string (skh_period_new (SKH_PERIOD_MONTH, 10000, 1), NULL);
  assert_string (skh_period_new (SKH_PERIOD_NONE, 2023, 1), NULL);
}

static void
test_equal (void)
{
  static const char *const different[]
    = { "2023", "2023-H1", "2023-Q1", "2023-Q2", "2023-01", "2024-Q1", "" };

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    for (guint j = 0; j < G_N_ELEMENTS (different); j++)
      g_assert_cmpint (skh_period_equal (skh_period_parse (different[i]),
                                         skh_period_parse (different[j])),
                       ==, i == j);
}

static void
test_unset (void)
{
  SkhPeriod none = SKH_PERIOD_INIT_NONE;
  SkhPeriod year = skh_period_parse ("2023");
  SkhPeriod parts[12];
  g_autofree char *text = skh_period_to_text (none);

  g_assert_false (skh_period_is_set (none));
  g_assert_false (skh_period_is_set (skh_period_parse (NULL)));
  assert_string (none, NULL);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpint (skh_period_get_first_day (none), ==, SKH_DATE_NONE);
  g_assert_cmpint (skh_period_get_last_day (none), ==, SKH_DATE_NONE);
  g_assert_true (skh_period_equal (none, skh_period_parse ("quý I")));
  g_assert_false (skh_period_equal (none, year));
  g_assert_false (skh_period_contains_day (none, 0));
  g_assert_false (skh_period_contains_day (none, SKH_DATE_NONE));
  g_assert_false (skh_period_contains_day (year, SKH_DATE_NONE));
  g_assert_false (skh_period_contains (none, none));
  g_assert_false (skh_period_contains (year, none));
  g_assert_false (skh_period_contains (none, year));
  g_assert_false (skh_period_is_set (skh_period_of_day (SKH_PERIOD_YEAR, SKH_DATE_NONE)));
  g_assert_false (skh_period_is_set (skh_period_of_day (SKH_PERIOD_NONE, 0)));
  g_assert_cmpuint (skh_period_split (none, SKH_PERIOD_MONTH, parts), ==, 0);
  g_assert_cmpuint (skh_period_split (year, SKH_PERIOD_NONE, parts), ==, 0);
}

static const struct contains_row
{
  const char *outer;
  const char *inner;
  gboolean contains;
} containments[] = {
  { "2023", "2023", TRUE },        { "2023", "2023-H2", TRUE },
  { "2023", "2023-Q4", TRUE },     { "2023", "2023-12", TRUE },
  { "2023", "2024-Q1", FALSE },    { "2023-H1", "2023-Q2", TRUE },
  { "2023-H1", "2023-Q3", FALSE }, { "2023-H1", "2023", FALSE },
  { "2023-H2", "2023-07", TRUE },  { "2023-H2", "2023-06", FALSE },
  { "2023-Q1", "2023-H1", FALSE }, { "2023-Q1", "2023-Q1", TRUE },
  { "2023-Q1", "2022-Q1", FALSE }, { "2023-Q2", "2023-06", TRUE },
  { "2023-Q2", "2023-07", FALSE }, { "2023-04", "2023-Q2", FALSE },
};

static void
test_contains (gconstpointer data)
{
  const struct contains_row *row = data;

  g_assert_cmpint (skh_period_contains (skh_period_parse (row->outer),
                                        skh_period_parse (row->inner)),
                   ==, row->contains);
}

static void
test_contains_day (void)
{
  SkhPeriod quarter = skh_period_parse ("2024-Q1");

  g_assert_false (skh_period_contains_day (quarter, skh_date_new (2023, 12, 31)));
  g_assert_true (skh_period_contains_day (quarter, skh_date_new (2024, 1, 1)));
  g_assert_true (skh_period_contains_day (quarter, skh_date_new (2024, 2, 29)));
  g_assert_true (skh_period_contains_day (quarter, skh_date_new (2024, 3, 31)));
  g_assert_false (skh_period_contains_day (quarter, skh_date_new (2024, 4, 1)));
}

/* Each day of a leap year lies in one period of each kind: the one named after it. */
static void
test_of_day (void)
{
  for (SkhDate day = skh_date_new (2024, 1, 1); day <= skh_date_new (2024, 12, 31); day++)
    {
      int month;
      g_autofree char *iso = skh_date_to_iso (day);
      g_autofree char *month_string = g_strndup (iso, 7);

      skh_date_get_ymd (day, NULL, &month, NULL);
      g_autofree char *quarter = g_strdup_printf ("2024-Q%d", (month + 2) / 3);

      assert_string (skh_period_of_day (SKH_PERIOD_YEAR, day), "2024");
      assert_string (skh_period_of_day (SKH_PERIOD_HALF, day),
                     month <= 6 ? "2024-H1" : "2024-H2");
      assert_string (skh_period_of_day (SKH_PERIOD_QUARTER, day), quarter);
      assert_string (skh_period_of_day (SKH_PERIOD_MONTH, day), month_string);
    }
}

static const struct split_row
{
  const char *whole;
  SkhPeriodKind kind;
  guint n;
  const char *first;
  const char *last;
} splits[] = {
  { "2023", SKH_PERIOD_YEAR, 1, "2023", "2023" },
  { "2023", SKH_PERIOD_HALF, 2, "2023-H1", "2023-H2" },
  { "2023", SKH_PERIOD_QUARTER, 4, "2023-Q1", "2023-Q4" },
  { "2023", SKH_PERIOD_MONTH, 12, "2023-01", "2023-12" },
  { "2023-H1", SKH_PERIOD_QUARTER, 2, "2023-Q1", "2023-Q2" },
  { "2023-H2", SKH_PERIOD_QUARTER, 2, "2023-Q3", "2023-Q4" },
  { "2023-H2", SKH_PERIOD_MONTH, 6, "2023-07", "2023-12" },
  { "2023-Q3", SKH_PERIOD_MONTH, 3, "2023-07", "2023-09" },
  { "2023-Q3", SKH_PERIOD_QUARTER, 1, "2023-Q3", "2023-Q3" },
  { "2023-12", SKH_PERIOD_MONTH, 1, "2023-12", "2023-12" },
  { "2023-Q3", SKH_PERIOD_HALF, 0, NULL, NULL },
  { "2023-12", SKH_PERIOD_YEAR, 0, NULL, NULL },
};

static void
test_split (gconstpointer data)
{
  const struct split_row *row = data;
  SkhPeriod whole = skh_period_parse (row->whole);
  SkhPeriod parts[12];
  SkhDate next = skh_period_get_first_day (whole);

  g_assert_cmpuint (skh_period_split (whole, row->kind, parts), ==, row->n);
  if (row->n == 0)
    return;

  assert_string (parts[0], row->first);
  assert_string (parts[row->n - 1], row->last);
  for (guint i = 0; i < row->n; i++)
    {
      g_assert_cmpint (skh_period_get_first_day (parts[i]), ==, next);
      next = skh_period_get_last_day (parts[i]) + 1;
    }
  g_assert_cmpint (next, ==, skh_period_get_last_day (whole) + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  skh_test_add_table ("/period/period", periods, test_period);
  skh_test_add_table ("/period/bad-text", bad_texts, test_bad_text);
  g_test_add_func ("/period/new", test_new);
  g_test_add_func ("/period/equal", test_equal);
  g_test_add_func ("/period/unset", test_unset);
  skh_test_add_table ("/period/contains", containments, test_contains);
  g_test_add_func ("/period/contains-day", test_contains_day);
  g_test_add_func ("/period/of-day", test_of_day);
  skh_test_add_table ("/period/split", splits, test_split);

  return g_test_run ();
}
