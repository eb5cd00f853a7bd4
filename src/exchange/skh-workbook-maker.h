/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-draft.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

SkhWorkbook *
skh_workbook_maker_create (const char *path, const SkhPlanDraft *draft, GError **error);
void skh_workbook_maker_discard (SkhWorkbook *workbook);

G_END_DECLS
