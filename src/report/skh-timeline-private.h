/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-timeline.h"

G_BEGIN_DECLS

/* One period of a periodic task: a diamond. */
typedef struct
{
  SkhDate day;     /* the period's last while its own is awaited */
  guint8 ink;      /* SkhInk */
  guint8 is_known; /* its day is */
  gint16 left;     /* days until it is due, if that is soon; else -1 */
} SkhTimelineMark;

/* How a task stands, counted when it is first seen and kept. */
typedef struct
{
  SkhRates rates;
  SkhDate due; /* of the soonest line that is due soon, or NONE */
  char *count; /* "! 3/17" */
  guint n_marks;
  SkhTimelineMark marks[];
} SkhTimelineStanding;

/* A task that the filter shows. */
typedef struct
{
  guint plan, section, task;
  SkhTimelineStanding *standing; /* NULL until it is seen */
} SkhTimelineTask;

/* A plan's band, a section's, or a task under it. */
typedef struct
{
  guint plan, section;
  guint shown; /* place in `shown`, or SKH_NO_INDEX: a band */
} SkhTimelineRow;

struct _SkhTimeline
{
  GPtrArray *ledgers; /* of the plans */
  guint *first_folds; /* a plan: where its sections begin in `folded` */
  gboolean *folded;
  SkhTimelineAxis axis;
  SkhTimelineSizes sizes;
  SkhZoom zoom;
  SkhDate on;
  GArray *shown; /* SkhTimelineTask */
  GArray *rows;  /* SkhTimelineRow */
  guint ghost_row;
  SkhDate ghost_day; /* or NONE */
};

SkhLedger *skh_timeline_get_plan_ledger (SkhTimeline *self, guint plan);
/* NULL for a band. */
const SkhTask *skh_timeline_get_task_record (SkhTimeline *self, guint row);
const SkhTimelineStanding *skh_timeline_get_standing (SkhTimeline *self, guint row);
SkhRates
skh_timeline_count_task (SkhLedger *ledger, const SkhTask *task, guint index, SkhDate on);
SkhTimelineStanding *
skh_timeline_standing_new (SkhLedger *ledger, guint task, SkhDate on);
void skh_timeline_standing_free (SkhTimelineStanding *self);
char *skh_timeline_dup_days_left (int days);
SkhDate skh_timeline_get_task_due (SkhLedger *ledger, const SkhTask *task);
int skh_timeline_get_end_margin (SkhTimeline *self);
void skh_timeline_set_day_width (SkhTimeline *self, double width);
void skh_timeline_draw_task (SkhTimeline *self,
                             guint row,
                             const SkhRect *area,
                             SkhDisplayList *list);
void skh_timeline_get_visible_rows (SkhTimeline *self,
                                    const SkhRect *area,
                                    guint *first,
                                    guint *end);

G_END_DECLS
