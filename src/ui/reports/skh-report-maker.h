/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-chase-list.h"
#include "skh-paper.h"
#include "skh-register-query.h"
#include "skh-session.h"
#include "skh-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_REPORT_SUMMARY,
  SKH_REPORT_CHASE,
  SKH_REPORT_TIMELINE,
  SKH_REPORT_PLAN,
  SKH_REPORT_CHECKLIST,
  SKH_REPORT_COMMITMENTS, /* by unit */
  SKH_REPORT_REGISTER,
  SKH_REPORT_REGISTER_BY_UNIT,
  SKH_REPORT_COMMITMENT_FORMS,
  SKH_N_REPORT_KINDS,
} SkhReportKind;

/* What is asked for. The period and the day are the session's; what it points to is
   copied. */
typedef struct
{
  SkhReportKind kind;
  SkhTimelineOptions timeline;   /* of a TIMELINE: which tasks, how finely */
  SkhPaperSize paper;            /* of a TIMELINE */
  const SkhRegisterQuery *query; /* of a REGISTER: which entries, in which order */
  const gint64 *ids;             /* of FORMS: these entries instead … */
  guint n_ids;                   /* … unless there are none */
  SkhChaseList *chase;           /* of a CHASE: what was chosen; NULL: everything */
  guint unit;                    /* of a CHECKLIST */
} SkhReportRequest;

void skh_report_maker_make_async (SkhSession *session,
                                  const SkhReportRequest *request,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SkhPaper *skh_report_maker_make_finish (GAsyncResult *result, GError **error);

/* By the path's end: .xlsx or .pdf. */
void skh_report_maker_write_async (SkhSession *session,
                                   const SkhReportRequest *request,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean skh_report_maker_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
