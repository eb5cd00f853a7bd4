/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* SkhRegistersPage: Sổ theo dõi: every register that has no page of its own, declared or
   made by the office, one of them at a time. */
#define SKH_TYPE_REGISTERS_PAGE (skh_registers_page_get_type ())
G_DECLARE_FINAL_TYPE (SkhRegistersPage,
                      skh_registers_page,
                      SKH,
                      REGISTERS_PAGE,
                      GtkWidget)

G_END_DECLS
