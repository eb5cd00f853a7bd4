/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-painter.h"

#include <pango/pangocairo.h>

/* Paints into memory and looks at the pixels. With PAINTER_PNG=file, keeps the picture.
 */

#define WIDTH 320
#define HEIGHT 200

static SkhPainter *
make_painter (void)
{
  PangoContext *context
    = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  SkhPainter *painter;
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  painter = skh_painter_new (context);
  g_object_unref (context);
  return painter;
}

static cairo_surface_t *
paint (SkhPainter *painter, SkhDisplayList *list)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  skh_painter_paint_ground (painter, snapshot, list,
                            &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  skh_painter_paint_rest (painter, snapshot, list,
                          &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (surface)
            + y * cairo_image_surface_get_stride (surface) + x * 4,
          sizeof pixel);
  return pixel;
}

/* Gives what of the rectangle is painted on, as a rectangle. */
static gboolean
find_painted (cairo_surface_t *surface,
              cairo_rectangle_int_t area,
              cairo_rectangle_int_t *box)
{
  int x1 = G_MAXINT, y1 = G_MAXINT, x2 = -1, y2 = -1;

  for (int y = area.y; y < area.y + area.height; y++)
    for (int x = area.x; x < area.x + area.width; x++)
      if (get_pixel (surface, x, y) != 0)
        {
          x1 = MIN (x1, x);
          y1 = MIN (y1, y);
          x2 = MAX (x2, x);
          y2 = MAX (y2, y);
        }
  *box = (cairo_rectangle_int_t){ x1, y1, x2 - x1 + 1, y2 - y1 + 1 };
  return x2 >= 0;
}

static void
keep_picture (cairo_surface_t *surface)
{
  if (g_getenv ("PAINTER_PNG") != NULL)
    cairo_surface_write_to_png (surface, g_getenv ("PAINTER_PNG"));
}

static guint32
get_argb (SkhInk ink)
{
  const GdkRGBA *c = &skh_palette_get (FALSE, FALSE)->inks[ink];

  return 0xff000000u | (guint32)(c->red * 255 + .5f) << 16
         | (guint32)(c->green * 255 + .5f) << 8 | (guint32)(c->blue * 255 + .5f);
}

static void
test_shapes (void)
{
  g_autoptr (SkhPainter) painter = make_painter ();
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  cairo_surface_t *surface;

  skh_display_list_rect (list, SKH_INK_GOOD, 10, 10, 20, 10);
  skh_display_list_rect (list, SKH_INK_GOOD, 30, 10, 20, 10); /* grows the first */
  skh_display_list_rect (list, SKH_INK_BAD, 50, 10, 20, 10);
  skh_display_list_rect (list, SKH_INK_BUSY, 40, 10, 5, 10); /* over it */
  skh_display_list_end_ground (list);
  skh_display_list_frame (list, SKH_INK_TEXT, 10, 30, 20, 20);
  skh_display_list_round (list, SKH_INK_BUSY_FILL, SKH_INK_BUSY, 40, 30, 60, 12);
  skh_display_list_shape (list, SKH_SHAPE_DIAMOND, SKH_INK_OFF, 110, 30, 12, 12);
  skh_display_list_shape (list, SKH_SHAPE_DASHES, SKH_INK_OFF, 10, 60, 100, 5);
  surface = paint (painter, list);
  keep_picture (surface);

  g_assert_cmphex (get_pixel (surface, 29, 15), ==, get_argb (SKH_INK_GOOD));
  g_assert_cmphex (get_pixel (surface, 48, 15), ==, get_argb (SKH_INK_GOOD));
  g_assert_cmphex (get_pixel (surface, 42, 15), ==, get_argb (SKH_INK_BUSY));
  g_assert_cmphex (get_pixel (surface, 69, 15), ==, get_argb (SKH_INK_BAD));
  g_assert_cmphex (get_pixel (surface, 70, 15), ==, 0);
  g_assert_cmphex (get_pixel (surface, 10, 40), ==, get_argb (SKH_INK_TEXT));
  g_assert_cmphex (get_pixel (surface, 20, 40), ==, 0);
  g_assert_cmphex (get_pixel (surface, 40, 30), !=, get_argb (SKH_INK_BUSY));
  g_assert_cmphex (get_pixel (surface, 70, 30), ==, get_argb (SKH_INK_BUSY));
  g_assert_cmphex (get_pixel (surface, 70, 36), ==, get_argb (SKH_INK_BUSY_FILL));
  g_assert_cmphex (get_pixel (surface, 116, 36), ==, get_argb (SKH_INK_OFF));
  g_assert_cmphex (get_pixel (surface, 111, 31), ==, 0);
  g_assert_cmphex (get_pixel (surface, 12, 62), ==, get_argb (SKH_INK_OFF));
  g_assert_cmphex (get_pixel (surface, 20, 62), ==, 0);
  g_assert_cmphex (get_pixel (surface, 24, 62), ==, get_argb (SKH_INK_OFF));
  cairo_surface_destroy (surface);
}

static void
add_text (SkhDisplayList *list, SkhShape shape, int align, cairo_rectangle_int_t r)
{
  skh_display_list_text_static (list, shape, SKH_FONT_BODY, SKH_INK_TEXT, align,
                                (float)r.x, (float)r.y, (float)r.width, (float)r.height,
                                "Sinh hoạt chuyên đề quý I năm 2023");
}

static void
test_texts (void)
{
  g_autoptr (SkhPainter) painter = make_painter ();
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  const cairo_rectangle_int_t line = { 5, 5, 100, 20 }, wrapped = { 5, 30, 120, 50 };
  const cairo_rectangle_int_t upwards = { 150, 5, 36, 190 },
                              free_line = { 200, 5, 0, 20 };
  cairo_rectangle_int_t box;
  cairo_surface_t *surface;

  add_text (list, SKH_SHAPE_TEXT, -1, line);
  add_text (list, SKH_SHAPE_WRAPPED_TEXT, -1, wrapped);
  add_text (list, SKH_SHAPE_VERTICAL_TEXT, -1, upwards);
  add_text (list, SKH_SHAPE_TEXT, -1, free_line);
  surface = paint (painter, list);
  keep_picture (surface);

  g_assert_true (find_painted (surface, (cairo_rectangle_int_t){ 0, 0, 145, 28 }, &box));
  g_assert_cmpint (box.x + box.width, <=, 105); /* ellipsised */
  g_assert_cmpint (box.width, >, 80);
  g_assert_true (
    find_painted (surface, (cairo_rectangle_int_t){ 0, 28, 145, 172 }, &box));
  g_assert_cmpint (box.x + box.width, <=, 125);
  g_assert_cmpint (box.height, >, 20); /* two lines */
  g_assert_cmpint (box.y + box.height, <=, 80);
  g_assert_true (
    find_painted (surface, (cairo_rectangle_int_t){ 146, 0, 50, 200 }, &box));
  g_assert_cmpint (box.x, >=, 150);
  g_assert_cmpint (box.x + box.width, <=, 186);
  g_assert_cmpint (box.height, >, 100);
  g_assert_cmpint (box.y + box.height, >, 185); /* starts at the foot */
  g_assert_true (
    find_painted (surface, (cairo_rectangle_int_t){ 196, 0, 124, 28 }, &box));
  g_assert_cmpint (box.width, >, 110); /* runs on */
  cairo_surface_destroy (surface);
}

/* Each sign leaves its own mark, in the middle of its cell. */
static void
test_signs (void)
{
  static const char *const signs[] = { "✔", "◐", "✖", "…", "–" };
  g_autoptr (SkhPainter) painter = make_painter ();
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  cairo_surface_t *surface;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_SIGN, SKH_INK_TEXT, 0,
                                  (float)i * 44, 0, 44, 23, signs[i]);
  surface = paint (painter, list);
  keep_picture (surface);
  for (int i = 0; i < (int)G_N_ELEMENTS (signs); i++)
    {
      cairo_rectangle_int_t box;

      g_assert_true (
        find_painted (surface, (cairo_rectangle_int_t){ i * 44, 0, 44, 23 }, &box));
      g_assert_cmpint (ABS (box.x * 2 + box.width - i * 88 - 44), <=, 4);
    }
  cairo_surface_destroy (surface);
}

/* The colours change with the look, texts among them. */
static void
test_look (void)
{
  g_autoptr (SkhPainter) painter = make_painter ();
  g_autoptr (SkhDisplayList) list = skh_display_list_new ();
  cairo_surface_t *surfaces[2];

  skh_display_list_text_static (list, SKH_SHAPE_TEXT, SKH_FONT_BOLD, SKH_INK_TEXT, -1, 0,
                                0, 40, 23, "█");
  for (int dark = 0; dark < 2; dark++)
    {
      skh_painter_set_look (painter, dark, FALSE);
      surfaces[dark] = paint (painter, list);
    }
  g_assert_cmphex (get_pixel (surfaces[0], 4, 11), ==, get_argb (SKH_INK_TEXT));
  g_assert_cmphex (get_pixel (surfaces[1], 4, 11), ==, 0xfff4f4f5);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check (); /* makes the kinds of node known; a display is not needed */
  g_test_add_func ("/painter/shapes", test_shapes);
  g_test_add_func ("/painter/texts", test_texts);
  g_test_add_func ("/painter/signs", test_signs);
  g_test_add_func ("/painter/look", test_look);
  return g_test_run ();
}
