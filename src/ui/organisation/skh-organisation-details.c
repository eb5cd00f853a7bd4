/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The right-hand sides: all of one unit, or of one group, with a button for each act. */
#include "skh-organisation-private.h"

#include <glib/gi18n.h>

const char *
skh_organisation_get_kind_words (const char *kind)
{
  if (g_strcmp0 (kind, "cells") == 0)
    return _ ("cells");
  if (g_strcmp0 (kind, "members") == 0)
    return _ ("party members");
  if (g_strcmp0 (kind, "managed") == 0)
    return _ ("managed cadres");
  return kind;
}

char *
skh_organisation_dup_days (SkhDate from, SkhDate to)
{
  g_autofree char *first = skh_date_to_text (from);
  g_autofree char *last = skh_date_to_text (to);

  if (from != SKH_DATE_NONE && to != SKH_DATE_NONE)
    return g_strdup_printf ("%s – %s", first, last);
  if (from != SKH_DATE_NONE)
    return g_strdup_printf (_ ("from %s"), first);
  return to != SKH_DATE_NONE ? g_strdup_printf (_ ("until %s"), last) : g_strdup ("");
}

/* — Building blocks — */

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static AdwPreferencesGroup *
add_section (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *markup = title != NULL ? g_markup_escape_text (title, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   markup != NULL ? markup : "");
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static AdwActionRow *
add_row (AdwPreferencesGroup *section, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *markup = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_preferences_group_add (section, row);
  return ADW_ACTION_ROW (row);
}

static void
add_fact (AdwPreferencesGroup *section, const char *title, const char *value)
{
  GtkWidget *label = gtk_label_new (value != NULL && *value != '\0' ? value : "–");
  AdwActionRow *row = add_row (section, title, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_add_suffix (row, label);
}

/* A button that knows which record it is for. */
static GtkWidget *
new_button (SkhOrganisationWindow *self,
            const char *label,
            const char *name,
            GCallback callback,
            gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static gint64
get_id (GtkButton *button)
{
  return *(gint64 *)g_object_get_data (G_OBJECT (button), "id");
}

static void
add_row_buttons (SkhOrganisationWindow *self,
                 AdwActionRow *row,
                 const char *name,
                 GCallback change,
                 GCallback remove,
                 gint64 id)
{
  g_autofree char *change_name = g_strdup_printf (_ ("Change: %s"), name);
  g_autofree char *remove_name = g_strdup_printf (_ ("Take out: %s"), name);

  if (change != NULL)
    adw_action_row_add_suffix (row,
                               new_button (self, _ ("Change…"), change_name, change, id));
  adw_action_row_add_suffix (row,
                             new_button (self, _ ("Take out"), remove_name, remove, id));
}

static GtkWidget *
add_buttons (GtkBox *box)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (box, buttons);
  return buttons;
}

static void
add_button (SkhOrganisationWindow *self,
            GtkWidget *buttons,
            const char *label,
            GCallback callback)
{
  gtk_box_append (GTK_BOX (buttons), new_button (self, label, label, callback, 0));
}

/* — Acts without a question of their own — */

static void
apply_plain (SkhOrganisationWindow *self,
             SkhOrganisationEditKind kind,
             gint64 id,
             const char *question)
{
  skh_organisation_window_apply (self, question, skh_organisation_edit_new (kind, id),
                                 NULL);
}

static const SkhMembership *
find_membership (SkhOrganisationWindow *self, gint64 id)
{
  GArray *memberships = self->organisation->memberships;

  for (guint i = 0; i < memberships->len; i++)
    if (g_array_index (memberships, SkhMembership, i).id == id)
      return &g_array_index (memberships, SkhMembership, i);
  return NULL;
}

static void
on_change_membership (GtkButton *button, SkhOrganisationWindow *self)
{
  const SkhMembership *membership = find_membership (self, get_id (button));

  if (membership != NULL)
    skh_organisation_ask_membership (self, membership, membership->unit_id,
                                     membership->group_id);
}

static void
on_remove_membership (GtkButton *button, SkhOrganisationWindow *self)
{
  apply_plain (self, SKH_ORGANISATION_REMOVE_MEMBERSHIP, get_id (button),
               _ ("Take the unit out of the group?"));
}

static void
on_change_total (GtkButton *button, SkhOrganisationWindow *self)
{
  for (guint i = 0; i < self->organisation->totals->len; i++)
    {
      const SkhTotalRecord *total = g_ptr_array_index (self->organisation->totals, i);

      if (total->id == get_id (button))
        {
          skh_organisation_ask_total (self, total, total->unit_id);
          return;
        }
    }
}

static void
on_remove_total (GtkButton *button, SkhOrganisationWindow *self)
{
  apply_plain (self, SKH_ORGANISATION_REMOVE_TOTAL, get_id (button),
               _ ("Take the total away?"));
}

static void
on_change_unit (GtkButton *button, SkhOrganisationWindow *self)
{
  skh_organisation_ask_unit (self, skh_organisation_window_get_unit (self));
}

static void
on_close_unit (GtkButton *button, SkhOrganisationWindow *self)
{
  skh_organisation_ask_close (self, skh_organisation_window_get_unit (self));
}

static void
on_reopen_unit (GtkButton *button, SkhOrganisationWindow *self)
{
  apply_plain (self, SKH_ORGANISATION_CLOSE_UNIT, self->unit_id,
               _ ("Open the unit again?"));
}

static void
on_merge_unit (GtkButton *button, SkhOrganisationWindow *self)
{
  skh_organisation_ask_merge (self, skh_organisation_window_get_unit (self));
}

static void
on_delete_unit (GtkButton *button, SkhOrganisationWindow *self)
{
  apply_plain (self, SKH_ORGANISATION_DELETE_UNIT, self->unit_id, _ ("Delete the unit?"));
}

static void
on_join_group (GtkButton *button, SkhOrganisationWindow *self)
{
  skh_organisation_ask_membership (self, NULL, self->unit_id, 0);
}

static void
on_add_total (GtkButton *button, SkhOrganisationWindow *self)
{
  skh_organisation_ask_total (self, NULL, self->unit_id);
}

static void
on_change_group (GtkButton *button, SkhOrganisationWindow *self)
{
  skh_organisation_ask_group (self, skh_organisation_window_get_group (self));
}

static void
on_delete_group (GtkButton *button, SkhOrganisationWindow *self)
{
  apply_plain (self, SKH_ORGANISATION_DELETE_GROUP, self->group_id,
               _ ("Delete the group?"));
}

static void
on_add_member (GtkButton *button, SkhOrganisationWindow *self)
{
  skh_organisation_ask_membership (self, NULL, 0, self->group_id);
}

static void
on_add_include (GtkButton *button, SkhOrganisationWindow *self)
{
  skh_organisation_ask_include (self, skh_organisation_window_get_group (self));
}

static void
on_remove_include (GtkButton *button, SkhOrganisationWindow *self)
{
  SkhOrganisationEdit *edit
    = skh_organisation_edit_new (SKH_ORGANISATION_PUT_GROUP, self->group_id);

  skh_organisation_edit_take_group (edit, skh_organisation_window_get_group (self));
  for (guint i = 0; i < edit->includes->len; i++)
    if (g_array_index (edit->includes, gint64, i) == get_id (button))
      g_array_remove_index (edit->includes, i--);
  skh_organisation_window_apply (self, _ ("Take the group out of this one?"), edit, NULL);
}

/* — A unit — */

static void
add_unit_facts (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  AdwPreferencesGroup *section = add_section (self->unit_details, unit->name, NULL);
  const SkhUnitRecord *parent
    = skh_organisation_find_unit (self->organisation, unit->parent_id);
  const SkhUnitRecord *into
    = skh_organisation_find_unit (self->organisation, unit->merged_into_id);
  g_autofree char *days = skh_organisation_dup_days (unit->opened, unit->closed);

  add_fact (section, _ ("Short name"), unit->short_name);
  add_fact (section, _ ("Code"), unit->code);
  add_fact (section, _ ("Stands under"), parent != NULL ? parent->name : NULL);
  add_fact (section, _ ("Contact"), unit->contact);
  add_fact (section, _ ("Days it is there"), *days != '\0' ? days : _ ("always"));
  if (into != NULL)
    add_fact (section, _ ("Merged into"), into->name);
}

static void
add_unit_buttons (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  GtkWidget *buttons = add_buttons (self->unit_details);

  add_button (self, buttons, _ ("Change…"), G_CALLBACK (on_change_unit));
  if (unit->closed == SKH_DATE_NONE)
    add_button (self, buttons, _ ("Close the unit…"), G_CALLBACK (on_close_unit));
  else
    add_button (self, buttons, _ ("Open again"), G_CALLBACK (on_reopen_unit));
  if (unit->merged_into_id == 0)
    add_button (self, buttons, _ ("Merge…"), G_CALLBACK (on_merge_unit));
  add_button (self, buttons, _ ("Delete"), G_CALLBACK (on_delete_unit));
}

static void
add_unit_groups (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  AdwPreferencesGroup *section
    = add_section (self->unit_details, _ ("Groups it is in"), NULL);
  GArray *memberships = self->organisation->memberships;

  adw_preferences_group_set_header_suffix (section,
                                           new_button (self, _ ("Join…"),
                                                       _ ("Join a group"),
                                                       G_CALLBACK (on_join_group), 0));
  for (guint i = 0; i < memberships->len; i++)
    {
      const SkhMembership *m = &g_array_index (memberships, SkhMembership, i);
      const SkhGroupRecord *group;
      g_autofree char *days = NULL;

      if (m->unit_id != unit->id)
        continue;
      group = skh_organisation_find_group (self->organisation, m->group_id);
      days = skh_organisation_dup_days (m->from, m->to);
      add_row_buttons (self, add_row (section, group->name, days), group->name,
                       G_CALLBACK (on_change_membership),
                       G_CALLBACK (on_remove_membership), m->id);
    }
}

static void
add_unit_totals (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  AdwPreferencesGroup *section = add_section (self->unit_details, _ ("Totals"), NULL);

  adw_preferences_group_set_header_suffix (section,
                                           new_button (self, _ ("Add…"),
                                                       _ ("Add a total"),
                                                       G_CALLBACK (on_add_total), 0));
  for (guint i = 0; i < self->organisation->totals->len; i++)
    {
      const SkhTotalRecord *total = g_ptr_array_index (self->organisation->totals, i);
      g_autofree char *title = NULL, *days = NULL;

      if (total->unit_id != unit->id)
        continue;
      title = g_strdup_printf ("%" G_GINT64_FORMAT " %s", total->total,
                               skh_organisation_get_kind_words (total->kind));
      days = skh_organisation_dup_days (total->from, SKH_DATE_NONE);
      add_row_buttons (self, add_row (section, title, days), title,
                       G_CALLBACK (on_change_total), G_CALLBACK (on_remove_total),
                       total->id);
    }
}

void
skh_organisation_window_show_unit (SkhOrganisationWindow *self)
{
  const SkhUnitRecord *unit = skh_organisation_window_get_unit (self);

  clear_box (self->unit_details);
  if (unit == NULL)
    return;
  add_unit_facts (self, unit);
  add_unit_buttons (self, unit);
  add_unit_groups (self, unit);
  add_unit_totals (self, unit);
}

/* — A group — */

static void
add_group_facts (SkhOrganisationWindow *self, const SkhGroupRecord *group)
{
  AdwPreferencesGroup *section = add_section (self->group_details, group->name, NULL);
  const SkhGroupRecord *base
    = skh_organisation_find_group (self->organisation, group->base_id);
  GtkWidget *buttons;

  add_fact (section, _ ("Short name"), group->short_name);
  add_fact (section, _ ("Code"), group->code);
  if (base != NULL)
    {
      add_fact (section, _ ("Counts"), skh_organisation_get_kind_words (group->counts));
      add_fact (section, _ ("At each unit of"), base->name);
    }
  buttons = add_buttons (self->group_details);
  add_button (self, buttons, _ ("Change…"), G_CALLBACK (on_change_group));
  add_button (self, buttons, _ ("Delete"), G_CALLBACK (on_delete_group));
}

static void
add_group_members (SkhOrganisationWindow *self, const SkhGroupRecord *group)
{
  AdwPreferencesGroup *section = add_section (self->group_details, _ ("Members"), NULL);
  GArray *memberships = self->organisation->memberships;

  adw_preferences_group_set_header_suffix (section,
                                           new_button (self, _ ("Add…"),
                                                       _ ("Add a member"),
                                                       G_CALLBACK (on_add_member), 0));
  for (guint i = 0; i < memberships->len; i++)
    {
      const SkhMembership *m = &g_array_index (memberships, SkhMembership, i);
      const SkhUnitRecord *unit;
      g_autofree char *days = NULL;

      if (m->group_id != group->id)
        continue;
      unit = skh_organisation_find_unit (self->organisation, m->unit_id);
      days = skh_organisation_dup_days (m->from, m->to);
      add_row_buttons (self, add_row (section, unit->name, days), unit->name,
                       G_CALLBACK (on_change_membership),
                       G_CALLBACK (on_remove_membership), m->id);
    }
}

static void
add_group_includes (SkhOrganisationWindow *self, const SkhGroupRecord *group)
{
  AdwPreferencesGroup *section
    = add_section (self->group_details, _ ("Groups whose units are in it too"), NULL);

  adw_preferences_group_set_header_suffix (section,
                                           new_button (self, _ ("Add…"),
                                                       _ ("Include a group"),
                                                       G_CALLBACK (on_add_include), 0));
  for (guint i = 0; i < group->includes->len; i++)
    {
      const SkhGroupRecord *other
        = skh_organisation_find_group (self->organisation,
                                       g_array_index (group->includes, gint64, i));

      add_row_buttons (self, add_row (section, other->name, NULL), other->name, NULL,
                       G_CALLBACK (on_remove_include), other->id);
    }
}

void
skh_organisation_window_show_group (SkhOrganisationWindow *self)
{
  const SkhGroupRecord *group = skh_organisation_window_get_group (self);

  clear_box (self->group_details);
  if (group == NULL)
    return;
  add_group_facts (self, group);
  if (group->base_id != 0)
    return;
  add_group_members (self, group);
  add_group_includes (self, group);
}
