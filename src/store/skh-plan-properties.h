/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What stands over a plan and on its papers: the plan's own names and year, and the
   office's, which all plans of the workbook share. */

#include "skh-database.h"

G_BEGIN_DECLS

typedef enum
{
  /* the plan's texts */
  SKH_PROPERTY_TITLE,
  SKH_PROPERTY_SHORT_TITLE,
  SKH_PROPERTY_NUMBER, /* of its document: 12-KH/TU */
  /* the office's texts */
  SKH_PROPERTY_ORGANISATION,
  SKH_PROPERTY_SUPERIOR,
  SKH_PROPERTY_PLACE,
  SKH_PROPERTY_SYMBOL, /* of what it writes: BC/TU */
  SKH_PROPERTY_AUTHORITY,
  SKH_PROPERTY_POSITION,
  SKH_PROPERTY_SIGNER,
  SKH_PROPERTY_REPORT_RECIPIENT,
  SKH_N_TEXT_PROPERTIES,
  /* a number */
  SKH_PROPERTY_YEAR = SKH_N_TEXT_PROPERTIES,
  SKH_N_PROPERTIES,
} SkhPlanProperty;

typedef struct
{
  gint64 plan_id;
  int year;
  char *texts[SKH_N_TEXT_PROPERTIES]; /* NULL or blank: not given */
  SkhPlanProperty fault; /* which one was refused; SKH_N_PROPERTIES: none of them */
} SkhPlanProperties;

SkhPlanProperties *
skh_plan_properties_load (SkhDatabase *db, gint64 plan_id, GError **error);
void skh_plan_properties_free (SkhPlanProperties *self);
gboolean
skh_plan_properties_put (SkhDatabase *db, SkhPlanProperties *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhPlanProperties, skh_plan_properties_free)

G_END_DECLS
