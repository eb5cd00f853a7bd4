/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-page-private.h"

/* All plans of the workbook one below the other. The session has the ledger of one; those
   of the others are loaded when they are to be shown, and again after every change. */

static gboolean
shows_all_plans (SkhTimelinePage *self)
{
  SkhTimelineOptions options = { 0 };

  skh_timeline_filters_fill (self->filters, &options);
  return options.all_plans;
}

static gint64
get_plan_id (SkhLedger *ledger)
{
  return skh_ledger_get_plan (ledger)->id;
}

/**
 * skh_timeline_page_list_ledgers:
 *
 * Returns: (transfer full) (element-type SkhLedger): what is to be shown, by year: with
 *   the session's own ledger for the plan that is looked at, which may be newer. Until
 *   the others are loaded, it stands alone
 */
GPtrArray *
skh_timeline_page_list_ledgers (SkhTimelinePage *self)
{
  SkhLedger *own = skh_session_get_ledger (self->session);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_ledger_unref);
  gboolean has_own = FALSE;

  for (guint i = 0; self->ledgers != NULL && i < self->ledgers->len; i++)
    {
      SkhLedger *ledger = g_ptr_array_index (self->ledgers, i);
      gboolean is_own = get_plan_id (ledger) == get_plan_id (own);

      has_own = has_own || is_own;
      g_ptr_array_add (list, skh_ledger_ref (is_own ? own : ledger));
    }
  if (has_own)
    return list;
  g_ptr_array_set_size (list, 0);
  g_ptr_array_add (list, skh_ledger_ref (own));
  return list;
}

void
skh_timeline_page_forget_plans (SkhTimelinePage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->ledgers, g_ptr_array_unref);
  g_clear_pointer (&self->ledgers_followed, skh_ledger_unref);
}

static void
on_ledgers_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhTimelinePage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *ledgers
    = skh_workbook_load_all_ledgers_finish (SKH_WORKBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (ledgers == NULL)
    {
      skh_session_report_fault (self->session, error->message);
      return;
    }
  g_clear_pointer (&self->ledgers, g_ptr_array_unref);
  self->ledgers = ledgers;
  skh_timeline_page_rebuild (self);
}

/**
 * skh_timeline_page_follow_plans:
 *
 * Loads the plans if they are to be shown and the workbook has changed since; the page is
 * then built again. What was loaded before is shown meanwhile.
 */
void
skh_timeline_page_follow_plans (SkhTimelinePage *self)
{
  SkhLedger *own = skh_session_get_ledger (self->session);

  if (!shows_all_plans (self))
    {
      skh_timeline_page_forget_plans (self);
      return;
    }
  if (self->ledgers_followed == own)
    return;
  g_clear_pointer (&self->ledgers_followed, skh_ledger_unref);
  self->ledgers_followed = skh_ledger_ref (own);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  skh_workbook_load_all_ledgers_async (skh_session_get_workbook (self->session),
                                       self->loading, on_ledgers_loaded,
                                       g_object_ref (self));
}
