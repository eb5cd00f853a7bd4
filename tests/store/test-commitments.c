/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commitments are counted in one pass of SQL; here they are counted again, line by line,
   from what the register's own entries say. */
#include "edit-fixture.h"
#include "skh-commitment-store.h"
#include "skh-register-store.h"
#include "skh-stores.h"

#define N_PEOPLE 240
#define YEAR 2023

static const char *const kinds[]
  = { "", "member", "probationary", "cadre", "official", "association", "soldier" };
static const char *const levels[] = { "excellent", "good", "done", "failed" };

typedef struct
{
  SkhDatabase *db;
  GRand *rand;
  SkhRegister *people, *commitments;
} World;

static void
set (SkhEntry *entry, const char *key, const char *text)
{
  g_autofree char *fault = NULL;
  guint field = skh_register_find_field (skh_entry_get_register (entry), key);

  if (!skh_entry_set_typed (entry, field, text, YEAR, &fault))
    g_error ("%s: %s", key, fault);
}

/* — Random people and random papers — */

static void
add_people (World *world)
{
  static const char *const units[] = { "A1", "A2", "A3", "B1" };
  g_autoptr (GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_entry_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      SkhEntry *entry = skh_entry_new (world->people);
      g_autofree char *name = g_strdup_printf ("Người Mẫu %03u", i);

      set (entry, "name", name);
      set (entry, "unit", units[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (units))]);
      set (entry, "kind", kinds[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (kinds))]);
      set (entry, "managed", g_rand_boolean (world->rand) ? "yes" : "");
      set (entry, "from_day", i % 10 == 1 ? "1/9/2023" : i % 10 == 2 ? "2/1/2020" : "");
      set (entry, "to_day", i % 10 == 3 ? "31/1/2023" : "");
      g_ptr_array_add (entries, entry);
    }
  skh_register_store_put_many (world->db, "people", (SkhEntry *const *)entries->pdata,
                               entries->len, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_commitments (World *world)
{
  g_autoptr (SkhRegisterQuery) query = skh_register_query_new (world->commitments);
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *list
    = skh_register_store_read_page (world->db, query, cursor, 5000, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static void
set_some_day (World *world, SkhEntry *entry, const char *key, int first_month)
{
  g_autofree char *day
    = g_strdup_printf ("%d/%d", g_rand_int_range (world->rand, 1, 28),
                       g_rand_int_range (world->rand, first_month, first_month + 3));

  if (g_rand_int_range (world->rand, 0, 3) > 0)
    set (entry, key, day);
}

static void
go_through_the_year (World *world)
{
  g_autoptr (GPtrArray) list = list_commitments (world);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      SkhEntry *entry = list->pdata[i];

      set_some_day (world, entry, "written_on", 1);
      set_some_day (world, entry, "received_by_cell_on", 4);
      set_some_day (world, entry, "received_by_btg_on", 5);
      set_some_day (world, entry, "received_by_tcnv_on", 6);
      if (g_rand_int_range (world->rand, 0, 4) == 0)
        set (entry, "final", levels[g_rand_int_range (world->rand, 0, 4)]);
    }
  skh_register_store_put_many (world->db, "year", (SkhEntry *const *)list->pdata,
                               list->len, &error);
  g_assert_no_error (error);
}

/* — The slow way — */

static gboolean
is_by (const SkhEntry *entry, const char *key, SkhDate on)
{
  const SkhValue *value = skh_entry_get_value_by_key (entry, key);

  return value->is_set && value->day <= on;
}

static gboolean
says (const SkhEntry *entry, const char *key, const char *choice)
{
  return g_strcmp0 (skh_entry_get_value_by_key (entry, key)->text, choice) == 0;
}

static guint
kind_of (const SkhEntry *entry)
{
  if (says (entry, "kind", "cadre") || says (entry, "kind", "official"))
    return 1;
  if (says (entry, "kind", "association"))
    return 2;
  return says (entry, "kind", "soldier") ? 3 : 0;
}

static void
count_one (SkhCommitmentRates *rates, const SkhEntry *entry, SkhDate on)
{
  gboolean cell = is_by (entry, "received_by_cell_on", on);
  gboolean btg = is_by (entry, "received_by_btg_on", on);
  gboolean tcnv = is_by (entry, "received_by_tcnv_on", on);
  gboolean rated = skh_entry_get_value_by_key (entry, "final")->is_set;
  gboolean committed = is_by (entry, "written_on", on) || cell || btg || tcnv || rated;

  rates->expected++;
  rates->committed += committed;
  rates->at_cell += cell;
  rates->at_btg += btg;
  rates->at_tcnv += tcnv;
  rates->expected_of[kind_of (entry)]++;
  rates->committed_of[kind_of (entry)] += committed;
  if (says (entry, "managed", "yes"))
    {
      rates->managed++;
      rates->managed_submitted += btg || tcnv;
    }
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    rates->levels[i] += says (entry, "final", levels[i]);
}

static void
assert_counts (World *world, int year, SkhDate on)
{
  g_autoptr (GPtrArray) list = list_commitments (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) units
    = skh_commitment_store_list_rates (world->db, year, on, &error);
  guint n_lines = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < units->len; i++)
    {
      SkhUnitCommitments *unit = &g_array_index (units, SkhUnitCommitments, i);
      SkhCommitmentRates slow = { 0 };

      for (guint k = 0; k < list->len; k++)
        if (skh_entry_get_value_by_key (list->pdata[k], "unit")->id == unit->unit_id
            && skh_entry_get_value_by_key (list->pdata[k], "year")->period.year == year)
          count_one (&slow, list->pdata[k], on);
      g_assert_cmpmem (&slow, sizeof slow, &unit->rates, sizeof unit->rates);
      n_lines += slow.expected;
    }
  if (year == YEAR)
    g_assert_cmpuint (n_lines, ==, list->len);
  else
    g_assert_cmpuint (n_lines, ==, 0);
}

static gboolean
count_in_many_ways (SkhDatabase *db, gpointer data, GError **error)
{
  World world = { .db = db, .rand = g_rand_new_with_seed (g_test_rand_int ()) };
  guint n_expected, n_added, n_left;
  const char *const days[] = { "2023-01-01", "2023-02-14", "2023-06-30", "2023-12-31" };

  world.people = skh_register_store_load_register (db, "people", error);
  world.commitments = skh_register_store_load_register (db, "commitments", error);
  add_people (&world);
  g_assert_true (skh_commitment_store_count_expected (db, YEAR,
                                                      skh_date_new (2023, 2, 15), 0,
                                                      &n_expected, error));
  g_assert_true (skh_commitment_store_add_expected (db, YEAR, skh_date_new (2023, 2, 15),
                                                    0, &n_added, error));
  g_assert_cmpuint (n_added, ==, n_expected);
  g_assert_cmpuint (n_added, ==,
                    N_PEOPLE * 8 / 10); /* not who left, nor who comes later */
  g_assert_true (skh_commitment_store_count_expected (db, YEAR,
                                                      skh_date_new (2023, 2, 15), 0,
                                                      &n_left, error));
  g_assert_cmpuint (n_left, ==, 0);
  go_through_the_year (&world);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    assert_counts (&world, YEAR, skh_date_parse_iso (days[i]));
  assert_counts (&world, YEAR + 1, skh_date_new (2023, 12, 31));
  skh_register_unref (world.people);
  skh_register_unref (world.commitments);
  g_rand_free (world.rand);
  return TRUE;
}

static void
test_counts (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  skh_workbook_run (fixture->workbook, count_in_many_ways, NULL, &error);
  g_assert_no_error (error);
}

/* — Expected people — */

typedef struct
{
  gint64 unit;
  guint n_people, n_added;
} Expecting;

static gboolean
run_add_people (SkhDatabase *db, gpointer data, GError **error)
{
  World world = { .db = db, .rand = g_rand_new_with_seed (7) };

  world.people = skh_register_store_load_register (db, "people", error);
  add_people (&world);
  skh_register_unref (world.people);
  g_rand_free (world.rand);
  return TRUE;
}

static gboolean
run_expect (SkhDatabase *db, gpointer data, GError **error)
{
  Expecting *call = data;

  return skh_commitment_store_add_expected (db, YEAR, skh_date_new (2023, 2, 15),
                                            call->unit, &call->n_added, error);
}

static gboolean
check_unit (SkhDatabase *db, gpointer data, GError **error)
{
  World world = { .db = db };
  Expecting *call = data;
  g_autoptr (GPtrArray) list = NULL;

  world.commitments = skh_register_store_load_register (db, "commitments", error);
  list = list_commitments (&world);
  g_assert_cmpuint (list->len, ==, call->n_added);
  g_assert_cmpuint (list->len, >, 0);
  for (guint i = 0; i < list->len; i++)
    {
      g_assert_cmpint (skh_entry_get_value_by_key (list->pdata[i], "unit")->id, ==,
                       call->unit);
      g_assert_true (says (list->pdata[i], "state", "expected"));
    }
  skh_register_unref (world.commitments);
  return TRUE;
}

static void
test_expected (EditFixture *fixture, gconstpointer data)
{
  Expecting call = { .unit = edit_fixture_unit (fixture, "A1") };
  g_autoptr (GError) error = NULL;

  skh_workbook_run (fixture->workbook, run_add_people, NULL, &error);
  g_assert_no_error (error);
  edit_fixture_assert_act (fixture, run_expect, &call);
  skh_workbook_run (fixture->workbook, check_unit, &call, &error);
  g_assert_no_error (error);
}

/* — What the office allows — */

static gboolean
set_allowed (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (GError) fault = NULL;

  g_assert_cmpint (skh_commitment_store_get_allowed (db), ==, -1);
  g_assert_true (skh_commitment_store_set_allowed (db, 20, error));
  g_assert_cmpint (skh_commitment_store_get_allowed (db), ==, 20);
  g_assert_false (skh_commitment_store_set_allowed (db, 101, &fault));
  g_assert_error (fault, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
  g_assert_true (skh_commitment_store_set_allowed (db, -1, error));
  g_assert_cmpint (skh_commitment_store_get_allowed (db), ==, -1);
  return TRUE;
}

static void
test_allowed (EditFixture *fixture, gconstpointer data)
{
  SkhCommitmentRates rates = { .levels = { 2, 10, 0, 0 } };
  g_autoptr (GError) error = NULL;

  g_assert_false (skh_commitment_rates_has_too_many (&rates, -1));
  g_assert_false (skh_commitment_rates_has_too_many (&rates, 20));
  g_assert_true (skh_commitment_rates_has_too_many (&rates, 19));
  rates.levels[SKH_COMMITMENT_EXCELLENT] = 3;
  g_assert_true (skh_commitment_rates_has_too_many (&rates, 20));
  rates.levels[SKH_COMMITMENT_GOOD] = 0;
  g_assert_true (skh_commitment_rates_has_too_many (&rates, 100));
  skh_workbook_run (fixture->workbook, set_allowed, NULL, &error);
  g_assert_no_error (error);
}

#define ADD(path, func)                                                                  \
  g_test_add ("/commitments/" path, EditFixture, NULL, edit_fixture_set_up, func,        \
              edit_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counted-again", test_counts);
  ADD ("expected", test_expected);
  ADD ("allowed", test_allowed);
  return g_test_run ();
}
