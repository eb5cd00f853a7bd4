/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-change-preview.h"
#include "skh-plan-edit.h"

G_BEGIN_DECLS

/* What a task's editor asks of the database thread. */

typedef struct
{
  gint64 id;           /* 0: a new task … */
  gint64 plan_id;      /* … of this plan … */
  const char *section; /* … in this section (owned) */
  int year;
  SkhTaskRecord *record; /* what was read */
  GArray *due_days;      /* SkhDueDay */
} SkhTaskReading;

SkhTaskReading *
skh_task_reading_new (gint64 id, gint64 plan_id, int year, const char *section);
void skh_task_reading_free (gpointer data);
gboolean skh_task_reading_run (SkhDatabase *db, gpointer data, GError **error);

typedef struct
{
  SkhTaskRecord *record;
  GArray *due_days;  /* SkhDueDay to enter or, with NONE, to take back */
  const char *fault; /* the field refused */
} SkhTaskWriting;

SkhTaskWriting *skh_task_writing_new (SkhTaskRecord *record, GArray *due_days);
void skh_task_writing_free (gpointer data);
gboolean skh_task_writing_run (SkhDatabase *db, gpointer data, GError **error);

G_END_DECLS
