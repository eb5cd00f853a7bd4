/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-input.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhFormDialog: a few fields asked for in a window of their own, which stays until what
   is typed is accepted.

   Signal: `submitted` on Enter or the action's button */
#define SKH_TYPE_FORM_DIALOG (skh_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkhFormDialog, skh_form_dialog, SKH, FORM_DIALOG, AdwWindow)

SkhFormDialog *
skh_form_dialog_new (GtkWindow *parent, const char *title, const char *action);
SkhInput *
skh_form_dialog_add_field (SkhFormDialog *self, const char *title, const char *text);
void skh_form_dialog_add (SkhFormDialog *self, const char *title, GtkWidget *widget);
/* What was refused, or NULL. */
void skh_form_dialog_set_fault (SkhFormDialog *self, const char *fault);

G_END_DECLS
