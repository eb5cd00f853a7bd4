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

/* What a timeline is laid out by, in pixels. Heights follow the text's. */
typedef struct
{
  int row, head; /* heights */
  int side;      /* width of what stands still */
  int digit;     /* about what a digit or a sign takes in a bar's count */
} SkhTimelineSizes;

typedef struct
{
  SkhDate on;
  SkhPeriod period; /* tasks with a line in it; a year for all */
  SkhZoom zoom;
  double room;         /* pixels for the drawing at the zoom of a year */
  const char *section; /* code of a section; NULL for all */
  const char *lead;    /* code of a leading unit or group; NULL for all */
  gboolean all_plans;  /* for whoever loads the ledgers: of every plan of the workbook */
  SkhTaskFilter state;
  const gboolean *folded;        /* a section, plan by plan: its tasks are hidden; NULL */
  const SkhTimelineSizes *sizes; /* NULL: the usual */
} SkhTimelineOptions;

/* The usual sizes: those of a desktop's usual text, and of paper. */
#define SKH_TIMELINE_HEAD_HEIGHT 42
#define SKH_TIMELINE_SIDE_WIDTH 400
#define SKH_TIMELINE_ROW_HEIGHT 24

SkhTimelineSizes skh_timeline_sizes_for_text (int height, int digit);

SkhTimeline *skh_timeline_new (SkhLedger *ledger, const SkhTimelineOptions *options);
SkhTimeline *skh_timeline_new_for_plans (SkhLedger *const *ledgers,
                                         guint n_ledgers,
                                         const SkhTimelineOptions *options);
void skh_timeline_free (SkhTimeline *self);

/* Both keep what was counted. */
void skh_timeline_set_zoom (SkhTimeline *self, SkhZoom zoom, double room);
void skh_timeline_set_folded (SkhTimeline *self, const gboolean *folded);
/* The end that a bar is being moved to; NONE takes it away. */
void skh_timeline_set_ghost (SkhTimeline *self, guint row, SkhDate day);

guint skh_timeline_get_n_rows (SkhTimeline *self);
guint skh_timeline_get_n_tasks (SkhTimeline *self);
const SkhTimelineSizes *skh_timeline_get_sizes (SkhTimeline *self);
/* Of the body: the years, and room for what stands beside a bar that ends with them. */
double skh_timeline_get_width (SkhTimeline *self);
/* The task of a row, or SKH_NO_INDEX for a band; then section is its, or SKH_NO_INDEX for
   a plan's. Both are indexes into the row's own ledger. */
guint skh_timeline_get_task (SkhTimeline *self, guint row);
guint skh_timeline_get_section (SkhTimeline *self, guint row);
SkhLedger *skh_timeline_get_ledger (SkhTimeline *self, guint row);
/* The place of a section's row in `folded`; SKH_NO_INDEX for a plan's. */
guint skh_timeline_get_fold (SkhTimeline *self, guint row);
guint skh_timeline_get_n_folds (SkhTimeline *self);
/* Of any of the plans, by its identifier; FALSE when it is filtered out or folded in. */
gboolean skh_timeline_find_task (SkhTimeline *self, gint64 task_id, guint *row);
const SkhTimelineAxis *skh_timeline_get_axis (SkhTimeline *self);
/* FALSE where there is no bar: a band, a milestone, a task without a last day. */
gboolean
skh_timeline_get_bar (SkhTimeline *self, guint row, SkhDate *first, SkhDate *last);

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
