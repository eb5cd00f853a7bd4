/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-deadline-dialog.h"
#include "skh-timeline-page-private.h"

#include <math.h>

/* Moving a task's last day by the end of its bar, with the pointer or with Shift and the
   arrows. A ghost shows where it would go; nothing is changed before the dialog is asked.
 */

#define GRIP 6  /* pixels either side of a bar's end */
#define EDGE 28 /* this near to the side, the years scroll along */
#define EDGE_STEP 16

static void
show_ghost (SkhTimelinePage *self, SkhTimeline *timeline)
{
  skh_timeline_set_ghost (timeline, self->moved_row, self->moved_day);
  skh_grid_source_changed (SKH_GRID_SOURCE (self->source));
}

/* Takes the ghost away. Returns whether there was one. */
gboolean
skh_timeline_page_cancel_move (SkhTimelinePage *self)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);

  if (self->moved_day == SKH_DATE_NONE)
    return FALSE;
  self->moved_day = SKH_DATE_NONE;
  if (timeline != NULL)
    show_ghost (self, timeline);
  return TRUE;
}

/* Only what has a bar, of the plan that is looked at, in a workbook that can be written.
 */
static gboolean
can_move (SkhTimelinePage *self, guint row, SkhDate *first, SkhDate *last)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);

  return timeline != NULL && skh_session_is_writable (self->session)
         && skh_timeline_get_ledger (timeline, row)
              == skh_session_get_ledger (self->session)
         && skh_timeline_get_bar (timeline, row, first, last);
}

/* An end stays behind its start and inside the years. */
static void
move_to (SkhTimelinePage *self, SkhDate day)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  SkhDate first, last;

  if (!can_move (self, self->moved_row, &first, &last))
    return;
  self->moved_day = CLAMP (day, first, skh_timeline_get_axis (timeline)->last);
  show_ghost (self, timeline);
}

/* Asks for the new wording; the ghost goes with the answer. */
gboolean
skh_timeline_page_finish_move (SkhTimelinePage *self)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  SkhDate day = self->moved_day;
  SkhDate first, last;
  GtkWidget *dialog;

  if (day == SKH_DATE_NONE)
    return FALSE;
  if (!can_move (self, self->moved_row, &first, &last) || day == last)
    return skh_timeline_page_cancel_move (self);
  dialog
    = skh_deadline_dialog_new (self->session,
                               skh_timeline_get_task (timeline, self->moved_row), day);
  g_signal_connect_object (dialog, "response", G_CALLBACK (skh_timeline_page_cancel_move),
                           self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* — By keyboard — */

/**
 * skh_timeline_page_step_move:
 *
 * Moves the last day of the cursor's task by @days; Enter then asks for the wording.
 */
void
skh_timeline_page_step_move (SkhTimelinePage *self, int days)
{
  SkhDate first, last;
  guint row;

  if (!skh_timeline_page_get_row (self, &row) || !can_move (self, row, &first, &last))
    return;
  if (self->moved_day == SKH_DATE_NONE || self->moved_row != row)
    self->moved_day = last;
  self->moved_row = row;
  move_to (self, self->moved_day + days);
  skh_timeline_page_show_day_if_hidden (self, self->moved_day);
}

/* — By pointer — */

/* The row whose bar ends at the point. */
static gboolean
find_end (SkhTimelinePage *self, double x, double y, guint *row, SkhDate *last)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  double at, end;
  SkhDate first;
  int found, column;

  if (timeline == NULL || x < skh_timeline_get_sizes (timeline)->side
      || !skh_grid_view_get_cell_at (self->view, x, y, &found, &column)
      || !can_move (self, (guint)found, &first, last))
    return FALSE;
  *row = (guint)found;
  at = skh_grid_view_find_x (self->view, x) - skh_timeline_get_sizes (timeline)->side;
  end = skh_timeline_axis_get_x (skh_timeline_get_axis (timeline), *last + 1);
  return fabs (at - end) <= GRIP;
}

static void
on_motion (SkhTimelinePage *self, double x, double y)
{
  guint row;
  SkhDate last;
  gboolean at_end
    = self->drag_from != SKH_DATE_NONE || find_end (self, x, y, &row, &last);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), at_end ? "ew-resize" : NULL);
}

static void
on_drag_begin (SkhTimelinePage *self, double x, double y, GtkGesture *gesture)
{
  SkhDate last;
  guint row;

  if (!find_end (self, x, y, &row, &last))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  skh_grid_view_set_current (self->view, (int)row, SKH_GRID_ROW_HEAD);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->moved_row = row;
  self->drag_from = last;
  self->drag_x = skh_grid_view_find_x (self->view, x);
}

/* Near the side, what lies beyond it comes along. */
static void
scroll_along (SkhTimelinePage *self, SkhTimeline *timeline, double x)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  double step = 0;

  if (x > gtk_widget_get_width (GTK_WIDGET (self->view)) - EDGE)
    step = EDGE_STEP;
  else if (x < skh_timeline_get_sizes (timeline)->side + EDGE)
    step = -EDGE_STEP;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
}

static void
on_drag_update (SkhTimelinePage *self, double dx, double dy, GtkGestureDrag *gesture)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  double x, y, moved;

  if (self->drag_from == SKH_DATE_NONE || timeline == NULL
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  scroll_along (self, timeline, x + dx);
  moved = skh_grid_view_find_x (self->view, x + dx) - self->drag_x;
  move_to (self, self->drag_from
                   + (int)lround (moved / skh_timeline_get_axis (timeline)->day_width));
}

static void
on_drag_end (SkhTimelinePage *self)
{
  if (self->drag_from == SKH_DATE_NONE)
    return;
  self->drag_from = SKH_DATE_NONE;
  skh_timeline_page_finish_move (self);
}

static void
on_drag_cancel (SkhTimelinePage *self)
{
  self->drag_from = SKH_DATE_NONE;
  skh_timeline_page_cancel_move (self);
}

void
skh_timeline_page_init_move (SkhTimelinePage *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->moved_day = self->drag_from = SKH_DATE_NONE;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (view, motion);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (drag));
}
