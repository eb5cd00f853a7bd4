/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-unit-import.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_UNIT_COLUMN_NUMBER, /* TT */
  SKH_UNIT_COLUMN_CODE,
  SKH_UNIT_COLUMN_NAME,
  SKH_UNIT_COLUMN_SHORT_NAME,
  SKH_UNIT_COLUMN_PARENT,
  SKH_UNIT_COLUMN_GROUPS,
  SKH_UNIT_COLUMN_OPENED,
  SKH_UNIT_COLUMN_CLOSED,
  SKH_N_UNIT_COLUMNS,
} SkhUnitColumn;

/* A name that more than one thing has: the value of a look-up that must not choose. */
extern const char skh_unit_import_ambiguous[];

/* A source row and where its parts stand. parent_text is what the list says; unit.parent
   is the code it was found to mean. */
typedef struct
{
  SkhUnitImportRow row;
  guint columns[SKH_N_UNIT_COLUMNS];
  const char *parent_text;
} SkhUnitImportEntry;

struct _SkhUnitImport
{
  SkhLedger *ledger;
  SkhPlanDraft *strings; /* owns every string of the rows */
  GArray *entries;       /* SkhUnitImportEntry */
  SkhImportResult result;

  GHashTable *groups;       /* folded code or name → code */
  GHashTable *codes;        /* folded code → code, of the workbook's units */
  GHashTable *names;        /* folded name → code, of the workbook's units */
  GHashTable *listed;       /* folded code → index of the entry + 1 */
  GHashTable *listed_names; /* set of folded names */
  const char *group;        /* the heading the rows stand under, as a code */
};

static inline SkhUnitImportEntry *
skh_unit_import_get_entry (SkhUnitImport *self, guint index)
{
  return &g_array_index (self->entries, SkhUnitImportEntry, index);
}

void skh_unit_import_add_name (GHashTable *table, const char *name, const char *code);
const char *skh_unit_import_look_up (GHashTable *table, const char *name);
void skh_unit_import_refuse (SkhUnitImport *self,
                             SkhUnitImportEntry *entry,
                             SkhUnitColumn column,
                             const char *value,
                             const char *format,
                             ...) G_GNUC_PRINTF (5, 6);
void skh_unit_import_read_row (SkhUnitImport *self,
                               const char *file,
                               const char *sheet,
                               const SkhListRow *row,
                               const guint *columns);
void skh_unit_import_place_units (SkhUnitImport *self);

G_END_DECLS
