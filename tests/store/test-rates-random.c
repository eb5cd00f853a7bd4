/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rates over histories at random, from a seed: lines delivered, sent back, left out and
   put back, units closing and opening, acts undone and done again, all through the store.
   After each step the ledger's rates are compared with what one statement over the stored
   texts counts, which shares nothing with the rules in core. */
#include "edit-fixture.h"
#include "skh-statement.h"
#include "skh-unit-edit.h"

#define N_STEPS 80
#define N_SEEDS 4

typedef struct
{
  EditFixture *fixture;
  GRand *rand;
  gint64 unit_id;
  SkhDate day;
} World;

/* — The slow way — */

static const struct
{
  const char *period, *first, *last, *quarters;
} periods[] = {
  { "2023", "2023-01-01", "2023-12-31", "2023-Q1 2023-Q2 2023-Q3 2023-Q4" },
  { "2023-H1", "2023-01-01", "2023-06-30", "2023-Q1 2023-Q2" },
  { "2023-Q1", "2023-01-01", "2023-03-31", "2023-Q1" },
  { "2023-Q2", "2023-04-01", "2023-06-30", "2023-Q2" },
  { "2023-Q3", "2023-07-01", "2023-09-30", "2023-Q3" },
  { "2023-Q4", "2023-10-01", "2023-12-31", "2023-Q4" },
  { "2023-04", "2023-04-01", "2023-04-30", "" },
  { "2023-06", "2023-06-01", "2023-06-30", "" },
};

/* ?1 … ?3: the period's days and quarters; ?4: the day it is seen from; ?5: the unit. */
#define COUNT                                                                            \
  "WITH line AS (SELECT a.state, a.delivered_on AS day, a.period, a.unit_id,"            \
  "  t.deadline_kind = 'quarterly' AS quarterly,"                                        \
  "  max (coalesce (a.from_day, ''), coalesce (u.opened, '')) AS opened,"                \
  "  min (coalesce (a.to_day, '9999'), coalesce (u.closed, '9999')) AS closed,"          \
  "  CASE WHEN t.deadline_kind = 'quarterly' THEN CASE substr (a.period, 6)"             \
  "   WHEN 'Q1' THEN '2023-03-31' WHEN 'Q2' THEN '2023-06-30'"                           \
  "   WHEN 'Q3' THEN '2023-09-30' ELSE '2023-12-31' END"                                 \
  "  ELSE coalesce ((SELECT d.day FROM due_day d WHERE d.task_id = t.id"                 \
  "   AND d.period = a.period), t.last_day) END AS due"                                  \
  "  FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = "           \
  "a.task_id),"                                                                          \
  " expected AS (SELECT * FROM line WHERE due IS NOT NULL AND state <> 'not_applicable'" \
  "  AND due BETWEEN opened AND closed AND CASE WHEN quarterly"                          \
  "   THEN instr (?3, period) > 0 ELSE due BETWEEN ?1 AND ?2 END"                        \
  "  AND (?5 = 0 OR unit_id = ?5))"                                                      \
  " SELECT count (*), coalesce (sum (state = 'delivered' AND day <= ?4), 0),"            \
  "  coalesce (sum (state = 'delivered' AND day <= ?4 AND day <= due), 0),"              \
  "  coalesce (sum (NOT (state = 'delivered' AND day <= ?4) AND ?4 > due), 0)"           \
  " FROM expected"

typedef struct
{
  guint period;
  SkhDate on;
  gint64 unit_id; /* 0: all */
  SkhRates rates;
} Count;

static gboolean
count_slowly (SkhDatabase *db, gpointer data, GError **error)
{
  Count *count = data;
  g_autofree char *on = skh_date_to_iso (count->on);
  g_autoptr (SkhStatement) row = skh_statement_new (db, COUNT, error);

  g_assert_nonnull (row);
  skh_statement_bind_text (row, 1, periods[count->period].first);
  skh_statement_bind_text (row, 2, periods[count->period].last);
  skh_statement_bind_text (row, 3, periods[count->period].quarters);
  skh_statement_bind_text (row, 4, on);
  skh_statement_bind_int (row, 5, count->unit_id);
  g_assert_true (skh_statement_step (row, error));
  count->rates.expected = (guint)skh_statement_get_int (row, 0);
  count->rates.actual = (guint)skh_statement_get_int (row, 1);
  count->rates.on_time = (guint)skh_statement_get_int (row, 2);
  count->rates.overdue = (guint)skh_statement_get_int (row, 3);
  return TRUE;
}

static void
assert_same (World *world, const SkhRates *rates, guint period, SkhDate on, gint64 unit)
{
  g_autoptr (GError) error = NULL;
  Count slow = { .period = period, .on = on, .unit_id = unit };
  double completeness = skh_rates_get_completeness (rates);

  skh_workbook_run (world->fixture->workbook, count_slowly, &slow, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rates->expected, ==, slow.rates.expected);
  g_assert_cmpuint (rates->actual, ==, slow.rates.actual);
  g_assert_cmpuint (rates->on_time, ==, slow.rates.on_time);
  g_assert_cmpuint (rates->overdue, ==, slow.rates.overdue);
  g_assert_cmpuint (rates->late, ==, slow.rates.actual - slow.rates.on_time);
  g_assert_cmpfloat (completeness, <=, 1.0);
  g_assert_cmpfloat (skh_rates_get_timeliness (rates), <=, completeness);
  g_assert_cmpint (completeness < 0, ==, rates->expected == 0);
}

static void
assert_sums (SkhLedger *ledger, guint period, SkhDate on, const SkhRates *whole)
{
  SkhPeriod p = skh_period_parse (periods[period].period);
  SkhRates of_tasks = { 0 }, of_sections = { 0 };
  guint n_tasks, n_sections;

  skh_ledger_get_tasks (ledger, &n_tasks);
  skh_ledger_get_sections (ledger, &n_sections);
  for (guint i = 0; i < n_tasks; i++)
    {
      SkhRates part = skh_ledger_get_rates (ledger, p, on, SKH_NO_INDEX, SKH_NO_INDEX, i);

      skh_rates_add (&of_tasks, &part);
    }
  for (guint i = 0; i < n_sections; i++)
    {
      SkhRates part = skh_ledger_get_rates (ledger, p, on, SKH_NO_INDEX, i, SKH_NO_INDEX);

      skh_rates_add (&of_sections, &part);
    }
  g_assert_cmpmem (whole, sizeof *whole, &of_tasks, sizeof of_tasks);
  g_assert_cmpmem (whole, sizeof *whole, &of_sections, sizeof of_sections);
}

static void
check_period (World *world, SkhLedger *ledger, guint period, SkhDate on)
{
  guint n_units;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n_units);
  g_autofree SkhRates *by_unit = g_new0 (SkhRates, n_units);
  SkhRates sum = { 0 };
  SkhRates whole
    = skh_ledger_get_all_rates (ledger, skh_period_parse (periods[period].period), on,
                                by_unit, NULL);

  assert_same (world, &whole, period, on, 0);
  for (guint i = 0; i < n_units; i++)
    {
      assert_same (world, &by_unit[i], period, on, units[i].id);
      skh_rates_add (&sum, &by_unit[i]);
    }
  g_assert_cmpmem (&whole, sizeof whole, &sum, sizeof sum);
  assert_sums (ledger, period, on, &whole);
}

/* — Histories — */

static SkhDate
draw_day (World *world)
{
  return skh_date_new (2022, 12, 1) + g_rand_int_range (world->rand, 0, 400);
}

static gboolean
mark (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_assignment_store_edit (db, "Đánh dấu", data, 1, error);
}

static void
mark_line (World *world, SkhLedger *ledger, GError **error)
{
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);
  SkhAssignmentEdit edit = {
    .assignment_id = lines[g_rand_int_range (world->rand, 0, (gint32)n)].id,
    .fields = SKH_EDIT_STATE,
    .state = (SkhState)g_rand_int_range (world->rand, 0, SKH_N_STATES),
    .total = -1,
  };

  if (g_rand_boolean (world->rand))
    edit.state = SKH_STATE_DELIVERED;
  if (edit.state == SKH_STATE_DELIVERED)
    {
      edit.fields |= SKH_EDIT_DELIVERED_ON;
      edit.delivered_on = draw_day (world);
    }
  if (edit.state == SKH_STATE_NOT_APPLICABLE)
    {
      edit.fields |= SKH_EDIT_REASON;
      edit.reason = "không có đảng viên";
    }
  skh_workbook_run (world->fixture->workbook, mark, &edit, error);
}

static gboolean
close_unit (SkhDatabase *db, gpointer data, GError **error)
{
  World *world = data;

  return skh_unit_store_close (db, world->unit_id, world->day, error);
}

static gboolean
open_later (SkhDatabase *db, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr (SkhOrganisation) organisation = skh_organisation_load (db, error);
  const SkhUnitRecord *unit = skh_organisation_find_unit (organisation, world->unit_id);
  SkhUnitEdit edit = { unit->id,         unit->parent_id, unit->code, unit->name,
                       unit->short_name, unit->contact,   world->day, SKH_DATE_NONE };

  return skh_unit_store_put (db, &edit, NULL, error);
}

static void
move_unit (World *world, SkhLedger *ledger, gboolean closing, GError **error)
{
  guint n;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);

  world->unit_id = units[g_rand_int_range (world->rand, 1, (gint32)n)].id;
  world->day
    = g_rand_int_range (world->rand, 0, 3) > 0 ? draw_day (world) : SKH_DATE_NONE;
  skh_workbook_run (world->fixture->workbook, closing ? close_unit : open_later, world,
                    error);
}

static gboolean
give_day (SkhDatabase *db, gpointer data, GError **error)
{
  World *world = data;

  return skh_task_store_set_due_day (db, world->unit_id, skh_period_parse ("2023"),
                                     world->day, error);
}

/* What the store refuses (nothing to undo, a unit closed before it opened) is part of
   a history. */
static void
step (World *world, SkhLedger *ledger)
{
  SkhWorkbook *workbook = world->fixture->workbook;
  int what = g_rand_int_range (world->rand, 0, 20);
  g_autoptr (GError) error = NULL;

  if (what < 12)
    mark_line (world, ledger, &error);
  else if (what < 15)
    move_unit (world, ledger, what < 14, &error);
  else if (what == 15)
    {
      world->unit_id = skh_ledger_get_tasks (ledger, NULL)[2].id;
      world->day = draw_day (world);
      skh_workbook_run (workbook, give_day, world, &error);
    }
  else
    skh_workbook_run (workbook, what < 18 ? edit_fixture_run_undo : edit_fixture_run_redo,
                      NULL, &error);
  if (error != NULL)
    g_assert_true (g_error_matches (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID)
                   || g_error_matches (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOTHING));
}

static void
test_histories (EditFixture *fixture, gconstpointer data)
{
  World world = { fixture, g_rand_new_with_seed (GPOINTER_TO_UINT (data)), 0, 0 };

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (SkhLedger) before = edit_fixture_load (fixture);
      g_autoptr (SkhLedger) ledger = NULL;

      step (&world, before);
      ledger = edit_fixture_load (fixture);
      check_period (&world, ledger,
                    (guint)g_rand_int_range (world.rand, 0, G_N_ELEMENTS (periods)),
                    draw_day (&world));
    }
  edit_fixture_assert_sound (fixture);
  g_rand_free (world.rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/rates-random/%u", seed);

      g_test_add (path, EditFixture, GUINT_TO_POINTER (seed), edit_fixture_set_up,
                  test_histories, edit_fixture_tear_down);
    }
  return g_test_run ();
}
