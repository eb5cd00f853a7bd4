/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-workbook.h"

G_BEGIN_DECLS

/* workbook is NULL when it could not be made, and error says why. */
typedef void (*SkhNewWorkbookFunc) (SkhWorkbook *workbook,
                                    const GError *error,
                                    gpointer user_data);

void skh_new_workbook_make (const char *path,
                            const char *template_id,
                            int year,
                            gboolean blank,
                            SkhNewWorkbookFunc func,
                            GObject *owner);

G_END_DECLS
