/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-import.h"

G_BEGIN_DECLS

/* A source row: what its cells say, before and after the workbook was asked. said has a
   flag a field: whether the row says something there. */
typedef struct
{
  SkhRegisterImportRow row;
  SkhEntry *typed; /* what the row itself says */
  guint *columns;  /* of its list: one a field; borrowed */
  gboolean is_faulty;
} SkhRegisterImportLine;

struct _SkhRegisterImport
{
  SkhWorkbook *workbook;
  SkhRegister *reg;
  int default_year;
  GStringChunk *strings;
  GArray *wanted;      /* SkhListColumn: one a field, then TT */
  GPtrArray *mappings; /* the columns of each list, guint *: as wanted */
  GPtrArray *lines;    /* SkhRegisterImportLine */
  SkhImportResult result;
  guint n_reading_faults; /* the faults before the preview */
  guint n_reading_notes;  /* likewise */
};

/* — skh-register-import-list.c — */

void skh_register_import_name_columns (SkhRegisterImport *self);
/* Notes what is to be looked at: the row is taken in all the same. */
void skh_register_import_note (SkhRegisterImport *self,
                               const SkhRegisterImportLine *line,
                               guint field,
                               char *why);
void skh_register_import_refuse (SkhRegisterImport *self,
                                 SkhRegisterImportLine *line,
                                 guint field,
                                 const char *value,
                                 const char *why);

G_END_DECLS
