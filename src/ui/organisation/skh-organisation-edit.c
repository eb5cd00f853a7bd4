/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-organisation-edit.h"

SkhOrganisationEdit *
skh_organisation_edit_new (SkhOrganisationEditKind kind, gint64 id)
{
  SkhOrganisationEdit *self = g_new0 (SkhOrganisationEdit, 1);

  self->kind = kind;
  self->id = id;
  self->day = SKH_DATE_NONE;
  self->unit.opened = self->unit.closed = SKH_DATE_NONE;
  self->membership.from = self->membership.to = SKH_DATE_NONE;
  self->total.from = SKH_DATE_NONE;
  self->includes = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
skh_organisation_edit_free (gpointer data)
{
  SkhOrganisationEdit *self = data;
  const char *const texts[] = {
    self->unit.code,        self->unit.name,    self->unit.short_name,
    self->unit.contact,     self->group.code,   self->group.name,
    self->group.short_name, self->group.counts, self->total.kind,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free ((char *)texts[i]);
  g_array_unref (self->includes);
  g_free (self);
}

void
skh_organisation_edit_set_text (const char **field, const char *text)
{
  char *was = (char *)*field;

  *field = g_strdup (text);
  g_free (was);
}

void
skh_organisation_edit_take_unit (SkhOrganisationEdit *self, const SkhUnitRecord *unit)
{
  self->unit.id = unit->id;
  self->unit.parent_id = unit->parent_id;
  self->unit.opened = unit->opened;
  self->unit.closed = unit->closed;
  skh_organisation_edit_set_text (&self->unit.code, unit->code);
  skh_organisation_edit_set_text (&self->unit.name, unit->name);
  skh_organisation_edit_set_text (&self->unit.short_name, unit->short_name);
  skh_organisation_edit_set_text (&self->unit.contact, unit->contact);
}

void
skh_organisation_edit_take_group (SkhOrganisationEdit *self, const SkhGroupRecord *group)
{
  self->group.id = group->id;
  self->group.base_id = group->base_id;
  skh_organisation_edit_set_text (&self->group.code, group->code);
  skh_organisation_edit_set_text (&self->group.name, group->name);
  skh_organisation_edit_set_text (&self->group.short_name, group->short_name);
  skh_organisation_edit_set_text (&self->group.counts, group->counts);
  g_array_set_size (self->includes, 0);
  g_array_append_vals (self->includes, group->includes->data, group->includes->len);
}

/* The stores give ids to what they add, and an edit that was only tried adds nothing:
   each run works on a copy of the record. */
static gboolean
put_unit (SkhDatabase *db, SkhOrganisationEdit *self, GError **error)
{
  SkhUnitEdit unit = self->unit;
  gboolean ok = skh_unit_store_put (db, &unit, &self->fault, error);

  self->new_id = unit.id;
  return ok;
}

static gboolean
put_group (SkhDatabase *db, SkhOrganisationEdit *self, GError **error)
{
  SkhGroupEdit group = self->group;
  gboolean ok;

  group.includes = (const gint64 *)self->includes->data;
  group.n_includes = self->includes->len;
  ok = skh_group_store_put (db, &group, &self->fault, error);
  self->new_id = group.id;
  return ok;
}

static gboolean
put_membership (SkhDatabase *db, SkhOrganisationEdit *self, GError **error)
{
  SkhMembership membership = self->membership;

  return skh_membership_store_put (db, &membership, error);
}

static gboolean
put_total (SkhDatabase *db, SkhOrganisationEdit *self, GError **error)
{
  SkhTotalEdit total = self->total;

  return skh_total_store_put (db, &total, error);
}

gboolean
skh_organisation_edit_run (SkhDatabase *db, gpointer data, GError **error)
{
  SkhOrganisationEdit *self = data;

  self->fault = NULL;
  switch (self->kind)
    {
    case SKH_ORGANISATION_PUT_UNIT:
      return put_unit (db, self, error);
    case SKH_ORGANISATION_MOVE_UNIT:
      return skh_unit_store_move (db, self->id, self->other_id, self->position, error);
    case SKH_ORGANISATION_CLOSE_UNIT:
      return skh_unit_store_close (db, self->id, self->day, error);
    case SKH_ORGANISATION_MERGE_UNIT:
      return skh_unit_store_merge_into (db, self->id, self->other_id, self->day, error);
    case SKH_ORGANISATION_DELETE_UNIT:
      return skh_unit_store_delete (db, self->id, error);
    case SKH_ORGANISATION_PUT_GROUP:
      return put_group (db, self, error);
    case SKH_ORGANISATION_MOVE_GROUP:
      return skh_group_store_move (db, self->id, self->position, error);
    case SKH_ORGANISATION_DELETE_GROUP:
      return skh_group_store_delete (db, self->id, error);
    case SKH_ORGANISATION_PUT_MEMBERSHIP:
      return put_membership (db, self, error);
    case SKH_ORGANISATION_REMOVE_MEMBERSHIP:
      return skh_membership_store_remove (db, self->id, error);
    case SKH_ORGANISATION_PUT_TOTAL:
      return put_total (db, self, error);
    case SKH_ORGANISATION_REMOVE_TOTAL:
      return skh_total_store_remove (db, self->id, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
