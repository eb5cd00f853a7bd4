/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SkhDatabase: the SQLite handle of one workbook. It is met only inside the functions
   that skh_workbook_run() runs, on the thread that owns it, and asserts so. */
typedef struct _SkhDatabase SkhDatabase;

G_END_DECLS
