/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "skh-database.h"
#include "skh-ledger.h"
#include "skh-store-error.h"

G_BEGIN_DECLS

/* SkhWorkbook: one open *.skh file.

   The SQLite handle lives on a thread of the workbook's own. Everything that touches it
   is a function of the stores that takes an SkhDatabase and runs there:
   skh_workbook_run() waits for it, skh_workbook_run_async() does not. Every change ends
   in the signal `changed`, on the thread-default main context the workbook was opened in;
   whoever shows the workbook loads again what it shows. */
#define SKH_TYPE_WORKBOOK (skh_workbook_get_type ())
G_DECLARE_FINAL_TYPE (SkhWorkbook, skh_workbook, SKH, WORKBOOK, GObject)

typedef enum
{
  SKH_WORKBOOK_OPEN_READ,  /* look only: takes no lock, writes nothing */
  SKH_WORKBOOK_OPEN_WRITE, /* fails with BUSY or READ_ONLY when it can't be written */
  SKH_WORKBOOK_OPEN_BEST,  /* write if possible, else read: see get_read_only_reason() */
} SkhWorkbookOpenMode;

/* Runs on the database thread. */
typedef gboolean (*SkhWorkbookFunc) (SkhDatabase *db, gpointer user_data, GError **error);

SkhWorkbook *
skh_workbook_open (const char *path, SkhWorkbookOpenMode mode, GError **error);
void skh_workbook_open_async (const char *path,
                              SkhWorkbookOpenMode mode,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
SkhWorkbook *skh_workbook_open_finish (GAsyncResult *result, GError **error);
SkhWorkbook *skh_workbook_create (const char *path, GError **error);
void skh_workbook_close (SkhWorkbook *self);

const char *skh_workbook_get_path (SkhWorkbook *self);
char *skh_workbook_dup_display_name (SkhWorkbook *self);
gboolean skh_workbook_is_read_only (SkhWorkbook *self);
const char *skh_workbook_get_read_only_reason (SkhWorkbook *self);

gboolean skh_workbook_run (SkhWorkbook *self,
                           SkhWorkbookFunc func,
                           gpointer user_data,
                           GError **error);
void skh_workbook_run_async (SkhWorkbook *self,
                             SkhWorkbookFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer callback_data);
/* user_data, when not NULL, borrows what was given to run_async; it lives as long as
 * result. */
gboolean skh_workbook_run_finish (SkhWorkbook *self,
                                  GAsyncResult *result,
                                  gpointer *user_data,
                                  GError **error);

/* The whole picture of one plan: plan_id 0 is the workbook's first plan. */
void skh_workbook_load_ledger_async (SkhWorkbook *self,
                                     gint64 plan_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SkhLedger *
skh_workbook_load_ledger_finish (SkhWorkbook *self, GAsyncResult *result, GError **error);
SkhLedger *skh_workbook_load_ledger (SkhWorkbook *self, gint64 plan_id, GError **error);
/* Of every plan, by year (element-type SkhLedger). */
void skh_workbook_load_all_ledgers_async (SkhWorkbook *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *skh_workbook_load_all_ledgers_finish (SkhWorkbook *self,
                                                 GAsyncResult *result,
                                                 GError **error);
GPtrArray *skh_workbook_load_all_ledgers (SkhWorkbook *self, GError **error);
/* Only what the scope names, for one report and then to be let go. */
SkhLedger *skh_workbook_load_scoped_ledger (SkhWorkbook *self,
                                            gint64 plan_id,
                                            const SkhLedgerScope *scope,
                                            GError **error);

/* The plans of the workbook, by year: SkhPlanRecord of skh-plan-edit.h (transfer full).
 */
void skh_workbook_list_plans_async (SkhWorkbook *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *
skh_workbook_list_plans_finish (SkhWorkbook *self, GAsyncResult *result, GError **error);
GPtrArray *skh_workbook_list_plans (SkhWorkbook *self, GError **error);

/* One act over one or many lines. Takes a copy of edits. */
void skh_workbook_edit_async (SkhWorkbook *self,
                              const char *label,
                              const SkhAssignmentEdit *edits,
                              guint n_edits,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean
skh_workbook_edit_finish (SkhWorkbook *self, GAsyncResult *result, GError **error);

/* finish gives the label of the act undone or redone (transfer full), NULL on error. */
void skh_workbook_undo_async (SkhWorkbook *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *skh_workbook_undo_finish (SkhWorkbook *self, GAsyncResult *result, GError **error);
void skh_workbook_redo_async (SkhWorkbook *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *skh_workbook_redo_finish (SkhWorkbook *self, GAsyncResult *result, GError **error);

/* The labels of what would be undone and redone now (NULL: nothing), as the last load or
   change left them. Kept up to date for buttons; `changed` follows each change. */
const char *skh_workbook_get_undo_label (SkhWorkbook *self);
const char *skh_workbook_get_redo_label (SkhWorkbook *self);
/* When the last act was on disk: microseconds since 1970 UTC, 0 when there is none. */
gint64 skh_workbook_get_saved_at (SkhWorkbook *self);

G_END_DECLS
