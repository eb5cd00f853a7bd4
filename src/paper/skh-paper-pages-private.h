/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-paper-block.h"
#include "skh-paper-drawing.h"
#include "skh-paper-pages.h"
#include "skh-paper-table.h"

G_BEGIN_DECLS

struct _SkhPaperPages
{
  SkhReport *report;              /* owned by the paper */
  const SkhPaperProfile *profile; /* owned by the paper */
  SkhTypesetter *typesetter;
  GPtrArray *blocks;
  GPtrArray *tables;
  GPtrArray *drawings;
  GArray *pieces;  /* of all pages, in order */
  GArray *starts;  /* guint: where each page's pieces begin */
  GArray *numbers; /* guint: of each page */

  /* The type area, and how far the last page is filled; in points. */
  double width;
  double height;
  double y;
};

/* A new page; is_first: of a letter. */
void skh_paper_pages_begin (SkhPaperPages *self, gboolean is_first);
/* Takes the block, which may be NULL. */
void skh_paper_pages_add (SkhPaperPages *self, SkhPaperBlock *block);

/* skh-paper-letter.c */
void skh_paper_letter_add (SkhPaperPages *pages, const SkhLetter *letter);

typedef enum
{
  SKH_PIECE_BLOCK,
  SKH_PIECE_HEAD,
  SKH_PIECE_ROWS,
  SKH_PIECE_ROW_PART,
  SKH_PIECE_DRAWING,
} SkhPieceKind;

/* Something on a page, y points below the top margin. */
typedef struct
{
  SkhPieceKind kind;
  float y;
  const SkhPaperBlock *block; /* borrowed; of a BLOCK */
  const SkhPaperTable *table; /* borrowed; of the others … */
  SkhPaperDrawing *drawing;   /* … and of a DRAWING, borrowed too */
  guint row, n;               /* n rows from row on; of a ROW_PART n lines of the row */
  guint first_line;
  guint slice; /* of a DRAWING */
} SkhPiece;

G_END_DECLS
