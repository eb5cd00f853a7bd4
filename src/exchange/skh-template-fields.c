/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-template-fields.h"

#include "skh-template-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A template has no way to write a brace that is only one. */
static void
check_braces (SkhTemplateWriter *self, const char *text)
{
  if (self->fault == NULL && strpbrk (text, "{}") != NULL)
    self->fault
      = g_error_new (SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD,
                     _ ("“%s” has a brace in it, which a template can't hold. Change it "
                        "and save again."),
                     text);
}

void
skh_template_set_text (SkhTemplateWriter *self,
                       json_t *object,
                       const char *field,
                       const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  check_braces (self, text);
  json_object_set_new (object, field, json_string (text));
}

/* A text that moves with the plan's year. */
void
skh_template_set_moving (SkhTemplateWriter *self,
                         json_t *object,
                         const char *field,
                         const char *text)
{
  g_autofree char *moving = NULL;

  if (text == NULL || *text == '\0')
    return;
  check_braces (self, text);
  moving = skh_template_year_mark (text, self->draft->year);
  json_object_set_new (object, field, json_string (moving));
}

void
skh_template_set_flag (json_t *object, const char *field, gboolean value)
{
  if (value)
    json_object_set_new (object, field, json_true ());
}

void
skh_template_set_codes (SkhTemplateWriter *self,
                        json_t *object,
                        const char *field,
                        const char *const *codes)
{
  json_t *list;

  if (codes == NULL || codes[0] == NULL)
    return;
  list = json_array ();
  for (guint i = 0; codes[i] != NULL; i++)
    json_array_append_new (list, json_string (codes[i]));
  json_object_set_new (object, field, list);
}

void
skh_template_set_day (json_t *object, const char *field, SkhDate day)
{
  g_autofree char *iso = skh_date_to_iso (day);

  if (iso != NULL)
    json_object_set_new (object, field, json_string (iso));
}

/* A day that moves: {year}-04-30. */
void
skh_template_set_moving_day (SkhTemplateWriter *self,
                             json_t *object,
                             const char *field,
                             SkhDate date)
{
  int year, month, day;
  g_autofree char *text = NULL, *mark = NULL;

  if (date == SKH_DATE_NONE)
    return;
  skh_date_get_ymd (date, &year, &month, &day);
  mark = skh_template_year_make_mark (year - self->draft->year);
  text = mark != NULL ? g_strdup_printf ("%s-%02d-%02d", mark, month, day)
                      : skh_date_to_iso (date);
  json_object_set_new (object, field, json_string (text));
}

json_t *
skh_template_add_list (json_t *root, const char *field, const GArray *records)
{
  json_t *list = json_array ();

  if (records->len > 0)
    json_object_set (root, field, list);
  json_decref (list);
  return records->len > 0 ? list : NULL;
}

json_t *
skh_template_add_record (json_t *list)
{
  json_t *record = json_object ();

  json_array_append_new (list, record);
  return record;
}
