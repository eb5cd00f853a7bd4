/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-view.h"
#include "skh-line-marker.h"
#include "skh-line-panel.h"
#include "skh-matrix-source.h"
#include "skh-matrix-text.h"
#include "skh-unit-checklist.h"
#include "skh-unit-filters.h"
#include "skh-units-page.h"
#include "skh-view-choice.h"

G_BEGIN_DECLS

struct _SkhUnitsPage
{
  GtkBox parent_instance;

  /* template */
  GtkToggleButton *by_unit, *by_matrix;
  SkhViewChoice *views;
  SkhUnitFilters *filters;
  GtkBox *filter_note;
  GtkLabel *filter_words;
  GtkStack *stack;
  SkhGridView *view;
  SkhUnitChecklist *checklist;
  SkhLinePanel *panel;
  GtkLabel *legend;
  GtkMenuButton *mark_button;

  /* owned */
  SkhSession *session;
  SkhMatrixSource *source;
  SkhLineMarker *marker;
  GHashTable *folded; /* codes of groups and units */
  GPtrArray *marks;   /* SkhPasteFault: the cells a paste was refused in; or NULL */

  gboolean updating, pasting;
};

SkhLedger *skh_units_page_get_ledger (SkhUnitsPage *self);
void skh_units_page_rebuild (SkhUnitsPage *self);

/* Acts: skh-units-page-acts.c */
void skh_units_page_gather (SkhUnitsPage *self);
void skh_units_page_mark_refused (SkhUnitsPage *self, SkhMatrix *matrix);
void skh_units_page_install_acts (GtkWidgetClass *class);
void skh_units_page_init_acts (SkhUnitsPage *self);

/* Views: skh-units-page-views.c */
void skh_units_page_show_filter (SkhUnitsPage *self);
void skh_units_page_take_view (SkhUnitsPage *self, const char *query);
void skh_units_page_update_view_acts (SkhUnitsPage *self);
void skh_units_page_install_view_acts (GtkWidgetClass *class);
void skh_units_page_init_views (SkhUnitsPage *self);

/* The clipboard: skh-units-page-paste.c */
gboolean skh_units_page_get_area (SkhUnitsPage *self, SkhMatrixArea *area);
void skh_units_page_copy (SkhUnitsPage *self);
void skh_units_page_paste (SkhUnitsPage *self);

G_END_DECLS
