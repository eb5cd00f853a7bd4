/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which columns the list shows. */
#include "skh-register-pane-private.h"

#include <glib/gi18n-lib.h>

static gboolean
has_column (GArray *columns, guint field)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, guint, i) == field)
      return TRUE;
  return FALSE;
}

/* A column that is shown again goes to its place in the declaration's order, before the
   first of those that stand behind it there. */
static void
insert_column (GArray *columns, guint field)
{
  guint place = 0;

  while (place < columns->len && g_array_index (columns, guint, place) < field)
    place++;
  g_array_insert_val (columns, place, field);
}

static void
remove_column (GArray *columns, guint field)
{
  for (guint i = columns->len; i-- > 0;)
    if (g_array_index (columns, guint, i) == field)
      g_array_remove_index (columns, i);
}

/* The last column stays: a list of nothing could not be brought back by its headings. */
static void
on_toggled (SkhRegisterPane *self, GtkCheckButton *check)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "field"));
  g_autoptr (GArray) columns = skh_register_table_list_columns (self->query);

  if (gtk_check_button_get_active (check))
    insert_column (columns, field);
  else if (columns->len > 1)
    remove_column (columns, field);
  else
    gtk_check_button_set_active (check, TRUE);
  g_array_set_size (self->query->columns, 0);
  g_array_append_vals (self->query->columns, columns->data, columns->len);
  skh_register_table_set_query (self->table, self->query);
}

/* Returns: (transfer floating): a popover with a check a field */
GtkWidget *
skh_register_pane_new_columns (SkhRegisterPane *self)
{
  GtkWidget *popover = gtk_popover_new (), *box;
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GArray) columns = skh_register_table_list_columns (self->query);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; i < skh_register_get_n_fields (self->reg); i++)
    {
      const SkhField *field = skh_register_get_field (self->reg, i);
      GtkWidget *check = gtk_check_button_new_with_label (skh_field_get_title (field));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), has_column (columns, i));
      g_object_set_data (G_OBJECT (check), "field", GUINT_TO_POINTER (i));
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}
