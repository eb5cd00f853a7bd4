/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-plan-template.h"

#include <string.h>

static char **
read_rows (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  if (g_str_has_suffix (text, "\n"))
    text[strlen (text) - 1] = '\0'; /* empty cells at a line's end stay */
  return g_strsplit (text, "\n", -1);
}

static void
assert_text (const char *text, const char *expected)
{
  g_assert_cmpstr (text != NULL ? text : "", ==, expected);
}

static void
assert_list (const char *const *codes, const char *expected)
{
  g_autofree char *joined
    = codes != NULL ? g_strjoinv ("; ", (char **)codes) : g_strdup ("");

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_day (SkhDate day, const char *expected)
{
  g_autofree char *iso = skh_date_to_iso (day);

  assert_text (iso, expected);
}

/* Every obligation of the plan of 2023, word by word and day by day. */
static void
test_obligations (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPlanDraft) draft
    = skh_plan_template_read_builtin ("duc-pho-2023", 0, &error);
  g_auto (GStrv) rows = read_rows ("obligations-2023.tsv");

  g_assert_no_error (error);
  g_assert_cmpuint (draft->tasks->len, ==, 54);
  g_assert_cmpuint (g_strv_length (rows), ==, 55);
  for (guint i = 0; i < draft->tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (draft->tasks, SkhTaskDraft, i);
      g_auto (GStrv) cells = g_strsplit (rows[i + 1], "\t", -1);

      g_test_message ("task %s", task->no);
      assert_text (task->no, cells[0]);
      assert_text (task->clause, cells[1]);
      assert_list (task->lead, cells[2]);
      assert_list (task->with, cells[3]);
      assert_text (task->title, cells[4]);
      assert_text (task->deliverable, cells[5]);
      assert_text (task->recipient, cells[6]);
      assert_list (task->via, cells[7]);
      assert_text (task->wording, cells[8]);
      assert_text (skh_deadline_kind_to_string (task->deadline.kind), cells[9]);
      assert_day (task->deadline.first_day, cells[10]);
      assert_day (task->deadline.last_day, cells[11]);
      g_assert_cmpint (g_utf8_strlen (task->short_title, -1), <=, 42);
      g_assert_true (g_str_has_prefix (task->clause, task->section));
    }
}

static void
test_units (void)
{
  g_autoptr (SkhPlanDraft) draft
    = skh_plan_template_read_builtin ("duc-pho-2023", 0, NULL);
  g_auto (GStrv) rows = read_rows ("units-2023.tsv");

  g_assert_cmpuint (draft->units->len, ==, g_strv_length (rows) - 1);
  for (guint i = 0; i < draft->units->len; i++)
    {
      const SkhUnitDraft *unit = &g_array_index (draft->units, SkhUnitDraft, i);
      g_auto (GStrv) cells = g_strsplit (rows[i + 1], "\t", -1);

      assert_text (unit->code, cells[0]);
      assert_text (unit->name, cells[1]);
      assert_text (unit->short_name, cells[2]);
      assert_text (unit->parent, cells[3]);
      assert_list (unit->groups, cells[4]);
    }
}

static const SkhTaskDraft *
get_task (SkhPlanDraft *draft, const char *no)
{
  for (guint i = 0; i < draft->tasks->len; i++)
    if (g_str_equal (g_array_index (draft->tasks, SkhTaskDraft, i).no, no))
      return &g_array_index (draft->tasks, SkhTaskDraft, i);
  g_assert_not_reached ();
}

/* Another year moves days, titles and wordings; history and numbers of documents stay,
   and the days off of a year that nobody entered are not made up. */
static void
test_other_year (void)
{
  g_autoptr (SkhPlanDraft) draft
    = skh_plan_template_read_builtin ("duc-pho-2023", 2024, NULL);

  g_assert_cmpint (draft->year, ==, 2024);
  g_assert_nonnull (strstr (draft->title, "năm 2024"));
  assert_day (get_task (draft, "6")->deadline.last_day, "2024-04-29");
  assert_day (get_task (draft, "49")->deadline.last_day, "2024-01-29");
  assert_text (get_task (draft, "49")->wording, "trước ngày 30/01/2024");
  assert_day (get_task (draft, "17")->deadline.last_day, "2024-06-30");
  g_assert_nonnull (strstr (get_task (draft, "17")->title, "năm 2016"));
  assert_day (get_task (draft, "8")->deadline.first_day, "2024-01-01");
  g_assert_cmpuint (draft->holiday_years->len, ==, 1);
  g_assert_cmpint (g_array_index (draft->holiday_years, int, 0), ==, 2023);
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = skh_plan_template_list (&error);
  const SkhTemplateInfo *info;

  g_assert_no_error (error);
  g_assert_cmpuint (infos->len, ==, 2);
  info = g_ptr_array_index (infos, 0);
  g_assert_cmpstr (info->id, ==, "duc-pho-2023");
  g_assert_true (g_str_has_suffix (info->title, "phong cách Hồ Chí Minh năm 2023"));
  g_assert_cmpint (info->year, ==, 2023);
  info = g_ptr_array_index (infos, 1);
  g_assert_cmpstr (info->id, ==, "ke-hoach-trong");
  g_assert_cmpstr (info->title, ==, "Kế hoạch trống");
}

/* Every text of a moved plan that still says the template's own year. Documents are
   history, and so are the days off. */
static void
test_year_moves_everywhere (void)
{
  g_autoptr (SkhPlanDraft) draft
    = skh_plan_template_read_builtin ("duc-pho-2023", 2025, NULL);

  for (guint i = 0; i < draft->tasks->len; i++)
    {
      const SkhTaskDraft *task = &g_array_index (draft->tasks, SkhTaskDraft, i);
      const char *texts[]
        = { task->title, task->short_title, task->wording, task->event };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        g_assert_true (texts[j] == NULL || strstr (texts[j], "2023") == NULL);
      g_assert_true (task->deadline.last_day == SKH_DATE_NONE
                     || skh_date_get_year (task->deadline.last_day) == 2025);
    }
  assert_text (g_array_index (draft->sections, SkhSectionDraft, 0).title,
               "Học tập chuyên đề năm 2025");
  assert_text (g_array_index (draft->report_tables, SkhReportTableDraft, 0).title,
               "Học tập, quán triệt chuyên đề năm 2025");
  assert_text (g_array_index (draft->documents, SkhDocumentDraft, 2).title,
               "Hướng dẫn thực hiện công tác lý luận chính trị năm 2023");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/obligations", test_obligations);
  g_test_add_func ("/template/units", test_units);
  g_test_add_func ("/template/other-year", test_other_year);
  g_test_add_func ("/template/list", test_list);
  g_test_add_func ("/template/year-moves-everywhere", test_year_moves_everywhere);
  return g_test_run ();
}
