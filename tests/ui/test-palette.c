/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-palette.h"
#include "skh-test-table.h"

#include <math.h>

/* The contrast of what the drawn pages put on what, by the rule of WCAG 2: texts 4.5 to 1
   (7 in high contrast), shapes that carry a meaning 3 to 1. */

static double
get_channel (float value)
{
  return value <= 0.04045f ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *c)
{
  return 0.2126 * get_channel (c->red) + 0.7152 * get_channel (c->green)
         + 0.0722 * get_channel (c->blue);
}

static double
get_contrast (const GdkRGBA *one, const GdkRGBA *other)
{
  double a = get_luminance (one), b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* What is seen of a translucent ink on an opaque one. */
static GdkRGBA
blend (const GdkRGBA *over, const GdkRGBA *under)
{
  float a = over->alpha;

  return (GdkRGBA){ over->red * a + under->red * (1 - a),
                    over->green * a + under->green * (1 - a),
                    over->blue * a + under->blue * (1 - a), 1 };
}

static const struct pair_row
{
  SkhInk ink, ground;
  double least, least_in_high_contrast;
} pairs[] = {
  { SKH_INK_TEXT, SKH_INK_BACKGROUND, 4.5, 7 },
  { SKH_INK_TEXT, SKH_INK_HEAD, 4.5, 7 },
  { SKH_INK_DIM_TEXT, SKH_INK_BACKGROUND, 4.5, 7 },
  { SKH_INK_DIM_TEXT, SKH_INK_HEAD, 4.5, 7 },
  { SKH_INK_DIM_TEXT, SKH_INK_VOID, 4.5, 7 },
  { SKH_INK_VOID, SKH_INK_BACKGROUND, 1.15, 1.3 },
  { SKH_INK_GOOD, SKH_INK_BACKGROUND, 4.5, 7 },
  { SKH_INK_GOOD, SKH_INK_GOOD_FILL, 4.5, 7 },
  { SKH_INK_WARNING, SKH_INK_BACKGROUND, 4.5, 7 },
  { SKH_INK_WARNING, SKH_INK_WARNING_FILL, 4.5, 7 },
  { SKH_INK_BAD, SKH_INK_BACKGROUND, 4.5, 7 },
  { SKH_INK_BAD, SKH_INK_BAD_FILL, 4.5, 7 },
  { SKH_INK_BUSY, SKH_INK_BACKGROUND, 3, 7 },
  { SKH_INK_BUSY, SKH_INK_BUSY_FILL, 3, 7 },
  { SKH_INK_OFF, SKH_INK_BACKGROUND, 3, 4.5 },
  { SKH_INK_TODAY, SKH_INK_BACKGROUND, 3, 4.5 },
  { SKH_INK_TODAY, SKH_INK_HEAD, 3, 4.5 },
  { SKH_INK_CURSOR, SKH_INK_BACKGROUND, 3, 4.5 },
};

static void
test_pair (gconstpointer data)
{
  const struct pair_row *row = data;

  for (int look = 0; look < 4; look++)
    {
      const SkhPalette *palette = skh_palette_get (look & 1, look & 2);
      const GdkRGBA *ink = &palette->inks[row->ink];
      const GdkRGBA *ground = &palette->inks[row->ground];
      GdkRGBA selected = blend (&palette->inks[SKH_INK_SELECTION], ground);
      double least = look & 2 ? row->least_in_high_contrast : row->least;

      g_assert_cmpfloat (get_contrast (ink, ground), >=, least);
      /* the band of the cursor's row costs a little, and no more */
      g_assert_cmpfloat (get_contrast (ink, &selected), >=, least * 0.75);
    }
}

/* The rule itself, at colours whose contrast is known. */
static void
test_rule (void)
{
  const GdkRGBA white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 };
  const GdkRGBA grey = { 0x76 / 255.f, 0x76 / 255.f, 0x76 / 255.f, 1 };

  g_assert_cmpfloat_with_epsilon (get_contrast (&white, &black), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_contrast (&grey, &white), 4.54, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/rule", test_rule);
  skh_test_add_table ("/palette/contrast", pairs, test_pair);
  return g_test_run ();
}
