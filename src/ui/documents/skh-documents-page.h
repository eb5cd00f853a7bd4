/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhDocumentsPage: Văn bản: the register `documents`, and in its form what a document
   has beside its fields: what it is linked from, and its recipients. */
#define SKH_TYPE_DOCUMENTS_PAGE (skh_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhDocumentsPage,
                      skh_documents_page,
                      SKH,
                      DOCUMENTS_PAGE,
                      GtkWidget)

G_END_DECLS
