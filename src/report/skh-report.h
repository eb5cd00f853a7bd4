/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-date.h"
#include "skh-drawing.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* SkhReport: what a report says, apart from where it is rendered. Screen, paper and Excel
   render the same object, so their numbers are the same numbers.

   A report is a title block (the letterhead of the office, the kind of document, what it
   is about) and tables. A table declares its columns and gives its rows one by one, so
   that a long one is never whole in memory. Totals and percentages are declared, not
   computed by the renderer: a cell of a PERCENT column or of a TOTAL row carries the
   report's own value, and the declaration lets a workbook show the live formula beside
   the same cached value. */

typedef enum
{
  SKH_CELL_EMPTY,
  SKH_CELL_TEXT,
  SKH_CELL_NUMBER,
  SKH_CELL_RATIO, /* 0 … 1, shown as 76,3% */
  SKH_CELL_DATE,
} SkhCellKind;

/* text is borrowed: valid until the next row is asked for. fill colours the cell as one
   of a drawing (a bar of a timeline); its text or its neighbours say the same. */
typedef struct
{
  SkhCellKind kind;
  SkhInk fill;
  union
  {
    const char *text;
    gint64 number;
    double ratio;
    SkhDate date;
  };
} SkhCell;

typedef enum
{
  SKH_COLUMN_TEXT,
  SKH_COLUMN_NUMBER,
  SKH_COLUMN_PERCENT, /* numerator column ÷ denominator column of the same row */
  SKH_COLUMN_DATE,
} SkhColumnKind;

typedef enum
{
  SKH_TOTAL_NONE,
  SKH_TOTAL_SUM,     /* of the BODY rows above */
  SKH_TOTAL_PERCENT, /* as the column's own rule, over the TOTAL row's cells */
} SkhColumnTotal;

typedef struct
{
  char *title;
  char *group_title; /* heading shared with neighbours that have the same; or NULL */
  char *top_title;   /* one more, over those; or NULL */
  SkhColumnKind kind;
  SkhColumnTotal total;
  guint numerator, denominator; /* column indexes, of a PERCENT column */
  double width;                 /* in characters of the body font */
  gboolean centred;
  gboolean marked; /* holds the day the report is seen from */
} SkhColumn;

typedef enum
{
  SKH_ROW_BODY,
  SKH_ROW_GROUP, /* a heading across the table: first cell's text */
  SKH_ROW_TOTAL, /* TỔNG */
} SkhRowKind;

/* How a body row should stand out. Renderers show it by more than colour. */
typedef enum
{
  SKH_TONE_NONE,
  SKH_TONE_GOOD,
  SKH_TONE_WARNING,
  SKH_TONE_BAD,
} SkhTone;

typedef struct
{
  SkhRowKind kind;
  SkhTone tone;
  SkhCell *cells; /* one a column; the table's, reused from row to row */
} SkhRow;

typedef struct _SkhTable SkhTable;

/* Fills row with row number `index` (0, 1, 2 …, always asked in order) and returns TRUE,
   or returns FALSE after the last. The cells are EMPTY when called. */
typedef gboolean (*SkhTableRowFunc) (SkhTable *table,
                                     guint index,
                                     SkhRow *row,
                                     gpointer user_data);

#define SKH_TYPE_REPORT (skh_report_get_type ())
G_DECLARE_FINAL_TYPE (SkhReport, skh_report, SKH, REPORT, GObject)

SkhReport *skh_report_new (void);

/* The letterhead and title block. Any may be NULL; lists are NULL-terminated. */
typedef struct
{
  char *superior;     /* ĐẢNG BỘ TỈNH QUẢNG NGÃI */
  char *organisation; /* THỊ ỦY ĐỨC PHỔ */
  char *symbol;       /* BC/TU: printed "Số      -BC/TU", the number's space kept */
  char *place;        /* Đức Phổ */
  SkhDate day;        /* SKH_DATE_NONE: the day's space is kept */
  char *kind;         /* BÁO CÁO */
  char *abstract;     /* tổng hợp tiến độ … quý I năm 2023 */
  char *addressee;    /* Kính gửi: … ; or NULL */
  char *note; /* one line under the abstract: "Số liệu tính đến ngày 15/4/2023" */
  char *authority; /* T/M BAN THƯỜNG VỤ */
  char *position;  /* PHÓ BÍ THƯ */
  char *signer;
  char *witness;     /* who signs at the left: XÁC NHẬN CỦA CHI BỘ; or NULL */
  char **recipients; /* Nơi nhận */
} SkhTitleBlock;

void skh_title_block_clear (SkhTitleBlock *self);

SkhTitleBlock *skh_report_get_title_block (SkhReport *self);

/* The sheet a report is made for; it lies on its side unless it is said to stand. */
typedef enum
{
  SKH_PAPER_A4,
  SKH_PAPER_A3,
  SKH_PAPER_A4_UPRIGHT,
} SkhPaperSize;

void skh_report_set_paper_size (SkhReport *self, SkhPaperSize size);
SkhPaperSize skh_report_get_paper_size (SkhReport *self);

/* sheet_name: the sheet's tab in a workbook, at most 31 characters, none of []:*?/\ . */
SkhTable *
skh_report_add_table (SkhReport *self, const char *sheet_name, const char *title);
guint skh_report_get_n_tables (SkhReport *self);
SkhTable *skh_report_get_table (SkhReport *self, guint index);

/* A letter of its own pages, with its own letterhead and signatures. A report of letters
   has no tables and no title block that is shown; each letter begins on a new page, which
   is its first. */
typedef enum
{
  SKH_PARAGRAPH_TEXT,    /* justified, the first line indented */
  SKH_PARAGRAPH_HEADING, /* stays with what follows */
  SKH_PARAGRAPH_DOTS,    /* lines to write on */
} SkhParagraphKind;

typedef struct
{
  SkhParagraphKind kind;
  char *text;
  guint n_lines; /* of DOTS */
} SkhParagraph;

typedef struct
{
  SkhTitleBlock title;
  GArray *paragraphs; /* SkhParagraph */
} SkhLetter;

SkhLetter *skh_letter_new (void);
void skh_letter_free (SkhLetter *self);
void skh_letter_add_paragraph (SkhLetter *self, SkhParagraphKind kind, const char *text);
void skh_letter_add_dots (SkhLetter *self, guint n_lines);
/* Takes the letter. */
void skh_report_add_letter (SkhReport *self, SkhLetter *letter);
guint skh_report_get_n_letters (SkhReport *self);
const SkhLetter *skh_report_get_letter (SkhReport *self, guint index);

void skh_table_set_subtitle (SkhTable *self, const char *subtitle);
void skh_table_set_empty_text (SkhTable *self, const char *text);
SkhColumn *skh_table_add_column (SkhTable *self,
                                 SkhColumnKind kind,
                                 const char *title,
                                 double width);
void skh_table_set_rows (SkhTable *self,
                         SkhTableRowFunc func,
                         gpointer user_data,
                         GDestroyNotify destroy);

/* A table that is a picture too: pages show the drawing (transfer full) in the place of
   the cells, a workbook the cells. */
void skh_table_set_drawing (SkhTable *self, SkhDrawing *drawing);
SkhDrawing *skh_table_get_drawing (SkhTable *self);

/* What a sign or a colour in the cells means; stands under the table in a workbook. */
typedef struct
{
  SkhInk fill;
  char *sign;
  char *meaning;
} SkhTableKey;

void
skh_table_add_key (SkhTable *self, SkhInk fill, const char *sign, const char *meaning);
const SkhTableKey *skh_table_get_keys (SkhTable *self, guint *n);

const char *skh_table_get_sheet_name (SkhTable *self);
const char *skh_table_get_title (SkhTable *self);
const char *skh_table_get_subtitle (SkhTable *self);
/* What stands under the header of a table without rows: "Không có việc quá hạn." */
const char *skh_table_get_empty_text (SkhTable *self);
guint skh_table_get_n_columns (SkhTable *self);
const SkhColumn *skh_table_get_column (SkhTable *self, guint index);

/* Gives the next row, borrowed until the following call; NULL after the last. rewind
   starts over, so that several renderers can read one table in turn. */
const SkhRow *skh_table_next_row (SkhTable *self);
void skh_table_rewind (SkhTable *self);

static inline void
skh_cell_set_text (SkhCell *cell, const char *text)
{
  cell->kind = text != NULL ? SKH_CELL_TEXT : SKH_CELL_EMPTY;
  cell->text = text;
}

static inline void
skh_cell_set_number (SkhCell *cell, gint64 number)
{
  cell->kind = SKH_CELL_NUMBER;
  cell->number = number;
}

static inline void
skh_cell_set_ratio (SkhCell *cell, double ratio)
{
  cell->kind = ratio >= 0 ? SKH_CELL_RATIO : SKH_CELL_EMPTY;
  cell->ratio = ratio;
}

static inline void
skh_cell_set_date (SkhCell *cell, SkhDate date)
{
  cell->kind = date != SKH_DATE_NONE ? SKH_CELL_DATE : SKH_CELL_EMPTY;
  cell->date = date;
}

G_END_DECLS
