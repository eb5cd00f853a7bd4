/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-paper-block.h"
#include "skh-report.h"

G_BEGIN_DECLS

/* The matter that stands around the tables, set as blocks: the letterhead and the title
   before the first, a heading over each, the signature after the last. Each returns NULL
   when there is nothing to say. width is that of the type area, in points. */

SkhPaperBlock *skh_paper_matter_new_letterhead (SkhTypesetter *typesetter,
                                                const SkhPaperProfile *profile,
                                                const SkhTitleBlock *title,
                                                double width);
SkhPaperBlock *skh_paper_matter_new_title (SkhTypesetter *typesetter,
                                           const SkhPaperProfile *profile,
                                           const SkhTitleBlock *title,
                                           double width);
SkhPaperBlock *skh_paper_matter_new_heading (SkhTypesetter *typesetter,
                                             const SkhPaperProfile *profile,
                                             SkhTable *table,
                                             guint sheet_number,
                                             double width);
SkhPaperBlock *skh_paper_matter_new_signature (SkhTypesetter *typesetter,
                                               const SkhPaperProfile *profile,
                                               const SkhTitleBlock *title,
                                               double width);

G_END_DECLS
