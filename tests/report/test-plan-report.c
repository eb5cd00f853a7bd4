/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-draft.h"
#include "sample-ledger.h"
#include "skh-plan-report.h"

static char *
dup_cell (const SkhCell *cell)
{
  switch (cell->kind)
    {
    case SKH_CELL_TEXT:
      return g_strdup (cell->text);
    case SKH_CELL_NUMBER:
      return g_strdup_printf ("%d", (int)cell->number);
    case SKH_CELL_DATE:
      return skh_date_to_iso (cell->date);
    case SKH_CELL_EMPTY:
    case SKH_CELL_RATIO:
    default:
      return g_strdup ("");
    }
}

/* A row as its cells with "|" between; "#" before a heading. (transfer full) */
static char *
dup_row (SkhTable *table, const SkhRow *row)
{
  GString *text = g_string_new (row->kind == SKH_ROW_GROUP ? "#" : "");

  for (guint i = 0; i < skh_table_get_n_columns (table); i++)
    {
      g_autofree char *cell = dup_cell (&row->cells[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell);
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (SkhLedger *ledger, const char *const *expected)
{
  g_autoptr (SkhReport) report = skh_plan_report_new (ledger);
  SkhTable *table = skh_report_get_table (report, 0);
  const SkhRow *row;

  g_assert_cmpuint (skh_report_get_n_tables (report), ==, 1);
  for (; (row = skh_table_next_row (table)) != NULL; expected++)
    {
      g_autofree char *text = dup_row (table, row);

      g_assert_cmpstr (text, ==, *expected);
    }
  g_assert_null (*expected);
}

/* The sample plan with more said of its tasks. */
static void
set_up_detailed (SampleLedger *sample, gconstpointer data)
{
  static const char *const with[] = { "B1", "A", NULL }, *const via[] = { "B1", NULL };
  g_autoptr (SkhPlanDraft) draft = sample_draft_new ();
  SkhTaskDraft *tasks = (SkhTaskDraft *)(gpointer)draft->tasks->data;

  tasks[0].with = with;
  tasks[0].deliverable = "Kế hoạch";
  tasks[0].recipient = "Ban Thường vụ";
  tasks[0].via = via;
  tasks[3].wording = NULL;
  /* The 30th of April is a holiday and a Sunday; the day after is a Monday. */
  tasks[4].deadline = skh_deadline_by_end_of (skh_period_parse ("2023-04"), FALSE);
  sample_ledger_create (sample, draft);
}

static void
test_rows (SampleLedger *sample, gconstpointer data)
{
  static const char *const expected[] = {
    "#II.1. Học tập||||||||",
    "1|Gửi kế hoạch|Các đảng ủy mẫu|Ban Tuyên giáo mẫu; Các đảng ủy mẫu|Kế hoạch|"
    "Ban Thường vụ (qua Ban Tuyên giáo mẫu)|as the plan says|2023-03-31|",
    "2|Báo cáo sinh hoạt quý|Các đảng ủy mẫu||||as the plan says|"
    "31/3/2023\n30/6/2023\n30/9/2023\n31/12/2023|2/10/2023\nchưa có lịch nghỉ năm 2024",
    "#III. Tổ chức thực hiện||||||||",
    "3|Tổng hợp|Ban Tuyên giáo mẫu||||as the plan says|Chờ ngày|",
    "4|Theo dõi|Ban Tuyên giáo mẫu||||Kế hoạch không nêu||",
    "5|Sinh hoạt chi bộ|Các chi bộ||||as the plan says|2023-04-30|2023-05-01",
    NULL,
  };
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);

  assert_rows (ledger, expected);
}

static void
test_title (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autoptr (SkhReport) report = skh_plan_report_new (ledger);
  const SkhTitleBlock *title = skh_report_get_title_block (report);

  g_assert_cmpstr (title->kind, ==, "PHỤ LỤC");
  g_assert_cmpstr (title->organisation, ==, "ĐẢNG ỦY MẪU");
  g_assert_nonnull (g_strstr_len (title->abstract, -1, "Kế hoạch mẫu"));
  g_assert_nonnull (g_strstr_len (title->note, -1, "-KH/ĐU"));
  g_assert_null (title->authority);
  g_assert_cmpint (skh_report_get_paper_size (report), ==, SKH_PAPER_A4);
}

/* Two renderers read one table in turn. */
static void
test_read_twice (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autoptr (SkhReport) report = skh_plan_report_new (ledger);
  SkhTable *table = skh_report_get_table (report, 0);
  guint counts[2] = { 0 };

  for (guint i = 0; i < 2; i++, skh_table_rewind (table))
    while (skh_table_next_row (table) != NULL)
      counts[i]++;
  g_assert_cmpuint (counts[0], ==, 7);
  g_assert_cmpuint (counts[1], ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-report/rows", SampleLedger, NULL, set_up_detailed, test_rows,
              sample_ledger_tear_down);
  g_test_add ("/plan-report/title", SampleLedger, NULL, sample_ledger_set_up, test_title,
              sample_ledger_tear_down);
  g_test_add ("/plan-report/read-twice", SampleLedger, NULL, sample_ledger_set_up,
              test_read_twice, sample_ledger_tear_down);
  return g_test_run ();
}
