/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-adder.h"

#include "skh-plan-edit.h"
#include "skh-stores.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (skh - adder - error - quark, skh_adder_error)

/* — Adding — */

/**
 * skh_plan_adding_new:
 * @draft: (transfer full): the plan
 */
SkhPlanAdding *
skh_plan_adding_new (SkhPlanDraft *draft)
{
  SkhPlanAdding *self = g_new0 (SkhPlanAdding, 1);

  self->draft = draft;
  return self;
}

void
skh_plan_adding_free (gpointer adding)
{
  SkhPlanAdding *self = adding;

  skh_plan_draft_free (self->draft);
  g_free (self);
}

static gboolean
is_same_title (const char *a, const char *b)
{
  g_autofree char *folded_a = skh_text_fold (a);
  g_autofree char *folded_b = skh_text_fold (b);

  return g_str_equal (folded_a, folded_b);
}

static gboolean
check_is_new (const GPtrArray *plans, const SkhPlanAdding *adding, GError **error)
{
  const SkhPlanDraft *draft = adding->draft;

  for (guint i = 0; i < plans->len; i++)
    {
      const SkhPlanRecord *plan = plans->pdata[i];

      if (plan->id == adding->replaced_id || plan->year != draft->year
          || !is_same_title (plan->title, draft->title))
        continue;
      g_set_error (error, SKH_ADDER_ERROR, SKH_ADDER_ERROR_EXISTS,
                   _ ("The workbook has this plan of %d already: “%s”. Nothing was "
                      "added."),
                   plan->year, plan->title);
      return FALSE;
    }
  return TRUE;
}

static gboolean
replace_plan (SkhDatabase *db, SkhPlanAdding *self, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Plan added: %s"), self->draft->title);

  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (skh_plan_store_add_plan (db, self->draft, &self->plan_id, error)
      && skh_plan_store_delete (db, self->replaced_id, FALSE, error))
    return skh_act_end (db, error);
  skh_act_cancel (db);
  return FALSE;
}

/**
 * skh_plan_adding_run:
 * @adding: an #SkhPlanAdding
 *
 * Adds the plan, as one act. A plan of the same year and title is refused with
 * %SKH_ADDER_ERROR_EXISTS, so that doing it twice does not make two. A plan it replaces
 * goes with the same act, and is refused when something was entered on it.
 */
gboolean
skh_plan_adding_run (SkhDatabase *db, gpointer adding, GError **error)
{
  SkhPlanAdding *self = adding;
  g_autoptr (GPtrArray) plans = skh_plan_store_list (db, error);

  if (plans == NULL || !check_is_new (plans, self, error))
    return FALSE;
  return self->replaced_id != 0
           ? replace_plan (db, self, error)
           : skh_plan_store_add_plan (db, self->draft, &self->plan_id, error);
}

/**
 * skh_plan_adder_add:
 * @draft: borrowed for the call
 * @plan_id: (out) (optional): the new plan
 *
 * As skh_plan_adding_run(), and waits for it.
 */
gboolean
skh_plan_adder_add (SkhWorkbook *workbook,
                    SkhPlanDraft *draft,
                    gint64 *plan_id,
                    GError **error)
{
  SkhPlanAdding adding = { .draft = draft };

  if (!skh_workbook_run (workbook, skh_plan_adding_run, &adding, error))
    return FALSE;
  if (plan_id != NULL)
    *plan_id = adding.plan_id;
  return TRUE;
}

/* — Reading what is there — */

typedef struct
{
  SkhPlanDraft *draft;
  gint64 plan_id;
} Reading;

static gboolean
read_draft (SkhDatabase *db, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->draft = skh_plan_store_dup_draft (db, reading->plan_id, error);
  return reading->draft != NULL;
}

/**
 * skh_plan_adder_read:
 * @plan_id: 0 for the first
 *
 * Returns: (transfer full): the whole plan as a draft
 */
SkhPlanDraft *
skh_plan_adder_read (SkhWorkbook *workbook, gint64 plan_id, GError **error)
{
  Reading reading = { .plan_id = plan_id };

  return skh_workbook_run (workbook, read_draft, &reading, error) ? reading.draft : NULL;
}

/* A column filled from tasks means nothing in a plan that has others. */
static gboolean
is_of_tasks (const SkhReportTableDraft *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *source = g_array_index (table->columns, SkhReportColumnDraft, i).source;

      if (!g_str_has_prefix (source, "rates:") && !g_str_has_prefix (source, "text:"))
        return TRUE;
    }
  return FALSE;
}

static void
keep_tables_of_rates (SkhPlanDraft *draft)
{
  for (guint i = draft->report_tables->len; i > 0; i--)
    if (is_of_tasks (&g_array_index (draft->report_tables, SkhReportTableDraft, i - 1)))
      g_array_remove_index (draft->report_tables, i - 1);
}

/**
 * skh_plan_adder_blank:
 * @keep_sections: whether its sections stay
 *
 * The units, the recipients and the table of rates go with every plan of the office; its
 * tasks and documents do not.
 */
void
skh_plan_adder_blank (SkhPlanDraft *draft, gboolean keep_sections)
{
  g_array_set_size (draft->tasks, 0);
  keep_tables_of_rates (draft);
  g_array_set_size (draft->documents, 0);
  if (!keep_sections)
    g_array_set_size (draft->sections, 0);
  draft->template_id = NULL;
  draft->number = NULL;
}

/**
 * skh_plan_adder_read_blank:
 * @plan_id: the plan that the new one is like; 0 for the first
 * @keep_sections: see skh_plan_adder_blank()
 *
 * Returns: (transfer full): a plan without tasks, to be filled in
 */
SkhPlanDraft *
skh_plan_adder_read_blank (SkhWorkbook *workbook,
                           gint64 plan_id,
                           gboolean keep_sections,
                           GError **error)
{
  SkhPlanDraft *draft = skh_plan_adder_read (workbook, plan_id, error);

  if (draft != NULL)
    skh_plan_adder_blank (draft, keep_sections);
  return draft;
}
