/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhInput: one text of a form: its name above it, what is wrong with it below. With
   more than one line it wraps.

   Properties: title, lines
   Signals: `edited` when a person changed the text; `activate` on Enter in one line */
#define SKH_TYPE_INPUT (skh_input_get_type ())
G_DECLARE_FINAL_TYPE (SkhInput, skh_input, SKH, INPUT, GtkBox)

GtkWidget *skh_input_new (const char *title);
char *skh_input_dup_text (SkhInput *self);
void skh_input_set_text (SkhInput *self, const char *text);
gboolean skh_input_read_day (SkhInput *self, int default_year, SkhDate *day);
void skh_input_set_day (SkhInput *self, SkhDate day);
void skh_input_set_fault (SkhInput *self, const char *fault);

G_END_DECLS
