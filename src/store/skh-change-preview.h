/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-line.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* SkhChangePreview: which lines of checklists an edit would add or end, found by doing
   the edit, looking, and taking it back. */

typedef enum
{
  SKH_CHANGE_ADDED,   /* a line that was not there */
  SKH_CHANGE_REMOVED, /* a line without work that goes */
  SKH_CHANGE_ENDED,   /* stays, but its unit no longer owes it */
  SKH_CHANGE_REVIVED, /* was there, and is owed again */
  SKH_CHANGE_KEPT,    /* nobody owes it, and it stays for the work entered on it */
  SKH_CHANGE_LOST,    /* a line with work that goes: only when the edit says so */
  SKH_CHANGE_DUE,     /* falls due on another day */
  SKH_N_CHANGE_KINDS,
} SkhChangeKind;

typedef struct
{
  SkhChangeKind kind;
  char *unit; /* its name */
  char *no;   /* the task's */
  char *task; /* its short title */
  int year;   /* the plan's */
  SkhPeriod period;
  SkhDate due_before, due_after; /* NONE: none, or not there */
  SkhState state;
  gboolean has_work;
} SkhChangedLine;

/* The longest list that is kept; the numbers are always of all. */
#define SKH_CHANGE_PREVIEW_MAX_LINES 2000

typedef struct
{
  GPtrArray *lines; /* SkhChangedLine, by kind, plan, task, period, unit */
  guint n[SKH_N_CHANGE_KINDS];
  guint n_with_work; /* of all but the added */
} SkhChangePreview;

/* On the database thread, outside any act. NULL with the edit's own error when it is
   refused. Nothing is changed. */
SkhChangePreview *skh_change_preview_run (SkhDatabase *db,
                                          SkhWorkbookFunc edit,
                                          gpointer user_data,
                                          GError **error);
void skh_change_preview_free (SkhChangePreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhChangePreview, skh_change_preview_free)
guint skh_change_preview_get_total (const SkhChangePreview *self);

/* The same from a window. destroy frees user_data. */
void skh_workbook_preview_async (SkhWorkbook *self,
                                 SkhWorkbookFunc edit,
                                 gpointer user_data,
                                 GDestroyNotify destroy,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer callback_data);
SkhChangePreview *
skh_workbook_preview_finish (SkhWorkbook *self, GAsyncResult *result, GError **error);

G_END_DECLS
