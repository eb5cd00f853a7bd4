/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhTaskEditor: one task as a form. Nothing is written before Save, which shows
   beforehand what it does to the units' lines; nothing typed is lost without a question.

   Signals
     saved (gint64)  the task's id
     closed          Esc, with nothing unsaved: back to the list */
#define SKH_TYPE_TASK_EDITOR (skh_task_editor_get_type ())
G_DECLARE_FINAL_TYPE (SkhTaskEditor, skh_task_editor, SKH, TASK_EDITOR, GtkBox)

void skh_task_editor_set_session (SkhTaskEditor *self, SkhSession *session);
/* Shows a task, unsaved text of another gone: ask first. 0: nothing. */
void skh_task_editor_show_task (SkhTaskEditor *self, gint64 task_id);
void skh_task_editor_show_new (SkhTaskEditor *self, const char *section);
/* FALSE when there is nothing unsaved; else a question is asked, and then called when it
   is answered so that the way is free. */
gboolean
skh_task_editor_ask_unsaved (SkhTaskEditor *self, SkhSessionThenFunc then, gpointer data);

G_END_DECLS
