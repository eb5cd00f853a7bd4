/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhDayPopover: chooses the session's day: on a calendar, typed, or today. */
#define SKH_TYPE_DAY_POPOVER (skh_day_popover_get_type ())
G_DECLARE_FINAL_TYPE (SkhDayPopover, skh_day_popover, SKH, DAY_POPOVER, GtkPopover)

GtkWidget *skh_day_popover_new (SkhSession *session);

G_END_DECLS
