/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database.h"
#include "skh-date.h"

#include <glib.h>

G_BEGIN_DECLS

/* Chasing (đôn đốc): that a unit was reminded of a line, on which day and how. */
typedef enum
{
  SKH_CHASE_LETTER,
  SKH_CHASE_PHONE,
  SKH_CHASE_ZALO,
  SKH_CHASE_EMAIL,
  SKH_CHASE_MEETING,
  SKH_N_CHASE_HOWS,
} SkhChaseHow;

/* letter, phone, zalo, email, meeting: in workbooks and on the command line. */
const char *skh_chase_how_to_string (SkhChaseHow how);
gboolean skh_chase_how_from_string (const char *text, SkhChaseHow *how);
/* "công văn": on the office's paper. */
const char *skh_chase_how_get_name (SkhChaseHow how);

typedef struct
{
  gint64 id;
  gint64 assignment_id;
  SkhDate day;
  SkhChaseHow how;
  const char *who;  /* by whom; NULL: not said */
  const char *note; /* or NULL */
} SkhChase;

/* What was chased up to some day. */
typedef struct
{
  guint times;
  SkhDate last; /* NONE: never */
  SkhChaseHow last_how;
} SkhChased;

/* What the functions below write; strings are borrowed for the call. */
typedef struct
{
  SkhDate day;
  SkhChaseHow how;
  const char *who;
  const char *note;
} SkhChaseEdit;

/* On the database thread, one act each, or part of the one under way. */

/* One record a line. */
gboolean skh_chase_store_add (SkhDatabase *db,
                              const gint64 *assignment_ids,
                              guint n_assignments,
                              const SkhChaseEdit *edit,
                              GError **error);
gboolean skh_chase_store_remove (SkhDatabase *db, gint64 id, GError **error);

G_END_DECLS
