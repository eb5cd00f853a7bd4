/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-period.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_ZOOM_YEAR,
  SKH_ZOOM_QUARTER,
  SKH_ZOOM_MONTH,
  SKH_ZOOM_WEEK,
} SkhZoom;

/* SkhTimelineAxis: days of a year, or of several, on a line. Pure arithmetic. */
typedef struct
{
  SkhDate first, last; /* of the years */
  double day_width;    /* pixels a day */
} SkhTimelineAxis;

/* room: the pixels a year should fill at the zoom of a year. */
SkhTimelineAxis skh_timeline_axis_new (int year, SkhZoom zoom, double room);
SkhTimelineAxis
skh_timeline_axis_new_span (int first_year, int last_year, SkhZoom zoom, double room);
double skh_timeline_axis_get_width (const SkhTimelineAxis *self);
/* Where a day begins; the axis's ends for days outside it. */
double skh_timeline_axis_get_x (const SkhTimelineAxis *self, SkhDate day);
SkhDate skh_timeline_axis_get_day (const SkhTimelineAxis *self, double x);

/* A heading and the stretch it stands over. */
typedef struct
{
  SkhDate first;
  double x, width;
  SkhPeriodKind kind; /* NONE: weeks and days */
} SkhTick;

/* Ticks between two places, the upper row (quarters, or months) or the lower (months,
   weeks or days), by the zoom. Where there are several years, the upper row names them.
   (element-type SkhTick) (transfer full) */
GArray *skh_timeline_axis_list_ticks (const SkhTimelineAxis *self,
                                      SkhZoom zoom,
                                      gboolean upper,
                                      double from,
                                      double to);

#define SKH_TICK_TEXT_SIZE 24

/* What a heading says: "Quarter II", or "Quarter II/2024" where the year is a question.
 */
void skh_timeline_axis_write_tick (const SkhTimelineAxis *self,
                                   const SkhTick *tick,
                                   gboolean upper,
                                   char text[SKH_TICK_TEXT_SIZE]);

G_END_DECLS
