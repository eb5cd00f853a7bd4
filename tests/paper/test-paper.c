/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-report.h"
#include "skh-paper.h"

#include <glib/gstdio.h>

static SkhPaper *
set_report (SkhReport *report)
{
  g_autoptr (GError) error = NULL;
  SkhPaper *paper = skh_paper_new (report, "hd36-2018", &error);

  g_assert_no_error (error);
  return paper;
}

/* How a page looks at one pixel a point, on white. */
static cairo_surface_t *
draw_page (SkhPaper *paper, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 595);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  skh_paper_draw_page (paper, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  const unsigned char *row = data + y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);
  return pixel & 0xffffff;
}

/* Rounding is the surface's own affair. */
static gboolean
is_near (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff)) > 2)
      return FALSE;
  return TRUE;
}

static guint
count_pixels (cairo_surface_t *surface, guint32 colour)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += is_near (get_pixel (surface, x, y), colour);
  return n;
}

/* Nothing is drawn outside the margins but the page's number. */
static void
assert_margins_white (cairo_surface_t *surface, gboolean has_number)
{
  guint number_pixels = 0;

  for (int y = 0; y < 595; y++)
    for (int x = 0; x < 842; x++)
      {
        gboolean inside = x >= 55 && x <= 800 && y >= 55 && y <= 553;
        gboolean is_number = x > 400 && x < 442 && y > 26 && y < 50;

        if (inside || get_pixel (surface, x, y) == 0xffffff)
          continue;
        g_assert_true (is_number);
        number_pixels++;
      }
  g_assert_cmpint (number_pixels > 0, ==, has_number);
}

static void
test_pages (void)
{
  g_autoptr (SkhReport) report = sample_report_new_progress (100);
  g_autoptr (SkhPaper) paper = NULL;
  double width, height;

  sample_report_fill_title_block (report, skh_date_new (2023, 4, 15));
  paper = set_report (report);
  skh_paper_get_page_size (paper, &width, &height);
  g_assert_cmpfloat (width, ==, 297);
  g_assert_cmpfloat (height, ==, 210);
  g_assert_cmpuint (skh_paper_get_n_pages (paper), >=, 8);
  g_assert_cmpuint (skh_paper_get_n_pages (paper), <=, 12);
  for (guint i = 0; i < skh_paper_get_n_pages (paper); i++)
    {
      cairo_surface_t *surface = draw_page (paper, i);

      assert_margins_white (surface, i > 0);
      cairo_surface_destroy (surface);
    }
}

/* How much is black between x and end on the lines of the page that have the
 * colour. */
static guint
count_black (cairo_surface_t *surface, guint32 colour, int x, int end)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int i = x; is_near (get_pixel (surface, 700, y), colour) && i < end; i++)
      n += (get_pixel (surface, i, y) & 0xff) < 0x70;
  return n;
}

/* A row's tone is a fill and, drawn in black before the first column's text, a
 * sign. */
static void
test_tones (void)
{
  static const guint32 fills[] = { 0xe8f5eb, 0xfff2d1, 0xfae0e0 };
  g_autoptr (SkhReport) report = sample_report_new_progress (6);
  g_autoptr (SkhPaper) paper = set_report (report);
  cairo_surface_t *surface = draw_page (paper, 0);

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      g_assert_cmpuint (count_pixels (surface, fills[i]), >, 1000);
      g_assert_cmpuint (count_black (surface, fills[i], 58, 68), >, 4);
    }
  cairo_surface_destroy (surface);
}

static void
test_new_sheet_new_page (void)
{
  g_autoptr (SkhReport) report = sample_report_new_plain ("Nội dung", 3);
  g_autoptr (SkhPaper) one = NULL, same = NULL, other = NULL;

  one = set_report (report);
  sample_report_add_empty_table (report, "Danh sách");
  same = set_report (report);
  sample_report_add_empty_table (report, "Quá hạn");
  other = set_report (report);
  g_assert_cmpuint (skh_paper_get_n_pages (one), ==, 1);
  g_assert_cmpuint (skh_paper_get_n_pages (same), ==, 1);
  g_assert_cmpuint (skh_paper_get_n_pages (other), ==, 2);
}

/* A row of several pages' length goes on from page to page and ends. */
static void
test_tall_row (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SkhReport) report = NULL;
  g_autoptr (SkhPaper) paper = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "Nội dung rất dài cần ghi lại cho đủ từng việc đã làm. ");
  report = sample_report_new_plain (text->str, 2);
  paper = set_report (report);
  g_assert_cmpuint (skh_paper_get_n_pages (paper), >=, 8);
  g_assert_cmpuint (skh_paper_get_n_pages (paper), <=, 12);
}

/* Neither tables nor title: still a page, and a file. */
static void
test_nothing (void)
{
  g_autoptr (SkhReport) report = skh_report_new ();
  g_autoptr (SkhPaper) paper = set_report (report);
  cairo_surface_t *surface = draw_page (paper, 0);

  g_assert_cmpuint (skh_paper_get_n_pages (paper), ==, 1);
  g_assert_cmpuint (count_pixels (surface, 0xffffff), ==, 842 * 595);
  cairo_surface_destroy (surface);
}

static void
test_unknown_profile (void)
{
  g_autoptr (SkhReport) report = skh_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (skh_paper_new (report, "hd00-1999", &error));
  g_assert_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_UNKNOWN_PROFILE);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("skh-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Báo cáo.pdf", NULL);
  g_autoptr (SkhReport) report = sample_report_new_progress (50);
  g_autoptr (SkhPaper) paper = NULL;
  g_autofree char *first = NULL, *second = NULL;
  gsize first_size, second_size;

  sample_report_fill_title_block (report, skh_date_new (2023, 4, 15));
  paper = set_report (report);
  g_assert_true (skh_paper_write_pdf (paper, path, NULL));
  g_assert_true (g_file_get_contents (path, &first, &first_size, NULL));
  g_assert_true (g_str_has_prefix (first, "%PDF-"));

  /* Over itself, and the same bytes. */
  g_assert_true (skh_paper_write_pdf (paper, path, NULL));
  g_assert_true (g_file_get_contents (path, &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_remove (path);
  g_rmdir (folder);
}

/* What cannot be written leaves nothing behind, and what was there as it was.
 */
static void
test_write_fails (void)
{
  g_autofree char *folder = g_dir_make_tmp ("skh-paper-XXXXXX", NULL);
  g_autofree char *taken = g_build_filename (folder, "taken.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "such", "x.pdf", NULL);
  g_autoptr (SkhReport) report = sample_report_new_progress (5);
  g_autoptr (SkhPaper) paper = set_report (report);
  g_autoptr (GError) error = NULL;

  g_assert_false (skh_paper_write_pdf (paper, nowhere, &error));
  g_assert_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "x.pdf"));
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_assert_false (skh_paper_write_pdf (paper, taken, &error));
  g_assert_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_WRITE);
  g_assert_true (g_file_test (taken, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_rmdir (taken);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/pages", test_pages);
  g_test_add_func ("/paper/tones", test_tones);
  g_test_add_func ("/paper/new-sheet-new-page", test_new_sheet_new_page);
  g_test_add_func ("/paper/tall-row", test_tall_row);
  g_test_add_func ("/paper/nothing", test_nothing);
  g_test_add_func ("/paper/unknown-profile", test_unknown_profile);
  g_test_add_func ("/paper/write", test_write);
  g_test_add_func ("/paper/write-fails", test_write_fails);
  return g_test_run ();
}
