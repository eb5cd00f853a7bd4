/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of one line, read from the changesets of the acts. They are walked from the
   newest back, and with them what the line was: a changeset of an UPDATE holds only the
   columns that changed, so a figure's 12 of 17 is put together from both ends. */
#include "skh-line-history.h"

#include "skh-edit-private.h"

#include <sqlite3.h>

/* Columns by their place in data/schema; new ones are only ever added at the end. */
enum
{
  ASSIGNMENT_STATE = 4,
  ASSIGNMENT_DELIVERED_ON,
  ASSIGNMENT_DOCUMENT,
  ASSIGNMENT_NOTE,
  ASSIGNMENT_REASON,
  ASSIGNMENT_COUNT,
  ASSIGNMENT_TOTAL,
};

enum
{
  FIGURE_LINE = 1,
  FIGURE_MEASURE,
  FIGURE_VALUE,
  FIGURE_TOTAL,
};

enum
{
  PASSAGE_LINE = 1,
  PASSAGE_UNIT,
  PASSAGE_REACHED,
};

enum
{
  CHASE_LINE = 1,
  CHASE_DAY,
};

/* A pair of numbers of the line as it was at the act that is looked at. */
typedef struct
{
  gint64 id;       /* of the figure; 0: the line's own count */
  gint64 owner_id; /* of the measure */
  gint64 value, total;
} Pair;

typedef struct
{
  SkhDatabase *db;
  gint64 assignment_id;
  GArray *pairs;       /* Pair; the first is the count */
  GHashTable *unit_of; /* passage id → unit id */
  SkhLineEvent *event;
} Walk;

static void
line_change_free (SkhLineChange *change)
{
  g_free (change->of);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

void
skh_line_event_free (SkhLineEvent *event)
{
  g_free (event->who);
  g_free (event->label);
  g_ptr_array_unref (event->changes);
  g_free (event);
}

/* — Values of a changeset — */

typedef struct
{
  sqlite3_changeset_iter *iterator;
  int operation;
} Row;

/* NULL where the row has no such side, or the column did not change. */
static sqlite3_value *
get_value (const Row *row, int column, gboolean after)
{
  sqlite3_value *value = NULL;

  if (after && row->operation != SQLITE_DELETE)
    sqlite3changeset_new (row->iterator, column, &value);
  if (!after && row->operation != SQLITE_INSERT)
    sqlite3changeset_old (row->iterator, column, &value);
  return value;
}

static char *
dup_text (const Row *row, int column, gboolean after)
{
  sqlite3_value *value = get_value (row, column, after);

  return value != NULL ? g_strdup ((const char *)sqlite3_value_text (value)) : NULL;
}

static gboolean
has_changed (const Row *row, int column)
{
  return get_value (row, column, FALSE) != NULL || get_value (row, column, TRUE) != NULL;
}

/* fallback where the column did not change; -1 where there was none. */
static gint64
get_number (const Row *row, int column, gboolean after, gint64 fallback)
{
  sqlite3_value *value = get_value (row, column, after);

  if (value == NULL)
    return row->operation == SQLITE_UPDATE ? fallback : -1;
  return sqlite3_value_type (value) == SQLITE_NULL ? -1 : sqlite3_value_int64 (value);
}

/* The row's own side: an id and what an INSERT or a DELETE says of it. */
static gint64
get_known (const Row *row, int column)
{
  return get_number (row, column, row->operation == SQLITE_INSERT, 0);
}

static gint64
get_id (const Row *row)
{
  sqlite3_value *value = get_value (row, 0, row->operation == SQLITE_INSERT);

  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* — What changed — */

/* Takes the texts. What was entered and empty is as what was not there. */
static void
add_change (Walk *walk, SkhLineChangeKind kind, char *of, char *before, char *after)
{
  SkhLineChange *change = g_new (SkhLineChange, 1);

  *change = (SkhLineChange){ kind, of, before, after };
  if (g_strcmp0 (before, after) == 0)
    line_change_free (change);
  else
    g_ptr_array_add (walk->event->changes, change);
}

static char *
dup_pair (gint64 value, gint64 total)
{
  if (value < 0)
    return NULL;
  if (total < 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, value, total);
}

/* The pair becomes what it was before the act. */
static void
step_pair (Walk *walk, Pair *pair, const Row *row, SkhLineChangeKind kind, char *of)
{
  int value = kind == SKH_LINE_CHANGE_COUNT ? ASSIGNMENT_COUNT : FIGURE_VALUE;
  int total = kind == SKH_LINE_CHANGE_COUNT ? ASSIGNMENT_TOTAL : FIGURE_TOTAL;
  gint64 old_value = get_number (row, value, FALSE, pair->value);
  gint64 old_total = get_number (row, total, FALSE, pair->total);

  add_change (walk, kind, of, dup_pair (old_value, old_total),
              dup_pair (get_number (row, value, TRUE, pair->value),
                        get_number (row, total, TRUE, pair->total)));
  pair->value = old_value;
  pair->total = old_total;
}

/* The total alone is no news: it came with the plan. */
static void
walk_assignment (Walk *walk, const Row *row)
{
  static const struct
  {
    int column;
    SkhLineChangeKind kind;
  } texts[] = {
    { ASSIGNMENT_STATE, SKH_LINE_CHANGE_STATE },
    { ASSIGNMENT_DELIVERED_ON, SKH_LINE_CHANGE_DELIVERED_ON },
    { ASSIGNMENT_DOCUMENT, SKH_LINE_CHANGE_DOCUMENT },
    { ASSIGNMENT_NOTE, SKH_LINE_CHANGE_NOTE },
    { ASSIGNMENT_REASON, SKH_LINE_CHANGE_REASON },
  };

  if (get_id (row) != walk->assignment_id || row->operation != SQLITE_UPDATE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (has_changed (row, texts[i].column))
      add_change (walk, texts[i].kind, NULL, dup_text (row, texts[i].column, FALSE),
                  dup_text (row, texts[i].column, TRUE));
  if (has_changed (row, ASSIGNMENT_COUNT) || has_changed (row, ASSIGNMENT_TOTAL))
    step_pair (walk, &g_array_index (walk->pairs, Pair, 0), row, SKH_LINE_CHANGE_COUNT,
               NULL);
}

static Pair *
find_pair (Walk *walk, gint64 id)
{
  for (guint i = 1; i < walk->pairs->len; i++)
    if (g_array_index (walk->pairs, Pair, i).id == id)
      return &g_array_index (walk->pairs, Pair, i);
  return NULL;
}

/* A figure that is gone by now is met first where it was taken away. */
static void
walk_figure (Walk *walk, const Row *row)
{
  Pair *pair = find_pair (walk, get_id (row));

  if (pair == NULL && row->operation != SQLITE_UPDATE
      && get_known (row, FIGURE_LINE) == walk->assignment_id)
    {
      Pair gone = { get_id (row), get_known (row, FIGURE_MEASURE), -1, -1 };

      g_array_append_val (walk->pairs, gone);
      pair = &g_array_index (walk->pairs, Pair, walk->pairs->len - 1);
    }
  if (pair != NULL)
    step_pair (walk, pair, row, SKH_LINE_CHANGE_FIGURE,
               skh_edit_dup_text (walk->db, "SELECT title FROM measure WHERE id = ?1",
                                  pair->owner_id));
}

static void
remember_passage (Walk *walk, gint64 id, gint64 unit_id)
{
  g_hash_table_insert (walk->unit_of, g_memdup2 (&id, sizeof id),
                       g_memdup2 (&unit_id, sizeof unit_id));
}

static void
walk_passage (Walk *walk, const Row *row)
{
  gint64 id = get_id (row);
  const gint64 *unit_id;

  if (row->operation != SQLITE_UPDATE
      && get_known (row, PASSAGE_LINE) == walk->assignment_id)
    remember_passage (walk, id, get_known (row, PASSAGE_UNIT));
  unit_id = g_hash_table_lookup (walk->unit_of, &id);
  if (unit_id != NULL)
    add_change (walk, SKH_LINE_CHANGE_PASSAGE,
                skh_edit_dup_text (walk->db, "SELECT name FROM unit WHERE id = ?1",
                                   *unit_id),
                dup_text (row, PASSAGE_REACHED, FALSE),
                dup_text (row, PASSAGE_REACHED, TRUE));
}

/* A record of chasing is never changed: it comes, or goes. */
static void
walk_chase (Walk *walk, const Row *row)
{
  if (row->operation != SQLITE_UPDATE
      && get_known (row, CHASE_LINE) == walk->assignment_id)
    add_change (walk, SKH_LINE_CHANGE_CHASE, NULL, dup_text (row, CHASE_DAY, FALSE),
                dup_text (row, CHASE_DAY, TRUE));
}

static const struct
{
  const char *table;
  void (*func) (Walk *walk, const Row *row);
} walkers[] = {
  { "assignment", walk_assignment },
  { "figure", walk_figure },
  { "passage", walk_passage },
  { "chase", walk_chase },
};

static gboolean
walk_changeset (Walk *walk, gconstpointer data, gsize size, GError **error)
{
  sqlite3_changeset_iter *iterator;

  if (sqlite3changeset_start (&iterator, (int)size, (void *)data) != SQLITE_OK)
    return skh_database_set_error (walk->db, error);
  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      Row row = { .iterator = iterator };
      const char *table;
      int n_columns;

      sqlite3changeset_op (iterator, &table, &n_columns, &row.operation, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (walkers); i++)
        if (g_str_equal (table, walkers[i].table))
          walkers[i].func (walk, &row);
    }
  sqlite3changeset_finalize (iterator);
  return TRUE;
}

/* — The line as it is now — */

static gboolean
load_pairs (Walk *walk, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (walk->db,
                         "SELECT 0, 0, count, total FROM assignment WHERE id = ?1"
                         " UNION ALL SELECT id, measure_id, value, total FROM figure"
                         "  WHERE assignment_id = ?1",
                         error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, walk->assignment_id);
  while (skh_statement_step (row, NULL))
    {
      Pair pair = { skh_statement_get_int (row, 0), skh_statement_get_int (row, 1),
                    skh_statement_get_int_or (row, 2, -1),
                    skh_statement_get_int_or (row, 3, -1) };

      g_array_append_val (walk->pairs, pair);
    }
  return TRUE;
}

static gboolean
load_passages (Walk *walk, GError **error)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (walk->db,
                         "SELECT id, unit_id FROM passage WHERE assignment_id = ?1",
                         error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, walk->assignment_id);
  while (skh_statement_step (row, NULL))
    remember_passage (walk, skh_statement_get_int (row, 0),
                      skh_statement_get_int (row, 1));
  return TRUE;
}

/* — The whole — */

/* An act that touched the line names it: its id stands in the changeset as eight bytes.
   A change of a figure names the figure alone. What was undone is out of the line's life.
 */
#define ACTS                                                                             \
  "SELECT id, time, who, label, changeset FROM act WHERE undone = 0"                     \
  " AND (instr (changeset, ?1) > 0 OR (' ' || tables LIKE '% figure %')"                 \
  "  OR (' ' || tables LIKE '% passage %')) ORDER BY id DESC"

static gboolean
read_act (Walk *walk, SkhStatement *row, GPtrArray *events, GError **error)
{
  SkhLineEvent *event = g_new0 (SkhLineEvent, 1);
  gconstpointer changeset;
  gsize size;
  gboolean ok;

  event->act_id = skh_statement_get_int (row, 0);
  event->when = skh_statement_get_int (row, 1);
  event->who = skh_statement_dup_text (row, 2);
  event->label = skh_statement_dup_text (row, 3);
  event->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)line_change_free);
  walk->event = event;
  changeset = skh_statement_get_blob (row, 4, &size);
  ok = size == 0 || walk_changeset (walk, changeset, size, error);
  if (ok && event->changes->len > 0)
    g_ptr_array_add (events, event);
  else
    skh_line_event_free (event);
  return ok;
}

static gboolean
read_acts (Walk *walk, GPtrArray *events, guint max, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (walk->db, ACTS, error);
  gint64 id = GINT64_TO_BE (walk->assignment_id);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_blob (row, 1, &id, sizeof id);
  while (events->len < max && skh_statement_step (row, &local_error))
    if (!read_act (walk, row, events, error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * skh_line_history_load:
 * @max: of events
 *
 * What was done to a line, who did it and when, newest first: its state, day, document,
 * note and figures, whom it reached, when it was chased. Acts that were undone are left
 * out, as is the making of the line.
 *
 * Returns: (transfer full) (element-type SkhLineEvent): empty for a line that is gone
 */
GPtrArray *
skh_line_history_load (SkhDatabase *db, gint64 assignment_id, guint max, GError **error)
{
  g_autoptr (GPtrArray) events
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_line_event_free);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GHashTable) unit_of
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Walk walk
    = { .db = db, .assignment_id = assignment_id, .pairs = pairs, .unit_of = unit_of };

  if (!load_pairs (&walk, error) || !load_passages (&walk, error))
    return NULL;
  if (pairs->len == 0)
    return g_steal_pointer (&events);
  return read_acts (&walk, events, max, error) ? g_steal_pointer (&events) : NULL;
}
