/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-template.h"

#include <jansson.h>

G_BEGIN_DECLS

/* The fields of a template as it is written: what is not given is left out. */
typedef struct
{
  const SkhPlanDraft *draft;
  GError *fault; /* the first */
} SkhTemplateWriter;

void skh_template_set_text (SkhTemplateWriter *self,
                            json_t *object,
                            const char *field,
                            const char *text);
void skh_template_set_moving (SkhTemplateWriter *self,
                              json_t *object,
                              const char *field,
                              const char *text);
void skh_template_set_flag (json_t *object, const char *field, gboolean value);
void skh_template_set_codes (SkhTemplateWriter *self,
                             json_t *object,
                             const char *field,
                             const char *const *codes);
void skh_template_set_day (json_t *object, const char *field, SkhDate day);
void skh_template_set_moving_day (SkhTemplateWriter *self,
                                  json_t *object,
                                  const char *field,
                                  SkhDate date);
json_t *skh_template_add_list (json_t *root, const char *field, const GArray *records);
json_t *skh_template_add_record (json_t *list);

G_END_DECLS
