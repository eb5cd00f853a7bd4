/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-draft.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* The sample plan in a workbook of its own, for what is laid out or reported from a
   ledger. */
typedef struct
{
  char *folder;
  char *path;
  SkhWorkbook *workbook;
} SampleLedger;

void sample_ledger_set_up (SampleLedger *self, gconstpointer data);
/* The same of a plan that a test makes for itself. */
void sample_ledger_create (SampleLedger *self, SkhPlanDraft *draft);
void sample_ledger_tear_down (SampleLedger *self, gconstpointer data);
/* (transfer full) */
SkhLedger *sample_ledger_load (SampleLedger *self);
void sample_ledger_deliver (SampleLedger *self,
                            const char *unit,
                            const char *task,
                            const char *period,
                            const char *day);
void sample_ledger_set_state (SampleLedger *self,
                              const char *unit,
                              const char *task,
                              const char *period,
                              SkhState state);
/* In progress: so many of so many. */
void sample_ledger_count (SampleLedger *self,
                          const char *unit,
                          const char *task,
                          const char *period,
                          gint64 count,
                          gint64 total);
/* Takes the last of these back. */
void sample_ledger_undo (SampleLedger *self);
guint sample_ledger_find (SkhLedger *ledger,
                          const char *unit,
                          const char *task,
                          const char *period);

G_END_DECLS
