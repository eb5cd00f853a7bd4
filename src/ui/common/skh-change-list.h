/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-change-preview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an edit would do to the lines of checklists, said before it is done. */

/* The lines, scrolled: a GtkWidget with a floating reference. */
GtkWidget *skh_change_list_new (const SkhChangePreview *preview);
/* "3 lines added; 2 lines ended", or an empty text: (transfer full) */
char *skh_change_list_dup_summary (const SkhChangePreview *preview);

G_END_DECLS
