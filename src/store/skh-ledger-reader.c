/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of one task, period by period, with their figures. A scope leaves out the
   periods of a task that it does not ask for. */
#include "skh-ledger-reader-private.h"

#include <stdlib.h>

/* — Lines — */

static SkhDate
get_entered_day (const SkhLedgerLoader *loader, const SkhTask *task, const char *period)
{
  g_autofree char *key = NULL;
  gpointer day;

  if (g_hash_table_size (loader->due_days) == 0)
    return SKH_DATE_NONE;
  key = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", task->id, period);
  if (!g_hash_table_lookup_extended (loader->due_days, key, NULL, &day))
    return SKH_DATE_NONE;
  return GPOINTER_TO_INT (day);
}

static SkhDate
later_of (SkhDate a, SkhDate b)
{
  return MAX (a, b); /* NONE is the least */
}

static SkhDate
earlier_of (SkhDate a, SkhDate b)
{
  if (a == SKH_DATE_NONE || b == SKH_DATE_NONE)
    return a == SKH_DATE_NONE ? b : a;
  return MIN (a, b);
}

/* The lines of one task in one period: what they share. */
typedef struct
{
  const SkhTask *task;
  guint task_index;
  char text[12]; /* the period as it is stored */
  SkhPeriod period;
  SkhDate due;
  gboolean own_period;
} Run;

static void
begin_run (const SkhLedgerLoader *loader, Run *run, const char *period)
{
  g_strlcpy (run->text, period, sizeof run->text);
  run->period = skh_period_parse (period);
  run->due = skh_deadline_get_due (&run->task->deadline, run->period,
                                   get_entered_day (loader, run->task, period));
}

/* Texts of a line are its own: none is looked for among the others. */
static const char *
keep (SkhLedgerReader *self, SkhStatement *row, int column)
{
  const char *text = skh_statement_get_text (row, column);

  return text != NULL && *text != '\0' ? g_string_chunk_insert (self->strings, text)
                                       : NULL;
}

static void
read_line (SkhLedgerReader *self,
           SkhStatement *row,
           const Run *run,
           SkhAssignment *assignment)
{
  SkhLine *line = &assignment->line;
  const SkhLedgerLoader *loader = self->loader;
  const SkhUnit *unit;
  SkhState state = SKH_STATE_NOT_STARTED;

  skh_state_from_string (skh_statement_get_text (row, 2), &state);
  assignment->id = skh_statement_get_int (row, 0);
  assignment->task = run->task_index;
  assignment->unit
    = skh_ledger_loader_recall (loader->unit_by_id, skh_statement_get_int (row, 1));
  unit = &g_array_index (loader->ledger->units, SkhUnit, assignment->unit);

  line->state = (guint8)state;
  line->period = run->period;
  line->due = run->due;
  line->own_period = run->own_period;
  line->delivered_on = skh_statement_get_date (row, 3);
  line->from = later_of (unit->opened, skh_statement_get_date (row, 4));
  line->to = earlier_of (unit->closed, skh_statement_get_date (row, 5));
  line->is_empty_return = skh_statement_get_int (row, 6) != 0;

  assignment->count = skh_statement_get_int_or (row, 7, -1);
  assignment->total = skh_statement_get_int_or (row, 8, -1);
  line->has_count = assignment->count > 0;
  assignment->document = keep (self, row, 9);
  assignment->note = keep (self, row, 10);
  assignment->reason = keep (self, row, 11);
}

static gboolean
load_run (SkhLedgerReader *self, const Run *run)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    self->db,
    "SELECT id, unit_id, state, delivered_on, from_day, to_day, empty_return,"
    " count, total, document, note, reason"
    " FROM assignment WHERE task_id = ?1 AND period = ?2",
    &self->error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, run->task->id);
  skh_statement_bind_text (row, 2, run->text);
  while (skh_statement_step (row, &self->error))
    {
      SkhAssignment line = { 0 };

      read_line (self, row, run, &line);
      g_array_append_val (self->lines, line);
    }
  return self->error == NULL;
}

/* The next period in which the task has lines; FALSE after the last or on an error. */
static gboolean
find_next_period (SkhLedgerReader *self, Run *run)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (self->db,
                         "SELECT period FROM assignment WHERE task_id = ?1"
                         " AND period > ?2 ORDER BY period LIMIT 1",
                         &self->error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, run->task->id);
  skh_statement_bind_text (row, 2, run->text);
  if (!skh_statement_step (row, &self->error))
    return FALSE;
  begin_run (self->loader, run, skh_statement_get_text (row, 0));
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const SkhAssignment *x = a, *y = b;

  return skh_ledger_compare_places (x->line.period, x->unit, y->line.period, y->unit);
}

static gboolean
read_lines (SkhLedgerReader *self, guint task_index)
{
  const SkhTask *task = &g_array_index (self->loader->ledger->tasks, SkhTask, task_index);
  SkhLedgerFound *found = &self->found[task_index];
  Run run = {
    .task = task,
    .task_index = task_index,
    .own_period = skh_deadline_kind_is_periodic (task->deadline.kind),
  };

  found->first_line = self->lines->len;
  while (find_next_period (self, &run))
    if (skh_ledger_wants_period (self->loader->ledger, task, run.period, run.due)
        && !load_run (self, &run))
      return FALSE;
  found->n_lines = self->lines->len - found->first_line;
  if (found->n_lines > 0)
    qsort (&g_array_index (self->lines, SkhAssignment, found->first_line), found->n_lines,
           sizeof (SkhAssignment), compare_places);
  return self->error == NULL;
}

/* — Figures — */

typedef struct
{
  gint64 assignment_id;
  SkhFigure figure;
} FoundFigure;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const FoundFigure *x = a, *y = b;

  if (x->assignment_id != y->assignment_id)
    return x->assignment_id < y->assignment_id ? -1 : 1;
  return x->figure.measure < y->figure.measure ? -1
                                               : x->figure.measure > y->figure.measure;
}

static GArray *
find_figures (SkhLedgerReader *self, const SkhTask *task)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (self->db,
                         "SELECT f.assignment_id, m.id, f.value, f.total FROM measure m"
                         " JOIN figure f ON f.measure_id = m.id WHERE m.task_id = ?1",
                         &self->error);
  const SkhLedgerLoader *loader = self->loader;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (FoundFigure));
  guint first
    = (guint)(task->measures - (const SkhMeasure *)loader->ledger->measures->data);

  if (row == NULL)
    return NULL;
  skh_statement_bind_int (row, 1, task->id);
  while (skh_statement_step (row, &self->error))
    {
      FoundFigure figure = {
        .assignment_id = skh_statement_get_int (row, 0),
        .figure.measure
        = skh_ledger_loader_recall (loader->measure_by_id, skh_statement_get_int (row, 1))
          - first,
        .figure.value = skh_statement_get_int (row, 2),
        .figure.total = skh_statement_get_int_or (row, 3, -1),
      };

      g_array_append_val (found, figure);
    }
  if (self->error != NULL)
    return NULL;
  g_array_sort (found, compare_found);
  return g_steal_pointer (&found);
}

/* The first figure of the line, or where it would stand. */
static guint
find_first (GArray *found, gint64 assignment_id)
{
  guint low = 0, high = found->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (found, FoundFigure, middle).assignment_id < assignment_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
give_figures (GArray *figures, SkhAssignment *assignment, GArray *found)
{
  guint at;

  assignment->first_figure = figures->len;
  at = find_first (found, assignment->id);
  for (; at < found->len; at++)
    {
      const FoundFigure *figure = &g_array_index (found, FoundFigure, at);

      if (figure->assignment_id != assignment->id)
        break;
      g_array_append_val (figures, figure->figure);
      assignment->n_figures++;
    }
}

static gboolean
read_figures (SkhLedgerReader *self, guint task_index)
{
  const SkhTask *task = &g_array_index (self->loader->ledger->tasks, SkhTask, task_index);
  SkhLedgerFound *place = &self->found[task_index];
  g_autoptr (GArray) found = NULL;

  place->first_figure = self->figures->len;
  if (task->n_measures == 0 || !skh_ledger_wants_all_of (self->loader->ledger, task))
    return TRUE;
  found = find_figures (self, task);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < place->n_lines; i++)
    give_figures (self->figures,
                  &g_array_index (self->lines, SkhAssignment, place->first_line + i),
                  found);
  return TRUE;
}

/* — Tasks — */

void
skh_ledger_reader_run (SkhLedgerReader *self)
{
  guint n = self->loader->ledger->tasks->len;

  while ((guint)g_atomic_int_add (self->n_taken, 1) < n)
    {
      guint i = self->backwards ? n - 1 - self->n_tasks : self->n_tasks;

      self->n_tasks++;
      if (!read_lines (self, i) || !read_figures (self, i))
        return;
    }
}

void
skh_ledger_reader_clear (SkhLedgerReader *self)
{
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_error (&self->error);
}
