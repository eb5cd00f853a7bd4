/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-filter-bar.h"

#include "skh-filter-chip.h"

#include <glib/gi18n-lib.h>

/* A register of thirty fields shows so many chips; the others are chosen from a list. */
#define USUAL_CHIPS 5

struct _SkhFilterBar
{
  GtkWidget parent_instance;

  GtkBox *chips;
  GtkWidget *clear_button;
  GtkMenuButton *more_button;
  GHashTable *chosen; /* guint: the fields that were asked for from the list */

  SkhSession *session;
  SkhRegisterQuery *query; /* borrowed */
  SkhRegisterQuery *own;   /* owned: of these filters a page is */
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

static gboolean
is_narrowed_by (SkhFilterBar *self, guint field)
{
  for (guint i = 0; i < self->query->filters->len; i++)
    {
      const SkhFilter *filter = &g_array_index (self->query->filters, SkhFilter, i);

      if (filter->field == field && !skh_register_query_has_filter (self->own, filter))
        return TRUE;
    }
  return FALSE;
}

gboolean
skh_filter_bar_is_narrowed (SkhFilterBar *self)
{
  for (guint i = 0; i < skh_register_get_n_fields (self->query->reg); i++)
    if (is_narrowed_by (self, i))
      return TRUE;
  return FALSE;
}

char *
skh_filter_bar_dup_words (SkhFilterBar *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < skh_register_get_n_fields (self->query->reg); i++)
    {
      g_autofree char *one
        = is_narrowed_by (self, i) ? skh_filter_chip_dup_words (self->query, i) : NULL;

      if (one != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", one);
    }
  return g_string_free (words, FALSE);
}

static void
on_chip_changed (SkhFilterBar *self)
{
  gtk_widget_set_visible (self->clear_button, skh_filter_bar_is_narrowed (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_chips (SkhFilterBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
}

static gboolean
has_chip (SkhFilterBar *self, guint field, guint *n_usual)
{
  if (is_filtered (self, field)
      || g_hash_table_contains (self->chosen, GUINT_TO_POINTER (field)))
    return TRUE;
  return skh_filter_chip_is_usual (skh_register_get_field (self->query->reg, field))
         && (*n_usual)++ < USUAL_CHIPS;
}

static void
make_chips (SkhFilterBar *self)
{
  guint n_usual = 0;

  clear_chips (self);
  for (guint i = 0; i < skh_register_get_n_fields (self->query->reg); i++)
    {
      GtkWidget *chip;

      if (!has_chip (self, i, &n_usual))
        continue;
      chip = skh_filter_chip_new (self->session, self->query, i);
      g_signal_connect_swapped (chip, "changed", G_CALLBACK (on_chip_changed), self);
      gtk_box_append (self->chips, chip);
    }
  gtk_widget_set_visible (self->clear_button, skh_filter_bar_is_narrowed (self));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_usual > USUAL_CHIPS);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
}

static void
on_more_chosen (SkhFilterBar *self, GtkWidget *button)
{
  g_hash_table_add (self->chosen, g_object_get_data (G_OBJECT (button), "field"));
  gtk_menu_button_popdown (self->more_button);
  make_chips (self);
}

/* The fields that have no chip yet. */
static void
make_more (GtkMenuButton *more, gpointer user_data)
{
  SkhFilterBar *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_usual = 0;

  for (guint i = 0; i < skh_register_get_n_fields (self->query->reg); i++)
    {
      const SkhField *field = skh_register_get_field (self->query->reg, i);
      GtkWidget *button;

      if (has_chip (self, i, &n_usual) || !skh_filter_chip_is_usual (field))
        continue;
      button = gtk_button_new_with_label (skh_field_get_title (field));
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_more_chosen), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (more, popover);
}

void
skh_filter_bar_clear (SkhFilterBar *self)
{
  skh_register_query_keep_filters (self->query, self->own);
  make_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
skh_filter_bar_set_query (SkhFilterBar *self,
                          SkhSession *session,
                          SkhRegisterQuery *query,
                          SkhRegisterQuery *own)
{
  g_set_object (&self->session, session);
  if (query == NULL || self->query == NULL || query->reg != self->query->reg)
    g_hash_table_remove_all (self->chosen);
  self->query = query;
  g_clear_pointer (&self->own, skh_register_query_free);
  self->own = own;
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
skh_filter_bar_finalize (GObject *object)
{
  SkhFilterBar *self = SKH_FILTER_BAR (object);

  g_clear_pointer (&self->own, skh_register_query_free);
  g_hash_table_unref (self->chosen);
  G_OBJECT_CLASS (skh_filter_bar_parent_class)->finalize (object);
}

static void
skh_filter_bar_class_init (SkhFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = skh_filter_bar_finalize;
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
  GtkWidget *more = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  self->clear_button = gtk_button_new_with_label (_ ("Clear the filters"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  g_signal_connect_swapped (self->clear_button, "clicked",
                            G_CALLBACK (skh_filter_bar_clear), self);
  self->chosen = g_hash_table_new (NULL, NULL);
  self->more_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->more_button, _ ("More filters"));
  gtk_menu_button_set_create_popup_func (self->more_button, make_more, self, NULL);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (more), GTK_WIDGET (self->more_button));
  gtk_widget_add_css_class (more, "filter-chip");
  gtk_box_append (GTK_BOX (row), more);
  gtk_box_append (GTK_BOX (row), self->clear_button);
  gtk_widget_add_css_class (row, "filter-bar");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), row);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
}
