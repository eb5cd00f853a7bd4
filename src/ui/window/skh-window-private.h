/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-window.h"

#include "skh-day-button.h"
#include "skh-period-switch.h"
#include "skh-plan-button.h"
#include "skh-sidebar.h"

struct _SkhWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  GtkStack *main_stack; /* start, plan */
  SkhSidebar *sidebar;
  AdwWindowTitle *title;
  GtkButton *undo_button;
  GtkButton *redo_button;
  SkhPlanButton *plan_button;
  SkhDayButton *day_button;
  GtkMenuButton *search_button;
  SkhPeriodSwitch *period_switch;
  GtkInfoBar *read_only_bar;
  GtkLabel *read_only_label;
  GtkStack *pages;

  /* weak: the toast shown last */
  AdwToast *toast;

  /* owned */
  SkhSession *session;
  GSettings *settings;
  char *exported; /* the file written last: a toast's button is made before its target
                     is known, so the action has none */
};

void skh_window_install_actions (GtkWidgetClass *widget_class);
void skh_window_update_actions (SkhWindow *self);
void skh_window_show_page (SkhWindow *self, const char *name);
void skh_window_show_start (SkhWindow *self);
void skh_window_toast (SkhWindow *self, const char *text);
void skh_window_show_error (SkhWindow *self, const char *heading, const char *body);
