/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-zoom.h"

#include <math.h>

#define NOWHERE (-1.0)
#define PINCH 1.4 /* how far two fingers go for one step */

struct _SkhTimelineZoom
{
  GtkBox parent_instance;

  /* template */
  GtkToggleButton *week, *month, *quarter, *year;

  double anchor;    /* of the step under way */
  double pointer;   /* over the watched widget, or NOWHERE */
  double scrolled;  /* of a step */
  double last_step; /* the fingers' scale at it */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhTimelineZoom, skh_timeline_zoom, GTK_TYPE_BOX)

static GtkToggleButton *
get_button (SkhTimelineZoom *self, SkhZoom zoom)
{
  GtkToggleButton *const buttons[] = {
    [SKH_ZOOM_YEAR] = self->year,
    [SKH_ZOOM_QUARTER] = self->quarter,
    [SKH_ZOOM_MONTH] = self->month,
    [SKH_ZOOM_WEEK] = self->week,
  };

  return buttons[zoom];
}

static void
on_toggled (SkhTimelineZoom *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHANGED], 0, self->anchor);
}

static void
step_at (SkhTimelineZoom *self, int step, double anchor)
{
  int zoom = (int)skh_timeline_zoom_get (self) + step;

  self->anchor = anchor;
  if (zoom >= SKH_ZOOM_YEAR && zoom <= SKH_ZOOM_WEEK)
    skh_timeline_zoom_set (self, (SkhZoom)zoom);
  self->anchor = NOWHERE;
}

/* — Over the watched widget — */

static void
on_motion (SkhTimelineZoom *self, double x, double y)
{
  self->pointer = x;
}

static void
on_leave (SkhTimelineZoom *self)
{
  self->pointer = NOWHERE;
}

/* A wheel turns by whole steps, a touchpad by parts of one. */
static gboolean
on_scroll (SkhTimelineZoom *self, double dx, double dy, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    {
      self->scrolled = 0;
      return GDK_EVENT_PROPAGATE;
    }
  self->scrolled += dy;
  if (fabs (self->scrolled) >= 1)
    {
      step_at (self, self->scrolled < 0 ? 1 : -1, self->pointer);
      self->scrolled = 0;
    }
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (SkhTimelineZoom *self)
{
  self->last_step = 1;
}

static void
on_pinch (SkhTimelineZoom *self, double scale, GtkGesture *gesture)
{
  double x = NOWHERE, y;
  int step = scale > self->last_step * PINCH   ? 1
             : scale < self->last_step / PINCH ? -1
                                               : 0;

  if (step == 0)
    return;
  self->last_step = scale;
  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  step_at (self, step, x);
}

/**
 * skh_timeline_zoom_watch:
 *
 * Takes the wheel with Ctrl, and two fingers, over @widget.
 */
void
skh_timeline_zoom_watch (SkhTimelineZoom *self, GtkWidget *widget)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

/* — From outside — */

SkhZoom
skh_timeline_zoom_get (SkhTimelineZoom *self)
{
  for (SkhZoom zoom = SKH_ZOOM_QUARTER; zoom <= SKH_ZOOM_WEEK; zoom++)
    if (gtk_toggle_button_get_active (get_button (self, zoom)))
      return zoom;
  return SKH_ZOOM_YEAR;
}

void
skh_timeline_zoom_set (SkhTimelineZoom *self, SkhZoom zoom)
{
  gtk_toggle_button_set_active (get_button (self, zoom), TRUE);
}

void
skh_timeline_zoom_step (SkhTimelineZoom *self, int step)
{
  step_at (self, step, NOWHERE);
}

static void
skh_timeline_zoom_class_init (SkhTimelineZoomClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/timeline/skh-timeline-zoom.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineZoom, week);
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineZoom, month);
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineZoom, quarter);
  gtk_widget_class_bind_template_child (widget_class, SkhTimelineZoom, year);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
skh_timeline_zoom_init (SkhTimelineZoom *self)
{
  self->anchor = self->pointer = NOWHERE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
