/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* SkhImportPreview: what would become of a list before it is taken in: how many rows of
   which outcome, why rows are refused, and what is to be looked at. */
#define SKH_TYPE_IMPORT_PREVIEW (skh_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (SkhImportPreview, skh_import_preview, SKH, IMPORT_PREVIEW, AdwBin)

void skh_import_preview_show_result (SkhImportPreview *self,
                                     const SkhImportResult *result);
/* Adds what becomes of rows: some of them as sentences, and how many there are in all. */
void skh_import_preview_add_changes (SkhImportPreview *self,
                                     SkhImportOutcome outcome,
                                     const GPtrArray *changes,
                                     guint n);
/* Nothing is read yet, or it can't be. */
void skh_import_preview_show_message (SkhImportPreview *self, const char *message);

G_END_DECLS
