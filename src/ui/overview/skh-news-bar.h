/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhNewsBar: tells, once a day and workbook, what became overdue or falls due soon since
   it was last told: through the desk's notifications, or where there are none as a bar.
 */
#define SKH_TYPE_NEWS_BAR (skh_news_bar_get_type ())
G_DECLARE_FINAL_TYPE (SkhNewsBar, skh_news_bar, SKH, NEWS_BAR, AdwBin)

/* Looks once a workbook that is opened; a session seen from another day tells nothing. */
void skh_news_bar_set_session (SkhNewsBar *self, SkhSession *session);

G_END_DECLS
