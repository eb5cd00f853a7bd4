/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-units-page-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SkhUnitsPage, skh_units_page, GTK_TYPE_BOX)

SkhLedger *
skh_units_page_get_ledger (SkhUnitsPage *self)
{
  return self->session != NULL ? skh_session_get_ledger (self->session) : NULL;
}

/* — The matrix — */

static void
fill_filter (SkhUnitsPage *self, SkhMatrixFilter *filter)
{
  int text_height;

  skh_grid_view_get_font_size (self->view, SKH_FONT_BODY, &text_height, NULL);
  *filter = (SkhMatrixFilter){
    .text_height = text_height,
    .period = skh_session_get_period (self->session),
    .on = skh_session_get_on (self->session),
    .outline = TRUE,
    .folded = self->folded,
  };
  skh_unit_filters_fill (self->filters, filter);
}

/* The cursor stays on its line from ledger to ledger, wherever the line now stands. */
static void
restore_cursor (SkhUnitsPage *self, SkhLedger *ledger)
{
  guint index
    = skh_ledger_find_assignment_by_id (ledger, skh_line_panel_get_line (self->panel));
  guint row, column;
  int at_row, at_column;

  if (index == SKH_NO_INDEX
      || !skh_matrix_find (skh_matrix_source_get_matrix (self->source), index, &row,
                           &column))
    return;
  skh_grid_view_get_current (self->view, &at_row, &at_column);
  if (at_row != (int)row || at_column != (int)column)
    skh_grid_view_set_current (self->view, (int)row, (int)column);
}

/* For the template. */
static void
on_choice (SkhUnitsPage *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  skh_units_page_rebuild (self);
}

void
skh_units_page_rebuild (SkhUnitsPage *self)
{
  SkhLedger *ledger = skh_units_page_get_ledger (self);
  SkhMatrixFilter filter;
  SkhMatrix *matrix;

  if (ledger == NULL || self->updating)
    return;
  self->updating = TRUE;
  fill_filter (self, &filter);
  matrix = skh_matrix_new (ledger, &filter);
  skh_units_page_mark_refused (self, matrix);
  skh_matrix_source_set_matrix (self->source, matrix);
  restore_cursor (self, ledger);
  skh_unit_checklist_set_filter (self->checklist, &filter);
  skh_units_page_show_filter (self);
  self->updating = FALSE;
  skh_units_page_gather (self);
}

/* — Events — */

static void
on_session_changed (SkhUnitsPage *self)
{
  SkhLedger *ledger = skh_units_page_get_ledger (self);

  if (ledger == NULL)
    {
      skh_matrix_source_set_matrix (self->source, NULL);
      skh_line_panel_show_line (self->panel, 0);
      return;
    }
  skh_unit_filters_set_ledger (self->filters, ledger);
  skh_units_page_rebuild (self);
}

static void
on_current_changed (SkhUnitsPage *self, int row, int column)
{
  SkhMatrix *matrix = skh_matrix_source_get_matrix (self->source);
  SkhLedger *ledger = skh_units_page_get_ledger (self);
  guint index = SKH_NO_INDEX;

  if (self->updating || matrix == NULL || ledger == NULL)
    return;
  if (row >= 0 && column >= 0)
    index = skh_matrix_get_assignment (matrix, (guint)row, (guint)column);
  skh_line_panel_show_line (self->panel,
                            index != SKH_NO_INDEX
                              ? skh_ledger_get_assignments (ledger, NULL)[index].id
                              : 0);
}

/* The head of a row opens the unit's checklist; Enter on a cell begins a delivery. */
static void
on_cell_activated (SkhUnitsPage *self, int row, int column)
{
  guint unit
    = skh_matrix_get_unit (skh_matrix_source_get_matrix (self->source), (guint)row);

  if (column != SKH_GRID_ROW_HEAD)
    gtk_widget_activate_action (GTK_WIDGET (self), "units.mark", "s", "delivered");
  else if (unit != SKH_NO_INDEX)
    {
      skh_unit_checklist_show_unit (self->checklist, unit);
      gtk_toggle_button_set_active (self->by_unit, TRUE);
    }
}

static void
on_line_chosen (SkhUnitsPage *self, gint64 assignment_id)
{
  skh_line_panel_show_line (self->panel, assignment_id);
}

/* So that one paper after another is marked without the mouse. */
static void
on_panel_finished (SkhUnitsPage *self)
{
  if (gtk_toggle_button_get_active (self->by_matrix))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    skh_unit_checklist_focus (self->checklist);
}

static void
on_mode_toggled (SkhUnitsPage *self)
{
  gboolean by_unit = gtk_toggle_button_get_active (self->by_unit);

  gtk_stack_set_visible_child_name (self->stack, by_unit ? "unit" : "matrix");
  skh_unit_filters_set_by_unit (self->filters, by_unit);
  skh_units_page_show_filter (self);
  skh_units_page_gather (self);
}

/* — Navigation from other pages — */

static void
on_show_unit (SkhUnitsPage *self, guint unit)
{
  skh_unit_checklist_show_unit (self->checklist, unit);
  gtk_toggle_button_set_active (self->by_unit, TRUE);
}

/* A line that the filters hide is shown by taking them off. */
static void
show_index (SkhUnitsPage *self, guint index)
{
  SkhLedger *ledger = skh_units_page_get_ledger (self);
  const SkhAssignment *line;
  guint row, column;

  if (ledger == NULL || index == SKH_NO_INDEX)
    return;
  line = &skh_ledger_get_assignments (ledger, NULL)[index];
  if (!skh_matrix_find (skh_matrix_source_get_matrix (self->source), index, &row,
                        &column))
    {
      skh_unit_filters_clear (self->filters);
      skh_view_choice_reset (self->views);
      g_hash_table_remove_all (self->folded);
      if (!skh_line_is_listed (&line->line, skh_session_get_period (self->session)))
        skh_session_set_period (self->session,
                                skh_period_new (SKH_PERIOD_YEAR, line->line.period.year,
                                                1));
      skh_units_page_rebuild (self);
    }
  skh_line_panel_show_line (self->panel, line->id);
  restore_cursor (self, ledger);
}

static void
on_show_assignment (SkhUnitsPage *self, guint index)
{
  gtk_toggle_button_set_active (self->by_matrix, TRUE);
  show_index (self, index);
}

static void
on_show_overdue (SkhUnitsPage *self)
{
  SkhLedger *ledger = skh_units_page_get_ledger (self);
  g_autoptr (GArray) list = NULL;

  if (ledger == NULL)
    return;
  list = skh_ledger_list_by_timeliness (ledger, SKH_TIMELINESS_OVERDUE,
                                        skh_session_get_on (self->session));
  if (list->len > 0)
    on_show_assignment (self, g_array_index (list, guint, 0));
}

/* — Life — */

static void
set_session (SkhUnitsPage *self, SkhSession *session)
{
  self->session = g_object_ref (session);
  skh_line_panel_set_session (self->panel, session);
  skh_unit_checklist_set_session (self->checklist, session);
  skh_units_page_init_acts (self);
  skh_units_page_init_views (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-unit", G_CALLBACK (on_show_unit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-assignment", G_CALLBACK (on_show_assignment),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-overdue", G_CALLBACK (on_show_overdue), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (self);
}

static void
skh_units_page_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  if (id == PROP_SESSION && g_value_get_object (value) != NULL)
    set_session (SKH_UNITS_PAGE (object), g_value_get_object (value));
}

static void
skh_units_page_dispose (GObject *object)
{
  SkhUnitsPage *self = SKH_UNITS_PAGE (object);

  self->updating = TRUE;
  g_clear_object (&self->session);
  g_clear_object (&self->source);
  g_clear_object (&self->marker);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  G_OBJECT_CLASS (skh_units_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, by_unit);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, by_matrix);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, views);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, filters);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, filter_note);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, filter_words);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, mark_button);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, stack);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, view);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, checklist);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, panel);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, legend);
  gtk_widget_class_bind_template_callback (class, on_choice);
  gtk_widget_class_bind_template_callback_full (class, "on_view_chosen",
                                                G_CALLBACK (skh_units_page_take_view));
  gtk_widget_class_bind_template_callback_full (class, "on_views_changed",
                                                G_CALLBACK (
                                                  skh_units_page_update_view_acts));
  gtk_widget_class_bind_template_callback (class, on_mode_toggled);
  gtk_widget_class_bind_template_callback (class, on_line_chosen);
}

/* The matrix, when it is what is shown. */
static gboolean
skh_units_page_grab_focus (GtkWidget *widget)
{
  SkhUnitsPage *self = SKH_UNITS_PAGE (widget);

  return gtk_toggle_button_get_active (self->by_matrix)
         && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
skh_units_page_class_init (SkhUnitsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = skh_units_page_set_property;
  object_class->dispose = skh_units_page_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = skh_units_page_grab_focus;
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SKH_TYPE_SESSION,
                                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                               | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (SKH_TYPE_VIEW_CHOICE);
  g_type_ensure (SKH_TYPE_UNIT_FILTERS);
  g_type_ensure (SKH_TYPE_GRID_VIEW);
  g_type_ensure (SKH_TYPE_UNIT_CHECKLIST);
  g_type_ensure (SKH_TYPE_LINE_PANEL);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (class),
    "/io/github/sokehoach/SoKeHoach/ui/units/skh-units-page.ui");
  bind_children (GTK_WIDGET_CLASS (class));
  skh_units_page_install_acts (GTK_WIDGET_CLASS (class));
  skh_units_page_install_view_acts (GTK_WIDGET_CLASS (class));
}

static void
skh_units_page_init (SkhUnitsPage *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->source = skh_matrix_source_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  skh_grid_view_set_selectable (self->view, TRUE);
  skh_grid_view_set_source (self->view, SKH_GRID_SOURCE (self->source));
  g_signal_connect_swapped (self->view, "current-changed",
                            G_CALLBACK (on_current_changed), self);
  g_signal_connect_swapped (self->view, "text-resized",
                            G_CALLBACK (skh_units_page_rebuild), self);
  g_signal_connect_swapped (self->view, "cell-activated", G_CALLBACK (on_cell_activated),
                            self);
  g_signal_connect_swapped (self->panel, "finished", G_CALLBACK (on_panel_finished),
                            self);
}

/**
 * skh_units_page_new:
 *
 * Returns: (transfer floating): the page; it follows the session
 */
GtkWidget *
skh_units_page_new (SkhSession *session)
{
  return g_object_new (SKH_TYPE_UNITS_PAGE, "session", session, NULL);
}
