/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"

G_BEGIN_DECLS

/* SkhDrawing: a picture made of rows that may be longer and wider than a page. Paper cuts
   it between rows, and across into the slices the drawing names; its head and its side
   stand on every page, its foot at the end of each. Screen and paper paint what it
   appends; lengths are logical pixels, from the top left of each part. */
typedef struct _SkhDrawing SkhDrawing;

typedef enum
{
  SKH_PANE_CORNER, /* over the side */
  SKH_PANE_HEAD,   /* over a slice */
  SKH_PANE_SIDE,   /* a row's own columns */
  SKH_PANE_BODY,   /* a row in a slice */
  SKH_PANE_FOOT,   /* across the page: what signs and colours mean */
} SkhPane;

/* How text is measured by who will paint it. */
typedef struct
{
  double (*get_width) (gpointer data, SkhFont font, const char *text);
  /* of text wrapped to width */
  double (*get_height) (gpointer data, SkhFont font, double width, const char *text);
  gpointer data;
} SkhTextMeasure;

/* What is drawn: a part, and of the side and the body a row. again: the row is a heading
   that stands once more over rows which go on from the page before. */
typedef struct
{
  SkhPane pane;
  guint slice;
  guint row;
  gboolean again;
} SkhDrawingPart;

typedef struct
{
  void (*lay_out) (SkhDrawing *self, double width, const SkhTextMeasure *measure);
  double (*get_row_height) (SkhDrawing *self, guint row);
  guint (*get_heading) (SkhDrawing *self, guint row);
  void (*draw) (SkhDrawing *self, const SkhDrawingPart *part, SkhDisplayList *list);
  void (*free) (SkhDrawing *self);
} SkhDrawingFuncs;

struct _SkhDrawing
{
  const SkhDrawingFuncs *funcs;
  double scale; /* points a pixel takes on paper */
  /* made by laying out */
  double side_width, body_width, head_height, foot_height;
  guint n_rows, n_slices;
};

void skh_drawing_lay_out (SkhDrawing *self, double width, const SkhTextMeasure *measure);
double skh_drawing_get_row_height (SkhDrawing *self, guint row);
guint skh_drawing_get_heading (SkhDrawing *self, guint row);
void
skh_drawing_draw (SkhDrawing *self, const SkhDrawingPart *part, SkhDisplayList *list);
void skh_drawing_free (SkhDrawing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhDrawing, skh_drawing_free)

G_END_DECLS
