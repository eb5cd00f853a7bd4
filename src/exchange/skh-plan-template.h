/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-draft.h"

G_BEGIN_DECLS

#define SKH_TEMPLATE_ERROR (skh_template_error_quark ())

typedef enum
{
  SKH_TEMPLATE_ERROR_NOT_FOUND,
  SKH_TEMPLATE_ERROR_BAD, /* the message names the line and the field */
} SkhTemplateError;

GQuark skh_template_error_quark (void);

typedef struct
{
  char *id, *title;
  int year;
} SkhTemplateInfo;

void skh_template_info_free (SkhTemplateInfo *info);

GPtrArray *skh_plan_template_list (GError **error);
SkhPlanDraft *skh_plan_template_read_builtin (const char *id, int year, GError **error);
SkhPlanDraft *skh_plan_template_read_file (const char *path, int year, GError **error);
SkhPlanDraft *skh_plan_template_read_text (const char *text,
                                           const char *name,
                                           int year,
                                           GError **error);

char *
skh_plan_template_write_text (const SkhPlanDraft *draft, const char *id, GError **error);
gboolean skh_plan_template_write_file (const SkhPlanDraft *draft,
                                       const char *path,
                                       GError **error);

G_END_DECLS
