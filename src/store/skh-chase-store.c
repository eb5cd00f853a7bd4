/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase.h"

#include "skh-edit-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *text, *name;
} hows[SKH_N_CHASE_HOWS] = {
  [SKH_CHASE_LETTER] = { "letter", "công văn" },
  [SKH_CHASE_PHONE] = { "phone", "điện thoại" },
  [SKH_CHASE_ZALO] = { "zalo", "Zalo" },
  [SKH_CHASE_EMAIL] = { "email", "thư điện tử" },
  [SKH_CHASE_MEETING] = { "meeting", "nhắc tại cuộc họp" },
};

const char *
skh_chase_how_to_string (SkhChaseHow how)
{
  g_return_val_if_fail (how < SKH_N_CHASE_HOWS, NULL);
  return hows[how].text;
}

gboolean
skh_chase_how_from_string (const char *text, SkhChaseHow *how)
{
  for (guint i = 0; i < SKH_N_CHASE_HOWS; i++)
    if (g_strcmp0 (text, hows[i].text) == 0)
      {
        *how = (SkhChaseHow)i;
        return TRUE;
      }
  return FALSE;
}

/* Vietnamese whatever the window speaks: for paper and lists. */
const char *
skh_chase_how_get_name (SkhChaseHow how)
{
  g_return_val_if_fail (how < SKH_N_CHASE_HOWS, NULL);
  return hows[how].name;
}

static gboolean
insert (SkhDatabase *db, gint64 assignment_id, const SkhChaseEdit *edit, GError **error)
{
  g_autofree char *who = skh_edit_clean (edit->who);
  g_autofree char *note = skh_edit_clean (edit->note);
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         "INSERT INTO chase (id, assignment_id, day, how, who, note)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                         error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, skh_database_new_id (db));
  skh_statement_bind_int (row, 2, assignment_id);
  skh_statement_bind_date (row, 3, edit->day);
  skh_statement_bind_text (row, 4, skh_chase_how_to_string (edit->how));
  skh_statement_bind_text (row, 5, who);
  skh_statement_bind_text (row, 6, note);
  return skh_statement_run (row, error);
}

#define LINE_UNIT "SELECT unit_id FROM assignment WHERE id = ?1"

static gboolean
insert_all (SkhDatabase *db,
            const gint64 *ids,
            guint n_ids,
            const SkhChaseEdit *edit,
            GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      if (skh_edit_get_int (db, LINE_UNIT, ids[i]) == 0)
        return skh_edit_not_found (
          _ ("A line that was to be chased is no longer there. Nothing was recorded."),
          error);
      if (!insert (db, ids[i], edit, error))
        return FALSE;
    }
  return TRUE;
}

/* "Chased: Đảng ủy xã Mẫu (3 tasks)", or "Chased: 5 units (23 tasks)". */
static char *
make_label (SkhDatabase *db, const gint64 *ids, guint n_ids)
{
  g_autoptr (GHashTable) units
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *whom = NULL, *what = NULL;
  guint n_units;

  for (guint i = 0; i < n_ids; i++)
    {
      gint64 unit = skh_edit_get_int (db, LINE_UNIT, ids[i]);

      g_hash_table_add (units, g_memdup2 (&unit, sizeof unit));
    }
  n_units = g_hash_table_size (units);
  whom
    = n_units == 1
        ? skh_edit_dup_text (db,
                             "SELECT u.name FROM assignment a"
                             " JOIN unit u ON u.id = a.unit_id WHERE a.id = ?1",
                             ids[0])
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unit", "%u units", n_units),
                           n_units);
  what = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", n_ids),
                          n_ids);
  return g_strdup_printf (_ ("Chased: %s (%s)"), whom != NULL ? whom : "", what);
}

/**
 * skh_chase_store_add:
 * @assignment_ids: the lines, each of which gets a record of its own
 *
 * Records that lines were chased, all of them or none. Returns: %FALSE with
 * %SKH_STORE_ERROR_INVALID without a line or a day, with %SKH_STORE_ERROR_NOT_FOUND when
 * one of the lines is gone
 */
gboolean
skh_chase_store_add (SkhDatabase *db,
                     const gint64 *assignment_ids,
                     guint n_assignments,
                     const SkhChaseEdit *edit,
                     GError **error)
{
  g_autofree char *label = NULL;

  if (n_assignments == 0)
    return skh_edit_refuse (NULL, NULL, error, _ ("Choose at least one task to chase."));
  if (edit->day == SKH_DATE_NONE)
    return skh_edit_refuse (NULL, NULL, error, _ ("Give the day it was chased."));
  label = make_label (db, assignment_ids, n_assignments);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, insert_all (db, assignment_ids, n_assignments, edit, error),
                          error);
}

/* A record made by mistake. */
gboolean
skh_chase_store_remove (SkhDatabase *db, gint64 id, GError **error)
{
  g_autofree char *unit
    = skh_edit_dup_text (db,
                         "SELECT u.name FROM chase c JOIN assignment a"
                         " ON a.id = c.assignment_id JOIN unit u ON u.id = a.unit_id"
                         " WHERE c.id = ?1",
                         id);
  g_autofree char *label = NULL;

  if (unit == NULL)
    return skh_edit_not_found (_ ("This record of chasing is no longer there."), error);
  label = g_strdup_printf (_ ("Record of chasing removed: %s"), unit);
  return skh_act_begin (db, label, error)
         && skh_edit_end (
           db, skh_edit_run (db, "DELETE FROM chase WHERE id = ?1", error, 1, id), error);
}
