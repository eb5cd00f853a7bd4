/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking out a unit or a group that was entered by mistake. One that something refers to
   stays; a unit that was there and is no more is closed, not deleted. */
#include "skh-unit-private.h"

#include <glib/gi18n-lib.h>

/* Who refers to it: how many, and how that is said. */
typedef struct
{
  const char *sql;
  char *(*say) (gulong n);
} Use;

static char *
say_units (gulong n)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%d unit stands under it; move it elsewhere first.",
                 "%d units stand under it; move them elsewhere first.", n),
    (int)n);
}

static char *
say_merged (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d unit merged into it; close it instead.",
                                       "%d units merged into it; close it instead.", n),
                          (int)n);
}

static char *
say_tasks (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d task names it; take it out there first.",
                                       "%d tasks name it; take it out there first.", n),
                          (int)n);
}

static char *
say_lines (gulong n)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "something was entered on %d of its lines; close it instead.",
                 "something was entered on %d of its lines; close it instead.", n),
    (int)n);
}

static char *
say_records (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d record names it; close it instead.",
                                       "%d records name it; close it instead.", n),
                          (int)n);
}

static char *
say_including (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d group includes it; take it out there first.",
                                       "%d groups include it; take it out there first.",
                                       n),
                          (int)n);
}

static char *
say_counted (gulong n)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%d group is counted at its units; delete that one first.",
                 "%d groups are counted at its units; delete those first.", n),
    (int)n);
}

static gboolean
refuse_use (const char *name, gint64 n, char *(*say) (gulong n), GError **error)
{
  g_autofree char *why = say ((gulong)n);

  return skh_edit_refuse (NULL, NULL, error, _ ("“%s” can't be deleted: %s"), name, why);
}

static gboolean
check_uses (SkhDatabase *db,
            gint64 id,
            const char *name,
            const Use *uses,
            guint n_uses,
            GError **error)
{
  for (guint i = 0; i < n_uses; i++)
    {
      gint64 n = skh_edit_get_int (db, uses[i].sql, id);

      if (n > 0)
        return refuse_use (name, n, uses[i].say, error);
    }
  return TRUE;
}

/* Records of other kinds (persons, documents …) that refer to a unit: whatever tables
   the schema has by now. */
static gint64
count_other_records (SkhDatabase *db, gint64 unit_id, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT 'SELECT count (*) FROM \"' || s.name || '\" WHERE \"' || f.\"from\" ||"
    " '\" = ?1' FROM sqlite_schema s JOIN pragma_foreign_key_list (s.name) f"
    " WHERE s.type = 'table' AND f.\"table\" = 'unit' AND s.name NOT IN"
    " ('unit', 'membership', 'unit_total', 'task_party', 'assignment')",
    error);
  gint64 n = 0;

  while (row != NULL && skh_statement_step (row, NULL))
    n += skh_edit_get_int (db, g_intern_string (skh_statement_get_text (row, 0)),
                           unit_id);
  return n;
}

static const Use unit_uses[] = {
  { "SELECT count (*) FROM unit WHERE parent_id = ?1", say_units },
  { "SELECT count (*) FROM unit WHERE merged_into_id = ?1", say_merged },
  { "SELECT count (DISTINCT task_id) FROM task_party WHERE unit_id = ?1", say_tasks },
  { "SELECT count (*) FROM assignment a WHERE a.unit_id = ?1 AND " SKH_SQL_HAS_WORK,
    say_lines },
};

static const char *const unit_statements[] = {
  "DELETE FROM assignment WHERE unit_id = ?1",
  "DELETE FROM membership WHERE unit_id = ?1",
  "DELETE FROM unit_total WHERE unit_id = ?1",
  "DELETE FROM link WHERE (from_kind = 'unit' AND from_id = ?1)"
  " OR (to_kind = 'unit' AND to_id = ?1)",
  "DELETE FROM attachment WHERE kind = 'unit' AND owner_id = ?1",
  "DELETE FROM unit WHERE id = ?1",
};

static gboolean
run_all (SkhDatabase *db,
         const char *const *statements,
         guint n_statements,
         gint64 id,
         GError **error)
{
  for (guint i = 0; i < n_statements; i++)
    if (!skh_edit_run (db, statements[i], error, 1, id))
      return FALSE;
  return TRUE;
}

/**
 * skh_unit_store_delete:
 *
 * Takes out a unit with its memberships, totals and empty lines. Refused, saying by what,
 * while units stand under it, a task names it, or anything was entered for it.
 */
gboolean
skh_unit_store_delete (SkhDatabase *db, gint64 unit_id, GError **error)
{
  g_auto (SkhUnitNow) unit = { 0 };
  g_autofree char *label = NULL;
  gint64 n_other;

  if (!skh_unit_now_load (db, unit_id, &unit, error)
      || !check_uses (db, unit_id, unit.name, unit_uses, G_N_ELEMENTS (unit_uses), error))
    return FALSE;
  if (unit.merged_into_id != 0)
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("“%s” can't be deleted: it merged into another unit; open it again first."),
      unit.name);
  n_other = count_other_records (db, unit_id, error);
  if (n_other > 0)
    return refuse_use (unit.name, n_other, say_records, error);
  label = g_strdup_printf (_ ("Unit deleted: %s"), unit.name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          run_all (db, unit_statements, G_N_ELEMENTS (unit_statements),
                                   unit_id, error),
                          error);
}

static const Use group_uses[] = {
  { "SELECT count (DISTINCT task_id) FROM task_party WHERE group_id = ?1", say_tasks },
  { "SELECT count (*) FROM group_include WHERE included_id = ?1", say_including },
  { "SELECT count (*) FROM unit_group WHERE base_id = ?1", say_counted },
};

static const char *const group_statements[] = {
  "DELETE FROM group_include WHERE group_id = ?1",
  "DELETE FROM membership WHERE group_id = ?1",
  "DELETE FROM unit_group WHERE id = ?1",
};

/**
 * skh_group_store_delete:
 *
 * Takes out a group; its members leave with it. Refused, saying by what, while a task or
 * another group refers to it.
 */
gboolean
skh_group_store_delete (SkhDatabase *db, gint64 group_id, GError **error)
{
  g_autofree char *name
    = skh_edit_dup_text (db, "SELECT name FROM unit_group WHERE id = ?1", group_id);
  g_autofree char *label = NULL;

  if (name == NULL)
    return skh_edit_not_found (_ ("The group is no longer there. Nothing was changed."),
                               error);
  if (!check_uses (db, group_id, name, group_uses, G_N_ELEMENTS (group_uses), error))
    return FALSE;
  label = g_strdup_printf (_ ("Group deleted: %s"), name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          run_all (db, group_statements, G_N_ELEMENTS (group_statements),
                                   group_id, error),
                          error);
}
