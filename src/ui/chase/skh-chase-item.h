/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether something is chosen; a unit is partly chosen when some of its lines are. */
typedef enum
{
  SKH_CHOSEN_NONE,
  SKH_CHOSEN_PARTLY,
  SKH_CHOSEN_WHOLLY,
} SkhChosen;

/* SkhChaseItem: a unit to chase, with its lines under it, or one of them. Its property
   `chosen` is told for a unit whenever a line of it changes. */
#define SKH_TYPE_CHASE_ITEM (skh_chase_item_get_type ())
G_DECLARE_FINAL_TYPE (SkhChaseItem, skh_chase_item, SKH, CHASE_ITEM, GObject)

/* index, id: of the ledger's unit or line. title, note: what its row says (transfer
   full); records: (transfer full) (nullable) */
SkhChaseItem *skh_chase_item_new_unit (guint index, gint64 id, char *title, char *note);
void skh_chase_item_add_line (SkhChaseItem *unit,
                              guint index,
                              gint64 id,
                              char *title,
                              char *note,
                              GMenuModel *records,
                              gboolean is_chosen);
/* A line's records of chasing, each of which can be removed; NULL: none. */
GMenuModel *skh_chase_item_get_records (SkhChaseItem *self);
const char *skh_chase_item_get_title (SkhChaseItem *self);
const char *skh_chase_item_get_note (SkhChaseItem *self);

guint skh_chase_item_get_index (SkhChaseItem *self);
gint64 skh_chase_item_get_id (SkhChaseItem *self);
/* NULL for a unit. */
SkhChaseItem *skh_chase_item_get_unit (SkhChaseItem *self);
/* NULL for a line. */
GListModel *skh_chase_item_get_lines (SkhChaseItem *self);
SkhChosen skh_chase_item_get_chosen (SkhChaseItem *self);
void skh_chase_item_choose (SkhChaseItem *self, gboolean is_chosen);

G_END_DECLS
