/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-line.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_EDIT_STATE = 1 << 0,
  SKH_EDIT_DELIVERED_ON = 1 << 1,
  SKH_EDIT_DOCUMENT = 1 << 2,
  SKH_EDIT_NOTE = 1 << 3,
  SKH_EDIT_REASON = 1 << 4,
  SKH_EDIT_COUNT = 1 << 5,
} SkhEditFields;

typedef struct
{
  const char *key; /* of the task's measure */
  gint64 value;    /* -1: take the figure away */
  gint64 total;    /* -1: none given */
} SkhFigureEdit;

/* What to change on one line; only the fields named in `fields` are read. A state of
   delivered needs delivered_on; leaving it clears the day. Strings and figures are
   borrowed for the call. */
typedef struct
{
  gint64 assignment_id;
  SkhEditFields fields;
  SkhState state;
  SkhDate delivered_on;
  const char *document; /* NULL or "": none */
  const char *note;
  const char *reason;
  gint64 count, total; /* total -1: keep */
  const SkhFigureEdit *figures;
  guint n_figures;
} SkhAssignmentEdit;

G_END_DECLS
