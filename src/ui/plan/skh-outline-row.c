/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-outline-row.h"

#include "skh-labels.h"
#include "skh-plan-move.h"

#include <glib/gi18n-lib.h>

struct _SkhOutlineRow
{
  GtkListBoxRow parent_instance;

  /* owned */
  SkhSession *session;
  char *section; /* its code */

  gint64 task;
  guint position; /* of the task in the section, or of the section in the plan */
};

G_DEFINE_FINAL_TYPE (SkhOutlineRow, skh_outline_row, GTK_TYPE_LIST_BOX_ROW)

/* — Dragging: a task is its id, a section its code — */

static GdkContentProvider *
on_drag_prepare (SkhOutlineRow *self)
{
  if (!skh_session_is_writable (self->session))
    return NULL;

  return self->task != 0 ? gdk_content_provider_new_typed (G_TYPE_INT64, self->task)
                         : gdk_content_provider_new_typed (G_TYPE_STRING, self->section);
}

static void
on_drag_begin (SkhOutlineRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 24, 12);
}

static gboolean
is_lower_half (SkhOutlineRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

/* The place is counted as it will be when the task has left its own. */
static void
drop_task (SkhOutlineRow *self, gint64 task, double y)
{
  guint position
    = self->task == 0 ? 0 : self->position + (is_lower_half (self, y) ? 1 : 0);

  if (task != self->task)
    skh_plan_move_task_before (self->session, task, self->section, position);
}

static gboolean
on_drop (SkhOutlineRow *self, const GValue *value, double x, double y)
{
  if (G_VALUE_HOLDS_INT64 (value))
    drop_task (self, g_value_get_int64 (value), y);
  else if (G_VALUE_HOLDS_STRING (value))
    skh_plan_move_section_to (self->session, g_value_get_string (value), self->section);
  return TRUE;
}

static GdkDragAction
on_drop_motion (SkhOutlineRow *self, double x, double y)
{
  const char *class = is_lower_half (self, y) || self->task == 0 ? "drop-below"
                                                                 : "drop-above";

  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_add_css_class (GTK_WIDGET (self), class);
  return GDK_ACTION_MOVE;
}

static void
on_drop_leave (SkhOutlineRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
}

static void
add_dragging (SkhOutlineRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE);
  GType types[] = { G_TYPE_INT64, G_TYPE_STRING };

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* — Menus — */

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_section_menu (SkhOutlineRow *self)
{
  GMenu *menu = g_menu_new ();
  GVariant *code = g_variant_new_string (self->section);

  g_variant_ref_sink (code);
  append_item (menu, _ ("_New Task Here"), "outline.new-task-in", code);
  append_item (menu, _ ("_Rename the Section…"), "outline.rename-section", code);
  append_item (menu, _ ("Move _Up"), "outline.raise-section", code);
  append_item (menu, _ ("Move _Down"), "outline.lower-section", code);
  append_item (menu, _ ("_Delete the Section"), "outline.delete-section", code);
  g_variant_unref (code);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_task_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Du_plicate the Task"), "outline.duplicate");
  g_menu_append (menu, _ ("_Delete the Task"), "outline.delete");
  return G_MENU_MODEL (menu);
}

static void
on_context_closed (GtkPopover *popover)
{
  gtk_widget_unparent (GTK_WIDGET (popover));
}

static void
on_secondary_pressed (SkhOutlineRow *self, int n, double x, double y)
{
  g_autoptr (GMenuModel) menu
    = self->task != 0 ? make_task_menu () : make_section_menu (self);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self))),
                           GTK_LIST_BOX_ROW (self));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  g_signal_connect (popover, "closed", G_CALLBACK (on_context_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
add_context_menu (SkhOutlineRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* — Life — */

static void
skh_outline_row_dispose (GObject *object)
{
  SkhOutlineRow *self = SKH_OUTLINE_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->section, g_free);
  G_OBJECT_CLASS (skh_outline_row_parent_class)->dispose (object);
}

static void
skh_outline_row_class_init (SkhOutlineRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_outline_row_dispose;
}

static void
skh_outline_row_init (SkhOutlineRow *self)
{
  add_dragging (self);
  add_context_menu (self);
}

static SkhOutlineRow *
new_row (SkhSession *session, const char *section, guint position, const char *name)
{
  SkhOutlineRow *self = g_object_new (SKH_TYPE_OUTLINE_ROW, NULL);

  self->session = g_object_ref (session);
  self->section = g_strdup (section);
  self->position = position;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return self;
}

GtkWidget *
skh_outline_row_new_section (SkhSession *session, guint section)
{
  const SkhSection *record
    = &skh_ledger_get_sections (skh_session_get_ledger (session), NULL)[section];
  g_autofree char *name = g_strdup_printf ("%s. %s", record->code, record->title);
  SkhOutlineRow *self = new_row (session, record->code, section, name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_section_menu (self);
  g_autofree char *button_name = g_strdup_printf (_ ("Section %s"), record->code);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  skh_menu_button_set_name (GTK_MENU_BUTTON (button), button_name);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "outline-section");
  return GTK_WIDGET (self);
}

static GtkWidget *
make_task_words (const SkhTask *task)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *more
    = g_strdup_printf ("%s · %s", task->lead_short != NULL ? task->lead_short : "",
                       task->wording != NULL ? task->wording
                                             : _ ("no deadline in the plan"));

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), skh_label_new (task->short_title, NULL));
  gtk_box_append (GTK_BOX (words), skh_label_new (more, "row-note"));
  return words;
}

GtkWidget *
skh_outline_row_new_task (SkhSession *session,
                          const SkhTask *task,
                          const char *section,
                          guint position)
{
  g_autofree char *name = g_strdup_printf ("%s. %s", task->no, task->short_title);
  SkhOutlineRow *self = new_row (session, section, position, name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *no = gtk_label_new (task->no);

  self->task = task->id;
  gtk_label_set_xalign (GTK_LABEL (no), 1);
  gtk_label_set_width_chars (GTK_LABEL (no), 4);
  gtk_widget_add_css_class (no, "dim-label");
  gtk_widget_add_css_class (no, "numeric");
  gtk_widget_set_valign (no, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), no);
  gtk_box_append (GTK_BOX (box), make_task_words (task));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

gint64
skh_outline_row_get_task (SkhOutlineRow *self)
{
  return self->task;
}

const char *
skh_outline_row_get_section (SkhOutlineRow *self)
{
  return self->section;
}
