/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-text-setter.h"

#include "skh-lru.h"

#define N_TEXTS 4096 /* two windows full of different cells */
#define N_FONTS (SKH_FONT_SIGN + 1)

struct _SkhTextSetter
{
  PangoContext *context;
  guint serial; /* of the context when the fonts were made */
  PangoFontDescription *fonts[N_FONTS];
  PangoAttrList *attributes;
  const SkhPalette *palette;
  SkhLru *texts; /* Text → itself */
};

/* What a text looks like, then how it was set. */
typedef struct
{
  const char *text;
  guint hash;
  guint8 shape, font, ink;
  int width, height; /* 0: as it comes */

  SkhSetText set;
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

  g_clear_pointer (&text->set.node, gsk_render_node_unref);
  g_free ((char *)text->text);
  g_free (text);
}

/* Sizes stand to the desktop's text size as 12 px do to its usual 11 pt. */
static void
make_fonts (SkhTextSetter *self)
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
void
skh_text_setter_follow (SkhTextSetter *self)
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
make_layout (SkhTextSetter *self, const Text *text)
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
set_text (SkhTextSetter *self, const Text *key)
{
  g_autoptr (PangoLayout) layout = make_layout (self, key);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  Text *text = g_new (Text, 1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_append_layout (snapshot, layout, &self->palette->inks[key->ink]);
  *text = *key;
  text->text = g_strdup (key->text);
  text->set.node = gtk_snapshot_free_to_node (snapshot);
  text->set.width = (float)width;
  text->set.height = (float)height;
  skh_lru_insert (self->texts, text, text);
  return text;
}

static const Text *
find_text (SkhTextSetter *self, const Text *key)
{
  Text *text = skh_lru_lookup (self->texts, key);

  return text != NULL ? text : set_text (self, key);
}

/* One line that fits looks the same in any width, so it is set without one: a heading
   that keeps in view, or a count beside a bar, has another width each time. */
const SkhSetText *
skh_text_setter_get (SkhTextSetter *self, const SkhPrimitive *p)
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

  if (wrapped || width <= 0 || text->set.width <= (float)width)
    return &text->set;
  key.width = width;
  return &find_text (self, &key)->set;
}

/* Returns a setter of texts in the widget's own context, so that they follow the
   desktop's font and text size. */
SkhTextSetter *
skh_text_setter_new (PangoContext *context)
{
  SkhTextSetter *self = g_new0 (SkhTextSetter, 1);

  self->context = g_object_ref (context);
  self->attributes = pango_attr_list_new ();
  /* Vietnamese syllables are not broken with a hyphen. */
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));
  self->palette = skh_palette_get (FALSE, FALSE);
  self->texts = skh_lru_new (N_TEXTS, hash_text, equal_texts, NULL, free_text);
  return self;
}

void
skh_text_setter_free (SkhTextSetter *self)
{
  skh_lru_free (self->texts);
  for (guint i = 0; i < N_FONTS; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/* Chooses the colours; what was set in others is forgotten. */
void
skh_text_setter_set_palette (SkhTextSetter *self, const SkhPalette *palette)
{
  if (palette == self->palette)
    return;
  self->palette = palette;
  skh_lru_clear (self->texts);
}

/* Gives the height of a line and the usual width of a digit, in pixels; either may be
   NULL. */
void
skh_text_setter_get_font_size (SkhTextSetter *self, SkhFont font, int *height, int *digit)
{
  PangoFontMetrics *metrics;

  skh_text_setter_follow (self);
  metrics = pango_context_get_metrics (self->context, self->fonts[font],
                                       pango_language_from_string ("vi"));
  if (height != NULL)
    *height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  if (digit != NULL)
    *digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
}
