/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "skh-paper.h"

G_BEGIN_DECLS

gboolean skh_paper_printer_run (SkhPaper *paper, GtkWindow *parent, GError **error);

G_END_DECLS
