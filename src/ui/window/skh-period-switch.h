/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhPeriodSwitch: the whole year or one of its quarters. */
#define SKH_TYPE_PERIOD_SWITCH (skh_period_switch_get_type ())
G_DECLARE_FINAL_TYPE (SkhPeriodSwitch, skh_period_switch, SKH, PERIOD_SWITCH, GtkWidget)

void skh_period_switch_set_session (SkhPeriodSwitch *self, SkhSession *session);

G_END_DECLS
