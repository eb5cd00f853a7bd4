/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-report.h"
#include "skh-timeline.h"

G_BEGIN_DECLS

SkhReport *skh_timeline_report_new (SkhLedger *ledger,
                                    const SkhTimelineOptions *options,
                                    SkhPaperSize size);

SkhReport *skh_timeline_report_new_for_plans (SkhLedger *const *ledgers,
                                              guint n_ledgers,
                                              const SkhTimelineOptions *options,
                                              SkhPaperSize size);

G_END_DECLS
