/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-date.h"

G_BEGIN_DECLS

/* SkhPrompt: a small window that asks for a few values, each known by a key. `accepted`
   is emitted when the user agrees; the window stays until its owner closes it, so that a
   fault can be said beside the field it is in. */
#define SKH_TYPE_PROMPT (skh_prompt_get_type ())
G_DECLARE_FINAL_TYPE (SkhPrompt, skh_prompt, SKH, PROMPT, AdwWindow)

/* action: what the button says, as "Add". */
SkhPrompt *skh_prompt_new (GtkWindow *parent, const char *title, const char *action);

void skh_prompt_add_note (SkhPrompt *self, const char *text);
void skh_prompt_add_text (SkhPrompt *self,
                          const char *key,
                          const char *title,
                          const char *text,
                          const char *hint);
/* A day as people type it; blank is none. */
void skh_prompt_add_day (SkhPrompt *self,
                         const char *key,
                         const char *title,
                         SkhDate day,
                         const char *hint);
void skh_prompt_add_choice (SkhPrompt *self,
                            const char *key,
                            const char *title,
                            const char *const *choices,
                            guint selected);

const char *skh_prompt_get_text (SkhPrompt *self, const char *key);
guint skh_prompt_get_choice (SkhPrompt *self, const char *key);
/* FALSE, with the fault said, when what is typed is no day. A day without a year is in
   default_year. */
gboolean
skh_prompt_get_day (SkhPrompt *self, const char *key, int default_year, SkhDate *day);
/* FALSE, with the fault said, when what is typed is no whole number. */
gboolean skh_prompt_get_number (SkhPrompt *self, const char *key, gint64 *number);

/* key NULL, or one that is not asked for: below all fields. message NULL: no fault. */
void skh_prompt_set_fault (SkhPrompt *self, const char *key, const char *message);

G_END_DECLS
