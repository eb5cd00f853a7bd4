/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-cli.h"

G_BEGIN_DECLS

json_t *skh_cli_line_to_json (SkhLedger *ledger, const SkhAssignment *line, SkhDate on);

/* FALSE with what there is to choose from. */
gboolean
skh_cli_find_unit (SkhLedger *ledger, const char *code, guint *unit, GError **error);
gboolean
skh_cli_find_task (SkhLedger *ledger, const char *no, guint *task, GError **error);

extern const GOptionEntry skh_cli_set_options[];
SkhCliStatus skh_cli_run_set (char **words);

G_END_DECLS
