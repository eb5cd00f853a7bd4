/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-report.h"

G_BEGIN_DECLS

/* Reports to print in tests; the names in them are invented. */
SkhReport *sample_report_new_progress (guint n_rows);
SkhReport *sample_report_new_plain (const char *text, guint n_rows);
SkhReport *sample_report_new_crowded (guint n_rows);
void sample_report_add_empty_table (SkhReport *report, const char *sheet_name);
void sample_report_fill_title_block (SkhReport *report, SkhDate day);

G_END_DECLS
