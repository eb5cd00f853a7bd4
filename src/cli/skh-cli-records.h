/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"

#include <jansson.h>

G_BEGIN_DECLS

/* What scripts read: the fields of each kind of record, in one place. What is not known
   is null; a field may be added, none is renamed. (transfer full) */
json_t *skh_cli_record_task (SkhLedger *ledger, const SkhTask *task);
json_t *skh_cli_record_unit (SkhLedger *ledger, const SkhUnit *unit);
json_t *skh_cli_record_line (SkhLedger *ledger, const SkhAssignment *line, SkhDate on);
/* Adds the counts and the two rates to a record. */
void skh_cli_record_add_rates (json_t *record, const SkhRates *rates);

json_t *skh_cli_record_string (const char *text);
json_t *skh_cli_record_date (SkhDate date);
json_t *skh_cli_record_id (gint64 id);

G_END_DECLS
