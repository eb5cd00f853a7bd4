/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-period.h"

G_BEGIN_DECLS

char *skh_period_text_dup_short (SkhPeriod period);

G_END_DECLS
