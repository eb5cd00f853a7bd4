/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The organisation as it is edited: every unit, group, membership and total at one
   moment. */
#include "skh-edit-private.h"
#include "skh-unit-edit.h"

static void
unit_free (gpointer data)
{
  SkhUnitRecord *unit = data;

  g_free (unit->code);
  g_free (unit->name);
  g_free (unit->short_name);
  g_free (unit->contact);
  g_free (unit);
}

static void
group_free (gpointer data)
{
  SkhGroupRecord *group = data;

  g_free (group->code);
  g_free (group->name);
  g_free (group->short_name);
  g_free (group->counts);
  g_array_unref (group->includes);
  g_free (group);
}

static void
total_free (gpointer data)
{
  SkhTotalRecord *total = data;

  g_free (total->kind);
  g_free (total);
}

void
skh_organisation_free (SkhOrganisation *self)
{
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->memberships);
  g_ptr_array_unref (self->totals);
  g_free (self);
}

/* — Units, each above those that stand under it — */

static GPtrArray *
read_units (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT id, parent_id, merged_into_id, code, name, short_name, contact, opened,"
    " closed FROM unit ORDER BY rank, id",
    error);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  while (skh_statement_step (row, &local_error))
    {
      SkhUnitRecord *unit = g_new0 (SkhUnitRecord, 1);

      unit->id = skh_statement_get_int (row, 0);
      unit->parent_id = skh_statement_get_int (row, 1);
      unit->merged_into_id = skh_statement_get_int (row, 2);
      unit->code = skh_statement_dup_text (row, 3);
      unit->name = skh_statement_dup_text (row, 4);
      unit->short_name = skh_statement_dup_text (row, 5);
      unit->contact = skh_statement_dup_text (row, 6);
      unit->opened = skh_statement_get_date (row, 7);
      unit->closed = skh_statement_get_date (row, 8);
      g_ptr_array_add (units, unit);
    }
  if (local_error == NULL)
    return g_steal_pointer (&units);
  g_ptr_array_set_free_func (units, unit_free);
  g_propagate_error (error, local_error);
  return NULL;
}

static GHashTable *
share_out_children (GPtrArray *units)
{
  GHashTable *children = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < units->len; i++)
    {
      SkhUnitRecord *unit = g_ptr_array_index (units, i);
      GPtrArray *siblings = g_hash_table_lookup (children, &unit->parent_id);

      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (children, &unit->parent_id, siblings);
        }
      g_ptr_array_add (siblings, unit);
    }
  return children;
}

static void
add_below (GHashTable *children, gint64 parent_id, guint depth, GPtrArray *ordered)
{
  GPtrArray *units = g_hash_table_lookup (children, &parent_id);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      SkhUnitRecord *unit = g_ptr_array_index (units, i);

      unit->depth = depth;
      g_ptr_array_add (ordered, unit);
      add_below (children, unit->id, depth + 1, ordered);
    }
}

static GPtrArray *
load_units (SkhDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) units = read_units (db, error);
  g_autoptr (GHashTable) children = NULL;
  GPtrArray *ordered;

  if (units == NULL)
    return NULL;
  children = share_out_children (units);
  ordered = g_ptr_array_new_with_free_func (unit_free);
  add_below (children, 0, 0, ordered);
  return ordered;
}

/* — Groups, memberships, totals — */

static GPtrArray *
load_groups (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT id, code, name, short_name, counts, base_id FROM unit_group"
    " ORDER BY rank, id",
    error);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);

  if (row == NULL)
    return NULL;
  while (skh_statement_step (row, error))
    {
      SkhGroupRecord *group = g_new0 (SkhGroupRecord, 1);

      group->id = skh_statement_get_int (row, 0);
      group->code = skh_statement_dup_text (row, 1);
      group->name = skh_statement_dup_text (row, 2);
      group->short_name = skh_statement_dup_text (row, 3);
      group->counts = skh_statement_dup_text (row, 4);
      group->base_id = skh_statement_get_int (row, 5);
      group->includes = skh_edit_list_ids (
        db, "SELECT included_id FROM group_include WHERE group_id = ?1 ORDER BY id",
        group->id, NULL);
      g_ptr_array_add (groups, group);
    }
  return g_steal_pointer (&groups);
}

static GArray *
load_memberships (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT m.id, m.group_id, m.unit_id, m.from_day, m.to_day FROM membership m"
    " JOIN unit u ON u.id = m.unit_id ORDER BY m.group_id, u.rank, m.from_day, m.id",
    error);
  g_autoptr (GArray) memberships = g_array_new (FALSE, FALSE, sizeof (SkhMembership));

  if (row == NULL)
    return NULL;
  while (skh_statement_step (row, error))
    {
      SkhMembership membership = {
        .id = skh_statement_get_int (row, 0),
        .group_id = skh_statement_get_int (row, 1),
        .unit_id = skh_statement_get_int (row, 2),
        .from = skh_statement_get_date (row, 3),
        .to = skh_statement_get_date (row, 4),
      };

      g_array_append_val (memberships, membership);
    }
  return g_steal_pointer (&memberships);
}

static GPtrArray *
load_totals (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "SELECT id, unit_id, kind, total, from_day FROM unit_total"
                         " ORDER BY unit_id, kind, from_day",
                         error);
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (total_free);

  if (row == NULL)
    return NULL;
  while (skh_statement_step (row, error))
    {
      SkhTotalRecord *total = g_new0 (SkhTotalRecord, 1);

      total->id = skh_statement_get_int (row, 0);
      total->unit_id = skh_statement_get_int (row, 1);
      total->kind = skh_statement_dup_text (row, 2);
      total->total = skh_statement_get_int (row, 3);
      total->from = skh_statement_get_date (row, 4);
      g_ptr_array_add (totals, total);
    }
  return g_steal_pointer (&totals);
}

/**
 * skh_organisation_load:
 *
 * Returns: (transfer full): the organisation at one moment, or %NULL
 */
SkhOrganisation *
skh_organisation_load (SkhDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) units = load_units (db, error);
  g_autoptr (GPtrArray) groups = units != NULL ? load_groups (db, error) : NULL;
  g_autoptr (GArray) memberships = groups != NULL ? load_memberships (db, error) : NULL;
  g_autoptr (GPtrArray) totals = memberships != NULL ? load_totals (db, error) : NULL;
  SkhOrganisation *self;

  if (totals == NULL)
    return NULL;
  self = g_new0 (SkhOrganisation, 1);
  self->units = g_steal_pointer (&units);
  self->groups = g_steal_pointer (&groups);
  self->memberships = g_steal_pointer (&memberships);
  self->totals = g_steal_pointer (&totals);
  return self;
}

const SkhUnitRecord *
skh_organisation_find_unit (const SkhOrganisation *self, gint64 id)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const SkhUnitRecord *unit = g_ptr_array_index (self->units, i);

      if (unit->id == id)
        return unit;
    }
  return NULL;
}

const SkhGroupRecord *
skh_organisation_find_group (const SkhOrganisation *self, gint64 id)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const SkhGroupRecord *group = g_ptr_array_index (self->groups, i);

      if (group->id == id)
        return group;
    }
  return NULL;
}
