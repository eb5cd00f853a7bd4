/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands over a plan and on its papers, read and changed as one act. */
#include "edit-fixture.h"

#include "sample-draft.h"
#include "skh-plan-edit.h"
#include "skh-plan-properties.h"

static gboolean
run_load (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) plans = skh_plan_store_list (db, error);
  const SkhPlanRecord *first = plans->pdata[0];

  *(SkhPlanProperties **)data = skh_plan_properties_load (db, first->id, error);
  return *(SkhPlanProperties **)data != NULL;
}

static SkhPlanProperties *
load (EditFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SkhPlanProperties *properties = NULL;

  skh_workbook_run (fixture->workbook, run_load, &properties, &error);
  g_assert_no_error (error);
  return properties;
}

static void
set (SkhPlanProperties *properties, SkhPlanProperty property, const char *text)
{
  g_free (properties->texts[property]);
  properties->texts[property] = g_strdup (text);
}

static gboolean
run_put (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_plan_properties_put (db, data, error);
}

static void
test_change (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (SkhPlanProperties) properties = load (fixture), now = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  const SkhPlanInfo *plan;
  int year = properties->year;

  set (properties, SKH_PROPERTY_TITLE, " Kế hoạch khác ");
  set (properties, SKH_PROPERTY_SHORT_TITLE, NULL);
  set (properties, SKH_PROPERTY_NUMBER, "12-KH/ĐU");
  set (properties, SKH_PROPERTY_ORGANISATION, "ĐẢNG ỦY XÃ MẪU");
  set (properties, SKH_PROPERTY_SIGNER, "Lê Văn Mẫu");
  set (properties, SKH_PROPERTY_PLACE, "  ");
  properties->year = year + 1;
  edit_fixture_assert_act (fixture, run_put, properties);
  edit_fixture_assert_sound (fixture);

  now = load (fixture);
  g_assert_cmpint (now->year, ==, year + 1);
  g_assert_cmpstr (now->texts[SKH_PROPERTY_TITLE], ==, "Kế hoạch khác");
  g_assert_cmpstr (now->texts[SKH_PROPERTY_SHORT_TITLE], ==, "Kế hoạch khác");
  g_assert_cmpstr (now->texts[SKH_PROPERTY_NUMBER], ==, "12-KH/ĐU");
  ledger = edit_fixture_load (fixture);
  plan = skh_ledger_get_plan (ledger);
  g_assert_cmpstr (plan->organisation, ==, "ĐẢNG ỦY XÃ MẪU");
  g_assert_cmpstr (plan->signer, ==, "Lê Văn Mẫu");
  g_assert_null (plan->place);
}

/* What is put back as it was makes no act. */
static void
test_same (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPlanProperties) properties = load (fixture);
  const char *before = skh_workbook_get_undo_label (fixture->workbook);

  skh_workbook_run (fixture->workbook, run_put, properties, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (skh_workbook_get_undo_label (fixture->workbook), ==, before);
}

static gboolean
run_add_plan (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();

  draft->title = "Kế hoạch thứ hai";
  return skh_plan_store_add_plan (db, draft, NULL, error);
}

static void
assert_fault (EditFixture *fixture,
              SkhPlanProperty property,
              const char *text,
              const char *sentence)
{
  g_autoptr (SkhPlanProperties) properties = load (fixture);

  if (property == SKH_PROPERTY_YEAR)
    properties->year = 203;
  else
    set (properties, property, text);
  edit_fixture_assert_refused (fixture, run_put, properties, sentence);
  g_assert_cmpint (properties->fault, ==, property);
}

static void
test_faults (EditFixture *fixture, gconstpointer data)
{
  edit_fixture_assert_act (fixture, run_add_plan, NULL);
  assert_fault (fixture, SKH_PROPERTY_TITLE, " ", "title");
  assert_fault (fixture, SKH_PROPERTY_TITLE, "KẾ HOẠCH THỨ HAI", "Another plan");
  assert_fault (fixture, SKH_PROPERTY_ORGANISATION, NULL, "name of its office");
  assert_fault (fixture, SKH_PROPERTY_YEAR, NULL, "203");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-properties/change", EditFixture, NULL, edit_fixture_set_up,
              test_change, edit_fixture_tear_down);
  g_test_add ("/plan-properties/same", EditFixture, NULL, edit_fixture_set_up, test_same,
              edit_fixture_tear_down);
  g_test_add ("/plan-properties/faults", EditFixture, NULL, edit_fixture_set_up,
              test_faults, edit_fixture_tear_down);
  return g_test_run ();
}
