/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-view.h"
#include "skh-task-card.h"
#include "skh-timeline-filters.h"
#include "skh-timeline-page.h"
#include "skh-timeline-source.h"
#include "skh-timeline-zoom.h"

G_BEGIN_DECLS

struct _SkhTimelinePage
{
  GtkBox parent_instance;

  /* template */
  SkhTimelineFilters *filters;
  SkhTimelineZoom *zoom;
  GtkToggleButton *fold_button;
  GtkBox *filter_note;
  GtkLabel *filter_words;
  GtkScrolledWindow *scroller;
  SkhGridView *view;
  SkhTaskCard *card;
  GtkLabel *empty;

  /* owned */
  SkhSession *session;
  SkhTimelineSource *source;
  SkhTaskCard *hover_card;
  GHashTable *folded; /* sections, as "plan id/code" */

  /* The ledgers of all plans, while they are shown together. */
  GPtrArray *ledgers;          /* as they were loaded last; or NULL */
  SkhLedger *ledgers_followed; /* the session's when they were */
  GCancellable *loading;

  gint64 selected; /* id of a task, or 0 */
  guint moved_row;
  SkhDate moved_day; /* where its end would go; NONE while nothing is moved */
  SkhDate drag_from; /* the last day that the pointer took hold of, or NONE */
  double drag_x;     /* and where, in the content */
  gboolean updating;
};

/* NULL while there is nothing to show. */
SkhTimeline *skh_timeline_page_get_timeline (SkhTimelinePage *self);
/* The cursor's row; FALSE where there is none. */
gboolean skh_timeline_page_get_row (SkhTimelinePage *self, guint *row);
void skh_timeline_page_rebuild (SkhTimelinePage *self);

/* skh-timeline-page-years.c */
SkhTimelineSizes skh_timeline_page_get_sizes (SkhTimelinePage *self);
/* For the years of the drawing, in pixels. */
double skh_timeline_page_get_room (SkhTimelinePage *self);
void skh_timeline_page_show_day (SkhTimelinePage *self, SkhDate day, double align);
void skh_timeline_page_show_day_if_hidden (SkhTimelinePage *self, SkhDate day);
void skh_timeline_page_tell_stretch (SkhTimelinePage *self);
/* Another zoom is chosen, at a place in the view; another room is given. */
void skh_timeline_page_zoom (SkhTimelinePage *self, double x);
void skh_timeline_page_fit_room (SkhTimelinePage *self);

/* skh-timeline-page-plans.c */
GPtrArray *skh_timeline_page_list_ledgers (SkhTimelinePage *self);
void skh_timeline_page_follow_plans (SkhTimelinePage *self);
void skh_timeline_page_forget_plans (SkhTimelinePage *self);

/* skh-timeline-page-folds.c */
char *skh_timeline_page_dup_band_key (SkhTimeline *timeline, guint row);
gboolean
skh_timeline_page_find_band_key (SkhTimeline *timeline, const char *key, guint *row);
gboolean *skh_timeline_page_make_folded (SkhTimelinePage *self, SkhTimeline *timeline);
void skh_timeline_page_fold (SkhTimelinePage *self, guint row, gboolean folded);
void skh_timeline_page_unfold_section (SkhTimelinePage *self,
                                       SkhLedger *ledger,
                                       guint section);
void skh_timeline_page_fold_all (SkhTimelinePage *self, gboolean folded);

/* skh-timeline-page-move.c */
void skh_timeline_page_step_move (SkhTimelinePage *self, int days);
gboolean skh_timeline_page_finish_move (SkhTimelinePage *self);
gboolean skh_timeline_page_cancel_move (SkhTimelinePage *self);
void skh_timeline_page_init_move (SkhTimelinePage *self);

/* skh-timeline-page-keys.c */
void skh_timeline_page_init_keys (SkhTimelinePage *self);

G_END_DECLS
