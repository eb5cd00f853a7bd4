/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhReportsPage: a report as it will be on paper, and its ways out: Excel, PDF, print.
 */
#define SKH_TYPE_REPORTS_PAGE (skh_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhReportsPage, skh_reports_page, SKH, REPORTS_PAGE, GtkWidget)

G_END_DECLS
