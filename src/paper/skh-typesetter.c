/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-typesetter.h"

#include <pango/pangocairo.h>

#define N_ADVANCES 0x2000 /* Latin, Vietnamese and the marks between */

/* What is known of one size and style of type. */
typedef struct
{
  SkhPaperType type;
  PangoFontDescription *font;
  double ascent;
  double line_height;
  float *advances; /* of single characters, 0 while unknown */
} Face;

/* SkhTypesetter: measures and draws text in points, on any cairo surface alike. It keeps
   a font map and a context of its own, without hinting, so that a line breaks at the same
   word on a screen, on a printer and in a PDF. Of one thread at a time. */
struct _SkhTypesetter
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  PangoAttrList *attributes[2]; /* plain, underlined */
  GArray *faces;
  char *families;
};

/* Attributes of all text, and of underlined text. Pango would put a hyphen where it
   breaks a word; a Vietnamese syllable has none. */
static PangoAttrList *
make_attributes (gboolean underline)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  if (underline)
    pango_attr_list_insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  return list;
}

static void
clear_face (gpointer data)
{
  Face *face = data;

  pango_font_description_free (face->font);
  g_free (face->advances);
}

static PangoFontDescription *
make_font (const char *families, const SkhPaperType *type)
{
  g_autofree char *list = g_strdelimit (g_strdup (families), ";", ',');
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, list);
  pango_font_description_set_absolute_size (font, type->size * PANGO_SCALE);
  pango_font_description_set_weight (font, type->bold ? PANGO_WEIGHT_BOLD
                                                      : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, type->italic ? PANGO_STYLE_ITALIC
                                                       : PANGO_STYLE_NORMAL);
  return font;
}

static Face *
add_face (SkhTypesetter *self, const SkhPaperType *type)
{
  Face face = { .type = *type, .font = make_font (self->families, type) };
  PangoFontMetrics *metrics
    = pango_context_get_metrics (self->context, face.font,
                                 pango_language_from_string ("vi"));

  face.ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  face.line_height
    = face.ascent + pango_units_to_double (pango_font_metrics_get_descent (metrics));
  face.advances = g_new0 (float, N_ADVANCES);
  pango_font_metrics_unref (metrics);
  g_array_append_val (self->faces, face);
  return &g_array_index (self->faces, Face, self->faces->len - 1);
}

/* A document has a dozen faces: a list is searched faster than a hash is made. */
static Face *
get_face (SkhTypesetter *self, const SkhPaperType *type)
{
  for (guint i = 0; i < self->faces->len; i++)
    {
      Face *face = &g_array_index (self->faces, Face, i);

      if (face->type.size == type->size && face->type.bold == type->bold
          && face->type.italic == type->italic)
        return face;
    }
  return add_face (self, type);
}

/* width in points; negative for one endless line */
static PangoLayout *
set_layout (SkhTypesetter *self, const Face *face, double width, const char *text)
{
  pango_layout_set_attributes (self->layout, self->attributes[0]);
  pango_layout_set_font_description (self->layout, face->font);
  pango_layout_set_width (self->layout,
                          width >= 0 ? pango_units_from_double (width) : -1);
  pango_layout_set_text (self->layout, text, -1);
  return self->layout;
}

static double
get_advance (SkhTypesetter *self, Face *face, gunichar c)
{
  char text[7] = "";

  if (c >= N_ADVANCES)
    return face->type.size * 1.5;
  if (face->advances[c] == 0)
    {
      PangoRectangle logical;

      g_unichar_to_utf8 (c, text);
      pango_layout_get_extents (set_layout (self, face, -1, text), NULL, &logical);
      face->advances[c] = (float)pango_units_to_double (logical.width);
    }
  return face->advances[c];
}

/* Most cells of a long table are one short line: adding up single characters says so many
   times faster than setting the text does. Kerning narrows more than it widens; the
   margin covers the rest. Only a sure answer is given. */
static gboolean
surely_fits (SkhTypesetter *self, Face *face, double width, const char *text)
{
  double sum = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < ' ')
        return FALSE;
      sum += get_advance (self, face, c);
      if (sum * 1.02 > width)
        return FALSE;
    }
  return TRUE;
}

static double
align_line (SkhAlign align, double width, PangoLayoutLine *line)
{
  PangoRectangle logical;
  double rest;

  pango_layout_line_get_extents (line, NULL, &logical);
  rest = width - pango_units_to_double (logical.width);
  switch (align)
    {
    case SKH_ALIGN_CENTRE:
      return rest / 2;
    case SKH_ALIGN_END:
      return rest;
    case SKH_ALIGN_START:
    default:
      return 0;
    }
}

/* families: in the order of preference, with ";" between */
SkhTypesetter *
skh_typesetter_new (const char *families)
{
  SkhTypesetter *self = g_new0 (SkhTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->families = g_strdup (families);
  self->map = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  cairo_font_options_destroy (options);
  self->layout = pango_layout_new (self->context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (self->layout, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (self->attributes); i++)
    self->attributes[i] = make_attributes (i == 1);
  self->faces = g_array_new (FALSE, FALSE, sizeof (Face));
  g_array_set_clear_func (self->faces, clear_face);
  return self;
}

void
skh_typesetter_free (SkhTypesetter *self)
{
  g_array_unref (self->faces);
  for (guint i = 0; i < G_N_ELEMENTS (self->attributes); i++)
    pango_attr_list_unref (self->attributes[i]);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self->families);
  g_free (self);
}

/* Returns: from one line to the next, in points */
double
skh_typesetter_get_line_height (SkhTypesetter *self, const SkhPaperType *type)
{
  return get_face (self, type)->line_height;
}

/* Returns: how wide text is when set on one line, in points */
double
skh_typesetter_get_width (SkhTypesetter *self, const SkhPaperType *type, const char *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (set_layout (self, get_face (self, type), -1, text), NULL,
                            &logical);
  return pango_units_to_double (logical.width);
}

/* Returns: how many lines text takes when wrapped to width points; at least 1 */
guint
skh_typesetter_count_lines (SkhTypesetter *self,
                            const SkhPaperType *type,
                            double width,
                            const char *text)
{
  Face *face = get_face (self, type);

  if (surely_fits (self, face, width, text))
    return 1;
  return (guint)pango_layout_get_line_count (set_layout (self, face, width, text));
}

/* Draws the whole text, wrapped to width, with the top of its first line at (x, y). */
void
skh_typesetter_draw (SkhTypesetter *self,
                     cairo_t *cr,
                     const SkhPaperType *type,
                     SkhAlign align,
                     double x,
                     double y,
                     double width,
                     const char *text)
{
  skh_typesetter_draw_lines (self, cr, type, align, x, y, width, text, 0, G_MAXUINT);
}

/**
 * skh_typesetter_draw_lines:
 * @width: the width the text is wrapped to and aligned in
 * @first: the first line to draw; its top stands at (@x, @y)
 * @n: how many lines at most
 *
 * Draws some lines of a wrapped text, so that a row taller than a page goes on overleaf.
 * The text goes to @cr as text, not as outlines, in the current source.
 */
void
skh_typesetter_draw_lines (SkhTypesetter *self,
                           cairo_t *cr,
                           const SkhPaperType *type,
                           SkhAlign align,
                           double x,
                           double y,
                           double width,
                           const char *text,
                           guint first,
                           guint n)
{
  Face *face = get_face (self, type);
  PangoLayout *layout = set_layout (self, face, width, text);
  guint end = (guint)pango_layout_get_line_count (layout);

  if (type->underline)
    pango_layout_set_attributes (layout, self->attributes[1]);
  end = n < end - MIN (first, end) ? first + n : end;
  for (guint i = first; i < end; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int)i);

      cairo_move_to (cr, x + align_line (align, width, line),
                     y + (i - first) * face->line_height + face->ascent);
      pango_cairo_show_layout_line (cr, line);
    }
}

static PangoLayout *
set_prose (SkhTypesetter *self,
           const Face *face,
           double indent,
           double width,
           const char *text)
{
  PangoLayout *layout = set_layout (self, face, width, text);

  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_indent (layout, pango_units_from_double (indent));
  return layout;
}

static void
end_prose (PangoLayout *layout)
{
  pango_layout_set_justify (layout, FALSE);
  pango_layout_set_indent (layout, 0);
}

/* Returns: how many lines; at least 1 */
guint
skh_typesetter_count_prose (SkhTypesetter *self,
                            const SkhPaperType *type,
                            double indent,
                            double width,
                            const char *text)
{
  PangoLayout *layout = set_prose (self, get_face (self, type), indent, width, text);
  guint n = (guint)pango_layout_get_line_count (layout);

  end_prose (layout);
  return n;
}

void
skh_typesetter_draw_prose (SkhTypesetter *self,
                           cairo_t *cr,
                           const SkhPaperType *type,
                           double indent,
                           double line,
                           double x,
                           double y,
                           double width,
                           const char *text,
                           guint first,
                           guint n)
{
  Face *face = get_face (self, type);
  PangoLayout *layout = set_prose (self, face, indent, width, text);
  guint end = MIN (first + n, (guint)pango_layout_get_line_count (layout));
  double above = (line - face->line_height) / 2 + face->ascent;

  for (guint i = first; i < end; i++)
    {
      PangoLayoutLine *set = pango_layout_get_line_readonly (layout, (int)i);

      cairo_move_to (cr, x + (set->is_paragraph_start ? indent : 0),
                     y + (i - first) * line + above);
      pango_cairo_show_layout_line (cr, set);
    }
  end_prose (layout);
}

void
skh_typesetter_draw_line (SkhTypesetter *self,
                          cairo_t *cr,
                          const SkhPaperType *type,
                          SkhAlign align,
                          double x,
                          double y,
                          double width,
                          const char *text)
{
  PangoLayout *layout = set_layout (self, get_face (self, type), width, text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  cairo_move_to (
    cr, x + align_line (align, width, pango_layout_get_line_readonly (layout, 0)),
    y + get_face (self, type)->ascent);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
}
