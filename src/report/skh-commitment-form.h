/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"
#include "skh-register-query.h"
#include "skh-report.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* So many are a pile of paper that nobody prints at once. */
#define SKH_COMMITMENT_FORMS_MAX 10000

SkhReport *skh_commitment_form_new (SkhWorkbook *workbook,
                                    SkhLedger *ledger,
                                    const SkhRegisterQuery *query,
                                    const gint64 *ids,
                                    guint n_ids,
                                    GError **error);

G_END_DECLS
