/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing the organisation: units, groups, memberships, totals, and mergers. Each act is
   undone and done again. */
#include "edit-fixture.h"
#include "skh-unit-edit.h"

static gboolean
load_organisation (SkhDatabase *db, gpointer data, GError **error)
{
  SkhOrganisation **organisation = data;

  *organisation = skh_organisation_load (db, error);
  return *organisation != NULL;
}

static SkhOrganisation *
look (EditFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SkhOrganisation *organisation = NULL;

  skh_workbook_run (fixture->workbook, load_organisation, &organisation, &error);
  g_assert_no_error (error);
  return organisation;
}

static gint64
find_group (EditFixture *fixture, const char *code)
{
  g_autoptr (SkhOrganisation) organisation = look (fixture);

  for (guint i = 0; i < organisation->groups->len; i++)
    {
      const SkhGroupRecord *group = g_ptr_array_index (organisation->groups, i);

      if (g_str_equal (group->code, code))
        return group->id;
    }
  return 0;
}

static SkhMembership
find_membership (EditFixture *fixture, const char *unit)
{
  g_autoptr (SkhOrganisation) organisation = look (fixture);
  gint64 id = edit_fixture_unit (fixture, unit);

  for (guint i = 0; i < organisation->memberships->len; i++)
    {
      SkhMembership membership
        = g_array_index (organisation->memberships, SkhMembership, i);

      if (membership.unit_id == id)
        return membership;
    }
  g_assert_not_reached ();
}

static void
assert_order (EditFixture *fixture, const char *expected)
{
  g_autoptr (SkhOrganisation) organisation = look (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < organisation->units->len; i++)
    {
      const SkhUnitRecord *unit = g_ptr_array_index (organisation->units, i);

      g_string_append_printf (text, "%u%s ", unit->depth, unit->code);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* — Units — */

typedef struct
{
  SkhUnitEdit unit;
  const char *fault;
} PutUnit;

static gboolean
run_put (SkhDatabase *db, gpointer data, GError **error)
{
  PutUnit *put = data;

  return skh_unit_store_put (db, &put->unit, &put->fault, error);
}

static PutUnit
new_unit (EditFixture *fixture, const char *code, const char *parent)
{
  return (PutUnit){ { 0, edit_fixture_unit (fixture, parent), code, "Đơn vị mẫu", NULL,
                      "0255 000 000", SKH_DATE_NONE, SKH_DATE_NONE },
                    NULL };
}

typedef struct
{
  gint64 id, parent_id, into_id;
  guint position;
  SkhDate day;
} UnitCall;

static gboolean
run_move (SkhDatabase *db, gpointer data, GError **error)
{
  UnitCall *call = data;

  return skh_unit_store_move (db, call->id, call->parent_id, call->position, error);
}

static gboolean
run_close (SkhDatabase *db, gpointer data, GError **error)
{
  UnitCall *call = data;

  return skh_unit_store_close (db, call->id, call->day, error);
}

static gboolean
run_delete (SkhDatabase *db, gpointer data, GError **error)
{
  UnitCall *call = data;

  return skh_unit_store_delete (db, call->id, error);
}

static gboolean
run_merge (SkhDatabase *db, gpointer data, GError **error)
{
  UnitCall *call = data;

  return skh_unit_store_merge_into (db, call->id, call->into_id, call->day, error);
}

static void
test_put (EditFixture *fixture, gconstpointer data)
{
  PutUnit put = new_unit (fixture, "A4", "A1");
  g_autoptr (SkhOrganisation) organisation = NULL;
  const SkhUnitRecord *unit;

  edit_fixture_assert_act (fixture, run_put, &put);
  assert_order (fixture, "0ROOT 1A1 2A4 1A2 1A3 1B1 ");
  put.unit.name = "Tên mới";
  put.unit.short_name = "Mới";
  put.unit.parent_id = edit_fixture_unit (fixture, "ROOT");
  edit_fixture_assert_act (fixture, run_put, &put);
  assert_order (fixture, "0ROOT 1A1 1A2 1A3 1B1 1A4 ");
  organisation = look (fixture);
  unit = skh_organisation_find_unit (organisation, put.unit.id);
  g_assert_cmpstr (unit->name, ==, "Tên mới");
  g_assert_cmpstr (unit->contact, ==, "0255 000 000");
}

static void
test_put_faults (EditFixture *fixture, gconstpointer data)
{
  PutUnit cases[6];
  static const char *const faults[]
    = { "code", "code", "code", "name", "closed", "parent" };
  static const char *const texts[]
    = { "“A1”", "“CELLS”", "blanks", "name", "before", "Đảng ủy xã Mẫu Một" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    cases[i] = new_unit (fixture, "A4", "ROOT");
  cases[0].unit.code = "A1";
  cases[1].unit.code = "CELLS";
  cases[2].unit.code = "A 4";
  cases[3].unit.name = " ";
  cases[4].unit.opened = 10;
  cases[4].unit.closed = 9;
  cases[5].unit.id = edit_fixture_unit (fixture, "ROOT");
  cases[5].unit.code = "ROOT";
  cases[5].unit.parent_id = edit_fixture_unit (fixture, "A1");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      edit_fixture_assert_refused (fixture, run_put, &cases[i], texts[i]);
      g_assert_cmpstr (cases[i].fault, ==, faults[i]);
    }
}

static void
test_move (EditFixture *fixture, gconstpointer data)
{
  UnitCall call = { .id = edit_fixture_unit (fixture, "A3"),
                    .parent_id = edit_fixture_unit (fixture, "ROOT") };
  UnitCall circle = { .id = call.parent_id, .parent_id = call.id };

  edit_fixture_assert_act (fixture, run_move, &call);
  assert_order (fixture, "0ROOT 1A3 1A1 1A2 1B1 ");
  call.parent_id = edit_fixture_unit (fixture, "A2");
  call.position = 7;
  edit_fixture_assert_act (fixture, run_move, &call);
  assert_order (fixture, "0ROOT 1A1 1A2 2A3 1B1 ");
  edit_fixture_assert_refused (fixture, run_move, &circle, "above itself");
  call.parent_id = 0;
  edit_fixture_assert_act (fixture, run_move, &call);
  assert_order (fixture, "0ROOT 1A1 1A2 1B1 0A3 ");
}

static SkhRates
get_rates (EditFixture *fixture, const char *unit)
{
  g_autoptr (SkhLedger) ledger = edit_fixture_load (fixture);

  return skh_ledger_get_rates (ledger, skh_period_parse ("2023"),
                               skh_date_new (2023, 12, 31),
                               skh_ledger_find_unit (ledger, unit), SKH_NO_INDEX,
                               SKH_NO_INDEX);
}

/* What falls due after the last day is no longer expected; opened again, it is. */
static void
test_close (EditFixture *fixture, gconstpointer data)
{
  UnitCall call
    = { .id = edit_fixture_unit (fixture, "A1"), .day = skh_date_new (2023, 4, 30) };

  g_assert_cmpuint (get_rates (fixture, "A1").expected, ==, 6);
  edit_fixture_assert_act (fixture, run_close, &call);
  g_assert_cmpuint (get_rates (fixture, "A1").expected, ==, 2);
  call.day = SKH_DATE_NONE;
  edit_fixture_assert_act (fixture, run_close, &call);
  g_assert_cmpuint (get_rates (fixture, "A1").expected, ==, 6);
}

static void
test_delete (EditFixture *fixture, gconstpointer data)
{
  UnitCall root = { .id = edit_fixture_unit (fixture, "ROOT") };
  UnitCall b1 = { .id = edit_fixture_unit (fixture, "B1") };
  UnitCall a1 = { .id = edit_fixture_unit (fixture, "A1") };
  UnitCall a2 = { .id = edit_fixture_unit (fixture, "A2") };

  edit_fixture_assert_refused (fixture, run_delete, &root, "4 units stand under it");
  edit_fixture_assert_refused (fixture, run_delete, &b1, "2 tasks name it");
  edit_fixture_deliver (fixture, "A1", "1", NULL, skh_date_new (2023, 3, 1));
  edit_fixture_assert_refused (fixture, run_delete, &a1, "on 1 of its lines");
  edit_fixture_assert_act (fixture, run_delete, &a2);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 2);
}

/* — Mergers — */

static const SkhAssignment *
get_line (SkhLedger *ledger, const char *unit, const char *task, const char *period)
{
  guint index = skh_ledger_find_assignment (ledger, skh_ledger_find_task (ledger, task),
                                            skh_ledger_find_unit (ledger, unit),
                                            skh_period_parse (period));

  return index != SKH_NO_INDEX ? &skh_ledger_get_assignments (ledger, NULL)[index] : NULL;
}

/* B1 leads alone; A2, which has none of its tasks, takes over what it had begun, and A1's
   delivery stays its own. */
static void
test_merge_takes_over (EditFixture *fixture, gconstpointer data)
{
  UnitCall call = { .id = edit_fixture_unit (fixture, "B1"),
                    .into_id = edit_fixture_unit (fixture, "A2"),
                    .day = skh_date_new (2023, 5, 31) };
  g_autoptr (SkhLedger) ledger = NULL;
  const SkhAssignment *line;

  edit_fixture_deliver (fixture, "B1", "3", "2023", skh_date_new (2023, 7, 1));
  edit_fixture_assert_act (fixture, run_merge, &call);
  ledger = edit_fixture_load (fixture);
  line = get_line (ledger, "A2", "3", "2023");
  g_assert_nonnull (line);
  g_assert_cmpint (line->line.state, ==, SKH_STATE_DELIVERED);
  g_assert_cmpint (line->line.from, ==, skh_date_new (2023, 6, 1));
  line = get_line (ledger, "B1", "3", "2023");
  g_assert_cmpint (line->line.state, ==, SKH_STATE_NOT_STARTED);
  g_assert_cmpint (line->line.to, ==, skh_date_new (2023, 5, 31));
  g_assert_nonnull (get_line (ledger, "A2", "4", "2023"));
}

/* Both are in the group: each keeps its own lines, and totals are added up. */
static void
test_merge_of_members (EditFixture *fixture, gconstpointer data)
{
  UnitCall call = { .id = edit_fixture_unit (fixture, "A1"),
                    .into_id = edit_fixture_unit (fixture, "A2"),
                    .day = skh_date_new (2023, 5, 31) };
  g_autoptr (SkhLedger) ledger = NULL;
  guint into;

  edit_fixture_deliver (fixture, "A1", "2", "2023-Q3", skh_date_new (2023, 3, 1));
  edit_fixture_assert_act (fixture, run_merge, &call);
  ledger = edit_fixture_load (fixture);
  into = skh_ledger_find_unit (ledger, "A2");
  g_assert_cmpint (get_line (ledger, "A2", "2", "2023-Q3")->line.state, ==,
                   SKH_STATE_NOT_STARTED);
  g_assert_cmpint (get_line (ledger, "A1", "2", "2023-Q3")->line.state, ==,
                   SKH_STATE_DELIVERED);
  g_assert_cmpuint (get_rates (fixture, "A1").expected, ==, 2);
  g_assert_cmpuint (get_rates (fixture, "A2").expected, ==, 6);
  g_assert_cmpint (skh_ledger_get_unit_total (ledger, into, "members",
                                              skh_date_new (2023, 5, 31)),
                   ==, -1);
  g_assert_cmpint (skh_ledger_get_unit_total (ledger, into, "members",
                                              skh_date_new (2023, 6, 1)),
                   ==, 40);
}

/* A1 → B1 → A3: what A1 and B1 owed ends at A3, and units below move up. */
static void
test_merge_chain (EditFixture *fixture, gconstpointer data)
{
  UnitCall first = { .id = edit_fixture_unit (fixture, "A1"),
                     .into_id = edit_fixture_unit (fixture, "B1"),
                     .day = skh_date_new (2023, 3, 31) };
  UnitCall second = { .id = first.into_id,
                      .into_id = edit_fixture_unit (fixture, "A3"),
                      .day = skh_date_new (2023, 6, 30) };
  UnitCall back = { .id = second.into_id, .into_id = first.id, .day = second.day };
  UnitCall again = { .id = first.id, .into_id = second.into_id, .day = first.day };
  UnitCall reopen = { .id = first.id, .day = SKH_DATE_NONE };

  edit_fixture_assert_act (fixture, run_merge, &first);
  g_assert_cmpuint (get_rates (fixture, "B1").expected, ==, 4);
  edit_fixture_assert_act (fixture, run_merge, &second);
  g_assert_cmpuint (get_rates (fixture, "B1").expected, ==, 2);
  edit_fixture_assert_refused (fixture, run_merge, &back, "merged already");
  edit_fixture_assert_refused (fixture, run_merge, &again, "merged already");
  edit_fixture_assert_refused (fixture, run_delete, &back, "merged into it");
  edit_fixture_assert_act (fixture, run_close, &reopen);
  g_assert_cmpuint (get_rates (fixture, "A1").expected, ==, 6);
}

static void
test_merge_faults (EditFixture *fixture, gconstpointer data)
{
  UnitCall self = { .id = edit_fixture_unit (fixture, "A1"), .day = 100 };
  UnitCall no_day = { .id = self.id, .into_id = edit_fixture_unit (fixture, "A2") };
  UnitCall gone = { .id = self.id, .into_id = no_day.into_id, .day = 200 };
  UnitCall close = { .id = no_day.into_id, .day = 150 };

  self.into_id = self.id;
  no_day.day = SKH_DATE_NONE;
  edit_fixture_assert_refused (fixture, run_merge, &self, "itself");
  edit_fixture_assert_refused (fixture, run_merge, &no_day, "last day");
  edit_fixture_assert_act (fixture, run_close, &close);
  edit_fixture_assert_refused (fixture, run_merge, &gone, "Mẫu Hai");
}

/* The unit that is merged into stood under the one that merges. */
static void
test_merge_upwards (EditFixture *fixture, gconstpointer data)
{
  UnitCall call = { .id = edit_fixture_unit (fixture, "ROOT"),
                    .into_id = edit_fixture_unit (fixture, "A2"),
                    .day = skh_date_new (2023, 6, 30) };

  edit_fixture_assert_act (fixture, run_merge, &call);
  assert_order (fixture, "0ROOT 0A2 1A1 1A3 1B1 ");
}

/* — Groups and memberships — */

typedef struct
{
  SkhGroupEdit group;
  const char *fault;
} PutGroup;

static gboolean
run_put_group (SkhDatabase *db, gpointer data, GError **error)
{
  PutGroup *put = data;

  return skh_group_store_put (db, &put->group, &put->fault, error);
}

static gboolean
run_delete_group (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_group_store_delete (db, *(gint64 *)data, error);
}

static gboolean
run_move_group (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_group_store_move (db, *(gint64 *)data, 0, error);
}

static gboolean
run_put_membership (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_membership_store_put (db, data, error);
}

static gboolean
run_remove_membership (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_membership_store_remove (db, ((SkhMembership *)data)->id, error);
}

/* B1 comes into group A through a group that A includes. */
static void
test_groups (EditFixture *fixture, gconstpointer data)
{
  PutGroup put = { { 0, "BAN", "Các ban mẫu", NULL, NULL, 0, NULL, 0 }, NULL };
  gint64 a = find_group (fixture, "A"), ban;
  PutGroup hold = { { a, "A", "Các đảng ủy mẫu", "Khối A", NULL, 0, &ban, 1 }, NULL };
  PutGroup circle = { { 0, "BAN", "Các ban mẫu", NULL, NULL, 0, &a, 1 }, NULL };
  SkhMembership b1 = { .from = SKH_DATE_NONE, .to = SKH_DATE_NONE };

  edit_fixture_assert_act (fixture, run_put_group, &put);
  ban = find_group (fixture, "BAN");
  edit_fixture_assert_act (fixture, run_move_group, &ban);
  edit_fixture_assert_act (fixture, run_put_group, &hold);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 3);
  b1.group_id = ban;
  b1.unit_id = edit_fixture_unit (fixture, "B1");
  edit_fixture_assert_act (fixture, run_put_membership, &b1);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 4);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "5"), ==, 4);
  circle.group.id = ban;
  edit_fixture_assert_refused (fixture, run_put_group, &circle, "include itself");
  g_assert_cmpstr (circle.fault, ==, "includes");
  edit_fixture_assert_refused (fixture, run_delete_group, &ban, "1 group includes it");
  edit_fixture_assert_refused (fixture, run_delete_group, &a, "2 tasks name it");
  hold.group.n_includes = 0;
  edit_fixture_assert_act (fixture, run_put_group, &hold);
  edit_fixture_assert_act (fixture, run_delete_group, &ban);
}

static void
test_counted_groups (EditFixture *fixture, gconstpointer data)
{
  gint64 a = find_group (fixture, "A"), cells = find_group (fixture, "CELLS");
  PutGroup no_base = { { 0, "M", "Đảng viên", NULL, "members", 0, NULL, 0 }, NULL };
  PutGroup of_cells = { { 0, "M", "Đảng viên", NULL, "members", cells, NULL, 0 }, NULL };
  PutGroup held = { { a, "A", "Khối A", NULL, "members", a, NULL, 0 }, NULL };
  PutGroup good = { { 0, "M", "Đảng viên", NULL, "members", a, NULL, 0 }, NULL };
  SkhMembership b1 = { .group_id = cells, .from = SKH_DATE_NONE, .to = SKH_DATE_NONE };

  edit_fixture_assert_refused (fixture, run_put_group, &no_base, "Choose the group");
  edit_fixture_assert_refused (fixture, run_put_group, &of_cells, "counts");
  edit_fixture_assert_refused (fixture, run_put_group, &held, "counts");
  b1.unit_id = edit_fixture_unit (fixture, "B1");
  edit_fixture_assert_refused (fixture, run_put_membership, &b1, "counted");
  edit_fixture_assert_act (fixture, run_put_group, &good);
}

/* A2 leaves on 30/4: what falls due later is not expected of it. */
static void
test_memberships (EditFixture *fixture, gconstpointer data)
{
  SkhMembership a2 = find_membership (fixture, "A2"), late = a2, b1 = a2;

  a2.to = skh_date_new (2023, 4, 30);
  edit_fixture_assert_act (fixture, run_put_membership, &a2);
  g_assert_cmpuint (get_rates (fixture, "A2").expected, ==, 2);
  late = (SkhMembership){ 0, a2.group_id, a2.unit_id, a2.to, SKH_DATE_NONE };
  edit_fixture_assert_refused (fixture, run_put_membership, &late, "on some of these");
  late.from = skh_date_new (2023, 9, 1);
  edit_fixture_assert_act (fixture, run_put_membership, &late);
  late.to = skh_date_new (2023, 8, 31);
  edit_fixture_assert_refused (fixture, run_put_membership, &late, "before the first");
  edit_fixture_assert_act (fixture, run_remove_membership, &late);
  edit_fixture_assert_act (fixture, run_remove_membership, &a2);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 2);
  b1.id = 0;
  edit_fixture_assert_act (fixture, run_put_membership, &b1);
}

/* — Totals — */

static gboolean
run_put_total (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_total_store_put (db, data, error);
}

static gboolean
run_remove_total (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_total_store_remove (db, ((SkhTotalEdit *)data)->id, error);
}

static void
test_totals (EditFixture *fixture, gconstpointer data)
{
  SkhTotalEdit total
    = { 0, edit_fixture_unit (fixture, "A1"), "members", 44, skh_date_new (2023, 7, 1) };
  SkhTotalEdit same = total, negative = total;
  g_autoptr (SkhLedger) ledger = NULL;

  edit_fixture_assert_act (fixture, run_put_total, &total);
  ledger = edit_fixture_load (fixture);
  g_assert_cmpint (skh_ledger_get_unit_total (ledger, 1, "members",
                                              skh_date_new (2023, 6, 30)),
                   ==, 40);
  g_assert_cmpint (skh_ledger_get_unit_total (ledger, 1, "members",
                                              skh_date_new (2023, 7, 1)),
                   ==, 44);
  edit_fixture_assert_refused (fixture, run_put_total, &same, "from that day already");
  negative.total = -1;
  edit_fixture_assert_refused (fixture, run_put_total, &negative, "0 or more");
  total.total = 45;
  edit_fixture_assert_act (fixture, run_put_total, &total);
  edit_fixture_assert_act (fixture, run_remove_total, &total);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (EditFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/unit-edit/put", test_put },
    { "/unit-edit/put-faults", test_put_faults },
    { "/unit-edit/move", test_move },
    { "/unit-edit/close", test_close },
    { "/unit-edit/delete", test_delete },
    { "/unit-edit/merge-takes-over", test_merge_takes_over },
    { "/unit-edit/merge-of-members", test_merge_of_members },
    { "/unit-edit/merge-chain", test_merge_chain },
    { "/unit-edit/merge-faults", test_merge_faults },
    { "/unit-edit/merge-upwards", test_merge_upwards },
    { "/unit-edit/groups", test_groups },
    { "/unit-edit/counted-groups", test_counted_groups },
    { "/unit-edit/memberships", test_memberships },
    { "/unit-edit/totals", test_totals },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, EditFixture, NULL, edit_fixture_set_up, tests[i].func,
                edit_fixture_tear_down);
  return g_test_run ();
}
