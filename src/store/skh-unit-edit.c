/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One unit: its fields, its place in the tree, its days. */
#include "skh-unit-private.h"

#include <glib/gi18n-lib.h>

/* — What is there — */

void
skh_unit_now_clear (SkhUnitNow *unit)
{
  g_free (unit->code);
  g_free (unit->name);
}

gboolean
skh_unit_now_load (SkhDatabase *db, gint64 unit_id, SkhUnitNow *unit, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT parent_id, merged_into_id, code, name, opened, closed FROM unit"
    " WHERE id = ?1",
    error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, unit_id);
  if (!skh_statement_step (row, NULL))
    return skh_edit_not_found (_ ("The unit is no longer there. Nothing was changed."),
                               error);
  unit->id = unit_id;
  unit->parent_id = skh_statement_get_int (row, 0);
  unit->merged_into_id = skh_statement_get_int (row, 1);
  unit->code = skh_statement_dup_text (row, 2);
  unit->name = skh_statement_dup_text (row, 3);
  unit->opened = skh_statement_get_date (row, 4);
  unit->closed = skh_statement_get_date (row, 5);
  return TRUE;
}

gboolean
skh_unit_is_below (SkhDatabase *db, gint64 unit_id, gint64 ancestor_id)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "WITH RECURSIVE above (id) AS (SELECT ?1"
    " UNION SELECT u.parent_id FROM unit u JOIN above a ON u.id = a.id"
    "  WHERE u.parent_id IS NOT NULL)"
    " SELECT 1 FROM above WHERE id = ?2",
    NULL);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, unit_id);
  skh_statement_bind_int (row, 2, ancestor_id);
  return skh_statement_step (row, NULL);
}

gboolean
skh_unit_check_code (SkhDatabase *db,
                     const char *code,
                     gint64 own_id,
                     const char **fault,
                     GError **error)
{
  gint64 unit = skh_edit_find_unit (db, code), group = skh_edit_find_group (db, code);

  if (skh_edit_is_blank (code))
    return skh_edit_refuse (fault, "code", error,
                            _ ("A short code is needed, as A1; enter one."));
  for (const char *at = code; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      return skh_edit_refuse (fault, "code", error,
                              _ ("A code has no blanks; write it in one word."));
  if (unit != 0 && unit != own_id)
    return skh_edit_refuse (fault, "code", error,
                            _ ("Another unit has the code “%s”; choose another."), code);
  if (group != 0 && group != own_id)
    return skh_edit_refuse (fault, "code", error,
                            _ ("A group has the code “%s”; choose another."), code);
  return TRUE;
}

/* — The order of the tree is the order of the ranks — */

typedef struct
{
  gint64 id, parent_id;
} Place;

static GArray *
read_places (SkhDatabase *db, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db, "SELECT id, parent_id FROM unit ORDER BY rank, id", error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  if (row == NULL)
    return NULL;
  while (skh_statement_step (row, NULL))
    {
      Place place = { skh_statement_get_int (row, 0), skh_statement_get_int (row, 1) };

      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}

/* Parent id → ids in order (GArray of gint64). */
static GHashTable *
share_out (GArray *places)
{
  GHashTable *children = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      GArray *siblings = g_hash_table_lookup (children, &place->parent_id);

      if (siblings == NULL)
        {
          siblings = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (children, &place->parent_id, siblings);
        }
      g_array_append_val (siblings, place->id);
    }
  return children;
}

static void
walk_below (GHashTable *children, gint64 parent_id, GArray *ordered)
{
  GArray *siblings = g_hash_table_lookup (children, &parent_id);

  for (guint i = 0; siblings != NULL && i < siblings->len; i++)
    {
      gint64 id = g_array_index (siblings, gint64, i);

      g_array_append_val (ordered, id);
      walk_below (children, id, ordered);
    }
}

/* Puts the unit, whose parent is written, at its place among its siblings. */
static gboolean
place_unit (SkhDatabase *db,
            gint64 unit_id,
            gint64 parent_id,
            guint position,
            GError **error)
{
  g_autoptr (GArray) places = read_places (db, error);
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) children = NULL;

  if (places == NULL)
    return FALSE;
  children = share_out (places);
  skh_edit_place (g_hash_table_lookup (children, &parent_id), unit_id, position);
  walk_below (children, 0, ordered);
  return skh_edit_write_ranks (db,
                               "UPDATE unit SET rank = ?2 WHERE id = ?1 AND rank <> ?2",
                               ordered, error);
}

static gboolean
write_parent (SkhDatabase *db, gint64 unit_id, gint64 parent_id, GError **error)
{
  return skh_edit_run (db,
                       "UPDATE unit SET parent_id = nullif (?2, 0) WHERE id = ?1"
                       " AND coalesce (parent_id, 0) <> ?2",
                       error, 2, unit_id, parent_id);
}

static gboolean
check_parent (SkhDatabase *db,
              gint64 unit_id,
              gint64 parent_id,
              const char **fault,
              GError **error)
{
  g_auto (SkhUnitNow) parent = { 0 };

  if (parent_id == 0)
    return TRUE;
  if (!skh_unit_now_load (db, parent_id, &parent, error))
    return FALSE;
  if (unit_id == 0 || !skh_unit_is_below (db, parent_id, unit_id))
    return TRUE;
  return skh_edit_refuse (
    fault, "parent", error,
    _ ("“%s” already stands under this unit; a unit can't be above itself."),
    parent.name);
}

/* — Fields — */

static gboolean
check_unit (SkhDatabase *db, const SkhUnitEdit *unit, const char **fault, GError **error)
{
  if (!skh_unit_check_code (db, unit->code, unit->id, fault, error))
    return FALSE;
  if (skh_edit_is_blank (unit->name))
    return skh_edit_refuse (fault, "name", error, _ ("A unit needs a name; enter one."));
  if (unit->opened != SKH_DATE_NONE && unit->closed != SKH_DATE_NONE
      && unit->closed < unit->opened)
    return skh_edit_refuse (
      fault, "closed", error,
      _ ("The unit's last day is before its first; correct one of the two."));
  return check_parent (db, unit->id, unit->parent_id, fault, error);
}

static gboolean
write_fields (SkhDatabase *db, const char *sql, const SkhUnitEdit *unit, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);
  g_autofree char *code = skh_edit_clean (unit->code);
  g_autofree char *name = skh_edit_clean (unit->name);
  g_autofree char *short_name = skh_edit_clean (unit->short_name);
  g_autofree char *contact = skh_edit_clean (unit->contact);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, unit->id);
  skh_statement_bind_text (statement, 2, code);
  skh_statement_bind_text (statement, 3, name);
  skh_statement_bind_text (statement, 4, short_name != NULL ? short_name : name);
  skh_statement_bind_text (statement, 5, contact);
  skh_statement_bind_date (statement, 6, unit->opened);
  skh_statement_bind_date (statement, 7, unit->closed);
  return skh_statement_run (statement, error);
}

#define INSERT_UNIT                                                                      \
  "INSERT INTO unit (id, code, name, short_name, contact, opened, closed, rank)"         \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, -1)"
/* A unit that is open again is no longer merged. */
#define UPDATE_UNIT                                                                      \
  "UPDATE unit SET code = ?2, name = ?3, short_name = ?4, contact = ?5, opened = ?6,"    \
  " closed = ?7,"                                                                        \
  " merged_into_id = CASE WHEN ?7 IS NULL THEN NULL ELSE merged_into_id END"             \
  " WHERE id = ?1"

static gboolean
write_new (SkhDatabase *db, const SkhUnitEdit *unit, GError **error)
{
  return write_fields (db, INSERT_UNIT, unit, error)
         && write_parent (db, unit->id, unit->parent_id, error)
         && place_unit (db, unit->id, unit->parent_id, G_MAXUINT, error);
}

static gboolean
write_change (SkhDatabase *db,
              const SkhUnitEdit *unit,
              const SkhUnitNow *was,
              GError **error)
{
  return write_fields (db, UPDATE_UNIT, unit, error)
         && (was->parent_id == unit->parent_id
             || (write_parent (db, unit->id, unit->parent_id, error)
                 && place_unit (db, unit->id, unit->parent_id, G_MAXUINT, error)))
         && (was->merged_into_id == 0 || was->closed == unit->closed
             || skh_assignment_store_sync (db, 0, error));
}

static char *
make_label (const SkhUnitEdit *unit, const SkhUnitNow *was)
{
  if (was->id == 0)
    return g_strdup_printf (_ ("Unit added: %s"), unit->name);
  if (g_strcmp0 (was->name, unit->name) != 0)
    return g_strdup_printf (_ ("Unit renamed: %s → %s"), was->name, unit->name);
  return g_strdup_printf (_ ("Unit changed: %s"), unit->name);
}

/**
 * skh_unit_store_put:
 * @unit: every field as it is to be; its id becomes that of a new unit
 * @fault: (out) (optional): which field is refused
 *
 * Writes a unit in one act. A new one stands last under its parent and is in no group
 * yet. The name it had stays in the history. A unit that had merged and has no last day
 * any more is a unit of its own again.
 */
gboolean
skh_unit_store_put (SkhDatabase *db,
                    SkhUnitEdit *unit,
                    const char **fault,
                    GError **error)
{
  g_auto (SkhUnitNow) was = { 0 };
  g_autofree char *label = NULL;
  gboolean is_new = unit->id == 0, ok;

  if (fault != NULL)
    *fault = NULL;
  if ((!is_new && !skh_unit_now_load (db, unit->id, &was, error))
      || !check_unit (db, unit, fault, error))
    return FALSE;
  label = make_label (unit, &was);
  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (is_new)
    unit->id = skh_database_new_id (db);
  ok = is_new ? write_new (db, unit, error) : write_change (db, unit, &was, error);
  if (skh_edit_end (db, ok, error))
    return TRUE;
  if (is_new)
    unit->id = 0;
  return FALSE;
}

/**
 * skh_unit_store_move:
 * @parent_id: the unit to stand under, 0 for none
 * @position: among the units there, from 0
 *
 * Moves a unit with all that stand under it.
 */
gboolean
skh_unit_store_move (SkhDatabase *db,
                     gint64 unit_id,
                     gint64 parent_id,
                     guint position,
                     GError **error)
{
  g_auto (SkhUnitNow) unit = { 0 };
  g_autofree char *label = NULL;

  if (!skh_unit_now_load (db, unit_id, &unit, error)
      || !check_parent (db, unit_id, parent_id, NULL, error))
    return FALSE;
  label = g_strdup_printf (_ ("Unit moved: %s"), unit.name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          write_parent (db, unit_id, parent_id, error)
                            && place_unit (db, unit_id, parent_id, position, error),
                          error);
}

/* — Closing — */

static gboolean
write_closed (SkhDatabase *db, gint64 unit_id, SkhDate last_day, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (
    db,
    "UPDATE unit SET closed = ?2,"
    " merged_into_id = CASE WHEN ?2 IS NULL THEN NULL ELSE merged_into_id END"
    " WHERE id = ?1",
    error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, unit_id);
  skh_statement_bind_date (statement, 2, last_day);
  return skh_statement_run (statement, error);
}

/**
 * skh_unit_store_close:
 * @last_day: the unit's last, or %SKH_DATE_NONE to open it again
 *
 * A unit counts from its opening to its closing day (the rule of rates): what falls due
 * later is no longer owed, and its lines stay to be read. Opened again, it also is no
 * longer merged.
 */
gboolean
skh_unit_store_close (SkhDatabase *db, gint64 unit_id, SkhDate last_day, GError **error)
{
  g_auto (SkhUnitNow) unit = { 0 };
  g_autofree char *label = NULL, *day = skh_date_to_text (last_day);

  if (!skh_unit_now_load (db, unit_id, &unit, error))
    return FALSE;
  if (last_day != SKH_DATE_NONE && unit.opened != SKH_DATE_NONE && last_day < unit.opened)
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("The unit's last day is before its first; correct one of the two."));
  label = last_day != SKH_DATE_NONE
            ? g_strdup_printf (_ ("Unit closed on %s: %s"), day, unit.name)
            : g_strdup_printf (_ ("Unit opened again: %s"), unit.name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          write_closed (db, unit_id, last_day, error)
                            && (unit.merged_into_id == 0
                                || skh_assignment_store_sync (db, 0, error)),
                          error);
}
