/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register-private.h"

G_BEGIN_DECLS

/* A value on its way into a statement, or out of one. */
typedef enum
{
  SKH_BOUND_NULL,
  SKH_BOUND_INT,
  SKH_BOUND_TEXT,
  SKH_BOUND_BLOB,
} SkhBoundType;

typedef struct
{
  SkhBoundType type;
  gint64 number;
  char *text;
  GBytes *blob;
} SkhBound;

GArray *skh_bounds_new (void);
/* Takes text. */
void skh_bounds_add_text (GArray *bounds, char *text);
void skh_bounds_add_int (GArray *bounds, gint64 number);
void skh_bounds_add_copy (GArray *bounds, const SkhBound *bound);
/* The value of a row that lists are sorted by. */
void
skh_bounds_add_column (SkhStatement *row, int column, SkhFieldType type, GArray *bounds);
void skh_bounds_bind (GArray *bounds, SkhStatement *row);

/* What the filters and the search of a query ask of the row e of a register's table and
   the row x of its derived one. sql is "" when they ask nothing. */
typedef struct
{
  GString *sql;
  GArray *bounds; /* SkhBound, in the order of the ? in sql */
  gboolean uses_entry, uses_derived;
  gboolean without_index;
} SkhCondition;

void skh_condition_init (SkhCondition *self,
                         const SkhRegisterQuery *query,
                         gboolean without_index);
void skh_condition_clear (SkhCondition *self);
/* skh-register-count.c: whether a query is of few, before it is run. */
gboolean skh_register_count_up_to (SkhDatabase *db,
                                   const SkhRegisterQuery *query,
                                   guint limit,
                                   gint64 *count,
                                   GError **error);
gboolean skh_register_is_dense (SkhDatabase *db, const SkhRegisterQuery *query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhCondition, skh_condition_clear)

G_END_DECLS
