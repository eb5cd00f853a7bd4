/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-database-private.h"
#include "skh-plan-draft.h"

G_BEGIN_DECLS

/* SkhPlanWriter: writes a draft, whose records refer to each other by code, into a
   workbook, whose rows refer by id. Into a workbook that has units already, those whose
   code is there are left as they are.
 */
typedef struct
{
  SkhDatabase *db;
  const SkhPlanDraft *draft;
  gint64 plan_id;
  GHashTable *units;    /* code → gint64 */
  GHashTable *groups;   /* code → gint64 */
  GHashTable *sections; /* code → gint64 */
  GHashTable *present;  /* the codes of units and groups that were there before */
  guint first_rank;     /* of what is added */
} SkhPlanWriter;

SkhPlanWriter skh_plan_writer_init (SkhDatabase *db, const SkhPlanDraft *draft);
void skh_plan_writer_clear (SkhPlanWriter *writer);

SkhStatement *skh_plan_writer_insert (SkhPlanWriter *writer,
                                      const char *sql,
                                      gint64 *id,
                                      GError **error);
void skh_plan_writer_name (GHashTable *table, const char *code, gint64 id);
gint64 skh_plan_writer_get_id (GHashTable *table, const char *code);
gint64 skh_plan_writer_get_unit (SkhPlanWriter *writer, const char *code);
gint64 skh_plan_writer_get_group (SkhPlanWriter *writer, const char *code);
void skh_plan_writer_bind_reference (SkhStatement *statement, int index, gint64 id);
gboolean
skh_plan_writer_refuse_unknown (const char *what, const char *code, GError **error);

/* skh-plan-writer-organisation.c: of a new workbook, and of any plan */
gboolean skh_plan_writer_write_organisation (SkhPlanWriter *writer, GError **error);
gboolean skh_plan_writer_write_units (SkhPlanWriter *writer, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkhPlanWriter, skh_plan_writer_clear)

G_END_DECLS
