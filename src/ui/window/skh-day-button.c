/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-day-button.h"

#include <glib/gi18n.h>

struct _SkhDayButton
{
  GtkWidget parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkEntry *entry;
  GtkWidget *hint;

  /* borrowed: the window outlives its header bar's life with it */
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

static void
on_popover_shown (SkhDayButton *self)
{
  SkhDate on = skh_session_get_on (self->session);
  g_autofree char *text = skh_date_to_text (on);
  g_autoptr (GDateTime) day = NULL;
  int y, m, d;

  skh_date_get_ymd (on, &y, &m, &d);
  day = g_date_time_new_local (y, m, d, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, day);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
choose (SkhDayButton *self, SkhDate day)
{
  gtk_popover_popdown (self->popover);
  skh_session_set_on (self->session, day);
}

static void
on_day_selected (SkhDayButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  SkhDate chosen = skh_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                                 g_date_time_get_day_of_month (day));

  if (gtk_widget_get_visible (GTK_WIDGET (self->popover))
      && chosen != skh_session_get_on (self->session))
    choose (self, chosen);
}

static void
on_entry_activated (SkhDayButton *self)
{
  SkhDate day
    = skh_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                            skh_date_get_year (skh_session_get_on (self->session)));

  if (day != SKH_DATE_NONE)
    {
      choose (self, day);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_visible (self->hint, TRUE);
}

static void
on_today_clicked (SkhDayButton *self)
{
  choose (self, skh_session_get_clock_day ());
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
  gtk_widget_class_bind_template_child (widget_class, SkhDayButton, popover);
  gtk_widget_class_bind_template_child (widget_class, SkhDayButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, SkhDayButton, entry);
  gtk_widget_class_bind_template_child (widget_class, SkhDayButton, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked);
}

static void
skh_day_button_init (SkhDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
skh_day_button_set_session (SkhDayButton *self, SkhSession *session)
{
  self->session = session;
  g_signal_connect_object (session, "changed", G_CALLBACK (show_day), self,
                           G_CONNECT_SWAPPED);
  show_day (self);
}
