/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-chase-window.h"

#include "skh-chase-list.h"
#include "skh-paper-view.h"

G_BEGIN_DECLS

struct _SkhChaseWindow
{
  AdwWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkSpinner *spinner;
  GtkCheckButton *all_check;
  GtkListView *list;
  GtkStack *views;
  GtkWidget *excel_button, *pdf_button, *letter_button, *copy_button;
  SkhPaperView *paper;
  GtkTextView *message;
  GtkCheckButton *group_check;
  GtkWidget *record_bar, *record_button, *day_entry;
  GtkLabel *record_label;
  GtkDropDown *how_choice;
  GtkEntry *who_entry, *note_entry;

  /* owned */
  SkhSession *session;
  SkhChaseList *chosen;
  GListStore *units;    /* SkhChaseItem */
  GHashTable *left_out; /* gint64: lines that are not ticked */
  GCancellable *making;
  char *offered_day; /* what the day's entry was given */
  guint refresh;     /* idle source */

  guint n_busy;
  gboolean updating;
};

void skh_chase_window_toast (SkhChaseWindow *self,
                             const char *text,
                             const char *button,
                             const char *action);
void skh_chase_window_offer_day (SkhChaseWindow *self, const char *day);
void skh_chase_window_record (SkhChaseWindow *self);
void skh_chase_window_remove (GtkWidget *widget, const char *name, GVariant *parameter);
void skh_chase_window_install_letters (GtkWidgetClass *widget_class);
void skh_chase_window_update_letters (SkhChaseWindow *self);
void skh_chase_window_set_busy (SkhChaseWindow *self, gboolean is_busy);
/* A list, a letter or a message was made: offers to record that it chased. */
void skh_chase_window_offer (SkhChaseWindow *self, SkhChaseHow how, const char *what);

G_END_DECLS
