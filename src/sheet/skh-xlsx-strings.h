/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-old-text.h"
#include "skh-zip-xml.h"

G_BEGIN_DECLS

/* A text of an .xlsx file, plain or in runs with typefaces of their own, while it is
   read: the same in the table of shared strings (<si>) and in a cell (<is>). */
typedef struct
{
  GString *text;
  GString *run; /* of the run that is being read */
  SkhOldEncoding run_encoding;
  gboolean has_fonts; /* a run has told its own typeface */
  gboolean in_run, in_text;
  guint in_reading; /* how the word is pronounced, in East Asia: not part of it */
  guint n_old_runs;
} SkhXlsxText;

void skh_xlsx_text_init (SkhXlsxText *self);
void skh_xlsx_text_clear (SkhXlsxText *self);
void skh_xlsx_text_start (SkhXlsxText *self);
void skh_xlsx_text_take (SkhXlsxText *self, SkhZipXml *xml, const SkhXmlEvent *event);

/* "_x000D_" is what Excel writes for a character that XML can't hold. */
void skh_xlsx_append_unescaped (GString *text, const char *escaped);

/* SkhXlsxStrings: the texts that cells share, packed. */
typedef struct _SkhXlsxStrings SkhXlsxStrings;

SkhXlsxStrings *
skh_xlsx_strings_read (const char *path, const char *part, GError **error);
void skh_xlsx_strings_free (SkhXlsxStrings *self);
/* NULL when there is no such string. has_fonts: its old text is read as Unicode. */
const char *
skh_xlsx_strings_get (SkhXlsxStrings *self, guint64 index, gboolean *has_fonts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhXlsxStrings, skh_xlsx_strings_free)

G_END_DECLS
