/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Frames of a widget, measured from its snapshot to its pixels. */

#define BENCH_WIDTH 1366
#define BENCH_HEIGHT 768

GtkWidget *bench_show (GtkWidget *child);
void bench_settle (void);
/* In milliseconds. */
double bench_measure_frame (GtkWidget *widget, GskRenderer *renderer);
/* Sorts values. */
double bench_get_median (double *values, guint n);

G_END_DECLS
