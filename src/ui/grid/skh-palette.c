/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-palette.h"

/* 0xRRGGBBAA. Texts on their fills keep a contrast of 4.5 to 1, in high contrast of 7. */
static const guint32 light[SKH_N_INKS] = {
  [SKH_INK_TEXT] = 0x242428ff,       [SKH_INK_DIM_TEXT] = 0x5e5c64ff,
  [SKH_INK_BACKGROUND] = 0xffffffff, [SKH_INK_HEAD] = 0xf1f2f4ff,
  [SKH_INK_LINE] = 0xe6e6eaff,       [SKH_INK_STRONG_LINE] = 0xc0c0c6ff,
  [SKH_INK_GOOD] = 0x1a7a42ff,       [SKH_INK_GOOD_FILL] = 0xe3f4e8ff,
  [SKH_INK_WARNING] = 0x8a5a00ff,    [SKH_INK_WARNING_FILL] = 0xfdf0d2ff,
  [SKH_INK_BAD] = 0xc01c28ff,        [SKH_INK_BAD_FILL] = 0xfbdde0ff,
  [SKH_INK_BUSY] = 0x2a72d4ff,       [SKH_INK_BUSY_FILL] = 0xdce8fbff,
  [SKH_INK_OFF] = 0x6b7280ff,        [SKH_INK_OFF_FILL] = 0xececefff,
  [SKH_INK_TODAY] = 0xb5121fff,      [SKH_INK_SELECTION] = 0x3584e426,
  [SKH_INK_CURSOR] = 0x1c71d8ff,     [SKH_INK_VOID] = 0xe9eaedff,
};

static const guint32 dark[SKH_N_INKS] = {
  [SKH_INK_TEXT] = 0xf4f4f5ff,       [SKH_INK_DIM_TEXT] = 0xb4b4bcff,
  [SKH_INK_BACKGROUND] = 0x1e1e1eff, [SKH_INK_HEAD] = 0x2b2b2eff,
  [SKH_INK_LINE] = 0x343438ff,       [SKH_INK_STRONG_LINE] = 0x5a5a60ff,
  [SKH_INK_GOOD] = 0x57d68dff,       [SKH_INK_GOOD_FILL] = 0x1c3f2aff,
  [SKH_INK_WARNING] = 0xf5c451ff,    [SKH_INK_WARNING_FILL] = 0x4a3a12ff,
  [SKH_INK_BAD] = 0xff8a90ff,        [SKH_INK_BAD_FILL] = 0x552227ff,
  [SKH_INK_BUSY] = 0x78aeedff,       [SKH_INK_BUSY_FILL] = 0x22375aff,
  [SKH_INK_OFF] = 0xa9adb6ff,        [SKH_INK_OFF_FILL] = 0x36363aff,
  [SKH_INK_TODAY] = 0xff6b73ff,      [SKH_INK_SELECTION] = 0x78aeed2e,
  [SKH_INK_CURSOR] = 0x78aeedff,     [SKH_INK_VOID] = 0x3a3a40ff,
};

static const guint32 light_contrast[SKH_N_INKS] = {
  [SKH_INK_TEXT] = 0x000000ff,       [SKH_INK_DIM_TEXT] = 0x2e2d33ff,
  [SKH_INK_BACKGROUND] = 0xffffffff, [SKH_INK_HEAD] = 0xeaeaeeff,
  [SKH_INK_LINE] = 0x9a9aa2ff,       [SKH_INK_STRONG_LINE] = 0x3d3d44ff,
  [SKH_INK_GOOD] = 0x0b4d26ff,       [SKH_INK_GOOD_FILL] = 0xe3f4e8ff,
  [SKH_INK_WARNING] = 0x583800ff,    [SKH_INK_WARNING_FILL] = 0xfdf0d2ff,
  [SKH_INK_BAD] = 0x7d0a14ff,        [SKH_INK_BAD_FILL] = 0xfde6e8ff,
  [SKH_INK_BUSY] = 0x0f3f85ff,       [SKH_INK_BUSY_FILL] = 0xe2ecfcff,
  [SKH_INK_OFF] = 0x3a3f49ff,        [SKH_INK_OFF_FILL] = 0xececefff,
  [SKH_INK_TODAY] = 0x7d0a14ff,      [SKH_INK_SELECTION] = 0x1c71d840,
  [SKH_INK_CURSOR] = 0x0b3a7dff,     [SKH_INK_VOID] = 0xd9d9dfff,
};

static const guint32 dark_contrast[SKH_N_INKS] = {
  [SKH_INK_TEXT] = 0xffffffff,       [SKH_INK_DIM_TEXT] = 0xe2e2e8ff,
  [SKH_INK_BACKGROUND] = 0x0c0c0cff, [SKH_INK_HEAD] = 0x242428ff,
  [SKH_INK_LINE] = 0x77777fff,       [SKH_INK_STRONG_LINE] = 0xc8c8d0ff,
  [SKH_INK_GOOD] = 0x8ff0b5ff,       [SKH_INK_GOOD_FILL] = 0x0f2c1bff,
  [SKH_INK_WARNING] = 0xffe08aff,    [SKH_INK_WARNING_FILL] = 0x352806ff,
  [SKH_INK_BAD] = 0xffbfc3ff,        [SKH_INK_BAD_FILL] = 0x42141aff,
  [SKH_INK_BUSY] = 0xb5d4ffff,       [SKH_INK_BUSY_FILL] = 0x14284aff,
  [SKH_INK_OFF] = 0xd6d8deff,        [SKH_INK_OFF_FILL] = 0x2c2c30ff,
  [SKH_INK_TODAY] = 0xffa6abff,      [SKH_INK_SELECTION] = 0x99c1f13c,
  [SKH_INK_CURSOR] = 0xb5d4ffff,     [SKH_INK_VOID] = 0x3c3c44ff,
};

static void
fill (SkhPalette *palette, const guint32 *values)
{
  for (int i = 0; i < SKH_N_INKS; i++)
    palette->inks[i] = (GdkRGBA){
      .red = (float)(values[i] >> 24) / 255.f,
      .green = (float)(values[i] >> 16 & 0xff) / 255.f,
      .blue = (float)(values[i] >> 8 & 0xff) / 255.f,
      .alpha = (float)(values[i] & 0xff) / 255.f,
    };
}

/* Returns the colours for a light or dark screen; static. */
const SkhPalette *
skh_palette_get (gboolean is_dark, gboolean high_contrast)
{
  static SkhPalette palettes[4];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      fill (&palettes[0], light);
      fill (&palettes[1], dark);
      fill (&palettes[2], light_contrast);
      fill (&palettes[3], dark_contrast);
      g_once_init_leave (&ready, 1);
    }
  return &palettes[(is_dark ? 1 : 0) + (high_contrast ? 2 : 0)];
}
