/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-sheet-formats.h"

G_BEGIN_DECLS

/* SkhSheetPage: one sheet being written from the top down. In libxlsxwriter's
   constant-memory mode a row is on disk when the next begins, so nothing goes back. */
typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  SkhSheetFormats *formats;
  lxw_row_t row;       /* the next free one */
  guint n_columns;     /* of the widest table on the sheet */
  guint n_left;        /* columns under the left block of the letterhead */
  gboolean has_header; /* a table's heading is repeated and frozen already */
  lxw_error error;     /* the first that came back */
} SkhSheetPage;

void skh_sheet_page_note (SkhSheetPage *self, lxw_error error);
/* Text across columns first … last of the current row. */
void skh_sheet_page_span (SkhSheetPage *self,
                          guint first,
                          guint last,
                          const char *text,
                          lxw_format *format);
void skh_sheet_page_write_letterhead (SkhSheetPage *self, const SkhTitleBlock *block);
void
skh_sheet_page_write_heading (SkhSheetPage *self, const char *title, const char *note);
void skh_sheet_page_write_foot (SkhSheetPage *self, const SkhTitleBlock *block);
void skh_sheet_page_write_table (SkhSheetPage *self, SkhTable *table);

G_END_DECLS
