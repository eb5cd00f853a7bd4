/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"
#include "skh-ledger.h"
#include "skh-rect.h"

G_BEGIN_DECLS

/* SkhMatrix: units down, tasks (and their quarters) across, as display primitives. Pure:
   from a ledger, a period, a day and a filter to rows, columns and what is drawn of them.
 */
typedef struct _SkhMatrix SkhMatrix;

typedef struct
{
  SkhPeriod period;
  SkhDate on;
  const char *group;        /* only its units; NULL for all */
  guint section;            /* only its tasks; SKH_NO_INDEX for all */
  gboolean only_unfinished; /* columns and rows with something still to deliver */
  int text_height;          /* pixels of a line of the body's text; 0: the usual */
} SkhMatrixFilter;

/* What a matrix is laid out by, in pixels. */
typedef struct
{
  int head, side; /* of the parts that stay when the body scrolls */
  int row, column;
} SkhMatrixSizes;

/* The usual sizes: those of a desktop's usual text, and of paper. */
#define SKH_MATRIX_HEAD_HEIGHT 150
#define SKH_MATRIX_SIDE_WIDTH 250
#define SKH_MATRIX_ROW_HEIGHT 26
#define SKH_MATRIX_COLUMN_WIDTH 44

SkhMatrix *skh_matrix_new (SkhLedger *ledger, const SkhMatrixFilter *filter);
void skh_matrix_free (SkhMatrix *self);

const SkhMatrixSizes *skh_matrix_get_sizes (SkhMatrix *self);
guint skh_matrix_get_n_rows (SkhMatrix *self);
guint skh_matrix_get_n_columns (SkhMatrix *self);
guint skh_matrix_get_unit (SkhMatrix *self, guint row);
guint skh_matrix_get_task (SkhMatrix *self, guint column);
/* Index of the line in a cell, or SKH_NO_INDEX where nothing is owed. */
guint skh_matrix_get_assignment (SkhMatrix *self, guint row, guint column);
/* TRUE with the cell of a line that the filter shows. */
gboolean skh_matrix_find (SkhMatrix *self, guint assignment, guint *row, guint *column);

/* area: the part to draw, in coordinates of the whole content of that part. */
void skh_matrix_draw_body (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list);
void skh_matrix_draw_head (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list);
void skh_matrix_draw_side (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list);
void skh_matrix_draw_corner (SkhMatrix *self, SkhDisplayList *list);

/* "Đảng ủy xã Phổ Nhơn, đã nộp 7/9" (transfer full) */
char *skh_matrix_dup_row_name (SkhMatrix *self, guint row);
/* "Đảng ủy xã Phổ Nhơn, Gửi kế hoạch thực hiện, quá hạn 15 ngày" (transfer full) */
char *skh_matrix_dup_cell_name (SkhMatrix *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhMatrix, skh_matrix_free)

G_END_DECLS
