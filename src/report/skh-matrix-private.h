/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-matrix.h"

G_BEGIN_DECLS

/* Delivered of owed: what a heading's cell says of its units. */
typedef struct
{
  guint delivered, owed;
} SkhMatrixCount;

typedef struct
{
  guint unit;  /* index, or SKH_NO_INDEX of a heading */
  guint group; /* of a heading, index; or SKH_NO_INDEX */
  guint depth;
  SkhMatrixFold fold;
  SkhRates rates; /* of a heading the sum of its units' */
  char percent[8];
  SkhMatrixCount *counts; /* of a heading: one a column */
} SkhMatrixRow;

typedef struct
{
  guint task;
  guint number; /* of the task and period, in the ledger's order */
  SkhPeriod period;
  SkhDate due; /* of its first line; NONE last */
  const char *title;
  const char *due_text;
} SkhMatrixColumn;

struct _SkhMatrix
{
  SkhLedger *ledger;
  SkhPeriod period;
  SkhDate on;
  SkhMatrixSizes sizes;
  GArray *rows;        /* SkhMatrixRow */
  GArray *columns;     /* SkhMatrixColumn */
  guint *cells;        /* assignment, row by row */
  guint n_units;       /* that the filter shows, in rows or folded away */
  GHashTable *pending; /* assignment + 1 → SkhLine */
  GHashTable *marks;   /* cell + 1 → why */
  GStringChunk *strings;
};

/* The rows of the units that are flagged, by the filter's order and folds. */
void skh_matrix_fill_rows (SkhMatrix *self,
                           const SkhMatrixFilter *filter,
                           const gboolean *shown);
void skh_matrix_row_clear (SkhMatrixRow *row);
SkhMatrixRow *skh_matrix_get_row (SkhMatrix *self, guint row);
const SkhMatrixColumn *skh_matrix_get_column (SkhMatrix *self, guint column);
/* The line as it is shown: with what is pending. */
SkhAssignment skh_matrix_get_line (SkhMatrix *self, guint assignment);
const char *skh_matrix_get_mark (SkhMatrix *self, guint row, guint column);

G_END_DECLS
