/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-source.h"
#include "skh-timeline.h"

G_BEGIN_DECLS

/* SkhTimelineSource: a timeline as what a grid view shows. A row is one cell, its head.
 */
#define SKH_TYPE_TIMELINE_SOURCE (skh_timeline_source_get_type ())
G_DECLARE_FINAL_TYPE (SkhTimelineSource,
                      skh_timeline_source,
                      SKH,
                      TIMELINE_SOURCE,
                      GObject)

SkhTimelineSource *skh_timeline_source_new (void);
/* Takes the timeline; NULL shows nothing. */
void skh_timeline_source_set_timeline (SkhTimelineSource *self, SkhTimeline *timeline);
SkhTimeline *skh_timeline_source_get_timeline (SkhTimelineSource *self);

G_END_DECLS
