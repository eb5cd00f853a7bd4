/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a form, made from what the register declares. */
#include "skh-entry-form-private.h"

#include "skh-labels.h"

#include <glib/gi18n-lib.h>

static void
on_row_kept (SkhEntryForm *self, SkhFieldRow *row)
{
  skh_entry_form_keep_row (self, row);
}

static void
on_row_next (SkhEntryForm *self, SkhFieldRow *row)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index) && index + 1 < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, index + 1));
  else if (self->files->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->files, 0));
  else
    gtk_widget_grab_focus (self->another_button);
}

static void
on_file_wanted (SkhEntryForm *self, const char *path, SkhAttachmentList *list)
{
  SkhFormNext next = { .kind = SKH_FORM_ATTACH, .list = list, .path = (char *)path };

  if (self->draft != NULL && skh_entry_form_is_empty (self))
    skh_session_report_fault (self->session, _ ("Fill in the entry first; a file is "
                                                "attached to what is kept."));
  else
    skh_entry_form_go (self, &next);
}

static void
add_row (SkhEntryForm *self, guint field)
{
  GtkWidget *row = skh_field_row_new (self->session, self->reg, field);

  g_signal_connect_object (row, "kept", G_CALLBACK (on_row_kept), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (on_row_next), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_box_append (self->fields, row);
}

static void
add_section_title (SkhEntryForm *self, const SkhField *field)
{
  GtkWidget *label;

  if (field->section == NULL)
    return;
  label = skh_label_new (g_dgettext (GETTEXT_PACKAGE, field->section), "heading");
  gtk_widget_set_margin_top (label, 10);
  gtk_box_append (self->fields, label);
}

static void
add_files (SkhEntryForm *self, const SkhField *field)
{
  GtkWidget *list
    = skh_attachment_list_new (self->session, skh_field_get_title (field),
                               g_intern_string (skh_register_get_table (self->reg)),
                               g_intern_string (field->key));

  g_signal_connect_object (list, "wanted", G_CALLBACK (on_file_wanted), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->files, list);
  gtk_box_append (self->fields, list);
}

static void
clear (SkhEntryForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->files, 0);
}

void
skh_entry_form_make_fields (SkhEntryForm *self)
{
  clear (self);
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    {
      const SkhField *field = skh_register_get_field (self->reg, i);

      add_section_title (self, field);
      if (field->type == SKH_FIELD_FILE)
        add_files (self, field);
      else
        add_row (self, i);
    }
}
