/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the ledger counts of registers is what their own functions count, on any day; and
   a register says of which units it has no line. */
#include "skh-commitment-store.h"
#include "skh-plan-template.h"
#include "skh-register-store.h"
#include "skh-stores.h"
#include "skh-workbook.h"

#include <glib/gstdio.h>

#define YEAR 2023
#define N_LINES 150

typedef struct
{
  char *folder, *path;
  SkhWorkbook *workbook;
  GRand *rand;
} Fixture;

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
set_some_day (Fixture *fixture, SkhEntry *entry, const char *key, int first_month)
{
  g_autofree char *day
    = g_strdup_printf ("%d/%d", g_rand_int_range (fixture->rand, 1, 28),
                       g_rand_int_range (fixture->rand, first_month, first_month + 4));

  if (g_rand_int_range (fixture->rand, 0, 3) > 0)
    set (entry, key, day);
}

/* — Random commitments — */

static SkhEntry *
make_commitment (Fixture *fixture, SkhRegister *reg, SkhEntry *person, const char *unit)
{
  static const char *const kinds[]
    = { "", "member", "cadre", "official", "association", "soldier" };
  static const char *const levels[]
    = { "", "", "", "excellent", "good", "done", "failed" };
  SkhEntry *entry = skh_entry_new (reg);
  SkhValue value
    = { .is_set = TRUE, .id = skh_entry_get_id (person), .text = g_strdup ("Người Mẫu") };

  skh_entry_take_value (entry, skh_register_find_field (reg, "person"), &value);
  set (entry, "unit", unit);
  set (entry, "year", "2023");
  set (entry, "kind", kinds[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (kinds))]);
  set (entry, "managed", g_rand_boolean (fixture->rand) ? "yes" : "");
  set (entry, "final",
       levels[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (levels))]);
  set_some_day (fixture, entry, "written_on", 1);
  set_some_day (fixture, entry, "received_by_cell_on", 5);
  set_some_day (fixture, entry, "received_by_btg_on", 6);
  set_some_day (fixture, entry, "received_by_tcnv_on", 7);
  return entry;
}

static gboolean
fill (SkhDatabase *db, gpointer data, GError **error)
{
  static const char *const units[] = { "DU-PHO-HOA", "DU-PHO-MINH", "DU-PHO-VAN", "VP" };
  Fixture *fixture = data;
  g_autoptr (SkhPlanDraft) draft
    = skh_plan_template_read_builtin ("duc-pho-2023", 0, NULL);
  g_autoptr (SkhRegister) people = NULL;
  g_autoptr (SkhRegister) commitments = NULL;
  g_autoptr (SkhEntry) person = NULL;

  g_assert_true (skh_plan_store_create (db, draft, error));
  people = skh_register_store_load_register (db, "people", error);
  commitments = skh_register_store_load_register (db, "commitments", error);
  person = skh_entry_new (people);
  set (person, "name", "Người Mẫu");
  set (person, "unit", "VP");
  g_assert_true (skh_register_store_put (db, person, error));
  for (guint i = 0; i < N_LINES; i++)
    {
      g_autoptr (SkhEntry) entry
        = make_commitment (fixture, commitments, person, units[i % 4]);

      if (!skh_register_store_put (db, entry, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sổ-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "sổ.skh", NULL);
  fixture->rand = g_rand_new_with_seed (g_test_rand_int ());
  fixture->workbook = skh_workbook_create (fixture->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->workbook);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_rand_free (fixture->rand);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* — The same numbers — */

static const SkhAssignment *
find_line (SkhLedger *ledger, gint64 unit_id, const char *no)
{
  guint n, task = skh_ledger_find_task (ledger, no);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  for (guint i = 0; i < n; i++)
    if (lines[i].task == task
        && skh_ledger_get_units (ledger, NULL)[lines[i].unit].id == unit_id)
      return &lines[i];
  return NULL;
}

static void
assert_figure (SkhLedger *ledger,
               const SkhAssignment *line,
               guint measure,
               SkhDate on,
               guint value,
               guint total)
{
  SkhPeriod year = skh_period_new (SKH_PERIOD_YEAR, YEAR, 1);
  SkhFigure figure;

  if (!skh_ledger_get_counted (ledger, line, measure, year, on, &figure))
    {
      g_assert_cmpuint (total, ==, 0);
      return;
    }
  g_assert_cmpint (figure.value, ==, value);
  g_assert_cmpint (figure.total, ==, total);
}

typedef struct
{
  SkhDate on;
  GArray *units;
} Reading;

static gboolean
read_rates (SkhDatabase *db, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->units = skh_commitment_store_list_rates (db, YEAR, reading->on, error);
  return reading->units != NULL;
}

/* The units that the plan asks: VP has commitments, and no line of the plan. */
static guint
compare_units (SkhLedger *ledger, const Reading *reading)
{
  guint n_compared = 0;

  for (guint i = 0; i < reading->units->len; i++)
    {
      const SkhUnitCommitments *unit
        = &g_array_index (reading->units, SkhUnitCommitments, i);
      const SkhAssignment *line = find_line (ledger, unit->unit_id, "19");

      if (line == NULL)
        continue;
      for (guint kind = 0; kind < SKH_N_COMMITMENT_KINDS; kind++)
        assert_figure (ledger, line, kind, reading->on, unit->rates.committed_of[kind],
                       unit->rates.expected_of[kind]);
      assert_figure (ledger, find_line (ledger, unit->unit_id, "20"), 0, reading->on,
                     unit->rates.managed_submitted, unit->rates.managed);
      n_compared++;
    }
  return n_compared;
}

static void
test_commitments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = NULL;

  skh_workbook_run (fixture->workbook, fill, fixture, &error);
  g_assert_no_error (error);
  ledger = skh_workbook_load_ledger (fixture->workbook, 0, &error);
  g_assert_no_error (error);
  for (int month = 1; month <= 12; month++)
    {
      Reading reading = { .on = skh_date_new (YEAR, month, 14) };

      skh_workbook_run (fixture->workbook, read_rates, &reading, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (compare_units (ledger, &reading), ==, 3);
      g_array_unref (reading.units);
    }
}

/* — Units without a line — */

static gboolean
add_breakthrough (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhRegister) reg
    = skh_register_store_load_register (db, "breakthroughs", error);
  g_autoptr (SkhEntry) entry = skh_entry_new (reg);

  set (entry, "unit", "DU-PHO-HOA");
  set (entry, "year", data);
  set (entry, "task", "Việc mẫu");
  set (entry, "state", "registered");
  return skh_register_store_put (db, entry, error);
}

static guint
count_without (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = skh_workbook_load_ledger (fixture->workbook, 0, &error);
  g_autoptr (GArray) units
    = skh_ledger_list_units_without (ledger, "breakthroughs", skh_date_new (YEAR, 6, 1));

  g_assert_no_error (error);
  return units->len;
}

static void
test_units_without (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint before;

  skh_workbook_run (fixture->workbook, fill, fixture, &error);
  g_assert_no_error (error);
  before = count_without (fixture);
  g_assert_cmpuint (before, ==, 17); /* the committees of the plan */
  skh_workbook_run (fixture->workbook, add_breakthrough, (gpointer) "2022", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_without (fixture), ==, before);
  skh_workbook_run (fixture->workbook, add_breakthrough, (gpointer) "2023", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_without (fixture), ==, before - 1);
}

#define ADD(path, func)                                                                  \
  g_test_add ("/register-figures/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("commitments", test_commitments);
  ADD ("units-without", test_units_without);
  return g_test_run ();
}
