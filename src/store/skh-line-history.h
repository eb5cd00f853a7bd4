/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the acts of the history did to one line of a checklist. */
typedef enum
{
  SKH_LINE_CHANGE_STATE, /* the words of skh_state_to_string() */
  SKH_LINE_CHANGE_DELIVERED_ON,
  SKH_LINE_CHANGE_DOCUMENT,
  SKH_LINE_CHANGE_NOTE,
  SKH_LINE_CHANGE_REASON,
  SKH_LINE_CHANGE_COUNT,   /* 11 or 11/12 */
  SKH_LINE_CHANGE_FIGURE,  /* likewise; of: the measure's title */
  SKH_LINE_CHANGE_PASSAGE, /* a day; of: the unit that was reached */
  SKH_LINE_CHANGE_CHASE,   /* a day */
} SkhLineChangeKind;

/* Texts as stored, days as ISO; NULL: there was, or is, none. */
typedef struct
{
  SkhLineChangeKind kind;
  char *of;
  char *before, *after;
} SkhLineChange;

typedef struct
{
  gint64 act_id;
  gint64 when; /* microseconds since 1970 UTC */
  char *who;
  char *label;
  GPtrArray *changes; /* SkhLineChange */
} SkhLineEvent;

void skh_line_event_free (SkhLineEvent *event);

/* On the database thread. Newest first, at most max; what was undone is not among them.
   (transfer full) (element-type SkhLineEvent) */
GPtrArray *
skh_line_history_load (SkhDatabase *db, gint64 assignment_id, guint max, GError **error);

G_END_DECLS
