/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-ledger.h"

G_BEGIN_DECLS

/* SkhNameFinder: the units and groups of a workbook by what people call them: code, name
   or short name, in any case and without tones. */
typedef struct _SkhNameFinder SkhNameFinder;

typedef enum
{
  SKH_NAME_FOUND,
  SKH_NAME_UNKNOWN,
  SKH_NAME_AMBIGUOUS, /* several have it */
} SkhNameResult;

SkhNameFinder *skh_name_finder_new (SkhLedger *ledger);
void skh_name_finder_free (SkhNameFinder *self);
SkhNameResult skh_name_finder_find_all (const SkhNameFinder *self,
                                        const char *text,
                                        GPtrArray *codes,
                                        char **culprit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhNameFinder, skh_name_finder_free)

G_END_DECLS
