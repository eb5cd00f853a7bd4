/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-display-list.h"
#include "skh-ledger.h"
#include "skh-rect.h"

G_BEGIN_DECLS

/* SkhMatrix: units down, tasks (and their quarters) across, as display primitives. Pure:
   from a ledger, a period, a day and a filter to rows, columns and what is drawn of them.
   Rows are units and, in an outline, the headings of their groups over them. */
typedef struct _SkhMatrix SkhMatrix;

typedef enum
{
  SKH_MATRIX_PLAN_ORDER,
  SKH_MATRIX_LEAST_DONE_FIRST, /* flat, whatever the outline */
  SKH_MATRIX_MOST_DONE_FIRST,
} SkhMatrixOrder;

typedef struct
{
  SkhPeriod period;
  SkhDate on;
  const char *group;        /* only its units; NULL for all */
  guint section;            /* only its tasks; SKH_NO_INDEX for all */
  gboolean only_unfinished; /* columns and rows with something still to deliver */
  gboolean only_overdue;    /* … with something overdue */
  gboolean outline;         /* headings of groups, sub-units under their units */
  GHashTable *folded;       /* codes of groups and units that are closed; or NULL */
  SkhMatrixOrder order;
  int text_height; /* pixels of a line of the body's text; 0: the usual */
} SkhMatrixFilter;

/* What a matrix is laid out by, in pixels. */
typedef struct
{
  int head, side; /* of the parts that stay when the body scrolls */
  int row, column;
} SkhMatrixSizes;

typedef enum
{
  SKH_MATRIX_FOLD_NONE,
  SKH_MATRIX_FOLD_OPEN,
  SKH_MATRIX_FOLD_CLOSED,
} SkhMatrixFold;

/* The usual sizes: those of a desktop's usual text, and of paper. */
#define SKH_MATRIX_HEAD_HEIGHT 150
#define SKH_MATRIX_SIDE_WIDTH 250
#define SKH_MATRIX_ROW_HEIGHT 26
#define SKH_MATRIX_COLUMN_WIDTH 44

SkhMatrix *skh_matrix_new (SkhLedger *ledger, const SkhMatrixFilter *filter);
void skh_matrix_free (SkhMatrix *self);

SkhLedger *skh_matrix_get_ledger (SkhMatrix *self);
SkhDate skh_matrix_get_on (SkhMatrix *self);
const SkhMatrixSizes *skh_matrix_get_sizes (SkhMatrix *self);
guint skh_matrix_get_n_rows (SkhMatrix *self);
guint skh_matrix_get_n_columns (SkhMatrix *self);
guint skh_matrix_get_n_units (SkhMatrix *self);
/* SKH_NO_INDEX for a heading. */
guint skh_matrix_get_unit (SkhMatrix *self, guint row);
guint skh_matrix_get_task (SkhMatrix *self, guint column);
SkhMatrixFold skh_matrix_get_fold (SkhMatrix *self, guint row);
/* Of the group or the unit of a row. */
const char *skh_matrix_get_code (SkhMatrix *self, guint row);
/* Index of the line in a cell, or SKH_NO_INDEX where nothing is owed. */
guint skh_matrix_get_assignment (SkhMatrix *self, guint row, guint column);
/* TRUE with the cell of a line that the filter shows. */
gboolean skh_matrix_find (SkhMatrix *self, guint assignment, guint *row, guint *column);

/* Shows a line as it will be when what was just done is on disk. */
void skh_matrix_set_pending (SkhMatrix *self,
                             guint assignment,
                             SkhState state,
                             SkhDate delivered_on);
/* Marks a cell as refused, and says why there; NULL takes the mark away. */
void skh_matrix_set_mark (SkhMatrix *self, guint row, guint column, const char *why);

/* area: the part to draw, in coordinates of the whole content of that part. */
void skh_matrix_draw_body (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list);
void skh_matrix_draw_head (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list);
void skh_matrix_draw_side (SkhMatrix *self, const SkhRect *area, SkhDisplayList *list);
void skh_matrix_draw_corner (SkhMatrix *self, SkhDisplayList *list);

/* "Đảng ủy xã Phổ Nhơn, đã nộp 7/9" (transfer full) */
char *skh_matrix_dup_row_name (SkhMatrix *self, guint row);
/* "Gửi kế hoạch thực hiện": a task, with its period where it has several. */
const char *skh_matrix_get_column_title (SkhMatrix *self, guint column);
/* "Đảng ủy xã Phổ Nhơn, Gửi kế hoạch thực hiện, quá hạn 15 ngày" (transfer full) */
char *skh_matrix_dup_cell_name (SkhMatrix *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhMatrix, skh_matrix_free)

G_END_DECLS
