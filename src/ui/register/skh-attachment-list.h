/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-link-store.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhAttachmentList: the files in one field of a thing: to add (by a button, or dropped
   there), open and remove. A file that cannot be attached, or whose content the workbook
   no longer holds, is said here.

   Signals
     wanted (path)   a file is to be attached to a thing that is not kept yet */
#define SKH_TYPE_ATTACHMENT_LIST (skh_attachment_list_get_type ())
G_DECLARE_FINAL_TYPE (SkhAttachmentList,
                      skh_attachment_list,
                      SKH,
                      ATTACHMENT_LIST,
                      GtkBox)

/* kind and field: borrowed for as long as it lives, such as interned ones. */
GtkWidget *skh_attachment_list_new (SkhSession *session,
                                    const char *title,
                                    const char *kind,
                                    const char *field);
/* 0: not kept yet. */
void skh_attachment_list_show (SkhAttachmentList *self, gint64 id);
void skh_attachment_list_add (SkhAttachmentList *self, const char *path);

G_END_DECLS
