/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-day-button.h"

#include <glib/gi18n.h>

#include "skh-day-popover.h"

struct _SkhDayButton
{
  GtkWidget parent_instance;

  /* template */
  GtkMenuButton *button;

  /* borrowed: the window's */
  SkhSession *session;
};

G_DEFINE_FINAL_TYPE (SkhDayButton, skh_day_button, GTK_TYPE_WIDGET)

static void
show_day (SkhDayButton *self)
{
  SkhDate on = skh_session_get_on (self->session);
  gboolean elsewhere = on != skh_session_get_clock_day ();
  g_autofree char *day = skh_date_to_text (on);
  g_autofree char *label = g_strdup_printf (_ ("As of %s"), day);

  gtk_menu_button_set_label (self->button, label);
  if (elsewhere)
    gtk_widget_add_css_class (GTK_WIDGET (self), "another-day");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "another-day");
}

/* A calendar takes long to build and is seldom looked at. */
static void
make_popover (GtkMenuButton *button, gpointer user_data)
{
  SkhDayButton *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, skh_day_popover_new (self->session));
}

static void
skh_day_button_dispose (GObject *object)
{
  gtk_widget_unparent (GTK_WIDGET (SKH_DAY_BUTTON (object)->button));
  G_OBJECT_CLASS (skh_day_button_parent_class)->dispose (object);
}

static void
skh_day_button_class_init (SkhDayButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_day_button_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/window/skh-day-button.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SkhDayButton, button);
}

static void
skh_day_button_init (SkhDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
}

void
skh_day_button_set_session (SkhDayButton *self, SkhSession *session)
{
  self->session = session;
  g_signal_connect_object (session, "changed", G_CALLBACK (show_day), self,
                           G_CONNECT_SWAPPED);
  show_day (self);
}
