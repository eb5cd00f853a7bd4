/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-passage.h"

#include "skh-edit-private.h"

#include <glib/gi18n-lib.h>

static gboolean
find_passage (SkhDatabase *db,
              gint64 assignment_id,
              gint64 unit_id,
              gint64 *id,
              GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db, "SELECT id FROM passage WHERE assignment_id = ?1 AND +unit_id = ?2", error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, assignment_id);
  skh_statement_bind_int (row, 2, unit_id);
  *id = skh_statement_step (row, NULL) ? skh_statement_get_int (row, 0) : 0;
  return TRUE;
}

static gboolean
write_passage (SkhDatabase *db,
               gint64 id,
               gint64 assignment_id,
               gint64 unit_id,
               SkhDate reached,
               GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    id != 0 ? "UPDATE passage SET assignment_id = ?2, unit_id = ?3, reached = ?4"
              " WHERE id = ?1"
            : "INSERT INTO passage (id, assignment_id, unit_id, reached)"
              " VALUES (?1, ?2, ?3, ?4)",
    error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id != 0 ? id : skh_database_new_id (db));
  skh_statement_bind_int (row, 2, assignment_id);
  skh_statement_bind_int (row, 3, unit_id);
  skh_statement_bind_date (row, 4, reached);
  return skh_statement_run (row, error);
}

/* A line that was kept for this record alone goes with it. */
static gboolean
put (SkhDatabase *db,
     gint64 assignment_id,
     gint64 unit_id,
     SkhDate reached,
     GError **error)
{
  gint64 id;

  if (!find_passage (db, assignment_id, unit_id, &id, error))
    return FALSE;
  if (reached != SKH_DATE_NONE)
    return write_passage (db, id, assignment_id, unit_id, reached, error);
  return id == 0
         || (skh_edit_run (db, "DELETE FROM passage WHERE id = ?1", error, 1, id)
             && skh_assignment_store_drop_if_unowed (db, assignment_id, error));
}

/* "Đảng ủy xã Mẫu – Gửi kế hoạch: reached Ban Tuyên giáo on 12/4/2023" */
static char *
make_label (SkhDatabase *db, gint64 assignment_id, const char *through, SkhDate reached)
{
  g_autofree char *line = skh_edit_dup_text (
    db,
    "SELECT u.short_name || ' – ' || t.short_title FROM assignment a"
    " JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id"
    " WHERE a.id = ?1",
    assignment_id);
  g_autofree char *day = skh_date_to_text (reached);

  if (line == NULL)
    return NULL;
  if (day == NULL)
    return g_strdup_printf (_ ("%s: has not reached %s"), line, through);
  return g_strdup_printf (_ ("%s: reached %s on %s"), line, through, day);
}

/**
 * skh_passage_store_put:
 * @unit_id: the unit that was reached, whether the plan names it or not
 * @reached: the day, or %SKH_DATE_NONE when it was not reached after all
 *
 * Records the day on which a line's delivery reached a unit; there is one record a line
 * and unit. Returns: %FALSE with %SKH_STORE_ERROR_NOT_FOUND when either is gone
 */
gboolean
skh_passage_store_put (SkhDatabase *db,
                       gint64 assignment_id,
                       gint64 unit_id,
                       SkhDate reached,
                       GError **error)
{
  g_autofree char *through
    = skh_edit_dup_text (db, "SELECT short_name FROM unit WHERE id = ?1", unit_id);
  g_autofree char *label
    = through != NULL ? make_label (db, assignment_id, through, reached) : NULL;

  if (label == NULL)
    return skh_edit_not_found (
      _ ("The line, or the unit it goes through, is no longer there."), error);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, put (db, assignment_id, unit_id, reached, error), error);
}
