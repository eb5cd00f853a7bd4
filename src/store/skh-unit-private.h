/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the edits of units and groups share. For the stores only. */

#include "skh-edit-private.h"
#include "skh-unit-edit.h"

G_BEGIN_DECLS

/* A unit as it is now, for rules and messages. */
typedef struct
{
  gint64 id, parent_id, merged_into_id;
  char *code, *name;
  SkhDate opened, closed;
} SkhUnitNow;
gboolean
skh_unit_now_load (SkhDatabase *db, gint64 unit_id, SkhUnitNow *unit, GError **error);
void skh_unit_now_clear (SkhUnitNow *unit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhUnitNow, skh_unit_now_clear)

/* Whether the unit is the ancestor, or stands under it. */
gboolean skh_unit_is_below (SkhDatabase *db, gint64 unit_id, gint64 ancestor_id);
/* A code is one unit's or one group's, without blanks. */
gboolean skh_unit_check_code (SkhDatabase *db,
                              const char *code,
                              gint64 own_id,
                              const char **fault,
                              GError **error);

G_END_DECLS
