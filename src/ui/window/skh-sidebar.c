/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-sidebar.h"

#include <glib/gi18n.h>

#include "skh-labels.h"

struct _SkhSidebar
{
  GtkWidget parent_instance;

  /* template */
  GtkMenuButton *menu_button;
  GtkListBox *list;
  GtkLabel *organisation;
  GtkLabel *plan;
  GtkLabel *saved;
};

G_DEFINE_FINAL_TYPE (SkhSidebar, skh_sidebar, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkListBoxRow *
find_row (SkhSidebar *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
      return row;
  return NULL;
}

static void
on_row_activated (SkhSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SELECTED], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
skh_sidebar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (skh_sidebar_parent_class)->dispose (object);
}

static void
skh_sidebar_class_init (SkhSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_sidebar_dispose;
  signals[SELECTED] = g_signal_new ("selected", SKH_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/window/skh-sidebar.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SkhSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SkhSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, SkhSidebar, organisation);
  gtk_widget_class_bind_template_child (widget_class, SkhSidebar, plan);
  gtk_widget_class_bind_template_child (widget_class, SkhSidebar, saved);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
skh_sidebar_init (SkhSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  skh_menu_button_set_name (self->menu_button, _ ("Main menu"));
}

/* Adds a row at the end. name is what `selected` gives and the row's widget name. */
void
skh_sidebar_add_page (SkhSidebar *self,
                      const char *name,
                      const char *title,
                      const char *icon_name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_object_set_data (G_OBJECT (row), "badge", badge);
  gtk_list_box_append (self->list, row);
}

/* Marks the page shown; emits nothing. */
void
skh_sidebar_select (SkhSidebar *self, const char *name)
{
  gtk_list_box_select_row (self->list, find_row (self, name));
}

/* Puts the keyboard on the page shown. */
void
skh_sidebar_grab_focus (SkhSidebar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

/* The number of overdue lines beside a page; 0 takes it away. */
void
skh_sidebar_set_badge (SkhSidebar *self, const char *name, guint n_overdue)
{
  GtkListBoxRow *row = find_row (self, name);
  g_autofree char *number = g_strdup_printf ("%u", n_overdue);
  g_autofree char *tooltip
    = g_strdup_printf (ngettext ("%u overdue", "%u overdue", n_overdue), n_overdue);
  GtkWidget *badge;

  if (row == NULL)
    return;
  badge = g_object_get_data (G_OBJECT (row), "badge");
  gtk_label_set_label (GTK_LABEL (badge), number);
  gtk_widget_set_tooltip_text (badge, tooltip);
  gtk_widget_set_visible (badge, n_overdue > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  n_overdue > 0 ? tooltip : "", -1);
}

static char *
describe_saving (gint64 saved_at)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *moment = NULL;

  if (saved_at == 0)
    return g_strdup ("");
  utc = g_date_time_new_from_unix_utc (saved_at / G_USEC_PER_SEC);
  local = g_date_time_to_local (utc);
  moment = g_date_time_format (local, "%-d/%-m/%Y %H:%M");
  return g_strdup_printf (_ ("Saved · %s"), moment);
}

/* Whose plan this is, which, and when the last change was on disk (microseconds since
   1970 UTC; 0: never). */
void
skh_sidebar_set_foot (SkhSidebar *self,
                      const char *organisation,
                      const char *plan,
                      gint64 saved_at)
{
  g_autofree char *saved = describe_saving (saved_at);

  gtk_label_set_label (self->organisation, organisation != NULL ? organisation : "");
  gtk_label_set_label (self->plan, plan != NULL ? plan : "");
  gtk_label_set_label (self->saved, saved);
}
