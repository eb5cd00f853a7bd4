/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One unit goes up in another. */
#include "skh-unit-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SkhDatabase *db;
  SkhUnitNow unit, into;
  SkhDate last_day;
} Merge;

static void
merge_clear (Merge *self)
{
  skh_unit_now_clear (&self->unit);
  skh_unit_now_clear (&self->into);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/* — May it? — */

/* Units that merge into each other in a circle would owe nothing at all. */
static gboolean
leads_back (const Merge *self)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    self->db,
    "WITH RECURSIVE after (id) AS (SELECT ?1"
    " UNION SELECT u.merged_into_id FROM unit u JOIN after a ON u.id = a.id"
    "  WHERE u.merged_into_id IS NOT NULL)"
    " SELECT 1 FROM after WHERE id = ?2",
    NULL);

  if (row == NULL)
    return TRUE;
  skh_statement_bind_int (row, 1, self->into.id);
  skh_statement_bind_int (row, 2, self->unit.id);
  return skh_statement_step (row, NULL);
}

static gboolean
check_merge (const Merge *self, GError **error)
{
  const SkhUnitNow *unit = &self->unit, *into = &self->into;

  if (self->last_day == SKH_DATE_NONE)
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("Enter the last day of the unit that merges."));
  if (unit->id == into->id)
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("A unit can't merge into itself; choose another."));
  if (unit->merged_into_id != 0 || leads_back (self))
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("“%s” has merged already; open it again first."),
                            unit->merged_into_id != 0 ? unit->name : into->name);
  if ((unit->opened != SKH_DATE_NONE && unit->opened > self->last_day)
      || (unit->closed != SKH_DATE_NONE && unit->closed < self->last_day))
    return skh_edit_refuse (NULL, NULL, error,
                            _ ("“%s” is not there on that day; choose another day."),
                            unit->name);
  if ((into->opened != SKH_DATE_NONE && into->opened > self->last_day + 1)
      || (into->closed != SKH_DATE_NONE && into->closed <= self->last_day))
    return skh_edit_refuse (
      NULL, NULL, error,
      _ ("“%s” is not there on the day after; choose another day or another unit."),
      into->name);
  return TRUE;
}

/* — Work that was begun — */

/* Lines with work of which the other has none of its own. */
#define BEGUN                                                                            \
  "SELECT a.id, a.period, t.deadline_kind, t.first_day, t.last_day, d.day,"              \
  " a.delivered_on FROM assignment a JOIN task t ON t.id = a.task_id"                    \
  " LEFT JOIN due_day d ON d.task_id = a.task_id AND d.period = a.period"                \
  " WHERE a.unit_id = ?1 AND " SKH_SQL_HAS_WORK                                          \
  " AND NOT EXISTS (SELECT 1 FROM assignment b WHERE b.task_id = a.task_id"              \
  "  AND b.period = a.period AND b.unit_id = ?2)"

static gboolean
is_later (const Merge *self, SkhStatement *row)
{
  SkhDeadline deadline = { .first_day = skh_statement_get_date (row, 3),
                           .last_day = skh_statement_get_date (row, 4) };
  SkhDate delivered = skh_statement_get_date (row, 6), due;

  skh_deadline_kind_from_string (skh_statement_get_text (row, 2), &deadline.kind);
  due = skh_deadline_get_due (&deadline, skh_statement_get_period (row, 1),
                              skh_statement_get_date (row, 5));
  if (due != SKH_DATE_NONE)
    return due > self->last_day;
  return delivered == SKH_DATE_NONE || delivered > self->last_day;
}

static GArray *
list_begun (const Merge *self, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (self->db, BEGUN, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, self->unit.id);
  skh_statement_bind_int (row, 2, self->into.id);
  while (skh_statement_step (row, NULL))
    {
      gint64 id = skh_statement_get_int (row, 0);

      if (is_later (self, row))
        g_array_append_val (lines, id);
    }
  return g_steal_pointer (&lines);
}

static gboolean
hand_over_lines (const Merge *self, GError **error)
{
  g_autoptr (GArray) lines = list_begun (self, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!skh_edit_run (self->db, "UPDATE assignment SET unit_id = ?2 WHERE id = ?1",
                       error, 2, g_array_index (lines, gint64, i), self->into.id))
      return FALSE;
  return TRUE;
}

/* — Totals — */

/* The newest of each kind that holds on the last day, and what the other has the day
   after; none where the other's is known from that very day. */
#define SUMS                                                                             \
  "SELECT t.kind, t.total + coalesce ((SELECT o.total FROM unit_total o"                 \
  "  WHERE o.unit_id = ?2 AND o.kind = t.kind"                                           \
  "   AND coalesce (o.from_day, '') <= ?4 ORDER BY o.from_day DESC LIMIT 1), 0)"         \
  " FROM unit_total t WHERE t.unit_id = ?1 AND coalesce (t.from_day, '') <= ?3"          \
  "  AND NOT EXISTS (SELECT 1 FROM unit_total n WHERE n.unit_id = ?1"                    \
  "   AND n.kind = t.kind AND coalesce (n.from_day, '') <= ?3"                           \
  "   AND coalesce (n.from_day, '') > coalesce (t.from_day, ''))"                        \
  "  AND NOT EXISTS (SELECT 1 FROM unit_total o WHERE o.unit_id = ?2"                    \
  "   AND o.kind = t.kind AND o.from_day = ?4)"

typedef struct
{
  char *kind;
  gint64 total;
} Sum;

static void
sum_clear (gpointer data)
{
  g_free (((Sum *)data)->kind);
}

static GArray *
list_sums (const Merge *self, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (self->db, SUMS, error);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));

  g_array_set_clear_func (sums, sum_clear);
  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, self->unit.id);
  skh_statement_bind_int (row, 2, self->into.id);
  skh_statement_bind_date (row, 3, self->last_day);
  skh_statement_bind_date (row, 4, self->last_day + 1);
  while (skh_statement_step (row, NULL))
    {
      Sum sum = { skh_statement_dup_text (row, 0), skh_statement_get_int (row, 1) };

      g_array_append_val (sums, sum);
    }
  return g_steal_pointer (&sums);
}

static gboolean
hand_over_totals (const Merge *self, GError **error)
{
  g_autoptr (GArray) sums = list_sums (self, error);

  if (sums == NULL)
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      SkhTotalEdit total = { .unit_id = self->into.id,
                             .kind = sum->kind,
                             .total = sum->total,
                             .from = self->last_day + 1 };

      if (!skh_total_store_put (self->db, &total, error))
        return FALSE;
    }
  return TRUE;
}

/* — The tree, and the merger itself — */

static gboolean
hand_over_units (const Merge *self, GError **error)
{
  if (skh_unit_is_below (self->db, self->into.id, self->unit.id)
      && !skh_edit_run (self->db,
                        "UPDATE unit SET parent_id = nullif (?2, 0) WHERE id = ?1", error,
                        2, self->into.id, self->unit.parent_id))
    return FALSE;
  return skh_edit_run (self->db, "UPDATE unit SET parent_id = ?2 WHERE parent_id = ?1",
                       error, 2, self->unit.id, self->into.id);
}

static gboolean
close_unit (const Merge *self, GError **error)
{
  g_autoptr (SkhStatement) statement
    = skh_statement_new (self->db,
                         "UPDATE unit SET closed = ?2, merged_into_id = ?3 WHERE id = ?1",
                         error);

  if (statement == NULL)
    return FALSE;
  skh_statement_bind_int (statement, 1, self->unit.id);
  skh_statement_bind_date (statement, 2, self->last_day);
  skh_statement_bind_int (statement, 3, self->into.id);
  return skh_statement_run (statement, error);
}

static gboolean
write_merge (const Merge *self, GError **error)
{
  return hand_over_lines (self, error) && hand_over_totals (self, error)
         && hand_over_units (self, error) && close_unit (self, error)
         && skh_assignment_store_sync (self->db, 0, error);
}

/**
 * skh_unit_store_merge_into:
 * @last_day: the last day of @unit_id
 *
 * The unit closes on @last_day, and from the day after @into_id owes what it owed, by
 * itself and in its groups, in every plan. The rule for what is there already:
 *
 * - What the unit delivered, and all that fell due while it was there, stays its own and
 *   is read as before, under the name it had.
 * - Where the other has a line of the same task and period, both stand: work on the
 *   unit's is not added to the other's.
 * - Where it has none, and the unit's line falls due later (or has no day and is not
 *   delivered), the line goes over with all that was entered on it.
 * - Of each kind of total, the unit's is added to the other's from the day after, unless
 *   the other's is known from that very day. Later totals stay.
 * - Units that stood under it stand under the other. Memberships stay as they were.
 *
 * One act; undone, both are as before. The unit opened again is on its own again, but
 * what went over stays where it is.
 */
gboolean
skh_unit_store_merge_into (SkhDatabase *db,
                           gint64 unit_id,
                           gint64 into_id,
                           SkhDate last_day,
                           GError **error)
{
  g_auto (Merge) self = { .db = db, .last_day = last_day };
  g_autofree char *label = NULL, *day = skh_date_to_text (last_day);

  if (!skh_unit_now_load (db, unit_id, &self.unit, error)
      || !skh_unit_now_load (db, into_id, &self.into, error)
      || !check_merge (&self, error))
    return FALSE;
  label = g_strdup_printf (_ ("Merged on %s: %s into %s"), day, self.unit.name,
                           self.into.name);
  return skh_act_begin (db, label, error)
         && skh_edit_end (db, write_merge (&self, error), error);
}
