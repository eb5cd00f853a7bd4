/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database-private.h"
#include "skh-file-lock.h"
#include "skh-workbook.h"

G_BEGIN_DECLS

/* What opening a file gives. lock is NULL and read_only_reason says why when it may only
   be read. */
typedef struct
{
  SkhDatabase *db;
  SkhFileLock *lock;
  char *read_only_reason;
} SkhOpening;

/* Both run on the thread that will own the handle. */
gboolean skh_opening_open (SkhOpening *self,
                           const char *path,
                           SkhWorkbookOpenMode mode,
                           GError **error);
gboolean skh_opening_create (SkhOpening *self, const char *path, GError **error);
void skh_opening_close (SkhOpening *self);

G_END_DECLS
