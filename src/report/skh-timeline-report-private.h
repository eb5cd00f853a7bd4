/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The two faces of the timeline on paper: a picture for pages, cells for a workbook. What
   they say of a task, they say in these words. */

#include "skh-report.h"
#include "skh-timeline-private.h"

G_BEGIN_DECLS

/* What stands in a row: a plan's or a section's band, or a task under it. */
typedef struct
{
  SkhLedger *ledger;
  guint section; /* SKH_NO_INDEX: the plan's band */
  guint task;    /* SKH_NO_INDEX: the band */
  guint number;  /* of the task in its plan (TT) */
  SkhRates rates;
} SkhTimelinePlace;

/* (element-type SkhTimelinePlace) (transfer full) */
GArray *skh_timeline_list_places (SkhTimeline *timeline, SkhDate on);
const SkhTask *skh_timeline_place_get_task (const SkhTimelinePlace *place);
/* "II.1. Học tập chuyên đề …" (transfer full) */
char *skh_timeline_place_dup_title (const SkhTimelinePlace *place);

typedef enum
{
  SKH_SPAN_YEAR,
  SKH_SPAN_QUARTER,
  SKH_SPAN_MONTH,
  SKH_SPAN_HALF_MONTH,
  SKH_SPAN_WEEK,
} SkhSpanKind;

typedef struct
{
  SkhDate first, last;
} SkhSpan;

/* Cuts the days from first to last. (element-type SkhSpan) (transfer full) */
GArray *skh_timeline_list_spans (SkhDate first, SkhDate last, SkhSpanKind kind);

/* How a task, or one period of it, stands. sign is never NULL. */
typedef struct
{
  SkhInk ink, fill;
  const char *sign;
} SkhTaskLook;

SkhTaskLook skh_timeline_get_look (const SkhRates *rates);
/* "! 3/17"; "" when nothing is expected. (transfer full) */
char *skh_timeline_dup_share (const SkhRates *rates);
/* "31/3/2023", "hằng quý", "thường xuyên" (transfer full) */
char *skh_timeline_dup_deadline (SkhLedger *ledger, const SkhTask *task);
/* What stands in the place of a bar: "? chờ: …"; NULL where something is drawn.
   (transfer full) */
char *skh_timeline_dup_remark (SkhLedger *ledger, const SkhTask *task);

/* Takes timeline. */
SkhDrawing *skh_timeline_picture_new (SkhTimeline *timeline,
                                      const SkhTimelineOptions *options,
                                      SkhPaperSize size);
void skh_timeline_table_fill (SkhTable *table,
                              SkhTimeline *timeline,
                              const SkhTimelineOptions *options);

G_END_DECLS
