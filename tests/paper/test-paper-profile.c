/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-profile.h"

#include <glib/gstdio.h>

static char *
make_own_file (const char *name, const char *contents)
{
  g_autofree char *folder
    = g_build_filename (g_get_user_data_dir (), "sokehoach", "paper", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return path;
}

static SkhPaperProfile *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  SkhPaperProfile *profile = skh_paper_profile_load (id, &error);

  g_assert_no_error (error);
  return profile;
}

static void
test_built_in (void)
{
  g_auto (GStrv) ids = skh_paper_profile_list_ids ();
  const char *const expected[] = { "hd05-2026", "hd36-2018", "nd30-2020", NULL };

  g_assert_cmpstrv (ids, expected);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (SkhPaperProfile) profile = load (ids[i]);

      g_assert_cmpstr (profile->id, ==, ids[i]);
      g_assert_cmpstr (profile->title, !=, "");
      g_assert_cmpuint (profile->blank_lines, ==, 4);
    }
}

/* The values of HD 36-HD/VPTW. */
static void
test_types (void)
{
  g_autoptr (SkhPaperProfile) profile = load ("hd36-2018");
  const SkhPaperType *nation = &profile->types[SKH_PAPER_NATION];
  const SkhPaperType *superior = &profile->types[SKH_PAPER_SUPERIOR];

  g_assert_cmpfloat (nation->size, ==, 15);
  g_assert_true (nation->bold && nation->upper && !nation->italic);
  g_assert_cmpfloat (superior->size, ==, 14);
  g_assert_true (!superior->bold && superior->upper);
  g_assert_true (profile->types[SKH_PAPER_PLACE_DAY].italic);
  g_assert_true (profile->types[SKH_PAPER_RECIPIENTS_LABEL].underline);
  g_assert_cmpfloat (profile->types[SKH_PAPER_RECIPIENTS].size, ==, 12);
}

static void
test_for_day (void)
{
  static const struct
  {
    int year, month, day;
    const char *id;
  } cases[] = {
    { 2015, 1, 1, "hd36-2018" },  { 2023, 4, 15, "hd36-2018" },
    { 2026, 5, 26, "hd36-2018" }, { 2026, 5, 27, "hd05-2026" },
    { 2030, 1, 1, "hd05-2026" },
  };
  g_autofree char *draft = skh_paper_profile_dup_id_for_day (SKH_DATE_NONE);

  g_assert_cmpstr (draft, ==, "hd05-2026");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = skh_paper_profile_dup_id_for_day (
        skh_date_new (cases[i].year, cases[i].month, cases[i].day));

      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_place_day (void)
{
  static const struct
  {
    const char *place;
    int month, day;
    const char *text;
  } cases[] = {
    { "Đức Phổ", 2, 5, "Đức Phổ, ngày 05 tháng 02 năm 2023" },
    { "Đức Phổ", 1, 10, "Đức Phổ, ngày 10 tháng 01 năm 2023" },
    { "Đức Phổ", 3, 9, "Đức Phổ, ngày 09 tháng 3 năm 2023" },
    { "Đức Phổ", 12, 31, "Đức Phổ, ngày 31 tháng 12 năm 2023" },
    { NULL, 4, 15, "ngày 15 tháng 4 năm 2023" },
  };
  g_autoptr (SkhPaperProfile) profile = load ("hd36-2018");
  g_autofree char *draft
    = skh_paper_profile_format_place_day (profile, "Đức Phổ", SKH_DATE_NONE);

  g_assert_cmpstr (draft, ==, "Đức Phổ, ngày      tháng      năm       ");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SkhDate day = skh_date_new (2023, cases[i].month, cases[i].day);
      g_autofree char *text
        = skh_paper_profile_format_place_day (profile, cases[i].place, day);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_spelling (void)
{
  g_autoptr (SkhPaperProfile) party = load ("hd36-2018");
  g_autoptr (SkhPaperProfile) party2 = load ("hd05-2026");
  g_autoptr (SkhPaperProfile) state = load ("nd30-2020");
  g_autofree char *number = skh_paper_profile_format_number (party, "BC/TU");
  g_autofree char *number2 = skh_paper_profile_format_number (state, "BC/UBND");
  g_autofree char *office
    = skh_paper_profile_respell (party2, "THỊ UỶ, Huyện uỷ, Uỷ ban");
  g_autofree char *authority = skh_paper_profile_respell (state, "T/M ỦY BAN");
  g_autofree char *kept = skh_paper_profile_respell (party, "T/M THỊ UỶ");

  g_assert_cmpstr (number, ==, "Số      -BC/TU");
  g_assert_cmpstr (number2, ==, "Số:      /BC-UBND");
  g_assert_cmpstr (office, ==, "THỊ ỦY, Huyện ủy, Ủy ban");
  g_assert_cmpstr (authority, ==, "TM. ỦY BAN");
  g_assert_cmpstr (kept, ==, "T/M THỊ UỶ");
}

static void
assert_refused (const char *id, SkhPaperError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (skh_paper_profile_load (id, &error));
  g_assert_error (error, SKH_PAPER_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
}

static char *
edit_built_in (const char *find, const char *replacement)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "..", "data", "paper", "hd36-2018.ini", NULL);
  g_autofree char *contents = NULL;
  GString *edited;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  edited = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (edited, find, replacement, 0), ==, 1);
  return g_string_free (edited, FALSE);
}

/* A file of the office's own stands for the built-in one; the next circular is a file. */
static void
test_own_file (void)
{
  g_autofree char *next = edit_built_in ("\nfrom=2018-04-03", "\nfrom=2031-01-01");
  g_autofree char *own = edit_built_in ("\nbottom=15", "\nbottom=18");
  g_autofree char *next_path = make_own_file ("hd99-2031.ini", next);
  g_autofree char *own_path = make_own_file ("hd36-2018.ini", own);
  g_autofree char *id = skh_paper_profile_dup_id_for_day (skh_date_new (2032, 1, 1));
  g_autoptr (SkhPaperProfile) profile = load ("hd36-2018");
  g_auto (GStrv) ids = skh_paper_profile_list_ids ();

  g_assert_cmpstr (id, ==, "hd99-2031");
  g_assert_cmpfloat (profile->sheet.bottom, ==, 18);
  g_assert_cmpuint (g_strv_length (ids), ==, 4);
  g_remove (next_path);
  g_remove (own_path);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *find, *replacement, *words;
  } faults[] = {
    { "\nnation=15 bold upper", "\nnation=big", "nation=big" },
    { "\nnation=15 bold upper", "\nnation=15 fat", "nation=15 fat" },
    { "\nnation=15 bold upper", "", "nation" },
    { "\nleft=20", "\nleft=280", "margins" },
    { "\nleft=20", "\nleft=wide", "left" },
    { "\nleft=20", "", "left" },
    { "\nblank-lines=4\n", "\nblank-lines=4\nthis is no key file\n", "no key file" },
  };

  assert_refused ("hd00-1999", SKH_PAPER_ERROR_UNKNOWN_PROFILE, "hd00-1999");
  assert_refused ("../hd36-2018", SKH_PAPER_ERROR_UNKNOWN_PROFILE, "../");
  assert_refused ("", SKH_PAPER_ERROR_UNKNOWN_PROFILE, "");
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = edit_built_in (faults[i].find, faults[i].replacement);
      g_autofree char *path = make_own_file ("faulty.ini", text);

      assert_refused ("faulty", SKH_PAPER_ERROR_BAD_PROFILE, faults[i].words);
      g_remove (path);
    }
}

/* G_TEST_OPTION_ISOLATE_DIRS would do this, but leaks, and leaks are looked for. */
static char *
make_own_home (void)
{
  g_autoptr (GError) error = NULL;
  char *home = g_dir_make_tmp ("skh-paper-XXXXXX", &error);

  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  return home;
}

static void
remove_own_home (const char *home)
{
  g_autofree char *program = g_build_filename (home, "sokehoach", NULL);
  g_autofree char *paper = g_build_filename (program, "paper", NULL);

  g_assert_cmpint (g_rmdir (paper), ==, 0);
  g_assert_cmpint (g_rmdir (program), ==, 0);
  g_assert_cmpint (g_rmdir (home), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = make_own_home ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-profile/built-in", test_built_in);
  g_test_add_func ("/paper-profile/types", test_types);
  g_test_add_func ("/paper-profile/for-day", test_for_day);
  g_test_add_func ("/paper-profile/place-day", test_place_day);
  g_test_add_func ("/paper-profile/spelling", test_spelling);
  g_test_add_func ("/paper-profile/own-file", test_own_file);
  g_test_add_func ("/paper-profile/refused", test_refused);
  status = g_test_run ();
  remove_own_home (home);
  return status;
}
