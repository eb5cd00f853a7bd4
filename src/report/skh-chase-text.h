/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-chase-list.h"

G_BEGIN_DECLS

/* The words of chasing, which go to units: Vietnamese whatever the window speaks. All
   (transfer full). */

/* A message to one unit in plain sentences, to be pasted where people write; with
   SKH_NO_INDEX to all units of the list, for a place where all read it. */
char *skh_chase_text_new (SkhChaseList *list, guint unit);
/* "Gửi kế hoạch (mục II.1), hạn cuối 31/3/2023, quá hạn 15 ngày" */
char *skh_chase_text_dup_line (SkhLedger *ledger, const SkhAssignment *line, SkhDate on);
/* "Báo cáo sinh hoạt quý (quý I năm 2023)" */
char *skh_chase_text_dup_task (SkhLedger *ledger, const SkhAssignment *line);
/* "quá hạn 15 ngày", "còn 14 ngày", "đến hạn trong ngày" */
char *skh_chase_text_dup_status (SkhStatus status);
/* "2 nhiệm vụ quá hạn và 1 nhiệm vụ sắp đến hạn" */
char *skh_chase_text_dup_counts (guint n_overdue, guint n_soon);
/* "2 lần, gần nhất 12/4/2023 (điện thoại)"; NULL: never */
char *skh_chase_text_dup_chased (const SkhChased *chased);

G_END_DECLS
