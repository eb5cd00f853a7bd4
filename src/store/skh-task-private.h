/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the edits of tasks share. For the stores only. */

#include "skh-edit-private.h"
#include "skh-plan-edit.h"

G_BEGIN_DECLS

gboolean skh_task_check (SkhDatabase *db,
                         const SkhTaskRecord *record,
                         const char **fault,
                         GError **error);
gboolean skh_task_kind_needs_day (SkhDeadlineKind kind);
gboolean
skh_task_is_no_taken (SkhDatabase *db, gint64 plan_id, gint64 task_id, const char *no);

/* 0 when the plan has none of this code. */
gint64 skh_task_find_section (SkhDatabase *db, gint64 plan_id, const char *code);
gboolean skh_task_place (SkhDatabase *db,
                         gint64 task_id,
                         gint64 section_id,
                         guint position,
                         GError **error);
/* "Task added: 9a · Báo cáo" from "Task added: %s". */
char *skh_task_make_label (const char *format, const SkhTaskDraft *task);

G_END_DECLS
