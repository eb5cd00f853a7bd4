/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-chase-list.h"
#include "skh-cli-call.h"

#include "skh-import.h"
#include "skh-plan-draft.h"

G_BEGIN_DECLS

/* One function a command; see the table in skh-cli.c. */

/* skh-cli-plan.c */
gboolean skh_cli_run_templates (SkhCliCall *call, GError **error);
gboolean skh_cli_run_new (SkhCliCall *call, GError **error);
gboolean skh_cli_run_plans (SkhCliCall *call, GError **error);
SkhPlanDraft *skh_cli_read_template (SkhCliCall *call, GError **error);
gboolean skh_cli_run_tasks (SkhCliCall *call, GError **error);
gboolean skh_cli_run_units (SkhCliCall *call, GError **error);

/* skh-cli-plan-more.c */
gboolean skh_cli_run_plan (SkhCliCall *call, GError **error);

/* skh-cli-checklist.c */
gboolean skh_cli_run_checklist (SkhCliCall *call, GError **error);
gboolean skh_cli_run_overdue (SkhCliCall *call, GError **error);
void skh_cli_print_line (SkhCliCall *call, SkhLedger *ledger, const SkhAssignment *line);

/* skh-cli-rates.c */
gboolean skh_cli_run_rates (SkhCliCall *call, GError **error);

/* skh-cli-set.c */
gboolean skh_cli_run_set (SkhCliCall *call, GError **error);

/* skh-cli-import.c */
gboolean skh_cli_run_import_units (SkhCliCall *call, GError **error);
gboolean skh_cli_run_import_tasks (SkhCliCall *call, GError **error);

void skh_cli_print_import (SkhCliCall *call, const SkhImportResult *result);

/* skh-cli-register.c */
gboolean skh_cli_run_register (SkhCliCall *call, GError **error);
gboolean skh_cli_run_register_add (SkhCliCall *call, GError **error);
gboolean skh_cli_run_import_register (SkhCliCall *call, GError **error);
gboolean skh_cli_run_conference (SkhCliCall *call, GError **error);

/* query: see skh-register-query.h; NULL: all. */
gboolean skh_cli_print_entries (SkhCliCall *call,
                                SkhWorkbook *workbook,
                                const char *register_id,
                                const char *query,
                                GError **error);

/* skh-cli-commitments.c */
gboolean skh_cli_run_commitments (SkhCliCall *call, GError **error);
/* The commitments of the year that is asked for, of one unit when one is. (transfer full)
 */
char *skh_cli_dup_commitments_query (SkhCliCall *call,
                                     SkhLedger *ledger,
                                     gboolean missing,
                                     GError **error);

/* skh-cli-export.c */
gboolean skh_cli_run_export_commitments (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_commitment_forms (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_summary (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_chase (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_report (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_checklist (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_plan (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_timeline (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_register (SkhCliCall *call, GError **error);

/* skh-cli-chase.c */
gboolean skh_cli_run_chase (SkhCliCall *call, GError **error);
gboolean skh_cli_run_export_letters (SkhCliCall *call, GError **error);
/* What the options choose to chase: units and sections. (transfer full) */
SkhChaseList *
skh_cli_make_chase_list (SkhCliCall *call, SkhLedger *ledger, GError **error);

/* skh-cli-history.c */
gboolean skh_cli_run_history (SkhCliCall *call, GError **error);
gboolean skh_cli_run_undo (SkhCliCall *call, GError **error);
gboolean skh_cli_run_redo (SkhCliCall *call, GError **error);
gboolean skh_cli_run_check (SkhCliCall *call, GError **error);

/* skh-cli-program.c */
gboolean skh_cli_run_generate (SkhCliCall *call, GError **error);
gboolean skh_cli_run_version (SkhCliCall *call, GError **error);

G_END_DECLS
