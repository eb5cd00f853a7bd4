/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-list-reader.h"

G_BEGIN_DECLS

#define SKH_IMPORT_ERROR (skh_import_error_quark ())

typedef enum
{
  SKH_IMPORT_ERROR_NO_HEADER, /* no row names the columns */
  SKH_IMPORT_ERROR_NO_PLAN,   /* the workbook has nothing to take it into */
} SkhImportError;

GQuark skh_import_error_quark (void);

/* Why a cell, and with it its row, was not taken in; or what else is to be known of it.
 */
typedef struct
{
  char *file;  /* as it was given */
  char *sheet; /* NULL for text */
  char *cell;  /* B7, as a spreadsheet shows it; NULL for a whole row or file */
  char *value; /* what stands there */
  char *why;   /* one sentence: what is wrong and what would be right */
} SkhImportFault;

void skh_import_fault_free (SkhImportFault *fault);

/* What becomes, or became, of a source row. */
typedef enum
{
  SKH_IMPORT_ADDED,
  SKH_IMPORT_CHANGED,
  SKH_IMPORT_SAME,
  SKH_IMPORT_REFUSED,
  SKH_N_IMPORT_OUTCOMES,
} SkhImportOutcome;

/* What every import tells: rows are all counted, once each. */
typedef struct
{
  char *sheet; /* of the source added last; NULL for text */
  guint n_rows;
  guint counts[SKH_N_IMPORT_OUTCOMES];
  guint n_skipped;   /* titles, headings, totals: no source rows */
  GPtrArray *faults; /* SkhImportFault: why rows are refused */
  GPtrArray *notes;  /* SkhImportFault: what was taken in and should be looked at */
} SkhImportResult;

void skh_import_result_init (SkhImportResult *self);
void skh_import_result_clear (SkhImportResult *self);
/* Remembers the sheet, and notes what it hides, and text that was in an old encoding. */
void skh_import_result_note_source (SkhImportResult *self, const SkhListSource *source);
char *skh_import_result_dup_counts (const SkhImportResult *self);
/* Whether there is anything to write. */
gboolean skh_import_result_has_work (const SkhImportResult *self);

char *skh_import_fault_dup_text (const SkhImportFault *fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhImportFault, skh_import_fault_free)

G_END_DECLS
