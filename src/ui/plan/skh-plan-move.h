/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-session.h"

G_BEGIN_DECLS

/* Moving tasks and sections of the plan that is looked at. Each is one act, or none where
   nothing would move. */
void skh_plan_move_task_by (SkhSession *session, gint64 task_id, int by);
/* position: among the section's tasks as they stand now; behind the last is the end */
void skh_plan_move_task_before (SkhSession *session,
                                gint64 task_id,
                                const char *section,
                                guint position);
void skh_plan_move_section_by (SkhSession *session, const char *section, int by);
/* To the place of another. */
void
skh_plan_move_section_to (SkhSession *session, const char *section, const char *other);

G_END_DECLS
