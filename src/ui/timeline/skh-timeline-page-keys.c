/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-page-private.h"

/* What the keys mean on a timeline, before the grid takes them for its own. */

#define BESIDE_BAR 0.15 /* of the body's width left of what is brought into view */

static void
go_to_row (SkhTimelinePage *self, guint row)
{
  skh_grid_view_set_current (self->view, (int)row, SKH_GRID_ROW_HEAD);
}

/* The band above a task. */
static void
go_to_band (SkhTimelinePage *self, SkhTimeline *timeline, guint row)
{
  while (row > 0 && skh_timeline_get_task (timeline, row) != SKH_NO_INDEX)
    row--;
  go_to_row (self, row);
}

static void
show_bar (SkhTimelinePage *self, SkhTimeline *timeline, guint row)
{
  SkhDate first, last;

  if (skh_timeline_get_bar (timeline, row, &first, &last))
    skh_timeline_page_show_day (self, first, BESIDE_BAR);
  else
    skh_timeline_page_show_day (self, skh_session_get_on (self->session), 0.5);
}

/* Left and right fold and unfold a section, and lead from a task to its section and its
   bar; with Shift, they fold all sections and move a task's last day. */
static gboolean
on_sideways (SkhTimelinePage *self, gboolean right, gboolean shift)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  gboolean is_task;
  guint row;

  if (!skh_timeline_page_get_row (self, &row))
    return GDK_EVENT_PROPAGATE;
  is_task = skh_timeline_get_task (timeline, row) != SKH_NO_INDEX;
  if (shift && !is_task)
    skh_timeline_page_fold_all (self, !right);
  else if (shift)
    skh_timeline_page_step_move (self, right ? 1 : -1);
  else if (!is_task)
    skh_timeline_page_fold (self, row, !right);
  else if (right)
    show_bar (self, timeline, row);
  else
    go_to_band (self, timeline, row);
  return GDK_EVENT_STOP;
}

/* One goes along the years without leaving the row. */
static gboolean
scroll (SkhTimelinePage *self, double steps)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment)
                              + steps * gtk_adjustment_get_step_increment (adjustment));
  return GDK_EVENT_STOP;
}

static gboolean
scroll_to_end (SkhTimelinePage *self, gboolean end)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, end ? gtk_adjustment_get_upper (adjustment) : 0);
  return GDK_EVENT_STOP;
}

static gboolean
go_to_end (SkhTimelinePage *self, gboolean end)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  guint n = skh_timeline_get_n_rows (timeline);

  if (n > 0)
    go_to_row (self, end ? n - 1 : 0);
  return GDK_EVENT_STOP;
}

static gboolean
is_page_key (guint key, gboolean *down)
{
  *down = key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down;
  return *down || key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up;
}

static gboolean
on_key_pressed (SkhTimelinePage *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean control = modifiers == GDK_CONTROL_MASK, down;

  if (skh_timeline_page_get_timeline (self) == NULL
      || (modifiers != 0 && modifiers != GDK_CONTROL_MASK && modifiers != GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_SHIFT_MASK && is_page_key (key, &down))
    {
      skh_timeline_page_step_move (self, down ? 7 : -7);
      return GDK_EVENT_STOP;
    }
  switch (key)
    {
    case GDK_KEY_Escape:
      self->drag_from = SKH_DATE_NONE;
      return skh_timeline_page_cancel_move (self);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return control ? scroll (self, -1)
                     : on_sideways (self, FALSE, modifiers == GDK_SHIFT_MASK);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return control ? scroll (self, 1)
                     : on_sideways (self, TRUE, modifiers == GDK_SHIFT_MASK);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return control ? scroll_to_end (self, FALSE) : go_to_end (self, FALSE);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return control ? scroll_to_end (self, TRUE) : go_to_end (self, TRUE);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
skh_timeline_page_init_keys (SkhTimelinePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}
