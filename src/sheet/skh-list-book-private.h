/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-list-reader.h"

G_BEGIN_DECLS

/* What Excel's sheets hold at most. */
#define SKH_SHEET_MAX_ROWS 1048576
#define SKH_SHEET_MAX_COLUMNS 16384

SkhListSource *skh_list_source_new (const char *file, const char *sheet);

/* A block of merged cells; rows as people count them, columns from 0. */
typedef struct
{
  guint first_row, last_row;
  guint first_column, last_column;
} SkhListMerge;

/* Where the rows of a sheet go, and what the sheet says besides. */
typedef struct
{
  SkhListRowFunc func;
  gpointer user_data;
  GArray *merges;         /* SkhListMerge */
  GArray *hidden_columns; /* guint */
  guint n_old_cells;
} SkhListSink;

/* The row that is being read: cells come in any order, and a blank row is none. */
typedef struct
{
  GPtrArray *cells;
} SkhListRowBuilder;

void skh_list_row_builder_init (SkhListRowBuilder *self);
void skh_list_row_builder_clear (SkhListRowBuilder *self);
void skh_list_row_builder_set (SkhListRowBuilder *self, guint column, const char *text);
/* (transfer full) (nullable): the row, and the builder is empty again */
SkhListRow *
skh_list_row_builder_end (SkhListRowBuilder *self, guint number, gboolean hidden);

typedef struct
{
  char *name;
  char *part; /* of the file */
  gboolean hidden;
} SkhListSheet;

/* A workbook of either format, open for reading. */
typedef struct _SkhListBook SkhListBook;
struct _SkhListBook
{
  char *path;
  GPtrArray *sheets; /* SkhListSheet */
  gboolean (*read) (SkhListBook *self, guint sheet, SkhListSink *sink, GError **error);
  void (*close) (SkhListBook *self);
};

void skh_list_book_init (SkhListBook *self, const char *path);
void skh_list_book_clear (SkhListBook *self);
void skh_list_book_add_sheet (SkhListBook *self,
                              const char *name,
                              const char *part,
                              gboolean hidden);
gboolean skh_list_book_fail_damaged (const char *path, GError **error);

SkhListBook *skh_xlsx_book_open (const char *path, GError **error);
SkhListBook *skh_xls_book_open (const char *path, GError **error);

/* NULL without an error: the file is no workbook, so it is text. */
SkhListBook *skh_list_book_open (const char *path, GError **error);
void skh_list_book_free (SkhListBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhListBook, skh_list_book_free)

G_END_DECLS
