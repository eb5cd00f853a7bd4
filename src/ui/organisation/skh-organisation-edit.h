/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-unit-edit.h"

G_BEGIN_DECLS

typedef enum
{
  SKH_ORGANISATION_PUT_UNIT,
  SKH_ORGANISATION_MOVE_UNIT,
  SKH_ORGANISATION_CLOSE_UNIT,
  SKH_ORGANISATION_MERGE_UNIT,
  SKH_ORGANISATION_DELETE_UNIT,
  SKH_ORGANISATION_PUT_GROUP,
  SKH_ORGANISATION_MOVE_GROUP,
  SKH_ORGANISATION_DELETE_GROUP,
  SKH_ORGANISATION_PUT_MEMBERSHIP,
  SKH_ORGANISATION_REMOVE_MEMBERSHIP,
  SKH_ORGANISATION_PUT_TOTAL,
  SKH_ORGANISATION_REMOVE_TOTAL,
} SkhOrganisationEditKind;

/* One edit of the organisation, complete, to be tried and then done on the database
   thread. It owns its strings. Of the records only that of the kind is read; id and
   other_id are the unit, group … that is moved, closed, merged or taken out, and where.
 */
typedef struct
{
  SkhOrganisationEditKind kind;
  gint64 id, other_id;
  guint position;
  SkhDate day;
  SkhUnitEdit unit;
  SkhGroupEdit group;
  GArray *includes; /* gint64, of group */
  SkhMembership membership;
  SkhTotalEdit total;
  const char *fault; /* the field that was refused */
  gint64 new_id;     /* of what was added */
} SkhOrganisationEdit;

SkhOrganisationEdit *skh_organisation_edit_new (SkhOrganisationEditKind kind, gint64 id);
void skh_organisation_edit_free (gpointer data);
/* An SkhWorkbookFunc. */
gboolean skh_organisation_edit_run (SkhDatabase *db, gpointer data, GError **error);

/* Copies what is there, to be changed; strings are replaced with _set_text(). */
void skh_organisation_edit_take_unit (SkhOrganisationEdit *self,
                                      const SkhUnitRecord *unit);
void skh_organisation_edit_take_group (SkhOrganisationEdit *self,
                                       const SkhGroupRecord *group);
void skh_organisation_edit_set_text (const char **field, const char *text);

G_END_DECLS
