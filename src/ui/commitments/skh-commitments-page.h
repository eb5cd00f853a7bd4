/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhCommitmentsPage: the register of commitments under what is counted of the year, with
   what is done for many people at once: who is expected, forms, the table by unit. */
#define SKH_TYPE_COMMITMENTS_PAGE (skh_commitments_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhCommitmentsPage,
                      skh_commitments_page,
                      SKH,
                      COMMITMENTS_PAGE,
                      GtkWidget)

G_END_DECLS
