/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-period-switch.h"

#include <glib/gi18n.h>

#define N_CHOICES 5

struct _SkhPeriodSwitch
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[N_CHOICES]; /* the year, then its quarters */
  SkhSession *session;                 /* borrowed */
};

G_DEFINE_FINAL_TYPE (SkhPeriodSwitch, skh_period_switch, GTK_TYPE_WIDGET)

static SkhPeriod
get_choice (SkhPeriodSwitch *self, guint i)
{
  int year = skh_session_get_period (self->session).year;

  return i == 0 ? skh_period_new (SKH_PERIOD_YEAR, year, 1)
                : skh_period_new (SKH_PERIOD_QUARTER, year, (int)i);
}

static void
on_toggled (SkhPeriodSwitch *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button)
      || skh_session_get_ledger (self->session) == NULL)
    return;
  for (guint i = 0; i < N_CHOICES; i++)
    if (self->buttons[i] == button)
      skh_session_set_period (self->session, get_choice (self, i));
}

static void
show_period (SkhPeriodSwitch *self)
{
  SkhPeriod period = skh_session_get_period (self->session);

  if (!skh_period_is_set (period))
    return;
  for (guint i = 0; i < N_CHOICES; i++)
    if (skh_period_equal (period, get_choice (self, i)))
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
}

static void
skh_period_switch_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (skh_period_switch_parent_class)->dispose (object);
}

static void
skh_period_switch_class_init (SkhPeriodSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_period_switch_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
skh_period_switch_init (SkhPeriodSwitch *self)
{
  static const char *const titles[N_CHOICES] = {
    N_ ("Whole year"),  N_ ("Quarter I"),  N_ ("Quarter II"),
    N_ ("Quarter III"), N_ ("Quarter IV"),
  };

  gtk_widget_add_css_class (GTK_WIDGET (self), "period-switch");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period"), -1);
  for (guint i = 0; i < N_CHOICES; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (titles[i]));

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
}

void
skh_period_switch_set_session (SkhPeriodSwitch *self, SkhSession *session)
{
  self->session = session;
  g_signal_connect_object (session, "changed", G_CALLBACK (show_period), self,
                           G_CONNECT_SWAPPED);
  show_period (self);
}
