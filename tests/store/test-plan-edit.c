/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing a plan: tasks, sections, plans. Each act is undone and done again. */
#include "draft-text.h"
#include "edit-fixture.h"
#include "sample-draft.h"
#include "skh-plan-edit.h"

/* — Tasks — */

/* A test says how it changes a task, and puts it. */
typedef struct
{
  gint64 id;
  void (*change) (SkhTaskRecord *record);
  const char *fault;
  gint64 new_id;
} Put;

static gint64 first_plan (SkhDatabase *db);

static gboolean
run_put (SkhDatabase *db, gpointer data, GError **error)
{
  Put *put = data;
  g_autoptr (SkhTaskRecord) record = put->id != 0
                                       ? skh_task_store_load (db, put->id, error)
                                       : skh_task_record_new (first_plan (db), 2023);
  gboolean ok;

  g_assert_nonnull (record);
  put->change (record);
  ok = skh_task_store_put (db, record, &put->fault, error);
  put->new_id = record->id;
  return ok;
}

static gint64
first_plan (SkhDatabase *db)
{
  g_autoptr (GPtrArray) plans = skh_plan_store_list (db, NULL);

  return ((SkhPlanRecord *)g_ptr_array_index (plans, 0))->id;
}

static void
put (EditFixture *fixture, const char *no, void (*change) (SkhTaskRecord *))
{
  Put call = { edit_fixture_task (fixture, no), change, NULL, 0 };

  edit_fixture_assert_act (fixture, run_put, &call);
}

static const char *const lead_a[] = { "A", NULL };
static const char *const lead_b[] = { "B1", NULL };
static const char *const lead_both[] = { "A", "B1", NULL };
static const char *const lead_nobody[] = { "Z", NULL };
static const char *const lead_twice[] = { "A", "A", NULL };

static void
make_new (SkhTaskRecord *record)
{
  record->task->no = " 6 ";
  record->task->section = "II.1";
  record->task->title = "Nhiệm vụ mới";
  record->task->lead = lead_a;
  record->task->wording = "tháng 5/2023";
  record->task->deadline = skh_deadline_in_period (skh_period_parse ("2023-05"));
}

/* It stands last in its section, before the tasks of the next. */
static void
test_add_task (EditFixture *fixture, gconstpointer data)
{
  Put call = { 0, make_new, NULL, 0 };
  g_autoptr (SkhLedger) ledger = NULL;
  const SkhTask *task;

  edit_fixture_assert_act (fixture, run_put, &call);
  ledger = edit_fixture_load (fixture);
  g_assert_cmpuint (skh_ledger_find_task (ledger, "6"), ==, 2);
  task = &skh_ledger_get_tasks (ledger, NULL)[2];
  g_assert_cmpint (task->id, ==, call.new_id);
  g_assert_cmpuint (task->n_assignments, ==, 3);
  g_assert_cmpstr (task->short_title, ==, "Nhiệm vụ mới");
  g_assert_cmpint (task->deadline.last_day, ==, skh_date_new (2023, 5, 31));
}

static void
make_quarterly (SkhTaskRecord *record)
{
  record->task->wording = "hằng quý";
  record->task->deadline = skh_deadline_periodic (SKH_DEADLINE_QUARTERLY, 1999);
}

static guint
count_expected (SkhLedger *ledger, guint task)
{
  return skh_ledger_get_rates (ledger, skh_period_parse ("2023"),
                               skh_date_new (2023, 12, 31), SKH_NO_INDEX, SKH_NO_INDEX,
                               task)
    .expected;
}

/* Yearly becomes quarterly: lines without work go, the delivered one stays, owed no more,
   until its work is taken away. */
static void
test_change_deadline (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;

  edit_fixture_deliver (fixture, "A1", "1", NULL, skh_date_new (2023, 3, 1));
  put (fixture, "1", make_quarterly);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 13);
  ledger = edit_fixture_load (fixture);
  g_assert_cmpint (skh_ledger_get_tasks (ledger, NULL)[0].deadline.last_day, ==,
                   skh_date_new (2023, 12, 31));
  g_assert_cmpuint (count_expected (ledger, 0), ==, 12);
  edit_fixture_deliver (fixture, "A1", "1", "2023", SKH_DATE_NONE);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 12);
  edit_fixture_assert_sound (fixture);
}

static void
make_ongoing (SkhTaskRecord *record)
{
  record->task->wording = "thường xuyên";
  record->task->deadline = skh_deadline_open (SKH_DEADLINE_ONGOING);
}

static gboolean
run_due_day (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_task_store_set_due_day (db, *(gint64 *)data, skh_period_parse ("2023"),
                                     skh_date_new (2023, 5, 10), error);
}

/* The day entered for an awaited event goes with the deadline that waited for it. */
static void
test_entered_days_go (EditFixture *fixture, gconstpointer data)
{
  gint64 relative = edit_fixture_task (fixture, "3");
  g_autoptr (SkhLedger) ledger = NULL;

  edit_fixture_assert_act (fixture, run_due_day, &relative);
  put (fixture, "3", make_ongoing);
  ledger = edit_fixture_load (fixture);
  g_assert_cmpint (skh_ledger_get_assignments (
                     ledger,
                     NULL)[skh_ledger_get_tasks (ledger, NULL)[2].first_assignment]
                     .line.due,
                   ==, SKH_DATE_NONE);
}

static void
lead_by_both (SkhTaskRecord *record)
{
  record->task->lead = lead_both;
}

static void
lead_by_b (SkhTaskRecord *record)
{
  record->task->lead = lead_b;
}

static void
test_change_lead (EditFixture *fixture, gconstpointer data)
{
  put (fixture, "1", lead_by_both);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 4);
  edit_fixture_deliver (fixture, "A1", "1", NULL, skh_date_new (2023, 3, 1));
  put (fixture, "1", lead_by_b);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 2);
  put (fixture, "1", lead_by_both);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 4);
}

static void
move_section (SkhTaskRecord *record)
{
  record->task->section = "III";
}

static void
swap_measures (SkhTaskRecord *record)
{
  SkhMeasureDraft places = { "places", "Điểm cầu", NULL, FALSE, FALSE };

  g_array_prepend_val (record->task->measures, places);
  g_array_remove_index (record->task->measures, 2);
  g_array_index (record->task->measures, SkhMeasureDraft, 1).title = "Đảng viên dự";
}

static void
drop_measures (SkhTaskRecord *record)
{
  g_array_set_size (record->task->measures, 0);
}

static void
unpair_measures (SkhTaskRecord *record)
{
  for (guint i = 0; i < record->task->measures->len; i++)
    g_array_index (record->task->measures, SkhMeasureDraft, i).of_total = FALSE;
}

static void
test_measures (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;
  Put drop = { edit_fixture_task (fixture, "2"), drop_measures, NULL, 0 };
  Put unpair = { drop.id, unpair_measures, NULL, 0 };
  SkhFigureSum sum;

  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "members_attending", 30, 40);
  edit_fixture_deliver (fixture, "A1", "2", "2023-Q1", skh_date_new (2023, 3, 1));
  put (fixture, "2", swap_measures);
  ledger = edit_fixture_load (fixture);
  g_assert_cmpstr (skh_ledger_get_tasks (ledger, NULL)[1].measures[0].key, ==, "places");
  sum = skh_ledger_sum_figure (ledger, 1, "members_attending", SKH_NO_INDEX,
                               skh_period_parse ("2023-Q1"), skh_date_new (2023, 4, 1));
  g_assert_cmpint (sum.value, ==, 30);
  edit_fixture_assert_refused (fixture, run_put, &drop, "1 line");
  g_assert_cmpstr (drop.fault, ==, "measures");
  edit_fixture_assert_refused (fixture, run_put, &unpair, "Đảng viên dự");
  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "members_attending", -1, -1);
  edit_fixture_assert_act (fixture, run_put, &drop);
}

#define FAULT(name, statement)                                                           \
  static void name (SkhTaskRecord *record) { statement; }
FAULT (blank_no, record->task->no = "  ")
FAULT (taken_no, record->task->no = "2")
FAULT (blank_title, record->task->title = "")
FAULT (no_lead, record->task->lead = NULL)
FAULT (unknown_lead, record->task->lead = lead_nobody)
FAULT (twice, record->task->with = lead_twice)
FAULT (unknown_via, record->task->via = lead_nobody)
FAULT (unknown_section, record->task->section = "IX")
FAULT (blank_wording, record->task->wording = NULL)
FAULT (no_event, {
  record->task->deadline = skh_deadline_open (SKH_DEADLINE_RELATIVE);
  record->task->event = NULL;
})
FAULT (no_last_day, record->task->deadline.last_day = SKH_DATE_NONE)
FAULT (late_first_day, record->task->deadline.first_day = skh_date_new (2023, 4, 1))
FAULT (far_last_day, record->task->deadline.last_day = skh_date_new (2203, 4, 1))

static void
bad_key (SkhTaskRecord *record)
{
  SkhMeasureDraft bad = { "Số cuộc", "Số cuộc", NULL, FALSE, FALSE };

  g_array_append_val (record->task->measures, bad);
}

static void
test_faults (EditFixture *fixture, gconstpointer data)
{
  static const struct
  {
    void (*change) (SkhTaskRecord *record);
    const char *fault, *text;
  } cases[] = {
    { blank_no, "no", "number" },
    { taken_no, "no", "“2”" },
    { blank_title, "title", "text" },
    { no_lead, "lead", "lead" },
    { unknown_lead, "lead", "“Z”" },
    { twice, "with", "twice" },
    { unknown_via, "via", "“Z”" },
    { unknown_section, "section", "section" },
    { blank_wording, "wording", "words" },
    { no_event, "event", "waits" },
    { no_last_day, "last_day", "last day" },
    { late_first_day, "first_day", "after" },
    { far_last_day, "last_day", "2203" },
    { bad_key, "measures", "Số cuộc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Put call = { edit_fixture_task (fixture, "1"), cases[i].change, NULL, 0 };

      edit_fixture_assert_refused (fixture, run_put, &call, cases[i].text);
      g_assert_cmpstr (call.fault, ==, cases[i].fault);
    }
}

typedef struct
{
  gint64 id;
  gboolean and_work;
  const char *section;
  guint position;
} TaskCall;

static gboolean
run_delete (SkhDatabase *db, gpointer data, GError **error)
{
  TaskCall *call = data;

  return skh_task_store_delete (db, call->id, call->and_work, error);
}

static void
test_delete_task (EditFixture *fixture, gconstpointer data)
{
  TaskCall call = { edit_fixture_task (fixture, "2"), FALSE, NULL, 0 };
  TaskCall empty = { edit_fixture_task (fixture, "1"), FALSE, NULL, 0 };

  edit_fixture_enter_figure (fixture, "A1", "2", "2023-Q1", "members_attending", 3, 40);
  edit_fixture_assert_refused (fixture, run_delete, &call, "1 of its 12");
  call.and_work = TRUE;
  edit_fixture_assert_act (fixture, run_delete, &call);
  edit_fixture_assert_act (fixture, run_delete, &empty);
  g_assert_cmpint (edit_fixture_task (fixture, "2"), ==, 0);
}

static char *
list_numbers (EditFixture *fixture)
{
  g_autoptr (SkhLedger) ledger = edit_fixture_load (fixture);
  guint n;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s ", tasks[i].no);
  return g_string_free (text, FALSE);
}

static void
assert_numbers (EditFixture *fixture, const char *expected)
{
  g_autofree char *numbers = list_numbers (fixture);

  g_assert_cmpstr (numbers, ==, expected);
}

static gboolean
run_move (SkhDatabase *db, gpointer data, GError **error)
{
  TaskCall *call = data;

  return skh_task_store_move (db, call->id, call->section, call->position, error);
}

static gboolean
run_duplicate (SkhDatabase *db, gpointer data, GError **error)
{
  TaskCall *call = data;
  gint64 copy;

  return skh_task_store_duplicate (db, call->id, &copy, error) && copy != call->id;
}

static void
test_move_and_copy (EditFixture *fixture, gconstpointer data)
{
  TaskCall call = { edit_fixture_task (fixture, "2"), FALSE, "III", 1 };

  edit_fixture_assert_act (fixture, run_move, &call);
  assert_numbers (fixture, "1 3 2 4 5 ");
  call = (TaskCall){ call.id, FALSE, "II.1", 0 };
  edit_fixture_assert_act (fixture, run_move, &call);
  assert_numbers (fixture, "2 1 3 4 5 ");
  call.position = 99;
  edit_fixture_assert_act (fixture, run_move, &call);
  assert_numbers (fixture, "1 2 3 4 5 ");
  edit_fixture_assert_act (fixture, run_duplicate, &call);
  edit_fixture_assert_act (fixture, run_duplicate, &call);
  assert_numbers (fixture, "1 2 2c 2b 3 4 5 ");
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "2c"), ==, 12);
  put (fixture, "1", move_section);
  assert_numbers (fixture, "2 2c 2b 3 4 5 1 ");
}

/* — Sections — */

typedef struct
{
  const char *code;
  SkhSectionDraft section;
  guint position;
} SectionCall;

static gboolean
run_add_section (SkhDatabase *db, gpointer data, GError **error)
{
  SectionCall *call = data;

  return skh_section_store_add (db, first_plan (db), &call->section, call->position,
                                error);
}

static gboolean
run_rename_section (SkhDatabase *db, gpointer data, GError **error)
{
  SectionCall *call = data;

  return skh_section_store_rename (db, first_plan (db), call->code, &call->section,
                                   error);
}

static gboolean
run_move_section (SkhDatabase *db, gpointer data, GError **error)
{
  SectionCall *call = data;

  return skh_section_store_move (db, first_plan (db), call->code, call->position, error);
}

static gboolean
run_delete_section (SkhDatabase *db, gpointer data, GError **error)
{
  SectionCall *call = data;

  return skh_section_store_delete (db, first_plan (db), call->code, error);
}

static void
test_sections (EditFixture *fixture, gconstpointer data)
{
  SectionCall add = { NULL, { "II.2", "Sinh hoạt" }, 1 };
  SectionCall taken = { NULL, { "II.1", "Sinh hoạt" }, 1 };
  SectionCall blank = { "II.1", { "II.1", " " }, 1 };
  SectionCall rename = { "II.2", { "II.9", "Khác" }, 0 };
  SectionCall move = { "III", { NULL, NULL }, 0 };
  SectionCall remove = { "II.9", { NULL, NULL }, 0 };
  g_autoptr (SkhLedger) ledger = NULL;

  edit_fixture_assert_act (fixture, run_add_section, &add);
  edit_fixture_assert_refused (fixture, run_add_section, &taken, "II.1");
  edit_fixture_assert_refused (fixture, run_rename_section, &blank, "title");
  edit_fixture_assert_act (fixture, run_rename_section, &rename);
  edit_fixture_assert_act (fixture, run_move_section, &move);
  assert_numbers (fixture, "3 4 5 1 2 ");
  ledger = edit_fixture_load (fixture);
  g_assert_cmpuint (skh_ledger_find_section (ledger, "II.9"), ==, 2);
  edit_fixture_assert_refused (fixture, run_delete_section, &move, "3 tasks");
  edit_fixture_assert_act (fixture, run_delete_section, &remove);
}

/* — Plans — */

static gboolean
run_add_plan (SkhDatabase *db, gpointer data, GError **error)
{
  static const char *const groups[] = { "A", NULL };
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();
  SkhUnitDraft unit = { .code = "A4",
                        .name = "Đảng ủy xã Mẫu Bốn",
                        .parent = "ROOT",
                        .groups = groups,
                        .opened = SKH_DATE_NONE,
                        .closed = SKH_DATE_NONE };
  SkhTotalDraft total = { "A4", "members", 25, SKH_DATE_NONE };
  int year = 2024;

  draft->year = 2024;
  draft->title = "Kế hoạch mẫu năm 2024";
  g_array_index (draft->tasks, SkhTaskDraft, 1).deadline
    = skh_deadline_periodic (SKH_DEADLINE_QUARTERLY, 2024);
  g_array_index (draft->units, SkhUnitDraft, 1).name = "Tên khác";
  g_array_append_val (draft->units, unit);
  g_array_append_val (draft->totals, total);
  g_array_append_val (draft->holiday_years, year);
  return skh_plan_store_add_plan (db, draft, data, error);
}

static gboolean
run_delete_plan (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_plan_store_delete (db, *(gint64 *)data, FALSE, error);
}

static gboolean
run_rename_plan (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_plan_store_rename (db, *(gint64 *)data, "Kế hoạch khác", NULL, "12-KH/ĐU",
                                error);
}

/* A unit that was there keeps its name and its total; the new one owes in both plans. */
static void
test_plans (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = edit_fixture_load (fixture), next = NULL;
  gint64 only = skh_ledger_get_plan (ledger)->id, plan = 0;
  g_autoptr (GPtrArray) plans = NULL;
  const SkhPlanRecord *record;

  edit_fixture_assert_refused (fixture, run_delete_plan, &only, "only plan");
  edit_fixture_assert_act (fixture, run_add_plan, &plan);
  g_assert_cmpuint (edit_fixture_count_lines (fixture, "1"), ==, 4);
  edit_fixture_assert_act (fixture, run_rename_plan, &plan);
  plans = skh_workbook_list_plans (fixture->workbook, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 2);
  record = g_ptr_array_index (plans, 1);
  g_assert_cmpint (record->year, ==, 2024);
  g_assert_cmpstr (record->short_title, ==, "Kế hoạch khác");
  g_assert_cmpstr (record->number, ==, "12-KH/ĐU");
  g_assert_cmpuint (record->n_tasks, ==, 5);
  next = skh_workbook_load_ledger (fixture->workbook, record->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (skh_ledger_get_units (next, NULL)[1].name, ==, "Đảng ủy xã Mẫu Một");
  g_assert_cmpuint (skh_ledger_get_tasks (next, NULL)[1].n_assignments, ==, 16);
  edit_fixture_assert_act (fixture, run_delete_plan, &plan);
}

static gboolean
run_set_year (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_plan_store_set_year (db, first_plan (db), *(int *)data, error);
}

/* Lines follow with what stands on them. */
static void
test_set_year (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;
  const SkhTask *task;
  int year = 2024, no_year = 24;

  edit_fixture_deliver (fixture, "A1", "2", "2023-Q1", skh_date_new (2023, 3, 1));
  edit_fixture_assert_refused (fixture, run_set_year, &no_year, "24");
  edit_fixture_assert_act (fixture, run_set_year, &year);
  ledger = edit_fixture_load (fixture);
  task = &skh_ledger_get_tasks (ledger, NULL)[1];
  g_assert_cmpuint (task->n_assignments, ==, 12);
  g_assert_cmpint (task->deadline.last_day, ==, skh_date_new (2024, 12, 31));
  g_assert_cmpint (
    skh_ledger_get_assignments (ledger, NULL)[task->first_assignment].line.state, ==,
    SKH_STATE_DELIVERED);
}

/* — A plan read back — */

static gboolean
run_dup (SkhDatabase *db, gpointer data, GError **error)
{
  SkhPlanDraft **draft = data;

  *draft = skh_plan_store_dup_draft (db, 0, error);
  return *draft != NULL;
}

static void
test_read_back (EditFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPlanDraft) made = sample_draft_new (), read = NULL;
  g_autofree char *expected = draft_to_text (made), *found = NULL;

  skh_workbook_run (fixture->workbook, run_dup, &read, &error);
  g_assert_no_error (error);
  found = draft_to_text (read);
  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (EditFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plan-edit/add-task", test_add_task },
    { "/plan-edit/change-deadline", test_change_deadline },
    { "/plan-edit/entered-days-go", test_entered_days_go },
    { "/plan-edit/change-lead", test_change_lead },
    { "/plan-edit/measures", test_measures },
    { "/plan-edit/faults", test_faults },
    { "/plan-edit/delete-task", test_delete_task },
    { "/plan-edit/move-and-copy", test_move_and_copy },
    { "/plan-edit/sections", test_sections },
    { "/plan-edit/plans", test_plans },
    { "/plan-edit/set-year", test_set_year },
    { "/plan-edit/read-back", test_read_back },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, EditFixture, NULL, edit_fixture_set_up, tests[i].func,
                edit_fixture_tear_down);
  return g_test_run ();
}
