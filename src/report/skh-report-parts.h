/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the builders of reports share. */

#include "skh-ledger.h"
#include "skh-report.h"

G_BEGIN_DECLS

/* The office's letterhead, what the report is, and the day it is seen from. Takes kind
   and abstract. */
void skh_report_fill_title_block (SkhReport *report,
                                  SkhLedger *ledger,
                                  SkhDate on,
                                  const char *kind,
                                  char *abstract);

/* The units of a table under the headings of their groups: a unit stands under the first
   of its groups; those in none come first, without a heading. */
typedef struct
{
  guint unit;   /* index, or SKH_NO_INDEX for a heading */
  guint group;  /* of a heading: index */
  guint number; /* from 1, within headings or within units */
} SkhUnitRow;

/* shown: one flag a unit. (transfer full) (element-type SkhUnitRow) */
GArray *skh_report_list_unit_rows (SkhLedger *ledger, const gboolean *shown);

/* The number (TT) of every task as the plan is printed, section by section, from 1.
   (transfer full) */
guint *skh_report_number_tasks (SkhLedger *ledger);

/* "I. Các chi, đảng bộ …" of a heading, "12" of a unit. */
char *skh_report_dup_heading (SkhLedger *ledger, const SkhUnitRow *row);

/* Fills the number and the name of a unit's row, or the heading of a group's, into the
   first two cells. heading: where the caller keeps the heading's text for as long as the
   row. Returns whether it is a unit's. */
gboolean skh_report_fill_place (SkhRow *row,
                                SkhLedger *ledger,
                                const SkhUnitRow *place,
                                char **heading);

/* "Hạn rơi vào ngày nghỉ; ngày làm việc kế tiếp 4/5/2023", or NULL for a working day. */
char *skh_report_dup_day_off_note (SkhLedger *ledger, SkhDate due);

/* n, N and % of one thing: three columns under one heading. */
void skh_report_add_share_columns (SkhTable *table, const char *title);

G_END_DECLS
