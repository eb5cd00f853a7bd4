/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-line-marker.h"

G_BEGIN_DECLS

/* SkhMarkPopover: asks what a mark needs: a day, a note, a reason. Enter does it, Escape
   does nothing. */
#define SKH_TYPE_MARK_POPOVER (skh_mark_popover_get_type ())
G_DECLARE_FINAL_TYPE (SkhMarkPopover, skh_mark_popover, SKH, MARK_POPOVER, GtkPopover)

GtkWidget *skh_mark_popover_new (SkhLineMarker *marker, SkhMark mark);

G_END_DECLS
