/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-workbook-maker.h"

#include "skh-stores.h"

#include <glib/gstdio.h>

static gboolean
write_draft (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_plan_store_create (db, data, error);
}

/**
 * skh_workbook_maker_discard:
 * @workbook: (transfer full): a workbook made a moment ago
 *
 * Closes the workbook and removes its file, because what was to fill it failed.
 */
void
skh_workbook_maker_discard (SkhWorkbook *workbook)
{
  g_autofree char *path = g_strdup (skh_workbook_get_path (workbook));

  skh_workbook_close (workbook);
  g_object_unref (workbook);
  g_unlink (path);
}

/**
 * skh_workbook_maker_create:
 * @path: a file that is not there yet
 * @draft: what the workbook starts with
 *
 * Makes a workbook that holds the draft. On any failure no file is left, and a file that
 * was there is as it was.
 *
 * Returns: (transfer full): the open workbook, or %NULL with an error of the store
 */
SkhWorkbook *
skh_workbook_maker_create (const char *path, const SkhPlanDraft *draft, GError **error)
{
  SkhWorkbook *workbook = skh_workbook_create (path, error);

  if (workbook == NULL)
    return NULL;
  if (skh_workbook_run (workbook, write_draft, (gpointer)draft, error))
    return workbook;
  skh_workbook_maker_discard (workbook);
  return NULL;
}
