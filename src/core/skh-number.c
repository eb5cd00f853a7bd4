/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-number.h"

#include <math.h>
#include <string.h>

/* Excel keeps 15 digits of a number and no more; a longer one is a slip. */
#define MAX_DIGITS 15

static char *
tenths_to_text (gint64 tenths)
{
  g_autofree char *whole = skh_number_to_text (tenths / 10);

  return g_strdup_printf ("%s,%d%%", whole, (int)(tenths % 10));
}

/* n ÷ total in tenths of a percent, half up, in whole numbers only. */
static gint64
get_tenths (gint64 n, gint64 total)
{
  gint64 whole = n / total;
  gint64 rest = n % total;

  /* Past this a tenth of a percent does not depend on the last digits. */
  for (; total > G_MAXINT64 / 4000; total /= 2)
    rest /= 2;

  return whole * 1000 + (rest * 2000 + total) / (2 * total);
}

/* Digits, either plain or in groups of three after the first point. "0.123" is refused:
   whoever typed it meant a decimal. */
static gboolean
is_well_grouped (const char *text)
{
  gsize first = strspn (text, "0123456789");
  const char *at = text + first;

  if (first == 0)
    return FALSE;
  if (*at == '\0')
    return TRUE;
  if (first > 3 || text[0] == '0')
    return FALSE;

  for (; *at == '.'; at += 4)
    if (strspn (at + 1, "0123456789") != 3)
      return FALSE;

  return *at == '\0';
}

/**
 * skh_number_to_text:
 * @number: a number
 *
 * Returns: (transfer full): `1.234.567`, with a point between thousands
 */
char *
skh_number_to_text (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  gsize n_signs = digits[0] == '-' ? 1 : 0;
  gsize n_digits = strlen (digits) - n_signs;
  GString *text = g_string_new_len (digits, (gssize)n_signs);

  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[n_signs + i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * skh_number_percent_to_text:
 * @ratio: a ratio; a negative one is none, as %SKH_RATE_NONE
 *
 * Rule of the office on rates: decimal comma, one decimal, rounded half up.
 *
 * Returns: (transfer full): `76,3%` for 0.763; a dash when there is no ratio
 */
char *
skh_number_percent_to_text (double ratio)
{
  if (!(ratio >= 0.0) || ratio > 1e12)
    return g_strdup ("–");

  /* 0.0125 is stored a hair off its decimal; the nudge lifts such a half back onto it and
     is far less than what parts any n ÷ N that is not a half from the half nearest it. */
  return tenths_to_text ((gint64)floor (ratio * 1000.0 + 0.5 + 1e-9));
}

/**
 * skh_number_share_to_text:
 * @n: a count
 * @total: the whole it is counted of
 *
 * Rule of the office on rates: printed with the percentage, rounded half up from the two
 * whole numbers.
 *
 * Returns: (transfer full): `11/12 (91,7%)`; without a percentage when there is no whole
 */
char *
skh_number_share_to_text (gint64 n, gint64 total)
{
  g_autofree char *n_text = skh_number_to_text (n);
  g_autofree char *total_text = skh_number_to_text (total);

  if (n < 0 || total <= 0)
    return g_strdup_printf ("%s/%s", n_text, total_text);

  g_autofree char *percent = tenths_to_text (get_tenths (n, total));
  return g_strdup_printf ("%s/%s (%s)", n_text, total_text, percent);
}

/**
 * skh_number_to_roman:
 * @number: 1 to 3999
 *
 * Returns: (transfer full): `IV` for 4; plain digits outside the range
 */
char *
skh_number_to_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *text;
  } numerals[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
    { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
    { 5, "V" },    { 4, "IV" },   { 1, "I" },
  };

  if (number < 1 || number > 3999)
    return g_strdup_printf ("%u", number);

  GString *text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    for (; number >= numerals[i].value; number -= numerals[i].value)
      g_string_append (text, numerals[i].text);

  return g_string_free (text, FALSE);
}

/**
 * skh_number_parse:
 * @text: (nullable): a count as people type it: `1234` or `1.234`, with or without blanks
 *   around it
 * @number: (out): the count
 *
 * Returns: %FALSE, with @number as it was, when @text is no whole number of at most 15
 *   digits
 */
gboolean
skh_number_parse (const char *text, gint64 *number)
{
  if (text == NULL)
    return FALSE;

  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gint64 value = 0;
  int n_digits = 0;

  if (!is_well_grouped (trimmed))
    return FALSE;

  for (const char *at = trimmed; *at != '\0'; at++)
    {
      if (*at == '.')
        continue;
      if (++n_digits > MAX_DIGITS)
        return FALSE;
      value = value * 10 + (*at - '0');
    }

  *number = value;
  return TRUE;
}

/**
 * skh_number_parse_share:
 * @text: (nullable): `11/12`, or `11` alone
 * @n: (out): the count
 * @total: (out): the whole, or 0 when there is none
 * @has_total: (out): whether there is one
 *
 * Says only how the text reads: that @n may not exceed @total is for the caller, who can
 * say which figure is meant.
 *
 * Returns: %FALSE, with all as they were, when @text is anything else
 */
gboolean
skh_number_parse_share (const char *text, gint64 *n, gint64 *total, gboolean *has_total)
{
  gint64 parsed_n = 0;
  gint64 parsed_total = 0;

  if (text == NULL)
    return FALSE;

  g_auto (GStrv) parts = g_strsplit (text, "/", 3);
  guint n_parts = g_strv_length (parts);

  if (n_parts < 1 || n_parts > 2 || !skh_number_parse (parts[0], &parsed_n))
    return FALSE;
  if (n_parts == 2 && !skh_number_parse (parts[1], &parsed_total))
    return FALSE;

  *n = parsed_n;
  *total = parsed_total;
  *has_total = n_parts == 2;
  return TRUE;
}
