/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-labels.h"

#define LIST_CHARS 60

/* One line that takes what room there is and ends in an ellipsis where it ends. An
   inscription asks for no size of its own: lists of them are laid out at once. */
GtkWidget *
skh_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_inscription_new (text);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 8);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), 8);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* From the left, as long as its text. */
GtkWidget *
skh_text_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A short state on a coloured ground; css_class is `bad`, `warning` or NULL. */
GtkWidget *
skh_chip_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "chip");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

GtkWidget *
skh_icon_button_new (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return button;
}

/* What assistive technology calls a menu button that shows only an icon: its focus is on
   the button inside, which takes no name from it. */
void
skh_menu_button_set_name (GtkMenuButton *button, const char *name)
{
  GtkWidget *inside = gtk_widget_get_first_child (GTK_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
skh_list_box_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* — Drop-downs — */

static void
on_item_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static const char *
show_text (GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  return text;
}

static void
on_button_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  show_text (item);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_list_item_get_child (item)),
                                 GPOINTER_TO_INT (data));
}

/* The list is as wide as its button unless its rows ask for more: they ask for their
   text, up to so many characters. */
static void
on_list_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  glong length = g_utf8_strlen (show_text (item), -1);

  gtk_label_set_width_chars (GTK_LABEL (gtk_list_item_get_child (item)),
                             (int)MIN (length + 1, LIST_CHARS));
}

static GtkListItemFactory *
make_factory (GCallback bind, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_item_setup), NULL);
  g_signal_connect (factory, "bind", bind, data);
  return factory;
}

/* A long text must not push what stands beside it out of the window; the list may be
   wide. */
void
skh_drop_down_keep_narrow (GtkDropDown *choice, int button_chars)
{
  g_autoptr (GtkListItemFactory) button
    = make_factory (G_CALLBACK (on_button_bind), GINT_TO_POINTER (button_chars));
  g_autoptr (GtkListItemFactory) list = make_factory (G_CALLBACK (on_list_bind), NULL);

  gtk_drop_down_set_factory (choice, button);
  gtk_drop_down_set_list_factory (choice, list);
}
