/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Labels as lists need them by the dozen: from the left, in one style class. */
GtkWidget *skh_label_new (const char *text, const char *css_class);
/* A GtkLabel, for what wraps or asks for its own width. */
GtkWidget *skh_text_label_new (const char *text, const char *css_class);
GtkWidget *skh_chip_new (const char *text, const char *css_class);
/* Flat, for a row: an icon whose name is its tooltip too. */
GtkWidget *skh_icon_button_new (const char *icon, const char *name);
void skh_menu_button_set_name (GtkMenuButton *button, const char *name);
void skh_list_box_clear (GtkListBox *list);
/* A drop-down of strings whose button shows so many characters at most. */
void skh_drop_down_keep_narrow (GtkDropDown *choice, int button_chars);

G_END_DECLS
