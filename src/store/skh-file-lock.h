/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SkhFileLock: one writing program at a time on a workbook. The lock is the operating
   system's, on a small file beside the workbook that says who has it; a program that dies
   loses it, so there is never a stale one to delete by hand. */
typedef struct _SkhFileLock SkhFileLock;

/* NULL with SKH_STORE_ERROR_BUSY, naming who has the file, or READ_ONLY when the folder
   takes no file. */
SkhFileLock *skh_file_lock_acquire (const char *path, GError **error);
void skh_file_lock_release (SkhFileLock *self);

G_END_DECLS
