/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-day-popover.h"

struct _SkhDayPopover
{
  GtkPopover parent_instance;

  /* template */
  GtkCalendar *calendar;
  GtkEntry *entry;
  GtkWidget *hint;

  /* borrowed: the window's */
  SkhSession *session;
};

G_DEFINE_FINAL_TYPE (SkhDayPopover, skh_day_popover, GTK_TYPE_POPOVER)

static void
on_popover_shown (SkhDayPopover *self)
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
choose (SkhDayPopover *self, SkhDate day)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  skh_session_set_on (self->session, day);
}

static void
on_day_selected (SkhDayPopover *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  SkhDate chosen = skh_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                                 g_date_time_get_day_of_month (day));

  if (gtk_widget_get_visible (GTK_WIDGET (self))
      && chosen != skh_session_get_on (self->session))
    choose (self, chosen);
}

static void
on_entry_activated (SkhDayPopover *self)
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
on_today_clicked (SkhDayPopover *self)
{
  choose (self, skh_session_get_clock_day ());
}

static void
skh_day_popover_class_init (SkhDayPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/window/skh-day-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhDayPopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, SkhDayPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, SkhDayPopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked);
}

static void
skh_day_popover_init (SkhDayPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
skh_day_popover_new (SkhSession *session)
{
  SkhDayPopover *self = g_object_new (SKH_TYPE_DAY_POPOVER, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}
