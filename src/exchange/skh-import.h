/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-list-reader.h"

G_BEGIN_DECLS

#define SKH_IMPORT_ERROR (skh_import_error_quark ())

typedef enum
{
  SKH_IMPORT_ERROR_NO_HEADER, /* no row names the columns */
} SkhImportError;

GQuark skh_import_error_quark (void);

/* Why a cell, and with it its row, was not taken in. What every import hands back beside
   its typed rows. */
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhImportFault, skh_import_fault_free)

G_END_DECLS
