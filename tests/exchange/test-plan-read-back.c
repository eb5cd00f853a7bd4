/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A built-in plan, written into a workbook and read back, says the same; read back and
   added as one more plan, it gives the same lines again. */
#include "draft-text.h"
#include "edit-fixture.h"
#include "skh-plan-edit.h"
#include "skh-plan-template.h"
#include "skh-workbook-maker.h"

#include <glib/gstdio.h>

static gboolean
run_dup (SkhDatabase *db, gpointer data, GError **error)
{
  SkhPlanDraft **draft = data;

  *draft = skh_plan_store_dup_draft (db, 0, error);
  return *draft != NULL;
}

static gboolean
run_add (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_plan_store_add_plan (db, data, NULL, error);
}

static void
assert_same_lines (SkhWorkbook *workbook)
{
  g_autoptr (GPtrArray) plans = skh_workbook_list_plans (workbook, NULL);
  guint n[2];

  g_assert_cmpuint (plans->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const SkhPlanRecord *plan = g_ptr_array_index (plans, i);
      g_autoptr (SkhLedger) ledger = skh_workbook_load_ledger (workbook, plan->id, NULL);

      skh_ledger_get_assignments (ledger, &n[i]);
    }
  g_assert_cmpuint (n[0], >, 100);
  g_assert_cmpuint (n[0], ==, n[1]);
}

static void
test_read_back (EditFixture *fixture, gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPlanDraft) made = skh_plan_template_read_builtin (id, 0, &error);
  g_autoptr (SkhPlanDraft) read = NULL;
  g_autofree char *expected = draft_to_text (made), *found = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "khác.skh", NULL);
  g_autoptr (SkhWorkbook) workbook = skh_workbook_maker_create (path, made, &error);

  g_assert_no_error (error);
  skh_workbook_run (workbook, run_dup, &read, &error);
  g_assert_no_error (error);
  found = draft_to_text (read);
  g_assert_cmpstr (found, ==, expected);
  if (read->tasks->len == 0)
    return;
  skh_workbook_run (workbook, run_add, read, &error);
  g_assert_no_error (error);
  assert_same_lines (workbook);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-read-back/duc-pho-2023", EditFixture, "duc-pho-2023",
              edit_fixture_set_up, test_read_back, edit_fixture_tear_down);
  g_test_add ("/plan-read-back/ke-hoach-trong", EditFixture, "ke-hoach-trong",
              edit_fixture_set_up, test_read_back, edit_fixture_tear_down);
  return g_test_run ();
}
