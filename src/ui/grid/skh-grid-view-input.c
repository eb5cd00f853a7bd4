/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-motion.h"
#include "skh-grid-view-private.h"

/* What keyboard and pointer do in a SkhGridView. */

typedef struct
{
  guint key;
  guint keypad;
  GdkModifierType modifiers;
  SkhGridMotion motion;
} Key;

static const Key keys[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, 0, SKH_GRID_LEFT },
  { GDK_KEY_Right, GDK_KEY_KP_Right, 0, SKH_GRID_RIGHT },
  { GDK_KEY_Up, GDK_KEY_KP_Up, 0, SKH_GRID_UP },
  { GDK_KEY_Down, GDK_KEY_KP_Down, 0, SKH_GRID_DOWN },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, SKH_GRID_PAGE_UP },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, SKH_GRID_PAGE_DOWN },
  { GDK_KEY_Home, GDK_KEY_KP_Home, 0, SKH_GRID_ROW_START },
  { GDK_KEY_End, GDK_KEY_KP_End, 0, SKH_GRID_ROW_END },
  { GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, SKH_GRID_START },
  { GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, SKH_GRID_END },
};

static gboolean
is_vertical (SkhGridMotion motion)
{
  return motion == SKH_GRID_UP || motion == SKH_GRID_DOWN || motion == SKH_GRID_PAGE_UP
         || motion == SKH_GRID_PAGE_DOWN;
}

static void
move (SkhGridView *self, SkhGridMotion motion, gboolean extends)
{
  int row = self->current_row;
  int column = self->current_column;

  if (skh_grid_motion_apply (self->source, motion, skh_grid_view_get_body_height (self),
                             self->wanted_column, &row, &column)
      && extends)
    skh_grid_view_extend_to (self, row, column);
  else if (row != self->current_row || column != self->current_column)
    skh_grid_view_move_current (self, row, column,
                                is_vertical (motion) ? self->wanted_column : column);
  else
    {
      skh_grid_view_follow_current (self, extends);
      skh_grid_view_scroll_to (self, row, column); /* it may have been scrolled away */
    }
  if ((motion == SKH_GRID_ROW_START || motion == SKH_GRID_START)
      && self->current_column == SKH_GRID_ROW_HEAD) /* which is seen from anywhere */
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0);
}

static gboolean
on_select_key (SkhGridView *self, guint keyval, GdkModifierType modifiers)
{
  if (!self->selectable || self->current_row < 0)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_a || keyval == GDK_KEY_A))
    skh_grid_view_select_all (self);
  else if (modifiers == GDK_CONTROL_MASK && keyval == GDK_KEY_space)
    skh_grid_view_select_columns (self);
  else if (modifiers == GDK_SHIFT_MASK && keyval == GDK_KEY_space)
    skh_grid_view_select_rows (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* A motion key is taken even where there is nowhere to go: the cursor does not fall out
   of the grid. Tab leaves it. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                SkhGridView *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean extends = self->selectable && (modifiers & GDK_SHIFT_MASK) != 0;

  if (self->source == NULL)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if ((keyval == keys[i].key || keyval == keys[i].keypad)
        && (modifiers & ~(extends ? GDK_SHIFT_MASK : 0)) == keys[i].modifiers)
      {
        move (self, keys[i].motion, extends);
        return GDK_EVENT_STOP;
      }
  if (modifiers == 0 && self->current_row >= 0
      && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter
          || keyval == GDK_KEY_ISO_Enter))
    {
      skh_grid_view_emit (self, SKH_GRID_VIEW_CELL_ACTIVATED, self->current_row,
                          self->current_column);
      return GDK_EVENT_STOP;
    }
  return on_select_key (self, keyval, modifiers);
}

static gboolean
is_extending (GtkGestureClick *gesture, SkhGridView *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);

  return self->selectable
         && (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK)
              != 0;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, SkhGridView *self)
{
  int row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->press_x = x;
  if (self->source != NULL && skh_grid_view_press_head (self, x, y))
    return;
  if (!skh_grid_view_get_cell_at (self, x, y, &row, &column))
    return;
  if (n_press == 1)
    {
      if (skh_grid_source_can_focus_cell (self->source, row, column)
          && is_extending (gesture, self))
        skh_grid_view_extend_to (self, row, column);
      else if (skh_grid_source_can_focus_cell (self->source, row, column))
        skh_grid_view_set_current (self, row, column);
      skh_grid_view_emit (self, SKH_GRID_VIEW_CELL_CLICKED, row, column);
    }
  else if (n_press == 2)
    skh_grid_view_emit (self, SKH_GRID_VIEW_CELL_ACTIVATED, row, column);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, SkhGridView *self)
{
  int row, column;

  skh_grid_view_get_cell_at (self, x, y, &row, &column);
  skh_grid_view_set_hover (self, row, column);
}

static void
on_leave (GtkEventControllerMotion *controller, SkhGridView *self)
{
  skh_grid_view_set_hover (self, -1, -1);
}

static gboolean
on_query_tooltip (SkhGridView *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  g_autofree char *text = NULL;
  GdkRectangle bounds;
  int row, column;

  if (keyboard ? !skh_grid_view_get_current (self, &row, &column)
               : !skh_grid_view_get_cell_at (self, x, y, &row, &column))
    return FALSE;
  text = skh_grid_source_dup_tooltip (self->source, row, column);
  if (text == NULL || !skh_grid_view_get_cell_bounds (self, row, column, &bounds))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &bounds);
  return TRUE;
}

void
skh_grid_view_init_input (SkhGridView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}
