/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-draft.h"

G_BEGIN_DECLS

/* All that a draft says, as text to compare; a short name that was not given is the long
   one. (transfer full) */
char *draft_to_text (const SkhPlanDraft *draft);

G_END_DECLS
