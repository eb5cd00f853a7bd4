/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-report.h"

G_BEGIN_DECLS

SkhTable *skh_table_new (const char *sheet_name, const char *title);
void skh_table_free (SkhTable *self);

G_END_DECLS
