/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-entry.h"
#include "skh-import.h"
#include "skh-list-reader.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* SkhRegisterImport: lists on their way into a register, any register. Sources are added,
   the whole is previewed against the workbook, and what is accepted is applied as one
   act.

   The header is known by the fields' names, titles, keys and other names; columns that
   are none of these are left alone. What a cell does not say stays as it is. A row is
   known to be an entry that is there by what tells entries of the register apart; the
   same list twice changes nothing. The header where it is repeated, and rows without a
   number at the foot of a list whose rows are numbered, are no entries: they are counted
   as skipped. */
typedef struct _SkhRegisterImport SkhRegisterImport;

typedef struct
{
  const char *file;
  const char *sheet; /* NULL for text */
  guint number;      /* of the row in it */
  SkhImportOutcome outcome;
  SkhEntry *entry;  /* as it will be */
  SkhEntry *before; /* as it is; NULL: not there */
} SkhRegisterImportRow;

SkhRegisterImport *skh_register_import_new (SkhWorkbook *workbook,
                                            const char *register_id,
                                            int default_year,
                                            GError **error);
void skh_register_import_free (SkhRegisterImport *self);
SkhRegister *skh_register_import_get_register (SkhRegisterImport *self);

/* The best sheet of a file, or the one of this name; - is standard input. */
gboolean skh_register_import_add_file (SkhRegisterImport *self,
                                       const char *path,
                                       const char *sheet,
                                       GError **error);
gboolean skh_register_import_add_source (SkhRegisterImport *self,
                                         const SkhListSource *source,
                                         GError **error);
gboolean skh_register_import_preview (SkhRegisterImport *self, GError **error);
gboolean skh_register_import_apply (SkhRegisterImport *self, GError **error);

const SkhImportResult *skh_register_import_get_result (SkhRegisterImport *self);
const SkhRegisterImportRow *skh_register_import_get_row (SkhRegisterImport *self,
                                                         guint index);

/* One sentence a row that is to be added or changed, in the list's order: "Row 5, Lê Văn
   Mẫu: Position: “Phó Bí thư” → “Bí thư”". (transfer full) (element-type utf8) */
GPtrArray *skh_register_import_list_changes (SkhRegisterImport *self,
                                             SkhImportOutcome outcome,
                                             guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhRegisterImport, skh_register_import_free)

G_END_DECLS
