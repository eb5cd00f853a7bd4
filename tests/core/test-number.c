/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-number.h"
#include "skh-test-table.h"

#include <math.h>

static const struct text_row
{
  gint64 number;
  const char *text;
} texts[] = {
  { 0, "0" },
  { 7, "7" },
  { 999, "999" },
  { 1000, "1.000" },
  { 1234567, "1.234.567" },
  { 12345, "12.345" },
  { 100000, "100.000" },
  { -5, "-5" },
  { -999, "-999" },
  { -1234, "-1.234" },
  { G_MAXINT64, "9.223.372.036.854.775.807" },
  { G_MININT64, "-9.223.372.036.854.775.808" },
};

static void
test_text (gconstpointer data)
{
  const struct text_row *row = data;
  g_autofree char *text = skh_number_to_text (row->number);

  g_assert_cmpstr (text, ==, row->text);
}

static const struct percent_row
{
  double ratio;
  const char *text;
} percents[] = {
  { 0.0, "0,0%" },
  { 0.7631, "76,3%" },
  { 0.91666, "91,7%" },
  { 1.0, "100,0%" },
  { 0.5, "50,0%" },
  { 0.0005, "0,1%" }, /* halves go up … */
  { 0.00049, "0,0%" },
  { 0.0125, "1,3%" }, /* … also where the double lies below the decimal */
  { 0.0145, "1,5%" },
  { 0.5565, "55,7%" },
  { 0.8315, "83,2%" },
  { 0.9995, "100,0%" },
  { 0.9994, "99,9%" },
  { 1.0833, "108,3%" },
  { 12.5, "1.250,0%" },
  { -1.0, "–" }, /* nothing expected */
  { (double)NAN, "–" },
  { (double)INFINITY, "–" },
};

static void
test_percent (gconstpointer data)
{
  const struct percent_row *row = data;
  g_autofree char *text = skh_number_percent_to_text (row->ratio);

  g_assert_cmpstr (text, ==, row->text);
}

static const struct share_row
{
  gint64 n;
  gint64 total;
  const char *text;
} shares[] = {
  { 11, 12, "11/12 (91,7%)" },
  { 0, 12, "0/12 (0,0%)" },
  { 12, 12, "12/12 (100,0%)" },
  { 0, 0, "0/0" },
  { 3, 0, "3/0" },
  { 1, 8, "1/8 (12,5%)" },
  { 1, 16, "1/16 (6,3%)" }, /* 6,25: half up */
  { 1, 2000, "1/2.000 (0,1%)" },
  { 1, 2001, "1/2.001 (0,0%)" },
  { 1999, 2000, "1.999/2.000 (100,0%)" },
  { 1998, 2000, "1.998/2.000 (99,9%)" },
  { 1, 3, "1/3 (33,3%)" },
  { 2, 3, "2/3 (66,7%)" },
  { 4998, 5123, "4.998/5.123 (97,6%)" },
  { 13, 12, "13/12 (108,3%)" },
  { -1, 12, "-1/12" },
  { G_MAXINT64, G_MAXINT64,
    "9.223.372.036.854.775.807/9.223.372.036.854.775.807 (100,0%)" },
  { G_MAXINT64 / 8, G_MAXINT64 - 7,
    "1.152.921.504.606.846.975/9.223.372.036.854.775.800 (12,5%)" },
};

static void
test_share (gconstpointer data)
{
  const struct share_row *row = data;
  g_autofree char *text = skh_number_share_to_text (row->n, row->total);

  g_assert_cmpstr (text, ==, row->text);
}

/* The percentage beside a share and the one made from its ratio must be the same number,
   or a table and the sentence about it would differ. Counting up by hand decides. */
static void
test_share_and_percent_agree (void)
{
  for (gint64 total = 1; total <= 400; total++)
    for (gint64 n = 0; n <= total; n++)
      {
        int tenths = 0;

        while ((2 * tenths + 1) * total <= 2000 * n)
          tenths++;

        g_autofree char *expected = g_strdup_printf ("%d,%d%%", tenths / 10, tenths % 10);
        g_autofree char *percent = skh_number_percent_to_text ((double)n / (double)total);
        g_autofree char *share = skh_number_share_to_text (n, total);
        g_autofree char *expected_share
          = g_strdup_printf ("%d/%d (%s)", (int)n, (int)total, expected);

        g_assert_cmpstr (percent, ==, expected);
        g_assert_cmpstr (share, ==, expected_share);
      }
}

static const struct roman_row
{
  guint number;
  const char *text;
} romans[] = {
  { 1, "I" },
  { 2, "II" },
  { 3, "III" },
  { 4, "IV" },
  { 5, "V" },
  { 6, "VI" },
  { 8, "VIII" },
  { 9, "IX" },
  { 10, "X" },
  { 14, "XIV" },
  { 40, "XL" },
  { 49, "XLIX" },
  { 90, "XC" },
  { 400, "CD" },
  { 1944, "MCMXLIV" },
  { 2023, "MMXXIII" },
  { 3999, "MMMCMXCIX" },
  { 0, "0" },
  { 4000, "4000" },
};

static void
test_roman (gconstpointer data)
{
  const struct roman_row *row = data;
  g_autofree char *text = skh_number_to_roman (row->number);

  g_assert_cmpstr (text, ==, row->text);
}

static const struct parse_row
{
  const char *text;
  gint64 number; /* -1: refused */
} parses[] = {
  { "0", 0 },
  { "12", 12 },
  { "1234", 1234 },
  { "1.234", 1234 },
  { "1.234.567", 1234567 },
  { "12.345", 12345 },
  { "123.456", 123456 },
  { " 12 ", 12 },
  { "\t1.234\n", 1234 },
  { "007", 7 },
  { "999999999999999", 999999999999999 },
  { "999.999.999.999.999", 999999999999999 },
  { "1234567890123456", -1 },
  { "99999999999999999999999", -1 },
  { "1.23", -1 },
  { "1.2345", -1 },
  { "1234.567", -1 },
  { "1.234567", -1 },
  { "0.123", -1 },
  { "012.345", -1 },
  { "1.", -1 },
  { "1.234.", -1 },
  { ".123", -1 },
  { "1..234", -1 },
  { "1,234", -1 },
  { "1,5", -1 },
  { "1 234", -1 },
  { "-5", -1 },
  { "+5", -1 },
  { "12a", -1 },
  { "1e3", -1 },
  { "0x10", -1 },
  { "11/12", -1 },
  { "", -1 },
  { "  ", -1 },
  { NULL, -1 },
};

static void
test_parse (gconstpointer data)
{
  const struct parse_row *row = data;
  gint64 number = -1;

  g_assert_cmpint (skh_number_parse (row->text, &number), ==, row->number != -1);
  g_assert_cmpint (number, ==, row->number);
}

static const struct parse_share_row
{
  const char *text;
  gboolean is_share;
  gint64 n;
  gint64 total;
  gboolean has_total;
} parse_shares[] = {
  { "11/12", TRUE, 11, 12, TRUE },     { "11", TRUE, 11, 0, FALSE },
  { " 11 / 12 ", TRUE, 11, 12, TRUE }, { "1.234/5.678", TRUE, 1234, 5678, TRUE },
  { "0/0", TRUE, 0, 0, TRUE },         { "13/12", TRUE, 13, 12, TRUE },
  { "11/", FALSE, -1, -1, -1 },        { "/12", FALSE, -1, -1, -1 },
  { "/", FALSE, -1, -1, -1 },          { "1/2/3", FALSE, -1, -1, -1 },
  { "11-12", FALSE, -1, -1, -1 },      { "11/x", FALSE, -1, -1, -1 },
  { "-1/12", FALSE, -1, -1, -1 },      { "", FALSE, -1, -1, -1 },
  { NULL, FALSE, -1, -1, -1 },
};

static void
test_parse_share (gconstpointer data)
{
  const struct parse_share_row *row = data;
  gint64 n = -1;
  gint64 total = -1;
  gboolean has_total = -1;

  g_assert_cmpint (skh_number_parse_share (row->text, &n, &total, &has_total), ==,
                   row->is_share);
  g_assert_cmpint (n, ==, row->n);
  g_assert_cmpint (total, ==, row->total);
  g_assert_cmpint (has_total, ==, row->has_total);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  skh_test_add_table ("/number/text", texts, test_text);
  skh_test_add_table ("/number/percent", percents, test_percent);
  skh_test_add_table ("/number/share", shares, test_share);
  g_test_add_func ("/number/share-and-percent-agree", test_share_and_percent_agree);
  skh_test_add_table ("/number/roman", romans, test_roman);
  skh_test_add_table ("/number/parse", parses, test_parse);
  skh_test_add_table ("/number/parse-share", parse_shares, test_parse_share);

  return g_test_run ();
}
