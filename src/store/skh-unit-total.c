/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many cells, members … a unit has, from a day on. Figures that were entered keep
   the total they were entered with; a new total is offered from its day on. */
#include "skh-unit-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_day_taken (SkhDatabase *db, const SkhTotalEdit *total)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT 1 FROM unit_total WHERE unit_id = ?1 AND kind = ?2 AND from_day IS ?3"
    " AND id <> ?4",
    NULL);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, total->unit_id);
  skh_statement_bind_text (row, 2, total->kind);
  skh_statement_bind_date (row, 3, total->from);
  skh_statement_bind_int (row, 4, total->id);
  return skh_statement_step (row, NULL);
}

static gboolean
check_total (SkhDatabase *db, const SkhTotalEdit *total, GError **error)
{
  if (skh_edit_is_blank (total->kind))
    return skh_edit_refuse (NULL, NULL, error, _ ("Say what is counted."));
  if (total->total < 0)
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("A total is 0 or more; correct the number."));
  if (is_day_taken (db, total))
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("A total of this kind holds from that day already; change that one."));
  return TRUE;
}

static gboolean
write_total (SkhDatabase *db, const char *sql, const SkhTotalEdit *total, GError **error)
{
  g_autoptr (SkhStatement) statement = skh_statement_new (db, sql, error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, total->id);
  skh_statement_bind_int (statement, 2, total->unit_id);
  skh_statement_bind_text (statement, 3, total->kind);
  skh_statement_bind_int (statement, 4, total->total);
  skh_statement_bind_date (statement, 5, total->from);
  return skh_statement_run (statement, error);
}

static gint64
find_unit_of (SkhDatabase *db, gint64 total_id, GError **error)
{
  gint64 unit_id
    = skh_edit_get_int (db, "SELECT unit_id FROM unit_total WHERE id = ?1", total_id);

  if (unit_id == 0)
    skh_edit_not_found (_ ("The total is no longer there. Nothing was changed."), error);
  return unit_id;
}

#define INSERT_TOTAL                                                                     \
  "INSERT INTO unit_total (id, unit_id, kind, total, from_day)"                          \
  " VALUES (?1, ?2, ?3, ?4, ?5)"
#define UPDATE_TOTAL                                                                     \
  "UPDATE unit_total SET unit_id = ?2, kind = ?3, total = ?4, from_day = ?5"             \
  " WHERE id = ?1"

/**
 * skh_total_store_put:
 * @total: its id becomes that of a new one
 *
 * Says how many of a kind a unit has from a day on. One of a kind holds from one day.
 */
gboolean
skh_total_store_put (SkhDatabase *db, SkhTotalEdit *total, GError **error)
{
  g_auto (SkhUnitNow) unit = { 0 };
  g_autofree char *label = NULL;
  gboolean is_new = total->id == 0;

  if (!is_new)
    total->unit_id = find_unit_of (db, total->id, error);
  if (total->unit_id == 0 || !skh_unit_now_load (db, total->unit_id, &unit, error)
      || !check_total (db, total, error))
    return FALSE;
  label = g_strdup_printf (_ ("Total of %s"), unit.name);
  if (!skh_act_begin (db, label, error))
    return FALSE;
  if (is_new)
    total->id = skh_database_new_id (db);
  if (skh_edit_end (db,
                    write_total (db, is_new ? INSERT_TOTAL : UPDATE_TOTAL, total, error),
                    error))
    return TRUE;
  if (is_new)
    total->id = 0;
  return FALSE;
}

/**
 * skh_total_store_remove:
 *
 * Takes a total away: the one before it holds on.
 */
gboolean
skh_total_store_remove (SkhDatabase *db, gint64 total_id, GError **error)
{
  g_auto (SkhUnitNow) unit = { 0 };
  g_autofree char *label = NULL;
  gint64 unit_id = find_unit_of (db, total_id, error);

  if (unit_id == 0 || !skh_unit_now_load (db, unit_id, &unit, error))
    return FALSE;
  label = g_strdup_printf (_ ("Total of %s taken away"), unit.name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db,
                          skh_edit_run (db, "DELETE FROM unit_total WHERE id = ?1", error,
                                        1, total_id),
                          error);
}
