/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import wrote, or would write. */
#include "skh-register-import-private.h"

#include "skh-register-store.h"

#include <glib/gi18n-lib.h>

/* — Apply — */

static gboolean
put_lines (SkhDatabase *db, gpointer data, GError **error)
{
  SkhRegisterImport *self = data;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      SkhRegisterImportRow *row = &((SkhRegisterImportLine *)self->lines->pdata[i])->row;

      if (row->outcome == SKH_IMPORT_ADDED || row->outcome == SKH_IMPORT_CHANGED)
        g_ptr_array_add (entries, row->entry);
    }
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u entry taken in",
                                        "%s: %u entries taken in", entries->len),
                           skh_register_get_title (self->reg), entries->len);
  return skh_register_store_put_many (db, label, (SkhEntry *const *)entries->pdata,
                                      entries->len, error);
}

/**
 * skh_register_import_apply:
 *
 * Writes the accepted rows as one act, after a preview. With nothing to write nothing is
 * touched.
 *
 * Returns: %FALSE with an error of the store, and nothing written
 */
gboolean
skh_register_import_apply (SkhRegisterImport *self, GError **error)
{
  if (!skh_import_result_has_work (&self->result))
    return TRUE;
  return skh_workbook_run (self->workbook, put_lines, self, error);
}

/* — What came of it — */

const SkhImportResult *
skh_register_import_get_result (SkhRegisterImport *self)
{
  return &self->result;
}

const SkhRegisterImportRow *
skh_register_import_get_row (SkhRegisterImport *self, guint index)
{
  return &((SkhRegisterImportLine *)self->lines->pdata[index])->row;
}

static void
append_change (GString *text,
               const SkhField *field,
               const SkhValue *before,
               const SkhValue *after)
{
  g_autofree char *old = skh_field_dup_text (field, before);
  g_autofree char *new = skh_field_dup_text (field, after);

  if (skh_value_equal (field, before, after))
    return;
  g_string_append_printf (text, "%s%s: ", text->len > 0 ? "; " : "",
                          skh_field_get_title (field));
  if (before->is_set)
    g_string_append_printf (text, "“%s” → ", old);
  g_string_append_printf (text, "“%s”", new);
}

static char *
dup_change (SkhRegisterImport *self, const SkhRegisterImportRow *row)
{
  g_autofree char *label = skh_entry_dup_label (row->entry);
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->before == NULL)
    return g_strdup_printf (_ ("Row %u, new: %s"), row->number, label);
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    append_change (text, skh_register_get_field (self->reg, i),
                   skh_entry_get_value (row->before, i),
                   skh_entry_get_value (row->entry, i));
  return g_strdup_printf (_ ("Row %u, %s: %s"), row->number, label, text->str);
}

GPtrArray *
skh_register_import_list_changes (SkhRegisterImport *self,
                                  SkhImportOutcome outcome,
                                  guint limit)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->lines->len && changes->len < limit; i++)
    {
      const SkhRegisterImportRow *row = skh_register_import_get_row (self, i);

      if (row->outcome == outcome)
        g_ptr_array_add (changes, dup_change (self, row));
    }
  return changes;
}
