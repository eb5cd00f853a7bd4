/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-report.h"

G_BEGIN_DECLS

SkhReport *
skh_checklist_report_new (SkhLedger *ledger, guint unit, SkhPeriod period, SkhDate on);

G_END_DECLS
