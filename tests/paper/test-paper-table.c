/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-report.h"
#include "skh-paper-table.h"

#define WIDTH 743.0

typedef struct
{
  SkhReport *report;
  SkhPaperProfile *profile;
  SkhTypesetter *typesetter;
  SkhPaperTable *table;
} Fixture;

static void
set_up (Fixture *f, gconstpointer n_rows)
{
  f->report = sample_report_new_progress (GPOINTER_TO_UINT (n_rows));
  f->profile = skh_paper_profile_load ("hd36-2018", NULL);
  f->typesetter = skh_typesetter_new (f->profile->families);
  f->table = skh_paper_table_new (f->typesetter, f->profile,
                                  skh_report_get_table (f->report, 0), WIDTH);
}

static void
tear_down (Fixture *f, gconstpointer n_rows)
{
  skh_paper_table_free (f->table);
  skh_typesetter_free (f->typesetter);
  skh_paper_profile_free (f->profile);
  g_object_unref (f->report);
}

/* A heading, the first row, and the last but one (before TỔNG) are not parted from the
   next; no other row is. */
static void
test_keep (Fixture *f, gconstpointer n_rows)
{
  guint n = skh_paper_table_get_n_rows (f->table);

  g_assert_cmpuint (n, ==, GPOINTER_TO_UINT (n_rows) + 1);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (skh_paper_table_get_strip (f->table, i).keep, ==,
                     i % 40 == 0 || i + 2 == n);
}

/* A row is as high as its cell of most lines. */
static void
test_heights (Fixture *f, gconstpointer n_rows)
{
  guint most = 0;

  for (guint i = 0; i < skh_paper_table_get_n_rows (f->table); i++)
    {
      guint n_lines = skh_paper_table_get_n_lines (f->table, i);

      g_assert_cmpfloat_with_epsilon (skh_paper_table_get_strip (f->table, i).height,
                                      skh_paper_table_get_height_of_lines (f->table,
                                                                           n_lines),
                                      0.001);
      most = MAX (most, n_lines);
    }
  g_assert_cmpuint (skh_paper_table_get_n_lines (f->table, 0), ==, 1);
  g_assert_cmpuint (most, >=, 2);
  g_assert_cmpuint (most, <=, 4);
}

static void
test_fit_lines (Fixture *f, gconstpointer n_rows)
{
  for (guint n = 1; n < 40; n++)
    {
      double height = skh_paper_table_get_height_of_lines (f->table, n);

      g_assert_cmpuint (skh_paper_table_fit_lines (f->table, height + 0.01), ==, n);
      g_assert_cmpuint (skh_paper_table_fit_lines (f->table, height - 1), ==,
                        MAX (n - 1, 1));
    }
}

/* The quick way of measuring must never say less than setting the text does. */
static void
test_typesetter (void)
{
  static const char *const texts[] = { "",
                                       "TT",
                                       "Đảng bộ phường Phổ Hòa",
                                       "AVATAR. Tỷ lệ",
                                       "Ghi chú: đã đôn đốc lần thứ nhất",
                                       "36-HD/VPTW" };
  g_autoptr (SkhTypesetter) typesetter = skh_typesetter_new ("Times New Roman;serif");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint bold = 0; bold < 2; bold++)
      {
        SkhPaperType type = { .size = 12, .bold = bold != 0 };
        double width = skh_typesetter_get_width (typesetter, &type, texts[i]);

        g_assert_cmpuint (skh_typesetter_count_lines (typesetter, &type, width + 0.1,
                                                      texts[i]),
                          ==, 1);
        g_assert_cmpuint (skh_typesetter_count_lines (typesetter, &type, width * 2,
                                                      texts[i]),
                          ==, 1);
        if (width > 20)
          g_assert_cmpuint (skh_typesetter_count_lines (typesetter, &type, width - 1,
                                                        texts[i]),
                            ==, 2);
      }
}

int
main (int argc, char **argv)
{
  const gpointer n_rows = GUINT_TO_POINTER (90);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/paper-table/keep", Fixture, n_rows, set_up, test_keep, tear_down);
  g_test_add ("/paper-table/heights", Fixture, n_rows, set_up, test_heights, tear_down);
  g_test_add ("/paper-table/fit-lines", Fixture, n_rows, set_up, test_fit_lines,
              tear_down);
  g_test_add_func ("/paper-table/typesetter", test_typesetter);
  return g_test_run ();
}
