/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commitments of a year add up to, for the ledger. Of a province they are many,
   and a ledger is loaded after every act, few of which touch one: so they are kept with
   the handle. What this program changes is met in the walk over its changesets, what
   another one changes shows in the file's data version. */
#include "skh-commitment-counts-private.h"

struct _SkhCommitmentCounts
{
  GArray *counts; /* SkhCommitmentCount; NULL: to be counted */
  int year;
  gint64 version; /* of the file's data */
};

/* As skh_commitment_store_list_rates() counts, but for any day: what counts from the
   start of the day d, and from the day s that Ban Tuyên giáo or Tổ chức - Nội vụ has it.
 */
#define COMMITMENTS                                                                      \
  "SELECT unit, CASE kind WHEN 'cadre' THEN 1 WHEN 'official' THEN 1"                    \
  " WHEN 'association' THEN 2 WHEN 'soldier' THEN 3 ELSE 0 END,"                         \
  " coalesce(managed = 'yes', 0),"                                                       \
  " CASE WHEN final IS NULL THEN nullif(min(coalesce(written_on, '9'),"                  \
  "  coalesce(received_by_cell_on, '9'), coalesce(received_by_btg_on, '9'),"             \
  "  coalesce(received_by_tcnv_on, '9')), '9') END,"                                     \
  " nullif(min(coalesce(received_by_btg_on, '9'), coalesce(received_by_tcnv_on, '9')),"  \
  "  '9'),"                                                                              \
  " CASE final WHEN 'excellent' THEN 5 WHEN 'good' THEN 6 WHEN 'done' THEN 7"            \
  " WHEN 'failed' THEN 8 ELSE 0 END, count(*)"                                           \
  " FROM commitment WHERE year = CAST(?1 AS TEXT) GROUP BY 1, 2, 3, 4, 5, 6"

static gboolean
count (SkhDatabase *db, int year, GArray *counts, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (db, COMMITMENTS, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, year);
  while (skh_statement_step (row, &local_error))
    {
      SkhCommitmentCount of = {
        .unit = skh_statement_get_int (row, 0),
        .kind = (guint)skh_statement_get_int (row, 1),
        .is_managed = skh_statement_get_int (row, 2) != 0,
        .done = skh_statement_get_date (row, 3),
        .submitted = skh_statement_get_date (row, 4),
        .level = (guint)skh_statement_get_int (row, 5),
        .n = skh_statement_get_int (row, 6),
      };

      g_array_append_val (counts, of);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static SkhCommitmentCounts *
get_kept (SkhDatabase *db)
{
  SkhCommitmentCounts **slot = skh_database_get_commitment_counts (db);

  if (*slot == NULL)
    *slot = g_new0 (SkhCommitmentCounts, 1);
  return *slot;
}

/* Inside an act rows may have changed that its changeset was not walked for yet. */
GArray *
skh_commitment_counts_load (SkhDatabase *db, int year, GError **error)
{
  SkhCommitmentCounts *self = get_kept (db);
  gboolean in_act = skh_database_get_act (db)->depth > 0;
  g_autoptr (GArray) counts = NULL;
  gint64 version = 0;

  if (!skh_database_query_int (db, "PRAGMA data_version", &version, error))
    return NULL;
  if (!in_act && self->counts != NULL && self->year == year && self->version == version)
    return g_array_ref (self->counts);
  counts = g_array_new (FALSE, FALSE, sizeof (SkhCommitmentCount));
  if (!count (db, year, counts, error))
    return NULL;
  if (!in_act)
    {
      g_clear_pointer (&self->counts, g_array_unref);
      self->counts = g_array_ref (counts);
      self->year = year;
      self->version = version;
    }
  return g_steal_pointer (&counts);
}

void
skh_commitment_counts_forget (SkhDatabase *db)
{
  g_clear_pointer (&get_kept (db)->counts, g_array_unref);
}

void
skh_commitment_counts_free (SkhCommitmentCounts *self)
{
  g_clear_pointer (&self->counts, g_array_unref);
  g_free (self);
}
