/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-draft.h"
#include "skh-stores.h"
#include "skh-workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  SkhWorkbook *workbook;
} Fixture;

static gboolean
create_sample (SkhDatabase *db, gpointer data, GError **error)
{
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();

  return skh_plan_store_create (db, draft, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sổ-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sổ mẫu.skh", NULL);
  fixture->workbook = skh_workbook_create (fixture->path, &error);
  g_assert_no_error (error);
  skh_workbook_run (fixture->workbook, create_sample, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workbook);
  remove_all (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static SkhLedger *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger = skh_workbook_load_ledger (fixture->workbook, 0, &error);

  g_assert_no_error (error);
  return ledger;
}

static const SkhAssignment *
get_line (SkhLedger *ledger, const char *unit, const char *task, const char *period)
{
  guint index = skh_ledger_find_assignment (ledger, skh_ledger_find_task (ledger, task),
                                            skh_ledger_find_unit (ledger, unit),
                                            period != NULL ? skh_period_parse (period)
                                                           : SKH_PERIOD_INIT_NONE);

  g_assert_cmpuint (index, !=, SKH_NO_INDEX);
  return &skh_ledger_get_assignments (ledger, NULL)[index];
}

typedef struct
{
  const char *label;
  const SkhAssignmentEdit *edits;
  guint n;
} EditCall;

static gboolean
run_edit (SkhDatabase *db, gpointer data, GError **error)
{
  EditCall *call = data;

  return skh_assignment_store_edit (db, call->label, call->edits, call->n, error);
}

static void
edit (Fixture *fixture, const SkhAssignmentEdit *edits, guint n, GError **error)
{
  EditCall call = { "Đánh dấu", edits, n };

  skh_workbook_run (fixture->workbook, run_edit, &call, error);
}

static gboolean
run_undo (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *label = skh_act_undo (db, error);

  return label != NULL;
}

static gboolean
run_redo (SkhDatabase *db, gpointer data, GError **error)
{
  g_autofree char *label = skh_act_redo (db, error);

  return label != NULL;
}

static void
assert_delivered (Fixture *fixture,
                  const char *unit,
                  const char *task,
                  gboolean delivered)
{
  g_autoptr (SkhLedger) ledger = load (fixture);

  g_assert_cmpint (get_line (ledger, unit, task, NULL)->line.state, ==,
                   delivered ? SKH_STATE_DELIVERED : SKH_STATE_NOT_STARTED);
}

static SkhAssignmentEdit
deliver (Fixture *fixture, const char *unit, const char *task, const char *period)
{
  g_autoptr (SkhLedger) ledger = load (fixture);

  return (SkhAssignmentEdit){
    .assignment_id = get_line (ledger, unit, task, period)->id,
    .fields = SKH_EDIT_STATE | SKH_EDIT_DELIVERED_ON,
    .state = SKH_STATE_DELIVERED,
    .delivered_on = skh_date_new (2023, 3, 30),
    .total = -1,
  };
}

/* Who owes what: group A has three units; a quarterly task gives each four lines; a task
   counted in cells gives one to each unit of the base group; ROOT leads nothing. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *task;
    guint n;
  } cases[] = { { "1", 3 }, { "2", 12 }, { "3", 1 }, { "4", 1 }, { "5", 3 } };
  g_autoptr (SkhLedger) ledger = load (fixture);
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, NULL);
  guint n_units;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n_units);

  g_assert_cmpuint (n_units, ==, 5);
  g_assert_cmpstr (units[1].name, ==, "Đảng ủy xã Mẫu Một");
  g_assert_cmpuint (units[1].parent, ==, 0);
  g_assert_cmpstr (units[1].groups[0], ==, "A");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (tasks[skh_ledger_find_task (ledger, cases[i].task)].n_assignments,
                      ==, cases[i].n);
  g_assert_cmpstr (tasks[4].counts, ==, "cells");
  g_assert_cmpstr (tasks[0].lead_text, ==, "Các đảng ủy mẫu");
  g_assert_cmpint (get_line (ledger, "A2", "2", "2023-Q3")->line.due, ==,
                   skh_date_new (2023, 9, 30));
  g_assert_cmpuint (skh_ledger_find_assignment (ledger, 1, 1, SKH_PERIOD_INIT_NONE), ==,
                    SKH_NO_INDEX);
  g_assert_cmpint (skh_ledger_get_unit_total (ledger, 1, "members", 0), ==, 40);
  g_assert_cmpint (skh_ledger_get_unit_total (ledger, 2, "members", 0), ==, -1);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SkhAssignmentEdit one = deliver (fixture, "A1", "1", NULL);
  SkhAssignmentEdit two = deliver (fixture, "A2", "1", NULL);

  g_assert_null (skh_workbook_get_undo_label (fixture->workbook));
  edit (fixture, &one, 1, &error);
  g_assert_no_error (error);
  edit (fixture, &two, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (skh_workbook_get_undo_label (fixture->workbook), ==, "Đánh dấu");

  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  g_assert_no_error (error);
  assert_delivered (fixture, "A1", "1", TRUE);
  assert_delivered (fixture, "A2", "1", FALSE);
  skh_workbook_run (fixture->workbook, run_redo, NULL, &error);
  g_assert_no_error (error);
  assert_delivered (fixture, "A2", "1", TRUE);

  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  g_assert_no_error (error);
  assert_delivered (fixture, "A1", "1", FALSE);
  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOTHING);
}

/* The founding of a workbook is out of undo's reach, also for another process. */
static void
test_undo_after_reopening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SkhAssignmentEdit one = deliver (fixture, "A1", "1", NULL);

  edit (fixture, &one, 1, &error);
  g_clear_object (&fixture->workbook);
  fixture->workbook = skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (skh_workbook_get_undo_label (fixture->workbook), ==, "Đánh dấu");
  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  g_assert_no_error (error);
  assert_delivered (fixture, "A1", "1", FALSE);
  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOTHING);
}

/* A new act closes the way to what was undone, but the history keeps it. */
static void
test_new_act_ends_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SkhAssignmentEdit one = deliver (fixture, "A1", "1", NULL);
  SkhAssignmentEdit two = deliver (fixture, "A2", "1", NULL);

  edit (fixture, &one, 1, &error);
  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  edit (fixture, &two, 1, &error);
  g_assert_no_error (error);
  skh_workbook_run (fixture->workbook, run_redo, NULL, &error);
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  g_assert_no_error (error);
  assert_delivered (fixture, "A2", "1", FALSE);
}

static gboolean
run_history (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **acts = data;

  *acts = skh_act_list (db, error);
  return *acts != NULL;
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) acts = NULL;
  SkhFigureEdit figure = { "members_attending", 30, -1 };
  SkhAssignmentEdit one = deliver (fixture, "A1", "2", "2023-Q1");
  SkhAct *act;

  one.figures = &figure;
  one.n_figures = 1;
  edit (fixture, &one, 1, &error);
  edit (fixture, &one, 1, &error); /* changes nothing: leaves no trace */
  g_assert_no_error (error);
  skh_workbook_run (fixture->workbook, run_history, &acts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (acts->len, ==, 2);
  act = g_ptr_array_index (acts, 0);
  g_assert_cmpstr (act->label, ==, "Đánh dấu");
  g_assert_cmpstr (act->tables[0], ==, "assignment");
  g_assert_cmpstr (act->tables[1], ==, "1");
  g_assert_cmpstr (act->tables[2], ==, "figure");
}

/* Every refusal says so and changes nothing, also when it is the last of many edits. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  SkhFigureEdit too_many = { "members_attending", 41, 40 };
  SkhFigureEdit unknown = { "no_such", 1, -1 };
  SkhFigureEdit no_total = { "members_attending", 1, -1 };
  SkhFigureEdit with_total = { "meetings", 1, 2 };
  SkhAssignmentEdit good = deliver (fixture, "A1", "1", NULL);
  SkhAssignmentEdit line = deliver (fixture, "A2", "2", "2023-Q1");
  SkhAssignmentEdit cases[] = { line, line, line, line, line, line, line, line };

  cases[0].figures = &too_many;
  cases[1].figures = &unknown;
  cases[2].figures = &no_total;
  cases[3].figures = &with_total;
  for (guint i = 0; i < 4; i++)
    cases[i].n_figures = 1;
  cases[4].delivered_on = SKH_DATE_NONE;
  cases[5].state = SKH_STATE_NOT_APPLICABLE;
  cases[5].fields = SKH_EDIT_STATE;
  cases[6].fields = SKH_EDIT_COUNT;
  cases[6].count = 5;
  cases[6].total = 4;
  cases[7].fields = SKH_EDIT_DELIVERED_ON;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SkhAssignmentEdit both[] = { good, cases[i] };

      g_test_message ("case %u", i);
      edit (fixture, both, 2, &error);
      g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "Đảng ủy xã Mẫu Hai"));
      assert_delivered (fixture, "A1", "1", FALSE);
    }
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  SkhFigureEdit figures[] = { { "members_attending", 30, -1 }, { "meetings", 2, -1 } };
  SkhAssignmentEdit a1 = deliver (fixture, "A1", "2", "2023-Q1");
  SkhAssignmentEdit a2 = deliver (fixture, "A2", "2", "2023-Q1");
  SkhFigureEdit other = { "members_attending", 11, 12 };
  SkhPeriod quarter = skh_period_parse ("2023-Q1");
  SkhFigureSum sum;

  a1.figures = figures; /* the total is the one the office holds: 40 */
  a1.n_figures = 2;
  a2.figures = &other;
  a2.n_figures = 1;
  edit (fixture, &a1, 1, &error);
  edit (fixture, &a2, 1, &error);
  g_assert_no_error (error);

  ledger = load (fixture);
  sum = skh_ledger_sum_figure (ledger, 1, "members_attending", SKH_NO_INDEX, quarter,
                               skh_date_new (2023, 4, 15));
  g_assert_cmpint (sum.value, ==, 41);
  g_assert_cmpint (sum.total, ==, 52);
  g_assert_cmpuint (sum.n_lines, ==, 2);
  sum = skh_ledger_sum_figure (ledger, 1, "members_attending", SKH_NO_INDEX, quarter,
                               skh_date_new (2023, 3, 29));
  g_assert_cmpuint (sum.n_lines, ==, 0); /* not delivered yet, as seen that day */
  g_assert_false (skh_ledger_is_missing (ledger, get_line (ledger, "A1", "2", "2023-Q1"),
                                         skh_date_new (2023, 4, 15)));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  SkhDate on = skh_date_new (2023, 4, 15);
  SkhAssignmentEdit lines[]
    = { deliver (fixture, "A1", "1", NULL), deliver (fixture, "A2", "1", NULL),
        deliver (fixture, "A1", "2", "2023-Q1") };

  lines[0].fields |= SKH_EDIT_DOCUMENT;
  lines[0].document = "05-KH/ĐU";
  edit (fixture, lines, 3, &error);
  g_assert_no_error (error);
  ledger = load (fixture);
  g_assert_false (skh_ledger_is_missing (ledger, get_line (ledger, "A1", "1", NULL), on));
  g_assert_true (skh_ledger_is_missing (ledger, get_line (ledger, "A2", "1", NULL), on));
  g_assert_true (
    skh_ledger_is_missing (ledger, get_line (ledger, "A1", "2", "2023-Q1"), on));
}

static gboolean
run_due_day (SkhDatabase *db, gpointer data, GError **error)
{
  gint64 *task = data;

  return skh_task_store_set_due_day (db, *task, skh_period_parse ("2023"),
                                     skh_date_new (2023, 5, 10), error);
}

static void
test_due_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) before = load (fixture);
  g_autoptr (SkhLedger) after = NULL;
  const SkhTask *tasks = skh_ledger_get_tasks (before, NULL);
  gint64 relative = tasks[2].id, fixed = tasks[0].id;

  g_assert_cmpint (get_line (before, "B1", "3", NULL)->line.due, ==, SKH_DATE_NONE);
  skh_workbook_run (fixture->workbook, run_due_day, &relative, &error);
  g_assert_no_error (error);
  after = load (fixture);
  g_assert_cmpint (get_line (after, "B1", "3", NULL)->line.due, ==,
                   skh_date_new (2023, 5, 10));
  skh_workbook_run (fixture->workbook, run_due_day, &fixed, &error);
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID);
}

static gboolean
run_merge (SkhDatabase *db, gpointer data, GError **error)
{
  static const char *const groups[] = { "A", NULL };
  SkhUnitMergeResult *result = data;
  SkhUnitDraft units[] = {
    { .code = "A1",
      .name = "Đảng ủy xã Mẫu Một",
      .opened = SKH_DATE_NONE,
      .closed = SKH_DATE_NONE },
    { .code = "A2", .name = "Tên mới", .opened = SKH_DATE_NONE, .closed = SKH_DATE_NONE },
    { .code = "A9",
      .name = "Đảng ủy xã Mẫu Chín",
      .parent = "ROOT",
      .groups = groups,
      .opened = skh_date_new (2023, 4, 1),
      .closed = SKH_DATE_NONE },
  };

  return skh_unit_store_merge (db, units, G_N_ELEMENTS (units), FALSE, result, error);
}

/* A unit that opens on 1/4 owes nothing due before; the second merge changes nothing. */
static void
test_merge_units (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  SkhUnitMergeResult result;
  SkhRates rates;
  guint unit;

  skh_workbook_run (fixture->workbook, run_merge, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpuint (result.changed, ==, 1);
  g_assert_cmpuint (result.same, ==, 1);
  ledger = load (fixture);
  unit = skh_ledger_find_unit (ledger, "A9");
  rates
    = skh_ledger_get_rates (ledger, skh_period_parse ("2023"), skh_date_new (2023, 4, 15),
                            unit, SKH_NO_INDEX, SKH_NO_INDEX);
  g_assert_cmpuint (rates.expected, ==, 4); /* Q2, Q3, Q4 of task 2, and task 5 */

  skh_workbook_run (fixture->workbook, run_merge, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.same, ==, 3);
  skh_workbook_run (fixture->workbook, run_undo, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&ledger, skh_ledger_unref);
  ledger = load (fixture);
  g_assert_cmpuint (skh_ledger_find_unit (ledger, "A9"), ==, SKH_NO_INDEX);
}

static void
test_rates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhLedger) ledger = NULL;
  SkhAssignmentEdit lines[]
    = { deliver (fixture, "A1", "1", NULL), deliver (fixture, "A2", "1", NULL) };
  SkhRates by_unit[5] = { 0 }, by_section[2] = { 0 }, all;
  SkhPeriod quarter = skh_period_parse ("2023-Q1");
  SkhDate on = skh_date_new (2023, 4, 15);
  g_autoptr (GArray) overdue = NULL;

  lines[1].delivered_on = skh_date_new (2023, 4, 10);
  edit (fixture, lines, 2, &error);
  g_assert_no_error (error);
  ledger = load (fixture);
  all = skh_ledger_get_all_rates (ledger, quarter, on, by_unit, by_section);
  g_assert_cmpuint (all.expected, ==, 6);
  g_assert_cmpuint (all.actual, ==, 2);
  g_assert_cmpuint (all.on_time, ==, 1);
  g_assert_cmpuint (all.late, ==, 1);
  g_assert_cmpuint (all.overdue, ==, 4);
  g_assert_cmpuint (by_unit[1].expected, ==, 2);
  g_assert_cmpuint (by_section[0].expected, ==, 6);
  overdue = skh_ledger_list_by_timeliness (ledger, SKH_TIMELINESS_OVERDUE, on);
  g_assert_cmpuint (overdue->len, ==, 4);
}

/* — Files that are not what they should be — */

static char *
read_bytes (const char *path, gsize *size)
{
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, size, NULL);
  return bytes;
}

static void
assert_open_fails (Fixture *fixture, SkhStoreError code)
{
  static const SkhWorkbookOpenMode modes[]
    = { SKH_WORKBOOK_OPEN_READ, SKH_WORKBOOK_OPEN_WRITE };
  gsize size_before = 0, size_after = 0;
  g_autofree char *before = read_bytes (fixture->path, &size_before);
  g_autofree char *name = g_path_get_basename (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_null (skh_workbook_open (fixture->path, modes[i], &error));
      g_assert_error (error, SKH_STORE_ERROR, (int)code);
      g_assert_nonnull (strstr (error->message, name));
      after = read_bytes (fixture->path, &size_after);
      g_assert_cmpmem (before, size_before, after, size_after);
    }
}

static void
poke (const char *path, goffset offset, gconstpointer bytes, gsize size)
{
  int fd = g_open (path, O_RDWR, 0);

  g_assert_cmpint (pwrite (fd, bytes, size, offset), ==, size);
  close (fd);
}

static void
test_not_a_workbook (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workbook);
  g_file_set_contents (fixture->path, "PK\3\4 this is a spreadsheet, not a workbook", -1,
                       NULL);
  assert_open_fails (fixture, SKH_STORE_ERROR_NOT_WORKBOOK);
  g_file_set_contents (fixture->path, "", 0, NULL);
  assert_open_fails (fixture, SKH_STORE_ERROR_NOT_WORKBOOK);
  g_unlink (fixture->path);
  assert_open_fails (fixture, SKH_STORE_ERROR_NOT_FOUND);
}

static void
test_other_application (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workbook);
  poke (fixture->path, 68, "\0\0\0\1", 4);
  assert_open_fails (fixture, SKH_STORE_ERROR_NOT_WORKBOOK);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workbook);
  poke (fixture->path, 60, "\0\0\0\143", 4);
  assert_open_fails (fixture, SKH_STORE_ERROR_NEWER);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *junk = g_strnfill (4096, 'x');

  g_clear_object (&fixture->workbook);
  for (int page = 1; page < 12; page++)
    poke (fixture->path, page * 4096, junk, 4096);
  assert_open_fails (fixture, SKH_STORE_ERROR_DAMAGED);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workbook);
  g_assert_cmpint (truncate (fixture->path, 4096 * 3), ==, 0);
  assert_open_fails (fixture, SKH_STORE_ERROR_DAMAGED);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SkhAssignmentEdit one = deliver (fixture, "A1", "1", NULL);

  g_clear_object (&fixture->workbook);
  g_chmod (fixture->path, 0444);
  g_assert_null (skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_WRITE, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  fixture->workbook = skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_BEST, &error);
  g_assert_no_error (error);
  g_assert_true (skh_workbook_is_read_only (fixture->workbook));
  assert_delivered (fixture, "A1", "1", FALSE);
  edit (fixture, &one, 1, &error);
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_READ_ONLY);
}

/* The second is told who has it, and reads; when the first is gone it may write. */
static void
test_open_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) second = NULL;

  g_assert_null (skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_WRITE, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_clear_error (&error);
  second = skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_BEST, &error);
  g_assert_no_error (error);
  g_assert_nonnull (
    strstr (skh_workbook_get_read_only_reason (second), g_get_user_name ()));
  g_clear_object (&second);
  g_clear_object (&fixture->workbook);
  fixture->workbook = skh_workbook_open (fixture->path, SKH_WORKBOOK_OPEN_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_never_overwrites (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (skh_workbook_create (fixture->path, &error));
  g_assert_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_EXISTS);
  assert_delivered (fixture, "A1", "1", FALSE);
}

static void
test_new_file_is_private (Fixture *fixture, gconstpointer data)
{
  struct stat info;

  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static gboolean
run_check (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **faults = data;

  *faults = skh_check_run (db, error);
  return *faults != NULL;
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  skh_workbook_run (fixture->workbook, run_check, &faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* — Asynchronous calls — */

typedef struct
{
  GMainLoop *loop;
  guint n_changed;
  gboolean changed_first;
  GError *error;
} AsyncState;

static void
on_changed (SkhWorkbook *workbook, AsyncState *state)
{
  state->n_changed++;
}

static void
on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  AsyncState *state = data;

  skh_workbook_edit_finish (SKH_WORKBOOK (source), result, &state->error);
  state->changed_first = state->n_changed == 1;
  g_main_loop_quit (state->loop);
}

static void
test_async_edit (Fixture *fixture, gconstpointer data)
{
  AsyncState state = { .loop = g_main_loop_new (NULL, FALSE) };
  SkhAssignmentEdit one = deliver (fixture, "A1", "1", NULL);

  g_signal_connect (fixture->workbook, "changed", G_CALLBACK (on_changed), &state);
  skh_workbook_edit_async (fixture->workbook, "Đánh dấu", &one, 1, NULL, on_edited,
                           &state);
  g_main_loop_run (state.loop);
  g_assert_no_error (state.error);
  g_assert_true (state.changed_first);
  assert_delivered (fixture, "A1", "1", TRUE);
  g_signal_handlers_disconnect_by_data (fixture->workbook, &state);
  g_main_loop_unref (state.loop);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/store/lines", test_lines },
    { "/store/undo-redo", test_undo_redo },
    { "/store/undo-after-reopening", test_undo_after_reopening },
    { "/store/new-act-ends-redo", test_new_act_ends_redo },
    { "/store/history", test_history },
    { "/store/refusals", test_refusals },
    { "/store/figures", test_figures },
    { "/store/missing", test_missing },
    { "/store/due-day", test_due_day },
    { "/store/merge-units", test_merge_units },
    { "/store/rates", test_rates },
    { "/store/not-a-workbook", test_not_a_workbook },
    { "/store/other-application", test_other_application },
    { "/store/newer", test_newer },
    { "/store/damaged", test_damaged },
    { "/store/truncated", test_truncated },
    { "/store/read-only", test_read_only },
    { "/store/open-elsewhere", test_open_elsewhere },
    { "/store/never-overwrites", test_never_overwrites },
    { "/store/new-file-is-private", test_new_file_is_private },
    { "/store/check", test_check },
    { "/store/async-edit", test_async_edit },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
