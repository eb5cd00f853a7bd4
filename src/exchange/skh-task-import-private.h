/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-name-finder.h"
#include "skh-task-import.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_TASK_COLUMN_NUMBER, /* TT */
  SKH_TASK_COLUMN_SECTION,
  SKH_TASK_COLUMN_TITLE,
  SKH_TASK_COLUMN_LEAD,
  SKH_TASK_COLUMN_WITH,
  SKH_TASK_COLUMN_VIA,
  SKH_TASK_COLUMN_DELIVERABLE,
  SKH_TASK_COLUMN_RECIPIENT,
  SKH_TASK_COLUMN_WORDING,
  SKH_TASK_COLUMN_LAST_DAY, /* computed from the words, so not read */
  SKH_TASK_COLUMN_NEXT_DAY,
  SKH_TASK_COLUMN_NOTE,
  SKH_N_TASK_COLUMNS,
} SkhTaskColumn;

/* A source row, where its parts stand, and the task of the plan it was found to mean. */
typedef struct
{
  SkhTaskImportRow row;
  guint columns[SKH_N_TASK_COLUMNS];
  const char *number; /* what the list calls the task */
  guint known;        /* index in the ledger, or SKH_NO_INDEX */
} SkhTaskImportEntry;

struct _SkhTaskImport
{
  SkhLedger *ledger;
  gboolean is_new_plan; /* the ledger's tasks are another plan's */
  int year;
  SkhNameFinder *names;
  SkhPlanDraft *strings; /* owns every string of the rows */
  GArray *entries;       /* SkhTaskImportEntry */
  GArray *sections;      /* SkhSectionDraft: those the list has, in its order */
  SkhImportResult result;
  const char *title;
  const char *section; /* the heading the rows stand under, as a code */
  const char *chapter; /* the last heading with a Roman numeral alone */
};

static inline SkhTaskImportEntry *
skh_task_import_get_entry (SkhTaskImport *self, guint index)
{
  return &g_array_index (self->entries, SkhTaskImportEntry, index);
}

void skh_task_import_refuse (SkhTaskImport *self,
                             SkhTaskImportEntry *entry,
                             SkhTaskColumn column,
                             const char *value,
                             const char *format,
                             ...) G_GNUC_PRINTF (5, 6);
void skh_task_import_note (SkhTaskImport *self,
                           const SkhTaskImportEntry *entry,
                           SkhTaskColumn column,
                           const char *value,
                           const char *format,
                           ...) G_GNUC_PRINTF (5, 6);
gboolean skh_task_import_read_heading (SkhTaskImport *self,
                                       const SkhListRow *row,
                                       const guint *columns);
void skh_task_import_read_row (SkhTaskImport *self,
                               const SkhTaskImportEntry *place,
                               const SkhListRow *row);
void skh_task_import_match (SkhTaskImport *self);
/* Whether what a list gives is another text, or are other units; NULL gives nothing. */
gboolean skh_task_import_text_differs (const char *given, const char *current);
gboolean skh_task_import_codes_differ (const char *const *given,
                                       const char *const *current);
gboolean skh_task_import_differs (SkhTaskImport *self, const SkhTaskImportEntry *entry);
/* Puts what the row gives and the task has not into the draft. */
void skh_task_import_merge (const SkhTaskImportEntry *entry,
                            const SkhTask *known,
                            SkhPlanDraft *owner,
                            SkhTaskDraft *task);

G_END_DECLS
