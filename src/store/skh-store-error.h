/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SKH_STORE_ERROR (skh_store_error_quark ())

/* What the caller can act on. The message says what, to which file, and what to do. */
typedef enum
{
  SKH_STORE_ERROR_FAILED,
  SKH_STORE_ERROR_NOT_FOUND,    /* no such file, unit, task, line … */
  SKH_STORE_ERROR_EXISTS,       /* a new file would overwrite one */
  SKH_STORE_ERROR_NOT_WORKBOOK, /* not a file of this program */
  SKH_STORE_ERROR_DAMAGED,
  SKH_STORE_ERROR_NEWER,     /* written by a newer version */
  SKH_STORE_ERROR_READ_ONLY, /* may be read, not written */
  SKH_STORE_ERROR_BUSY,      /* open in another program */
  SKH_STORE_ERROR_INVALID,   /* a value that the rules refuse */
  SKH_STORE_ERROR_NOTHING,   /* nothing to undo or redo */
  SKH_STORE_ERROR_CONFLICT,  /* an undo that no longer fits the data */
} SkhStoreError;

GQuark skh_store_error_quark (void);

G_END_DECLS
