/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a deadline back to the office's words, and words carried into another year. */
#include "skh-wording.h"

#include "skh-text.h"

#include <string.h>

/* — A stretch of days — */

/* The period that is exactly these days, the longest first. */
static SkhPeriod
find_period (SkhDate first, SkhDate last)
{
  static const SkhPeriodKind kinds[]
    = { SKH_PERIOD_YEAR, SKH_PERIOD_HALF, SKH_PERIOD_QUARTER, SKH_PERIOD_MONTH };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SkhPeriod period = skh_period_of_day (kinds[i], last);

      if (skh_period_get_first_day (period) == first
          && skh_period_get_last_day (period) == last)
        return period;
    }

  return SKH_PERIOD_INIT_NONE;
}

/* "quý II/2023", "tháng 5/2023", "6 tháng đầu năm 2023", "năm 2023". */
static char *
name_period (SkhPeriod period)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };

  if (period.kind == SKH_PERIOD_QUARTER)
    return g_strdup_printf ("quý %s/%d", quarters[period.index - 1], period.year);
  if (period.kind == SKH_PERIOD_MONTH)
    return g_strdup_printf ("tháng %d/%d", period.index, period.year);
  return skh_period_to_text (period);
}

static char *
name_stretch (SkhDate first, SkhDate last)
{
  SkhPeriod period = find_period (first, last);
  g_autofree char *first_text = skh_date_to_text (first);
  g_autofree char *last_text = skh_date_to_text (last);

  if (skh_period_is_set (period))
    return name_period (period);
  if (first == last)
    return g_strdup_printf ("ngày %s", first_text);
  return g_strdup_printf ("từ ngày %s đến ngày %s", first_text, last_text);
}

/* — Kinds — */

static char *
compose_in_period (const SkhDeadline *deadline)
{
  if (deadline->first_day == SKH_DATE_NONE)
    return g_strdup ("");

  return name_stretch (deadline->first_day, deadline->last_day);
}

/* By the quarter where one ends, else by the month, else by the day. */
static char *
compose_latest (SkhDate last)
{
  SkhPeriod quarter = skh_period_of_day (SKH_PERIOD_QUARTER, last);
  SkhPeriod month = skh_period_of_day (SKH_PERIOD_MONTH, last);
  g_autofree char *name = NULL;

  if (skh_period_get_last_day (quarter) == last)
    {
      name = name_period (quarter);
      return g_strconcat ("chậm nhất trong ", name, NULL);
    }
  if (skh_period_get_last_day (month) == last)
    {
      name = name_period (month);
      return g_strconcat ("chậm nhất ", name, NULL);
    }
  name = skh_date_to_text (last);
  return g_strconcat ("chậm nhất ngày ", name, NULL);
}

static char *
compose_by_end_of (const SkhDeadline *deadline)
{
  SkhDate first = deadline->first_day, last = deadline->last_day;
  g_autofree char *name = NULL;

  if (first == SKH_DATE_NONE || first >= last)
    return compose_latest (last);

  name = name_stretch (first, last);
  return skh_period_is_set (find_period (first, last))
           ? g_strconcat ("trong ", name, NULL)
           : g_strconcat ("trong thời gian ", name, NULL);
}

static char *
compose_before (const SkhDeadline *deadline)
{
  g_autofree char *day = skh_date_to_text (deadline->last_day + 1);

  return g_strconcat ("trước ngày ", day, NULL);
}

/* "Kết thúc hội nghị" has happened; "Hướng dẫn của …" is there. */
static gboolean
is_happening (const char *event)
{
  static const char *const verbs[]
    = { "ket thuc ", "hoan thanh ", "nhan duoc ", "nhan ",     "duoc ",
        "co ",       "tiep nhan ",  "to chuc ",   "ban hanh ", "phe duyet ",
        "cap ",      "hoan tat ",   "khai mac ",  "be mac " };
  g_autofree char *folded = skh_text_fold (event);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_has_prefix (folded, verbs[i]))
      return TRUE;

  return FALSE;
}

static char *
compose_relative (const char *event)
{
  g_autofree char *first = NULL;

  if (event == NULL || *event == '\0')
    return g_strdup ("");
  if (!is_happening (event))
    return g_strconcat ("sau khi có ", event, NULL);

  first = g_utf8_strdown (event, (gssize)(g_utf8_next_char (event) - event));
  return g_strconcat ("sau khi ", first, g_utf8_next_char (event), NULL);
}

/**
 * skh_wording_compose:
 * @deadline: a deadline
 * @event: (nullable): what a relative one waits for
 *
 * The words that skh_wording_recognise() understands as @deadline, in the manner of the
 * office's plans: "chậm nhất trong quý II/2023", "trước ngày 30/4/2023", "hằng quý".
 *
 * Returns: (transfer full): the words, to stand inside a sentence; an empty string for
 *   what is unspecified, or lacks the days or the event its kind speaks of
 */
char *
skh_wording_compose (const SkhDeadline *deadline, const char *event)
{
  gboolean has_day = deadline->last_day != SKH_DATE_NONE;

  switch (deadline->kind)
    {
    case SKH_DEADLINE_IN_PERIOD:
      return has_day ? compose_in_period (deadline) : g_strdup ("");
    case SKH_DEADLINE_BY_END_OF:
      return has_day ? compose_by_end_of (deadline) : g_strdup ("");
    case SKH_DEADLINE_BEFORE:
      return has_day ? compose_before (deadline) : g_strdup ("");
    case SKH_DEADLINE_MONTHLY:
      return g_strdup ("hằng tháng");
    case SKH_DEADLINE_QUARTERLY:
      return g_strdup ("hằng quý");
    case SKH_DEADLINE_HALF_YEARLY:
      return g_strdup ("6 tháng/lần");
    case SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE:
      return g_strdup ("hằng quý, thời gian theo hướng dẫn");
    case SKH_DEADLINE_RELATIVE:
      return compose_relative (event);
    case SKH_DEADLINE_ONGOING:
      return g_strdup ("thường xuyên");
    case SKH_DEADLINE_UNSPECIFIED:
    case SKH_N_DEADLINE_KINDS:
    default:
      return g_strdup ("");
    }
}

/* — Another year — */

/* A number of four digits that stands by itself, and not in a document's symbol
   ("2023/QĐ-TU", "12-KH/2023-TU"). */
static gboolean
is_year_at (const char *text, const char *at)
{
  const char *behind = at + 4;
  const char *before = at > text ? g_utf8_find_prev_char (text, at) : NULL;

  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit (at[i]))
      return FALSE;
  if (before != NULL && g_unichar_isalnum (g_utf8_get_char (before)))
    return FALSE;
  if (*behind == '/' || *behind == '-')
    behind = g_utf8_next_char (behind);
  return !g_unichar_isalnum (g_utf8_get_char (behind))
         || (behind > at + 4 && g_ascii_isdigit (*behind));
}

/* The plan's year and its neighbours move with the plan, as {year}, {year-1} and {year+1}
   do in a template; "từ năm 2016" does not. */
static char *
move_numbers (const char *text, int from_year, int to_year)
{
  g_autoptr (GString) moved = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      int year = is_year_at (text, at) ? (int)g_ascii_strtoll (at, NULL, 10) : 0;

      if (year >= from_year - 1 && year <= from_year + 1)
        {
          g_string_append_printf (moved, "%d", year + to_year - from_year);
          at += 4;
        }
      else
        {
          const char *next = g_utf8_next_char (at);

          g_string_append_len (moved, at, next - at);
          at = next;
        }
    }
  return g_string_free (g_steal_pointer (&moved), FALSE);
}

/* Are the words of the other year still understood, and of that year? A year of two
   digits and 29 February do not move by themselves. */
static gboolean
has_moved (const SkhWording *before, const SkhDeadline *expected, const SkhWording *after)
{
  if (!before->is_recognised || before->deadline.last_day == SKH_DATE_NONE)
    return TRUE;

  return after->is_recognised
         && skh_date_get_year (after->deadline.last_day)
              == skh_date_get_year (expected->last_day);
}

/**
 * skh_wording_move_year:
 * @text: (nullable): a deadline's words in a plan of @from_year
 * @from_year: a year
 * @to_year: the year of the plan they are carried to
 *
 * Moving a plan moves its wordings by the year's number. Where the other year has no such
 * day (29 February), the words are made anew for the day it has.
 *
 * Returns: (transfer full): the words for the plan of @to_year
 */
char *
skh_wording_move_year (const char *text, int from_year, int to_year)
{
  g_autofree char *line = skh_text_normalize (text);
  g_autofree char *moved = move_numbers (line, from_year, to_year);
  g_auto (SkhWording) before = skh_wording_recognise (line, from_year);
  g_auto (SkhWording) after = skh_wording_recognise (moved, to_year);
  SkhDeadline expected = skh_deadline_move_year (&before.deadline, to_year - from_year);

  if (has_moved (&before, &expected, &after))
    return g_steal_pointer (&moved);

  return skh_wording_compose (&expected, before.event);
}
