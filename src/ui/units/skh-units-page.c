/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-units-page.h"

#include "skh-grid-view.h"
#include "skh-line-panel.h"
#include "skh-matrix-source.h"
#include "skh-unit-checklist.h"

#include <glib/gi18n-lib.h>

struct _SkhUnitsPage
{
  GtkBox parent_instance;

  /* template */
  GtkToggleButton *by_unit, *by_matrix, *only_unfinished;
  GtkDropDown *group_choice, *section_choice;
  GtkStack *stack;
  SkhGridView *view;
  SkhUnitChecklist *checklist;
  SkhLinePanel *panel;
  GtkLabel *legend;

  /* owned */
  SkhSession *session;
  SkhMatrixSource *source;
  GPtrArray *groups; /* codes, by the drop-down's place − 1 */

  guint n_sections;
  gboolean updating;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SkhUnitsPage, skh_units_page, GTK_TYPE_BOX)

static SkhLedger *
get_ledger (SkhUnitsPage *self)
{
  return self->session != NULL ? skh_session_get_ledger (self->session) : NULL;
}

/* — The matrix — */

static void
fill_filter (SkhUnitsPage *self, SkhMatrixFilter *filter)
{
  guint group = gtk_drop_down_get_selected (self->group_choice);
  guint section = gtk_drop_down_get_selected (self->section_choice);
  int text_height;

  skh_grid_view_get_font_size (self->view, SKH_FONT_BODY, &text_height, NULL);
  *filter = (SkhMatrixFilter){
    .text_height = text_height,
    .period = skh_session_get_period (self->session),
    .on = skh_session_get_on (self->session),
    .group = group == 0 || group > self->groups->len
               ? NULL
               : g_ptr_array_index (self->groups, group - 1),
    .section
    = section == 0 || section == GTK_INVALID_LIST_POSITION ? SKH_NO_INDEX : section - 1,
    .only_unfinished = gtk_toggle_button_get_active (self->only_unfinished),
  };
}

static guint
find_index (SkhLedger *ledger, gint64 assignment_id)
{
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  for (guint i = 0; i < n; i++)
    if (lines[i].id == assignment_id)
      return i;
  return SKH_NO_INDEX;
}

/* The cursor stays on its line from ledger to ledger, wherever the line now stands. */
static void
restore_cursor (SkhUnitsPage *self, SkhLedger *ledger)
{
  guint index = find_index (ledger, skh_line_panel_get_line (self->panel));
  guint row, column;

  if (index != SKH_NO_INDEX
      && skh_matrix_find (skh_matrix_source_get_matrix (self->source), index, &row,
                          &column))
    skh_grid_view_set_current (self->view, (int)row, (int)column);
}

static void
rebuild (SkhUnitsPage *self)
{
  SkhLedger *ledger = get_ledger (self);
  SkhMatrixFilter filter;

  if (ledger == NULL || self->updating)
    return;
  self->updating = TRUE;
  fill_filter (self, &filter);
  skh_matrix_source_set_matrix (self->source, skh_matrix_new (ledger, &filter));
  restore_cursor (self, ledger);
  skh_unit_checklist_set_only_unfinished (self->checklist, filter.only_unfinished);
  self->updating = FALSE;
}

/* — The choices — */

static void
fill_groups (SkhUnitsPage *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint n, n_units;
  const SkhGroup *groups = skh_ledger_get_groups (ledger, &n);
  const SkhUnit *units = skh_ledger_get_units (ledger, &n_units);

  g_ptr_array_set_size (self->groups, 0);
  gtk_string_list_append (model, _ ("Group: all"));
  for (guint i = 0; i < n; i++)
    for (guint unit = 0; unit < n_units; unit++)
      if (g_strv_contains (units[unit].groups, groups[i].code))
        {
          g_ptr_array_add (self->groups, g_strdup (groups[i].code));
          gtk_string_list_append (model, groups[i].short_name);
          break;
        }
  gtk_drop_down_set_model (self->group_choice, G_LIST_MODEL (model));
}

static void
fill_sections (SkhUnitsPage *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  const SkhSection *sections = skh_ledger_get_sections (ledger, &self->n_sections);

  gtk_string_list_append (model, _ ("Section: all"));
  for (guint i = 0; i < self->n_sections; i++)
    gtk_string_list_take (model,
                          g_strdup_printf ("%s %s", sections[i].code, sections[i].title));
  gtk_drop_down_set_model (self->section_choice, G_LIST_MODEL (model));
}

static void
refill_choices (SkhUnitsPage *self, SkhLedger *ledger)
{
  guint group = gtk_drop_down_get_selected (self->group_choice);
  guint section = gtk_drop_down_get_selected (self->section_choice);
  guint n_sections = self->n_sections;

  self->updating = TRUE;
  fill_groups (self, ledger);
  fill_sections (self, ledger);
  if (n_sections == self->n_sections)
    {
      gtk_drop_down_set_selected (self->group_choice, group);
      gtk_drop_down_set_selected (self->section_choice, section);
    }
  self->updating = FALSE;
}

/* — Events — */

static void
on_session_changed (SkhUnitsPage *self)
{
  SkhLedger *ledger = get_ledger (self);

  if (ledger == NULL)
    {
      skh_matrix_source_set_matrix (self->source, NULL);
      skh_line_panel_show_line (self->panel, 0);
      return;
    }
  refill_choices (self, ledger);
  rebuild (self);
}

static void
on_current_changed (SkhUnitsPage *self, int row, int column)
{
  SkhMatrix *matrix = skh_matrix_source_get_matrix (self->source);
  SkhLedger *ledger = get_ledger (self);
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
  SkhMatrix *matrix = skh_matrix_source_get_matrix (self->source);

  if (column == SKH_GRID_ROW_HEAD)
    {
      skh_unit_checklist_show_unit (self->checklist,
                                    skh_matrix_get_unit (matrix, (guint)row));
      gtk_toggle_button_set_active (self->by_unit, TRUE);
    }
  else
    skh_line_panel_begin_delivery (self->panel);
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
    gtk_widget_child_focus (GTK_WIDGET (self->checklist), GTK_DIR_TAB_FORWARD);
}

static void
on_mode_toggled (SkhUnitsPage *self)
{
  gboolean by_unit = gtk_toggle_button_get_active (self->by_unit);

  gtk_stack_set_visible_child_name (self->stack, by_unit ? "unit" : "matrix");
  gtk_widget_set_sensitive (GTK_WIDGET (self->group_choice), !by_unit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->section_choice), !by_unit);
}

/* Letters act only here, on the grid: in an entry they are text. Input methods of
   Vietnamese send Backspace and a letter, so neither ever clears anything. */
static gboolean
on_key_pressed (SkhUnitsPage *self, guint key, guint code, GdkModifierType modifiers)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_space:
      skh_line_panel_next_state (self->panel);
      return GDK_EVENT_STOP;
    case GDK_KEY_d:
    case GDK_KEY_D:
      skh_line_panel_begin_delivery (self->panel);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
    case GDK_KEY_N:
      skh_line_panel_begin_note (self->panel);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
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
  SkhLedger *ledger = get_ledger (self);
  const SkhAssignment *line;
  guint row, column;

  if (ledger == NULL || index == SKH_NO_INDEX)
    return;
  line = &skh_ledger_get_assignments (ledger, NULL)[index];
  if (!skh_matrix_find (skh_matrix_source_get_matrix (self->source), index, &row,
                        &column))
    {
      self->updating = TRUE;
      gtk_drop_down_set_selected (self->group_choice, 0);
      gtk_drop_down_set_selected (self->section_choice, 0);
      gtk_toggle_button_set_active (self->only_unfinished, FALSE);
      self->updating = FALSE;
      if (!skh_line_is_listed (&line->line, skh_session_get_period (self->session)))
        skh_session_set_period (self->session,
                                skh_period_new (SKH_PERIOD_YEAR, line->line.period.year,
                                                1));
      rebuild (self);
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
  SkhLedger *ledger = get_ledger (self);
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
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (skh_units_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, by_unit);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, by_matrix);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, only_unfinished);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, group_choice);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, section_choice);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, stack);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, view);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, checklist);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, panel);
  gtk_widget_class_bind_template_child (class, SkhUnitsPage, legend);
  gtk_widget_class_bind_template_callback (class, rebuild);
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

  g_type_ensure (SKH_TYPE_GRID_VIEW);
  g_type_ensure (SKH_TYPE_UNIT_CHECKLIST);
  g_type_ensure (SKH_TYPE_LINE_PANEL);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (class),
    "/io/github/sokehoach/SoKeHoach/ui/units/skh-units-page.ui");
  bind_children (GTK_WIDGET_CLASS (class));
}

static void
skh_units_page_init (SkhUnitsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->source = skh_matrix_source_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  skh_grid_view_set_source (self->view, SKH_GRID_SOURCE (self->source));
  g_signal_connect_swapped (self->view, "current-changed",
                            G_CALLBACK (on_current_changed), self);
  g_signal_connect_swapped (self->view, "text-resized", G_CALLBACK (rebuild), self);
  g_signal_connect_swapped (self->view, "cell-activated", G_CALLBACK (on_cell_activated),
                            self);
  g_signal_connect_swapped (self->panel, "finished", G_CALLBACK (on_panel_finished),
                            self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
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
