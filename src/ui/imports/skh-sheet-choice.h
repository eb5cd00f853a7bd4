/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhSheetChoice: which sheet of a file a list is read from, each with the number of its
   rows. It is there only for a file that has several.

   Signal: `chosen` when a person took another sheet */
#define SKH_TYPE_SHEET_CHOICE (skh_sheet_choice_get_type ())
G_DECLARE_FINAL_TYPE (SkhSheetChoice, skh_sheet_choice, SKH, SHEET_CHOICE, GtkBox)

/* NULL: no file, and so no sheets. */
void skh_sheet_choice_set_file (SkhSheetChoice *self, const char *path);
/* The sheet that was read; nothing for NULL. */
void skh_sheet_choice_show (SkhSheetChoice *self, const char *sheet);
/* What the person took; NULL: the one that fits best. */
const char *skh_sheet_choice_get (SkhSheetChoice *self);

G_END_DECLS
