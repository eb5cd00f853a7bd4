/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-holidays.h"
#include "skh-test-table.h"

static void
add_days (SkhHolidays *holidays, SkhDate first, SkhDate last)
{
  for (SkhDate day = first; day <= last; day++)
    skh_holidays_add_day (holidays, day);
}

/* The days off of 2023. */
static SkhHolidays *
make_holidays (void)
{
  SkhHolidays *holidays = skh_holidays_new ();

  skh_holidays_add_year (holidays, 2023);
  add_days (holidays, skh_date_new (2023, 1, 1), skh_date_new (2023, 1, 2));
  add_days (holidays, skh_date_new (2023, 1, 20), skh_date_new (2023, 1, 26));
  add_days (holidays, skh_date_new (2023, 4, 29), skh_date_new (2023, 5, 3));
  add_days (holidays, skh_date_new (2023, 9, 1), skh_date_new (2023, 9, 4));

  return holidays;
}

static const struct day_row
{
  const char *day;
  gboolean is_working;
  const char *next;
  gboolean certain;
} days[] = {
  { "2023-03-31", TRUE, "2023-04-03", TRUE },  /* Friday */
  { "2023-04-01", FALSE, "2023-04-03", TRUE }, /* Saturday */
  { "2023-04-02", FALSE, "2023-04-03", TRUE }, /* Sunday */
  { "2023-04-03", TRUE, "2023-04-04", TRUE },
  { "2023-01-01", FALSE, "2023-01-03", TRUE },
  { "2023-01-19", TRUE, "2023-01-27", TRUE }, /* the eve of Tết */
  { "2023-01-26", FALSE, "2023-01-27", TRUE },
  { "2023-04-29", FALSE, "2023-05-04", TRUE }, /* a Saturday that is a holiday too */
  { "2023-04-28", TRUE, "2023-05-04", TRUE },
  { "2023-09-02", FALSE, "2023-09-05", TRUE },
  { "2023-12-28", TRUE, "2023-12-29", TRUE },
  { "2023-12-29", TRUE, "2024-01-01", FALSE }, /* 2024 was never entered */
  { "2023-12-31", FALSE, "2024-01-01", FALSE },
  { "2024-04-30", TRUE, "2024-05-01", FALSE },
  { "2022-12-30", TRUE, "2023-01-03", FALSE }, /* 31/12/2022 may be off, or not */
  { "2022-12-31", FALSE, "2023-01-03", TRUE },
};

static void
test_day (gconstpointer data)
{
  const struct day_row *row = data;
  g_autoptr (SkhHolidays) holidays = make_holidays ();
  SkhDate day = skh_date_parse_iso (row->day);
  gboolean certain = !row->certain;
  SkhDate next = skh_holidays_get_next_working_day (holidays, day, &certain);
  g_autofree char *next_text = skh_date_to_iso (next);

  g_assert_cmpint (skh_holidays_is_working_day (holidays, day), ==, row->is_working);
  g_assert_cmpstr (next_text, ==, row->next);
  g_assert_cmpint (certain, ==, row->certain);
  g_assert_cmpint (skh_holidays_get_next_working_day (holidays, day, NULL), ==, next);
}

static void
test_years (void)
{
  g_autoptr (SkhHolidays) holidays = make_holidays ();

  g_assert_true (skh_holidays_knows_year (holidays, 2023));
  g_assert_false (skh_holidays_knows_year (holidays, 2024));

  /* A day that spills over from a year's list says nothing of the rest of its year. */
  skh_holidays_add_day (holidays, skh_date_new (2024, 1, 1));
  g_assert_false (skh_holidays_knows_year (holidays, 2024));
  g_assert_false (skh_holidays_is_working_day (holidays, skh_date_new (2024, 1, 1)));

  skh_holidays_add_year (holidays, 2024);
  g_assert_true (skh_holidays_knows_year (holidays, 2024));
}

static void
test_none (void)
{
  g_autoptr (SkhHolidays) holidays = make_holidays ();
  gboolean certain = TRUE;

  g_assert_cmpint (skh_holidays_get_next_working_day (holidays, SKH_DATE_NONE, &certain),
                   ==, SKH_DATE_NONE);
  g_assert_false (certain);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  skh_test_add_table ("/holidays/day", days, test_day);
  g_test_add_func ("/holidays/years", test_years);
  g_test_add_func ("/holidays/none", test_none);

  return g_test_run ();
}
