/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-display-list.h"

#include <string.h>

#define BLOCK_SIZE 8192

/* A GStringChunk would give its blocks back at every clear; a list is filled anew for
   every frame, so this one keeps them. `texts` holds what is longer than a block. */
struct _SkhDisplayList
{
  GArray *primitives;
  GPtrArray *blocks;
  guint n_full; /* blocks before the one being filled */
  gsize used;   /* of that one */
  GPtrArray *texts;
  guint n_ground; /* G_MAXUINT: all */
  float origin_x, origin_y;
};

static const char *
keep_text (SkhDisplayList *self, const char *text)
{
  gsize size = strlen (text) + 1;
  char *kept;

  if (size > BLOCK_SIZE)
    {
      kept = g_strdup (text);
      g_ptr_array_add (self->texts, kept);
      return kept;
    }
  if (self->used + size > BLOCK_SIZE)
    {
      self->n_full++;
      self->used = 0;
    }
  if (self->n_full == self->blocks->len)
    g_ptr_array_add (self->blocks, g_malloc (BLOCK_SIZE));
  kept = (char *)g_ptr_array_index (self->blocks, self->n_full) + self->used;
  self->used += size;
  return memcpy (kept, text, size);
}

static SkhPrimitive *
append (SkhDisplayList *self,
        SkhShape shape,
        SkhInk ink,
        float x,
        float y,
        float w,
        float h)
{
  guint last = self->primitives->len;
  SkhPrimitive *primitive;

  g_array_set_size (self->primitives, last + 1);
  primitive = &g_array_index (self->primitives, SkhPrimitive, last);
  *primitive = (SkhPrimitive){ .shape = shape,
                               .ink = ink,
                               .ink2 = SKH_INK_NONE,
                               .x = x + self->origin_x,
                               .y = y + self->origin_y,
                               .w = w,
                               .h = h };
  return primitive;
}

/* Returns an empty list. Free with skh_display_list_free(). */
SkhDisplayList *
skh_display_list_new (void)
{
  SkhDisplayList *self = g_new0 (SkhDisplayList, 1);

  self->primitives = g_array_new (FALSE, FALSE, sizeof (SkhPrimitive));
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->n_ground = G_MAXUINT;
  return self;
}

void
skh_display_list_free (SkhDisplayList *self)
{
  g_array_unref (self->primitives);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/* Empties the list, and with it every text it copied. The memory stays for the next
   filling, so that a frame like the last one allocates nothing. */
void
skh_display_list_clear (SkhDisplayList *self)
{
  g_array_set_size (self->primitives, 0);
  g_ptr_array_set_size (self->texts, 0);
  self->n_full = 0;
  self->used = 0;
  self->n_ground = G_MAXUINT;
  self->origin_x = self->origin_y = 0;
}

/* Lets a part of a drawing be laid out in coordinates of its own. */
void
skh_display_list_set_origin (SkhDisplayList *self, float x, float y)
{
  self->origin_x = x;
  self->origin_y = y;
}

/* Returns the primitives in painting order, borrowed until the list is next changed. */
const SkhPrimitive *
skh_display_list_get (SkhDisplayList *self, guint *n)
{
  *n = self->primitives->len;
  return (const SkhPrimitive *)(gpointer)self->primitives->data;
}

void
skh_display_list_end_ground (SkhDisplayList *self)
{
  self->n_ground = self->primitives->len;
}

/* Returns how many primitives, from the first, are the ground. */
guint
skh_display_list_get_n_ground (SkhDisplayList *self)
{
  return MIN (self->n_ground, self->primitives->len);
}

/* Adds a copy, moved by the origin. Its text is copied into this list. */
void
skh_display_list_add (SkhDisplayList *self, const SkhPrimitive *primitive)
{
  SkhPrimitive *copy = append (self, (SkhShape)primitive->shape, (SkhInk)primitive->ink,
                               primitive->x, primitive->y, primitive->w, primitive->h);

  copy->ink2 = primitive->ink2;
  copy->font = primitive->font;
  copy->align = primitive->align;
  if (primitive->text != NULL)
    copy->text = keep_text (self, primitive->text);
}

/* Adds a filled rectangle. */
void
skh_display_list_rect (SkhDisplayList *self,
                       SkhInk ink,
                       float x,
                       float y,
                       float w,
                       float h)
{
  append (self, SKH_SHAPE_RECT, ink, x, y, w, h);
}

/* Adds an outline one pixel wide, inside the rectangle. */
void
skh_display_list_frame (SkhDisplayList *self,
                        SkhInk ink,
                        float x,
                        float y,
                        float w,
                        float h)
{
  append (self, SKH_SHAPE_FRAME, ink, x, y, w, h);
}

/* Adds a rounded rectangle; either ink may be NONE. */
void
skh_display_list_round (SkhDisplayList *self,
                        SkhInk fill,
                        SkhInk outline,
                        float x,
                        float y,
                        float w,
                        float h)
{
  append (self, SKH_SHAPE_ROUND, fill, x, y, w, h)->ink2 = outline;
}

/* Adds a shape that one ink describes: a rectangle, a frame, dashes or a diamond. */
void
skh_display_list_shape (SkhDisplayList *self,
                        SkhShape shape,
                        SkhInk ink,
                        float x,
                        float y,
                        float w,
                        float h)
{
  append (self, shape, ink, x, y, w, h);
}

/* Adds a text that outlives the list. shape: one of the three texts. A one-line text of
   no width (w = 0) takes what it needs, to the right of x, centred on it or to its left
   as align says. */
void
skh_display_list_text_static (SkhDisplayList *self,
                              SkhShape shape,
                              SkhFont font,
                              SkhInk ink,
                              int align,
                              float x,
                              float y,
                              float w,
                              float h,
                              const char *text)
{
  SkhPrimitive *primitive = append (self, shape, ink, x, y, w, h);

  primitive->font = font;
  primitive->align = (gint8)CLAMP (align, -1, 1);
  primitive->text = text;
}

/* As skh_display_list_text_static(), with a copy of the text. */
void
skh_display_list_text (SkhDisplayList *self,
                       SkhShape shape,
                       SkhFont font,
                       SkhInk ink,
                       int align,
                       float x,
                       float y,
                       float w,
                       float h,
                       const char *text)
{
  skh_display_list_text_static (self, shape, font, ink, align, x, y, w, h,
                                keep_text (self, text));
}
