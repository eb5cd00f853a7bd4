/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-organisation-private.h"

#include "skh-change-dialog.h"
#include "skh-text.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SkhOrganisationWindow, skh_organisation_window, ADW_TYPE_WINDOW)

const SkhUnitRecord *
skh_organisation_window_get_unit (SkhOrganisationWindow *self)
{
  return self->organisation != NULL
           ? skh_organisation_find_unit (self->organisation, self->unit_id)
           : NULL;
}

const SkhGroupRecord *
skh_organisation_window_get_group (SkhOrganisationWindow *self)
{
  return self->organisation != NULL
           ? skh_organisation_find_group (self->organisation, self->group_id)
           : NULL;
}

/* — The lists: a row knows the id of its unit or group — */

gint64
skh_organisation_row_get_id (gpointer row)
{
  gint64 *id = row != NULL ? g_object_get_data (row, "id") : NULL;

  return id != NULL ? *id : 0;
}

static GtkWidget *
new_row (gint64 id, const char *name, const char *note, guint depth)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (name);

  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_widget_set_margin_start (box, 8 + (int)depth * 22);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (note != NULL && *note != '\0')
    {
      GtkWidget *small = gtk_label_new (note);

      gtk_label_set_xalign (GTK_LABEL (small), 0);
      gtk_label_set_ellipsize (GTK_LABEL (small), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (small, "row-note");
      gtk_box_append (GTK_BOX (box), small);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* The row of the id; else the first. */
static gint64
select_row (GtkListBox *list, gint64 id)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    if (skh_organisation_row_get_id (gtk_list_box_get_row_at_index (list, i)) == id)
      row = gtk_list_box_get_row_at_index (list, i);
  gtk_list_box_select_row (list, row);
  return skh_organisation_row_get_id (row);
}

static char *
dup_unit_note (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  const SkhUnitRecord *into
    = skh_organisation_find_unit (self->organisation, unit->merged_into_id);
  g_autofree char *days = skh_organisation_dup_days (unit->opened, unit->closed);

  if (into != NULL)
    return g_strdup_printf (_ ("%s · merged into %s"), days, into->name);
  return g_steal_pointer (&days);
}

/* — Filling — */

static void
fill_units (SkhOrganisationWindow *self)
{
  clear_list (self->unit_list);
  for (guint i = 0; i < self->organisation->units->len; i++)
    {
      const SkhUnitRecord *unit = g_ptr_array_index (self->organisation->units, i);
      g_autofree char *note = dup_unit_note (self, unit);
      GtkWidget *row = new_row (unit->id, unit->name, note, unit->depth);

      skh_organisation_window_make_movable (self, row);
      gtk_list_box_append (self->unit_list, row);
    }
}

static void
fill_groups (SkhOrganisationWindow *self)
{
  clear_list (self->group_list);
  for (guint i = 0; i < self->organisation->groups->len; i++)
    {
      const SkhGroupRecord *group = g_ptr_array_index (self->organisation->groups, i);
      const SkhGroupRecord *base
        = skh_organisation_find_group (self->organisation, group->base_id);
      g_autofree char *note
        = base != NULL ? g_strdup_printf (_ ("%s counted at: %s"),
                                          skh_organisation_get_kind_words (group->counts),
                                          base->name)
                       : NULL;

      gtk_list_box_append (self->group_list, new_row (group->id, group->name, note, 0));
    }
}

/* Where the keyboard stood it stays, though the rows are new. */
static gboolean
has_focus (SkhOrganisationWindow *self, GtkListBox *list)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list));
}

static void
fill (SkhOrganisationWindow *self)
{
  gboolean units = has_focus (self, self->unit_list);
  gboolean groups = has_focus (self, self->group_list);

  self->filling = TRUE;
  fill_units (self);
  fill_groups (self);
  self->unit_id = select_row (self->unit_list, self->unit_id);
  self->group_id = select_row (self->group_list, self->group_id);
  self->filling = FALSE;
  skh_organisation_window_show_unit (self);
  skh_organisation_window_show_group (self);
  if (units || groups)
    gtk_widget_grab_focus (GTK_WIDGET (
      gtk_list_box_get_selected_row (units ? self->unit_list : self->group_list)));
}

/* — Looking — */

static void
look_free (gpointer data)
{
  SkhOrganisation **organisation = data;

  g_clear_pointer (organisation, skh_organisation_free);
  g_free (organisation);
}

static gboolean
run_look (SkhDatabase *db, gpointer data, GError **error)
{
  SkhOrganisation **organisation = data;

  *organisation = skh_organisation_load (db, error);
  return *organisation != NULL;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SkhOrganisationWindow) self = data;
  gpointer found;

  if (!skh_workbook_run_finish (SKH_WORKBOOK (source), result, &found, NULL)
      || self->session == NULL)
    return;
  g_clear_pointer (&self->organisation, skh_organisation_free);
  self->organisation = g_steal_pointer ((SkhOrganisation **)found);
  fill (self);
}

static void
look (SkhOrganisationWindow *self)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);

  if (workbook != NULL)
    skh_workbook_run_async (workbook, run_look, g_new0 (SkhOrganisation *, 1), look_free,
                            NULL, on_looked, g_object_ref (self));
}

/* — Acts — */

static void
show_fault (SkhOrganisationWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What an edit is done for: the window, and the prompt it came from. */
typedef struct
{
  SkhOrganisationEdit *edit;
  SkhPrompt *prompt;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  skh_organisation_edit_free (errand->edit);
  g_clear_object (&errand->prompt);
  g_free (errand);
}

static gboolean
run_errand (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_organisation_edit_run (db, ((Errand *)data)->edit, error);
}

static void
on_applied (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  SkhOrganisationWindow *self = owner;
  Errand *errand = data;

  if (error != NULL && errand->prompt != NULL)
    skh_prompt_set_fault (errand->prompt, errand->edit->fault, error->message);
  else if (error != NULL)
    show_fault (self, error->message);
  if (error != NULL)
    return;
  if (errand->prompt != NULL)
    gtk_window_close (GTK_WINDOW (errand->prompt));
  if (errand->edit->kind == SKH_ORGANISATION_PUT_UNIT)
    self->unit_id = errand->edit->new_id;
  if (errand->edit->kind == SKH_ORGANISATION_PUT_GROUP)
    self->group_id = errand->edit->new_id;
  look (self);
}

void
skh_organisation_window_apply (SkhOrganisationWindow *self,
                               const char *question,
                               SkhOrganisationEdit *edit,
                               SkhPrompt *prompt)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->edit = edit;
  errand->prompt = prompt != NULL ? g_object_ref (prompt) : NULL;
  skh_change_dialog_apply (prompt != NULL ? GTK_WINDOW (prompt) : GTK_WINDOW (self),
                           self->session, question, run_errand, errand, errand_free,
                           on_applied, self);
}

/* — Events — */

static void
on_unit_selected (SkhOrganisationWindow *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  self->unit_id = skh_organisation_row_get_id (row);
  skh_organisation_window_show_unit (self);
}

static void
on_group_selected (SkhOrganisationWindow *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  self->group_id = skh_organisation_row_get_id (row);
  skh_organisation_window_show_group (self);
}

/* A click only selects; Enter opens. */
static void
on_unit_activated (SkhOrganisationWindow *self, GtkListBoxRow *row)
{
  const SkhUnitRecord *unit = skh_organisation_window_get_unit (self);

  if (unit != NULL)
    skh_organisation_ask_unit (self, unit);
}

static void
on_group_activated (SkhOrganisationWindow *self, GtkListBoxRow *row)
{
  const SkhGroupRecord *group = skh_organisation_window_get_group (self);

  if (group != NULL)
    skh_organisation_ask_group (self, group);
}

static void
on_add_unit_clicked (SkhOrganisationWindow *self)
{
  if (self->organisation != NULL)
    skh_organisation_ask_unit (self, NULL);
}

static void
on_add_group_clicked (SkhOrganisationWindow *self)
{
  if (self->organisation != NULL)
    skh_organisation_ask_group (self, NULL);
}

static void
on_undo_clicked (SkhOrganisationWindow *self)
{
  skh_session_undo (self->session);
}

static gboolean
matches_search (GtkListBoxRow *row, gpointer data)
{
  SkhOrganisationWindow *self = data;
  g_autofree char *wanted
    = skh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  const SkhUnitRecord *unit
    = skh_organisation_find_unit (self->organisation, skh_organisation_row_get_id (row));
  g_autofree char *texts
    = unit != NULL ? g_strjoin (" ", unit->name, unit->short_name, unit->code, NULL)
                   : g_strdup ("");
  g_autofree char *folded = skh_text_fold (texts);

  return *wanted == '\0' || strstr (folded, wanted) != NULL;
}

static void
on_search_changed (SkhOrganisationWindow *self)
{
  gtk_list_box_invalidate_filter (self->unit_list);
}

/* — Life — */

static void
skh_organisation_window_dispose (GObject *object)
{
  SkhOrganisationWindow *self = SKH_ORGANISATION_WINDOW (object);

  self->filling = TRUE;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_organisation_window_parent_class)->dispose (object);
}

static void
skh_organisation_window_finalize (GObject *object)
{
  SkhOrganisationWindow *self = SKH_ORGANISATION_WINDOW (object);

  g_clear_pointer (&self->organisation, skh_organisation_free);
  G_OBJECT_CLASS (skh_organisation_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhOrganisationWindow, stack);
  gtk_widget_class_bind_template_child (class, SkhOrganisationWindow, unit_list);
  gtk_widget_class_bind_template_child (class, SkhOrganisationWindow, group_list);
  gtk_widget_class_bind_template_child (class, SkhOrganisationWindow, unit_details);
  gtk_widget_class_bind_template_child (class, SkhOrganisationWindow, group_details);
  gtk_widget_class_bind_template_child (class, SkhOrganisationWindow, search);
  gtk_widget_class_bind_template_child (class, SkhOrganisationWindow, toasts);
  gtk_widget_class_bind_template_callback (class, on_unit_selected);
  gtk_widget_class_bind_template_callback (class, on_group_selected);
  gtk_widget_class_bind_template_callback (class, on_unit_activated);
  gtk_widget_class_bind_template_callback (class, on_group_activated);
  gtk_widget_class_bind_template_callback (class, on_add_unit_clicked);
  gtk_widget_class_bind_template_callback (class, on_add_group_clicked);
  gtk_widget_class_bind_template_callback (class, on_undo_clicked);
  gtk_widget_class_bind_template_callback (class, on_search_changed);
}

static void
skh_organisation_window_class_init (SkhOrganisationWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_organisation_window_dispose;
  G_OBJECT_CLASS (class)->finalize = skh_organisation_window_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class,
    "/io/github/sokehoach/SoKeHoach/ui/organisation/skh-organisation-window.ui");
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
add_keys (SkhOrganisationWindow *self, GtkListBox *list, GCallback on_key)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", on_key, self);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
  gtk_list_box_set_activate_on_single_click (list, FALSE);
}

static void
skh_organisation_window_init (SkhOrganisationWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self, self->unit_list, G_CALLBACK (skh_organisation_window_press_unit_key));
  add_keys (self, self->group_list, G_CALLBACK (skh_organisation_window_press_group_key));
  gtk_list_box_set_filter_func (self->unit_list, matches_search, self, NULL);
}

/**
 * skh_organisation_window_new:
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_organisation_window_new (GtkWindow *parent, SkhSession *session)
{
  SkhOrganisationWindow *self
    = g_object_new (SKH_TYPE_ORGANISATION_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);
  look (self);
  return GTK_WINDOW (self);
}
