/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-import.h"
#include "skh-plan-draft.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* SkhTaskImport: a plan as a list on its way into a workbook: into one of its plans, or
   as one plan more. Sources are added, the whole is previewed, and what is accepted is
   applied as one act.

   A source row is one that says something of a task. Titles above the header, the header
   where it is repeated, and rows that name a section ("II.1. Tổ chức học tập") are not:
   they are counted as skipped. A task is known again by its text, or by its number where
   the list's numbers are the plan's. What a list does not give stays as it is; a deadline
   whose words are the same keeps its days. Words that are not understood stay as they
   are, without days, and are noted. */
typedef struct _SkhTaskImport SkhTaskImport;

typedef struct
{
  const char *file;
  const char *sheet; /* NULL for text */
  guint number;      /* of the row in it */
  SkhImportOutcome outcome;
  SkhTaskDraft task;   /* strings of the import; what the list does not give is NULL */
  gboolean understood; /* the deadline's words */
} SkhTaskImportRow;

SkhTaskImport *skh_task_import_new (SkhLedger *ledger);
SkhTaskImport *skh_task_import_new_plan (SkhLedger *ledger, int year);
void skh_task_import_free (SkhTaskImport *self);

gboolean skh_task_import_add_source (SkhTaskImport *self,
                                     const SkhListSource *source,
                                     GError **error);
/* sheet: NULL for the one with the best header. */
gboolean skh_task_import_add_file (SkhTaskImport *self,
                                   const char *path,
                                   const char *sheet,
                                   GError **error);
void skh_task_import_preview (SkhTaskImport *self);
gboolean
skh_task_import_apply (SkhTaskImport *self, SkhWorkbook *workbook, GError **error);
/* Of a new plan: its sections and tasks into a draft that says the rest. */
void skh_task_import_fill_draft (SkhTaskImport *self, SkhPlanDraft *draft);

const SkhImportResult *skh_task_import_get_result (SkhTaskImport *self);
guint skh_task_import_get_n_rows (SkhTaskImport *self);
const SkhTaskImportRow *skh_task_import_get_row (SkhTaskImport *self, guint index);
/* One sentence a row that is to be added or changed, in the list's order: "Row 5, 12:
   Deadline: “Quý I” → “Quý II”". (transfer full) (element-type utf8) */
GPtrArray *
skh_task_import_list_changes (SkhTaskImport *self, SkhImportOutcome outcome, guint limit);
/* A title that stands above the list, or NULL. */
const char *skh_task_import_get_title (SkhTaskImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhTaskImport, skh_task_import_free)

G_END_DECLS
