/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-painter.h"

#include <math.h>

#define RADIUS 3.0
#define DASH 8.0
#define GAP 5.0
#define LINE_WIDTH 0.75
#define HATCH 4.5
#define HATCH_WIDTH 0.9

/* In pixels of the list; a little larger than on a screen, as serifs need. */
static const SkhPaperType types[] = {
  [SKH_FONT_BODY] = { .size = 13 },
  [SKH_FONT_SMALL] = { .size = 11.5 },
  [SKH_FONT_BOLD] = { .size = 13, .bold = TRUE },
  [SKH_FONT_SIGN] = { .size = 13 },
};

/* Fills are pale, so that the text on them and a grey printer can cope; deep inks differ
   in lightness too. What is overdue is hatched: that is seen without colour. */
static const guint32 inks[SKH_N_INKS] = {
  [SKH_INK_TEXT] = 0x000000,       [SKH_INK_DIM_TEXT] = 0x404040,
  [SKH_INK_BACKGROUND] = 0xffffff, [SKH_INK_HEAD] = 0xeeeff1,
  [SKH_INK_LINE] = 0xd4d4d8,       [SKH_INK_STRONG_LINE] = 0x8c8c92,
  [SKH_INK_GOOD] = 0x1f6f41,       [SKH_INK_GOOD_FILL] = 0xdff1e5,
  [SKH_INK_WARNING] = 0x8f6000,    [SKH_INK_WARNING_FILL] = 0xfdf0d2,
  [SKH_INK_BAD] = 0xb5121f,        [SKH_INK_BAD_FILL] = 0xfbe3e5,
  [SKH_INK_BUSY] = 0x4a86d8,       [SKH_INK_BUSY_FILL] = 0xe3edfb,
  [SKH_INK_OFF] = 0x8a8f99,        [SKH_INK_OFF_FILL] = 0xececef,
  [SKH_INK_TODAY] = 0xb5121f,      [SKH_INK_SELECTION] = 0xdfe9f7,
  [SKH_INK_CURSOR] = 0x1c71d8,     [SKH_INK_VOID] = 0xe9eaed,
};

static void
set_ink (cairo_t *cr, guint ink)
{
  guint32 rgb = inks[ink];

  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0);
}

static void
paint_rect (cairo_t *cr, const SkhPrimitive *p)
{
  set_ink (cr, p->ink);
  cairo_rectangle (cr, p->x, p->y, p->w, p->h);
  cairo_fill (cr);
}

static void
paint_frame (cairo_t *cr, const SkhPrimitive *p)
{
  set_ink (cr, p->ink);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, p->x + 0.5, p->y + 0.5, p->w - 1, p->h - 1);
  cairo_stroke (cr);
}

static void
trace_round (cairo_t *cr, const SkhPrimitive *p, double inset)
{
  double x = p->x + inset, y = p->y + inset;
  double w = MAX (p->w - 2 * inset, 0), h = MAX (p->h - 2 * inset, 0);
  double r = MIN (RADIUS, MIN (w, h) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + h - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
hatch (cairo_t *cr, const SkhPrimitive *p)
{
  cairo_save (cr);
  trace_round (cr, p, 0);
  cairo_clip (cr);
  set_ink (cr, SKH_INK_BAD);
  cairo_set_line_width (cr, HATCH_WIDTH);
  for (double x = p->x - p->h; x < p->x + p->w; x += HATCH)
    {
      cairo_move_to (cr, x, p->y + p->h);
      cairo_line_to (cr, x + p->h, p->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_round (cairo_t *cr, const SkhPrimitive *p)
{
  if (p->ink != SKH_INK_NONE)
    {
      set_ink (cr, p->ink);
      trace_round (cr, p, 0);
      cairo_fill (cr);
    }
  if (p->ink == SKH_INK_BAD_FILL)
    hatch (cr, p);
  if (p->ink2 == SKH_INK_NONE)
    return;
  set_ink (cr, p->ink2);
  cairo_set_line_width (cr, LINE_WIDTH);
  trace_round (cr, p, LINE_WIDTH / 2);
  cairo_stroke (cr);
}

static void
paint_dashes (cairo_t *cr, const SkhPrimitive *p)
{
  set_ink (cr, p->ink);
  for (double x = p->x; x < p->x + p->w; x += DASH + GAP)
    cairo_rectangle (cr, x, p->y, MIN (DASH, p->x + p->w - x), p->h);
  cairo_fill (cr);
}

static void
paint_diamond (cairo_t *cr, const SkhPrimitive *p)
{
  double rx = p->w / 2, ry = p->h / 2;

  set_ink (cr, p->ink);
  cairo_move_to (cr, p->x + rx, p->y);
  cairo_line_to (cr, p->x + p->w, p->y + ry);
  cairo_line_to (cr, p->x + rx, p->y + p->h);
  cairo_line_to (cr, p->x, p->y + ry);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static SkhAlign
get_align (const SkhPrimitive *p)
{
  return p->align < 0 ? SKH_ALIGN_START : p->align > 0 ? SKH_ALIGN_END : SKH_ALIGN_CENTRE;
}

/* One line stands in the middle of its height; without a width it takes what it needs. */
static void
paint_line (SkhPaperPainter *self, cairo_t *cr, const SkhPrimitive *p)
{
  const SkhPaperType *type = &types[p->font];
  double height = skh_typesetter_get_line_height (self->typesetter, type);
  double width = p->w, x = p->x;

  if (width <= 0)
    {
      width = skh_typesetter_get_width (self->typesetter, type, p->text) + 1;
      x -= width * (p->align + 1) / 2;
    }
  set_ink (cr, p->ink);
  skh_typesetter_draw_line (self->typesetter, cr, type, get_align (p), x,
                            p->y + (p->h - height) / 2, width, p->text);
}

static void
paint_wrapped (SkhPaperPainter *self, cairo_t *cr, const SkhPrimitive *p)
{
  const SkhPaperType *type = &types[p->font];
  double height = skh_typesetter_get_line_height (self->typesetter, type);

  set_ink (cr, p->ink);
  skh_typesetter_draw_lines (self->typesetter, cr, type, get_align (p), p->x, p->y, p->w,
                             p->text, 0, (guint)MAX (p->h / height + 0.01, 1));
}

/* Turned left a quarter: what was the start is the foot, what was the top is the left. */
static void
paint_vertical (SkhPaperPainter *self, cairo_t *cr, const SkhPrimitive *p)
{
  SkhPrimitive turned = *p;

  turned.x = turned.y = 0;
  turned.w = p->h;
  turned.h = p->w;
  cairo_save (cr);
  cairo_translate (cr, p->x, p->y + p->h);
  cairo_rotate (cr, -G_PI_2);
  paint_wrapped (self, cr, &turned);
  cairo_restore (cr);
}

static void
paint_primitive (SkhPaperPainter *self, cairo_t *cr, const SkhPrimitive *p)
{
  switch ((SkhShape)p->shape)
    {
    case SKH_SHAPE_RECT:
      paint_rect (cr, p);
      break;
    case SKH_SHAPE_FRAME:
      paint_frame (cr, p);
      break;
    case SKH_SHAPE_ROUND:
      paint_round (cr, p);
      break;
    case SKH_SHAPE_DASHES:
      paint_dashes (cr, p);
      break;
    case SKH_SHAPE_DIAMOND:
      paint_diamond (cr, p);
      break;
    case SKH_SHAPE_TEXT:
      paint_line (self, cr, p);
      break;
    case SKH_SHAPE_WRAPPED_TEXT:
      paint_wrapped (self, cr, p);
      break;
    case SKH_SHAPE_VERTICAL_TEXT:
      paint_vertical (self, cr, p);
      break;
    default:
      g_return_if_reached ();
    }
}

static double
measure_width (gpointer data, SkhFont font, const char *text)
{
  SkhPaperPainter *self = data;

  return ceil (skh_typesetter_get_width (self->typesetter, &types[font], text));
}

static double
measure_height (gpointer data, SkhFont font, double width, const char *text)
{
  SkhPaperPainter *self = data;
  guint n = skh_typesetter_count_lines (self->typesetter, &types[font], width, text);

  return n * skh_typesetter_get_line_height (self->typesetter, &types[font]);
}

/* Returns: how this painter's texts measure; valid as long as the painter */
SkhTextMeasure
skh_paper_painter_get_measure (SkhPaperPainter *self)
{
  return (SkhTextMeasure){ measure_width, measure_height, self };
}

/* Paints in the list's order; leaves the source black. */
void
skh_paper_painter_paint (SkhPaperPainter *self, cairo_t *cr, SkhDisplayList *list)
{
  guint n;
  const SkhPrimitive *primitives = skh_display_list_get (list, &n);

  for (guint i = 0; i < n; i++)
    paint_primitive (self, cr, &primitives[i]);
  cairo_set_source_rgb (cr, 0, 0, 0);
}
