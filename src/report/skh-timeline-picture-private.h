/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The parts of the timeline's picture: what is laid out in one file and drawn in others.
 */

#include "skh-timeline-report-private.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_PICTURE_NUMBER,
  SKH_PICTURE_TASK,
  SKH_PICTURE_LEAD,
  SKH_PICTURE_DEADLINE,
  SKH_PICTURE_SHARE,
  SKH_N_PICTURE_COLUMNS,
} SkhPictureColumn;

/* Heights of a row and of the texts in it. */
typedef struct
{
  float row, texts[SKH_N_PICTURE_COLUMNS], remark, remark_width;
} SkhPictureRow;

#define SKH_N_PICTURE_KEYS 7

typedef struct
{
  SkhDrawing base;
  SkhTimeline *timeline;
  SkhTimelineAxis axis; /* the timeline's, as wide as paper is */
  SkhZoom zoom;
  SkhDate on;
  GArray *places;                         /* SkhTimelinePlace: a row */
  GArray *slices;                         /* SkhSpan */
  float edges[SKH_N_PICTURE_COLUMNS + 1]; /* of the side's columns */
  SkhPictureRow *heights;                 /* a row */
  float key_widths[SKH_N_PICTURE_KEYS];
  SkhDisplayList *scratch;
  char *on_text;
} SkhTimelinePicture;

#define SKH_PICTURE_AGAIN " (tiếp theo)" /* of a section that goes on overleaf */
#define SKH_PICTURE_UPPER_HEIGHT 22
#define SKH_PICTURE_LOWER_HEIGHT 20
#define SKH_PICTURE_PAD_X 4
#define SKH_PICTURE_PAD_Y 3
#define SKH_PICTURE_TODAY_WIDTH 2

const SkhTimelinePlace *skh_timeline_picture_get_row (const SkhTimelinePicture *self,
                                                      guint row);
char *skh_timeline_picture_dup_task_text (const SkhTimelinePicture *self,
                                          guint row,
                                          SkhPictureColumn column);
SkhFont skh_timeline_picture_get_font (SkhPictureColumn column);
float skh_timeline_picture_get_text_width (const SkhTimelinePicture *self,
                                           SkhPictureColumn column);
const SkhSpan *skh_timeline_picture_get_slice (const SkhTimelinePicture *self,
                                               guint slice);
void skh_timeline_picture_get_bounds (const SkhTimelinePicture *self,
                                      guint slice,
                                      float *from,
                                      float *width);
void skh_timeline_picture_draw_gridlines (SkhTimelinePicture *self,
                                          guint slice,
                                          gboolean upper,
                                          float height,
                                          SkhDisplayList *list);
void skh_timeline_picture_draw_today (SkhTimelinePicture *self,
                                      guint slice,
                                      float y,
                                      float height,
                                      SkhDisplayList *list);
void skh_timeline_picture_draw_head (SkhTimelinePicture *self,
                                     guint slice,
                                     SkhDisplayList *list);
void skh_timeline_picture_draw_corner (SkhTimelinePicture *self, SkhDisplayList *list);
void skh_timeline_picture_draw_side (const SkhTimelinePicture *self,
                                     const SkhDrawingPart *part,
                                     SkhDisplayList *list);
void skh_timeline_picture_draw_body (SkhTimelinePicture *self,
                                     const SkhDrawingPart *part,
                                     SkhDisplayList *list);
void skh_timeline_picture_measure_keys (SkhTimelinePicture *self,
                                        const SkhTextMeasure *with);
void skh_timeline_picture_draw_foot (SkhTimelinePicture *self, SkhDisplayList *list);

G_END_DECLS
