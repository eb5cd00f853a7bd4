/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-report.h"

G_BEGIN_DECLS

/* Writes the report as a PDF; profile: the office's paper, or NULL for the plan's own. */
typedef gboolean (*SkhCliPrintFunc) (SkhReport *report,
                                     const char *profile,
                                     const char *path,
                                     GError **error);

int skh_cli_run (int argc, char **argv, SkhCliPrintFunc print);

G_END_DECLS
