/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhTimelineFilters: which tasks a timeline shows: of this plan or of all, by section,
   lead, state and period, all at once. Signal `changed`: choose again. */
#define SKH_TYPE_TIMELINE_FILTERS (skh_timeline_filters_get_type ())
G_DECLARE_FINAL_TYPE (SkhTimelineFilters,
                      skh_timeline_filters,
                      SKH,
                      TIMELINE_FILTERS,
                      GtkBox)

/* What can be chosen; a choice that is still there stays. */
void skh_timeline_filters_set_ledger (SkhTimelineFilters *self, SkhLedger *ledger);
void skh_timeline_filters_set_n_plans (SkhTimelineFilters *self, guint n);
/* The strings are borrowed until the next change. */
void skh_timeline_filters_fill (SkhTimelineFilters *self, SkhTimelineOptions *options);
/* The choices of which skh_timeline_filters_fill() would make these; changed is not told.
 */
void skh_timeline_filters_choose (SkhTimelineFilters *self,
                                  const SkhTimelineOptions *options);
void skh_timeline_filters_choose_section (SkhTimelineFilters *self, guint section);
void skh_timeline_filters_clear (SkhTimelineFilters *self);
gboolean skh_timeline_filters_lets_all_through (SkhTimelineFilters *self);
/* "II.1 Học tập · Ban Tuyên giáo · Quá hạn" */
char *skh_timeline_filters_dup_words (SkhTimelineFilters *self);

G_END_DECLS
