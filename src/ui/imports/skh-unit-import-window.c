/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-unit-import-window.h"

#include "skh-import-window.h"
#include "skh-unit-import.h"

#include <glib/gi18n-lib.h>

static gpointer
open_import (const SkhImportOrigin *origin, GError **error)
{
  return skh_unit_import_new (origin->ledger);
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

SKH_IMPORT_KIND_DEFINE_CALLS (skh_unit_import)

static const SkhImportKind kind = {
  .needs_plan = TRUE,
  .open = open_import,
  .preview = preview,
  .apply = apply,
  SKH_IMPORT_KIND_CALLS,
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
