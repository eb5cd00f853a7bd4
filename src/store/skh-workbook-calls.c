/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The calls a window makes most, as asynchronous pairs over skh_workbook_run_async(). */
#include "skh-workbook.h"

#include "skh-ledger-private.h"
#include "skh-plan-edit.h"
#include "skh-stores.h"

/* — The ledger — */

typedef struct
{
  gint64 plan_id;
  const SkhLedgerScope *scope;
  SkhLedger *ledger;
} LedgerCall;

static void
ledger_call_free (gpointer data)
{
  LedgerCall *call = data;

  g_clear_pointer (&call->ledger, skh_ledger_unref);
  g_free (call);
}

static gboolean
load_ledger (SkhDatabase *db, gpointer data, GError **error)
{
  LedgerCall *call = data;

  call->ledger = skh_ledger_load (db, call->plan_id, call->scope, error);
  return call->ledger != NULL;
}

void
skh_workbook_load_ledger_async (SkhWorkbook *self,
                                gint64 plan_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  LedgerCall *call = g_new0 (LedgerCall, 1);

  call->plan_id = plan_id;
  skh_workbook_run_async (self, load_ledger, call, ledger_call_free, cancellable,
                          callback, user_data);
}

SkhLedger *
skh_workbook_load_ledger_finish (SkhWorkbook *self, GAsyncResult *result, GError **error)
{
  gpointer data;

  if (!skh_workbook_run_finish (self, result, &data, error))
    return NULL;
  return g_steal_pointer (&((LedgerCall *)data)->ledger);
}

SkhLedger *
skh_workbook_load_ledger (SkhWorkbook *self, gint64 plan_id, GError **error)
{
  return skh_workbook_load_scoped_ledger (self, plan_id, NULL, error);
}

SkhLedger *
skh_workbook_load_scoped_ledger (SkhWorkbook *self,
                                 gint64 plan_id,
                                 const SkhLedgerScope *scope,
                                 GError **error)
{
  LedgerCall call = { .plan_id = plan_id, .scope = scope };

  return skh_workbook_run (self, load_ledger, &call, error) ? call.ledger : NULL;
}

/* — All ledgers — */

/* Of what is read into an array, until it is taken. */
static void
array_call_free (gpointer data)
{
  GPtrArray **array = data;

  g_clear_pointer (array, g_ptr_array_unref);
  g_free (array);
}

static GPtrArray *
finish_array_call (SkhWorkbook *self, GAsyncResult *result, GError **error)
{
  gpointer data;

  return skh_workbook_run_finish (self, result, &data, error)
           ? g_steal_pointer ((GPtrArray **)data)
           : NULL;
}

static gboolean
load_all_ledgers (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **ledgers = data;
  g_autoptr (GPtrArray) plans = skh_plan_store_list (db, error);
  g_autoptr (GPtrArray) loaded
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_ledger_unref);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const SkhPlanRecord *plan = g_ptr_array_index (plans, i);
      SkhLedger *ledger = skh_ledger_load (db, plan->id, NULL, error);

      if (ledger == NULL)
        return FALSE;
      g_ptr_array_add (loaded, ledger);
    }
  *ledgers = plans != NULL ? g_steal_pointer (&loaded) : NULL;
  return plans != NULL;
}

void
skh_workbook_load_all_ledgers_async (SkhWorkbook *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  skh_workbook_run_async (self, load_all_ledgers, g_new0 (GPtrArray *, 1),
                          array_call_free, cancellable, callback, user_data);
}

GPtrArray *
skh_workbook_load_all_ledgers_finish (SkhWorkbook *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  return finish_array_call (self, result, error);
}

GPtrArray *
skh_workbook_load_all_ledgers (SkhWorkbook *self, GError **error)
{
  GPtrArray *ledgers = NULL;

  return skh_workbook_run (self, load_all_ledgers, &ledgers, error) ? ledgers : NULL;
}

/* — The plans — */

static gboolean
list_plans (SkhDatabase *db, gpointer data, GError **error)
{
  GPtrArray **plans = data;

  *plans = skh_plan_store_list (db, error);
  return *plans != NULL;
}

void
skh_workbook_list_plans_async (SkhWorkbook *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  skh_workbook_run_async (self, list_plans, g_new0 (GPtrArray *, 1), array_call_free,
                          cancellable, callback, user_data);
}

GPtrArray *
skh_workbook_list_plans_finish (SkhWorkbook *self, GAsyncResult *result, GError **error)
{
  return finish_array_call (self, result, error);
}

GPtrArray *
skh_workbook_list_plans (SkhWorkbook *self, GError **error)
{
  GPtrArray *plans = NULL;

  return skh_workbook_run (self, list_plans, &plans, error) ? plans : NULL;
}

/* — Edits — */

typedef struct
{
  char *label;
  GArray *edits;      /* SkhAssignmentEdit */
  GPtrArray *figures; /* their copied figures */
  GStringChunk *strings;
} EditCall;

static void
edit_call_free (gpointer data)
{
  EditCall *call = data;

  g_array_unref (call->edits);
  g_ptr_array_unref (call->figures);
  g_string_chunk_free (call->strings);
  g_free (call->label);
  g_free (call);
}

static const char *
copy_string (EditCall *call, const char *text)
{
  return text != NULL ? g_string_chunk_insert (call->strings, text) : NULL;
}

static void
copy_edit (EditCall *call, const SkhAssignmentEdit *edit)
{
  SkhAssignmentEdit copy = *edit;
  SkhFigureEdit *figures = g_memdup2 (edit->figures, edit->n_figures * sizeof *figures);

  for (guint i = 0; i < edit->n_figures; i++)
    figures[i].key = copy_string (call, figures[i].key);
  if (figures != NULL)
    g_ptr_array_add (call->figures, figures);
  copy.figures = figures;
  copy.document = copy_string (call, edit->document);
  copy.note = copy_string (call, edit->note);
  copy.reason = copy_string (call, edit->reason);
  g_array_append_val (call->edits, copy);
}

static gboolean
apply_edits (SkhDatabase *db, gpointer data, GError **error)
{
  EditCall *call = data;

  return skh_assignment_store_edit (db, call->label,
                                    (const SkhAssignmentEdit *)call->edits->data,
                                    call->edits->len, error);
}

void
skh_workbook_edit_async (SkhWorkbook *self,
                         const char *label,
                         const SkhAssignmentEdit *edits,
                         guint n_edits,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  EditCall *call = g_new0 (EditCall, 1);

  call->label = g_strdup (label);
  call->edits = g_array_sized_new (FALSE, FALSE, sizeof (SkhAssignmentEdit), n_edits);
  call->figures = g_ptr_array_new_with_free_func (g_free);
  call->strings = g_string_chunk_new (256);
  for (guint i = 0; i < n_edits; i++)
    copy_edit (call, &edits[i]);
  skh_workbook_run_async (self, apply_edits, call, edit_call_free, cancellable, callback,
                          user_data);
}

gboolean
skh_workbook_edit_finish (SkhWorkbook *self, GAsyncResult *result, GError **error)
{
  return skh_workbook_run_finish (self, result, NULL, error);
}

/* — Undo and redo — */

typedef struct
{
  gboolean redo;
  char *label;
} StepCall;

static void
step_call_free (gpointer data)
{
  StepCall *call = data;

  g_free (call->label);
  g_free (call);
}

static gboolean
run_step (SkhDatabase *db, gpointer data, GError **error)
{
  StepCall *call = data;

  call->label = call->redo ? skh_act_redo (db, error) : skh_act_undo (db, error);
  return call->label != NULL;
}

static void
step_async (SkhWorkbook *self,
            gboolean redo,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  StepCall *call = g_new0 (StepCall, 1);

  call->redo = redo;
  skh_workbook_run_async (self, run_step, call, step_call_free, cancellable, callback,
                          user_data);
}

static char *
step_finish (SkhWorkbook *self, GAsyncResult *result, GError **error)
{
  gpointer data;

  if (!skh_workbook_run_finish (self, result, &data, error))
    return NULL;
  return g_steal_pointer (&((StepCall *)data)->label);
}

void
skh_workbook_undo_async (SkhWorkbook *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  step_async (self, FALSE, cancellable, callback, user_data);
}

char *
skh_workbook_undo_finish (SkhWorkbook *self, GAsyncResult *result, GError **error)
{
  return step_finish (self, result, error);
}

void
skh_workbook_redo_async (SkhWorkbook *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  step_async (self, TRUE, cancellable, callback, user_data);
}

char *
skh_workbook_redo_finish (SkhWorkbook *self, GAsyncResult *result, GError **error)
{
  return step_finish (self, result, error);
}
