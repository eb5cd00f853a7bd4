/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SkhDisplayList: what a drawn page or grid looks like, as primitives in logical pixels
   with the origin at the top left. Layout code appends; a GTK snapshot or a cairo context
   paints. Colours are roles, so that light, dark and print each have their own palette,
   and a sign or a text always says what a colour says. */

typedef enum
{
  SKH_INK_NONE,
  SKH_INK_TEXT,
  SKH_INK_DIM_TEXT,
  SKH_INK_BACKGROUND,
  SKH_INK_HEAD, /* heading and section bands */
  SKH_INK_LINE, /* hairlines */
  SKH_INK_STRONG_LINE,
  SKH_INK_GOOD, /* delivered on time */
  SKH_INK_GOOD_FILL,
  SKH_INK_WARNING, /* late, due soon */
  SKH_INK_WARNING_FILL,
  SKH_INK_BAD, /* overdue */
  SKH_INK_BAD_FILL,
  SKH_INK_BUSY, /* in progress, a bar's own colour */
  SKH_INK_BUSY_FILL,
  SKH_INK_OFF, /* not applicable, ongoing */
  SKH_INK_OFF_FILL,
  SKH_INK_TODAY,
  SKH_INK_VOID,      /* a cell of which nothing is owed */
  SKH_INK_SELECTION, /* translucent band */
  SKH_INK_CURSOR,    /* outline of the current cell */
  SKH_N_INKS,
} SkhInk;

typedef enum
{
  SKH_SHAPE_RECT,          /* filled with ink */
  SKH_SHAPE_FRAME,         /* 1 px outline */
  SKH_SHAPE_ROUND,         /* rounded rectangle, fill `ink`, outline `ink2` */
  SKH_SHAPE_DASHES,        /* a dashed band across the rectangle */
  SKH_SHAPE_DIAMOND,       /* milestone, inscribed */
  SKH_SHAPE_TEXT,          /* one line, ellipsised at w */
  SKH_SHAPE_WRAPPED_TEXT,  /* as many lines as fit h */
  SKH_SHAPE_VERTICAL_TEXT, /* rotated to read upwards, wrapped to w, h long */
} SkhShape;

typedef enum
{
  SKH_FONT_BODY,
  SKH_FONT_SMALL,
  SKH_FONT_BOLD,
  SKH_FONT_SIGN, /* ✔ ◐ ✖ … – */
} SkhFont;

typedef struct
{
  guint8 shape; /* SkhShape */
  guint8 ink;   /* SkhInk */
  guint8 ink2;  /* outline, or NONE */
  guint8 font;  /* SkhFont */
  gint8 align;  /* of text: -1 start, 0 centre, 1 end */
  float x, y, w, h;
  const char *text; /* borrowed from the list's chunk or static */
} SkhPrimitive;

typedef struct _SkhDisplayList SkhDisplayList;

SkhDisplayList *skh_display_list_new (void);
void skh_display_list_free (SkhDisplayList *self);
void skh_display_list_clear (SkhDisplayList *self);
/* Where the origin of what is appended from now on lies. */
void skh_display_list_set_origin (SkhDisplayList *self, float x, float y);
const SkhPrimitive *skh_display_list_get (SkhDisplayList *self, guint *n);
/* What is there up to now is the ground: what marks a row, a selection, is painted over
   it and under what follows. Without a call the whole list is ground. */
void skh_display_list_end_ground (SkhDisplayList *self);
guint skh_display_list_get_n_ground (SkhDisplayList *self);

/* Adds a copy of a primitive of another list. */
void skh_display_list_add (SkhDisplayList *self, const SkhPrimitive *primitive);
void skh_display_list_rect (SkhDisplayList *self,
                            SkhInk ink,
                            float x,
                            float y,
                            float w,
                            float h);
void skh_display_list_frame (SkhDisplayList *self,
                             SkhInk ink,
                             float x,
                             float y,
                             float w,
                             float h);
void skh_display_list_round (SkhDisplayList *self,
                             SkhInk fill,
                             SkhInk outline,
                             float x,
                             float y,
                             float w,
                             float h);
void skh_display_list_shape (SkhDisplayList *self,
                             SkhShape shape,
                             SkhInk ink,
                             float x,
                             float y,
                             float w,
                             float h);
/* text_static: the text outlives the list. text: it is copied into the list. */
void skh_display_list_text_static (SkhDisplayList *self,
                                   SkhShape shape,
                                   SkhFont font,
                                   SkhInk ink,
                                   int align,
                                   float x,
                                   float y,
                                   float w,
                                   float h,
                                   const char *text);
void skh_display_list_text (SkhDisplayList *self,
                            SkhShape shape,
                            SkhFont font,
                            SkhInk ink,
                            int align,
                            float x,
                            float y,
                            float w,
                            float h,
                            const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhDisplayList, skh_display_list_free)

G_END_DECLS
