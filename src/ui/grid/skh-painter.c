/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-painter.h"

#include "skh-lru.h"
#include "skh-text-batch.h"

#include <math.h>

#define N_TEXTS 4096 /* two windows full of different cells */
#define N_FONTS (SKH_FONT_SIGN + 1)
#define RADIUS 4.f
#define DASH 8.f
#define GAP 5.f

/* SkhPainter: what a text costs is its setting, so each is set once and kept as the node
   that paints it, in its colour, at the origin. A frame then only says where the known
   texts go, and all of one font and colour go as one. Rectangles that continue one
   another in one colour become one. Texts stand above shapes. */
struct _SkhPainter
{
  PangoContext *context;
  guint serial; /* of the context when the fonts were made */
  PangoFontDescription *fonts[N_FONTS];
  PangoAttrList *attributes;
  const SkhPalette *palette;
  SkhLru *texts; /* Text → itself */
  SkhTextBatch *batch;

  /* while painting */
  GtkSnapshot *snapshot;
  SkhInk pending_ink;
  graphene_rect_t pending; /* a rectangle that may still grow */
};

/* What a text looks like, then its looks. */
typedef struct
{
  const char *text;
  guint hash;
  guint8 shape, font, ink;
  int width, height; /* 0: as it comes */

  GskRenderNode *node; /* NULL if blank */
  float natural_width, natural_height;
} Text;

/* Signs that a bare machine may have no glyph for, and what every font has. */
static const struct
{
  const char *sign;
  const char *substitute;
} substitutes[] = {
  { "✔", "√" }, { "◐", "½" }, { "✖", "×" }, { "…", "..." }, { "–", "-" },
};

static guint
hash_text (gconstpointer key)
{
  return ((const Text *)key)->hash;
}

static gboolean
equal_texts (gconstpointer a, gconstpointer b)
{
  const Text *one = a, *other = b;

  return one->hash == other->hash && one->shape == other->shape
         && one->font == other->font && one->ink == other->ink
         && one->width == other->width && one->height == other->height
         && g_str_equal (one->text, other->text);
}

static void
free_text (gpointer data)
{
  Text *text = data;

  g_clear_pointer (&text->node, gsk_render_node_unref);
  g_free ((char *)text->text);
  g_free (text);
}

/* Sizes stand to the desktop's text size as 12 px do to its usual 11 pt. */
static void
make_fonts (SkhPainter *self)
{
  static const double scales[N_FONTS] = {
    [SKH_FONT_BODY] = 0.84,
    [SKH_FONT_SMALL] = 0.76,
    [SKH_FONT_BOLD] = 0.84,
    [SKH_FONT_SIGN] = 0.88,
  };
  const PangoFontDescription *base = pango_context_get_font_description (self->context);
  int size = pango_font_description_get_size (base);

  for (guint i = 0; i < N_FONTS; i++)
    {
      PangoFontDescription *font = pango_font_description_copy (base);
      double scaled = size * scales[i];

      if (pango_font_description_get_size_is_absolute (base))
        pango_font_description_set_absolute_size (font, scaled);
      else
        pango_font_description_set_size (font, (int)scaled);
      g_clear_pointer (&self->fonts[i], pango_font_description_free);
      self->fonts[i] = font;
    }
  pango_font_description_set_weight (self->fonts[SKH_FONT_BOLD], PANGO_WEIGHT_BOLD);
  pango_font_description_set_family (
    self->fonts[SKH_FONT_SIGN],
    "DejaVu Sans,Noto Sans Symbols2,Noto Sans Symbols,Segoe UI Symbol,Sans");
}

/* Fonts, and with them all texts, are made anew when the desktop's text size changes. */
static void
follow_context (SkhPainter *self)
{
  guint serial = pango_context_get_serial (self->context);

  if (serial == self->serial)
    return;
  self->serial = serial;
  make_fonts (self);
  skh_lru_clear (self->texts);
}

static void
replace_missing (PangoLayout *layout, const char *text)
{
  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (substitutes); i++)
    if (g_str_equal (text, substitutes[i].sign))
      pango_layout_set_text (layout, substitutes[i].substitute, -1);
}

static PangoLayout *
make_layout (SkhPainter *self, const Text *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[text->font]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_text (layout, text->text, -1);
  replace_missing (layout, text->text);
  if (text->width > 0)
    {
      pango_layout_set_width (layout, text->width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  if (text->height > 0)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (layout, text->height * PANGO_SCALE);
    }
  else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static Text *
set_text (SkhPainter *self, const Text *key)
{
  g_autoptr (PangoLayout) layout = make_layout (self, key);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  Text *text = g_new (Text, 1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_append_layout (snapshot, layout, &self->palette->inks[key->ink]);
  *text = *key;
  text->text = g_strdup (key->text);
  text->node = gtk_snapshot_free_to_node (snapshot);
  text->natural_width = (float)width;
  text->natural_height = (float)height;
  skh_lru_insert (self->texts, text, text);
  return text;
}

static const Text *
find_text (SkhPainter *self, const Text *key)
{
  Text *text = skh_lru_lookup (self->texts, key);

  return text != NULL ? text : set_text (self, key);
}

/* One line that fits looks the same in any width, so it is set without one: a heading
   that keeps in view, or a count beside a bar, has another width each time. */
static const Text *
get_text (SkhPainter *self, const SkhPrimitive *p)
{
  gboolean vertical = p->shape == SKH_SHAPE_VERTICAL_TEXT;
  gboolean wrapped = vertical || p->shape == SKH_SHAPE_WRAPPED_TEXT;
  int width = (int)(vertical ? p->h : p->w);
  Text key = {
    .text = p->text,
    .hash = g_str_hash (p->text),
    .shape = p->shape,
    .font = p->font,
    .ink = p->ink,
    .width = wrapped ? width : 0,
    .height = wrapped ? (int)(vertical ? p->w : p->h) : 0,
  };
  const Text *text = find_text (self, &key);

  if (wrapped || width <= 0 || text->natural_width <= (float)width)
    return text;
  key.width = width;
  return find_text (self, &key);
}

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
  const Text *text = get_text (self, p);
  float x = place (p->align, p->x, p->w, text->natural_width);
  float y = place (p->shape == SKH_SHAPE_TEXT ? 0 : -1, p->y, p->h, text->natural_height);

  append_text (self, text->node, x, y, FALSE);
}

/* Turned left a quarter: what was the start is the foot, what was the top is the left. */
static void
paint_vertical_text (SkhPainter *self, const SkhPrimitive *p)
{
  const Text *text = get_text (self, p);
  float x = place (0, p->x, p->w, text->natural_height);
  float y = place (-p->align, p->y, p->h, text->natural_width) + text->natural_width;

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

/* Returns a painter that sets texts in the widget's own context, so that they follow the
   desktop's font and text size. */
SkhPainter *
skh_painter_new (PangoContext *context)
{
  SkhPainter *self = g_new0 (SkhPainter, 1);

  self->context = g_object_ref (context);
  self->attributes = pango_attr_list_new ();
  /* Vietnamese syllables are not broken with a hyphen. */
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));
  self->palette = skh_palette_get (FALSE, FALSE);
  self->batch = skh_text_batch_new ();
  self->texts = skh_lru_new (N_TEXTS, hash_text, equal_texts, NULL, free_text);
  return self;
}

void
skh_painter_free (SkhPainter *self)
{
  skh_lru_free (self->texts);
  skh_text_batch_free (self->batch);
  for (guint i = 0; i < N_FONTS; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/* Chooses the colours. */
void
skh_painter_set_look (SkhPainter *self, gboolean dark, gboolean high_contrast)
{
  const SkhPalette *palette = skh_palette_get (dark, high_contrast);

  if (palette == self->palette)
    return;
  self->palette = palette;
  skh_lru_clear (self->texts);
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
  PangoFontMetrics *metrics;

  follow_context (self);
  metrics = pango_context_get_metrics (self->context, self->fonts[font],
                                       pango_language_from_string ("vi"));
  if (height != NULL)
    *height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  if (digit != NULL)
    *digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
}

static void
paint_run (SkhPainter *self,
           GtkSnapshot *snapshot,
           const SkhPrimitive *primitives,
           guint n,
           const graphene_rect_t *visible)
{
  follow_context (self);
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
