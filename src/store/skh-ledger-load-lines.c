/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of the plan that is loaded. A large workbook is read by two readers, each on
   a thread and a handle of its own: one goes from the first task on, the other from the
   last back, until they meet. What they read is one moment's, since the first holds its
   read lock before the second begins and until both have ended. */
#include "skh-ledger-reader-private.h"

/* — Two readers — */

/* The readers and what both of them share. */
struct _SkhLedgerLines
{
  SkhLedgerLoader *loader;
  SkhLedgerReader readers[2];
  SkhLedgerFound *found;
  int n_taken;
  GThread *beside;   /* of the second reader; NULL where there is but one */
  GAsyncQueue *told; /* a Word to it */
};

static void
reader_init (SkhLedgerReader *self, SkhLedgerLines *lines)
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
  SkhLedgerReader *first = &self->readers[0], *second = &self->readers[1];

  reader_init (first, self);
  first->db = self->loader->db;
  first->lines = g_array_ref (ledger->assignments);
  first->figures = g_array_ref (ledger->figures);

  reader_init (second, self);
  second->backwards = TRUE;
  second->lines = g_array_new (FALSE, FALSE, sizeof (SkhAssignment));
  second->figures = g_array_new (FALSE, FALSE, sizeof (SkhFigure));
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
  SkhLedgerReader *reader = &self->readers[1];
  gboolean can_read;

  reader->db = skh_database_open (skh_database_get_path (self->loader->db),
                                  SKH_DATABASE_READ, NULL);
  can_read
    = reader->db != NULL
      && skh_database_exec (reader->db, "PRAGMA busy_timeout = 0", NULL)
      && skh_database_exec (reader->db, "BEGIN; SELECT id FROM plan LIMIT 1", NULL);
  if (GPOINTER_TO_INT (g_async_queue_pop (self->told)) == WORD_READ && can_read)
    skh_ledger_reader_run (reader);
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
    skh_ledger_reader_clear (&self->readers[i]);
  g_async_queue_unref (self->told);
  g_free (self->found);
  g_free (self);
}

/* — The whole — */

/* Appends the lines of a task with their figures. */
static void
append_task (SkhLedger *ledger,
             const SkhLedgerReader *reader,
             const SkhLedgerFound *found)
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
gather (SkhLedger *ledger, const SkhLedgerReader *readers, const SkhLedgerFound *found)
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
  self->found = g_new0 (SkhLedgerFound, self->loader->ledger->tasks->len + 1);
  for (guint i = 0; i < 2; i++)
    self->readers[i].found = self->found;
  tell (self, WORD_READ);
  skh_ledger_reader_run (&self->readers[0]);
  join (self);
  return finish (self, error);
}
