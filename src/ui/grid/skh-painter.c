/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-painter.h"

#include "skh-text-batch.h"
#include "skh-text-setter.h"

#include <math.h>

#define RADIUS 4.f
#define DASH 8.f
#define GAP 5.f

/* SkhPainter: a frame only says where the known texts go, and all of one font and colour
   go as one. Rectangles that continue one another in one colour become one. Texts stand
   above shapes. */
struct _SkhPainter
{
  const SkhPalette *palette;
  SkhTextSetter *setter;
  SkhTextBatch *batch;

  /* while painting */
  GtkSnapshot *snapshot;
  SkhInk pending_ink;
  graphene_rect_t pending; /* a rectangle that may still grow */
};

static void
flush (SkhPainter *self)
{
  if (self->pending_ink == SKH_INK_NONE)
    return;
  gtk_snapshot_append_color (self->snapshot, &self->palette->inks[self->pending_ink],
                             &self->pending);
  self->pending_ink = SKH_INK_NONE;
}

/* Returns whether the rectangle lies right of the pending one, or below it, and makes one
   rectangle with it. */
static gboolean
grow_pending (SkhPainter *self, const SkhPrimitive *p)
{
  graphene_rect_t *r = &self->pending;

  if (p->ink != self->pending_ink)
    return FALSE;
  if (p->y == r->origin.y && p->h == r->size.height
      && p->x == r->origin.x + r->size.width)
    r->size.width += p->w;
  else if (p->x == r->origin.x && p->w == r->size.width
           && p->y == r->origin.y + r->size.height)
    r->size.height += p->h;
  else
    return FALSE;
  return TRUE;
}

static void
paint_rect (SkhPainter *self, const SkhPrimitive *p)
{
  if (grow_pending (self, p))
    return;
  flush (self);
  self->pending_ink = p->ink;
  self->pending = GRAPHENE_RECT_INIT (p->x, p->y, p->w, p->h);
}

static void
paint_outline (SkhPainter *self, const GskRoundedRect *outline, SkhInk ink)
{
  const GdkRGBA *c = &self->palette->inks[ink];

  gtk_snapshot_append_border (self->snapshot, outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ *c, *c, *c, *c });
}

static void
paint_frame (SkhPainter *self, const SkhPrimitive *p)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (p->x, p->y, p->w, p->h),
                                   0);
  paint_outline (self, &outline, p->ink);
}

/* A border as thick as half the rectangle leaves nothing inside: that fills one path,
   where a rounded clip would make a mask each. */
static void
fill_round (SkhPainter *self, const GskRoundedRect *outline, SkhInk ink)
{
  const GdkRGBA *c = &self->palette->inks[ink];
  float t = MIN (outline->bounds.size.width, outline->bounds.size.height) / 2;

  gtk_snapshot_append_border (self->snapshot, outline, (float[4]){ t, t, t, t },
                              (GdkRGBA[4]){ *c, *c, *c, *c });
}

/* What an outline 1 px wide leaves, as two rectangles that lack but the corners' pixels:
   without a graphics card each curve takes ten times as long as a rectangle. */
static void
fill_inside (SkhPainter *self, const graphene_rect_t *r, SkhInk ink)
{
  const GdkRGBA *c = &self->palette->inks[ink];
  float x = r->origin.x, y = r->origin.y, w = r->size.width, h = r->size.height;

  if (w > 2 && h > 4)
    gtk_snapshot_append_color (self->snapshot, c,
                               &GRAPHENE_RECT_INIT (x + 1, y + 2, w - 2, h - 4));
  if (w > 4 && h > 2)
    gtk_snapshot_append_color (self->snapshot, c,
                               &GRAPHENE_RECT_INIT (x + 2, y + 1, w - 4, h - 2));
}

/* Edges on whole pixels keep it sharp. */
static void
paint_round (SkhPainter *self, const SkhPrimitive *p)
{
  float x = roundf (p->x), y = roundf (p->y);
  graphene_rect_t rect
    = GRAPHENE_RECT_INIT (x, y, roundf (p->x + p->w) - x, roundf (p->y + p->h) - y);
  gboolean outlined = p->ink2 != SKH_INK_NONE && p->ink2 != p->ink;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect,
                                   MIN (RADIUS,
                                        MIN (rect.size.width, rect.size.height) / 2));
  if (p->ink == SKH_INK_NONE)
    paint_outline (self, &outline, p->ink2);
  else
    fill_round (self, &outline, outlined ? p->ink2 : p->ink);
  if (outlined && p->ink != SKH_INK_NONE)
    fill_inside (self, &rect, p->ink);
}

/* One dash that repeats: a band across the window has a hundred. The dashes keep to the
   band's start, so that they do not creep when the grid scrolls. */
static void
paint_dashes (SkhPainter *self, const SkhPrimitive *p, const graphene_rect_t *visible)
{
  float start = roundf (p->x), y = roundf (p->y);
  float skipped = MAX (floorf ((visible->origin.x - start) / (DASH + GAP)), 0.f);
  float x = start + skipped * (DASH + GAP);
  float end = MIN (roundf (p->x + p->w), visible->origin.x + visible->size.width);

  if (end <= x)
    return;
  gtk_snapshot_push_repeat (self->snapshot, &GRAPHENE_RECT_INIT (x, y, end - x, p->h),
                            &GRAPHENE_RECT_INIT (x, y, DASH + GAP, p->h));
  gtk_snapshot_append_color (self->snapshot, &self->palette->inks[p->ink],
                             &GRAPHENE_RECT_INIT (x, y, DASH, p->h));
  gtk_snapshot_pop (self->snapshot);
}

static void
paint_diamond (SkhPainter *self, const SkhPrimitive *p)
{
  float side = MIN (p->w, p->h) * (float)G_SQRT2 / 2;

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (p->x + p->w / 2, p->y + p->h / 2));
  gtk_snapshot_rotate (self->snapshot, 45);
  gtk_snapshot_append_color (self->snapshot, &self->palette->inks[p->ink],
                             &GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side));
  gtk_snapshot_restore (self->snapshot);
}

/* Returns where a text of `size` starts in `room`. Whole pixels keep it sharp. */
static float
place (int align, float start, float room, float size)
{
  return floorf (start + (room - size) * (float)(align + 1) / 2 + 0.5f);
}

/* Texts are gathered; what cannot be is painted at once. */
static void
append_text (SkhPainter *self, GskRenderNode *node, float x, float y, gboolean upwards)
{
  if (node == NULL || skh_text_batch_add (self->batch, node, x, y, upwards))
    return;
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (x, y));
  if (upwards)
    gtk_snapshot_rotate (self->snapshot, -90);
  gtk_snapshot_append_node (self->snapshot, node);
  gtk_snapshot_restore (self->snapshot);
}

/* One line stands in the middle of its height, several lines start at the top. */
static void
paint_text (SkhPainter *self, const SkhPrimitive *p)
{
  const SkhSetText *text = skh_text_setter_get (self->setter, p);
  float x = place (p->align, p->x, p->w, text->width);
  float y = place (p->shape == SKH_SHAPE_TEXT ? 0 : -1, p->y, p->h, text->height);

  append_text (self, text->node, x, y, FALSE);
}

/* Turned left a quarter: what was the start is the foot, what was the top is the left. */
static void
paint_vertical_text (SkhPainter *self, const SkhPrimitive *p)
{
  const SkhSetText *text = skh_text_setter_get (self->setter, p);
  float x = place (0, p->x, p->w, text->height);
  float y = place (-p->align, p->y, p->h, text->width) + text->width;

  append_text (self, text->node, x, y, TRUE);
}

/* A text without a width may reach anywhere along its line. */
static gboolean
is_visible (const SkhPrimitive *p, const graphene_rect_t *visible)
{
  if (p->y + p->h <= visible->origin.y
      || p->y >= visible->origin.y + visible->size.height)
    return FALSE;
  if (p->shape == SKH_SHAPE_TEXT && p->w <= 0)
    return TRUE;
  return p->x + p->w > visible->origin.x
         && p->x < visible->origin.x + visible->size.width;
}

static void
paint_primitive (SkhPainter *self, const SkhPrimitive *p, const graphene_rect_t *visible)
{
  switch ((SkhShape)p->shape)
    {
    case SKH_SHAPE_FRAME:
      paint_frame (self, p);
      break;
    case SKH_SHAPE_ROUND:
      paint_round (self, p);
      break;
    case SKH_SHAPE_DASHES:
      paint_dashes (self, p, visible);
      break;
    case SKH_SHAPE_DIAMOND:
      paint_diamond (self, p);
      break;
    case SKH_SHAPE_TEXT:
    case SKH_SHAPE_WRAPPED_TEXT:
      paint_text (self, p);
      break;
    case SKH_SHAPE_VERTICAL_TEXT:
      paint_vertical_text (self, p);
      break;
    case SKH_SHAPE_RECT:
      paint_rect (self, p);
      break;
    default:
      g_return_if_reached ();
    }
}

/* Returns a painter that sets texts in the widget's own context. */
SkhPainter *
skh_painter_new (PangoContext *context)
{
  SkhPainter *self = g_new0 (SkhPainter, 1);

  self->palette = skh_palette_get (FALSE, FALSE);
  self->setter = skh_text_setter_new (context);
  self->batch = skh_text_batch_new ();
  return self;
}

void
skh_painter_free (SkhPainter *self)
{
  skh_text_setter_free (self->setter);
  skh_text_batch_free (self->batch);
  g_free (self);
}

/* Chooses the colours. */
void
skh_painter_set_look (SkhPainter *self, gboolean dark, gboolean high_contrast)
{
  self->palette = skh_palette_get (dark, high_contrast);
  skh_text_setter_set_palette (self->setter, self->palette);
}

/* Returns the colour of the ink as it is painted now; static. */
const GdkRGBA *
skh_painter_get_rgba (SkhPainter *self, SkhInk ink)
{
  return &self->palette->inks[ink];
}

/* Gives the height of a line and the usual width of a digit, in pixels; either may be
   NULL. */
void
skh_painter_get_font_size (SkhPainter *self, SkhFont font, int *height, int *digit)
{
  skh_text_setter_get_font_size (self->setter, font, height, digit);
}

static void
paint_run (SkhPainter *self,
           GtkSnapshot *snapshot,
           const SkhPrimitive *primitives,
           guint n,
           const graphene_rect_t *visible)
{
  skh_text_setter_follow (self->setter);
  self->snapshot = snapshot;
  self->pending_ink = SKH_INK_NONE;
  for (guint i = 0; i < n; i++)
    {
      const SkhPrimitive *p = &primitives[i];

      if (!is_visible (p, visible))
        continue;
      if (p->shape != SKH_SHAPE_RECT && p->shape < SKH_SHAPE_TEXT)
        flush (self);
      paint_primitive (self, p, visible);
    }
  flush (self);
  skh_text_batch_flush (self->batch, snapshot);
  self->snapshot = NULL;
}

/* Paints what of the list's ground lies in `visible`, in the list's own coordinates: the
   shapes in the list's order, then the texts. The caller clips. */
void
skh_painter_paint_ground (SkhPainter *self,
                          GtkSnapshot *snapshot,
                          SkhDisplayList *list,
                          const graphene_rect_t *visible)
{
  guint n;
  const SkhPrimitive *primitives = skh_display_list_get (list, &n);

  paint_run (self, snapshot, primitives, skh_display_list_get_n_ground (list), visible);
}

/* The same of what stands on the ground. */
void
skh_painter_paint_rest (SkhPainter *self,
                        GtkSnapshot *snapshot,
                        SkhDisplayList *list,
                        const graphene_rect_t *visible)
{
  guint n, n_ground = skh_display_list_get_n_ground (list);
  const SkhPrimitive *primitives = skh_display_list_get (list, &n);

  paint_run (self, snapshot, primitives + n_ground, n - n_ground, visible);
}
