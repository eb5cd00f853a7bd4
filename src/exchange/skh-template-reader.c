/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-template-reader.h"

#include "skh-json-locator.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * skh_template_fault:
 * @path: the place; @field: the field in it, or %NULL
 *
 * Notes what is wrong where. Only the first fault is kept.
 */
void
skh_template_fault (SkhTemplateReader *self,
                    const char *path,
                    const char *field,
                    const char *format,
                    ...)
{
  g_autofree char *full = NULL, *why = NULL;
  va_list arguments;

  if (self->fault != NULL)
    return;
  full = field == NULL   ? g_strdup (path)
         : *path == '\0' ? g_strdup (field)
                         : g_strconcat (path, ".", field, NULL);
  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->fault = g_error_new (SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD,
                             _ ("“%s”, line %u, field “%s”: %s"), self->name,
                             skh_json_locate (self->text, full), full, why);
}

void
skh_template_check_fields (SkhTemplateReader *self,
                           const SkhTemplatePlace *place,
                           const char *const *fields)
{
  const char *key;
  json_t *value;

  json_object_foreach ((json_t *)place->object, key,
                       value) if (!g_strv_contains (fields, key))
  {
    g_autofree char *known = g_strjoinv (", ", (char **)fields);

    skh_template_fault (self, place->path, key,
                        _ ("there is no such field here; the fields are: %s."), known);
  }
}

/* "{year}", "{year-1}", "{year+2}": the digits after the sign are one. */
static const char *
read_brace (const char *at, int year, GString *expanded)
{
  int offset = 0;

  if (!g_str_has_prefix (at, "{year"))
    return NULL;
  at += strlen ("{year");
  if ((*at == '-' || *at == '+') && g_ascii_isdigit (at[1]))
    {
      offset = *at == '-' ? -(at[1] - '0') : at[1] - '0';
      at += 2;
    }
  if (*at != '}')
    return NULL;
  g_string_append_printf (expanded, "%d", year + offset);
  return at + 1;
}

char *
skh_template_expand (const char *text, int year)
{
  g_autoptr (GString) expanded = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    if (*at == '{')
      {
        at = read_brace (at, year, expanded);
        if (at == NULL)
          return NULL;
      }
    else
      g_string_append_c (expanded, *at++);
  return g_string_free (g_steal_pointer (&expanded), FALSE);
}

static const char *
intern_text (SkhTemplateReader *self,
             const char *path,
             const char *field,
             const json_t *value)
{
  g_autofree char *expanded = NULL, *normal = NULL;

  if (!json_is_string (value))
    {
      skh_template_fault (self, path, field, _ ("must be text in quotation marks."));
      return NULL;
    }
  expanded = skh_template_expand (json_string_value (value), self->year);
  if (expanded == NULL)
    {
      skh_template_fault (self, path, field,
                          _ ("braces hold {year}, {year-1} or {year+1} only."));
      return NULL;
    }
  normal = skh_text_normalize (expanded);
  return *normal != '\0' ? skh_plan_draft_string (self->draft, normal) : NULL;
}

const char *
skh_template_get_text (SkhTemplateReader *self,
                       const SkhTemplatePlace *place,
                       const char *field,
                       gboolean required)
{
  const json_t *value = json_object_get (place->object, field);
  const char *text = value != NULL ? intern_text (self, place->path, field, value) : NULL;

  if (text == NULL && required)
    skh_template_fault (self, place->path, field, _ ("must be there and not be empty."));
  return text;
}

const char *const *
skh_template_get_list (SkhTemplateReader *self,
                       const SkhTemplatePlace *place,
                       const char *field)
{
  const json_t *list = json_object_get (place->object, field);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const json_t *item;
  size_t i;

  if (list == NULL)
    return NULL;
  if (!json_is_array (list))
    skh_template_fault (self, place->path, field, _ ("must be a list of texts, in [ ]."));
  json_array_foreach (list, i, item)
  {
    g_autofree char *here = g_strdup_printf ("%s[%zu]", field, i);
    const char *text = intern_text (self, place->path, here, item);

    if (text == NULL)
      skh_template_fault (self, place->path, here, _ ("must not be empty."));
    else if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
      skh_template_fault (self, place->path, here,
                          _ ("“%s” is in the list twice; take one out."), text);
    g_ptr_array_add (texts, (gpointer)text);
  }
  g_ptr_array_add (texts, NULL);
  return skh_plan_draft_list (self->draft, (const char *const *)texts->pdata);
}

int
skh_template_get_int (SkhTemplateReader *self,
                      const SkhTemplatePlace *place,
                      const char *field,
                      int fallback)
{
  const json_t *value = json_object_get (place->object, field);

  if (value == NULL)
    return fallback;
  if (!json_is_integer (value) || json_integer_value (value) < 0
      || json_integer_value (value) > G_MAXINT32)
    {
      skh_template_fault (self, place->path, field, _ ("must be a whole number."));
      return fallback;
    }
  return (int)json_integer_value (value);
}

gboolean
skh_template_get_flag (SkhTemplateReader *self,
                       const SkhTemplatePlace *place,
                       const char *field,
                       gboolean fallback)
{
  const json_t *value = json_object_get (place->object, field);

  if (value == NULL)
    return fallback;
  if (!json_is_boolean (value))
    skh_template_fault (self, place->path, field, _ ("must be true or false."));
  return json_is_true (value);
}

SkhDate
skh_template_get_day (SkhTemplateReader *self,
                      const SkhTemplatePlace *place,
                      const char *field)
{
  const char *text = skh_template_get_text (self, place, field, FALSE);
  SkhDate day = text != NULL ? skh_date_parse_iso (text) : SKH_DATE_NONE;

  if (text != NULL && day == SKH_DATE_NONE)
    skh_template_fault (self, place->path, field,
                        _ ("“%s” is no day; write it as 2023-04-30."), text);
  return day;
}

void
skh_template_for_each (SkhTemplateReader *self,
                       const SkhTemplatePlace *place,
                       const char *field,
                       SkhTemplateFunc func)
{
  const json_t *list = json_object_get (place->object, field);
  const json_t *item;
  size_t i;

  if (list != NULL && !json_is_array (list))
    skh_template_fault (self, place->path, field, _ ("must be a list, in [ ]."));
  json_array_foreach (list, i, item)
  {
    SkhTemplatePlace inner = { .object = item };

    g_snprintf (inner.path, sizeof inner.path, "%s%s%s[%zu]", place->path,
                *place->path != '\0' ? "." : "", field, i);
    if (!json_is_object (item))
      skh_template_fault (self, inner.path, NULL, _ ("must be an object, in { }."));
    else
      func (self, &inner);
  }
}
