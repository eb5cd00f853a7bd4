/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-stat-card.h"

struct _SkhStatCard
{
  GtkButton parent_instance;

  /* template */
  GtkLabel *caption;
  GtkLabel *number;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (SkhStatCard, skh_stat_card, GTK_TYPE_BUTTON)

static void
skh_stat_card_class_init (SkhStatCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/overview/skh-stat-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhStatCard, caption);
  gtk_widget_class_bind_template_child (widget_class, SkhStatCard, number);
  gtk_widget_class_bind_template_child (widget_class, SkhStatCard, note);
}

static void
skh_stat_card_init (SkhStatCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* The tone only repeats what the caption says. */
void
skh_stat_card_show (SkhStatCard *self,
                    SkhStatTone tone,
                    const char *caption,
                    const char *number,
                    const char *note)
{
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", caption, number, note);

  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->note, note);
  set_css_class (GTK_WIDGET (self), "bad", tone == SKH_STAT_BAD);
  set_css_class (GTK_WIDGET (self), "warning", tone == SKH_STAT_WARNING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
