/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"
#include "skh-ledger.h"
#include "skh-rect.h"
#include "skh-timeline-axis.h"

G_BEGIN_DECLS

/* SkhTimeline: sections and tasks down, the year across, as display primitives. Pure:
   screen and paper draw the same. */
typedef struct _SkhTimeline SkhTimeline;

typedef enum
{
  SKH_TASK_ANY,
  SKH_TASK_OVERDUE, /* some line is overdue */
  SKH_TASK_DUE_SOON,
  SKH_TASK_OPEN, /* something is still to deliver */
  SKH_TASK_DONE,
} SkhTaskFilter;

typedef struct
{
  SkhDate on;
  SkhPeriod period; /* tasks with a line in it; a year for all */
  SkhZoom zoom;
  double room;      /* pixels for the drawing at the zoom of a year */
  guint section;    /* SKH_NO_INDEX for all */
  const char *lead; /* code of a leading unit or group; NULL for all */
  SkhTaskFilter state;
  const gboolean *folded; /* a section: its tasks are hidden; or NULL */
} SkhTimelineOptions;

#define SKH_TIMELINE_HEAD_HEIGHT 42
#define SKH_TIMELINE_SIDE_WIDTH 400
#define SKH_TIMELINE_ROW_HEIGHT 24

SkhTimeline *skh_timeline_new (SkhLedger *ledger, const SkhTimelineOptions *options);
void skh_timeline_free (SkhTimeline *self);

guint skh_timeline_get_n_rows (SkhTimeline *self);
guint skh_timeline_get_n_tasks (SkhTimeline *self);
/* Of the body: the year, and room for what stands beside a bar that ends with it. */
double skh_timeline_get_width (SkhTimeline *self);
/* The task of a row, or SKH_NO_INDEX for a section's band; then section is it. */
guint skh_timeline_get_task (SkhTimeline *self, guint row);
guint skh_timeline_get_section (SkhTimeline *self, guint row);
gboolean skh_timeline_find_task (SkhTimeline *self, guint task, guint *row);
const SkhTimelineAxis *skh_timeline_get_axis (SkhTimeline *self);

void
skh_timeline_draw_body (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list);
void
skh_timeline_draw_head (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list);
void
skh_timeline_draw_side (SkhTimeline *self, const SkhRect *area, SkhDisplayList *list);
void skh_timeline_draw_corner (SkhTimeline *self, SkhDisplayList *list);

/* "Gửi kế hoạch thực hiện, Các chi, đảng bộ, hạn 29/1/2023, 3/17, quá hạn" */
char *skh_timeline_dup_row_name (SkhTimeline *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhTimeline, skh_timeline_free)

G_END_DECLS
