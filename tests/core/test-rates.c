/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-rates.h"

#include <stdlib.h>
#include <string.h>

#define SOON_DAYS 15
#define N_LINES 300
#define N_UNITS 12
#define N_ROUNDS 40

static const char *const all_periods[] = {
  "2023",    "2023-H1", "2023-H2", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4",
  "2023-01", "2023-02", "2023-03", "2023-04", "2023-05", "2023-06", "2023-07",
  "2023-08", "2023-09", "2023-10", "2023-11", "2023-12", "2022-Q4", "2024",
};

static void
assert_rates (const SkhRates *rates, const SkhRates *expected)
{
  g_assert_cmpuint (rates->expected, ==, expected->expected);
  g_assert_cmpuint (rates->actual, ==, expected->actual);
  g_assert_cmpuint (rates->on_time, ==, expected->on_time);
  g_assert_cmpuint (rates->late, ==, expected->late);
  g_assert_cmpuint (rates->overdue, ==, expected->overdue);
  g_assert_cmpuint (rates->pending, ==, expected->pending);
  g_assert_cmpuint (rates->due_soon, ==, expected->due_soon);
}

/* What holds of any counts whatever. */
static void
assert_sound (const SkhRates *rates)
{
  double completeness = skh_rates_get_completeness (rates);
  double timeliness = skh_rates_get_timeliness (rates);

  g_assert_cmpuint (rates->actual, ==, rates->on_time + rates->late);
  g_assert_cmpuint (rates->expected, ==, rates->actual + rates->overdue + rates->pending);
  g_assert_cmpuint (rates->due_soon, <=, rates->pending);

  if (rates->expected == 0)
    {
      g_assert_cmpfloat (completeness, ==, SKH_RATE_NONE);
      g_assert_cmpfloat (timeliness, ==, SKH_RATE_NONE);
      return;
    }
  g_assert_cmpfloat (completeness, <=, 1.0);
  g_assert_cmpfloat (timeliness, <=, completeness);
  g_assert_cmpfloat (timeliness, >=, 0.0);
}

static SkhRates
count_lines (const SkhLine *lines, gsize n_lines, const char *period, SkhDate on)
{
  SkhRates rates = { 0 };

  for (gsize i = 0; i < n_lines; i++)
    skh_rates_add_line (&rates, &lines[i], skh_period_parse (period), on, SOON_DAYS);

  return rates;
}

/* The rules a second time, by other means: days are ISO texts and compare as texts, a
   period is a set of months, and days are counted one by one. */

static guint
slow_get_months (const char *part)
{
  static const struct
  {
    const char *part;
    guint months;
  } parts[] = {
    { "", 0xfff },    { "-H1", 0x03f }, { "-H2", 0xfc0 }, { "-Q1", 0x007 },
    { "-Q2", 0x038 }, { "-Q3", 0x1c0 }, { "-Q4", 0xe00 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (part, parts[i].part) == 0)
      return parts[i].months;

  return 1u << (atoi (part + 1) - 1);
}

static gboolean
slow_is_in (const char *period, const SkhLine *line, const char *due)
{
  g_autofree char *own = skh_period_to_string (line->period);
  guint months
    = line->own_period ? slow_get_months (own + 4) : 1u << (atoi (due + 5) - 1);

  return strncmp (period, line->own_period ? own : due, 4) == 0
         && (months & ~slow_get_months (period + 4)) == 0;
}

static gboolean
slow_is_soon (SkhDate on, SkhDate due)
{
  for (int days_left = 0; days_left <= SOON_DAYS; days_left++)
    if (on + days_left == due)
      return TRUE;

  return FALSE;
}

static void
slow_add_line (SkhRates *rates, const SkhLine *line, const char *period, SkhDate on_day)
{
  g_autofree char *on = skh_date_to_iso (on_day);
  g_autofree char *due = skh_date_to_iso (line->due);
  g_autofree char *from = skh_date_to_iso (line->from);
  g_autofree char *to = skh_date_to_iso (line->to);
  g_autofree char *delivered = skh_date_to_iso (line->delivered_on);

  if (due == NULL || strcmp (skh_state_to_string (line->state), "not_applicable") == 0)
    return;
  if ((from != NULL && strcmp (due, from) < 0) || (to != NULL && strcmp (due, to) > 0))
    return;
  if (!slow_is_in (period, line, due))
    return;

  gboolean is_delivered = strcmp (skh_state_to_string (line->state), "delivered") == 0
                          && !line->is_empty_return && delivered != NULL
                          && strcmp (delivered, on) <= 0;
  gboolean is_past = strcmp (is_delivered ? delivered : on, due) > 0;

  rates->expected += 1;
  rates->actual += is_delivered;
  rates->on_time += is_delivered && !is_past;
  rates->late += is_delivered && is_past;
  rates->overdue += !is_delivered && is_past;
  rates->pending += !is_delivered && !is_past;
  rates->due_soon += !is_delivered && slow_is_soon (on_day, line->due);
}

static SkhRates
slow_count_lines (const SkhLine *lines, gsize n_lines, const char *period, SkhDate on)
{
  SkhRates rates = { 0 };

  for (gsize i = 0; i < n_lines; i++)
    slow_add_line (&rates, &lines[i], period, on);

  return rates;
}

static gboolean
toss (int one_in)
{
  return g_test_rand_int_range (0, one_in) == 0;
}

static SkhDate
make_day (SkhDate first, SkhDate last)
{
  return g_test_rand_int_range (first, last + 1);
}

/* Days lie thick around the ends of quarters, where rules go wrong. */
static SkhDate
make_due_day (SkhPeriod period)
{
  if (toss (6))
    return SKH_DATE_NONE;
  if (toss (2))
    return skh_period_get_last_day (period);
  if (toss (2))
    return skh_period_get_last_day (period) + make_day (-3, 20);

  return make_day (skh_date_new (2022, 10, 1), skh_date_new (2024, 3, 31));
}

static SkhDate
make_day_near (SkhDate day, int none_in)
{
  SkhDate near = day != SKH_DATE_NONE ? day : skh_date_new (2023, 7, 1);

  if (toss (none_in))
    return SKH_DATE_NONE;

  return near + (toss (2) ? make_day (-2, 2) : make_day (-200, 200));
}

static SkhLine
make_line (void)
{
  static const SkhPeriodKind own_kinds[]
    = { SKH_PERIOD_HALF, SKH_PERIOD_QUARTER, SKH_PERIOD_QUARTER, SKH_PERIOD_MONTH };
  SkhLine line = { 0 };

  line.own_period = toss (2);
  line.period = skh_period_of_day (
    line.own_period ? own_kinds[g_test_rand_int_range (0, G_N_ELEMENTS (own_kinds))]
                    : SKH_PERIOD_YEAR,
    make_day (skh_date_new (2022, 11, 1), skh_date_new (2024, 2, 1)));
  line.due = make_due_day (line.period);
  line.state
    = toss (2) ? SKH_STATE_DELIVERED : (guint8)g_test_rand_int_range (0, SKH_N_STATES);
  line.delivered_on = make_day_near (line.due, 8);
  line.from = toss (3) ? make_day_near (line.due, 4) : SKH_DATE_NONE;
  line.to = toss (3) ? make_day_near (line.due, 4) : SKH_DATE_NONE;
  line.has_count = toss (2);
  line.is_empty_return = toss (8);

  return line;
}

static void
make_lines (SkhLine lines[N_LINES])
{
  for (int i = 0; i < N_LINES; i++)
    lines[i] = make_line ();
}

static SkhDate
make_on (void)
{
  return make_day (skh_date_new (2022, 12, 1), skh_date_new (2024, 2, 15));
}

static void
test_against_slow (void)
{
  SkhLine lines[N_LINES];

  for (int round = 0; round < N_ROUNDS; round++)
    {
      make_lines (lines);
      for (guint i = 0; i < G_N_ELEMENTS (all_periods); i++)
        {
          SkhDate on = make_on ();
          SkhRates rates = count_lines (lines, N_LINES, all_periods[i], on);
          SkhRates expected = slow_count_lines (lines, N_LINES, all_periods[i], on);

          g_test_message ("%s on %d", all_periods[i], on);
          assert_rates (&rates, &expected);
          assert_sound (&rates);
        }
    }
}

/* Each line belongs to one unit; the units' counts make up the whole. */
static void
test_units_make_the_whole (void)
{
  SkhLine lines[N_LINES];

  for (int round = 0; round < N_ROUNDS; round++)
    {
      const char *period
        = all_periods[g_test_rand_int_range (0, G_N_ELEMENTS (all_periods))];
      SkhDate on = make_on ();
      SkhRates by_unit[N_UNITS] = { 0 };
      SkhRates sum = { 0 };

      make_lines (lines);
      for (int i = 0; i < N_LINES; i++)
        skh_rates_add_line (&by_unit[g_test_rand_int_range (0, N_UNITS)], &lines[i],
                            skh_period_parse (period), on, SOON_DAYS);
      for (int i = 0; i < N_UNITS; i++)
        {
          assert_sound (&by_unit[i]);
          skh_rates_add (&sum, &by_unit[i]);
        }

      SkhRates whole = count_lines (lines, N_LINES, period, on);
      assert_rates (&sum, &whole);
    }
}

/* A half-yearly line lies in no quarter; all others lie in one and only one. */
static void
test_quarters_make_the_year (void)
{
  SkhLine lines[N_LINES];

  for (int round = 0; round < N_ROUNDS; round++)
    {
      SkhPeriod quarters[4];
      SkhDate on = make_on ();
      SkhRates sum = { 0 };
      gsize n_lines = 0;

      while (n_lines < N_LINES)
        {
          lines[n_lines] = make_line ();
          n_lines += lines[n_lines].period.kind != SKH_PERIOD_HALF;
        }
      skh_period_split (skh_period_parse ("2023"), SKH_PERIOD_QUARTER, quarters);
      for (int i = 0; i < 4; i++)
        {
          g_autofree char *quarter = skh_period_to_string (quarters[i]);
          SkhRates part = count_lines (lines, n_lines, quarter, on);

          skh_rates_add (&sum, &part);
        }

      SkhRates whole = count_lines (lines, n_lines, "2023", on);
      assert_rates (&sum, &whole);
    }
}

/* The day it is seen from moves lines between the counts; what is expected stays, and
   what was delivered stays delivered, in time or late as it was. */
static void
test_later_days (void)
{
  SkhLine lines[N_LINES];

  make_lines (lines);
  SkhRates before = count_lines (lines, N_LINES, "2023", skh_date_new (2022, 12, 1));
  for (SkhDate on = skh_date_new (2022, 12, 2); on <= skh_date_new (2024, 3, 1); on++)
    {
      SkhRates rates = count_lines (lines, N_LINES, "2023", on);

      assert_sound (&rates);
      g_assert_cmpuint (rates.expected, ==, before.expected);
      g_assert_cmpuint (rates.on_time, >=, before.on_time);
      g_assert_cmpuint (rates.late, >=, before.late);
      g_assert_cmpuint (rates.pending, <=, before.pending);
      before = rates;
    }
}

static SkhLine
make_plain_line (const char *due, SkhState state, const char *delivered_on)
{
  return (SkhLine){
    .period = skh_period_parse ("2023"),
    .due = skh_date_parse_iso (due),
    .delivered_on = skh_date_parse_iso (delivered_on),
    .from = SKH_DATE_NONE,
    .to = SKH_DATE_NONE,
    .state = (guint8)state,
  };
}

/* A quarter counted by hand: 11 of 12 delivered, 9 of them in time. */
static void
test_by_hand (void)
{
  SkhLine lines[16];

  for (int i = 0; i < 9; i++)
    lines[i] = make_plain_line ("2023-03-31", SKH_STATE_DELIVERED, "2023-03-30");
  lines[9] = make_plain_line ("2023-03-31", SKH_STATE_DELIVERED, "2023-04-01");
  lines[10] = make_plain_line ("2023-01-29", SKH_STATE_DELIVERED, "2023-02-10");
  lines[11] = make_plain_line ("2023-02-28", SKH_STATE_REWORK, NULL);
  lines[12] = make_plain_line ("2023-02-28", SKH_STATE_NOT_APPLICABLE, NULL);
  lines[13] = make_plain_line ("2023-04-29", SKH_STATE_DELIVERED, "2023-03-01");
  lines[14] = make_plain_line (NULL, SKH_STATE_DELIVERED, "2023-03-01");
  lines[15] = make_plain_line (NULL, SKH_STATE_NOT_STARTED, NULL);

  SkhRates rates = count_lines (lines, 16, "2023-Q1", skh_date_new (2023, 4, 1));
  assert_rates (&rates,
                &(SkhRates){
                  .expected = 12, .actual = 11, .on_time = 9, .late = 2, .overdue = 1 });
  g_assert_cmpfloat (skh_rates_get_completeness (&rates), ==, 11.0 / 12.0);
  g_assert_cmpfloat (skh_rates_get_timeliness (&rates), ==, 0.75);

  /* The same quarter as it looked on 20/3. */
  rates = count_lines (lines, 16, "2023-Q1", skh_date_new (2023, 3, 20));
  assert_rates (&rates, &(SkhRates){ .expected = 12,
                                     .actual = 1,
                                     .late = 1,
                                     .overdue = 1,
                                     .pending = 10,
                                     .due_soon = 10 });
}

static void
test_nothing_expected (void)
{
  SkhRates rates = { 0 };

  assert_sound (&rates);
  g_assert_cmpfloat (skh_rates_get_completeness (&rates), ==, SKH_RATE_NONE);
  g_assert_cmpfloat (skh_rates_get_timeliness (&rates), ==, SKH_RATE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rates/by-hand", test_by_hand);
  g_test_add_func ("/rates/nothing-expected", test_nothing_expected);
  g_test_add_func ("/rates/against-slow", test_against_slow);
  g_test_add_func ("/rates/units-make-the-whole", test_units_make_the_whole);
  g_test_add_func ("/rates/quarters-make-the-year", test_quarters_make_the_year);
  g_test_add_func ("/rates/later-days", test_later_days);

  return g_test_run ();
}
