/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong in a template, and how it is told. */
#include "skh-json-locator.h"
#include "skh-plan-template.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
read_small (void)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "exchange", "small-template.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static const char *
find_only (const char *text, const char *place)
{
  const char *at = strstr (text, place);

  g_assert_nonnull (at);
  g_assert_true (g_strrstr (text, place) == at);
  return at;
}

static guint
find_line (const char *text, const char *place)
{
  const char *at = find_only (text, place);
  guint line = 1;

  for (const char *c = text; c < at; c++)
    line += *c == '\n';
  return line;
}

static char *
swap (const char *text, const char *old, const char *new)
{
  const char *at = find_only (text, old);
  g_autofree char *before = g_strndup (text, (gsize)(at - text));

  return g_strconcat (before, new, at + strlen (old), NULL);
}

static void
test_small (void)
{
  g_autofree char *text = read_small ();

  for (int year = 2023; year <= 2025; year++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SkhPlanDraft) draft
        = skh_plan_template_read_text (text, "small.json", year, &error);
      g_autofree char *title
        = g_strdup_printf ("Học tập chuyên đề năm %d, sau năm %d, trước năm %d", year,
                           year - 1, year + 1);

      g_assert_no_error (error);
      g_assert_cmpint (draft->soon_days, ==, 10);
      g_assert_cmpstr (g_array_index (draft->tasks, SkhTaskDraft, 0).title, ==, title);
      /* Before 29 February: the 28th, whether or not there is a 29th. */
      g_assert_cmpint (g_array_index (draft->tasks, SkhTaskDraft, 0).deadline.last_day,
                       ==, skh_date_new (year, 2, 28));
      g_assert_cmpint (g_array_index (draft->units, SkhUnitDraft, 0).opened, ==,
                       SKH_DATE_NONE);
      g_assert_cmpint (g_array_index (draft->totals, SkhTotalDraft, 0).total, ==, 120);
    }
}

static const struct
{
  const char *old, *new, *field;
  const char
    *record; /* what the line of a field that is not there begins with, if not old */
} faults[] = {
  /* the head */
  { "\"format\": 1", "\"format\": 9", "“format”" },
  { "\"id\": \"small\"", "\"id\": 7", "“id”" },
  { "\"year\": 2023", "\"year\": 1492", "“year”" },
  { "\"year\": 2023", "\"year\": \"2023\"", "“year”" },
  { "\"title\": \"Kế hoạch năm {year}\"", "\"title\": \" \"", "“title”" },
  { "\"title\": \"Kế hoạch năm {year}\"", "\"title\": \"{month}\"", "“title”" },
  { "\"title\": \"Kế hoạch năm {year}\"", "\"titel\": \"Kế hoạch\"", "“titel”" },
  { "{\"name\": \"ĐẢNG ỦY MẪU\", \"soon_days\": 10}", "[]", "“organisation”" },
  { "\"soon_days\": 10", "\"soon_days\": -1", "“organisation.soon_days”" },
  /* groups */
  { "\"code\": \"WARDS\", \"name\"", "\"code\": \"ALL\", \"name\"", "“groups[1].code”" },
  { "[\"WARDS\"]}", "[\"ALL\"]}", "“groups[0].includes”" },
  { "\"name\": \"Các phường\"", "\"name\": \"Các phường\", \"includes\": [\"WARDS\"]",
    "“groups[1].includes”" },
  { "\"includes\": [\"WARDS\"]", "\"includes\": [\"WARD\"]", "“groups[0].includes[0]”" },
  { "\"includes\": [\"WARDS\"]", "\"includes\": [\"CELLS\"]", "“groups[0].includes[0]”" },
  { "\"includes\": [\"WARDS\"]", "\"includes\": \"WARDS\"", "“groups[0].includes”" },
  { "\"includes\": [\"WARDS\"]", "\"includes\": [\"WARDS\", \"WARDS\"]",
    "“groups[0].includes[1]”" },
  { ", \"at\": \"WARDS\"", "", "“groups[2].counts”" },
  { "\"at\": \"WARDS\"", "\"at\": \"EAST\"", "“groups[2].at”" },
  { "\"at\": \"WARDS\"", "\"at\": \"WARDS\", \"includes\": [\"WARDS\"]",
    "“groups[2].includes”" },
  /* units */
  { "\"code\": \"EAST\"", "\"code\": \"TOP\"", "“units[1].code”" },
  { "\"code\": \"TOP\"", "\"code\": \"CELLS\"", "“units[0].code”" },
  { "\"groups\": [\"WARDS\"], \"opened\"", "\"groups\": [\"\"], \"opened\"",
    "“units[1].groups[0]”" },
  { "\"groups\": [\"WARDS\"], \"opened\"", "\"groups\": [\"CELLS\"], \"opened\"",
    "“units[1].groups[0]”" },
  { "\"name\": \"Đảng ủy Mẫu\"", "\"name\": \"x\", \"parent\": \"NORTH\"",
    "“units[0].parent”" },
  { "\"name\": \"Đảng ủy Mẫu\"", "\"name\": \"x\", \"parent\": \"EAST\"",
    "“units[0].parent”" },
  { "\"opened\": \"2020-01-01\"", "\"opened\": \"2023-02-29\"", "“units[1].opened”" },
  { "\"opened\": \"2020-01-01\"",
    "\"opened\": \"2023-02-02\", \"closed\": \"2023-02-01\"", "“units[1].closed”" },
  { "\"name\": \"Phường Tây\"", "\"nmae\": \"Phường Tây\"", "“units[2].nmae”" },
  /* totals */
  { "\"unit\": \"EAST\"", "\"unit\": \"WARDS\"", "“totals[0].unit”" },
  { "\"total\": 120, ", "", "“totals[0].total”" },
  /* sections and tasks */
  { "\"title\": \"Học tập\"}", "\"title\": \"\"}", "“sections[0].title”" },
  { "\"no\": \"3\"", "\"no\": \"1.2\"", "“tasks[2].no”" },
  { "\"section\": \"I\",\n      \"title\": \"Tổng kết\"",
    "\"section\": \"II\",\n      \"title\": \"Tổng kết\"", "“tasks[2].section”" },
  { "\"lead\": [\"ALL\"]", "\"lead\": []", "“tasks[0].lead”" },
  { "\"lead\": [\"ALL\"],", "", "“tasks[0].lead”",
    "{\n      \"no\": \"1\",\n      \"section\"" },
  { "\"CELLS\",\n", "\"CELS\",\n", "“tasks[1].lead[0]”" },
  { "\"TOP\"\n", "\"TIP\"\n", "“tasks[1].lead[1]”" },
  { "\"with\": [\"TOP\"]", "\"with\": [\"TIP\"]", "“tasks[0].with[0]”" },
  { "\"via\": [\"TOP\"]", "\"via\": [7]", "“tasks[0].via[0]”" },
  /* deadlines */
  { "\"kind\": \"before\"", "\"kind\": \"soon\"", "“tasks[0].deadline.kind”" },
  { "\"{year}-02-29\"", "\"{year}-02-30\"", "“tasks[0].deadline.day”" },
  { "\"{year}-02-29\"", "\"year-02-29\"", "“tasks[0].deadline.day”" },
  { "\"{year}-02-29\"", "\"\"", "“tasks[0].deadline.day”" },
  { "\"{year}-Q1\"", "\"{year}-Q5\"", "“tasks[1].deadline.period”" },
  { ", \"period\": \"{year}-Q1\"", "", "“tasks[1].deadline.period”" },
  { "\"period\": \"{year}-Q1\"", "\"period\": \"{year}-Q1\", \"starts\": 1",
    "“tasks[1].deadline.starts”" },
  { ", \"event\": \"Hướng dẫn\"", "", "“tasks[2].deadline.event”" },
  { "\"kind\": \"relative\"", "\"kind\": \"ongoing\"", "“tasks[2].deadline.event”" },
  { "\"wording\": \"quý I\", ", "", "“tasks[1].deadline.wording”" },
  { "{\"wording\": \"quý I\", \"kind\": \"by_end_of\", \"period\": \"{year}-Q1\"}",
    "\"quý I\"", "“tasks[1].deadline”" },
  /* measures */
  { "\"key\": \"meetings\", \"title\": \"Số cuộc\"}\n      ]\n    },\n    {\n      "
    "\"no\": "
    "\"1.2\"",
    "\"key\": \"attending\", \"title\": \"x\"}\n      ]\n    },\n    {\n      \"no\": "
    "\"1.2\"",
    "“tasks[0].measures[1].key”" },
  { "\"key\": \"attending\"", "\"key\": \"Tham gia\"", "“tasks[0].measures[0].key”" },
  { "\"total_kind\": \"members\"", "\"total_kind\": \"menbers\"",
    "“tasks[0].measures[0].total_kind”" },
  { "\"of_total\": true, ", "", "“tasks[0].measures[0].total_kind”" },
  { "\"of_total\": true", "\"of_total\": \"yes\"", "“tasks[0].measures[0].of_total”" },
  { "{\"key\": \"meetings\", \"title\": \"Số cuộc\"}\n      ]\n    },\n    {\n      "
    "\"no\": \"3\"",
    "{\"key\": \"meetings\", \"title\": \"x\", \"of_total\": true}\n      ]\n    },\n    "
    "{\n      \"no\": \"3\"",
    "“tasks[1].measures[0].key”" },
  /* documents, the report, days off */
  { "\"role\": \"legal_basis\"", "\"role\": \"law\"", "“documents[0].role”" },
  { "\"day\": \"2021-05-18\"", "\"day\": \"18/5/2021\"", "“documents[0].day”" },
  { "\"name\": \"Ban Thường vụ\"", "\"name\": \"\"", "“recipients[0].name”" },
  { "\"figure:attending\"", "\"figure:absent\"", "“report_tables[0].columns[0].source”" },
  { "\"figure:1.2.meetings\"", "\"figure:1.2.attending\"",
    "“report_tables[0].columns[1].source”" },
  { "\"figure:1.2.meetings\"", "\"figure:9.meetings\"",
    "“report_tables[0].columns[1].source”" },
  { "\"figure:1.2.meetings\", \"kind\": \"number\"",
    "\"figure:1.2.meetings\", \"kind\": \"of_total\"",
    "“report_tables[0].columns[1].kind”" },
  { "\"figure:1.2.meetings\", \"kind\": \"number\"",
    "\"figure:1.2.meetings\", \"kind\": \"percent\"",
    "“report_tables[0].columns[1].kind”" },
  { "difference:attending-meetings", "difference:attending",
    "“report_tables[0].columns[2].source”" },
  { "difference:attending-meetings", "difference:attending-absent",
    "“report_tables[0].columns[2].source”" },
  { "delivered:3\", \"kind\": \"date\"", "delivered:3\", \"kind\": \"number\"",
    "“report_tables[0].columns[3].kind”" },
  { "delivered:3", "delivered:4", "“report_tables[0].columns[3].source”" },
  { "text:form", "text:", "“report_tables[0].columns[4].source”" },
  { "text:form", "form", "“report_tables[0].columns[4].source”" },
  { "register:breakthroughs.count", "register:breakthroughs",
    "“report_tables[0].columns[5].source”" },
  { "rates:expected", "rates:expekted", "“report_tables[1].columns[0].source”" },
  { "\"sheet_name\": \"Biểu 2\"", "\"sheet_name\": \"BIỂU 1\"",
    "“report_tables[1].sheet_name”" },
  { "\"sheet_name\": \"Biểu 2\"", "\"sheet_name\": \"2/2023\"",
    "“report_tables[1].sheet_name”" },
  { "\"no\": \"2\"", "\"no\": \"1\"", "“report_tables[1].no”" },
  { "[2023]", "[2023, 2023]", "“holiday_years[1]”" },
  { "[2023]", "2023", "“holiday_years”" },
  { "\"2023-01-02\"", "\"{year}-01-02\"", "“holidays[1].day”" },
  { "\"2023-01-02\"", "\"2023-01-01\"", "“holidays[1].day”" },
  { "\"2023-01-02\"", "\"2024-01-02\"", "“holidays[1].day”" },
  /* no JSON */
  { "\"kind\": \"before\"", "\"kind\": \"before\", \"kind\": \"relative\"", "kind" },
  { "\"format\": 1,", "\"format\" 1,", "JSON" },
};

/* Each fault is told with the file, the line where it stands and the field. */
static void
test_faults (void)
{
  g_autofree char *text = read_small ();

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *at = faults[i].record != NULL ? faults[i].record : faults[i].old;
      g_autofree char *bad = swap (text, faults[i].old, faults[i].new);
      g_autofree char *place
        = g_strdup_printf ("“small.json”, line %u", find_line (text, at));

      g_test_message ("%s", faults[i].new);
      g_assert_null (skh_plan_template_read_text (bad, "small.json", 0, &error));
      g_assert_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, place));
      g_assert_nonnull (strstr (error->message, faults[i].field));
    }
}

/* A slip of the pen at any place is read or told, never a crash. A text that breaks off
   is always told. */
static void
test_slips (void)
{
  g_autofree char *text = read_small ();
  gsize size = strlen (g_strchomp (text));

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GError) slip_error = NULL, cut_error = NULL;
      g_autofree char *cut = g_strndup (text, i);
      g_autofree char *slip = g_strconcat (cut, text + i + 1, NULL);
      SkhPlanDraft *draft
        = skh_plan_template_read_text (slip, "small.json", 2024, &slip_error);

      g_assert_true ((draft != NULL) == (slip_error == NULL));
      g_clear_pointer (&draft, skh_plan_draft_free);
      g_assert_null (skh_plan_template_read_text (cut, "small.json", 2024, &cut_error));
      g_assert_error (cut_error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD);
    }
}

static void
test_year_range (void)
{
  static const int years[] = { -1, 1989, 2101, G_MAXINT };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (skh_plan_template_read_builtin ("duc-pho-2023", years[i], &error));
      g_assert_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD);
    }
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("skh-template-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "own.json", NULL);
  g_autofree char *text = read_small ();
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPlanDraft) draft = NULL;

  g_assert_null (skh_plan_template_read_file (path, 0, &error));
  g_assert_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, marked, -1, NULL));
  draft = skh_plan_template_read_file (path, 2024, &error);
  g_assert_no_error (error);
  g_assert_cmpint (draft->year, ==, 2024);

  g_assert_true (g_file_set_contents (path, "{\"title\": \"K\xd5\"}", -1, NULL));
  g_assert_null (skh_plan_template_read_file (path, 0, &error));
  g_assert_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD);
  g_clear_error (&error);

  g_assert_null (skh_plan_template_read_builtin ("../duc-pho-2023", 0, &error));
  g_assert_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_NOT_FOUND);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_locate (void)
{
  static const char json[]
    = "{\n \"a\": [\n  {\"b\": 1},\n  {\"c\\\"\": \"}\",\n   \"d\":\n    2}\n ]\n}";

  g_assert_cmpuint (skh_json_locate (json, "a"), ==, 2);
  g_assert_cmpuint (skh_json_locate (json, "a[0].b"), ==, 3);
  g_assert_cmpuint (skh_json_locate (json, "a[1]"), ==, 4);
  g_assert_cmpuint (skh_json_locate (json, "a[1].d"), ==, 6);
  g_assert_cmpuint (skh_json_locate (json, "a[1].absent"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-faults/small", test_small);
  g_test_add_func ("/template-faults/faults", test_faults);
  g_test_add_func ("/template-faults/slips", test_slips);
  g_test_add_func ("/template-faults/year-range", test_year_range);
  g_test_add_func ("/template-faults/files", test_files);
  g_test_add_func ("/template-faults/locate", test_locate);
  return g_test_run ();
}
