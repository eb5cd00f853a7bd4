/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Units by their codes: a list of them is merged into those that are there, and who owes
   what is made to agree in the same act. */
#include "skh-database-private.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* 0 when there is none. */
static gint64
find_by_code (SkhDatabase *db, const char *sql, const char *code)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, sql, NULL);

  if (row == NULL || code == NULL)
    return 0;
  skh_statement_bind_text (row, 1, code);
  return skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
}

static gint64
find_unit (SkhDatabase *db, const char *code)
{
  return find_by_code (db, "SELECT id FROM unit WHERE code = ?1", code);
}

static gint64
find_group (SkhDatabase *db, const char *code)
{
  return find_by_code (db, "SELECT id FROM unit_group WHERE code = ?1", code);
}

/* — Fields: what is not given stays — */

#define INSERT_UNIT                                                                      \
  "INSERT INTO unit (id, code, name, short_name, opened, closed, contact, rank)"         \
  " VALUES (?1, ?2, ?3, coalesce (?4, ?3), ?5, ?6, ?7,"                                  \
  " (SELECT coalesce (max (rank), -1) + 1 FROM unit))"
#define UPDATE_UNIT                                                                      \
  "UPDATE unit SET code = ?2, name = coalesce (?3, name),"                               \
  " short_name = coalesce (?4, short_name), opened = coalesce (?5, opened),"             \
  " closed = coalesce (?6, closed), contact = coalesce (?7, contact) WHERE id = ?1"

static gboolean
write_fields (SkhDatabase *db,
              const char *sql,
              gint64 id,
              const SkhUnitDraft *unit,
              GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_text (statement, 2, unit->code);
  skh_statement_bind_text (statement, 3, unit->name);
  skh_statement_bind_text (statement, 4, unit->short_name);
  skh_statement_bind_date (statement, 5, unit->opened);
  skh_statement_bind_date (statement, 6, unit->closed);
  skh_statement_bind_text (statement, 7, unit->contact);
  return skh_statement_run (statement, error);
}

/* — Parents: written when all units are there — */

#define IS_BELOW                                                                         \
  "WITH RECURSIVE above (id) AS (SELECT ?1 UNION"                                        \
  " SELECT u.parent_id FROM unit u JOIN above a ON u.id = a.id"                          \
  "  WHERE u.parent_id IS NOT NULL)"                                                     \
  " SELECT 1 FROM above WHERE id = ?2"

static gboolean
is_below (SkhDatabase *db, gint64 unit, gint64 ancestor)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, IS_BELOW, NULL);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, unit);
  skh_statement_bind_int (row, 2, ancestor);
  return skh_statement_step (row, NULL);
}

static gboolean
write_parent (SkhDatabase *db, const SkhUnitDraft *unit, GError **error)
{
  gint64 id = find_unit (db, unit->code), parent = find_unit (db, unit->parent);
  g_autoptr (SkhStatement) statement = NULL;

  if (unit->parent == NULL)
    return TRUE;
  if (parent == 0)
    return refuse (error, _ ("%s: there is no unit “%s” to stand under."), unit->code,
                   unit->parent);
  if (is_below (db, parent, id))
    return refuse (error,
                   _ ("%s: “%s” already stands under it; a unit can't be above "
                      "itself."),
                   unit->code, unit->parent);
  statement
    = skh_statement_new (db, "UPDATE unit SET parent_id = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_int (statement, 2, parent);
  return skh_statement_run (statement, error);
}

/* — Memberships — */

static gboolean
add_membership (SkhDatabase *db, gint64 id, gint64 unit, gint64 group, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db, "INSERT INTO membership (id, unit_id, group_id) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  skh_statement_bind_int (statement, 2, unit);
  skh_statement_bind_int (statement, 3, group);
  return skh_statement_run (statement, error);
}

static gboolean
remove_membership (SkhDatabase *db, gint64 id, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (db, "DELETE FROM membership WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, id);
  return skh_statement_run (statement, error);
}

static gint64
find_membership (SkhDatabase *db, gint64 unit, gint64 group)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "SELECT id FROM membership WHERE unit_id = ?1 AND group_id = ?2",
                         NULL);

  if (row == NULL)
    return 0;
  skh_statement_bind_int (row, 1, unit);
  skh_statement_bind_int (row, 2, group);
  return skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
}

static gboolean
join_groups (SkhDatabase *db,
             const SkhUnitDraft *unit,
             gint64 id,
             GHashTable *kept,
             GError **error)
{
  for (guint i = 0; unit->groups[i] != NULL; i++)
    {
      gint64 group = find_group (db, unit->groups[i]);
      gint64 membership;

      if (group == 0)
        return refuse (error, _ ("%s: there is no group “%s”."), unit->code,
                       unit->groups[i]);
      membership = find_membership (db, id, group);
      if (membership == 0)
        {
          membership = skh_database_new_id (db);
          if (!add_membership (db, membership, id, group, error))
            return FALSE;
        }
      g_hash_table_add (kept, g_memdup2 (&membership, sizeof membership));
    }
  return TRUE;
}

static gboolean
leave_others (SkhDatabase *db, gint64 unit, GHashTable *kept, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db, "SELECT id FROM membership WHERE unit_id = ?1", error);
  g_autoptr (GArray) leave = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, unit);
  while (skh_statement_step (row, NULL))
    {
      gint64 id = skh_statement_get_int (row, 0);

      if (!g_hash_table_contains (kept, &id))
        g_array_append_val (leave, id);
    }
  for (guint i = 0; i < leave->len; i++)
    if (!remove_membership (db, g_array_index (leave, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_groups (SkhDatabase *db, const SkhUnitDraft *unit, GError **error)
{
  g_autoptr (GHashTable) kept
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 id = find_unit (db, unit->code);

  return unit->groups == NULL
         || (join_groups (db, unit, id, kept, error)
             && leave_others (db, id, kept, error));
}

/* — Was anything changed? One text that holds all of a unit. — */

#define UNIT_PICTURE                                                                     \
  "SELECT u.name || char (31) || u.short_name || char (31) || coalesce (p.code, '')"     \
  " || char (31) || coalesce (u.opened, '') || char (31) || coalesce (u.closed, '')"     \
  " || char (31) || coalesce (u.contact, '') || char (31) || coalesce ((SELECT"          \
  "  group_concat (code) FROM (SELECT g.code FROM membership m JOIN unit_group g"        \
  "  ON g.id = m.group_id WHERE m.unit_id = u.id ORDER BY g.code)), '')"                 \
  " FROM unit u LEFT JOIN unit p ON p.id = u.parent_id WHERE u.code = ?1"

static char *
take_picture (SkhDatabase *db, const char *code)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, UNIT_PICTURE, NULL);

  if (row == NULL)
    return NULL;
  skh_statement_bind_text (row, 1, code);
  return skh_statement_step (row, NULL) ? skh_statement_dup_text (row, 0) : NULL;
}

static gboolean
write_units (SkhDatabase *db, const SkhUnitDraft *units, guint n_units, GError **error)
{
  for (guint i = 0; i < n_units; i++)
    {
      gint64 id = find_unit (db, units[i].code);

      if (id == 0 && units[i].name == NULL)
        return refuse (error, _ ("%s: a new unit needs a name."), units[i].code);
      if (!write_fields (db, id == 0 ? INSERT_UNIT : UPDATE_UNIT,
                         id == 0 ? skh_database_new_id (db) : id, &units[i], error))
        return FALSE;
    }
  for (guint i = 0; i < n_units; i++)
    if (!write_parent (db, &units[i], error) || !write_groups (db, &units[i], error))
      return FALSE;
  return skh_assignment_store_sync (db, 0, error);
}

static GPtrArray *
take_pictures (SkhDatabase *db, const SkhUnitDraft *units, guint n_units)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_units; i++)
    g_ptr_array_add (pictures, take_picture (db, units[i].code));
  return pictures;
}

static void
compare_pictures (GPtrArray *before, GPtrArray *after, SkhUnitMergeResult *result)
{
  *result = (SkhUnitMergeResult){ 0 };
  for (guint i = 0; i < before->len; i++)
    {
      const char *old = g_ptr_array_index (before, i);

      if (old == NULL)
        result->added++;
      else if (g_str_equal (old, g_ptr_array_index (after, i)))
        result->same++;
      else
        result->changed++;
    }
}

/**
 * skh_unit_store_merge:
 * @units: each code at most once
 * @dry_run: count what would happen and change nothing
 *
 * Adds units, or changes those whose code is there; a field that is %NULL stays as it is,
 * and groups, where given, are all the unit belongs to. Lines of checklists follow: new
 * ones are added, and those nobody owes any more go unless something was entered on them.
 */
gboolean
skh_unit_store_merge (SkhDatabase *db,
                      const SkhUnitDraft *units,
                      guint n_units,
                      gboolean dry_run,
                      SkhUnitMergeResult *result,
                      GError **error)
{
  g_autoptr (GPtrArray) before = take_pictures (db, units, n_units);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *label
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unit taken in",
                                    "%u units taken in", n_units),
                       n_units);

  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (!write_units (db, units, n_units, error))
    {
      skh_act_cancel (db);
      return FALSE;
    }
  after = take_pictures (db, units, n_units);
  compare_pictures (before, after, result);
  if (!dry_run)
    return skh_act_end (db, error);
  skh_act_cancel (db);
  return TRUE;
}
