/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-view.h"

G_BEGIN_DECLS

/* BenchFloor: the least that GTK can do for as many cells as a grid shows, the heads of
   rows and columns among them: one colour and one cached layout each. */
#define BENCH_TYPE_FLOOR (bench_floor_get_type ())
G_DECLARE_FINAL_TYPE (BenchFloor, bench_floor, BENCH, FLOOR, GtkWidget)

typedef struct
{
  int side, head, row, column; /* pixels */
} BenchFloorSizes;

GtkWidget *bench_floor_new (const BenchFloorSizes *sizes);
void bench_floor_measure (BenchFloor *self,
                          SkhGridView *view,
                          const char *name,
                          int n_rows,
                          int n_columns);

G_END_DECLS
