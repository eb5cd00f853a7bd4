/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into a field, or stands in a list, as a value. */
#include "skh-field.h"

#include "skh-number.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static gboolean
fail (char **fault, const char *sentence)
{
  *fault = g_strdup (sentence);
  return FALSE;
}

static gboolean
parse_text (const char *text, SkhValue *value)
{
  value->text = g_strdup (text);
  return TRUE;
}

static gboolean
parse_number (const char *text, SkhValue *value, char **fault)
{
  return skh_number_parse (text, &value->number)
         || fail (fault, _ ("This is no whole number; write it as 1234 or 1.234."));
}

static gboolean
parse_count (const char *text, SkhValue *value, char **fault)
{
  gboolean has_total;

  if (!skh_number_parse_share (text, &value->number, &value->total, &has_total))
    return fail (fault, _ ("This is no count; write it as 12 or 12/17."));
  if (!has_total)
    value->total = -1;
  else if (value->number > value->total)
    return fail (fault, _ ("The count is more than the whole it is counted of."));
  return TRUE;
}

static gboolean
parse_day (const char *text, int default_year, SkhValue *value, char **fault)
{
  value->day = skh_date_parse_typed (text, default_year);
  return value->day != SKH_DATE_NONE
         || fail (fault, _ ("This is no day of the calendar; write it as 15/4/2023."));
}

/* The last number of a text, and what stands before it; -1 without one. */
static int
split_last_number (char *text)
{
  gsize end = strlen (text);
  gsize start = end;

  while (start > 0 && g_ascii_isdigit (text[start - 1]))
    start--;
  if (start == end || end - start > 4)
    return -1;
  int number = atoi (text + start);
  text[start] = '\0';
  return number;
}

/* "quy i nam " and "quy i/" are both "quy i". */
static void
cut_joint (char *text)
{
  for (gsize n = strlen (text); n > 0 && strchr (" /-.,", text[n - 1]) != NULL; n--)
    text[n - 1] = '\0';
  if (g_str_has_suffix (text, " nam"))
    text[strlen (text) - strlen (" nam")] = '\0';
  else if (g_str_equal (text, "nam"))
    *text = '\0';
  g_strchomp (text);
}

static int
parse_quarter (const char *text)
{
  static const char *const names[] = { "i", "ii", "iii", "iv", "1", "2", "3", "4" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (text, names[i]))
      return (int)(i % 4) + 1;
  return 0;
}

/* How periods of a kind begin, folded, in the office's words and in the window's, in
   which a form shows them. What follows is the index, unless it is given. */
static const struct
{
  const char *prefix;
  SkhPeriodKind kind;
  int index;
} period_words[] = {
  { "6 thang cuoi", SKH_PERIOD_HALF, 2 }, { "second half", SKH_PERIOD_HALF, 2 },
  { "6 thang dau", SKH_PERIOD_HALF, 1 },  { "first half", SKH_PERIOD_HALF, 1 },
  { "quarter", SKH_PERIOD_QUARTER, 0 },   { "quy", SKH_PERIOD_QUARTER, 0 },
  { "q", SKH_PERIOD_QUARTER, 0 },         { "thang", SKH_PERIOD_MONTH, 0 },
  { "month", SKH_PERIOD_MONTH, 0 },       { "", SKH_PERIOD_MONTH, 0 },
};

static SkhPeriod
period_of_words (const char *words, int year)
{
  guint i = 0;
  const char *rest;

  if (*words == '\0' || g_str_equal (words, "year"))
    return skh_period_new (SKH_PERIOD_YEAR, year, 1);
  while (!g_str_has_prefix (words, period_words[i].prefix))
    i++;
  rest = words + strlen (period_words[i].prefix);
  rest += strspn (rest, " ");
  if (period_words[i].index > 0)
    return skh_period_new (period_words[i].kind, year, period_words[i].index);
  return skh_period_new (period_words[i].kind, year,
                         period_words[i].kind == SKH_PERIOD_QUARTER ? parse_quarter (rest)
                                                                    : atoi (rest));
}

/* As files write it, or as people do: "Quý I/2023", "tháng 4 năm 2023", "6 tháng đầu năm
   2023", "4/2023", "năm 2023". */
static gboolean
parse_period (const char *text, SkhValue *value, char **fault)
{
  g_autofree char *words = skh_text_fold (text);
  int year;

  value->period = skh_period_parse (text);
  if (skh_period_is_set (value->period))
    return TRUE;
  year = split_last_number (words);
  cut_joint (words);
  if (year >= 1000)
    value->period = period_of_words (words, year);
  return skh_period_is_set (value->period)
         || fail (fault, _ ("This is no period; write it as 2023, quý I/2023, 4/2023 or "
                            "6 tháng đầu năm 2023."));
}

static gboolean
is_called (const char *name, const char *folded)
{
  g_autofree char *own = skh_text_fold (name);

  return g_str_equal (own, folded);
}

static char *
dup_choices (const SkhField *field)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < field->n_choices; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            skh_choice_get_title (&field->choices[i]));
  return g_string_free (text, FALSE);
}

static gboolean
parse_choice (const SkhField *field, const char *text, SkhValue *value, char **fault)
{
  g_autofree char *folded = skh_text_fold (text);
  g_autofree char *choices = NULL;

  for (guint i = 0; i < field->n_choices; i++)
    {
      const SkhChoice *choice = &field->choices[i];

      if (g_str_equal (choice->key, text) || is_called (choice->name, folded)
          || is_called (choice->title, folded)
          || is_called (skh_choice_get_title (choice), folded))
        {
          value->text = g_strdup (choice->key);
          return TRUE;
        }
    }
  choices = dup_choices (field);
  *fault = g_strdup_printf (_ ("This is none of the choices: %s."), choices);
  return FALSE;
}

static gboolean
parse (const SkhField *field,
       const char *text,
       int default_year,
       SkhValue *value,
       char **fault)
{
  switch (field->type)
    {
    case SKH_FIELD_NUMBER:
      return parse_number (text, value, fault);
    case SKH_FIELD_COUNT:
      return parse_count (text, value, fault);
    case SKH_FIELD_DAY:
      return parse_day (text, default_year, value, fault);
    case SKH_FIELD_PERIOD:
      return parse_period (text, value, fault);
    case SKH_FIELD_CHOICE:
      return parse_choice (field, text, value, fault);
    case SKH_FIELD_FILE:
      return fail (fault, _ ("Files are attached; they can't be typed."));
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_UNIT:
    case SKH_FIELD_PERSON:
    case SKH_FIELD_DOCUMENT:
    case SKH_N_FIELD_TYPES:
    default:
      return parse_text (text, value);
    }
}

/**
 * skh_field_parse:
 * @text: (nullable): what was typed, or stands in a cell
 * @default_year: of days typed without one; 0: there must be one
 * @value: (out): the value, to be cleared; not set where nothing was typed. A reference
 *   has its text and no id yet: see skh_register_store_resolve().
 * @fault: (out) (transfer full): one sentence, what is wrong and what would be right
 *
 * Returns: %FALSE when the text is no value of the field, and then @value is not set
 */
gboolean
skh_field_parse (const SkhField *field,
                 const char *text,
                 int default_year,
                 SkhValue *value,
                 char **fault)
{
  g_autofree char *stored = field->type == SKH_FIELD_LONG_TEXT
                              ? skh_text_normalize (text)
                              : skh_text_normalize_line (text);

  *value = (SkhValue){ 0 };
  *fault = NULL;
  if (*stored == '\0')
    return TRUE;
  if (!parse (field, stored, default_year, value, fault))
    {
      skh_value_clear (value);
      return FALSE;
    }
  value->is_set = TRUE;
  return TRUE;
}
