/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-workbook-maker.h"

#include <glib/gstdio.h>

#include "skh-plan-template.h"
#include "skh-stores.h"

typedef struct
{
  SkhPlanDraft *draft;
  SkhWorkbook *workbook;
  SkhWorkbookMakerFunc func;
  GObject *owner; /* user_data of func; kept until it was called */
} Making;

static void
making_free (Making *making)
{
  g_clear_pointer (&making->draft, skh_plan_draft_free);
  g_clear_object (&making->workbook);
  g_clear_object (&making->owner);
  g_free (making);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Making, making_free)

static gboolean
write_draft (SkhDatabase *db, gpointer user_data, GError **error)
{
  Making *making = user_data;

  return skh_plan_store_create (db, making->draft, error);
}

/* A workbook whose plan could not be written is of no use to anyone: it goes again. */
static void
on_draft_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Making) making = user_data;
  g_autoptr (GError) error = NULL;

  if (skh_workbook_run_finish (making->workbook, result, NULL, &error))
    {
      making->func (making->workbook, NULL, making->owner);
      return;
    }
  skh_workbook_close (making->workbook);
  g_unlink (skh_workbook_get_path (making->workbook));
  making->func (NULL, error, making->owner);
}

/* Makes a workbook (never over another file) with the plan of a template for a year. func
   is called once, on this thread, with owner as its user_data. */
void
skh_workbook_maker_run (const char *path,
                        const char *template_id,
                        int year,
                        SkhWorkbookMakerFunc func,
                        GObject *owner)
{
  g_autoptr (Making) making = g_new0 (Making, 1);
  g_autoptr (GError) error = NULL;
  SkhWorkbook *workbook;

  making->func = func;
  making->owner = g_object_ref (owner);
  making->draft = skh_plan_template_read_builtin (template_id, year, &error);
  if (making->draft != NULL)
    making->workbook = skh_workbook_create (path, &error);
  if (making->workbook == NULL)
    {
      func (NULL, error, owner);
      return;
    }
  workbook = making->workbook;
  skh_workbook_run_async (workbook, write_draft, making, NULL, NULL, on_draft_written,
                          making);
  g_steal_pointer (&making);
}
