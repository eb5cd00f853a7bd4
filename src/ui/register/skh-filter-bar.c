/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-filter-bar.h"

#include "skh-filter-chip.h"

#include <glib/gi18n-lib.h>

struct _SkhFilterBar
{
  GtkWidget parent_instance;

  GtkBox *chips;
  GtkWidget *clear_button;

  SkhSession *session;
  SkhRegisterQuery *query; /* borrowed */
};

G_DEFINE_FINAL_TYPE (SkhFilterBar, skh_filter_bar, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_filtered (SkhFilterBar *self, guint field)
{
  for (guint i = 0; i < self->query->filters->len; i++)
    if (g_array_index (self->query->filters, SkhFilter, i).field == field)
      return TRUE;
  return FALSE;
}

static void
on_chip_changed (SkhFilterBar *self)
{
  gtk_widget_set_visible (self->clear_button, self->query->filters->len > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_chips (SkhFilterBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
}

static void
make_chips (SkhFilterBar *self)
{
  clear_chips (self);
  for (guint i = 0; i < skh_register_get_n_fields (self->query->reg); i++)
    {
      GtkWidget *chip;

      if (!skh_filter_chip_is_usual (skh_register_get_field (self->query->reg, i))
          && !is_filtered (self, i))
        continue;
      chip = skh_filter_chip_new (self->session, self->query, i);
      g_signal_connect_swapped (chip, "changed", G_CALLBACK (on_chip_changed), self);
      gtk_box_append (self->chips, chip);
    }
  gtk_widget_set_visible (self->clear_button, self->query->filters->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
}

static void
on_clear_clicked (SkhFilterBar *self)
{
  for (guint i = 0; i < skh_register_get_n_fields (self->query->reg); i++)
    skh_register_query_clear_filters (self->query, i);
  make_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
skh_filter_bar_set_query (SkhFilterBar *self,
                          SkhSession *session,
                          SkhRegisterQuery *query)
{
  g_set_object (&self->session, session);
  self->query = query;
  if (query != NULL)
    make_chips (self);
  else
    clear_chips (self);
}

static void
skh_filter_bar_dispose (GObject *object)
{
  SkhFilterBar *self = SKH_FILTER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_filter_bar_parent_class)->dispose (object);
}

static void
skh_filter_bar_class_init (SkhFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass),
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                        GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", SKH_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_filter_bar_init (SkhFilterBar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  self->clear_button = gtk_button_new_with_label (_ ("Clear the filters"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (on_clear_clicked),
                            self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (row), self->clear_button);
  gtk_widget_add_css_class (row, "filter-bar");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), row);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
}
