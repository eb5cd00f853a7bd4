/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhOverviewPage: what is overdue, due soon, delivered and missing on the session's day,
   each one click from its list. */
#define SKH_TYPE_OVERVIEW_PAGE (skh_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhOverviewPage, skh_overview_page, SKH, OVERVIEW_PAGE, GtkWidget)

G_END_DECLS
