/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-template.h"

#include <jansson.h>

G_BEGIN_DECLS

#define SKH_TEMPLATE_MIN_YEAR 1990
#define SKH_TEMPLATE_MAX_YEAR 2100

/* The fields of an object, as skh_template_check_fields() takes them. */
#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* One reading of a template: the text it came from, the year it is moved to, and the
   first fault met. The getters below check the JSON value's type, note a fault where it
   is wrong, and give a harmless value, so that callers need not look after each. */
typedef struct
{
  const char *text;
  const char *name; /* of the file, for messages */
  int year;
  SkhPlanDraft *draft;
  GError *fault;
} SkhTemplateReader;

/* A place in the template: an object and its path. */
typedef struct
{
  const json_t *object;
  char path[96];
} SkhTemplatePlace;

void skh_template_fault (SkhTemplateReader *self,
                         const char *path,
                         const char *field,
                         const char *format,
                         ...) G_GNUC_PRINTF (4, 5);
/* Refuses fields that are not in the NULL-terminated list. */
void skh_template_check_fields (SkhTemplateReader *self,
                                const SkhTemplatePlace *place,
                                const char *const *fields);
/* Text with its year put in, interned in the draft. NULL when absent. */
const char *skh_template_get_text (SkhTemplateReader *self,
                                   const SkhTemplatePlace *place,
                                   const char *field,
                                   gboolean required);
const char *const *skh_template_get_list (SkhTemplateReader *self,
                                          const SkhTemplatePlace *place,
                                          const char *field);
int skh_template_get_int (SkhTemplateReader *self,
                          const SkhTemplatePlace *place,
                          const char *field,
                          int fallback);
gboolean skh_template_get_flag (SkhTemplateReader *self,
                                const SkhTemplatePlace *place,
                                const char *field,
                                gboolean fallback);
SkhDate skh_template_get_day (SkhTemplateReader *self,
                              const SkhTemplatePlace *place,
                              const char *field);

/* Calls func with each object of an array field. */
typedef void (*SkhTemplateFunc) (SkhTemplateReader *self, const SkhTemplatePlace *place);
void skh_template_for_each (SkhTemplateReader *self,
                            const SkhTemplatePlace *place,
                            const char *field,
                            SkhTemplateFunc func);

/* Reading: the records go into the draft in the template's order, also those with a
   fault, so that a record's place in its array is its place in the template. */
void skh_template_read_plan (SkhTemplateReader *self, const SkhTemplatePlace *root);
void skh_template_read_task (SkhTemplateReader *self, const SkhTemplatePlace *place);

/* Checks what the records that were read say of each other, and what fills the report's
   columns. */
void skh_template_check_references (SkhTemplateReader *self);
void skh_template_check_figures (SkhTemplateReader *self);

/* Puts the year into {year}, {year-1}, {year+1} …; NULL when a brace is not one of these.
 */
char *skh_template_expand (const char *text, int year);

G_END_DECLS
