/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database-private.h"

G_BEGIN_DECLS

/* So many commitments of one year that count alike. */
typedef struct
{
  gint64 unit; /* 0: of none */
  guint kind;  /* 0 members, 1 officials, 2 of associations, 3 soldiers */
  gboolean is_managed;
  SkhDate done;      /* NONE with a level: from the start; else not yet */
  SkhDate submitted; /* NONE: not yet */
  guint level;       /* 0: not rated; 5 excellent, 6 good, 7 fulfilled, 8 not */
  gint64 n;
} SkhCommitmentCount;

/* Counted once, and again after one of them changed. (transfer full)
   (element-type SkhCommitmentCount) */
GArray *skh_commitment_counts_load (SkhDatabase *db, int year, GError **error);
/* One of them may have changed. */
void skh_commitment_counts_forget (SkhDatabase *db);
void skh_commitment_counts_free (SkhCommitmentCounts *self);

G_END_DECLS
