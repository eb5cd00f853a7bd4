/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called when a file was chosen; not at all when the user thought better of it or the
   parent is gone. */
typedef void (*SkhFileChoiceFunc) (const char *path, gpointer user_data);

void skh_file_choice_open (GtkWindow *parent, SkhFileChoiceFunc func, gpointer user_data);
void
skh_file_choice_open_list (GtkWindow *parent, SkhFileChoiceFunc func, gpointer user_data);
/* A letter written in Word. */
void skh_file_choice_open_letter (GtkWindow *parent,
                                  SkhFileChoiceFunc func,
                                  gpointer user_data);
void skh_file_choice_folder (GtkWindow *parent,
                             const char *title,
                             SkhFileChoiceFunc func,
                             gpointer user_data);
/* Any file. destroy frees user_data, whatever comes of it. */
void skh_file_choice_open_any (GtkWindow *parent,
                               const char *title,
                               SkhFileChoiceFunc func,
                               gpointer user_data,
                               GDestroyNotify destroy);
void skh_file_choice_open_template (GtkWindow *parent,
                                    SkhFileChoiceFunc func,
                                    gpointer user_data);
void skh_file_choice_save (GtkWindow *parent,
                           const char *title,
                           const char *name,
                           const char *suffix,
                           SkhFileChoiceFunc func,
                           gpointer user_data);
void skh_file_choice_save_owned (GtkWindow *parent,
                                 const char *title,
                                 const char *name,
                                 const char *suffix,
                                 SkhFileChoiceFunc func,
                                 gpointer user_data,
                                 GDestroyNotify destroy);

G_END_DECLS
