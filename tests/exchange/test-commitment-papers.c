/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the office about commitments: the table by unit, lists by unit, and a form
   a person, three hundred of them in one file. */
#include "sample-draft.h"
#include "skh-commitment-form.h"
#include "skh-commitment-report.h"
#include "skh-commitment-store.h"
#include "skh-paper.h"
#include "skh-register-report.h"
#include "skh-register-store.h"
#include "skh-sheet-writer.h"
#include "skh-stores.h"

#include <glib/gstdio.h>
#include <string.h>

#define YEAR 2023
#define N_OF_A2 5

typedef struct
{
  char *folder, *path;
  SkhWorkbook *workbook;
  SkhLedger *ledger;
  SkhRegisterQuery *query; /* all commitments */
  guint n_of_a1;
} Fixture;

/* — A unit of three hundred, and a small one — */

static void
set (SkhEntry *entry, const char *key, const char *text)
{
  g_autofree char *fault = NULL;

  skh_entry_set_typed (entry,
                       skh_register_find_field (skh_entry_get_register (entry), key),
                       text, YEAR, &fault);
  g_assert_cmpstr (fault, ==, NULL);
}

static void
add_people (SkhDatabase *db, SkhRegister *people, const char *unit, guint n)
{
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_entry_unref);

  for (guint i = 0; i < n; i++)
    {
      SkhEntry *entry = skh_entry_new (people);
      g_autofree char *name = g_strdup_printf ("Người Mẫu %s %03u", unit, i);

      set (entry, "name", name);
      set (entry, "unit", unit);
      set (entry, "birth", "1/2/1980");
      set (entry, "cell", "Chi bộ mẫu 1");
      set (entry, "position", "Chuyên viên");
      g_ptr_array_add (list, entry);
    }
  g_assert_true (skh_register_store_put_many (db, "people",
                                              (SkhEntry *const *)list->pdata, list->len,
                                              NULL));
}

static gboolean
fill (SkhDatabase *db, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();
  g_autoptr (SkhRegister) people = NULL;
  g_autoptr (SkhRegister) commitments = NULL;
  guint n_added;

  g_assert_true (skh_plan_store_create (db, draft, error));
  people = skh_register_store_load_register (db, "people", error);
  commitments = skh_register_store_load_register (db, "commitments", error);
  add_people (db, people, "A1", fixture->n_of_a1);
  add_people (db, people, "A2", N_OF_A2);
  g_assert_true (skh_commitment_store_add_expected (db, YEAR, skh_date_new (YEAR, 1, 15),
                                                    0, &n_added, error));
  g_assert_cmpuint (n_added, ==, fixture->n_of_a1 + N_OF_A2);
  fixture->query = skh_register_query_parse (commitments, "sort person", NULL);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->n_of_a1 = GPOINTER_TO_UINT (data);
  fixture->folder = g_dir_make_tmp ("sổ-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "sổ.skh", NULL);
  fixture->workbook = skh_workbook_create (fixture->path, &error);
  g_assert_no_error (error);
  skh_workbook_run (fixture->workbook, fill, fixture, &error);
  g_assert_no_error (error);
  fixture->ledger = skh_workbook_load_ledger (fixture->workbook, 0, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  skh_register_query_free (fixture->query);
  skh_ledger_unref (fixture->ledger);
  g_clear_object (&fixture->workbook);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* — Forms — */

/* What was written is kept where KEEP says, to be looked at. */
static void
write_pdf (Fixture *fixture, SkhPaper *paper, const char *name)
{
  const char *folder = g_getenv ("KEEP") != NULL ? g_getenv ("KEEP") : fixture->folder;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  skh_paper_write_pdf (paper, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, >, 10000);
  g_assert_cmpmem (content, 4, "%PDF", 4);
}

static SkhPaper *
set_forms (Fixture *fixture, const char *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhReport) report
    = skh_commitment_form_new (fixture->workbook, fixture->ledger, fixture->query, NULL,
                               0, &error);
  SkhPaper *paper;

  g_assert_no_error (error);
  g_assert_cmpuint (skh_report_get_n_letters (report), ==, fixture->n_of_a1 + N_OF_A2);
  paper = skh_paper_new (report, profile, &error);
  g_assert_no_error (error);
  return paper;
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SkhPaper) paper = set_forms (fixture, "hd36-2018");
  double width, height;

  skh_paper_get_page_size (paper, &width, &height);
  g_assert_cmpfloat (width, ==, 210);
  g_assert_cmpfloat (height, ==, 297);
  /* Each form is two pages: seven headings with lines to write on. */
  g_assert_cmpuint (skh_paper_get_n_pages (paper), ==, 2 * (fixture->n_of_a1 + N_OF_A2));
  write_pdf (fixture, paper, "bản cam kết.pdf");
}

static gboolean
write_much (SkhDatabase *db, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();
  g_autoptr (GPtrArray) page
    = skh_register_store_read_page (db, fixture->query, cursor, 1, NULL, error);
  SkhEntry *entry = page->pdata[0];
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "Giữ vững lập trường, nêu gương trong công việc hằng ngày. ");
  set (entry, "written_on", "5/2/2023");
  set (entry, "ideology", text->str);
  set (entry, "ethics", "Một dòng.\nHai dòng.");
  set (entry, "final", "good");
  return skh_register_store_put (db, entry, error);
}

/* A text longer than a page goes on overleaf; an answer given replaces its lines. */
static void
test_long_form (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhReport) report = NULL;
  g_autoptr (SkhPaper) paper = NULL;
  gint64 id = 0;
  guint dots = 0;

  skh_workbook_run (fixture->workbook, write_much, fixture, &error);
  g_assert_no_error (error);
  report = skh_commitment_form_new (fixture->workbook, fixture->ledger, fixture->query,
                                    NULL, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < skh_report_get_letter (report, 0)->paragraphs->len; i++)
    dots += g_array_index (skh_report_get_letter (report, 0)->paragraphs, SkhParagraph, i)
              .kind
            == SKH_PARAGRAPH_DOTS;
  g_assert_cmpuint (dots, ==, 5);
  paper = skh_paper_new (report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (skh_paper_get_n_pages (paper), >,
                    2 * (fixture->n_of_a1 + N_OF_A2) + 4);
  g_clear_object (&report);
  /* Of one line alone: one that is gone is passed over. */
  report = skh_commitment_form_new (fixture->workbook, fixture->ledger, fixture->query,
                                    &id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (skh_report_get_n_letters (report), ==, 0);
  write_pdf (fixture, paper, "bản dài.pdf");
}

/* — Tables — */

static gint64
get_number (const SkhRow *row, guint cell)
{
  g_assert_cmpint (row->cells[cell].kind, ==, SKH_CELL_NUMBER);
  return row->cells[cell].number;
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhReport) report = NULL;
  SkhTable *table;
  const SkhRow *row;
  gint64 sum = 0, total = -1;

  skh_workbook_run (fixture->workbook, write_much, fixture, &error);
  g_assert_no_error (error);
  report = skh_commitment_report_new (fixture->workbook, fixture->ledger, 0,
                                      skh_date_new (YEAR, 3, 1), &error);
  g_assert_no_error (error);
  table = skh_report_get_table (report, 0);
  while ((row = skh_table_next_row (table)) != NULL)
    if (row->kind == SKH_ROW_BODY)
      sum += get_number (row, 3);
    else if (row->kind == SKH_ROW_TOTAL)
      {
        total = get_number (row, 3);
        g_assert_cmpint (get_number (row, 2), ==, 1);
      }
  g_assert_cmpint (sum, ==, fixture->n_of_a1 + N_OF_A2);
  g_assert_cmpint (total, ==, sum);
}

/* A sheet a unit, and all lines of each. */
static void
test_by_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhReport) report
    = skh_register_report_new_by_unit (fixture->workbook, fixture->ledger, fixture->query,
                                       skh_date_new (YEAR, 3, 1), &error);
  const guint wanted[] = { fixture->n_of_a1, N_OF_A2 };
  g_autofree char *path = g_build_filename (fixture->folder, "đơn vị.xlsx", NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (skh_report_get_n_tables (report), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      guint n = 0;

      while (skh_table_next_row (skh_report_get_table (report, i)) != NULL)
        n++;
      g_assert_cmpuint (n, ==, wanted[i]);
    }
  g_assert_cmpstr (skh_table_get_sheet_name (skh_report_get_table (report, 0)), !=,
                   skh_table_get_sheet_name (skh_report_get_table (report, 1)));
  g_assert_true (skh_sheet_writer_write (report, path, &error));
  g_assert_no_error (error);
  g_assert_false (skh_register_report_has_failed (report, &error));
}

#define ADD(path, n_of_a1, func)                                                         \
  g_test_add ("/commitment-papers/" path, Fixture, GUINT_TO_POINTER (n_of_a1), set_up,   \
              func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("forms", 300, test_forms);
  ADD ("long-form", 12, test_long_form);
  ADD ("table", 12, test_table);
  ADD ("by-unit", 12, test_by_unit);
  return g_test_run ();
}
