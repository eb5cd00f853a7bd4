/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhStartPage: what stands where no workbook is open: open one, make one from a
   template, or go on with a recent one. */
#define SKH_TYPE_START_PAGE (skh_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhStartPage, skh_start_page, SKH, START_PAGE, GtkWidget)

GtkWidget *skh_start_page_new (SkhSession *session);
void skh_start_page_update (SkhStartPage *self);

G_END_DECLS
