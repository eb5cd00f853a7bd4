/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-plan-draft.h"

G_BEGIN_DECLS

/* A small plan of 2023 for tests: four units (A1, A2, A3 in group A, B1 alone), two
   sections, and one task of each kind that matters: 1 by 31/3 (group A), 2 quarterly with
   figures (group A), 3 relative (B1), 4 ongoing (B1), 5 counted in cells at group A, by
   30/6. */
SkhPlanDraft *sample_draft_new (void);

G_END_DECLS
