/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-list-book-private.h"
#include "skh-xlsx-strings.h"
#include "skh-xlsx-styles.h"

G_BEGIN_DECLS

/* An .xlsx file: which sheets it has, and what all of them need. */
typedef struct
{
  SkhListBook book;
  SkhXlsxStrings *strings;
  SkhXlsxStyles *styles;
  gboolean from_1904;
} SkhXlsxBook;

gboolean skh_xlsx_book_read_sheet (SkhXlsxBook *self,
                                   const char *part,
                                   SkhListSink *sink,
                                   GError **error);

G_END_DECLS
