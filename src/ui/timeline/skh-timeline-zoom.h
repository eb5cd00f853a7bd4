/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-timeline-axis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhTimelineZoom: how close a timeline is looked at: four buttons, and Ctrl with the
   wheel and two fingers over a widget that it watches.

   Signal `changed` (double x): x is the place in the watched widget whose day should stay
   where it is, negative where none was pointed at. */
#define SKH_TYPE_TIMELINE_ZOOM (skh_timeline_zoom_get_type ())
G_DECLARE_FINAL_TYPE (SkhTimelineZoom, skh_timeline_zoom, SKH, TIMELINE_ZOOM, GtkBox)

void skh_timeline_zoom_watch (SkhTimelineZoom *self, GtkWidget *widget);
SkhZoom skh_timeline_zoom_get (SkhTimelineZoom *self);
void skh_timeline_zoom_set (SkhTimelineZoom *self, SkhZoom zoom);
/* 1 closer, -1 further off. */
void skh_timeline_zoom_step (SkhTimelineZoom *self, int step);

G_END_DECLS
