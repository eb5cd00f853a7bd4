/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-report-maker.h"

#include "skh-chase-report.h"
#include "skh-checklist-report.h"
#include "skh-commitment-form.h"
#include "skh-commitment-report.h"
#include "skh-plan-report.h"
#include "skh-register-report.h"
#include "skh-sheet-writer.h"
#include "skh-stores.h"
#include "skh-summary-report.h"
#include "skh-timeline-report.h"

/* A report is made in two steps: the office's tables are read on the database thread,
   then everything is computed and set on a worker thread, from a ledger that does not
   change. What comes back is used by the main thread alone. */
typedef struct
{
  SkhReportRequest request;
  char *section, *lead;    /* that the request names */
  SkhRegisterQuery *query; /* the same */
  gint64 *ids;             /* the same */
  SkhWorkbook *workbook;
  SkhLedger *ledger;
  SkhPeriod period;
  SkhDate on;
  GPtrArray *tables;
  char *path; /* NULL: pages for the screen */
} Job;

static void
job_free (Job *job)
{
  skh_ledger_unref (job->ledger);
  g_clear_pointer (&job->tables, g_ptr_array_unref);
  g_clear_pointer (&job->query, skh_register_query_free);
  g_clear_object (&job->workbook);
  g_clear_pointer (&job->request.chase, skh_chase_list_unref);
  g_free (job->section);
  g_free (job->lead);
  g_free (job->ids);
  g_free (job->path);
  g_free (job);
}

static SkhReport *
build_chase (const Job *job)
{
  g_autoptr (SkhChaseList) list
    = job->request.chase != NULL ? skh_chase_list_ref (job->request.chase)
                                 : skh_chase_list_new (job->ledger, job->on, NULL, NULL);

  return skh_chase_report_new (list);
}

static SkhReport *
build_timeline (const Job *job, GError **error)
{
  const SkhTimelineOptions *options = &job->request.timeline;
  g_autoptr (GPtrArray) ledgers = NULL;

  if (!options->all_plans)
    return skh_timeline_report_new (job->ledger, options, job->request.paper);
  ledgers = skh_workbook_load_all_ledgers (job->workbook, error);
  return ledgers != NULL
           ? skh_timeline_report_new_for_plans ((SkhLedger *const *)ledgers->pdata,
                                                ledgers->len, options, job->request.paper)
           : NULL;
}

static SkhReport *
build_report (const Job *job, GError **error)
{
  switch (job->request.kind)
    {
    case SKH_REPORT_CHASE:
      return build_chase (job);
    case SKH_REPORT_TIMELINE:
      return build_timeline (job, error);
    case SKH_REPORT_CHECKLIST:
      return skh_checklist_report_new (job->ledger, job->request.unit, job->period,
                                       job->on);
    case SKH_REPORT_PLAN:
      return skh_plan_report_new (job->ledger);
    case SKH_REPORT_COMMITMENTS:
      return skh_commitment_report_new (job->workbook, job->ledger, 0, job->on, error);
    case SKH_REPORT_REGISTER:
      return skh_register_report_new (job->workbook, job->ledger, job->query, job->on);
    case SKH_REPORT_REGISTER_BY_UNIT:
      return skh_register_report_new_by_unit (job->workbook, job->ledger, job->query,
                                              job->on, error);
    case SKH_REPORT_COMMITMENT_FORMS:
      return skh_commitment_form_new (job->workbook, job->ledger, job->query, job->ids,
                                      job->request.n_ids, error);
    case SKH_REPORT_SUMMARY:
    case SKH_N_REPORT_KINDS:
    default:
      return skh_summary_report_new (job->ledger, job->tables, job->period, job->on);
    }
}

/* The rows of a register are read while it is rendered. */
static gboolean
is_whole (const Job *job, SkhReport *report, GError **error)
{
  return (job->request.kind != SKH_REPORT_REGISTER
          && job->request.kind != SKH_REPORT_REGISTER_BY_UNIT)
         || !skh_register_report_has_failed (report, error);
}

static SkhPaper *
build_paper (const Job *job, SkhReport *report, GError **error)
{
  g_autoptr (SkhPaper) paper
    = skh_paper_new (report, skh_ledger_get_setting (job->ledger, "paper_profile"),
                     error);

  return paper != NULL && is_whole (job, report, error) ? g_steal_pointer (&paper) : NULL;
}

static gboolean
write_file (const Job *job, SkhReport *report, GError **error)
{
  g_autoptr (SkhPaper) paper = NULL;

  if (g_str_has_suffix (job->path, ".xlsx"))
    return skh_sheet_writer_write (report, job->path, error)
           && is_whole (job, report, error);
  paper = build_paper (job, report, error);
  return paper != NULL && skh_paper_write_pdf (paper, job->path, error);
}

static void
work (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  g_autoptr (SkhReport) report = build_report (job, &error);
  SkhPaper *paper;

  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->path != NULL)
    {
      if (write_file (job, report, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      return;
    }
  paper = build_paper (job, report, &error);
  if (paper != NULL)
    g_task_return_pointer (task, paper, g_object_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
read_tables (SkhDatabase *db, gpointer user_data, GError **error)
{
  Job *job = user_data;

  job->tables
    = skh_plan_store_list_report_tables (db, skh_ledger_get_plan (job->ledger)->id,
                                         error);
  return job->tables != NULL;
}

static void
on_tables_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (skh_workbook_run_finish (SKH_WORKBOOK (source), result, NULL, &error))
    g_task_run_in_thread (task, work);
  else
    g_task_return_error (task, error);
}

static void
start (SkhSession *session,
       const SkhReportRequest *request,
       const char *path,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->request = *request;
  if (request->chase != NULL)
    skh_chase_list_ref (request->chase);
  job->ledger = skh_ledger_ref (skh_session_get_ledger (session));
  job->period = skh_session_get_period (session);
  job->on = skh_session_get_on (session);
  job->workbook = g_object_ref (skh_session_get_workbook (session));
  if (request->query != NULL)
    job->query = skh_register_query_copy (request->query);
  job->request.query = job->query;
  job->ids = g_memdup2 (request->ids, request->n_ids * sizeof *request->ids);
  job->request.ids = job->ids;
  job->section = g_strdup (request->timeline.section);
  job->request.timeline.section = job->section;
  job->lead = g_strdup (request->timeline.lead);
  job->request.timeline.lead = job->lead;
  job->request.timeline.on = job->on;
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  skh_workbook_run_async (skh_session_get_workbook (session), read_tables, job, NULL,
                          cancellable, on_tables_read, task);
}

/* The session must have a ledger. */
void
skh_report_maker_make_async (SkhSession *session,
                             const SkhReportRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  start (session, request, NULL, cancellable, callback, user_data);
}

SkhPaper *
skh_report_maker_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
skh_report_maker_write_async (SkhSession *session,
                              const SkhReportRequest *request,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  start (session, request, path, cancellable, callback, user_data);
}

gboolean
skh_report_maker_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
