/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-import.h"
#include "skh-plan-draft.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* SkhUnitImport: a list of units on its way into a workbook. Sources are added, the whole
   is previewed against the workbook's ledger, and what is accepted is applied as one act.

   A source row is a row that says something about a unit. Titles above the header, the
   header where it is repeated, TỔNG rows and headings that name a group ("I. Các chi,
   đảng bộ …") are not: they are counted as skipped. A heading gives its group to the
   units below it whose own cell names none. A heading that names no group of the workbook
   is a source row and refused, so that what it would have said is not lost unseen. */
typedef struct _SkhUnitImport SkhUnitImport;

typedef struct
{
  const char *file;
  const char *sheet; /* NULL for text */
  guint number;      /* of the row in it */
  SkhImportOutcome outcome;
  SkhUnitDraft
    unit; /* strings of the import; code NULL when it was refused without one */
} SkhUnitImportRow;

SkhUnitImport *skh_unit_import_new (SkhLedger *ledger);
void skh_unit_import_free (SkhUnitImport *self);

gboolean skh_unit_import_add_source (SkhUnitImport *self,
                                     const SkhListSource *source,
                                     GError **error);
/* sheet: NULL for the one with the best header. */
gboolean skh_unit_import_add_file (SkhUnitImport *self,
                                   const char *path,
                                   const char *sheet,
                                   GError **error);
void skh_unit_import_preview (SkhUnitImport *self);
gboolean
skh_unit_import_apply (SkhUnitImport *self, SkhWorkbook *workbook, GError **error);

const SkhImportResult *skh_unit_import_get_result (SkhUnitImport *self);
const SkhUnitImportRow *skh_unit_import_get_row (SkhUnitImport *self, guint index);
/* One sentence a row that is to be added or changed, in the list's order. (transfer full)
   (element-type utf8) */
GPtrArray *
skh_unit_import_list_changes (SkhUnitImport *self, SkhImportOutcome outcome, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhUnitImport, skh_unit_import_free)

G_END_DECLS
