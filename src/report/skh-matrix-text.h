/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-assignment.h"
#include "skh-matrix.h"

G_BEGIN_DECLS

/* Cells of a matrix as a spreadsheet has them: rows apart by line ends, cells by tabs. */

/* Rows first … last, columns likewise. */
typedef struct
{
  guint first_row, last_row;
  guint first_column, last_column;
} SkhMatrixArea;

/* (transfer full) */
char *skh_matrix_dup_text (SkhMatrix *self, const SkhMatrixArea *area);

/* A cell of a pasted text that can't be taken. Cells beyond the grid have no mark. */
typedef struct
{
  guint row, column;
  char *value;
  char *why;
} SkhPasteFault;

/* What a pasted text would change. */
typedef struct
{
  GArray *edits;     /* SkhAssignmentEdit; their strings are the paste's */
  GPtrArray *faults; /* SkhPasteFault */
  guint n_same;      /* cells that say what is there */
  guint n_empty;     /* empty cells, which leave what is there */
  GStringChunk *strings;
} SkhMatrixPaste;

/* A text of one cell fills the whole area; else it is laid from its first cell on. */
SkhMatrixPaste *
skh_matrix_read_text (SkhMatrix *self, const char *text, const SkhMatrixArea *area);
void skh_matrix_paste_free (SkhMatrixPaste *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhMatrixPaste, skh_matrix_paste_free)

/* What a typed or pasted cell says of a line. FALSE with the sentence that says why not.
   An empty text says nothing: fields is 0. *reason owns the edit's reason. */
gboolean skh_line_parse_cell (const char *text,
                              SkhDate on,
                              int plan_year,
                              SkhAssignmentEdit *edit,
                              char **reason,
                              char **why);
/* The sentence for a day of delivery that can't be, or NULL. Static. */
const char *skh_day_fault_get_words (SkhDayFault fault);

G_END_DECLS
