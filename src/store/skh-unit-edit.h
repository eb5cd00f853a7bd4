/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writing the organisation: its units, their groups and totals. Every function runs on
   the database thread, makes one act or joins the one under way, and either does all or,
   with one sentence in the error, nothing. Whoever joins several in one act takes it back
   with skh_act_cancel() when one fails. Lines of checklists of every plan follow. */

#include "skh-database.h"
#include "skh-plan-draft.h"
#include "skh-store-error.h"

G_BEGIN_DECLS

/* — Reading — */

typedef struct
{
  gint64 id; /* of the membership */
  gint64 group_id, unit_id;
  SkhDate from, to; /* NONE: open */
} SkhMembership;

typedef struct
{
  gint64 id;
  gint64 unit_id;
  char *kind; /* cells, members, managed … */
  gint64 total;
  SkhDate from; /* NONE: always */
} SkhTotalRecord;

typedef struct
{
  gint64 id;
  gint64 parent_id, merged_into_id; /* 0: none */
  char *code, *name, *short_name, *contact;
  SkhDate opened, closed;
  guint depth; /* in the tree */
} SkhUnitRecord;

typedef struct
{
  gint64 id;
  char *code, *name, *short_name;
  char *counts;     /* cells, members, managed: of each unit of base_id; or NULL */
  gint64 base_id;   /* 0: a group of units */
  GArray *includes; /* gint64: groups whose units are its too */
} SkhGroupRecord;

/* All of it at one moment; records refer to each other by id. */
typedef struct
{
  GPtrArray *units;    /* SkhUnitRecord, each above those that stand under it */
  GPtrArray *groups;   /* SkhGroupRecord, in order */
  GArray *memberships; /* SkhMembership */
  GPtrArray *totals;   /* SkhTotalRecord, by unit, kind, day */
} SkhOrganisation;

SkhOrganisation *skh_organisation_load (SkhDatabase *db, GError **error);
void skh_organisation_free (SkhOrganisation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhOrganisation, skh_organisation_free)
const SkhUnitRecord *skh_organisation_find_unit (const SkhOrganisation *self, gint64 id);
const SkhGroupRecord *skh_organisation_find_group (const SkhOrganisation *self,
                                                   gint64 id);

/* — Units — */

/* What a unit is to be: every field as given, NULL and NONE are "none". id 0 is a new one
   and becomes its id; it stands last under its parent. */
typedef struct
{
  gint64 id;
  gint64 parent_id; /* 0: none */
  const char *code, *name, *short_name, *contact;
  SkhDate opened, closed;
} SkhUnitEdit;

/* fault, if given: "code", "name", "parent", "opened", "closed" or NULL. */
gboolean skh_unit_store_put (SkhDatabase *db,
                             SkhUnitEdit *unit,
                             const char **fault,
                             GError **error);
/* position counts among the units under parent_id (0: top) from 0, as it will be. */
gboolean skh_unit_store_move (SkhDatabase *db,
                              gint64 unit_id,
                              gint64 parent_id,
                              guint position,
                              GError **error);
/* Only one that nothing refers to; else the error says what does. */
gboolean skh_unit_store_delete (SkhDatabase *db, gint64 unit_id, GError **error);
/* last_day is the unit's last; SKH_DATE_NONE opens it again. */
gboolean
skh_unit_store_close (SkhDatabase *db, gint64 unit_id, SkhDate last_day, GError **error);
/* The unit closes on last_day and into owes what it owed from the day after. See the
   function for the rule on totals and on work that was begun. */
gboolean skh_unit_store_merge_into (SkhDatabase *db,
                                    gint64 unit_id,
                                    gint64 into_id,
                                    SkhDate last_day,
                                    GError **error);

/* — Groups — */

typedef struct
{
  gint64 id; /* 0: a new one, and becomes its id */
  const char *code, *name, *short_name;
  const char *counts; /* NULL: a group of units */
  gint64 base_id;
  const gint64 *includes; /* ids of groups */
  guint n_includes;
} SkhGroupEdit;

/* fault, if given: "code", "name", "counts", "base", "includes" or NULL. */
gboolean skh_group_store_put (SkhDatabase *db,
                              SkhGroupEdit *group,
                              const char **fault,
                              GError **error);
gboolean
skh_group_store_move (SkhDatabase *db, gint64 group_id, guint position, GError **error);
/* Only one that no task and no group refers to; its members leave with it. */
gboolean skh_group_store_delete (SkhDatabase *db, gint64 group_id, GError **error);

/* id 0 joins; else changes the days. Days of one unit in one group do not overlap. */
gboolean
skh_membership_store_put (SkhDatabase *db, SkhMembership *membership, GError **error);
/* As if the unit had never been in the group. */
gboolean
skh_membership_store_remove (SkhDatabase *db, gint64 membership_id, GError **error);

/* — Totals — */

typedef struct
{
  gint64 id; /* 0: a new one, and becomes its id */
  gint64 unit_id;
  const char *kind;
  gint64 total;
  SkhDate from;
} SkhTotalEdit;

/* One total of a kind holds from one day: the same day twice is refused. */
gboolean skh_total_store_put (SkhDatabase *db, SkhTotalEdit *total, GError **error);
gboolean skh_total_store_remove (SkhDatabase *db, gint64 total_id, GError **error);

G_END_DECLS
