/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-page-private.h"

#include <glib/gi18n-lib.h>

/* Along the years: how much of them is seen, which days, and how finely. */

/* What stands beside a bar that ends with the year needs some room too. */
#define END_ROOM 8

SkhTimelineSizes
skh_timeline_page_get_sizes (SkhTimelinePage *self)
{
  int height, digit;

  skh_grid_view_get_font_size (self->view, SKH_FONT_BODY, &height, &digit);
  return skh_timeline_sizes_for_text (height, digit);
}

double
skh_timeline_page_get_room (SkhTimelinePage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  return gtk_adjustment_get_page_size (adjustment)
         - skh_timeline_page_get_sizes (self).side - END_ROOM;
}

/**
 * skh_timeline_page_show_day:
 * @align: where in the body's width it comes to stand: 0 left, 1 right
 */
void
skh_timeline_page_show_day (SkhTimelinePage *self, SkhDate day, double align)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);

  if (timeline != NULL)
    skh_grid_view_scroll_to_x (
      self->view,
      (float)(skh_timeline_get_sizes (timeline)->side
              + skh_timeline_axis_get_x (skh_timeline_get_axis (timeline), day)),
      (float)align);
}

void
skh_timeline_page_show_day_if_hidden (SkhTimelinePage *self, SkhDate day)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  double side = skh_timeline_get_sizes (timeline)->side;
  double x = side + skh_timeline_axis_get_x (skh_timeline_get_axis (timeline), day);
  double seen = skh_grid_view_find_x (self->view, side + 1);
  double width = gtk_widget_get_width (GTK_WIDGET (self->view)) - side;

  if (x < seen || x > seen + width * 0.9)
    skh_timeline_page_show_day (self, day, 0.5);
}

/* The place whose day stays when nothing was pointed at: today's if it is seen, else the
   middle of what is. */
static double
get_still_place (SkhTimelinePage *self, SkhTimeline *timeline)
{
  double side = skh_timeline_get_sizes (timeline)->side;
  double width = gtk_widget_get_width (GTK_WIDGET (self->view));
  const SkhTimelineAxis *axis = skh_timeline_get_axis (timeline);
  double today
    = side + skh_timeline_axis_get_x (axis, skh_session_get_on (self->session))
      - gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (self->scroller));

  return today >= side && today < width ? today : (side + width) / 2;
}

/* What is seen is drawn only; a screen reader is told which days it is. */
void
skh_timeline_page_tell_stretch (SkhTimelinePage *self)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  g_autofree char *first = NULL, *last = NULL, *text = NULL;
  const SkhTimelineAxis *axis;
  double side;

  if (timeline == NULL)
    return;
  side = skh_timeline_get_sizes (timeline)->side;
  axis = skh_timeline_get_axis (timeline);
  first = skh_date_to_text (
    skh_timeline_axis_get_day (axis, skh_grid_view_find_x (self->view, side) - side));
  last = skh_date_to_text (skh_timeline_axis_get_day (
    axis,
    skh_grid_view_find_x (self->view, gtk_widget_get_width (GTK_WIDGET (self->view)))
      - side));
  text = g_strdup_printf (_ ("from %s to %s"), first, last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Another zoom, with the day at x where it was. */
void
skh_timeline_page_zoom (SkhTimelinePage *self, double x)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  double days, align, side;

  if (timeline == NULL)
    return;
  side = skh_timeline_get_sizes (timeline)->side;
  if (x < side)
    x = get_still_place (self, timeline);
  days = (skh_grid_view_find_x (self->view, x) - side)
         / skh_timeline_get_axis (timeline)->day_width;
  align = skh_grid_view_get_align (self->view, x);
  skh_timeline_set_zoom (timeline, skh_timeline_zoom_get (self->zoom),
                         skh_timeline_page_get_room (self));
  skh_grid_source_changed (SKH_GRID_SOURCE (self->source));
  skh_grid_view_scroll_to_x (
    self->view, (float)(side + days * skh_timeline_get_axis (timeline)->day_width),
    (float)align);
}

void
skh_timeline_page_fit_room (SkhTimelinePage *self)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);

  if (timeline == NULL || skh_timeline_zoom_get (self->zoom) != SKH_ZOOM_YEAR)
    return;
  skh_timeline_set_zoom (timeline, SKH_ZOOM_YEAR, skh_timeline_page_get_room (self));
  skh_grid_source_changed (SKH_GRID_SOURCE (self->source));
}
