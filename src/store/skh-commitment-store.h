/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is counted of the commitments of a year, and who is expected to write one. Entries
   themselves are in and out by skh-register-store.h. On the database thread. */

#include "skh-database.h"
#include "skh-date.h"

G_BEGIN_DECLS

/* The kinds of people whose commitments the plan counts apart. */
typedef enum
{
  SKH_COMMITMENT_MEMBERS, /* đảng viên */
  SKH_COMMITMENT_OFFICIALS, /* cán bộ, công chức, viên chức, người lao động */
  SKH_COMMITMENT_ASSOCIATION, /* đoàn viên, hội viên */
  SKH_COMMITMENT_SOLDIERS,    /* chiến sĩ */
  SKH_N_COMMITMENT_KINDS,
} SkhCommitmentKind;

/* Of the year's end, in the order of the register's choices. */
typedef enum
{
  SKH_COMMITMENT_EXCELLENT,
  SKH_COMMITMENT_GOOD,
  SKH_COMMITMENT_FULFILLED,
  SKH_COMMITMENT_UNFULFILLED,
  SKH_N_COMMITMENT_LEVELS,
} SkhCommitmentLevel;

/* Counts of lines as seen on a day: what has a later day has not come yet. Who wrote, or
   whose paper somebody received, or who is rated, has committed; of managed cadres Ban
   Tuyên giáo or Tổ chức - Nội vụ has it. Counts add up. */
typedef struct
{
  guint expected, committed;
  guint at_cell, at_btg, at_tcnv;
  guint managed, managed_submitted;
  guint expected_of[SKH_N_COMMITMENT_KINDS], committed_of[SKH_N_COMMITMENT_KINDS];
  guint levels[SKH_N_COMMITMENT_LEVELS];
} SkhCommitmentRates;

void skh_commitment_rates_add (SkhCommitmentRates *rates, const SkhCommitmentRates *part);
/* Whether "excellent" passes the share of "good" that the office allows, in percent;
   below 0: it allows any. */
gboolean skh_commitment_rates_has_too_many (const SkhCommitmentRates *rates,
                                            int allowed_percent);

typedef struct
{
  gint64 unit_id;
  SkhCommitmentRates rates;
} SkhUnitCommitments;

/* The only function that counts commitments: every unit that has lines of the year.
   (transfer full) (element-type SkhUnitCommitments) */
GArray *
skh_commitment_store_list_rates (SkhDatabase *db, int year, SkhDate on, GError **error);

/* One line for everybody who is there on the day and has none of the year yet, with what
   the register of people says of them; one act. unit_id: at or under which unit, 0: all.
 */
gboolean skh_commitment_store_add_expected (SkhDatabase *db,
                                            int year,
                                            SkhDate on,
                                            gint64 unit_id,
                                            guint *n_added,
                                            GError **error);
/* How many that would be. */
gboolean skh_commitment_store_count_expected (SkhDatabase *db,
                                              int year,
                                              SkhDate on,
                                              gint64 unit_id,
                                              guint *n,
                                              GError **error);

/* How much "excellent" the office allows, in percent of "good"; -1: any. One act. */
#define SKH_COMMITMENT_SHARE_SETTING "commitments_excellent_percent"
gboolean skh_commitment_store_set_allowed (SkhDatabase *db, int percent, GError **error);
int skh_commitment_store_get_allowed (SkhDatabase *db);

G_END_DECLS
