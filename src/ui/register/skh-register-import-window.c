/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-register-import-window.h"

#include "skh-import-window.h"
#include "skh-register-import.h"

#include <glib/gi18n-lib.h>

static gpointer
open_import (const SkhImportOrigin *origin, GError **error)
{
  return skh_register_import_new (origin->workbook, origin->register_id, origin->year,
                                  error);
}

static gboolean
preview (gpointer import, GError **error)
{
  return skh_register_import_preview (import, error);
}

static gboolean
apply (gpointer import, SkhWorkbook *workbook, GError **error)
{
  return skh_register_import_apply (import, error);
}

SKH_IMPORT_KIND_DEFINE_CALLS (skh_register_import)

static const SkhImportKind kind = {
  .open = open_import,
  .preview = preview,
  .apply = apply,
  SKH_IMPORT_KIND_CALLS,
};

/* The headings are the office's words, whatever the window speaks. */
static char *
dup_help (SkhRegister *reg)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    {
      const SkhField *field = skh_register_get_field (reg, i);

      if (skh_field_is_typed (field))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", field->name);
    }
  return g_strdup_printf (
    _ ("Copy the list in Excel, with the row that names its columns, "
       "and paste it here. Lines that are there already are "
       "changed; nothing is removed. Columns it knows: %s."),
    names->str);
}

/**
 * skh_register_import_window_new:
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_register_import_window_new (GtkWindow *parent, SkhSession *session, SkhRegister *reg)
{
  g_autofree char *title
    = g_strdup_printf (_ ("Take In: %s"), skh_register_get_title (reg));
  g_autofree char *help = dup_help (reg);

  return skh_import_window_new (parent, session, &kind, skh_register_get_id (reg), title,
                                help);
}
