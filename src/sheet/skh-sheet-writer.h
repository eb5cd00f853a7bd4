/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-report.h"

G_BEGIN_DECLS

#define SKH_SHEET_ERROR (skh_sheet_error_quark ())

typedef enum
{
  SKH_SHEET_ERROR_WRITE, /* the file can't be written; the message says why and what to do
                          */
} SkhSheetError;

GQuark skh_sheet_error_quark (void);

gboolean skh_sheet_writer_write (SkhReport *report, const char *path, GError **error);
/* Of libxlsxwriter, for bug reports. */
const char *skh_sheet_get_library_version (void);

G_END_DECLS
