/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-session.h"

G_BEGIN_DECLS

/* SkhSearchPopover: finds units and tasks by any words of their names, with or without
   Vietnamese marks, and goes to the one chosen. */
#define SKH_TYPE_SEARCH_POPOVER (skh_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (SkhSearchPopover,
                      skh_search_popover,
                      SKH,
                      SEARCH_POPOVER,
                      GtkPopover)

GtkWidget *skh_search_popover_new (SkhSession *session);

G_END_DECLS
