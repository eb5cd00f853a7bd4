/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-field.h"

#include "skh-number.h"
#include "skh-period-text.h"

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

/* — What is shown — */

static char *
dup_choice_text (const SkhField *field, const SkhValue *value, gboolean on_paper)
{
  const SkhChoice *choice = skh_field_find_choice (field, value->text);

  if (choice == NULL)
    return g_strdup (value->text);
  return g_strdup (on_paper ? choice->name : skh_choice_get_title (choice));
}

/* A year stands under a heading that says so. */
static char *
dup_period_text (SkhPeriod period, gboolean on_paper)
{
  if (period.kind == SKH_PERIOD_YEAR)
    return g_strdup_printf ("%d", period.year);
  return on_paper ? skh_period_to_text (period) : skh_period_text_dup_short (period);
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
      return dup_period_text (value->period, on_paper);
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
