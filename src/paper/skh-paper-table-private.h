/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-paper-table.h"

G_BEGIN_DECLS

#define SKH_PAPER_PAD_X 3.5
#define SKH_PAPER_PAD_Y 2.5
#define SKH_PAPER_SIGN_SIZE 7.0
#define SKH_PAPER_SIGN_SPACE 10.0 /* before the first column's text, in a toned table */

/* A row of the paper: one of the report's, or the words that stand in an empty table. */
typedef enum
{
  SKH_PAPER_ROW_BODY = SKH_ROW_BODY,
  SKH_PAPER_ROW_GROUP = SKH_ROW_GROUP,
  SKH_PAPER_ROW_TOTAL = SKH_ROW_TOTAL,
  SKH_PAPER_ROW_EMPTY,
  SKH_N_PAPER_ROW_KINDS,
} SkhPaperRowKind;

typedef struct
{
  guint text; /* where its first cell's text begins; the others follow */
  guint16 n_lines;
  guint8 kind; /* SkhPaperRowKind */
  guint8 tone; /* SkhTone */
} SkhPaperRow;

struct _SkhPaperTable
{
  SkhTypesetter *typesetter; /* borrowed */
  SkhTable *source;          /* borrowed, for its columns */
  guint n_columns;
  gboolean has_tones;
  GByteArray *text; /* the cells' texts, each with its NUL */
  GArray *rows;     /* of SkhPaperRow */

  SkhPaperType types[SKH_N_PAPER_ROW_KINDS];
  SkhPaperType head_type;
  double line_height;
  double *edges; /* n_columns + 1 */
  double head_heights[2];
};

/* One cell as it is set: the columns it covers and the text. */
typedef struct
{
  guint column, span;
  const char *text;
  SkhAlign align;
} SkhPaperCell;

const SkhPaperRow *skh_paper_table_get_row (const SkhPaperTable *self, guint row);
gboolean skh_paper_table_next_cell (const SkhPaperTable *self,
                                    const SkhPaperRow *row,
                                    SkhPaperCell *cell);
double
skh_paper_table_get_title_width (const SkhPaperTable *self, guint column, guint span);
double
skh_paper_table_get_text_width (const SkhPaperTable *self, guint column, guint span);
guint skh_paper_table_get_group_span (const SkhPaperTable *self, guint column);

G_END_DECLS
