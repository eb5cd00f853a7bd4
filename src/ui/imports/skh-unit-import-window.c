/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-unit-import-window.h"

#include "skh-import-window.h"
#include "skh-unit-import.h"

#include <glib/gi18n-lib.h>

static gpointer
open_import (const SkhImportOrigin *origin, GError **error)
{
  if (origin->ledger != NULL)
    return skh_unit_import_new (origin->ledger);
  g_set_error (error, SKH_IMPORT_ERROR, SKH_IMPORT_ERROR_NO_PLAN,
               _ ("The workbook holds no plan yet."));
  return NULL;
}

static gboolean
add_source (gpointer import, const SkhListSource *source, GError **error)
{
  return skh_unit_import_add_source (import, source, error);
}

static gboolean
add_file (gpointer import, const char *path, const char *sheet, GError **error)
{
  return skh_unit_import_add_file (import, path, sheet, error);
}

static gboolean
preview (gpointer import, GError **error)
{
  skh_unit_import_preview (import);
  return TRUE;
}

static gboolean
apply (gpointer import, SkhWorkbook *workbook, GError **error)
{
  return skh_unit_import_apply (import, workbook, error);
}

static const SkhImportResult *
get_result (gpointer import)
{
  return skh_unit_import_get_result (import);
}

static GPtrArray *
list_changes (gpointer import, SkhImportOutcome outcome, guint limit)
{
  return skh_unit_import_list_changes (import, outcome, limit);
}

static void
free_import (gpointer import)
{
  skh_unit_import_free (import);
}

static const SkhImportKind kind = {
  .open = open_import,
  .add_source = add_source,
  .add_file = add_file,
  .preview = preview,
  .apply = apply,
  .get_result = get_result,
  .list_changes = list_changes,
  .free = free_import,
};

/**
 * skh_unit_import_window_new:
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_unit_import_window_new (GtkWindow *parent, SkhSession *session)
{
  return skh_import_window_new (
    parent, session, &kind, NULL, _ ("Take In Units"),
    _ ("Copy the list in Excel, with the row that names its columns (Mã, Tên đơn vị, Tên "
       "viết tắt, Trực thuộc, Khối …), and paste it here. Units that are there already "
       "are changed; nothing is removed."));
}
