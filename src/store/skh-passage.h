/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database.h"
#include "skh-date.h"

#include <glib.h>

G_BEGIN_DECLS

/* A passage: on which day a line's delivery reached a unit it goes through. */
typedef struct
{
  gint64 id;
  gint64 assignment_id;
  guint unit; /* index into the ledger's units */
  SkhDate reached;
} SkhPassage;

/* On the database thread; one act, or part of the one under way. reached NONE takes the
   record away. */
gboolean skh_passage_store_put (SkhDatabase *db,
                                gint64 assignment_id,
                                gint64 unit_id,
                                SkhDate reached,
                                GError **error);

G_END_DECLS
