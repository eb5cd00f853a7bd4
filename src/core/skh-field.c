/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-field.h"

#include "skh-number.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const type_names[SKH_N_FIELD_TYPES] = {
  [SKH_FIELD_TEXT] = "text",         [SKH_FIELD_LONG_TEXT] = "long_text",
  [SKH_FIELD_NUMBER] = "number",     [SKH_FIELD_COUNT] = "count",
  [SKH_FIELD_DAY] = "day",           [SKH_FIELD_PERIOD] = "period",
  [SKH_FIELD_UNIT] = "unit",         [SKH_FIELD_PERSON] = "person",
  [SKH_FIELD_DOCUMENT] = "document", [SKH_FIELD_CHOICE] = "choice",
  [SKH_FIELD_FILE] = "file",
};

/* Columns on paper, in characters, where the declaration says nothing. */
static const double usual_widths[SKH_N_FIELD_TYPES] = {
  [SKH_FIELD_TEXT] = 18,   [SKH_FIELD_LONG_TEXT] = 40, [SKH_FIELD_NUMBER] = 10,
  [SKH_FIELD_COUNT] = 12,  [SKH_FIELD_DAY] = 12,       [SKH_FIELD_PERIOD] = 16,
  [SKH_FIELD_UNIT] = 24,   [SKH_FIELD_PERSON] = 22,    [SKH_FIELD_DOCUMENT] = 22,
  [SKH_FIELD_CHOICE] = 16, [SKH_FIELD_FILE] = 18,
};

void
skh_value_clear (SkhValue *value)
{
  g_free (value->text);
  g_free (value->code);
  *value = (SkhValue){ 0 };
}

/**
 * skh_value_copy:
 * @copy: (out): overwritten, not cleared
 */
void
skh_value_copy (const SkhValue *value, SkhValue *copy)
{
  *copy = *value;
  copy->text = g_strdup (value->text);
  copy->code = g_strdup (value->code);
}

/**
 * skh_value_equal:
 * @field: whose values they are
 *
 * Returns: %TRUE when the two say the same. What a reference is called does not matter.
 */
gboolean
skh_value_equal (const SkhField *field, const SkhValue *a, const SkhValue *b)
{
  if (!a->is_set || !b->is_set)
    return a->is_set == b->is_set;

  switch (field->type)
    {
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_CHOICE:
    case SKH_FIELD_FILE:
      return g_strcmp0 (a->text, b->text) == 0;
    case SKH_FIELD_COUNT:
      return a->number == b->number && a->total == b->total;
    case SKH_FIELD_DAY:
      return a->day == b->day;
    case SKH_FIELD_PERIOD:
      return skh_period_equal (a->period, b->period);
    case SKH_FIELD_NUMBER:
    case SKH_FIELD_UNIT:
    case SKH_FIELD_PERSON:
    case SKH_FIELD_DOCUMENT:
    case SKH_N_FIELD_TYPES:
    default:
      return a->number == b->number;
    }
}

const char *
skh_field_type_to_string (SkhFieldType type)
{
  return type_names[type];
}

gboolean
skh_field_type_from_string (const char *text, SkhFieldType *type)
{
  for (guint i = 0; i < SKH_N_FIELD_TYPES; i++)
    if (g_strcmp0 (text, type_names[i]) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

static const char *
translate (const char *text)
{
  return text != NULL && *text != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : text;
}

const char *
skh_field_get_title (const SkhField *field)
{
  return field->flags & SKH_FIELD_OWN ? field->title : translate (field->title);
}

const char *
skh_field_get_help (const SkhField *field)
{
  return field->flags & SKH_FIELD_OWN ? field->help : translate (field->help);
}

const char *
skh_field_get_column (const SkhField *field)
{
  return field->column != NULL ? field->column : field->key;
}

/**
 * skh_field_get_width:
 *
 * Returns: how wide its column is on paper, in characters of the body font
 */
double
skh_field_get_width (const SkhField *field)
{
  return field->width > 0 ? field->width : usual_widths[field->type];
}

const char *
skh_field_get_reference (const SkhField *field)
{
  if (field->type == SKH_FIELD_PERSON)
    return "people";
  return field->type == SKH_FIELD_DOCUMENT ? "documents" : NULL;
}

gboolean
skh_field_is_reference (const SkhField *field)
{
  return field->type == SKH_FIELD_UNIT || field->type == SKH_FIELD_PERSON
         || field->type == SKH_FIELD_DOCUMENT;
}

gboolean
skh_field_is_sortable (const SkhField *field)
{
  return field->type != SKH_FIELD_LONG_TEXT && field->type != SKH_FIELD_FILE;
}

/**
 * skh_field_is_typed:
 *
 * Returns: %FALSE for what is computed, and for files, which are attached
 */
gboolean
skh_field_is_typed (const SkhField *field)
{
  return !(field->flags & SKH_FIELD_DERIVED) && field->type != SKH_FIELD_FILE;
}

const SkhChoice *
skh_field_find_choice (const SkhField *field, const char *key)
{
  for (guint i = 0; i < field->n_choices; i++)
    if (g_strcmp0 (field->choices[i].key, key) == 0)
      return &field->choices[i];
  return NULL;
}

/* The office's own choices have one word for all. */
const char *
skh_choice_get_title (const SkhChoice *choice)
{
  return choice->title != choice->name ? translate (choice->title) : choice->title;
}

/* — What is typed — */

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

static SkhPeriod
period_of_words (const char *words, int year)
{
  if (*words == '\0')
    return skh_period_new (SKH_PERIOD_YEAR, year, 1);
  if (g_str_equal (words, "6 thang dau") || g_str_equal (words, "6 thang"))
    return skh_period_new (SKH_PERIOD_HALF, year, 1);
  if (g_str_equal (words, "6 thang cuoi"))
    return skh_period_new (SKH_PERIOD_HALF, year, 2);
  if (g_str_has_prefix (words, "quy "))
    return skh_period_new (SKH_PERIOD_QUARTER, year, parse_quarter (words + 4));
  if (g_str_has_prefix (words, "q"))
    return skh_period_new (SKH_PERIOD_QUARTER, year, parse_quarter (words + 1));
  if (g_str_has_prefix (words, "thang "))
    return skh_period_new (SKH_PERIOD_MONTH, year, atoi (words + 6));
  return skh_period_new (SKH_PERIOD_MONTH, year, atoi (words));
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

/* — What is shown — */

static char *
dup_choice_text (const SkhField *field, const SkhValue *value, gboolean on_paper)
{
  const SkhChoice *choice = skh_field_find_choice (field, value->text);

  if (choice == NULL)
    return g_strdup (value->text);
  return g_strdup (on_paper ? choice->name : skh_choice_get_title (choice));
}

static char *
dup_text (const SkhField *field, const SkhValue *value, gboolean on_paper)
{
  if (!value->is_set)
    return g_strdup ("");

  switch (field->type)
    {
    case SKH_FIELD_NUMBER:
      return skh_number_to_text (value->number);
    case SKH_FIELD_COUNT:
      return value->total >= 0 ? skh_number_share_to_text (value->number, value->total)
                               : skh_number_to_text (value->number);
    case SKH_FIELD_DAY:
      return skh_date_to_text (value->day);
    case SKH_FIELD_PERIOD:
      return skh_period_to_text (value->period);
    case SKH_FIELD_CHOICE:
      return dup_choice_text (field, value, on_paper);
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_UNIT:
    case SKH_FIELD_PERSON:
    case SKH_FIELD_DOCUMENT:
    case SKH_FIELD_FILE:
    case SKH_N_FIELD_TYPES:
    default:
      return g_strdup (value->text != NULL ? value->text : "");
    }
}

/**
 * skh_field_dup_text:
 *
 * Returns: (transfer full): the value as the window shows it; "" when there is none
 */
char *
skh_field_dup_text (const SkhField *field, const SkhValue *value)
{
  return dup_text (field, value, FALSE);
}

/**
 * skh_field_dup_paper_text:
 *
 * Returns: (transfer full): the value in the office's words, whatever the window speaks
 */
char *
skh_field_dup_paper_text (const SkhField *field, const SkhValue *value)
{
  return dup_text (field, value, TRUE);
}

/**
 * skh_field_dup_typed_text:
 *
 * Returns: (transfer full): the value as skh_field_parse() reads it back; "" for none
 */
char *
skh_field_dup_typed_text (const SkhField *field, const SkhValue *value)
{
  if (!value->is_set)
    return g_strdup ("");

  switch (field->type)
    {
    case SKH_FIELD_COUNT:
      return value->total >= 0
               ? g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, value->number,
                                  value->total)
               : g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
    case SKH_FIELD_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
    case SKH_FIELD_PERIOD:
      return skh_period_to_string (value->period);
    case SKH_FIELD_CHOICE:
      return g_strdup (value->text);
    case SKH_FIELD_UNIT:
      return g_strdup (value->code != NULL ? value->code : value->text);
    case SKH_FIELD_TEXT:
    case SKH_FIELD_LONG_TEXT:
    case SKH_FIELD_DAY:
    case SKH_FIELD_PERSON:
    case SKH_FIELD_DOCUMENT:
    case SKH_FIELD_FILE:
    case SKH_N_FIELD_TYPES:
    default:
      return dup_text (field, value, FALSE);
    }
}
