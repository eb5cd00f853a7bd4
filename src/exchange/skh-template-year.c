/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which years of a text are the plan's, and move with it. */
#include "skh-template-year.h"

#include <string.h>

/* What a template's braces can say of the years around. */
#define MAX_OFFSET 9

char *
skh_template_year_make_mark (int offset)
{
  if (ABS (offset) > MAX_OFFSET)
    return NULL;
  return offset == 0 ? g_strdup ("{year}") : g_strdup_printf ("{year%+d}", offset);
}

static gboolean
is_number_of (const char *at, gsize before, int *year)
{
  if ((before > 0 && g_ascii_isdigit (at[-1])) || strspn (at, "0123456789") != 4)
    return FALSE;
  *year = (int)g_ascii_strtoll (at, NULL, 10);
  return TRUE;
}

static const char *
skip_dash (const char *at)
{
  at += strspn (at, " ");
  if (g_str_has_prefix (at, "–"))
    at += strlen ("–");
  else if (*at == '-')
    at++;
  else
    return NULL;
  return at + strspn (at, " ");
}

/* "2021 - 2025" is a term of office, not the plan's year. */
static gboolean
is_in_range (const char *text, const char *at)
{
  const char *after = skip_dash (at + 4);
  const char *before = at;

  if (after != NULL && strspn (after, "0123456789") == 4)
    return TRUE;
  while (before > text && before[-1] == ' ')
    before--;
  if (before > text && before[-1] == '-')
    before--;
  else if (before - text >= 3 && g_str_has_prefix (before - 3, "–"))
    before -= 3;
  else
    return FALSE;
  while (before > text && before[-1] == ' ')
    before--;
  return before - text >= 4 && strspn (before - 4, "0123456789") >= 4;
}

/* "Công văn số 576-CV/TU ngày 11/02/2023": a document keeps its day. */
static gboolean
is_day_of_document (const char *text, const char *at)
{
  const char *from = at;
  const char *word;

  while (from > text && (g_ascii_isdigit (from[-1]) || strchr ("/.", from[-1]) != NULL))
    from--;
  if (from == at)
    return FALSE;
  while (from > text && from[-1] == ' ')
    from--;
  if (from - text < (int)strlen ("ngày")
      || !g_str_has_prefix (from - strlen ("ngày"), "ngày"))
    return FALSE;
  from -= strlen ("ngày");
  while (from > text && from[-1] == ' ')
    from--;
  for (word = from; word > text && word[-1] != ' '; word--)
    ;
  return memchr (word, '-', (gsize)(from - word)) != NULL
         || memchr (word, '/', (gsize)(from - word)) != NULL;
}

static gboolean
says_year (const char *text, const char *at)
{
  static const char word[] = "năm ";
  gsize n = strlen (word);

  return (gsize)(at - text) >= n && memcmp (at - n, word, n) == 0;
}

/* The plan's own year wherever it stands; those around it only where they are said to be
   years ("kết quả năm 2022"), for 2024 may be any number. */
static gboolean
moves (const char *text, const char *at, int offset)
{
  if (offset == 0)
    return !is_in_range (text, at) && !is_day_of_document (text, at);
  return ABS (offset) == 1 && says_year (text, at) && !is_in_range (text, at);
}

/**
 * skh_template_year_mark:
 * @year: the plan's
 *
 * Rule of the office on next year's plan: titles and wordings move by the year's number.
 * What does not move: the day of a document that is named by its symbol, and a term of
 * several years.
 *
 * Returns: (transfer full): the text, with {year} for the plan's year
 */
char *
skh_template_year_mark (const char *text, int year)
{
  GString *marked = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      int number;

      if (is_number_of (at, (gsize)(at - text), &number)
          && moves (text, at, number - year))
        {
          g_autofree char *mark = skh_template_year_make_mark (number - year);

          g_string_append (marked, mark);
          at += 4;
        }
      else
        g_string_append_c (marked, *at++);
    }
  return g_string_free (marked, FALSE);
}
