/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While an entry is entered: whether it may be there already. */
#include "skh-entry-form-private.h"

#include "skh-register-store.h"

#include <glib/gi18n-lib.h>

#define NAMED 3

typedef struct
{
  SkhEntryForm *form;
  SkhEntry *entry;
  guint number;
  GPtrArray *found; /* SkhSimilarEntry */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->form);
  skh_entry_unref (look->entry);
  g_clear_pointer (&look->found, g_ptr_array_unref);
  g_free (look);
}

/* References that were typed are looked up first: who is meant decides who is similar. */
static gboolean
run_look (SkhDatabase *db, gpointer data, GError **error)
{
  Look *look = data;
  SkhRegister *reg = skh_entry_get_register (look->entry);

  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    {
      const SkhField *field = skh_register_get_field (reg, i);
      g_autofree char *fault = NULL;
      SkhValue value;

      if (!skh_field_is_reference (field)
          || skh_entry_get_value (look->entry, i)->id != 0)
        continue;
      skh_value_copy (skh_entry_get_value (look->entry, i), &value);
      if (skh_register_store_resolve (db, field, &value, look->entry, &fault, NULL))
        skh_entry_take_value (look->entry, i, &value);
      else
        skh_value_clear (&value);
    }
  look->found = skh_register_store_find_similar (db, look->entry, NAMED, error);
  return look->found != NULL;
}

static char *
dup_note (GPtrArray *found, guint field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const SkhSimilarEntry *similar = g_ptr_array_index (found, i);

      if (similar->field == field)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", similar->detail);
    }
  return text->len > 0
           ? g_strdup_printf (_ ("◐ There already, perhaps the same:\n%s"), text->str)
           : NULL;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gpointer data;
  const Look *look;
  SkhEntryForm *self;

  if (!skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, NULL))
    return;
  look = data;
  self = look->form;
  if (look->number != self->n_compared || self->draft == NULL || self->session == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      SkhFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *note = dup_note (look->found, skh_field_row_get_field (row));

      skh_field_row_show_note (row, note);
    }
  self->similar_id
    = look->found->len > 0 ? ((SkhSimilarEntry *)look->found->pdata[0])->id : 0;
  gtk_widget_set_visible (self->merge_button,
                          self->similar_id != 0 && skh_entry_get_id (self->draft) != 0
                            && skh_session_is_writable (self->session));
}

void
skh_entry_form_look_for_similar (SkhEntryForm *self)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  guint fields[SKH_REGISTER_MAX_IDENTITY];
  Look *look;

  if (workbook == NULL || self->draft == NULL
      || skh_register_get_similar (self->reg, 0, fields) == 0)
    return;
  look = g_new0 (Look, 1);
  look->form = g_object_ref (self);
  look->entry = skh_entry_copy (self->draft);
  look->number = ++self->n_compared;
  skh_workbook_run_async (workbook, run_look, look, look_free, NULL, on_looked, NULL);
}
