/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-session.h"

typedef struct
{
  SkhSessionAskFunc ask;
  gpointer keeper; /* borrowed */
} Keeper;

struct _SkhSession
{
  GObject parent_instance;

  /* owned */
  SkhWorkbook *workbook;
  SkhLedger *ledger;
  GPtrArray *plans; /* SkhPlanRecord */
  GCancellable *opening;
  GCancellable *loading;

  GArray *keepers; /* Keeper */

  gint64 plan_id; /* 0: the workbook's first */
  SkhDate on;
  SkhPeriod period;
  gboolean period_chosen; /* by the user: another workbook's first load keeps it */
  gboolean stale;         /* the workbook changed while a load was under way */
};

G_DEFINE_FINAL_TYPE (SkhSession, skh_session, G_TYPE_OBJECT)

enum
{
  CHANGED,
  OPENED,
  OPEN_FAILED,
  FAULT,
  SAVED,
  UNDONE,
  REDONE,
  EXPORTED,
  PLANS_CHANGED,
  SHOW_UNIT,
  SHOW_TASK,
  SHOW_ASSIGNMENT,
  SHOW_SECTION,
  SHOW_OVERDUE,
  SHOW_SOON,
  SHOW_MISSING,
  SHOW_REPORT,
  SHOW_TIMELINE_REPORT,
  SHOW_CHECKLIST_REPORT,
  SHOW_CHASE,
  SHOW_PAGE,
  SHOW_ENTRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load_ledger (SkhSession *self);

static void
emit_changed (SkhSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
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

typedef struct
{
  GPtrArray *plans;
} PlanList;

static void
plan_list_free (gpointer data)
{
  PlanList *list = data;

  g_clear_pointer (&list->plans, g_ptr_array_unref);
  g_free (list);
}

static gboolean
list_plans (SkhDatabase *db, gpointer data, GError **error)
{
  PlanList *list = data;

  list->plans = skh_plan_store_list (db, error);
  return list->plans != NULL;
}

static void
on_plans_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) self = user_data;
  gpointer data;

  if (!skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, NULL)
      || SKH_WORKBOOK (source) != self->workbook)
    return;
  g_ptr_array_unref (self->plans);
  self->plans = g_steal_pointer (&((PlanList *)data)->plans);
  g_signal_emit (self, signals[PLANS_CHANGED], 0);
}

static void
load_plans (SkhSession *self)
{
  skh_workbook_run_async (self->workbook, list_plans, g_new0 (PlanList, 1),
                          plan_list_free, NULL, on_plans_listed, g_object_ref (self));
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
    g_signal_emit (self, signals[OPEN_FAILED], 0, error->message);
}

typedef struct
{
  SkhSession *session;
  char *label;
} Edit;

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->session);
  g_free (edit->label);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static void
on_edited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;

  if (skh_workbook_edit_finish (SKH_WORKBOOK (source), result, &error))
    g_signal_emit (edit->session, signals[SAVED], 0, edit->label);
  else
    skh_session_report_fault (edit->session, error->message);
}

static void
tell_stepped (SkhSession *self, guint signal, const char *label, const GError *error)
{
  if (label != NULL)
    g_signal_emit (self, signals[signal], 0, label);
  else
    skh_session_report_fault (self, error->message);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label
    = skh_workbook_undo_finish (SKH_WORKBOOK (source), result, &error);

  tell_stepped (self, UNDONE, label, error);
}

static void
on_redone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label
    = skh_workbook_redo_finish (SKH_WORKBOOK (source), result, &error);

  tell_stepped (self, REDONE, label, error);
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

static guint
add_signal (const char *name, GType argument)
{
  return g_signal_new (name, SKH_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, argument != G_TYPE_NONE, argument);
}

static void
skh_session_class_init (SkhSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = skh_session_finalize;

  signals[CHANGED] = add_signal ("changed", G_TYPE_NONE);
  signals[OPENED] = add_signal ("opened", G_TYPE_NONE);
  signals[OPEN_FAILED] = add_signal ("open-failed", G_TYPE_STRING);
  signals[FAULT] = add_signal ("fault", G_TYPE_STRING);
  signals[SAVED] = add_signal ("saved", G_TYPE_STRING);
  signals[UNDONE] = add_signal ("undone", G_TYPE_STRING);
  signals[REDONE] = add_signal ("redone", G_TYPE_STRING);
  signals[EXPORTED] = add_signal ("exported", G_TYPE_STRING);
  signals[PLANS_CHANGED] = add_signal ("plans-changed", G_TYPE_NONE);
  signals[SHOW_UNIT] = add_signal ("show-unit", G_TYPE_UINT);
  signals[SHOW_TASK] = add_signal ("show-task", G_TYPE_UINT);
  signals[SHOW_ASSIGNMENT] = add_signal ("show-assignment", G_TYPE_UINT);
  signals[SHOW_SECTION] = add_signal ("show-section", G_TYPE_UINT);
  signals[SHOW_OVERDUE] = add_signal ("show-overdue", G_TYPE_NONE);
  signals[SHOW_SOON] = add_signal ("show-soon", G_TYPE_NONE);
  signals[SHOW_MISSING] = add_signal ("show-missing", G_TYPE_NONE);
  signals[SHOW_REPORT] = add_signal ("show-report", G_TYPE_STRING);
  signals[SHOW_TIMELINE_REPORT] = add_signal ("show-timeline-report", G_TYPE_POINTER);
  signals[SHOW_CHECKLIST_REPORT] = add_signal ("show-checklist-report", G_TYPE_UINT);
  signals[SHOW_CHASE]
    = g_signal_new ("show-chase", SKH_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SHOW_PAGE] = add_signal ("show-page", G_TYPE_STRING);
  signals[SHOW_ENTRY]
    = g_signal_new ("show-entry", SKH_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
skh_session_init (SkhSession *self)
{
  self->on = skh_session_get_clock_day ();
  self->keepers = g_array_new (FALSE, FALSE, sizeof (Keeper));
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
      g_signal_emit (self, signals[OPENED], 0);
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
  g_signal_emit (self, signals[OPENED], 0);
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

typedef struct
{
  SkhSession *session;
  SkhWorkbookFunc func;
  gpointer edit;
  GDestroyNotify destroy;
  SkhSessionAppliedFunc applied;
  GObject *owner;
} Application;

static void
application_free (Application *application)
{
  if (application->destroy != NULL)
    application->destroy (application->edit);
  g_clear_object (&application->owner);
  g_object_unref (application->session);
  g_free (application);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Application, application_free)

static gboolean
run_application (SkhDatabase *db, gpointer data, GError **error)
{
  Application *application = data;

  return application->func (db, application->edit, error);
}

/* The newest act's own label is what undo would say. */
static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Application) application = user_data;
  g_autoptr (GError) error = NULL;
  SkhSession *self = application->session;
  gboolean done = skh_workbook_run_finish (SKH_WORKBOOK (source), result, NULL, &error);
  const char *label = skh_workbook_get_undo_label (SKH_WORKBOOK (source));

  if (application->applied != NULL)
    application->applied (self, application->edit, error, application->owner);
  else if (!done)
    skh_session_report_fault (self, error->message);
  if (done && label != NULL)
    g_signal_emit (self, signals[SAVED], 0, label);
}

/* edit is destroyed on this thread, after applied. */
void
skh_session_apply (SkhSession *self,
                   SkhWorkbookFunc func,
                   gpointer edit,
                   GDestroyNotify destroy,
                   SkhSessionAppliedFunc applied,
                   gpointer owner)
{
  Application *application = g_new0 (Application, 1);

  application->session = g_object_ref (self);
  application->func = func;
  application->edit = edit;
  application->destroy = destroy;
  application->applied = applied;
  application->owner = owner != NULL ? g_object_ref (owner) : NULL;
  if (skh_session_is_writable (self))
    skh_workbook_run_async (self->workbook, run_application, application, NULL, NULL,
                            on_applied, application);
  else
    application_free (application);
}

/* keeper is borrowed: it takes itself back before it goes. */
void
skh_session_add_keeper (SkhSession *self, SkhSessionAskFunc ask, gpointer keeper)
{
  Keeper added = { ask, keeper };

  g_array_append_val (self->keepers, added);
}

void
skh_session_remove_keeper (SkhSession *self, gpointer keeper)
{
  for (guint i = self->keepers->len; i-- > 0;)
    if (g_array_index (self->keepers, Keeper, i).keeper == keeper)
      g_array_remove_index (self->keepers, i);
}

typedef struct
{
  SkhSession *session;
  SkhSessionThenFunc then;
  gpointer data;
} Asking;

/* Another may have unsaved text too. */
static void
ask_next (gpointer data)
{
  Asking *asking = data;

  if (!skh_session_ask_unsaved (asking->session, asking->then, asking->data))
    asking->then (asking->data);
  g_object_unref (asking->session);
  g_free (asking);
}

gboolean
skh_session_ask_unsaved (SkhSession *self, SkhSessionThenFunc then, gpointer data)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ g_object_ref (self), then, data };
  for (guint i = 0; i < self->keepers->len; i++)
    {
      const Keeper *keeper = &g_array_index (self->keepers, Keeper, i);

      if (keeper->ask (keeper->keeper, ask_next, asking))
        return TRUE;
    }
  g_object_unref (asking->session);
  g_free (asking);
  return FALSE;
}

/* One act over all edits, copied; `saved` or `fault` tells the end. */
void
skh_session_edit (SkhSession *self,
                  const char *label,
                  const SkhAssignmentEdit *edits,
                  guint n_edits)
{
  Edit *edit;

  if (self->workbook == NULL || n_edits == 0)
    return;
  edit = g_new (Edit, 1);
  edit->session = g_object_ref (self);
  edit->label = g_strdup (label);
  skh_workbook_edit_async (self->workbook, label, edits, n_edits, NULL, on_edited, edit);
}

void
skh_session_undo (SkhSession *self)
{
  if (skh_session_is_writable (self))
    skh_workbook_undo_async (self->workbook, NULL, on_undone, g_object_ref (self));
}

void
skh_session_redo (SkhSession *self)
{
  if (skh_session_is_writable (self))
    skh_workbook_redo_async (self->workbook, NULL, on_redone, g_object_ref (self));
}

/* Tells the user one sentence: what happened, to what, what to do. */
void
skh_session_report_fault (SkhSession *self, const char *message)
{
  g_signal_emit (self, signals[FAULT], 0, message);
}

/* Tells of the newest act, by its own label. */
void
skh_session_report_saved (SkhSession *self)
{
  const char *label
    = self->workbook != NULL ? skh_workbook_get_undo_label (self->workbook) : NULL;

  if (label != NULL)
    g_signal_emit (self, signals[SAVED], 0, label);
}

/* Tells that a file for other programs was written. */
void
skh_session_report_exported (SkhSession *self, const char *path)
{
  g_signal_emit (self, signals[EXPORTED], 0, path);
}

/* The page comes forward (and is built) first, so that it hears what to show. */
static void
show_on_page (SkhSession *self, const char *page, guint signal, guint index)
{
  skh_session_show_page (self, page);
  g_signal_emit (self, signals[signal], 0, index);
}

void
skh_session_show_unit (SkhSession *self, guint unit)
{
  show_on_page (self, "units", SHOW_UNIT, unit);
}

void
skh_session_show_task (SkhSession *self, guint task)
{
  show_on_page (self, "timeline", SHOW_TASK, task);
}

void
skh_session_show_assignment (SkhSession *self, guint assignment)
{
  show_on_page (self, "units", SHOW_ASSIGNMENT, assignment);
}

void
skh_session_show_section (SkhSession *self, guint section)
{
  show_on_page (self, "timeline", SHOW_SECTION, section);
}

void
skh_session_show_overdue (SkhSession *self)
{
  skh_session_show_page (self, "units");
  g_signal_emit (self, signals[SHOW_OVERDUE], 0);
}

void
skh_session_show_soon (SkhSession *self)
{
  skh_session_show_page (self, "units");
  g_signal_emit (self, signals[SHOW_SOON], 0);
}

void
skh_session_show_missing (SkhSession *self)
{
  skh_session_show_page (self, "units");
  g_signal_emit (self, signals[SHOW_MISSING], 0);
}

/* kind: summary, chase, timeline or plan. */
void
skh_session_show_report (SkhSession *self, const char *kind)
{
  skh_session_show_page (self, "reports");
  g_signal_emit (self, signals[SHOW_REPORT], 0, kind);
}

void
skh_session_show_timeline_report (SkhSession *self, const SkhTimelineOptions *options)
{
  skh_session_show_page (self, "reports");
  g_signal_emit (self, signals[SHOW_TIMELINE_REPORT], 0, options);
}

void
skh_session_show_checklist_report (SkhSession *self, guint unit)
{
  show_on_page (self, "reports", SHOW_CHECKLIST_REPORT, unit);
}

void
skh_session_show_chase (SkhSession *self, guint unit, guint task)
{
  g_signal_emit (self, signals[SHOW_CHASE], 0, unit, task);
}

/* Brings a page forward: overview, timeline, units, reports. */
void
skh_session_show_page (SkhSession *self, const char *name)
{
  g_signal_emit (self, signals[SHOW_PAGE], 0, name);
}

gboolean
skh_session_has_own_page (const char *register_id)
{
  return g_str_equal (register_id, "documents")
         || g_str_equal (register_id, "commitments");
}

void
skh_session_show_entry (SkhSession *self, const char *register_id, gint64 entry_id)
{
  skh_session_show_page (self, skh_session_has_own_page (register_id) ? register_id
                                                                      : "registers");
  g_signal_emit (self, signals[SHOW_ENTRY], 0, register_id, entry_id);
}

/* The day by the desk's clock. */
SkhDate
skh_session_get_clock_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return skh_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now));
}
