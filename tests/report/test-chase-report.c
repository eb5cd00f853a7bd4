/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to chase: the list, the report of it, the message to a unit, and what is new. */
#include "sample-ledger.h"
#include "skh-chase-report.h"
#include "skh-chase-text.h"

#include <string.h>

static SkhDate
day (const char *text)
{
  return skh_date_parse_iso (text);
}

static gboolean
is_of_unit (SkhLedger *ledger, guint line, gpointer code)
{
  const SkhAssignment *record = &skh_ledger_get_assignments (ledger, NULL)[line];

  return g_str_equal (skh_ledger_get_units (ledger, NULL)[record->unit].code, code);
}

/* "A1: 1 2 | 5; …": a unit's overdue tasks, a bar, and those due soon. (transfer full) */
static char *
describe (SkhChaseList *list)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, NULL);
  GString *text = g_string_new (NULL);
  guint n;
  const SkhChaseUnit *units = skh_chase_list_get_units (list, &n);
  const guint *lines = skh_chase_list_get_lines (list, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "",
                              skh_ledger_get_units (ledger, NULL)[units[i].unit].code);
      for (guint j = 0; j < units[i].n; j++)
        {
          const SkhAssignment *line
            = &skh_ledger_get_assignments (ledger, NULL)[lines[units[i].first + j]];

          g_string_append_printf (text, "%s %s", j == units[i].n_overdue ? " |" : "",
                                  tasks[line->task].no);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_list (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhChaseList) all = NULL, one = NULL, none = NULL;
  g_autofree char *text = NULL, *of_one = NULL, *before = NULL;

  /* A1 has delivered all of the first quarter; cells are due on the 30th of June. */
  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  sample_ledger_deliver (sample, "A1", "2", "2023-Q1", "2023-03-30");
  ledger = sample_ledger_load (sample);
  all = skh_chase_list_new (ledger, day ("2023-06-20"), NULL, NULL);
  text = describe (all);
  g_assert_cmpstr (text, ==, "A2: 1 2 | 2 5; A3: 1 2 | 2 5; A1: | 2 5");
  g_assert_cmpuint (skh_chase_list_get_overdue (all)->len, ==, 4);
  g_assert_cmpuint (skh_chase_list_get_soon (all)->len, ==, 6);

  one = skh_chase_list_new (ledger, day ("2023-06-20"), is_of_unit, (gpointer) "A3");
  of_one = describe (one);
  g_assert_cmpstr (of_one, ==, "A3: 1 2 | 2 5");
  g_assert_null (skh_chase_list_find_unit (one, skh_ledger_find_unit (ledger, "A1")));

  none = skh_chase_list_new (ledger, day ("2023-01-05"), NULL, NULL);
  before = describe (none);
  g_assert_cmpstr (before, ==, "");
}

static gboolean
add_chase (SkhDatabase *db, gpointer line, GError **error)
{
  SkhChaseEdit edit = { skh_date_parse_iso ("2023-04-12"), SKH_CHASE_PHONE, NULL, NULL };

  return skh_chase_store_add (db, line, 1, &edit, error);
}

static void
chase (SampleLedger *sample, const char *unit, const char *task)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autoptr (GError) error = NULL;
  guint index = sample_ledger_find (ledger, unit, task, NULL);
  gint64 id = skh_ledger_get_assignments (ledger, NULL)[index].id;

  skh_workbook_run (sample->workbook, add_chase, &id, &error);
  g_assert_no_error (error);
}

static guint
find_column (SkhTable *table, const char *title)
{
  for (guint i = 0; i < skh_table_get_n_columns (table); i++)
    if (g_str_equal (skh_table_get_column (table, i)->title, title))
      return i;
  g_assert_not_reached ();
}

static void
test_report_counts_what_was_chased (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;
  g_autoptr (SkhChaseList) list = NULL;
  g_autoptr (SkhReport) report = NULL;
  const SkhRow *row;
  SkhTable *table;
  guint column, n_chased = 0, n_rows = 0;

  chase (sample, "A2", "1");
  chase (sample, "A2", "1");
  ledger = sample_ledger_load (sample);
  list = skh_chase_list_new (ledger, day ("2023-04-15"), NULL, NULL);
  report = skh_chase_report_new (list);
  g_assert_cmpuint (skh_report_get_n_tables (report), ==, 2);
  table = skh_report_get_table (report, 0);
  g_assert_cmpstr (skh_table_get_subtitle (table), ==,
                   "6 nhiệm vụ của 3 đơn vị; đã đôn đốc 1 nhiệm vụ.");
  column = find_column (table, "Đã đôn đốc");
  for (; (row = skh_table_next_row (table)) != NULL; n_rows++)
    if (row->cells[column].kind == SKH_CELL_TEXT && row->kind == SKH_ROW_BODY)
      {
        g_assert_cmpstr (row->cells[column].text, ==,
                         "2 lần, gần nhất 12/4/2023 (điện thoại)");
        n_chased++;
      }
  g_assert_cmpuint (n_rows, ==, 9);
  g_assert_cmpuint (n_chased, ==, 1);
  /* Nothing is due soon: said, and not counted. */
  table = skh_report_get_table (report, 1);
  g_assert_null (skh_table_next_row (table));
  g_assert_null (skh_table_get_subtitle (table));
  g_assert_cmpstr (skh_table_get_empty_text (table), ==,
                   "Không có nhiệm vụ sắp đến hạn.");
}

static void
test_text (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autoptr (SkhChaseList) list
    = skh_chase_list_new (ledger, day ("2023-06-20"), NULL, NULL);
  g_autofree char *text = skh_chase_text_new (list, skh_ledger_find_unit (ledger, "A2"));

  g_assert_cmpstr (
    text, ==,
    "Kính gửi: Đảng ủy xã Mẫu Hai.\n"
    "Tính đến ngày 20/6/2023, đơn vị có 2 nhiệm vụ quá hạn và 2 nhiệm vụ sắp đến hạn "
    "theo Kế hoạch mẫu:\n"
    "1. Gửi kế hoạch (mục II.1), hạn cuối 31/3/2023, quá hạn 81 ngày.\n"
    "2. Báo cáo sinh hoạt quý (quý I năm 2023) (mục II.1), hạn cuối 31/3/2023, quá hạn "
    "81 ngày.\n"
    "3. Báo cáo sinh hoạt quý (quý II năm 2023) (mục II.1), hạn cuối 30/6/2023, còn 10 "
    "ngày.\n"
    "4. Sinh hoạt chi bộ (mục III), hạn cuối 30/6/2023, còn 10 ngày.\n"
    "Đề nghị đơn vị khẩn trương thực hiện và gửi kết quả. Nếu đã gửi, đề nghị báo lại "
    "để cập nhật.\n"
    "ĐẢNG ỦY MẪU\n");
  g_assert_null (skh_chase_text_new (list, skh_ledger_find_unit (ledger, "B1")));
}

static void
test_text_for_all (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autoptr (SkhChaseList) list
    = skh_chase_list_new (ledger, day ("2023-06-20"), is_of_unit, (gpointer) "A2");
  g_autoptr (SkhChaseList) none
    = skh_chase_list_new (ledger, day ("2023-01-05"), NULL, NULL);
  g_autofree char *text = skh_chase_text_new (list, SKH_NO_INDEX);

  g_assert_nonnull (strstr (text, "1. Đảng ủy xã Mẫu Hai:\n"
                                  "- Gửi kế hoạch (mục II.1), hạn cuối 31/3/2023, quá "
                                  "hạn 81 ngày.\n"));
  g_assert_null (strstr (text, "Mẫu Một"));
  g_assert_null (skh_chase_text_new (none, SKH_NO_INDEX));
}

static void
test_text_on_the_last_day (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = sample_ledger_load (sample);
  g_autoptr (SkhChaseList) list
    = skh_chase_list_new (ledger, day ("2023-03-31"), NULL, NULL);
  g_autofree char *text = skh_chase_text_new (list, skh_ledger_find_unit (ledger, "A1"));

  g_assert_nonnull (strstr (text, "đơn vị có 2 nhiệm vụ sắp đến hạn theo"));
  g_assert_nonnull (strstr (text, "hạn cuối 31/3/2023, đến hạn trong ngày."));
  g_assert_nonnull (strstr (text, "Đề nghị đơn vị thực hiện"));
}

static void
test_news (SampleLedger *sample, gconstpointer data)
{
  g_autoptr (SkhLedger) ledger = NULL;
  SkhChaseNews news;

  sample_ledger_deliver (sample, "A1", "1", NULL, "2023-03-30");
  ledger = sample_ledger_load (sample);
  /* Never told: everything. */
  news = skh_chase_news_get (ledger, SKH_DATE_NONE, day ("2023-04-01"));
  g_assert_cmpuint (news.n_overdue, ==, 5);
  g_assert_cmpuint (news.n_soon, ==, 0);
  /* Told the day before it came to be overdue, and the day after. */
  news = skh_chase_news_get (ledger, day ("2023-03-31"), day ("2023-04-01"));
  g_assert_cmpuint (news.n_overdue, ==, 5);
  news = skh_chase_news_get (ledger, day ("2023-04-01"), day ("2023-04-02"));
  g_assert_cmpuint (news.n_overdue, ==, 0);
  /* The second quarter comes near: three reports, three times the cells. */
  news = skh_chase_news_get (ledger, day ("2023-04-01"), day ("2023-06-20"));
  g_assert_cmpuint (news.n_soon, ==, 6);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (SampleLedger *, gconstpointer);
  } tests[] = {
    { "/chase-report/list", test_list },
    { "/chase-report/report-counts-what-was-chased", test_report_counts_what_was_chased },
    { "/chase-report/text", test_text },
    { "/chase-report/text-for-all", test_text_for_all },
    { "/chase-report/text-on-the-last-day", test_text_on_the_last_day },
    { "/chase-report/news", test_news },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, SampleLedger, NULL, sample_ledger_set_up, tests[i].func,
                sample_ledger_tear_down);
  return g_test_run ();
}
