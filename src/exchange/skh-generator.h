/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-draft.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* SkhGenerator: synthetic workbooks to measure and to try with. The same seed gives the
   same plan and the same deliveries; every name in it is invented. */
typedef struct
{
  guint n_units;
  guint n_tasks;
  guint32 seed;
  int year;
} SkhGeneratorSpec;

gboolean skh_generator_spec_for_scale (const char *scale, SkhGeneratorSpec *spec);
SkhPlanDraft *skh_generator_make_draft (const SkhGeneratorSpec *spec);
gboolean
skh_generator_create (const char *path, const SkhGeneratorSpec *spec, GError **error);

G_END_DECLS
