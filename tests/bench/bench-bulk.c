/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures one act over many lines, from the order to the word that it is saved, against
   one bare SQLite transaction that writes the same columns of the same rows, with the
   same pragmas: bench-bulk FOLDER LINES. Prints `bulk OURS_MS FLOOR_MS RATIO`, the
   medians over pairs. Each run has a copy of its own of one generated workbook. */

#include "skh-generator.h"
#include "skh-session.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#define N_PAIRS 9
#define DAY "2023-12-31"

typedef struct
{
  char *folder, *pristine, *copy;
  guint n_copies;
  GArray *ids; /* gint64: the lines to write */
  double ms;
  GMainLoop *loop;
  gint64 start;
} Bench;

/* A file of its own each time: a session lets go of its file in its own time. */
static void
make_copy (Bench *self)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_free (self->copy);
  self->copy = g_strdup_printf ("%s/bulk-%u.skh", self->folder, self->n_copies++);
  if (!g_file_get_contents (self->pristine, &contents, &length, &error)
      || !g_file_set_contents_full (self->copy, contents, (gssize)length,
                                    G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_error ("%s", error->message);
}

/* — Ours: as the window does it — */

static void
on_saved (SkhSession *session, const char *label, Bench *self)
{
  self->ms = (double)(g_get_monotonic_time () - self->start) / 1000;
  g_main_loop_quit (self->loop);
}

static void
on_fault (SkhSession *session, const char *text, Bench *self)
{
  g_error ("%s", text);
}

static void
on_changed (SkhSession *session, Bench *self)
{
  if (skh_session_get_ledger (session) != NULL)
    g_main_loop_quit (self->loop);
}

static GArray *
make_edits (Bench *self)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (SkhAssignmentEdit));

  for (guint i = 0; i < self->ids->len; i++)
    {
      SkhAssignmentEdit edit = { .assignment_id = g_array_index (self->ids, gint64, i),
                                 .fields = SKH_EDIT_STATE | SKH_EDIT_DELIVERED_ON,
                                 .state = SKH_STATE_DELIVERED,
                                 .delivered_on = skh_date_parse_iso (DAY),
                                 .total = -1 };

      g_array_append_val (edits, edit);
    }
  return edits;
}

static double
run_ours (Bench *self)
{
  g_autoptr (SkhSession) session = skh_session_new ();
  g_autoptr (GArray) edits = make_edits (self);

  make_copy (self);
  g_signal_connect (session, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (session, "fault", G_CALLBACK (on_fault), self);
  g_signal_connect (session, "open-failed", G_CALLBACK (on_fault), self);
  g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  skh_session_open (session, self->copy, skh_date_parse_iso (DAY));
  g_main_loop_run (self->loop);
  g_signal_handlers_disconnect_by_func (session, on_changed, self);
  self->start = g_get_monotonic_time ();
  skh_session_edit (session, "Đánh dấu", (const SkhAssignmentEdit *)edits->data,
                    edits->len);
  g_main_loop_run (self->loop);
  return self->ms;
}

/* — The floor — */

static void
check (int code, sqlite3 *db)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db;

  check (sqlite3_open (path, &db), db);
  check (sqlite3_exec (db,
                       "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                       " PRAGMA journal_mode = TRUNCATE",
                       NULL, NULL, NULL),
         db);
  return db;
}

static double
run_floor (Bench *self)
{
  sqlite3_stmt *row;
  sqlite3 *db;
  gint64 start;

  make_copy (self);
  db = open_bare (self->copy);
  start = g_get_monotonic_time ();
  check (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), db);
  check (sqlite3_prepare_v2 (db,
                             "UPDATE assignment SET state = 'delivered',"
                             " delivered_on = '" DAY "' WHERE id = ?1",
                             -1, &row, NULL),
         db);
  for (guint i = 0; i < self->ids->len; i++)
    {
      sqlite3_bind_int64 (row, 1, g_array_index (self->ids, gint64, i));
      check (sqlite3_step (row), db);
      sqlite3_reset (row);
    }
  sqlite3_finalize (row);
  check (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), db);
  self->ms = (double)(g_get_monotonic_time () - start) / 1000;
  sqlite3_close (db);
  return self->ms;
}

/* — Pairs — */

/* Lines that are not delivered yet, so that each is written. */
static void
choose_lines (Bench *self, int n_lines)
{
  sqlite3 *db = open_bare (self->pristine);
  sqlite3_stmt *row;

  check (sqlite3_prepare_v2 (db,
                             "SELECT id FROM assignment WHERE state = 'not_started'"
                             " ORDER BY id LIMIT ?1",
                             -1, &row, NULL),
         db);
  sqlite3_bind_int (row, 1, n_lines);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      g_array_append_val (self->ids, id);
    }
  sqlite3_finalize (row);
  sqlite3_close (db);
  if ((int)self->ids->len < n_lines)
    g_error ("only %u lines", self->ids->len);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

static double
get_median (double *values)
{
  qsort (values, N_PAIRS, sizeof *values, compare);
  return values[N_PAIRS / 2];
}

int
main (int argc, char **argv)
{
  SkhGeneratorSpec spec = { 300, 100, 1, 2023 };
  double ours[N_PAIRS], least[N_PAIRS], ratios[N_PAIRS];
  g_autoptr (GError) error = NULL;
  Bench self = { 0 };

  if (argc != 3)
    return EXIT_FAILURE;
  self.pristine = g_build_filename (argv[1], "bulk.skh", NULL);
  self.folder = argv[1];
  self.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.loop = g_main_loop_new (NULL, FALSE);
  g_unlink (self.pristine);
  if (!skh_generator_create (self.pristine, &spec, &error))
    g_error ("%s", error->message);
  choose_lines (&self, atoi (argv[2]));
  for (int i = -1; i < N_PAIRS; i++) /* one to warm up */
    {
      double first = run_ours (&self), second = run_floor (&self);

      if (i < 0)
        continue;
      ours[i] = first;
      least[i] = second;
      ratios[i] = first / second;
    }
  g_print ("bulk %.2f %.2f %.2f\n", get_median (ours), get_median (least),
           get_median (ratios));
  g_main_loop_unref (self.loop);
  g_array_unref (self.ids);
  g_free (self.copy);
  g_free (self.pristine);
  return EXIT_SUCCESS;
}
