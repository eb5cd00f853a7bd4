/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-register-query.h"
#include "skh-report.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

SkhReport *skh_register_report_new (SkhWorkbook *workbook,
                                    SkhLedger *ledger,
                                    const SkhRegisterQuery *query,
                                    SkhDate on);
SkhReport *skh_register_report_new_by_unit (SkhWorkbook *workbook,
                                            SkhLedger *ledger,
                                            const SkhRegisterQuery *query,
                                            SkhDate on,
                                            GError **error);
gboolean skh_register_report_has_failed (SkhReport *report, GError **error);

G_END_DECLS
