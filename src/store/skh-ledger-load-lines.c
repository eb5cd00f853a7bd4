/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of the plan that is loaded, task by task and period by period, with their
   figures. A scope leaves out the periods of a task that it does not ask for.

   A large workbook is read by two readers, each on a thread and a handle of its own: one
   goes from the first task on, the other from the last back, until they meet. What they
   read is one moment's, since the first holds its read lock before the second begins and
   until both have ended. */
#include "skh-ledger-loader-private.h"

#include <stdlib.h>

/* What was read of one task, and where it stands in its reader's arrays. */
typedef struct
{
  guint first_line, n_lines;
  guint first_figure;
} Found;

typedef struct
{
  const SkhLedgerLoader *loader; /* what was loaded before; not written to */
  SkhDatabase *db;
  gboolean backwards; /* from the last task to the first */
  guint n_tasks;      /* that it took */
  int *n_taken;       /* by both: shared */
  Found *found;       /* shared; one a task */
  GStringChunk *strings;
  GArray *lines;   /* SkhAssignment */
  GArray *figures; /* SkhFigure */
  GError *error;
} Reader;

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
keep (Reader *self, SkhStatement *row, int column)
{
  const char *text = skh_statement_get_text (row, column);

  return text != NULL && *text != '\0' ? g_string_chunk_insert (self->strings, text)
                                       : NULL;
}

static void
read_line (Reader *self, SkhStatement *row, const Run *run, SkhAssignment *assignment)
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
load_run (Reader *self, const Run *run)
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
find_next_period (Reader *self, Run *run)
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
read_lines (Reader *self, guint task_index)
{
  const SkhTask *task = &g_array_index (self->loader->ledger->tasks, SkhTask, task_index);
  Found *found = &self->found[task_index];
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
find_figures (Reader *self, const SkhTask *task)
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
read_figures (Reader *self, guint task_index)
{
  const SkhTask *task = &g_array_index (self->loader->ledger->tasks, SkhTask, task_index);
  Found *place = &self->found[task_index];
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

/* — Readers — */

/* The readers and what both of them share. */
struct _SkhLedgerLines
{
  SkhLedgerLoader *loader;
  Reader readers[2];
  Found *found;
  int n_taken;
  GThread *beside;   /* of the second reader; NULL where there is but one */
  GAsyncQueue *told; /* a Word to it */
};

static void
reader_init (Reader *self, SkhLedgerLines *lines)
{
  self->loader = lines->loader;
  self->n_taken = &lines->n_taken;
  self->strings = g_string_chunk_new (64 * 1024);
}

/* The first reader writes into the ledger. */
static void
init_readers (SkhLedgerLines *self)
{
  SkhLedger *ledger = self->loader->ledger;
  Reader *first = &self->readers[0], *second = &self->readers[1];

  reader_init (first, self);
  first->db = self->loader->db;
  first->lines = g_array_ref (ledger->assignments);
  first->figures = g_array_ref (ledger->figures);

  reader_init (second, self);
  second->backwards = TRUE;
  second->lines = g_array_new (FALSE, FALSE, sizeof (SkhAssignment));
  second->figures = g_array_new (FALSE, FALSE, sizeof (SkhFigure));
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_error (&self->error);
}

static void
read_tasks (Reader *self)
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

typedef enum
{
  WORD_READ = 1, /* all that stands before the lines is loaded */
  WORD_LEAVE,
} Word;

/* The second reader helps if it can: where the file can't be had at once (another program
   waits to write), the first reads everything. It opens the file while the first loads
   what stands before the lines. */
static gpointer
read_beside (gpointer data)
{
  SkhLedgerLines *self = data;
  Reader *reader = &self->readers[1];
  gboolean can_read;

  reader->db = skh_database_open (skh_database_get_path (self->loader->db),
                                  SKH_DATABASE_READ, NULL);
  can_read
    = reader->db != NULL
      && skh_database_exec (reader->db, "PRAGMA busy_timeout = 0", NULL)
      && skh_database_exec (reader->db, "BEGIN; SELECT id FROM plan LIMIT 1", NULL);
  if (GPOINTER_TO_INT (g_async_queue_pop (self->told)) == WORD_READ && can_read)
    read_tasks (reader);
  if (can_read)
    skh_database_exec (reader->db, "COMMIT", NULL);
  g_clear_pointer (&reader->db, skh_database_close);
  return NULL;
}

static void
tell (SkhLedgerLines *self, Word word)
{
  if (self->beside != NULL)
    g_async_queue_push (self->told, GINT_TO_POINTER (word));
}

static void
join (SkhLedgerLines *self)
{
  g_clear_pointer (&self->beside, g_thread_join);
}

/* Where a second handle costs less than it brings. */
#define LARGE_WORKBOOK_PAGES 2048

static gboolean
is_large (SkhDatabase *db)
{
  gint64 n_pages;

  return skh_database_query_int (db, "PRAGMA page_count", &n_pages, NULL)
         && n_pages >= LARGE_WORKBOOK_PAGES;
}

/* Inside the transaction in which all is loaded: asking how large the file is begins to
   read it. */
SkhLedgerLines *
skh_ledger_lines_begin (SkhLedgerLoader *loader)
{
  SkhLedgerLines *self = g_new0 (SkhLedgerLines, 1);

  self->loader = loader;
  self->told = g_async_queue_new ();
  init_readers (self);
  if (is_large (loader->db))
    self->beside = g_thread_new ("ledger", read_beside, self);
  return self;
}

void
skh_ledger_lines_end (SkhLedgerLines *self)
{
  tell (self, WORD_LEAVE);
  join (self);
  for (guint i = 0; i < 2; i++)
    reader_clear (&self->readers[i]);
  g_async_queue_unref (self->told);
  g_free (self->found);
  g_free (self);
}

/* — The whole — */

/* Appends the lines of a task with their figures. */
static void
append_task (SkhLedger *ledger, const Reader *reader, const Found *found)
{
  guint first = ledger->assignments->len;

  if (found->n_lines == 0)
    return;
  g_array_append_vals (ledger->assignments,
                       &g_array_index (reader->lines, SkhAssignment, found->first_line),
                       found->n_lines);
  for (guint i = first; i < ledger->assignments->len; i++)
    {
      SkhAssignment *line = &g_array_index (ledger->assignments, SkhAssignment, i);
      guint figure = line->first_figure;

      line->first_figure = ledger->figures->len;
      if (line->n_figures > 0)
        g_array_append_vals (ledger->figures,
                             &g_array_index (reader->figures, SkhFigure, figure),
                             line->n_figures);
    }
}

/* Puts what was read together, in the order of the tasks: the first reader's lines stand
   in the ledger, the second's come after them. */
static void
gather (SkhLedger *ledger, const Reader *readers, const Found *found)
{
  guint n_first = readers[0].n_tasks;

  for (guint i = 0; i < ledger->tasks->len; i++)
    {
      SkhTask *task = &g_array_index (ledger->tasks, SkhTask, i);

      task->n_assignments = found[i].n_lines;
      task->first_assignment
        = i < n_first ? found[i].first_line : ledger->assignments->len;
      if (i >= n_first)
        append_task (ledger, &readers[1], &found[i]);
    }
}

static gboolean
finish (SkhLedgerLines *self, GError **error)
{
  SkhLedger *ledger = self->loader->ledger;

  for (guint i = 0; i < 2; i++)
    if (self->readers[i].error != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&self->readers[i].error));
        return FALSE;
      }
  gather (ledger, self->readers, self->found);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (ledger->line_strings, g_steal_pointer (&self->readers[i].strings));
  return TRUE;
}

gboolean
skh_ledger_lines_load (SkhLedgerLines *self, GError **error)
{
  self->found = g_new0 (Found, self->loader->ledger->tasks->len + 1);
  for (guint i = 0; i < 2; i++)
    self->readers[i].found = self->found;
  tell (self, WORD_READ);
  read_tasks (&self->readers[0]);
  join (self);
  return finish (self, error);
}
