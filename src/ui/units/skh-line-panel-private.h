/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-line-panel.h"

#include "skh-attachment-list.h"
#include "skh-figure-row.h"
#include "skh-line-history-view.h"
#include "skh-link-section.h"

G_BEGIN_DECLS

struct _SkhLinePanel
{
  GtkBox parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *chased;
  GtkLabel *unit, *task, *chip, *due, *recipient, *missing, *day_fault, *reason_fault;
  GtkDropDown *state;
  GtkEntry *day, *document, *reason;
  GtkTextView *note;
  GtkWidget *reason_row, *via_row, *recipient_row;
  GtkBox *figures, *via, *evidence_row;
  SkhLineHistoryView *history;
  SkhLinkSection *links;

  SkhAttachmentList *evidence; /* made with the session */

  /* owned */
  SkhSession *session;
  gint64 assignment_id;
  gint64 shown_id; /* whose fields the widgets hold */
  gboolean updating;
};

const SkhAssignment *skh_line_panel_find (SkhLinePanel *self);
/* What is wrong with a field, or NULL. */
void skh_line_panel_say (GtkLabel *label, GtkEntry *entry, const char *fault);

/* Each writes what its field holds now, if that is another and fits. */
void skh_line_panel_keep_state (SkhLinePanel *self);
void skh_line_panel_keep_day (SkhLinePanel *self);
void skh_line_panel_keep_reason (SkhLinePanel *self);
void skh_line_panel_keep_document (SkhLinePanel *self);
void skh_line_panel_keep_note (SkhLinePanel *self);
void skh_line_panel_keep_figure (SkhLinePanel *self, SkhFigureRow *row);

G_END_DECLS
