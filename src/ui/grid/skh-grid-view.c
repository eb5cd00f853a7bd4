/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-motion.h"
#include "skh-grid-view-private.h"

#include <adwaita.h>

/* SkhGridView: four panes of one drawing. The corner stands still, the head and the side
   each follow one adjustment, the body both. Every frame asks the source for what is
   visible and paints it; nothing exists for a cell but the one child that carries the
   focus and the accessible name. */

enum
{
  PROP_0,
  PROP_SOURCE,
  PROP_CURRENT_ROW,
  PROP_CURRENT_COLUMN,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  N_PROPS = PROP_HADJUSTMENT,
};

static GParamSpec *props[N_PROPS];
static guint signals[SKH_GRID_VIEW_N_SIGNALS];
static guint text_resized, selection_changed;

G_DEFINE_FINAL_TYPE_WITH_CODE (SkhGridView,
                               skh_grid_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
update_cell (SkhGridView *self)
{
  g_autofree char *name = NULL;
  gboolean has_cell = self->current_row >= 0;

  gtk_widget_set_visible (self->cell, has_cell);
  if (!has_cell)
    return;
  name = skh_grid_source_dup_cell_name (self->source, self->current_row,
                                        self->current_column);
  skh_grid_cell_set_fold (SKH_GRID_CELL (self->cell),
                          skh_grid_source_get_fold (self->source, self->current_row));
  skh_grid_cell_set_name (SKH_GRID_CELL (self->cell), name, self->current_row,
                          self->current_column);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
skh_grid_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SkhGridView *self = SKH_GRID_VIEW (widget);
  int width = 0, height = 0;

  if (self->source != NULL)
    skh_grid_source_get_size (self->source, &width, &height);
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
skh_grid_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SkhGridView *self = SKH_GRID_VIEW (widget);
  GtkAllocation place = { 0, 0, 0, 0 };
  graphene_rect_t cell;
  SkhGridPanes panes;
  int minimum_width, minimum_height;

  skh_grid_view_configure_adjustments (self);
  if (self->shows_current_first && width > 0)
    {
      self->shows_current_first = FALSE;
      skh_grid_view_scroll_to (self, self->current_row, self->current_column);
    }
  if (!gtk_widget_should_layout (self->cell))
    return;
  panes = skh_grid_view_get_panes (self);
  gtk_widget_measure (self->cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL,
                      NULL, NULL);
  gtk_widget_measure (self->cell, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL,
                      NULL, NULL);
  if (skh_grid_view_place_cell (self, &panes, self->current_row, self->current_column,
                                &cell))
    place = (GtkAllocation){ (int)cell.origin.x, (int)cell.origin.y, (int)cell.size.width,
                             (int)cell.size.height };
  place.width = MAX (place.width, minimum_width);
  place.height = MAX (place.height, minimum_height);
  gtk_widget_size_allocate (self->cell, &place, -1);
}

static gboolean
skh_grid_view_grab_focus (GtkWidget *widget)
{
  SkhGridView *self = SKH_GRID_VIEW (widget);

  return gtk_widget_get_visible (self->cell) && gtk_widget_grab_focus (self->cell);
}

static void
skh_grid_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SkhGridView *self = SKH_GRID_VIEW (object);

  switch (id)
    {
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_CURRENT_ROW:
      g_value_set_int (value, self->current_row);
      break;
    case PROP_CURRENT_COLUMN:
      g_value_set_int (value, self->current_column);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int)self->scroll_policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int)self->scroll_policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
skh_grid_view_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  SkhGridView *self = SKH_GRID_VIEW (object);

  switch (id)
    {
    case PROP_SOURCE:
      skh_grid_view_set_source (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      skh_grid_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL,
                                    g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      skh_grid_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL,
                                    g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->scroll_policies[GTK_ORIENTATION_HORIZONTAL] = (guint)g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->scroll_policies[GTK_ORIENTATION_VERTICAL] = (guint)g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tell_text_resized (SkhGridView *self)
{
  int height;

  skh_painter_get_font_size (self->painter, SKH_FONT_BODY, &height, NULL);
  if (height == self->text_height)
    return;
  self->text_height = height;
  g_signal_emit (self, text_resized, 0);
}

static void
skh_grid_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (skh_grid_view_parent_class)->css_changed (widget, change);
  tell_text_resized (SKH_GRID_VIEW (widget));
}

static void
skh_grid_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (skh_grid_view_parent_class)->system_setting_changed (widget, setting);
  tell_text_resized (SKH_GRID_VIEW (widget));
}

static void
skh_grid_view_dispose (GObject *object)
{
  SkhGridView *self = SKH_GRID_VIEW (object);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  self->current_row = self->current_column = -1;
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_pointer (&self->cell, gtk_widget_unparent);
  G_OBJECT_CLASS (skh_grid_view_parent_class)->dispose (object);
}

static void
skh_grid_view_finalize (GObject *object)
{
  SkhGridView *self = SKH_GRID_VIEW (object);

  skh_painter_free (self->painter);
  skh_display_list_free (self->list);
  G_OBJECT_CLASS (skh_grid_view_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  static const char *const names[SKH_GRID_VIEW_N_SIGNALS] = {
    [SKH_GRID_VIEW_CURRENT_CHANGED] = "current-changed",
    [SKH_GRID_VIEW_CELL_CLICKED] = "cell-clicked",
    [SKH_GRID_VIEW_CELL_ACTIVATED] = "cell-activated",
    [SKH_GRID_VIEW_HOVER_CHANGED] = "hover-changed",
  };

  for (guint i = 0; i < SKH_GRID_VIEW_N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  text_resized = g_signal_new ("text-resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  selection_changed = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_grid_view_class_init (SkhGridViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = skh_grid_view_get_property;
  object_class->set_property = skh_grid_view_set_property;
  object_class->dispose = skh_grid_view_dispose;
  object_class->finalize = skh_grid_view_finalize;
  widget_class->snapshot = skh_grid_view_snapshot;
  widget_class->measure = skh_grid_view_measure;
  widget_class->size_allocate = skh_grid_view_size_allocate;
  widget_class->grab_focus = skh_grid_view_grab_focus;
  widget_class->css_changed = skh_grid_view_css_changed;
  widget_class->system_setting_changed = skh_grid_view_system_setting_changed;

  props[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, SKH_TYPE_GRID_SOURCE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                              | G_PARAM_STATIC_STRINGS);
  props[PROP_CURRENT_ROW] = g_param_spec_int ("current-row", NULL, NULL, -1, G_MAXINT, -1,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                | G_PARAM_STATIC_STRINGS);
  props[PROP_CURRENT_COLUMN]
    = g_param_spec_int ("current-column", NULL, NULL, -1, G_MAXINT, -1,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                          | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "skhgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
skh_grid_view_init (SkhGridView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->current_row = self->current_column = -1;
  self->hover_row = self->hover_column = -1;
  self->wanted_column = SKH_GRID_ROW_HEAD;
  self->painter = skh_painter_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  self->list = skh_display_list_new ();
  self->cell = skh_grid_cell_new ();
  gtk_widget_set_visible (self->cell, FALSE);
  gtk_widget_set_parent (self->cell, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (self->cell, "notify::has-focus",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  skh_grid_view_init_input (self);
  skh_grid_view_init_select (self);
}

void
skh_grid_view_emit (SkhGridView *self, guint signal, int row, int column)
{
  g_signal_emit (self, signals[signal], 0, row, column);
}

void
skh_grid_view_emit_selection_changed (SkhGridView *self)
{
  g_signal_emit (self, selection_changed, 0);
}

static void
store_current (SkhGridView *self, int row, int column)
{
  self->current_row = row;
  self->current_column = column;
  update_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_ROW]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_COLUMN]);
  skh_grid_view_emit (self, SKH_GRID_VIEW_CURRENT_CHANGED, row, column);
}

/* Puts the cursor on a cell that can hold it, and the cell in view. */
void
skh_grid_view_move_current (SkhGridView *self, int row, int column, int wanted)
{
  self->wanted_column = wanted;
  if (row != self->current_row || column != self->current_column)
    store_current (self, row, column);
  skh_grid_view_follow_current (self, FALSE);
  skh_grid_view_scroll_to (self, row, column);
}

/* The same, and the selection goes from its anchor to there. */
void
skh_grid_view_extend_to (SkhGridView *self, int row, int column)
{
  self->wanted_column = column;
  if (row != self->current_row || column != self->current_column)
    store_current (self, row, column);
  skh_grid_view_follow_current (self, TRUE);
  skh_grid_view_scroll_to (self, row, column);
}

double
skh_grid_view_get_press_x (SkhGridView *self)
{
  return self->press_x;
}

void
skh_grid_view_set_hover (SkhGridView *self, int row, int column)
{
  if (row == self->hover_row && column == self->hover_column)
    return;
  if (row != self->hover_row)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hover_row = row;
  self->hover_column = column;
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  skh_grid_view_emit (self, SKH_GRID_VIEW_HOVER_CHANGED, row, column);
}

/* Returns a grid without a source. */
GtkWidget *
skh_grid_view_new (void)
{
  return g_object_new (SKH_TYPE_GRID_VIEW, NULL);
}

/* Returns what is shown, or NULL. */
SkhGridSource *
skh_grid_view_get_source (SkhGridView *self)
{
  return self->source;
}

/* Shows another source, or none. The cursor stays at its row and column if they are
   there, and else goes to the nearest cell. */
void
skh_grid_view_set_source (SkhGridView *self, SkhGridSource *source)
{
  SkhGridSource *old = self->source;

  if (source == old)
    return;
  self->source = source != NULL ? g_object_ref (source) : NULL;
  if (old != NULL)
    {
      g_signal_handlers_disconnect_by_data (old, self);
      g_object_unref (old);
    }
  if (source != NULL)
    g_signal_connect_swapped (source, "changed", G_CALLBACK (skh_grid_view_queue_refresh),
                              self);
  skh_grid_view_queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SOURCE]);
}

/* Takes sizes, cells and content from the source again, as its signal `changed` does. The
   cursor is kept on a cell that can hold it. */
void
skh_grid_view_queue_refresh (SkhGridView *self)
{
  int row = self->current_row, column = self->current_column;

  self->hover_row = self->hover_column = -1;
  if (self->source == NULL)
    row = column = -1;
  else if (!skh_grid_source_can_focus_cell (self->source, row, column))
    skh_grid_motion_settle (self->source, self->wanted_column, &row, &column);

  if (row != self->current_row || column != self->current_column)
    {
      store_current (self, row, column);
      skh_grid_view_follow_current (self, FALSE);
    }
  else
    update_cell (self);
  skh_grid_view_keep_selection (self);
  skh_grid_view_configure_adjustments (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Gives the cursor's cell; either may be NULL. Returns FALSE, with both -1, if the grid
   has no cell that can hold it. */
gboolean
skh_grid_view_get_current (SkhGridView *self, int *row, int *column)
{
  if (row != NULL)
    *row = self->current_row;
  if (column != NULL)
    *column = self->current_column;
  return self->current_row >= 0;
}

/* Puts the cursor on a cell and the cell in view; on the nearest, if that one cannot hold
   it. */
void
skh_grid_view_set_current (SkhGridView *self, int row, int column)
{
  if (self->source == NULL)
    return;
  if (skh_grid_source_can_focus_cell (self->source, row, column)
      || skh_grid_motion_settle (self->source, column, &row, &column))
    skh_grid_view_move_current (self, row, column, column);
}

/* Gives the height of a line and the width of a digit of a font as painted, in pixels,
   for a source to lay out by: both follow the desktop's text size. Either may be NULL. */
void
skh_grid_view_get_font_size (SkhGridView *self, SkhFont font, int *height, int *digit)
{
  skh_painter_get_font_size (self->painter, font, height, digit);
}
