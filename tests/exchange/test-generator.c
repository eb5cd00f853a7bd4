/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-generator.h"
#include "skh-stores.h"

#include <glib/gstdio.h>

static const SkhGeneratorSpec small
  = { .n_units = 25, .n_tasks = 24, .seed = 7, .year = 2024 };

static char *
make_path (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
remove_workbook (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

static gboolean
check (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) faults = skh_check_run (db, error);

  return faults != NULL && faults->len == 0;
}

static SkhLedger *
generate (const char *path, const SkhGeneratorSpec *spec)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) workbook = NULL;
  SkhLedger *ledger;

  skh_generator_create (path, spec, &error);
  g_assert_no_error (error);
  workbook = skh_workbook_open (path, SKH_WORKBOOK_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_true (skh_workbook_run (workbook, check, NULL, &error));
  ledger = skh_workbook_load_ledger (workbook, 0, &error);
  g_assert_no_error (error);
  return ledger;
}

/* Everything but the ids, which carry the time. */
static char *
describe (SkhLedger *ledger)
{
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const SkhFigure *figures = skh_ledger_get_figures (ledger, &lines[i]);

      g_string_append_printf (text, "%u %u %d %d %d %s\n", lines[i].unit, lines[i].task,
                              lines[i].line.state, lines[i].line.due,
                              lines[i].line.delivered_on,
                              lines[i].document != NULL ? lines[i].document : "");
      for (guint f = 0; f < lines[i].n_figures; f++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                figures[f].value, figures[f].total);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_generated (const char *folder, guint32 seed)
{
  g_autofree char *path = make_path (folder, "a.skh");
  SkhGeneratorSpec spec = small;
  g_autoptr (SkhLedger) ledger = NULL;

  spec.seed = seed;
  ledger = generate (path, &spec);
  remove_workbook (path);
  return describe (ledger);
}

static void
test_same_seed_same_data (void)
{
  g_autofree char *folder = g_dir_make_tmp ("so-XXXXXX", NULL);
  g_autofree char *first = describe_generated (folder, 7);
  g_autofree char *again = describe_generated (folder, 7);
  g_autofree char *other = describe_generated (folder, 8);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* As many units and tasks as asked for, and lines of every state. */
static void
test_size_and_variety (void)
{
  g_autofree char *folder = g_dir_make_tmp ("so-XXXXXX", NULL);
  g_autofree char *path = make_path (folder, "a.skh");
  g_autoptr (SkhLedger) ledger = generate (path, &small);
  guint n_units, n_tasks, n_lines;
  guint states[SKH_N_STATES] = { 0 };
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n_lines);

  skh_ledger_get_units (ledger, &n_units);
  skh_ledger_get_tasks (ledger, &n_tasks);
  g_assert_cmpuint (n_units, ==, small.n_units);
  g_assert_cmpuint (n_tasks, ==, small.n_tasks);
  g_assert_cmpuint (n_lines, >, n_units * n_tasks / 2);
  g_assert_cmpuint (n_lines, <, n_units * n_tasks * 2);
  for (guint i = 0; i < n_lines; i++)
    states[lines[i].line.state]++;
  for (guint i = 0; i < SKH_N_STATES; i++)
    g_assert_cmpuint (states[i], >, 0);
  remove_workbook (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_never_over_a_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("so-XXXXXX", NULL);
  g_autofree char *path = make_path (folder, "a.skh");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "mine", -1, NULL);
  g_assert_false (skh_generator_create (path, &small, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_EXISTS);
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "mine");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_scales (void)
{
  SkhGeneratorSpec spec = { .seed = 3, .year = 2023 };

  g_assert_true (skh_generator_spec_for_scale ("district", &spec));
  g_assert_cmpuint (spec.n_units, ==, 60);
  g_assert_cmpuint (spec.n_tasks, ==, 54);
  g_assert_true (skh_generator_spec_for_scale ("province", &spec));
  g_assert_cmpuint (spec.n_units, ==, 700);
  g_assert_true (skh_generator_spec_for_scale ("national", &spec));
  g_assert_cmpuint (spec.n_units, ==, 52000);
  g_assert_false (skh_generator_spec_for_scale ("world", &spec));
  g_assert_cmpuint (spec.seed, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generator/same-seed", test_same_seed_same_data);
  g_test_add_func ("/generator/size", test_size_and_variety);
  g_test_add_func ("/generator/never-over", test_never_over_a_file);
  g_test_add_func ("/generator/scales", test_scales);
  return g_test_run ();
}
