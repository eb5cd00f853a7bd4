/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-date.h"
#include "skh-test-table.h"

/* Day numbers and weekdays from another calendar (Python's). */
static const struct day_row
{
  int year, month, day;
  SkhDate date;
  int weekday;
} days[] = {
  { 1970, 1, 1, 0, 4 },      { 1969, 12, 31, -1, 3 },   { 2000, 2, 29, 11016, 2 },
  { 2023, 4, 15, 19462, 6 }, { 1900, 3, 1, -25508, 4 }, { 1, 1, 1, -719162, 1 },
  { 2023, 1, 1, 19358, 7 },  { 2024, 2, 29, 19782, 4 }, { 2024, 3, 1, 19783, 5 },
  { 2100, 2, 28, 47540, 7 }, { 2100, 3, 1, 47541, 1 },  { 9999, 12, 31, 2932896, 5 },
};

static void
test_day (gconstpointer data)
{
  const struct day_row *row = data;
  int year, month, day;

  g_assert_cmpint (skh_date_new (row->year, row->month, row->day), ==, row->date);
  skh_date_get_ymd (row->date, &year, &month, &day);
  g_assert_cmpint (year, ==, row->year);
  g_assert_cmpint (month, ==, row->month);
  g_assert_cmpint (day, ==, row->day);
  g_assert_cmpint (skh_date_get_year (row->date), ==, row->year);
  g_assert_cmpint (skh_date_get_weekday (row->date), ==, row->weekday);
}

static const struct impossible_row
{
  int year, month, day;
} impossible_days[] = {
  { 2023, 2, 29 }, { 1900, 2, 29 }, { 2023, 4, 31 }, { 2023, 13, 1 },  { 2023, 0, 1 },
  { 2023, 1, 0 },  { 2023, 1, 32 }, { 0, 1, 1 },     { 10000, 1, 1 },  { -1, 1, 1 },
  { 2023, -1, 1 }, { 2023, 1, -1 }, { 2100, 2, 29 }, { 2023, 12, 32 },
};

static void
test_impossible_day (gconstpointer data)
{
  const struct impossible_row *row = data;

  g_assert_cmpint (skh_date_new (row->year, row->month, row->day), ==, SKH_DATE_NONE);
}

/* Every day of ten thousand years, one after another, against GLib's calendar. */
static void
test_whole_calendar (void)
{
  SkhDate expected = skh_date_new (1, 1, 1);
  GDate other;

  g_date_clear (&other, 1);
  for (g_date_set_dmy (&other, 1, G_DATE_JANUARY, 1); g_date_get_year (&other) <= 9999;
       g_date_add_days (&other, 1), expected++)
    {
      int year, month, day;

      skh_date_get_ymd (expected, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (&other));
      g_assert_cmpint (month, ==, (int)g_date_get_month (&other));
      g_assert_cmpint (day, ==, g_date_get_day (&other));
      g_assert_cmpint (skh_date_new (year, month, day), ==, expected);
      g_assert_cmpint (skh_date_get_weekday (expected), ==,
                       (int)g_date_get_weekday (&other));
    }

  g_assert_cmpint (expected, ==, skh_date_new (9999, 12, 31) + 1);
}

static void
test_days_in_month (void)
{
  g_assert_cmpint (skh_date_days_in_month (2023, 1), ==, 31);
  g_assert_cmpint (skh_date_days_in_month (2023, 2), ==, 28);
  g_assert_cmpint (skh_date_days_in_month (2024, 2), ==, 29);
  g_assert_cmpint (skh_date_days_in_month (1900, 2), ==, 28);
  g_assert_cmpint (skh_date_days_in_month (2000, 2), ==, 29);
  g_assert_cmpint (skh_date_days_in_month (2023, 4), ==, 30);
  g_assert_cmpint (skh_date_days_in_month (2023, 12), ==, 31);
  g_assert_cmpint (skh_date_days_in_month (2023, 0), ==, 0);
  g_assert_cmpint (skh_date_days_in_month (2023, 13), ==, 0);
  g_assert_cmpint (skh_date_days_in_month (0, 1), ==, 0);
  g_assert_cmpint (skh_date_days_in_month (10000, 1), ==, 0);
}

static const struct parse_row
{
  const char *text;
  const char *iso; /* NULL: no day */
} iso_texts[] = {
  { "2023-04-15", "2023-04-15" },
  { "2024-02-29", "2024-02-29" },
  { "0001-01-01", "0001-01-01" },
  { "9999-12-31", "9999-12-31" },
  { "2023-02-29", NULL },
  { "2023-4-15", NULL },
  { "2023-04-5", NULL },
  { "2023/04/15", NULL },
  { "2023-04-15 ", NULL },
  { " 2023-04-15", NULL },
  { "2023-04-15T00:00", NULL },
  { "20230415", NULL },
  { "2023-04", NULL },
  { "2023-04-", NULL },
  { "2023-13-01", NULL },
  { "2023-00-10", NULL },
  { "0000-01-01", NULL },
  { "-2023-04-15", NULL },
  { "02023-04-15", NULL },
  { "2023-04-015", NULL },
  { "", NULL },
  { "15/4/2023", NULL },
  { NULL, NULL },
};

static void
assert_iso (SkhDate date, const char *iso)
{
  g_autofree char *text = skh_date_to_iso (date);

  g_assert_cmpstr (text, ==, iso);
}

static void
test_parse_iso (gconstpointer data)
{
  const struct parse_row *row = data;

  assert_iso (skh_date_parse_iso (row->text), row->iso);
}

/* Typed in a plan of 2023. */
static const struct parse_row typed_texts[] = {
  { "15/4", "2023-04-15" },
  { "15/04", "2023-04-15" },
  { "15.4", "2023-04-15" },
  { "15-4", "2023-04-15" },
  { "15/4/2023", "2023-04-15" },
  { "15/04/2024", "2024-04-15" },
  { "15.4.23", "2023-04-15" },
  { "15-4-2023", "2023-04-15" },
  { "5/1/07", "2007-01-05" },
  { "5/1/99", "2099-01-05" },
  { "2023-04-15", "2023-04-15" },
  { "  15/4/2023\t", "2023-04-15" },
  { " 2023-04-15\n", "2023-04-15" },
  { "29/2/2024", "2024-02-29" },
  { "29/2", NULL },
  { "29/2/23", NULL },
  { "31/4", NULL },
  { "4/15/2023", NULL },
  { "0/4", NULL },
  { "15/0", NULL },
  { "15/4/2", NULL },
  { "15/4/202", NULL },
  { "15/4/20233", NULL },
  { "15/4/0000", NULL },
  { "15/4-2023", NULL },
  { "15/4/", NULL },
  { "15/", NULL },
  { "15", NULL },
  { "/4", NULL },
  { "15//4", NULL },
  { "15 4", NULL },
  { "015/4", NULL },
  { "-15/4", NULL },
  { "15/-4", NULL },
  { "15/4/2023 8:00", NULL },
  { "tháng 4", NULL },
  { "", NULL },
  { "   ", NULL },
  { NULL, NULL },
};

static void
test_parse_typed (gconstpointer data)
{
  const struct parse_row *row = data;

  assert_iso (skh_date_parse_typed (row->text, 2023), row->iso);
}

static void
test_default_year (void)
{
  assert_iso (skh_date_parse_typed ("29/2", 2024), "2024-02-29");
  assert_iso (skh_date_parse_typed ("15/4", 0), NULL);
  assert_iso (skh_date_parse_typed ("15/4/2023", 0), "2023-04-15");
}

static void
test_to_text (void)
{
  g_autofree char *text = skh_date_to_text (skh_date_new (2023, 4, 5));
  g_autofree char *none = skh_date_to_text (SKH_DATE_NONE);

  g_assert_cmpstr (text, ==, "5/4/2023");
  g_assert_cmpstr (none, ==, "");
  assert_iso (skh_date_new (33, 4, 5), "0033-04-05");
  assert_iso (SKH_DATE_NONE, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  skh_test_add_table ("/date/day", days, test_day);
  skh_test_add_table ("/date/impossible-day", impossible_days, test_impossible_day);
  g_test_add_func ("/date/whole-calendar", test_whole_calendar);
  g_test_add_func ("/date/days-in-month", test_days_in_month);
  skh_test_add_table ("/date/parse-iso", iso_texts, test_parse_iso);
  skh_test_add_table ("/date/parse-typed", typed_texts, test_parse_typed);
  g_test_add_func ("/date/default-year", test_default_year);
  g_test_add_func ("/date/to-text", test_to_text);

  return g_test_run ();
}
