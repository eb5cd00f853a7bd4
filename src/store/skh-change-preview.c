/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edit is done inside an act, what it touched is read from the act's own changeset,
   and the act is taken back. Only the lines that the touched rows bear on are looked at:
   by themselves, through their unit's days, or through their task's deadline. */
#include "skh-change-preview.h"

#include "skh-edit-private.h"

/* A line at one moment. */
typedef struct
{
  gint64 id, unit_id, task_id;
  char *place; /* task, unit and period as one text */
  char *unit, *no, *task;
  int year;
  gint64 task_rank, unit_rank;
  SkhPeriod period;
  SkhState state;
  SkhDate due;
  gboolean has_work, in_force;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->place);
  g_free (line->unit);
  g_free (line->no);
  g_free (line->task);
  g_free (line);
}

/* The lines of one moment. */
typedef struct
{
  GHashTable *by_id; /* owns them */
  GHashTable *by_place;
} Lines;

static void
lines_clear (Lines *lines)
{
  g_clear_pointer (&lines->by_place, g_hash_table_unref);
  g_clear_pointer (&lines->by_id, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lines, lines_clear)

/* What to look at: ids of lines, and of units and tasks all of whose lines count. */
typedef struct
{
  GHashTable *lines, *units, *tasks;
} Scope;

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_id (GHashTable *ids, gint64 id)
{
  if (id != 0 && !g_hash_table_contains (ids, &id))
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
scope_clear (Scope *scope)
{
  g_clear_pointer (&scope->lines, g_hash_table_unref);
  g_clear_pointer (&scope->units, g_hash_table_unref);
  g_clear_pointer (&scope->tasks, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scope, scope_clear)

static void
add_touched (Scope *scope, GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SkhTouchedRow *row = &g_array_index (rows, SkhTouchedRow, i);

      if (g_str_equal (row->table, "assignment"))
        add_id (scope->lines, row->id);
      else if (g_str_equal (row->table, "unit"))
        add_id (scope->units, row->id);
      else if (g_str_equal (row->table, "task"))
        add_id (scope->tasks, row->id);
      else if (g_str_equal (row->table, "due_day"))
        add_id (scope->tasks, row->parent_id);
    }
}

/* — Reading lines — */

#define LINES                                                                            \
  "SELECT a.id, a.unit_id, a.task_id, a.period, a.state, a.from_day, a.to_day,"          \
  " u.name, u.opened, u.closed, u.rank, t.no, t.short_title, t.deadline_kind,"           \
  " t.first_day, t.last_day, t.rank, p.year, d.day, " SKH_SQL_HAS_WORK                   \
  " FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id"   \
  " JOIN plan p ON p.id = t.plan_id"                                                     \
  " LEFT JOIN due_day d ON d.task_id = a.task_id AND d.period = a.period"

static SkhDate
earlier_of (SkhDate a, SkhDate b)
{
  if (a == SKH_DATE_NONE || b == SKH_DATE_NONE)
    return a == SKH_DATE_NONE ? b : a;
  return MIN (a, b);
}

static void
settle_days (Line *line, SkhStatement *row)
{
  SkhDeadline deadline = { .first_day = skh_statement_get_date (row, 14),
                           .last_day = skh_statement_get_date (row, 15) };
  SkhLine rule = { .period = line->period };

  skh_deadline_kind_from_string (skh_statement_get_text (row, 13), &deadline.kind);
  line->due
    = skh_deadline_get_due (&deadline, line->period, skh_statement_get_date (row, 18));
  rule.due = line->due;
  /* NONE is the least day. */
  rule.from = MAX (skh_statement_get_date (row, 5), skh_statement_get_date (row, 8));
  rule.to = earlier_of (skh_statement_get_date (row, 6), skh_statement_get_date (row, 9));
  line->in_force = skh_line_is_in_force (&rule, line->period);
}

static Line *
read_line (SkhStatement *row)
{
  Line *line = g_new0 (Line, 1);

  line->id = skh_statement_get_int (row, 0);
  line->unit_id = skh_statement_get_int (row, 1);
  line->task_id = skh_statement_get_int (row, 2);
  line->period = skh_statement_get_period (row, 3);
  skh_state_from_string (skh_statement_get_text (row, 4), &line->state);
  line->unit = skh_statement_dup_text (row, 7);
  line->unit_rank = skh_statement_get_int (row, 10);
  line->no = skh_statement_dup_text (row, 11);
  line->task = skh_statement_dup_text (row, 12);
  line->task_rank = skh_statement_get_int (row, 16);
  line->year = (int)skh_statement_get_int (row, 17);
  line->has_work = skh_statement_get_int (row, 19) != 0;
  line->place
    = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", line->task_id,
                       line->unit_id, skh_statement_get_text (row, 3));
  settle_days (line, row);
  return line;
}

static gboolean
read_by (SkhDatabase *db, const char *sql, GHashTable *ids, Lines *lines, GError **error)
{
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, ids);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    {
      g_autoptr (SkhStatement) row = skh_statement_new (db, sql, error);
      GError *local_error = NULL;

      if (row == NULL)
        return FALSE;
      skh_statement_bind_int (row, 1, *(gint64 *)id);
      while (skh_statement_step (row, &local_error))
        {
          Line *line = read_line (row);

          g_hash_table_replace (lines->by_place, line->place, line);
          g_hash_table_replace (lines->by_id, &line->id, line);
        }
      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_lines (SkhDatabase *db, const Scope *scope, Lines *lines, GError **error)
{
  lines->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, line_free);
  lines->by_place = g_hash_table_new (g_str_hash, g_str_equal);
  return read_by (db, LINES " WHERE a.id = ?1", scope->lines, lines, error)
         && read_by (db, LINES " WHERE a.unit_id = ?1", scope->units, lines, error)
         && read_by (db, LINES " WHERE a.task_id = ?1", scope->tasks, lines, error);
}

/* — Comparing — */

/* What is given out, with what it is sorted by behind it. */
typedef struct
{
  SkhChangedLine line;
  gint64 task_rank, unit_rank;
} Found;

static void
changed_line_free (gpointer data)
{
  Found *found = data;

  g_free (found->line.unit);
  g_free (found->line.no);
  g_free (found->line.task);
  g_free (found);
}

static void
report (SkhChangePreview *self, SkhChangeKind kind, const Line *before, const Line *after)
{
  const Line *line = after != NULL ? after : before;
  Found *found;

  self->n[kind]++;
  if (line->has_work && kind != SKH_CHANGE_ADDED)
    self->n_with_work++;
  if (self->lines->len >= SKH_CHANGE_PREVIEW_MAX_LINES)
    return;
  found = g_new0 (Found, 1);
  found->line.kind = kind;
  found->line.unit = g_strdup (line->unit);
  found->line.no = g_strdup (line->no);
  found->line.task = g_strdup (line->task);
  found->line.year = line->year;
  found->line.period = line->period;
  found->line.due_before = before != NULL ? before->due : SKH_DATE_NONE;
  found->line.due_after = after != NULL ? after->due : SKH_DATE_NONE;
  found->line.state = line->state;
  found->line.has_work = line->has_work;
  found->task_rank = line->task_rank;
  found->unit_rank = line->unit_rank;
  g_ptr_array_add (self->lines, found);
}

static void
compare_line (SkhChangePreview *self, const Line *before, const Line *after)
{
  if (before->in_force && !after->in_force)
    report (self, SKH_CHANGE_ENDED, before, after);
  else if (!before->in_force && after->in_force)
    report (self, SKH_CHANGE_REVIVED, before, after);
  else if (before->in_force && before->due != after->due)
    report (self, SKH_CHANGE_DUE, before, after);
}

/* The line at the other moment: the same row of the same unit, also when its plan moved
   to another year; else what stands in its place, as when a merged unit's row went over.
 */
static const Line *
find_other (const Lines *lines, const Line *line)
{
  const Line *same = g_hash_table_lookup (lines->by_id, &line->id);

  return same != NULL && same->unit_id == line->unit_id
           ? same
           : g_hash_table_lookup (lines->by_place, line->place);
}

static void
compare (SkhChangePreview *self,
         const Lines *before,
         const Lines *after,
         GHashTable *kept)
{
  GHashTableIter iterator;
  gpointer value;

  g_hash_table_iter_init (&iterator, before->by_id);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    {
      const Line *was = value, *is = find_other (after, was);

      if (g_hash_table_contains (kept, &was->id))
        report (self, SKH_CHANGE_KEPT, was, is);
      else if (is != NULL)
        compare_line (self, was, is);
      else if (was->has_work)
        report (self, SKH_CHANGE_LOST, was, NULL);
      else if (was->in_force)
        report (self, SKH_CHANGE_REMOVED, was, NULL);
    }
  g_hash_table_iter_init (&iterator, after->by_id);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    if (find_other (before, value) == NULL && ((const Line *)value)->in_force)
      report (self, SKH_CHANGE_ADDED, NULL, value);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = *(const Found *const *)a, *y = *(const Found *const *)b;
  const gint64 orders[][2] = {
    { x->line.kind, y->line.kind },
    { x->line.year, y->line.year },
    { x->task_rank, y->task_rank },
    { x->line.period.kind, y->line.period.kind },
    { x->line.period.index, y->line.period.index },
    { x->unit_rank, y->unit_rank },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i][0] != orders[i][1])
      return orders[i][0] < orders[i][1] ? -1 : 1;
  return 0;
}

/* — Lines that stay only for their work — */

/* Which of the lines that the edit's sync kept were kept before it too: what a sync of
   their tasks keeps now, without the edit. */
static gboolean
forget_kept_before (SkhDatabase *db, GHashTable *kept, const Lines *after, GError **error)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) tasks = new_ids ();
  GHashTableIter iterator;
  gpointer id;
  gboolean ok = TRUE;

  g_hash_table_iter_init (&iterator, kept);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    {
      const Line *line = g_hash_table_lookup (after->by_id, id);

      add_id (tasks, line != NULL ? line->task_id : 0);
    }
  if (!skh_act_begin (db, "preview", error))
    return FALSE;
  skh_database_get_act (db)->kept_lines = before;
  g_hash_table_iter_init (&iterator, tasks);
  while (ok && g_hash_table_iter_next (&iterator, &id, NULL))
    ok = skh_assignment_store_sync_task (db, *(gint64 *)id, error);
  skh_database_get_act (db)->kept_lines = NULL;
  skh_act_cancel (db);
  for (guint i = 0; i < before->len; i++)
    g_hash_table_remove (kept, &g_array_index (before, gint64, i));
  return ok;
}

/* — The whole — */

/* Does the edit, and reads the lines before its act is taken back. */
static gboolean
try_edit (SkhDatabase *db,
          SkhWorkbookFunc edit,
          gpointer user_data,
          Scope *scope,
          GHashTable *kept,
          Lines *after,
          GError **error)
{
  g_autoptr (GArray) kept_lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) touched = NULL;
  gboolean ok;

  skh_database_get_act (db)->kept_lines = kept_lines;
  ok = edit (db, user_data, error);
  skh_database_get_act (db)->kept_lines = NULL;
  touched = ok ? skh_act_list_touched (db, error) : NULL;
  if (touched == NULL)
    return FALSE;
  add_touched (scope, touched);
  for (guint i = 0; i < kept_lines->len; i++)
    {
      add_id (kept, g_array_index (kept_lines, gint64, i));
      add_id (scope->lines, g_array_index (kept_lines, gint64, i));
    }
  return read_lines (db, scope, after, error);
}

/**
 * skh_change_preview_run:
 * @edit: makes or joins one act
 *
 * Does @edit, sees which lines it adds, ends and moves, and takes it back. A line is owed
 * when its last day lies between the days of its unit (the rule of rates); one that is
 * not owed either way is not told of.
 *
 * Returns: (transfer full): what would change, or %NULL with the error of @edit
 */
SkhChangePreview *
skh_change_preview_run (SkhDatabase *db,
                        SkhWorkbookFunc edit,
                        gpointer user_data,
                        GError **error)
{
  g_auto (Scope) scope = { new_ids (), new_ids (), new_ids () };
  g_auto (Lines) before = { 0 }, after = { 0 };
  g_autoptr (GHashTable) kept = new_ids ();
  SkhChangePreview *self;
  gboolean ok;

  g_return_val_if_fail (skh_database_get_act (db)->depth == 0, NULL);
  if (!skh_act_begin (db, "preview", error))
    return NULL;
  ok = try_edit (db, edit, user_data, &scope, kept, &after, error);
  skh_act_cancel (db);
  if (!ok || !read_lines (db, &scope, &before, error)
      || (g_hash_table_size (kept) > 0 && !forget_kept_before (db, kept, &after, error)))
    return NULL;
  self = g_new0 (SkhChangePreview, 1);
  self->lines = g_ptr_array_new_with_free_func (changed_line_free);
  compare (self, &before, &after, kept);
  g_ptr_array_sort (self->lines, compare_found);
  return self;
}

void
skh_change_preview_free (SkhChangePreview *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * skh_change_preview_get_total:
 *
 * Returns: how many lines change in any way
 */
guint
skh_change_preview_get_total (const SkhChangePreview *self)
{
  guint total = 0;

  for (guint i = 0; i < SKH_N_CHANGE_KINDS; i++)
    total += self->n[i];
  return total;
}

/* — From a window — */

typedef struct
{
  SkhWorkbookFunc edit;
  gpointer user_data;
  GDestroyNotify destroy;
  SkhChangePreview *preview;
} PreviewCall;

static void
preview_call_free (gpointer data)
{
  PreviewCall *call = data;

  g_clear_pointer (&call->preview, skh_change_preview_free);
  if (call->destroy != NULL)
    call->destroy (call->user_data);
  g_free (call);
}

static gboolean
run_preview (SkhDatabase *db, gpointer data, GError **error)
{
  PreviewCall *call = data;

  call->preview = skh_change_preview_run (db, call->edit, call->user_data, error);
  return call->preview != NULL;
}

void
skh_workbook_preview_async (SkhWorkbook *self,
                            SkhWorkbookFunc edit,
                            gpointer user_data,
                            GDestroyNotify destroy,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer callback_data)
{
  PreviewCall *call = g_new0 (PreviewCall, 1);

  call->edit = edit;
  call->user_data = user_data;
  call->destroy = destroy;
  skh_workbook_run_async (self, run_preview, call, preview_call_free, cancellable,
                          callback, callback_data);
}

SkhChangePreview *
skh_workbook_preview_finish (SkhWorkbook *self, GAsyncResult *result, GError **error)
{
  gpointer data;

  if (!skh_workbook_run_finish (self, result, &data, error))
    return NULL;
  return g_steal_pointer (&((PreviewCall *)data)->preview);
}
