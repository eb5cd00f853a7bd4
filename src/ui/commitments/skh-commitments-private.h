/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-commitments-page.h"

#include "skh-commitment-store.h"
#include "skh-reader.h"
#include "skh-register-pane.h"

struct _SkhCommitmentsPage
{
  GtkWidget parent_instance;

  /* template */
  GtkLabel *counts, *warning;
  GtkButton *missing_button, *expect_button;
  GtkMenuButton *forms_button, *more_button;
  GtkBox *box;

  SkhSession *session;
  SkhReader *reader;
  SkhRegisterPane *pane;
};

GtkWindow *skh_commitments_page_get_window (SkhCommitmentsPage *self);
int skh_commitments_page_get_year (SkhCommitmentsPage *self);

/* Actions: skh-commitments-prompts.c, skh-commitments-forms.c */
void skh_commitments_page_expect (GtkWidget *widget, const char *name, GVariant *target);
void skh_commitments_page_allow (GtkWidget *widget, const char *name, GVariant *target);
void
skh_commitments_page_write_forms (GtkWidget *widget, const char *name, GVariant *target);
void
skh_commitments_page_print_forms (GtkWidget *widget, const char *name, GVariant *target);
