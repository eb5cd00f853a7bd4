/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-organisation-private.h"

#include <glib/gi18n-lib.h>

/* Moving a unit among those under the same parent, or elsewhere, and a group among the
   groups: by drag and drop, or with Alt and the arrows. */

static GArray *
list_siblings (SkhOrganisationWindow *self, gint64 parent_id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->organisation->units->len; i++)
    {
      const SkhUnitRecord *unit = g_ptr_array_index (self->organisation->units, i);

      if (unit->parent_id == parent_id)
        g_array_append_val (ids, unit->id);
    }
  return ids;
}

static guint
find_position (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  g_autoptr (GArray) siblings = list_siblings (self, unit->parent_id);
  guint position = 0;

  while (g_array_index (siblings, gint64, position) != unit->id)
    position++;
  return position;
}

static void
move_unit (SkhOrganisationWindow *self, gint64 id, gint64 parent_id, guint position)
{
  SkhOrganisationEdit *edit = skh_organisation_edit_new (SKH_ORGANISATION_MOVE_UNIT, id);

  edit->other_id = parent_id;
  edit->position = position;
  skh_organisation_window_apply (self, _ ("Move the unit?"), edit, NULL);
}

static gboolean
on_dropped (GtkDropTarget *target,
            const GValue *value,
            double x,
            double y,
            SkhOrganisationWindow *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const SkhUnitRecord *at
    = skh_organisation_find_unit (self->organisation, skh_organisation_row_get_id (row));
  const SkhUnitRecord *moved
    = skh_organisation_find_unit (self->organisation, g_value_get_int64 (value));
  guint position;

  if (at == NULL || moved == NULL || at == moved)
    return FALSE;
  position = find_position (self, at) + (y > gtk_widget_get_height (row) / 2 ? 1 : 0);
  if (at->parent_id == moved->parent_id && find_position (self, moved) < position)
    position--;
  move_unit (self, moved->id, at->parent_id, position);
  return TRUE;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_INT64, skh_organisation_row_get_id (row));
}

void
skh_organisation_window_make_movable (SkhOrganisationWindow *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* Up and down among its siblings; left to stand beside its parent, right to stand under
   the unit before it. */
static void
move_by_key (SkhOrganisationWindow *self, const SkhUnitRecord *unit, guint key)
{
  g_autoptr (GArray) siblings = list_siblings (self, unit->parent_id);
  guint position = find_position (self, unit);
  const SkhUnitRecord *parent
    = skh_organisation_find_unit (self->organisation, unit->parent_id);

  if (key == GDK_KEY_Up && position > 0)
    move_unit (self, unit->id, unit->parent_id, position - 1);
  else if (key == GDK_KEY_Down && position + 1 < siblings->len)
    move_unit (self, unit->id, unit->parent_id, position + 1);
  else if (key == GDK_KEY_Left && parent != NULL)
    move_unit (self, unit->id, parent->parent_id, find_position (self, parent) + 1);
  else if (key == GDK_KEY_Right && position > 0)
    move_unit (self, unit->id, g_array_index (siblings, gint64, position - 1), G_MAXUINT);
}

gboolean
skh_organisation_window_press_unit_key (SkhOrganisationWindow *self,
                                        guint key,
                                        guint code,
                                        GdkModifierType modifiers)
{
  const SkhUnitRecord *unit = skh_organisation_window_get_unit (self);

  if (unit == NULL || !(modifiers & GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Up && key != GDK_KEY_Down && key != GDK_KEY_Left
      && key != GDK_KEY_Right)
    return GDK_EVENT_PROPAGATE;
  move_by_key (self, unit, key);
  return GDK_EVENT_STOP;
}

gboolean
skh_organisation_window_press_group_key (SkhOrganisationWindow *self,
                                         guint key,
                                         guint code,
                                         GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->group_list);
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  int to = key == GDK_KEY_Up ? at - 1 : at + 1;
  SkhOrganisationEdit *edit;

  if (at < 0 || !(modifiers & GDK_ALT_MASK) || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  if (to < 0 || gtk_list_box_get_row_at_index (self->group_list, to) == NULL)
    return GDK_EVENT_STOP;
  edit = skh_organisation_edit_new (SKH_ORGANISATION_MOVE_GROUP, self->group_id);
  edit->position = (guint)to;
  skh_organisation_window_apply (self, _ ("Move the group?"), edit, NULL);
  return GDK_EVENT_STOP;
}
