/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-layout.h"

#define N 3

typedef struct
{
  double wanted[N], least[N], width, widths[N];
} ShareCase;

static const ShareCase share_cases[] = {
  /* in proportion */
  { { 1, 2, 1 }, { 0, 0, 0 }, 400, { 100, 200, 100 } },
  /* a narrow column keeps its word; the others share the rest */
  { { 1, 10, 9 }, { 60, 10, 10 }, 440, { 60, 200, 180 } },
  /* holding the first leaves too little for the second */
  { { 1, 2, 9 }, { 60, 60, 10 }, 240, { 60, 60, 120 } },
  /* the words do not fit: shrunk alike */
  { { 1, 1, 1 }, { 100, 200, 100 }, 200, { 50, 100, 50 } },
  /* nobody asks for anything */
  { { 0, 0, 0 }, { 10, 10, 40 }, 90, { 20, 20, 50 } },
};

static void
test_share (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (share_cases); i++)
    {
      const ShareCase *c = &share_cases[i];
      double widths[N], sum = 0;

      skh_paper_layout_share_width (c->wanted, c->least, N, c->width, widths);
      for (guint j = 0; j < N; j++)
        {
          g_assert_cmpfloat_with_epsilon (widths[j], c->widths[j], 0.001);
          sum += widths[j];
        }
      g_assert_cmpfloat_with_epsilon (sum, c->width, 0.001);
    }
}

typedef struct
{
  const char *keep; /* a letter a strip of 10: k is kept with the next */
  double room;
  gboolean part_kept;
  guint fitting;
} FitCase;

static const FitCase fit_cases[] = {
  { "....", 100, FALSE, 4 }, /* all */
  { "....", 35, FALSE, 3 },
  { "....", 30, FALSE, 3 }, /* exactly */
  { "....", 9, FALSE, 0 },
  { "..k.", 35, FALSE, 2 }, /* a heading does not stay behind */
  { "k.k.", 35, FALSE, 2 },
  { ".kk.", 35, FALSE, 1 }, /* nor a chain of them */
  { "kkk.", 35, FALSE, 0 }, /* to a new page … */
  { "kkk.", 35, TRUE, 3 },  /* … where it must part */
  { "...k", 40, FALSE, 4 }, /* the last has no next */
  { "", 40, FALSE, 0 },
};

static void
test_fit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fit_cases); i++)
    {
      const FitCase *c = &fit_cases[i];
      SkhPaperStrip strips[4];
      guint n = 0;

      for (; c->keep[n] != '\0'; n++)
        strips[n] = (SkhPaperStrip){ .height = 10, .keep = c->keep[n] == 'k' };
      g_assert_cmpuint (skh_paper_layout_fit (strips, n, c->room, c->part_kept), ==,
                        c->fitting);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-layout/share", test_share);
  g_test_add_func ("/paper-layout/fit", test_fit);
  return g_test_run ();
}
