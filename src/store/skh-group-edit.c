/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Groups of units, and who is in them from when to when. */
#include "skh-unit-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_group_name (SkhDatabase *db, gint64 group_id, GError **error)
{
  char *name
    = skh_edit_dup_text (db, "SELECT name FROM unit_group WHERE id = ?1", group_id);

  if (name == NULL)
    skh_edit_not_found (_ ("The group is no longer there. Nothing was changed."), error);
  return name;
}

static gboolean
is_counted (SkhDatabase *db, gint64 group_id)
{
  return skh_edit_get_int (db, "SELECT counts IS NOT NULL FROM unit_group WHERE id = ?1",
                           group_id)
         != 0;
}

/* — Groups — */

static gboolean
includes (SkhDatabase *db, gint64 group_id, gint64 other_id)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "WITH RECURSIVE inside (id) AS (SELECT ?1"
    " UNION SELECT i.included_id FROM group_include i JOIN inside s ON i.group_id = s.id)"
    " SELECT 1 FROM inside WHERE id = ?2",
    NULL);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, group_id);
  skh_statement_bind_int (row, 2, other_id);
  return skh_statement_step (row, NULL);
}

static gboolean
check_includes (SkhDatabase *db,
                const SkhGroupEdit *group,
                const char **fault,
                GError **error)
{
  for (guint i = 0; i < group->n_includes; i++)
    {
      gint64 id = group->includes[i];
      g_autofree char *name = dup_group_name (db, id, error);

      if (name == NULL)
        return FALSE;
      if (is_counted (db, id))
        return skh_edit_refuse (
          fault, "includes", error,
          _ ("“%s” counts cells or persons; choose groups of units."), name);
      if (group->id != 0 && includes (db, id, group->id))
        return skh_edit_refuse (
          fault, "includes", error,
          _ ("“%s” already holds this group; a group can't include itself."), name);
      for (guint j = 0; j < i; j++)
        if (group->includes[j] == id)
          return skh_edit_refuse (fault, "includes", error,
                                  _ ("“%s” is named twice; once is enough."), name);
    }
  return TRUE;
}

static gboolean
has_members (SkhDatabase *db, gint64 group_id)
{
  return skh_edit_get_int (db, "SELECT count (*) FROM membership WHERE group_id = ?1",
                           group_id)
         != 0;
}

static gboolean
is_held (SkhDatabase *db, gint64 group_id)
{
  return skh_edit_get_int (db,
                           "SELECT EXISTS (SELECT 1 FROM group_include"
                           "  WHERE included_id = ?1)"
                           " OR EXISTS (SELECT 1 FROM unit_group WHERE base_id = ?1)",
                           group_id)
         != 0;
}

/* A group that counts has no units of its own: they are those of its base. */
static gboolean
check_counts (SkhDatabase *db,
              const SkhGroupEdit *group,
              const char **fault,
              GError **error)
{
  g_autofree char *base = NULL;

  if (skh_edit_is_blank (group->counts))
    return TRUE;
  if (group->base_id == 0)
    return skh_edit_refuse (fault, "base", error,
                            _ ("Choose the group at whose units it is counted."));
  base = dup_group_name (db, group->base_id, error);
  if (base == NULL)
    return FALSE;
  if (group->base_id == group->id || is_counted (db, group->base_id))
    return skh_edit_refuse (fault, "base", error,
                            _ ("“%s” counts cells or persons; choose groups of units."),
                            base);
  if (group->n_includes > 0 || (group->id != 0 && has_members (db, group->id)))
    return skh_edit_refuse (
      fault, "counts", error,
      _ ("A group that counts has no units of its own; take them out first."));
  if (group->id != 0 && is_held (db, group->id))
    return skh_edit_refuse (
      fault, "counts", error,
      _ ("Other groups rest on the units of this one; change those first."));
  return TRUE;
}

static gboolean
check_group (SkhDatabase *db,
             const SkhGroupEdit *group,
             const char **fault,
             GError **error)
{
  if (!skh_unit_check_code (db, group->code, group->id, fault, error))
    return FALSE;
  if (skh_edit_is_blank (group->name))
    return skh_edit_refuse (fault, "name", error, _ ("A group needs a name; enter one."));
  return check_counts (db, group, fault, error)
         && check_includes (db, group, fault, error);
}

static gboolean
write_group (SkhDatabase *db, const char *sql, const SkhGroupEdit *group, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);
  g_autofree char *name = skh_edit_clean (group->name);
  g_autofree char *short_name = skh_edit_clean (group->short_name);
  g_autofree char *counts = skh_edit_clean (group->counts);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, group->id);
  skh_statement_bind_text (statement, 2, group->code);
  skh_statement_bind_text (statement, 3, name);
  skh_statement_bind_text (statement, 4, short_name != NULL ? short_name : name);
  skh_statement_bind_text (statement, 5, counts);
  skh_statement_bind_int_or_null (statement, 6, counts != NULL ? group->base_id : -1);
  return skh_statement_run (statement, error);
}

static gboolean
write_includes (SkhDatabase *db, const SkhGroupEdit *group, GError **error)
{
  g_autoptr (GArray) now = skh_edit_list_ids (
    db, "SELECT included_id FROM group_include WHERE group_id = ?1 ORDER BY id",
    group->id, error);

  if (now == NULL)
    return FALSE;
  if (now->len == group->n_includes
      && (now->len == 0
          || memcmp (now->data, group->includes, now->len * sizeof (gint64)) == 0))
    return TRUE;
  if (!skh_edit_run (db, "DELETE FROM group_include WHERE group_id = ?1", error, 1,
                     group->id))
    return FALSE;
  for (guint i = 0; i < group->n_includes; i++)
    if (!skh_edit_run (
          db, "INSERT INTO group_include (id, group_id, included_id) VALUES (?1, ?2, ?3)",
          error, 3, skh_database_new_id (db), group->id, group->includes[i]))
      return FALSE;
  return TRUE;
}

#define INSERT_GROUP                                                                     \
  "INSERT INTO unit_group (id, code, name, short_name, counts, base_id, rank)"           \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6,"                                                     \
  "  (SELECT coalesce (max (rank), -1) + 1 FROM unit_group))"
#define UPDATE_GROUP                                                                     \
  "UPDATE unit_group SET code = ?2, name = ?3, short_name = ?4, counts = ?5,"            \
  " base_id = ?6 WHERE id = ?1"

/**
 * skh_group_store_put:
 * @group: every field as it is to be; its id becomes that of a new group
 * @fault: (out) (optional): which field is refused
 *
 * Writes a group in one act: a group of units, with those of the groups it includes; or
 * one that is counted in cells or persons at each unit of its base.
 */
gboolean
skh_group_store_put (SkhDatabase *db,
                     SkhGroupEdit *group,
                     const char **fault,
                     GError **error)
{
  gboolean is_new = group->id == 0;
  g_autofree char *was = NULL, *label = NULL;

  if (fault != NULL)
    *fault = NULL;
  if (!is_new)
    was = dup_group_name (db, group->id, error);
  if ((!is_new && was == NULL) || !check_group (db, group, fault, error))
    return FALSE;
  label = g_strdup_printf (is_new ? _ ("Group added: %s") : _ ("Group changed: %s"),
                           group->name);
  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (is_new)
    group->id = skh_database_new_id (db);
  if (skh_edit_end (db,
                    write_group (db, is_new ? INSERT_GROUP : UPDATE_GROUP, group, error)
                      && write_includes (db, group, error)
                      && skh_assignment_store_sync_group (db, group->id, error),
                    error))
    return TRUE;
  if (is_new)
    group->id = 0;
  return FALSE;
}

static gboolean
place_group (SkhDatabase *db, gint64 group_id, guint position, GError **error)
{
  g_autoptr (GArray) ids
    = skh_edit_list_ids (db, "SELECT id FROM unit_group WHERE ?1 <> 0 ORDER BY rank, id",
                         group_id, error);

  if (ids == NULL)
    return FALSE;
  skh_edit_place (ids, group_id, position);
  return skh_edit_write_ranks (
    db, "UPDATE unit_group SET rank = ?2 WHERE id = ?1 AND rank <> ?2", ids, error);
}

/**
 * skh_group_store_move:
 * @position: among the groups, from 0
 */
gboolean
skh_group_store_move (SkhDatabase *db, gint64 group_id, guint position, GError **error)
{
  g_autofree char *name = dup_group_name (db, group_id, error), *label = NULL;

  if (name == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("Group moved: %s"), name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, place_group (db, group_id, position, error), error);
}

/* — Memberships — */

static gboolean
overlaps (SkhDatabase *db, const SkhMembership *membership)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT 1 FROM membership WHERE unit_id = ?1 AND group_id = ?2 AND id <> ?3"
    " AND (?4 IS NULL OR to_day IS NULL OR to_day >= ?4)"
    " AND (?5 IS NULL OR from_day IS NULL OR from_day <= ?5)",
    NULL);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, membership->unit_id);
  skh_statement_bind_int (row, 2, membership->group_id);
  skh_statement_bind_int (row, 3, membership->id);
  skh_statement_bind_date (row, 4, membership->from);
  skh_statement_bind_date (row, 5, membership->to);
  return skh_statement_step (row, NULL);
}

static gboolean
check_membership (SkhDatabase *db,
                  const SkhMembership *membership,
                  const char *group,
                  const char *unit,
                  GError **error)
{
  if (is_counted (db, membership->group_id))
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("“%s” is counted at the units of another group; choose that group."), group);
  if (membership->from != SKH_DATE_NONE && membership->to != SKH_DATE_NONE
      && membership->to < membership->from)
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("The last day in the group is before the first; correct one of the two."));
  if (overlaps (db, membership))
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("“%s” is in “%s” on some of these days already; change "
                               "those days instead."),
                            unit, group);
  return TRUE;
}

static gboolean
write_membership (SkhDatabase *db,
                  const char *sql,
                  const SkhMembership *membership,
                  GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, membership->id);
  skh_statement_bind_int (statement, 2, membership->group_id);
  skh_statement_bind_int (statement, 3, membership->unit_id);
  skh_statement_bind_date (statement, 4, membership->from);
  skh_statement_bind_date (statement, 5, membership->to);
  return skh_statement_run (statement, error);
}

/* The group and unit of a membership that is there. */
static gboolean
load_membership (SkhDatabase *db, SkhMembership *membership, GError **error)
{
  membership->group_id
    = skh_edit_get_int (db, "SELECT group_id FROM membership WHERE id = ?1",
                        membership->id);
  membership->unit_id
    = skh_edit_get_int (db, "SELECT unit_id FROM membership WHERE id = ?1",
                        membership->id);
  return membership->group_id != 0
         || skh_edit_not_found (
           _ ("The unit is no longer in the group. Nothing was changed."), error);
}

#define INSERT_MEMBERSHIP                                                                \
  "INSERT INTO membership (id, group_id, unit_id, from_day, to_day)"                     \
  " VALUES (?1, ?2, ?3, ?4, ?5)"
#define UPDATE_MEMBERSHIP                                                                \
  "UPDATE membership SET group_id = ?2, unit_id = ?3, from_day = ?4, to_day = ?5"        \
  " WHERE id = ?1"

/**
 * skh_membership_store_put:
 * @membership: its id becomes that of a new one; of one that is there only the days are
 *   read
 *
 * Puts a unit into a group from a day to a day (the last day included), or changes the
 * days.
 */
gboolean
skh_membership_store_put (SkhDatabase *db, SkhMembership *membership, GError **error)
{
  g_auto (SkhUnitNow) unit = { 0 };
  g_autofree char *group = NULL, *label = NULL;
  gboolean is_new = membership->id == 0;

  if (!is_new && !load_membership (db, membership, error))
    return FALSE;
  group = dup_group_name (db, membership->group_id, error);
  if (group == NULL || !skh_unit_now_load (db, membership->unit_id, &unit, error)
      || !check_membership (db, membership, group, unit.name, error))
    return FALSE;
  label = g_strdup_printf (is_new ? _ ("%s joins %s") : _ ("Days of %s in %s"), unit.name,
                           group);
  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (is_new)
    membership->id = skh_database_new_id (db);
  if (skh_edit_end (db,
                    write_membership (db, is_new ? INSERT_MEMBERSHIP : UPDATE_MEMBERSHIP,
                                      membership, error)
                      && skh_assignment_store_sync_group (db, membership->group_id,
                                                          error),
                    error))
    return TRUE;
  if (is_new)
    membership->id = 0;
  return FALSE;
}

/**
 * skh_membership_store_remove:
 *
 * Takes a unit out of a group as if it had never been in it. One that leaves on a day is
 * given that day instead.
 */
gboolean
skh_membership_store_remove (SkhDatabase *db, gint64 membership_id, GError **error)
{
  SkhMembership membership = { .id = membership_id };
  g_auto (SkhUnitNow) unit = { 0 };
  g_autofree char *group = NULL, *label = NULL;

  if (!load_membership (db, &membership, error))
    return FALSE;
  group = dup_group_name (db, membership.group_id, error);
  if (group == NULL || !skh_unit_now_load (db, membership.unit_id, &unit, error))
    return FALSE;
  label = g_strdup_printf (_ ("%s taken out of %s"), unit.name, group);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          skh_edit_run (db, "DELETE FROM membership WHERE id = ?1", error,
                                        1, membership_id)
                            && skh_assignment_store_sync_group (db, membership.group_id,
                                                                error),
                          error);
}
