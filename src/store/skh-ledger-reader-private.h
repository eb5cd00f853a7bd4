/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger-loader-private.h"

G_BEGIN_DECLS

/* What was read of one task, and where it stands in its reader's arrays. */
typedef struct
{
  guint first_line, n_lines;
  guint first_figure;
} SkhLedgerFound;

/* SkhLedgerReader: reads the lines of a plan's tasks with their figures, a task at a
   time, from the first on or from the last back. */
typedef struct
{
  const SkhLedgerLoader *loader; /* what was loaded before; not written to */
  SkhDatabase *db;
  gboolean backwards;    /* from the last task to the first */
  guint n_tasks;         /* that it took */
  int *n_taken;          /* by both: shared */
  SkhLedgerFound *found; /* shared; one a task */
  GStringChunk *strings;
  GArray *lines;   /* SkhAssignment */
  GArray *figures; /* SkhFigure */
  GError *error;
} SkhLedgerReader;

/* Reads the tasks that nobody has taken yet; self->error says why it stopped before. */
void skh_ledger_reader_run (SkhLedgerReader *self);
void skh_ledger_reader_clear (SkhLedgerReader *self);

G_END_DECLS
