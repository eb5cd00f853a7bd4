/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-paper.h"
#include "skh-session.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_REPORT_SUMMARY,
  SKH_REPORT_CHASE,
} SkhReportKind;

void skh_report_maker_make_async (SkhSession *session,
                                  SkhReportKind kind,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SkhPaper *skh_report_maker_make_finish (GAsyncResult *result, GError **error);

/* By the path's end: .xlsx or .pdf. */
void skh_report_maker_write_async (SkhSession *session,
                                   SkhReportKind kind,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean skh_report_maker_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
