/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-report.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

SkhReport *skh_commitment_report_new (SkhWorkbook *workbook,
                                      SkhLedger *ledger,
                                      int year,
                                      SkhDate on,
                                      GError **error);

G_END_DECLS
