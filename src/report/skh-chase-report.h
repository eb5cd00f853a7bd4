/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-chase-list.h"
#include "skh-report.h"

G_BEGIN_DECLS

SkhReport *skh_chase_report_new (SkhChaseList *list);

G_END_DECLS
