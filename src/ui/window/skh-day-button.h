/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhDayButton: shows the day the window is seen from, and opens what changes it. */
#define SKH_TYPE_DAY_BUTTON (skh_day_button_get_type ())
G_DECLARE_FINAL_TYPE (SkhDayButton, skh_day_button, SKH, DAY_BUTTON, GtkWidget)

void skh_day_button_set_session (SkhDayButton *self, SkhSession *session);

G_END_DECLS
