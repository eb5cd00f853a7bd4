/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-outline.h"

#include "skh-labels.h"
#include "skh-outline-row.h"
#include "skh-plan-move.h"

#include <glib/gi18n-lib.h>

struct _SkhPlanOutline
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkScrolledWindow *scroller;

  /* owned */
  SkhSession *session;
  char *selected_section;

  gint64 selected_task;
  gboolean is_updating;
  gboolean is_awaiting_frame;
  guint scrolling;
};

enum
{
  TASK_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhPlanOutline, skh_plan_outline, GTK_TYPE_BOX)

static SkhOutlineRow *
get_row (SkhPlanOutline *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? SKH_OUTLINE_ROW (row) : NULL;
}

static SkhOutlineRow *
get_selected_row (SkhPlanOutline *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? SKH_OUTLINE_ROW (row) : NULL;
}

static void
remember (SkhPlanOutline *self, SkhOutlineRow *row)
{
  self->selected_task = skh_outline_row_get_task (row);
  g_free (self->selected_section);
  self->selected_section = g_strdup (skh_outline_row_get_section (row));
}

/* — Showing — */

static gboolean
is_wanted (SkhPlanOutline *self, SkhOutlineRow *row)
{
  if (self->selected_task != 0)
    return skh_outline_row_get_task (row) == self->selected_task;

  return skh_outline_row_get_task (row) == 0
         && g_strcmp0 (skh_outline_row_get_section (row), self->selected_section) == 0;
}

static void
restore_selection (SkhPlanOutline *self, gboolean with_focus)
{
  SkhOutlineRow *row;

  self->is_updating = TRUE;
  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (is_wanted (self, row))
      {
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
        if (with_focus)
          gtk_widget_grab_focus (GTK_WIDGET (row));
        break;
      }
  self->is_updating = FALSE;
}

static gboolean
scroll_to_selected (gpointer data)
{
  SkhPlanOutline *self = data;
  SkhOutlineRow *row = get_selected_row (self);
  graphene_rect_t bounds;

  self->scrolling = 0;
  if (row != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/* Rows know their places when the list has been laid out. What moves inside a frame is
   drawn with the next one only, so that the move waits for the frame's end. */
static gboolean
on_frame (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  SkhPlanOutline *self = data;
  SkhOutlineRow *row = get_selected_row (self);

  if (row != NULL && gtk_widget_get_height (GTK_WIDGET (row)) == 0)
    return G_SOURCE_CONTINUE;
  self->is_awaiting_frame = FALSE;
  if (self->scrolling == 0)
    self->scrolling
      = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_to_selected, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
scroll_when_laid_out (SkhPlanOutline *self)
{
  if (!self->is_awaiting_frame)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_frame, self, NULL);
  self->is_awaiting_frame = TRUE;
}

static void
append_section (SkhPlanOutline *self, SkhLedger *ledger, guint section)
{
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (ledger, NULL);
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n);
  guint position = 0;

  gtk_list_box_append (self->list, skh_outline_row_new_section (self->session, section));
  for (guint i = 0; i < n; i++)
    if (tasks[i].section == section)
      gtk_list_box_append (self->list,
                           skh_outline_row_new_task (self->session, &tasks[i],
                                                     sections[section].code, position++));
}

/* Made anew for each ledger: a plan has some dozens of rows. */
static void
rebuild (SkhPlanOutline *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL
                       && gtk_widget_is_visible (GTK_WIDGET (self));
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  double height = gtk_adjustment_get_value (place);
  guint n = 0;

  self->is_updating = TRUE;
  skh_list_box_clear (self->list);
  if (ledger != NULL)
    skh_ledger_get_sections (ledger, &n);
  for (guint i = 0; i < n; i++)
    append_section (self, ledger, i);
  self->is_updating = FALSE;
  restore_selection (self, has_focus);
  gtk_adjustment_set_value (place, height);
  scroll_when_laid_out (self);
}

/* — Acting — */

static void
on_row_selected (SkhPlanOutline *self, GtkListBoxRow *row)
{
  if (self->is_updating || row == NULL)
    return;
  remember (self, SKH_OUTLINE_ROW (row));
  g_signal_emit (self, signals[TASK_CHOSEN], 0, self->selected_task);
}

static gboolean
on_key_pressed (SkhPlanOutline *self, guint key, guint code, GdkModifierType state)
{
  SkhOutlineRow *row = get_selected_row (self);
  int by = key == GDK_KEY_Up || key == GDK_KEY_KP_Up       ? -1
           : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1
                                                           : 0;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_ALT_MASK) && by != 0)
    {
      if (skh_outline_row_get_task (row) != 0)
        skh_plan_move_task_by (self->session, skh_outline_row_get_task (row), by);
      else
        skh_plan_move_section_by (self->session, skh_outline_row_get_section (row), by);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    return gtk_widget_activate_action (GTK_WIDGET (self), "outline.delete", NULL);
  if ((state & GDK_CONTROL_MASK) && key == GDK_KEY_d)
    return gtk_widget_activate_action (GTK_WIDGET (self), "outline.duplicate", NULL);
  return GDK_EVENT_PROPAGATE;
}

/* — Life — */

static void
skh_plan_outline_dispose (GObject *object)
{
  SkhPlanOutline *self = SKH_PLAN_OUTLINE (object);

  g_clear_handle_id (&self->scrolling, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->selected_section, g_free);
  G_OBJECT_CLASS (skh_plan_outline_parent_class)->dispose (object);
}

static gboolean
skh_plan_outline_grab_focus (GtkWidget *widget)
{
  SkhPlanOutline *self = SKH_PLAN_OUTLINE (widget);
  SkhOutlineRow *row = get_selected_row (self);

  if (row == NULL)
    row = get_row (self, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
skh_plan_outline_class_init (SkhPlanOutlineClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_plan_outline_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = skh_plan_outline_grab_focus;
  signals[TASK_CHOSEN]
    = g_signal_new ("task-chosen", SKH_TYPE_PLAN_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
skh_plan_outline_init (SkhPlanOutline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *empty
    = gtk_label_new (_ ("This plan has no sections yet. Add one, and then its tasks."));

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_widget_set_margin_top (empty, 24);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections and tasks of the plan"), -1);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  gtk_widget_set_hexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->scroller));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_row_selected),
                            self);
}

void
skh_plan_outline_set_session (SkhPlanOutline *self, SkhSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
}

void
skh_plan_outline_select_task (SkhPlanOutline *self, gint64 task_id)
{
  self->selected_task = task_id;
  restore_selection (self, FALSE);
  if (get_selected_row (self) == NULL)
    return;
  remember (self, get_selected_row (self));
  scroll_when_laid_out (self);
}

const char *
skh_plan_outline_get_section (SkhPlanOutline *self)
{
  SkhOutlineRow *row = get_selected_row (self);

  return row != NULL ? skh_outline_row_get_section (row) : NULL;
}
