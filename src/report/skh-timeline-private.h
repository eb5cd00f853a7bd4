/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-timeline.h"

G_BEGIN_DECLS

/* Room after the year for what stands beside a bar that ends with it. */
#define SKH_TIMELINE_END_MARGIN 72

/* A section's band, or a task under it. */
typedef struct
{
  guint section;
  guint task; /* SKH_NO_INDEX: the section's band */
} SkhTimelineRow;

struct _SkhTimeline
{
  SkhLedger *ledger;
  SkhTimelineAxis axis;
  SkhZoom zoom;
  SkhDate on;
  SkhPeriod year;
  gboolean *folded; /* a section */
  GArray *rows;     /* SkhTimelineRow */
  guint n_tasks;
  GStringChunk *strings;
  const char **progress; /* a row: "! 3/17" */
};

const SkhTask *skh_timeline_get_task_record (SkhTimeline *self, guint task);
SkhRates skh_timeline_get_task_rates (SkhTimeline *self, guint task);

G_END_DECLS
