/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-display-list.h"

#include <string.h>

static void
test_order (void)
{
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  static const char fixed[] = "✔";
  const SkhPrimitive *p;
  guint n;

  skh_display_list_rect (list, SKH_INK_HEAD, 1, 2, 3, 4);
  skh_display_list_round (list, SKH_INK_GOOD_FILL, SKH_INK_GOOD, 5, 6, 7, 8);
  skh_display_list_shape (list, SKH_SHAPE_DASHES, SKH_INK_OFF, 0, 0, 9, 1);
  skh_display_list_frame (list, SKH_INK_LINE, 0, 0, 2, 2);
  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SIGN, SKH_INK_GOOD, 5, 1,
                                1, 10, 10, fixed);
  p = skh_display_list_get (list, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (p[0].shape, ==, SKH_SHAPE_RECT);
  g_assert_cmpint (p[0].ink2, ==, SKH_INK_NONE);
  g_assert_cmpfloat (p[0].w, ==, 3);
  g_assert_cmpint (p[1].ink2, ==, SKH_INK_GOOD);
  g_assert_cmpint (p[2].shape, ==, SKH_SHAPE_DASHES);
  g_assert_cmpint (p[3].shape, ==, SKH_SHAPE_FRAME);
  g_assert_true (p[4].text == fixed);
  g_assert_cmpint (p[4].align, ==, 1);
  g_assert_cmpint (p[4].font, ==, SKH_FONT_SIGN);
}

/* All is ground until its end is told, and again after the list was emptied. */
static void
test_ground (void)
{
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();

  skh_display_list_rect (list, SKH_INK_HEAD, 1, 2, 3, 4);
  g_assert_cmpuint (skh_display_list_get_n_ground (list), ==, 1);
  skh_display_list_end_ground (list);
  skh_display_list_rect (list, SKH_INK_GOOD, 1, 2, 3, 4);
  g_assert_cmpuint (skh_display_list_get_n_ground (list), ==, 1);
  skh_display_list_clear (list);
  skh_display_list_rect (list, SKH_INK_HEAD, 1, 2, 3, 4);
  skh_display_list_rect (list, SKH_INK_HEAD, 1, 2, 3, 4);
  g_assert_cmpuint (skh_display_list_get_n_ground (list), ==, 2);
}

static void
add_texts (SkhDisplayList *list, const char *const *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup (texts[i % 3]);

      skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_BODY, SKH_INK_TEXT, -1, 0, 0,
                             1, 1, text);
      memset (text, 'x', strlen (text)); /* the list has its own */
    }
}

/* Over many blocks, with a text longer than any, again and again. */
static void
test_texts (void)
{
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  g_autofree char *long_text = g_strnfill (50000, 'a');
  const char *const texts[] = { "Sinh hoạt chuyên đề", "", long_text };
  const SkhPrimitive *p;
  const char *first = NULL;
  guint n;

  for (int round = 0; round < 3; round++)
    {
      skh_display_list_clear (list);
      skh_display_list_get (list, &n);
      g_assert_cmpuint (n, ==, 0);
      add_texts (list, texts, 3000);
      p = skh_display_list_get (list, &n);
      g_assert_cmpuint (n, ==, 3000);
      for (guint i = 0; i < n; i++)
        g_assert_cmpstr (p[i].text, ==, texts[i % 3]);
      if (round > 0)
        g_assert_true (p[0].text == first); /* the memory was kept */
      first = p[0].text;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display-list/order", test_order);
  g_test_add_func ("/display-list/ground", test_ground);
  g_test_add_func ("/display-list/texts", test_texts);
  return g_test_run ();
}
