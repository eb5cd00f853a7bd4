/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a template asks of each unit, found here a second way, and what is in a workbook
   made from it. */
#include "skh-plan-template.h"
#include "skh-stores.h"
#include "skh-workbook.h"

#include <glib/gstdio.h>

/* The units that a code means: a unit, or a group with those it includes or counts at. */
static void
add_units (const SkhPlanDraft *draft, const char *code, GHashTable *units)
{
  for (guint i = 0; i < draft->units->len; i++)
    {
      const SkhUnitDraft *unit = &g_array_index (draft->units, SkhUnitDraft, i);

      if (g_str_equal (unit->code, code)
          || (unit->groups != NULL && g_strv_contains (unit->groups, code)))
        g_hash_table_add (units, (gpointer)unit->code);
    }
  for (guint i = 0; i < draft->groups->len; i++)
    {
      const SkhGroupDraft *group = &g_array_index (draft->groups, SkhGroupDraft, i);

      if (!g_str_equal (group->code, code))
        continue;
      if (group->at != NULL)
        add_units (draft, group->at, units);
      for (guint j = 0; group->includes != NULL && group->includes[j] != NULL; j++)
        add_units (draft, group->includes[j], units);
    }
}

static GHashTable *
list_leading_units (const SkhPlanDraft *draft, const SkhTaskDraft *task)
{
  GHashTable *units = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; task->lead[i] != NULL; i++)
    add_units (draft, task->lead[i], units);
  return units;
}

/* No figure is counted from two places: no unit is asked for it by two tasks. */
static void
test_figures_once (void)
{
  g_autoptr (SkhPlanDraft) draft
    = skh_plan_template_read_builtin ("duc-pho-2023", 0, NULL);
  g_autoptr (GHashTable) asked
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < draft->tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (draft->tasks, SkhTaskDraft, i);
      g_autoptr (GHashTable) units = list_leading_units (draft, task);
      GHashTableIter iter;
      gpointer unit;

      g_assert_cmpuint (g_hash_table_size (units), >, 0);
      for (guint j = 0; j < task->measures->len; j++)
        {
          const char *key = g_array_index (task->measures, SkhMeasureDraft, j).key;

          g_hash_table_iter_init (&iter, units);
          while (g_hash_table_iter_next (&iter, &unit, NULL))
            if (!g_hash_table_add (asked, g_strdup_printf ("%s %s", (char *)unit, key)))
              {
                g_test_message ("task %s asks %s again for %s", task->no, (char *)unit,
                                key);
                g_test_fail ();
              }
        }
    }
}

static gboolean
create_and_check (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (!skh_plan_store_create (db, data, error))
    return FALSE;
  found = skh_check_run (db, error);
  g_assert_cmpuint (found->len, ==, 0);
  return TRUE;
}

static SkhLedger *
make_ledger (SkhPlanDraft *draft, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) workbook = skh_workbook_create (path, &error);
  SkhLedger *ledger;

  g_assert_no_error (error);
  skh_workbook_run (workbook, create_and_check, draft, &error);
  g_assert_no_error (error);
  ledger = skh_workbook_load_ledger (workbook, 0, &error);
  g_assert_no_error (error);
  skh_workbook_close (workbook);
  return ledger;
}

/* One line for each leading unit, four when it is asked each quarter. */
static void
assert_lines (SkhLedger *ledger, const SkhPlanDraft *draft)
{
  guint n_tasks;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n_tasks);

  g_assert_cmpuint (n_tasks, ==, draft->tasks->len);
  for (guint i = 0; i < n_tasks; i++)
    {
      const SkhTaskDraft *task = &g_array_index (draft->tasks, SkhTaskDraft, i);
      g_autoptr (GHashTable) units = list_leading_units (draft, task);
      gboolean quarterly = task->deadline.kind == SKH_DEADLINE_QUARTERLY
                           || task->deadline.kind == SKH_DEADLINE_QUARTERLY_SET_BY_OFFICE;

      g_test_message ("task %s", task->no);
      g_assert_cmpstr (tasks[i].no, ==, task->no);
      g_assert_cmpstr (tasks[i].short_title, ==, task->short_title);
      g_assert_cmpint (tasks[i].deadline.last_day, ==, task->deadline.last_day);
      g_assert_cmpuint (tasks[i].n_measures, ==, task->measures->len);
      g_assert_cmpuint (tasks[i].n_assignments, ==,
                        g_hash_table_size (units) * (quarterly ? 4 : 1));
    }
}

static void
test_workbook (gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("skh-template-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.skh", NULL);
  g_autoptr (SkhPlanDraft) draft = skh_plan_template_read_builtin (id, 2024, &error);
  g_autoptr (SkhLedger) ledger = NULL;
  guint n_units, n_sections;

  g_assert_no_error (error);
  ledger = make_ledger (draft, path);
  assert_lines (ledger, draft);
  skh_ledger_get_units (ledger, &n_units);
  skh_ledger_get_sections (ledger, &n_sections);
  g_assert_cmpuint (n_units, ==, draft->units->len);
  g_assert_cmpuint (n_sections, ==, draft->sections->len);
  g_assert_cmpint (skh_ledger_get_plan (ledger)->year, ==, 2024);
  g_assert_cmpstr (skh_ledger_get_plan (ledger)->title, ==, draft->title);
  g_assert_false (skh_holidays_knows_year (skh_ledger_get_holidays (ledger), 2024));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-workbook/figures-once", test_figures_once);
  g_test_add_data_func ("/template-workbook/duc-pho-2023", "duc-pho-2023", test_workbook);
  g_test_add_data_func ("/template-workbook/ke-hoach-trong", "ke-hoach-trong",
                        test_workbook);
  return g_test_run ();
}
