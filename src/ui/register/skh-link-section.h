/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-link-store.h"
#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhLinkSection: what a thing is linked to, with a way there and a way to link more: a
   document to tasks, anything else to documents. It follows the workbook by itself. */
#define SKH_TYPE_LINK_SECTION (skh_link_section_get_type ())
G_DECLARE_FINAL_TYPE (SkhLinkSection, skh_link_section, SKH, LINK_SECTION, GtkBox)

/* kind: of the things shown here; interned or static. */
GtkWidget *skh_link_section_new (void);
void skh_link_section_set_thing (SkhLinkSection *self,
                                 SkhSession *session,
                                 const char *kind,
                                 gint64 id);

G_END_DECLS
