/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures over histories at random, from a seed: entered, corrected and taken away, lines
   delivered, sent back and left out, units moved about in the tree, acts undone and done
   again. After each step the ledger's sums up the tree are compared with what one
   recursive statement over the stored texts adds up, which shares nothing with them. */
#include "edit-fixture.h"
#include "skh-statement.h"
#include "skh-unit-edit.h"

#define N_STEPS 60
#define N_SEEDS 3
#define TASK "2" /* quarterly, of the units A1 … A3; asks for members and meetings */

typedef struct
{
  EditFixture *fixture;
  GRand *rand;
  gint64 unit_id, parent_id;
} World;

static const struct
{
  const char *period, *quarters;
} periods[] = {
  { "2023", "2023-Q1 2023-Q2 2023-Q3 2023-Q4" },
  { "2023-H2", "2023-Q3 2023-Q4" },
  { "2023-Q1", "2023-Q1" },
  { "2023-Q2", "2023-Q2" },
};

static const char *const keys[] = { "members_attending", "meetings" };

/* — The slow way — */

/* ?1: the unit; ?2: the day; ?3: the period's quarters; ?4: the measure. */
#define SUM                                                                              \
  "WITH RECURSIVE below (id) AS (SELECT ?1 UNION"                                        \
  "  SELECT u.id FROM unit u JOIN below ON u.parent_id = below.id),"                     \
  " line AS (SELECT a.unit_id, f.value, f.total FROM assignment a"                       \
  "  JOIN figure f ON f.assignment_id = a.id JOIN measure m ON m.id = f.measure_id"      \
  "  WHERE a.unit_id IN below AND m.key = ?4 AND instr (?3, a.period) > 0"               \
  "  AND a.state <> 'not_applicable' AND (a.state <> 'delivered'"                        \
  "   OR a.delivered_on <= ?2))"                                                         \
  " SELECT coalesce (sum (value), 0), coalesce (sum (total), 0), count (*),"             \
  "  (SELECT coalesce (max (n), 0) FROM (SELECT count (*) AS n FROM line"                \
  "   GROUP BY unit_id)) FROM line"

typedef struct
{
  gint64 unit_id;
  SkhDate on;
  guint period, key;
  SkhFigureSum sum;
} Sum;

static gboolean
sum_slowly (SkhDatabase *db, gpointer data, GError **error)
{
  Sum *sum = data;
  g_autofree char *on = skh_date_to_iso (sum->on);
  g_autoptr (SkhStatement) row = skh_statement_new (db, SUM, error);

  g_assert_nonnull (row);
  skh_statement_bind_int (row, 1, sum->unit_id);
  skh_statement_bind_text (row, 2, on);
  skh_statement_bind_text (row, 3, periods[sum->period].quarters);
  skh_statement_bind_text (row, 4, keys[sum->key]);
  g_assert_true (skh_statement_step (row, error));
  sum->sum.value = skh_statement_get_int (row, 0);
  sum->sum.total = skh_statement_get_int (row, 1);
  sum->sum.n_lines = (guint)skh_statement_get_int (row, 2);
  sum->sum.most_lines = (guint)skh_statement_get_int (row, 3);
  return TRUE;
}

static void
assert_same (World *world, const SkhFigureSum *sum, Sum *slow)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (world->fixture->workbook, sum_slowly, slow, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sum->value, ==, slow->sum.value);
  g_assert_cmpint (sum->total, ==, slow->sum.total);
  g_assert_cmpuint (sum->n_lines, ==, slow->sum.n_lines);
  g_assert_cmpuint (sum->most_lines, ==, slow->sum.most_lines);
  if (sum->has_total)
    g_assert_cmpint (sum->value, <=, sum->total);
}

/* What is added up at the top is all there is, once. */
static void
check_sums (World *world, SkhLedger *ledger, guint period, guint key, SkhDate on)
{
  guint n, task = skh_ledger_find_task (ledger, TASK);
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);
  g_autofree SkhFigureSum *sums = g_new0 (SkhFigureSum, n);
  SkhPeriod p = skh_period_parse (periods[period].period);
  SkhFigureSum all = skh_ledger_sum_figure (ledger, task, keys[key], SKH_NO_INDEX, p, on);
  gint64 top = 0;

  skh_ledger_sum_figure_by_unit (ledger, task, keys[key], p, on, sums);
  skh_ledger_add_up_tree (ledger, sums);
  for (guint i = 0; i < n; i++)
    {
      Sum slow = { units[i].id, on, period, key, { 0 } };

      assert_same (world, &sums[i], &slow);
      if (units[i].parent == SKH_NO_INDEX)
        top += sums[i].value;
    }
  g_assert_cmpint (top, ==, all.value);
}

/* — Histories — */

static SkhDate
draw_day (World *world)
{
  return skh_date_new (2022, 12, 1) + g_rand_int_range (world->rand, 0, 400);
}

static gboolean
edit (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_assignment_store_edit (db, "Đánh dấu", data, 1, error);
}

static const SkhAssignment *
draw_line (World *world, SkhLedger *ledger)
{
  const SkhTask *task
    = &skh_ledger_get_tasks (ledger, NULL)[skh_ledger_find_task (ledger, TASK)];

  return &skh_ledger_get_assignments (
    ledger,
    NULL)[task->first_assignment
          + (guint)g_rand_int_range (world->rand, 0, (gint32)task->n_assignments)];
}

static void
enter_figure (World *world, SkhLedger *ledger, GError **error)
{
  gint64 value = g_rand_int_range (world->rand, -1, 300);
  SkhFigureEdit figure = { keys[g_rand_boolean (world->rand)], value, -1 };
  SkhAssignmentEdit line = { .assignment_id = draw_line (world, ledger)->id,
                             .total = -1,
                             .figures = &figure,
                             .n_figures = 1 };

  if (figure.key == keys[0] && value >= 0) /* one in five is more than all */
    figure.total = value + g_rand_int_range (world->rand, -10, 40);
  skh_workbook_run (world->fixture->workbook, edit, &line, error);
}

static void
mark_line (World *world, SkhLedger *ledger, GError **error)
{
  SkhAssignmentEdit line = {
    .assignment_id = draw_line (world, ledger)->id,
    .fields = SKH_EDIT_STATE,
    .state = (SkhState)g_rand_int_range (world->rand, 0, SKH_N_STATES),
    .total = -1,
  };

  if (line.state == SKH_STATE_DELIVERED)
    {
      line.fields |= SKH_EDIT_DELIVERED_ON;
      line.delivered_on = draw_day (world);
    }
  if (line.state == SKH_STATE_NOT_APPLICABLE)
    {
      line.fields |= SKH_EDIT_REASON;
      line.reason = "không có đảng viên";
    }
  skh_workbook_run (world->fixture->workbook, edit, &line, error);
}

static gboolean
move_under (SkhDatabase *db, gpointer data, GError **error)
{
  World *world = data;

  return skh_unit_store_move (db, world->unit_id, world->parent_id, 0, error);
}

/* Under itself or under what is under it is refused, and is part of a history. */
static void
move_unit (World *world, SkhLedger *ledger, GError **error)
{
  guint n;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);

  world->unit_id = units[g_rand_int_range (world->rand, 1, (gint32)n)].id;
  world->parent_id = units[g_rand_int_range (world->rand, 0, (gint32)n)].id;
  skh_workbook_run (world->fixture->workbook, move_under, world, error);
}

static void
step (World *world, SkhLedger *ledger)
{
  int what = g_rand_int_range (world->rand, 0, 20);
  g_autoptr (GError) error = NULL;

  if (what < 9)
    enter_figure (world, ledger, &error);
  else if (what < 13)
    mark_line (world, ledger, &error);
  else if (what < 17)
    move_unit (world, ledger, &error);
  else
    skh_workbook_run (world->fixture->workbook,
                      what < 19 ? edit_fixture_run_undo : edit_fixture_run_redo, NULL,
                      &error);
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
      check_sums (&world, ledger,
                  (guint)g_rand_int_range (world.rand, 0, G_N_ELEMENTS (periods)),
                  (guint)g_rand_boolean (world.rand), draw_day (&world));
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
      g_autofree char *path = g_strdup_printf ("/figures-random/%u", seed);

      g_test_add (path, EditFixture, GUINT_TO_POINTER (seed), edit_fixture_set_up,
                  test_histories, edit_fixture_tear_down);
    }
  return g_test_run ();
}
