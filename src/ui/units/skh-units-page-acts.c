/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-units-page-private.h"

#include <glib/gi18n-lib.h>

/* What is done on the page of units to the lines that are chosen, by keys, by the menu
   and from the list. Letters only ever open an entry: input methods of Vietnamese send
   Backspace and a letter, and neither may change a cell that nobody looks at. */

static SkhMatrix *
get_matrix (SkhUnitsPage *self)
{
  return skh_matrix_source_get_matrix (self->source);
}

static gboolean
is_by_matrix (SkhUnitsPage *self)
{
  return gtk_toggle_button_get_active (self->by_matrix);
}

/* — What is chosen — */

static void
add_index (GArray *indexes, SkhMatrix *matrix, guint row, guint column)
{
  guint index = skh_matrix_get_assignment (matrix, row, column);

  if (index != SKH_NO_INDEX)
    g_array_append_val (indexes, index);
}

/* The cursor's line first: the others follow it. */
static void
gather_cells (SkhUnitsPage *self, GArray *indexes)
{
  SkhMatrix *matrix = get_matrix (self);
  SkhMatrixArea area;
  int row, column;

  if (matrix == NULL || !skh_units_page_get_area (self, &area))
    return;
  if (skh_grid_view_get_current (self->view, &row, &column) && column >= 0)
    add_index (indexes, matrix, (guint)row, (guint)column);
  for (guint r = area.first_row; r <= area.last_row; r++)
    for (guint c = area.first_column; c <= area.last_column; c++)
      if ((int)r != row || (int)c != column)
        add_index (indexes, matrix, r, c);
}

void
skh_units_page_gather (SkhUnitsPage *self)
{
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  SkhLedger *ledger = skh_units_page_get_ledger (self);

  if (self->marker == NULL || ledger == NULL)
    return;
  if (is_by_matrix (self))
    gather_cells (self, indexes);
  else
    skh_unit_checklist_get_selected (self->checklist, indexes);
  skh_line_marker_set_lines (self->marker, ledger, (const guint *)indexes->data,
                             indexes->len);
}

static void
show_chosen (SkhUnitsPage *self)
{
  guint n;
  g_autofree char *text = NULL;

  skh_units_page_gather (self);
  n = self->marker != NULL ? skh_line_marker_get_n_lines (self->marker) : 0;
  if (n > 1)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Mark %u Line", "Mark %u Lines",
                                         n),
                            n);
  gtk_menu_button_set_label (self->mark_button, text != NULL ? text : _ ("Mark"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->mark_button),
                            n > 0 && skh_session_is_writable (self->session));
}

static void
ask (SkhUnitsPage *self, SkhMark mark)
{
  GdkRectangle at = { 200, 100, 1, 1 };
  GtkWidget *parent = GTK_WIDGET (self->view);
  int row, column;

  skh_units_page_gather (self);
  if (!is_by_matrix (self))
    parent = skh_unit_checklist_get_place (self->checklist, &at);
  else if (skh_grid_view_get_current (self->view, &row, &column))
    skh_grid_view_get_cell_bounds (self->view, row, column, &at);
  skh_line_marker_ask (self->marker, mark, parent, &at);
}

/* — Shown before it is on disk — */

static void
show_pending (SkhUnitsPage *self, const SkhAssignmentEdit *edit, guint index)
{
  if (edit->fields & SKH_EDIT_STATE)
    skh_matrix_set_pending (get_matrix (self), index, edit->state,
                            edit->state == SKH_STATE_DELIVERED ? edit->delivered_on
                                                               : SKH_DATE_NONE);
}

static void
show_all_pending (SkhUnitsPage *self, GArray *edits)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n;
  const SkhAssignment *lines
    = skh_ledger_get_assignments (skh_matrix_get_ledger (get_matrix (self)), &n);

  for (guint i = 0; i < edits->len; i++)
    {
      SkhAssignmentEdit *edit = &g_array_index (edits, SkhAssignmentEdit, i);

      g_hash_table_insert (by_id, &edit->assignment_id, edit);
    }
  for (guint i = 0; i < n; i++)
    {
      const SkhAssignmentEdit *edit = g_hash_table_lookup (by_id, &lines[i].id);

      if (edit != NULL)
        show_pending (self, edit, i);
    }
}

static void
on_marked (SkhUnitsPage *self, GArray *edits)
{
  if (get_matrix (self) == NULL)
    return;
  if (!self->pasting)
    g_clear_pointer (&self->marks, g_ptr_array_unref);
  show_all_pending (self, edits);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

/* What was refused is not there: the matrix is made again from what is. */
static void
on_fault (SkhUnitsPage *self)
{
  skh_units_page_rebuild (self);
}

/* Marks what was refused, before the matrix is shown: the cells' names say it, too. */
void
skh_units_page_mark_refused (SkhUnitsPage *self, SkhMatrix *matrix)
{
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const SkhPasteFault *fault = g_ptr_array_index (self->marks, i);

      if (fault->row < skh_matrix_get_n_rows (matrix)
          && fault->column < skh_matrix_get_n_columns (matrix))
        skh_matrix_set_mark (matrix, fault->row, fault->column, fault->why);
    }
}

static void
on_finished (SkhUnitsPage *self)
{
  if (is_by_matrix (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    skh_unit_checklist_focus (self->checklist);
}

/* — Folds — */

static gboolean
fold (SkhUnitsPage *self, SkhMatrixFold wanted)
{
  SkhMatrix *matrix = get_matrix (self);
  int row, column;
  const char *code;

  if (matrix == NULL || !skh_grid_view_get_current (self->view, &row, &column)
      || column != SKH_GRID_ROW_HEAD
      || skh_matrix_get_fold (matrix, (guint)row) == SKH_MATRIX_FOLD_NONE
      || skh_matrix_get_fold (matrix, (guint)row) == wanted)
    return FALSE;
  code = skh_matrix_get_code (matrix, (guint)row);
  if (!g_hash_table_remove (self->folded, code))
    g_hash_table_add (self->folded, g_strdup (code));
  skh_units_page_rebuild (self);
  return TRUE;
}

#define ARROW_WIDTH 24

/* A heading folds wherever it is pressed, a unit by its arrow. */
static void
on_cell_clicked (SkhUnitsPage *self, int row, int column)
{
  SkhMatrix *matrix = get_matrix (self);

  if (column == SKH_GRID_ROW_HEAD
      && (skh_matrix_get_unit (matrix, (guint)row) == SKH_NO_INDEX
          || skh_grid_view_get_press_x (self->view) < ARROW_WIDTH))
    fold (self, SKH_MATRIX_FOLD_NONE);
}

/* — Keys — */

static gboolean
on_plain_key (SkhUnitsPage *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_space:
      skh_units_page_gather (self);
      skh_line_marker_next_state (self->marker);
      return GDK_EVENT_STOP;
    case GDK_KEY_d:
    case GDK_KEY_D:
      ask (self, SKH_MARK_DELIVERED);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
    case GDK_KEY_N:
      ask (self, SKH_MARK_NOTE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      return is_by_matrix (self) && fold (self, SKH_MATRIX_FOLD_CLOSED);
    case GDK_KEY_Right:
      return is_by_matrix (self) && fold (self, SKH_MATRIX_FOLD_OPEN);
    case GDK_KEY_Menu:
      gtk_menu_button_popup (self->mark_button);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_control_key (SkhUnitsPage *self, guint key)
{
  if (!is_by_matrix (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_c || key == GDK_KEY_C || key == GDK_KEY_Insert)
    skh_units_page_copy (self);
  else if (key == GDK_KEY_v || key == GDK_KEY_V)
    skh_units_page_paste (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (SkhUnitsPage *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->session == NULL || get_matrix (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_CONTROL_MASK)
    return on_control_key (self, key);
  if (modifiers == 0
      || (modifiers == GDK_SHIFT_MASK && (key == GDK_KEY_D || key == GDK_KEY_N)))
    return on_plain_key (self, key);
  return GDK_EVENT_PROPAGATE;
}

/* — The menu — */

static void
on_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhUnitsPage *self = SKH_UNITS_PAGE (widget);
  const char *what = g_variant_get_string (parameter, NULL);
  SkhState state;

  if (g_str_equal (what, "note"))
    ask (self, SKH_MARK_NOTE);
  else if (!skh_state_from_string (what, &state))
    return;
  else if (state == SKH_STATE_DELIVERED)
    ask (self, SKH_MARK_DELIVERED);
  else if (state == SKH_STATE_NOT_APPLICABLE)
    ask (self, SKH_MARK_NOT_APPLICABLE);
  else
    {
      skh_units_page_gather (self);
      skh_line_marker_set_state (self->marker, state);
    }
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_units_page_copy (SKH_UNITS_PAGE (widget));
}

static void
on_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_units_page_paste (SKH_UNITS_PAGE (widget));
}

/* The secondary button: the cell under it, unless it is in what is selected. */
static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  SkhUnitsPage *self = data;
  SkhMatrixArea area;
  int row, column;

  if (!skh_grid_view_get_cell_at (self->view, x, y, &row, &column))
    return;
  if (!skh_units_page_get_area (self, &area) || (guint)row < area.first_row
      || (guint)row > area.last_row || column < (int)area.first_column
      || column > (int)area.last_column)
    skh_grid_view_set_current (self->view, row, column);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_menu_button_popup (self->mark_button);
}

void
skh_units_page_install_acts (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "units.mark", "s", on_mark);
  gtk_widget_class_install_action (class, "units.copy", NULL, on_copy);
  gtk_widget_class_install_action (class, "units.paste", NULL, on_paste);
}

static void
watch_keys (SkhUnitsPage *self, GtkWidget *widget, GtkPropagationPhase phase)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, keys);
}

/* After the session is there. */
void
skh_units_page_init_acts (SkhUnitsPage *self)
{
  GtkGesture *menu = gtk_gesture_click_new ();

  self->marker = skh_line_marker_new (self->session);
  g_signal_connect_object (self->marker, "marked", G_CALLBACK (on_marked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marker, "finished", G_CALLBACK (on_finished), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "fault", G_CALLBACK (on_fault), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "cell-clicked", G_CALLBACK (on_cell_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "selection-changed", G_CALLBACK (show_chosen),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checklist, "selection-changed", G_CALLBACK (show_chosen),
                           self, G_CONNECT_SWAPPED);
  watch_keys (self, GTK_WIDGET (self->view), GTK_PHASE_BUBBLE);
  /* The list itself would take the space bar. */
  watch_keys (self, skh_unit_checklist_get_list (self->checklist), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (menu));
}
