/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhPreferencesWindow: what belongs to the desk and not to the workbook. */
#define SKH_TYPE_PREFERENCES_WINDOW (skh_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (SkhPreferencesWindow,
                      skh_preferences_window,
                      SKH,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *skh_preferences_window_new (GtkWindow *parent);

G_END_DECLS
