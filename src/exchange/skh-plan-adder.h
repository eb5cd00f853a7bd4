/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-draft.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

#define SKH_ADDER_ERROR (skh_adder_error_quark ())

typedef enum
{
  SKH_ADDER_ERROR_EXISTS, /* the workbook has a plan of that year and title */
} SkhAdderError;

GQuark skh_adder_error_quark (void);

/* One plan more in a workbook, whatever it was made from. */
typedef struct
{
  SkhPlanDraft *draft; /* owned */
  gint64 replaced_id;  /* an empty plan that makes room for it; 0: none */
  gint64 plan_id;      /* of the new plan, once it is there */
} SkhPlanAdding;

SkhPlanAdding *skh_plan_adding_new (SkhPlanDraft *draft);
void skh_plan_adding_free (gpointer adding);
/* An SkhWorkbookFunc of an SkhPlanAdding. */
gboolean skh_plan_adding_run (SkhDatabase *db, gpointer adding, GError **error);

gboolean skh_plan_adder_add (SkhWorkbook *workbook,
                             SkhPlanDraft *draft,
                             gint64 *plan_id,
                             GError **error);

SkhPlanDraft *skh_plan_adder_read (SkhWorkbook *workbook, gint64 plan_id, GError **error);
/* Takes out of a plan what is not every plan's. */
void skh_plan_adder_blank (SkhPlanDraft *draft, gboolean keep_sections);
SkhPlanDraft *skh_plan_adder_read_blank (SkhWorkbook *workbook,
                                         gint64 plan_id,
                                         gboolean keep_sections,
                                         GError **error);

G_END_DECLS
