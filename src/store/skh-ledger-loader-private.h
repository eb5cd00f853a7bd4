/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database-private.h"
#include "skh-ledger-private.h"

G_BEGIN_DECLS

/* SkhLedgerLoader: what a load needs and the ledger does not: ids → indexes, and the days
   the office gave. A load goes frame, units, tasks, lines; each refers to rows read
   before it by index. */
typedef struct
{
  SkhDatabase *db;
  SkhLedger *ledger;
  gint64 plan_id;
  GHashTable *unit_by_id;
  GHashTable *group_by_id;
  GHashTable *groups_of_unit; /* unit id → GArray of the groups' indexes */
  GHashTable *section_by_id;
  GHashTable *task_by_id;
  GHashTable *measure_by_id;
  GHashTable *due_days; /* "task id/period" → SkhDate */
} SkhLedgerLoader;

/* Calls func for each row; parameter is bound to ?1 where the SQL has one. */
typedef gboolean (*SkhLedgerRowFunc) (SkhLedgerLoader *loader,
                                      SkhStatement *row,
                                      GError **error);
gboolean skh_ledger_loader_for_each (SkhLedgerLoader *loader,
                                     const char *sql,
                                     gint64 parameter,
                                     SkhLedgerRowFunc func,
                                     GError **error);

/* A text of the row in the ledger's keeping, or NULL. */
const char *
skh_ledger_loader_keep (SkhLedgerLoader *loader, SkhStatement *row, int column);
/* Takes the array; the ledger owns the list that is returned. */
const char *const *skh_ledger_loader_take_list (SkhLedgerLoader *loader,
                                                GPtrArray *texts);

void skh_ledger_loader_remember (GHashTable *table, gint64 id, guint index);
/* SKH_NO_INDEX for an id that is not known. */
guint skh_ledger_loader_recall (GHashTable *table, gint64 id);

gboolean skh_ledger_loader_load_tasks (SkhLedgerLoader *loader, GError **error);
gboolean skh_ledger_loader_load_counted (SkhLedgerLoader *loader, GError **error);

/* The lines, loaded after all else; what that takes is begun before. Always ended. */
typedef struct _SkhLedgerLines SkhLedgerLines;

SkhLedgerLines *skh_ledger_lines_begin (SkhLedgerLoader *loader);
gboolean skh_ledger_lines_load (SkhLedgerLines *self, GError **error);
void skh_ledger_lines_end (SkhLedgerLines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkhLedgerLines, skh_ledger_lines_end)

G_END_DECLS
