/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-session-private.h"

G_DEFINE_FINAL_TYPE (SkhSession, skh_session, G_TYPE_OBJECT)

guint skh_session_signals[SKH_SESSION_N_SIGNALS];

static void load_ledger (SkhSession *self);

static void
emit_changed (SkhSession *self)
{
  g_signal_emit (self, skh_session_signals[SKH_SESSION_CHANGED], 0);
}

/* The quarter of the day when it lies in the plan's year, else the year. */
static SkhPeriod
get_default_period (SkhLedger *ledger, SkhDate on)
{
  int year = skh_ledger_get_plan (ledger)->year;
  SkhPeriod quarter = skh_period_of_day (SKH_PERIOD_QUARTER, on);

  return quarter.year == year ? quarter : skh_period_new (SKH_PERIOD_YEAR, year, 1);
}

static void
take_ledger (SkhSession *self, SkhLedger *ledger)
{
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  self->ledger = ledger;
  if (!self->period_chosen || self->period.year != skh_ledger_get_plan (ledger)->year)
    self->period = get_default_period (ledger, self->on);
  emit_changed (self);
}

static GPtrArray *
new_plan_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)skh_plan_record_free);
}

static void
on_plans_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) self = user_data;
  g_autoptr (GPtrArray) plans
    = skh_workbook_list_plans_finish (SKH_WORKBOOK (source), result, NULL);

  if (plans == NULL || SKH_WORKBOOK (source) != self->workbook)
    return;
  g_ptr_array_unref (self->plans);
  self->plans = g_steal_pointer (&plans);
  g_signal_emit (self, skh_session_signals[SKH_SESSION_PLANS_CHANGED], 0);
}

static void
load_plans (SkhSession *self)
{
  skh_workbook_list_plans_async (self->workbook, NULL, on_plans_listed,
                                 g_object_ref (self));
}

/* An undo may have taken away the plan that was looked at. */
static void
fall_back_to_first_plan (SkhSession *self, const GError *error)
{
  if (self->plan_id == 0
      || !g_error_matches (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND))
    {
      skh_session_report_fault (self, error->message);
      return;
    }
  self->plan_id = 0;
  self->stale = TRUE;
}

static void
on_ledger_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) self = user_data;
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger
    = skh_workbook_load_ledger_finish (SKH_WORKBOOK (source), result, &error);

  if (SKH_WORKBOOK (source) != self->workbook)
    {
      g_clear_pointer (&ledger, skh_ledger_unref);
      return;
    }
  g_clear_object (&self->loading);
  if (ledger != NULL)
    take_ledger (self, ledger);
  else
    fall_back_to_first_plan (self, error);
  if (self->stale)
    load_ledger (self);
  else
    load_plans (self);
}

/* One load at a time: what changes meanwhile is loaded once more afterwards. */
static void
load_ledger (SkhSession *self)
{
  self->stale = self->loading != NULL;
  if (self->stale)
    return;
  self->loading = g_cancellable_new ();
  skh_workbook_load_ledger_async (self->workbook, self->plan_id, self->loading,
                                  on_ledger_loaded, g_object_ref (self));
}

static void
on_workbook_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhWorkbook) workbook = skh_workbook_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (workbook != NULL)
    skh_session_set_workbook (self, workbook);
  else
    g_signal_emit (self, skh_session_signals[SKH_SESSION_OPEN_FAILED], 0, error->message);
}

/* Waits for the acts under way: the program may end right after, and what the user did
   last must be on disk by then. Dropping the reference would not wait, as a call under
   way holds one too. */
static void
let_workbook_go (SkhSession *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->stale = FALSE;
  self->plan_id = 0;
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  if (self->workbook == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->workbook, self);
  skh_workbook_close (self->workbook);
  g_clear_object (&self->workbook);
}

static void
skh_session_dispose (GObject *object)
{
  SkhSession *self = SKH_SESSION (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  let_workbook_go (self);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  G_OBJECT_CLASS (skh_session_parent_class)->dispose (object);
}

static void
skh_session_finalize (GObject *object)
{
  g_array_unref (SKH_SESSION (object)->keepers);
  G_OBJECT_CLASS (skh_session_parent_class)->finalize (object);
}

static const struct
{
  const char *name;
  GType arguments[2]; /* as many as there are; 0 ends them */
} signals[SKH_SESSION_N_SIGNALS] = {
  [SKH_SESSION_CHANGED] = { "changed" },
  [SKH_SESSION_OPENED] = { "opened" },
  [SKH_SESSION_OPEN_FAILED] = { "open-failed", { G_TYPE_STRING } },
  [SKH_SESSION_FAULT] = { "fault", { G_TYPE_STRING } },
  [SKH_SESSION_TOLD] = { "told", { G_TYPE_STRING } },
  [SKH_SESSION_SAVED] = { "saved", { G_TYPE_STRING } },
  [SKH_SESSION_UNDONE] = { "undone", { G_TYPE_STRING } },
  [SKH_SESSION_REDONE] = { "redone", { G_TYPE_STRING } },
  [SKH_SESSION_EXPORTED] = { "exported", { G_TYPE_STRING } },
  [SKH_SESSION_PLANS_CHANGED] = { "plans-changed" },
  [SKH_SESSION_SHOW_UNIT] = { "show-unit", { G_TYPE_UINT } },
  [SKH_SESSION_SHOW_TASK] = { "show-task", { G_TYPE_UINT } },
  [SKH_SESSION_SHOW_ASSIGNMENT] = { "show-assignment", { G_TYPE_UINT } },
  [SKH_SESSION_SHOW_SECTION] = { "show-section", { G_TYPE_UINT } },
  [SKH_SESSION_SHOW_OVERDUE] = { "show-overdue" },
  [SKH_SESSION_SHOW_SOON] = { "show-soon" },
  [SKH_SESSION_SHOW_MISSING] = { "show-missing" },
  [SKH_SESSION_SHOW_REPORT] = { "show-report", { G_TYPE_STRING } },
  [SKH_SESSION_SHOW_TIMELINE_REPORT] = { "show-timeline-report", { G_TYPE_POINTER } },
  [SKH_SESSION_SHOW_CHECKLIST_REPORT] = { "show-checklist-report", { G_TYPE_UINT } },
  [SKH_SESSION_SHOW_CHASE] = { "show-chase", { G_TYPE_UINT, G_TYPE_UINT } },
  [SKH_SESSION_SHOW_PAGE] = { "show-page", { G_TYPE_STRING } },
  [SKH_SESSION_SHOW_ENTRY] = { "show-entry", { G_TYPE_STRING, G_TYPE_INT64 } },
};

static void
skh_session_class_init (SkhSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = skh_session_finalize;

  for (guint i = 0; i < SKH_SESSION_N_SIGNALS; i++)
    {
      const GType *arguments = signals[i].arguments;
      guint n = (arguments[0] != 0) + (arguments[1] != 0);

      skh_session_signals[i]
        = g_signal_newv (signals[i].name, SKH_TYPE_SESSION, G_SIGNAL_RUN_LAST, NULL, NULL,
                         NULL, NULL, G_TYPE_NONE, n, (GType *)arguments);
    }
}

static void
skh_session_init (SkhSession *self)
{
  self->on = skh_session_get_clock_day ();
  skh_session_init_keepers (self);
  self->plans = new_plan_list ();
}

SkhSession *
skh_session_new (void)
{
  return g_object_new (SKH_TYPE_SESSION, NULL);
}

static gboolean
is_same_file (const char *path, const char *other)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other_file = g_file_new_for_path (other);

  return g_file_equal (file, other_file);
}

/* Opens a workbook on its own thread, to write if possible; `opened` or `open-failed`
   tells the end. on is the day to see it from, SKH_DATE_NONE to keep the session's. */
void
skh_session_open (SkhSession *self, const char *path, SkhDate on)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (on != SKH_DATE_NONE)
    self->on = on;
  /* Our own lock would make the second look a read-only one. */
  if (skh_session_is_writable (self)
      && is_same_file (path, skh_workbook_get_path (self->workbook)))
    {
      g_signal_emit (self, skh_session_signals[SKH_SESSION_OPENED], 0);
      emit_changed (self);
      return;
    }
  self->opening = g_cancellable_new ();
  skh_workbook_open_async (path, SKH_WORKBOOK_OPEN_BEST, self->opening,
                           on_workbook_opened, g_object_ref (self));
}

/* Shows another workbook (NULL for none) and starts to load its ledger. The session keeps
   a reference and closes the workbook when it lets it go. */
void
skh_session_set_workbook (SkhSession *self, SkhWorkbook *workbook)
{
  let_workbook_go (self);
  if (workbook != NULL)
    {
      self->workbook = g_object_ref (workbook);
      g_signal_connect_swapped (workbook, "changed", G_CALLBACK (load_ledger), self);
      load_ledger (self);
    }
  g_signal_emit (self, skh_session_signals[SKH_SESSION_OPENED], 0);
}

SkhWorkbook *
skh_session_get_workbook (SkhSession *self)
{
  return self->workbook;
}

gboolean
skh_session_is_writable (SkhSession *self)
{
  return self->workbook != NULL && !skh_workbook_is_read_only (self->workbook);
}

SkhLedger *
skh_session_get_ledger (SkhSession *self)
{
  return self->ledger;
}

/* The day everything is seen from. */
SkhDate
skh_session_get_on (SkhSession *self)
{
  return self->on;
}

void
skh_session_set_on (SkhSession *self, SkhDate on)
{
  if (on == self->on || on == SKH_DATE_NONE)
    return;
  self->on = on;
  emit_changed (self);
}

/* The period whose lines are counted; none before the first load. */
SkhPeriod
skh_session_get_period (SkhSession *self)
{
  return self->period;
}

void
skh_session_set_period (SkhSession *self, SkhPeriod period)
{
  if (skh_period_equal (period, self->period))
    return;
  self->period = period;
  self->period_chosen = TRUE;
  emit_changed (self);
}

/* The workbook's plans, by year; empty before they are read. */
GPtrArray *
skh_session_get_plans (SkhSession *self)
{
  return self->plans;
}

/* The plan that is looked at, by what was loaded last; 0 before the first load. */
gint64
skh_session_get_plan_id (SkhSession *self)
{
  return self->ledger != NULL ? skh_ledger_get_plan (self->ledger)->id : 0;
}

/* Looks at another plan of the workbook; `changed` tells when it is there. */
void
skh_session_set_plan (SkhSession *self, gint64 plan_id)
{
  if (self->workbook == NULL || plan_id == self->plan_id)
    return;
  self->plan_id = plan_id;
  load_ledger (self);
}

/* The day by the desk's clock. */
SkhDate
skh_session_get_clock_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return skh_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now));
}
