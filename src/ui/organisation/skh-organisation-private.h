/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-organisation-edit.h"
#include "skh-organisation-window.h"
#include "skh-prompt.h"

G_BEGIN_DECLS

struct _SkhOrganisationWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkStack *stack;
  GtkListBox *unit_list, *group_list;
  GtkBox *unit_details, *group_details;
  GtkSearchEntry *search;
  AdwToastOverlay *toasts;

  /* owned */
  SkhSession *session;
  SkhOrganisation *organisation; /* as it is shown; NULL before the first look */

  gint64 unit_id, group_id; /* what is selected; 0: nothing */
  gboolean filling;
};

/* The selected ones, or NULL. */
const SkhUnitRecord *skh_organisation_window_get_unit (SkhOrganisationWindow *self);
const SkhGroupRecord *skh_organisation_window_get_group (SkhOrganisationWindow *self);

/* Tries an edit (transfer full), asks where lines change, and does it. A fault goes to
   the prompt, which is closed at the end; without one, below the window. */
void skh_organisation_window_apply (SkhOrganisationWindow *self,
                                    const char *question,
                                    SkhOrganisationEdit *edit,
                                    SkhPrompt *prompt);

/* The id of the unit or group of a row in the lists. */
gint64 skh_organisation_row_get_id (gpointer row);

/* Moving (skh-organisation-move.c): handlers of key-pressed, with Alt. */
void skh_organisation_window_make_movable (SkhOrganisationWindow *self, GtkWidget *row);
gboolean skh_organisation_window_press_unit_key (SkhOrganisationWindow *self,
                                                 guint key,
                                                 guint code,
                                                 GdkModifierType modifiers);
gboolean skh_organisation_window_press_group_key (SkhOrganisationWindow *self,
                                                  guint key,
                                                  guint code,
                                                  GdkModifierType modifiers);

/* Right-hand sides (skh-organisation-details.c). */
void skh_organisation_window_show_unit (SkhOrganisationWindow *self);
void skh_organisation_window_show_group (SkhOrganisationWindow *self);
/* cells → "chi bộ": what people call it. */
const char *skh_organisation_get_kind_words (const char *kind);
/* "1/4/2023 – 30/6/2023", "từ 1/4/2023" …; "" when open on both sides (transfer full). */
char *skh_organisation_dup_days (SkhDate from, SkhDate to);

/* Questions (skh-organisation-prompts.c). The records may be NULL: a new one. */
void skh_organisation_ask_unit (SkhOrganisationWindow *self, const SkhUnitRecord *unit);
void skh_organisation_ask_close (SkhOrganisationWindow *self, const SkhUnitRecord *unit);
void skh_organisation_ask_merge (SkhOrganisationWindow *self, const SkhUnitRecord *unit);
void skh_organisation_ask_group (SkhOrganisationWindow *self,
                                 const SkhGroupRecord *group);
void skh_organisation_ask_membership (SkhOrganisationWindow *self,
                                      const SkhMembership *membership,
                                      gint64 unit_id,
                                      gint64 group_id);
void skh_organisation_ask_include (SkhOrganisationWindow *self,
                                   const SkhGroupRecord *group);
void skh_organisation_ask_total (SkhOrganisationWindow *self,
                                 const SkhTotalRecord *total,
                                 gint64 unit_id);

G_END_DECLS
