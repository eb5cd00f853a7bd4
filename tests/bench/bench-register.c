/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a register of a workbook against bare SQLite that asks for the same rows: its
   opening, the first page of its first view, a page sorted by an indexed column, a search
   of three letters. Prints `register-WHAT OURS_MS FLOOR_MS RATIO`,
   medians over pairs that take turns. Both are run by the thread that the workbook is
   read on: a thread that wakes on another core finds none of its pages in that core's
   caches, which costs a short query as much as its work.

     bench-register FILE [PAIRS [CASE]] */

#include "skh-register-store.h"
#include "skh-workbook.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#define PAGE 100
#define YEAR 2023
#define WORDS "ngu" /* in many lines … */
#define FEW "qxz"   /* … and in none */

/* What ours reads of a line: its columns and what its references are called. */
#define ROWS                                                                             \
  "SELECT e.*, p.name, u.name, u.code FROM commitment e"                                 \
  " JOIN commitment_derived x ON x.id = e.id LEFT JOIN person p ON p.id = e.person"      \
  " LEFT JOIN unit u ON u.id = e.unit "
#define LIMIT " LIMIT 100"

typedef struct
{
  const char *name, *query, *sql;
} Case;

static const Case cases[] = {
  { "first-page", "year = 2023\nsort unit\nsort person",
    ROWS "WHERE e.year = '2023' ORDER BY x.unit, x.person, e.id" LIMIT },
  { "one-unit", "year = 2023\nunit = #%s\nsort person",
    ROWS "WHERE e.year = '2023' AND e.unit = %s ORDER BY x.person, e.id" LIMIT },
  { "whole", "sort unit", ROWS "ORDER BY x.unit, e.id" LIMIT },
  { "sort", "sort written_on desc", ROWS "ORDER BY e.written_on DESC, e.id" LIMIT },
  { "search", "search " WORDS "\nsort person",
    ROWS "WHERE instr(x.folded, '" WORDS "') > 0 ORDER BY x.person, e.id" LIMIT },
  { "search-few", "search " FEW "\nsort person",
    ROWS "WHERE instr(x.folded, '" FEW "') > 0 ORDER BY x.person, e.id" LIMIT },
};

/* One pair: what is asked, and the milliseconds of each. */
typedef struct
{
  const char *query;
  sqlite3 *db;
  const char *sql;
  double ours, floor;
} Pair;

static double
now (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

/* The register is asked for anew each time, as when its page is opened. */
static GPtrArray *
read_ours (SkhDatabase *db, const char *text, GError **error)
{
  g_autoptr (SkhRegister) reg
    = skh_register_store_load_register (db, "commitments", error);
  g_autoptr (SkhRegisterQuery) query
    = reg != NULL ? skh_register_query_parse (reg, text, NULL) : NULL;
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();

  return query != NULL
           ? skh_register_store_read_page (db, query, cursor, PAGE, NULL, error)
           : NULL;
}

/* Returns: how many rows there are */
static guint
read_floor (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *row = NULL;
  gint64 seen = 0;
  guint n = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &row, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  for (; sqlite3_step (row) == SQLITE_ROW; n++)
    for (int i = 0; i < sqlite3_column_count (row); i++)
      seen += sqlite3_column_bytes (row, i);
  sqlite3_finalize (row);
  g_assert_cmpint (seen, >, n == 0 ? -1 : 0);
  return n;
}

static gboolean
read_pair (SkhDatabase *db, gpointer data, GError **error)
{
  Pair *pair = data;
  double start = now (), end;
  g_autoptr (GPtrArray) page = read_ours (db, pair->query, error);

  if (page == NULL)
    return FALSE;
  end = now ();
  pair->ours = end - start;
  g_assert_cmpuint (read_floor (pair->db, pair->sql), ==, page->len);
  pair->floor = now () - end;
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static double
take_median (GArray *values)
{
  g_array_sort (values, compare);
  return g_array_index (values, double, values->len / 2);
}

static void
measure (SkhWorkbook *workbook,
         sqlite3 *db,
         const Case *one,
         const char *unit,
         guint pairs)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (GStrv) query = g_strsplit (one->query, "%s", 2);
  g_auto (GStrv) sql = g_strsplit (one->sql, "%s", 2);
  g_autofree char *query_text = g_strjoinv (unit, query);
  g_autofree char *sql_text = g_strjoinv (unit, sql);

  for (guint i = 0; i <= pairs; i++)
    {
      Pair pair = { .query = query_text, .db = db, .sql = sql_text };
      g_autoptr (GError) error = NULL;
      double ratio;

      if (!skh_workbook_run (workbook, read_pair, &pair, &error))
        g_error ("%s", error->message);
      ratio = pair.ours / pair.floor;
      if (i == 0)
        continue; /* warms the caches */
      g_array_append_val (ours, pair.ours);
      g_array_append_val (floors, pair.floor);
      g_array_append_val (ratios, ratio);
    }
  printf ("register-%s %.3f %.3f %.2f\n", one->name, take_median (ours),
          take_median (floors), take_median (ratios));
  fflush (stdout);
}

static char *
dup_unit (sqlite3 *db)
{
  sqlite3_stmt *row = NULL;
  char *id = NULL;

  sqlite3_prepare_v2 (db, "SELECT unit FROM commitment LIMIT 1", -1, &row, NULL);
  if (sqlite3_step (row) == SQLITE_ROW)
    id = g_strdup ((const char *)sqlite3_column_text (row, 0));
  sqlite3_finalize (row);
  return id;
}

int
main (int argc, char *argv[])
{
  guint pairs = argc > 2 ? (guint)atoi (argv[2]) : 7;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autofree char *unit = NULL;
  sqlite3 *db = NULL;

  if (argc < 2)
    g_error ("bench-register FILE [PAIRS [CASE]]");
  workbook = skh_workbook_open (argv[1], SKH_WORKBOOK_OPEN_READ, &error);
  if (workbook == NULL)
    g_error ("%s", error->message);
  if (sqlite3_open_v2 (argv[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  unit = dup_unit (db);
  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (cases); i++)
    if (argc < 4 || g_str_equal (argv[3], cases[i].name))
      measure (workbook, db, &cases[i], unit, pairs);
  sqlite3_close (db);
  return 0;
}
