/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-text-batch.h"

/* The glyphs of one font and colour, each at its own place. */
typedef struct
{
  PangoFont *font;
  GdkRGBA colour;
  gboolean upwards;
  GArray *glyphs; /* PangoGlyphInfo without advance: the offsets are the place */
} Run;

struct _SkhTextBatch
{
  GArray *runs; /* a dozen at most: searched from the end */
};

static void
clear_run (gpointer data)
{
  Run *run = data;

  g_object_unref (run->font);
  g_array_unref (run->glyphs);
}

static Run *
get_run (SkhTextBatch *self, PangoFont *font, const GdkRGBA *colour, gboolean upwards)
{
  Run fresh;

  for (guint i = self->runs->len; i > 0; i--)
    {
      Run *run = &g_array_index (self->runs, Run, i - 1);

      if (run->font == font && run->upwards == upwards
          && gdk_rgba_equal (&run->colour, colour))
        return run;
    }
  fresh = (Run){ g_object_ref (font), *colour, upwards,
                 g_array_new (FALSE, FALSE, sizeof (PangoGlyphInfo)) };
  g_array_append_val (self->runs, fresh);
  return &g_array_index (self->runs, Run, self->runs->len - 1);
}

static void
add_text (SkhTextBatch *self,
          const GskRenderNode *node,
          float x,
          float y,
          gboolean upwards)
{
  const graphene_point_t *offset = gsk_text_node_get_offset (node);
  const PangoGlyphInfo *glyphs = gsk_text_node_get_glyphs (node, NULL);
  guint n = gsk_text_node_get_num_glyphs (node);
  Run *run = get_run (self, gsk_text_node_get_font (node), gsk_text_node_get_color (node),
                      upwards);
  int pen = pango_units_from_double (offset->x + x);
  int baseline = pango_units_from_double (offset->y + y);

  for (guint i = 0; i < n; i++)
    {
      PangoGlyphInfo glyph = glyphs[i];

      pen += glyphs[i].geometry.width;
      if (glyph.glyph == PANGO_GLYPH_EMPTY)
        continue;
      glyph.geometry.x_offset += pen - glyphs[i].geometry.width;
      glyph.geometry.y_offset += baseline;
      glyph.geometry.width = 0;
      g_array_append_val (run->glyphs, glyph);
    }
}

static void
flush_run (const Run *run, GtkSnapshot *snapshot)
{
  PangoGlyphString glyphs = {
    .num_glyphs = (int)run->glyphs->len,
    .glyphs = (PangoGlyphInfo *)(gpointer)run->glyphs->data,
  };
  GskRenderNode *node
    = gsk_text_node_new (run->font, &glyphs, &run->colour, graphene_point_zero ());

  if (node == NULL) /* nothing but spaces */
    return;
  gtk_snapshot_save (snapshot);
  if (run->upwards)
    gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gsk_render_node_unref (node);
}

SkhTextBatch *
skh_text_batch_new (void)
{
  SkhTextBatch *self = g_new0 (SkhTextBatch, 1);

  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, clear_run);
  return self;
}

void
skh_text_batch_free (SkhTextBatch *self)
{
  g_array_unref (self->runs);
  g_free (self);
}

/* Adds what GTK made of a layout at the origin, moved to x and y; upwards: turned left
   about its own origin, then moved. Returns FALSE, and adds nothing, if the node holds
   more than texts: an underline, a picture. */
gboolean
skh_text_batch_add (SkhTextBatch *self,
                    const GskRenderNode *node,
                    float x,
                    float y,
                    gboolean upwards)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);
  /* in the turned frame, down is right and right is up */
  float turned_x = upwards ? -y : x;
  float turned_y = upwards ? x : y;
  guint n = type == GSK_CONTAINER_NODE ? gsk_container_node_get_n_children (node) : 0;

  if (type == GSK_TEXT_NODE)
    {
      add_text (self, node, turned_x, turned_y, upwards);
      return TRUE;
    }
  for (guint i = 0; i < n; i++)
    if (gsk_render_node_get_node_type (gsk_container_node_get_child (node, i))
        != GSK_TEXT_NODE)
      return FALSE;
  for (guint i = 0; i < n; i++)
    add_text (self, gsk_container_node_get_child (node, i), turned_x, turned_y, upwards);
  return n > 0;
}

/* Paints what was added, and forgets it. The runs and their memory stay while they are
   used; one that got nothing this time goes. */
void
skh_text_batch_flush (SkhTextBatch *self, GtkSnapshot *snapshot)
{
  for (guint i = self->runs->len; i > 0; i--)
    {
      Run *run = &g_array_index (self->runs, Run, i - 1);

      if (run->glyphs->len == 0)
        {
          g_array_remove_index_fast (self->runs, i - 1);
          continue;
        }
      flush_run (run, snapshot);
      g_array_set_size (run->glyphs, 0);
    }
}
