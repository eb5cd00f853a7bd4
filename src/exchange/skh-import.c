/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-import.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (skh - import - error - quark, skh_import_error)

void
skh_import_fault_free (SkhImportFault *fault)
{
  if (fault == NULL)
    return;

  g_free (fault->file);
  g_free (fault->sheet);
  g_free (fault->cell);
  g_free (fault->value);
  g_free (fault->why);
  g_free (fault);
}

/**
 * skh_import_fault_dup_text:
 *
 * Returns: (transfer full): the fault in one line: where, what stands there, why
 */
char *
skh_import_fault_dup_text (const SkhImportFault *fault)
{
  if (fault->cell == NULL)
    return g_strdup (fault->why);
  if (fault->value == NULL || *fault->value == '\0')
    return g_strdup_printf (_ ("Cell %s: %s"), fault->cell, fault->why);
  return g_strdup_printf (_ ("Cell %s, “%s”: %s"), fault->cell, fault->value, fault->why);
}

void
skh_import_result_init (SkhImportResult *self)
{
  *self = (SkhImportResult){ 0 };
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_import_fault_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_import_fault_free);
}

void
skh_import_result_clear (SkhImportResult *self)
{
  g_free (self->sheet);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->notes);
}

static void
note (SkhImportResult *self, const SkhListSource *source, char *why)
{
  SkhImportFault *fault = g_new0 (SkhImportFault, 1);

  fault->file = g_strdup (source->file);
  fault->sheet = g_strdup (source->sheet);
  fault->why = why;
  g_ptr_array_add (self->notes, fault);
}

static char *
join_columns (const GArray *columns)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *name = skh_list_column_name (g_array_index (columns, guint, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

void
skh_import_result_note_source (SkhImportResult *self, const SkhListSource *source)
{
  g_free (self->sheet);
  self->sheet = g_strdup (source->sheet);
  if (source->n_hidden_rows > 0)
    note (self, source,
          g_strdup_printf (_ ("Hidden rows of the sheet are taken in like the others: "
                              "%u."),
                           source->n_hidden_rows));
  if (source->hidden_columns->len > 0 && source->rows->len > 0)
    {
      g_autofree char *columns = join_columns (source->hidden_columns);

      note (self, source,
            g_strdup_printf (_ (
                               "These columns are hidden in the sheet, and are read like "
                               "the others: %s."),
                             columns));
    }
  if (source->n_old_cells > 0)
    note (self, source,
          g_strdup_printf (_ ("Cells in an old encoding (TCVN3 or VNI) were read as "
                              "Unicode: %u. Look at their letters."),
                           source->n_old_cells));
}

/**
 * skh_import_result_dup_counts:
 *
 * Returns: (transfer full): how many rows, and what becomes of them, in one line
 */
char *
skh_import_result_dup_counts (const SkhImportResult *self)
{
  return g_strdup_printf (_ ("%u rows: %u new, %u changed, %u the same, %u refused"),
                          self->n_rows, self->counts[SKH_IMPORT_ADDED],
                          self->counts[SKH_IMPORT_CHANGED], self->counts[SKH_IMPORT_SAME],
                          self->counts[SKH_IMPORT_REFUSED]);
}

gboolean
skh_import_result_has_work (const SkhImportResult *self)
{
  return self->counts[SKH_IMPORT_ADDED] + self->counts[SKH_IMPORT_CHANGED] > 0;
}
