/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the registers count, for the figures that are not to be typed twice: each counter
   gives, for a unit, how much on which day, in which period. Sums are made of them in
   skh-ledger-counted.c; which register is the source of which figure stands in the
   table of measures of the office's plan (domain: Measures). */
#include "skh-ledger-loader-private.h"

#include "skh-commitment-counts-private.h"
#include "skh-register-private.h"

/* Columns: unit, period, day, value, whole (NULL: none of its own). A row without period
   and day is always so. */
typedef struct
{
  const char *measure, *register_id, *sql;
} Counter;

#define BY_DAY " GROUP BY 1, 2, 3"
#define COMMENDED(kind, level)                                                           \
  "SELECT unit, NULL, day, count(*), NULL FROM commendation WHERE kind = '" kind         \
  "' AND level = '" level "' AND day IS NOT NULL" BY_DAY
#define INSPECTED(value, kind)                                                           \
  "SELECT coalesce(by_unit, unit), period, day, " value ", NULL FROM inspection"         \
  " WHERE kind IN (" kind ") AND coalesce(state, '') <> 'planned'" BY_DAY

static const Counter counters[] = {
  /* A cell that met twice in a quarter has met. */
  { "cells_met", "thematic-meetings",
    "SELECT unit, quarter, min(day), 1, NULL FROM thematic_meeting"
    " WHERE day IS NOT NULL OR present IS NOT NULL"
    " GROUP BY unit, quarter, coalesce(cell, id)" },
  { "members_met", "thematic-meetings",
    "SELECT unit, quarter, day, sum(present), sum(present_total) FROM thematic_meeting"
    " WHERE present IS NOT NULL" BY_DAY },
  { "standards_built", "ethics-standards",
    "SELECT unit, built, NULL, count(*), NULL FROM ethics_standard"
    " WHERE built IS NOT NULL" BY_DAY },
  { "standards_added", "ethics-standards",
    "SELECT unit, supplemented, NULL, count(*), NULL FROM ethics_standard"
    " WHERE supplemented IS NOT NULL" BY_DAY },
  { "articles", "communication",
    "SELECT unit, period, day, sum(pieces), NULL FROM communication"
    " WHERE kind = 'news' AND pieces IS NOT NULL" BY_DAY },
  { "broadcasts", "communication",
    "SELECT unit, period, day, sum(pieces), NULL FROM communication"
    " WHERE kind = 'broadcast' AND pieces IS NOT NULL" BY_DAY },
  { "broadcast_minutes", "communication",
    "SELECT unit, period, day, sum(minutes), NULL FROM communication"
    " WHERE kind = 'broadcast' AND minutes IS NOT NULL" BY_DAY },
  { "page_posts", "communication",
    "SELECT unit, period, day, sum(pieces), NULL FROM communication"
    " WHERE kind = 'post' AND pieces IS NOT NULL" BY_DAY },
  { "reach", "communication",
    "SELECT unit, period, day, sum(reach), NULL FROM communication"
    " WHERE kind = 'post' AND reach IS NOT NULL" BY_DAY },
  { "communication.speaker_sessions", "communication",
    "SELECT unit, period, day, sum(coalesce(pieces, 1)), NULL FROM communication"
    " WHERE kind = 'speakers'" BY_DAY },
  { "models_registered", "model-initiatives",
    "SELECT unit, NULL, registered_on, count(*), NULL FROM model_initiative"
    " WHERE registered_on IS NOT NULL" BY_DAY },
  { "models_kept", "model-initiatives",
    "SELECT unit, NULL, NULL, count(*), NULL FROM model_initiative"
    " WHERE state IN ('kept', 'recognised', 'proposed', 'replicated')" BY_DAY },
  { "models_recognised", "model-initiatives",
    "SELECT unit, NULL, recognised_on, count(*), NULL FROM model_initiative"
    " WHERE recognised_on IS NOT NULL" BY_DAY },
  { "models_proposed", "model-initiatives",
    "SELECT unit, NULL, NULL, count(*), NULL FROM model_initiative"
    " WHERE state IN ('proposed', 'replicated')" BY_DAY },
  { "breakthroughs", "breakthroughs",
    "SELECT unit, year, NULL, count(*), NULL FROM breakthrough WHERE year IS NOT "
    "NULL" BY_DAY },
  { "issues_arisen", "pressing-issues",
    "SELECT unit, NULL, arose_on, count(*), NULL FROM pressing_issue"
    " WHERE arose_on IS NOT NULL" BY_DAY },
  { "issues_solved", "pressing-issues",
    "SELECT unit, NULL, solved_on, count(*), NULL FROM pressing_issue"
    " WHERE solved_on IS NOT NULL" BY_DAY },
  { "dialogues", "dialogues",
    "SELECT unit, NULL, day, count(*), NULL FROM dialogue WHERE day IS NOT NULL" BY_DAY },
  { "inspections", "inspections", INSPECTED ("count(*)", "'inspection'") },
  { "supervisions", "inspections", INSPECTED ("count(*)", "'supervision'") },
  { "organisations_inspected", "inspections",
    INSPECTED ("sum(coalesce(organisations, 0))", "'inspection', 'supervision'") },
  { "members_inspected", "inspections",
    INSPECTED ("sum(coalesce(members, 0))", "'inspection', 'supervision'") },
  { "collectives_central", "commendations", COMMENDED ("collective", "central") },
  { "individuals_central", "commendations", COMMENDED ("individual", "central") },
  { "collectives_province", "commendations", COMMENDED ("collective", "province") },
  { "individuals_province", "commendations", COMMENDED ("individual", "province") },
  { "collectives_town", "commendations", COMMENDED ("collective", "town") },
  { "individuals_town", "commendations", COMMENDED ("individual", "town") },
  { "collectives_grassroots", "commendations", COMMENDED ("collective", "grassroots") },
  { "individuals_grassroots", "commendations", COMMENDED ("individual", "grassroots") },
};

/* The measures of commitments, which one pass counts. */
static const char *const commitment_measures[]
  = { "members_committed",  "officials_committed",   "association_committed",
      "soldiers_committed", "managed_submitted",     "commitments.excellent",
      "commitments.good",   "commitments.fulfilled", "commitments.unfulfilled" };

/**
 * skh_ledger_get_counter:
 * @measure: the key of a measure
 *
 * Returns: (nullable): the id of the register that its figure is counted from
 */
const char *
skh_ledger_get_counter (const char *measure)
{
  for (guint i = 0; i < G_N_ELEMENTS (counters); i++)
    if (g_str_equal (counters[i].measure, measure))
      return counters[i].register_id;
  for (guint i = 0; i < G_N_ELEMENTS (commitment_measures); i++)
    if (g_str_equal (commitment_measures[i], measure))
      return "commitments";
  return NULL;
}

/* — Rows — */

static void
add (SkhLedgerLoader *loader, const char *measure, const SkhCounted *counted)
{
  GArray *list = g_hash_table_lookup (loader->ledger->counted, measure);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (SkhCounted));
      g_hash_table_insert (loader->ledger->counted, (gpointer)measure, list);
    }
  g_array_append_val (list, *counted);
}

static gboolean
is_known (SkhLedgerLoader *loader, SkhStatement *row, SkhCounted *counted)
{
  *counted = (SkhCounted){ .unit = SKH_NO_INDEX };
  if (!skh_statement_is_null (row, 0))
    counted->unit
      = skh_ledger_loader_recall (loader->unit_by_id, skh_statement_get_int (row, 0));
  return counted->unit != SKH_NO_INDEX;
}

/* Most workbooks keep few of the registers: nothing is counted where no line is. */
static gboolean
look_for_lines (SkhLedgerLoader *loader,
                const char *register_id,
                gboolean *has_lines,
                GError **error)
{
  SkhRegister *reg = skh_register_cache_find (loader->db, register_id);
  g_autofree char *sql
    = g_strconcat ("SELECT 1 FROM ", skh_register_get_table (reg), " LIMIT 1", NULL);
  g_autoptr (SkhStatement) row = skh_statement_new_once (loader->db, sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  *has_lines = skh_statement_step (row, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
count (SkhLedgerLoader *loader, const Counter *counter, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (loader->db, counter->sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;
  while (skh_statement_step (row, &local_error))
    {
      SkhCounted counted;

      if (!is_known (loader, row, &counted))
        continue;
      counted.period = skh_statement_get_period (row, 1);
      counted.day = skh_statement_get_date (row, 2);
      counted.value = skh_statement_get_int (row, 3);
      counted.whole = skh_statement_get_int_or (row, 4, 0);
      add (loader, counter->measure, &counted);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* — Commitments — */

/* Each line is one of the whole; it is done from its day on. */
static void
add_share (SkhLedgerLoader *loader,
           const char *measure,
           SkhCounted counted,
           gboolean is_done,
           SkhDate day,
           gint64 n)
{
  counted.whole = n;
  add (loader, measure, &counted);
  counted.whole = 0;
  counted.value = n;
  counted.day = day;
  if (is_done)
    add (loader, measure, &counted);
}

static void
add_commitments (SkhLedgerLoader *loader, const SkhCommitmentCount *of)
{
  const char *const *measures = commitment_measures;
  SkhCounted counted
    = { .unit = skh_ledger_loader_recall (loader->unit_by_id, of->unit) };

  if (counted.unit == SKH_NO_INDEX)
    return;
  counted.period = skh_period_new (SKH_PERIOD_YEAR, loader->ledger->plan.year, 1);
  add_share (loader, measures[of->kind], counted,
             of->level != 0 || of->done != SKH_DATE_NONE, of->done, of->n);
  if (of->is_managed)
    add_share (loader, measures[4], counted, of->submitted != SKH_DATE_NONE,
               of->submitted, of->n);
  counted.value = of->n;
  if (of->level != 0)
    add (loader, measures[of->level], &counted);
}

static gboolean
load_commitments (SkhLedgerLoader *loader, GError **error)
{
  g_autoptr (GArray) counts
    = skh_commitment_counts_load (loader->db, loader->ledger->plan.year, error);

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    add_commitments (loader, &g_array_index (counts, SkhCommitmentCount, i));
  return counts != NULL;
}

/* — The whole — */

static int
compare_units (gconstpointer a, gconstpointer b)
{
  guint x = ((const SkhCounted *)a)->unit, y = ((const SkhCounted *)b)->unit;

  return x < y ? -1 : x > y;
}

/* The counters of one register stand together. */
static gboolean
count_all (SkhLedgerLoader *loader, GError **error)
{
  const char *register_id = NULL;
  gboolean has_lines = FALSE;

  for (const Counter *at = counters; at < counters + G_N_ELEMENTS (counters); at++)
    {
      if (g_strcmp0 (register_id, at->register_id) != 0
          && !look_for_lines (loader, at->register_id, &has_lines, error))
        return FALSE;
      register_id = at->register_id;
      if (has_lines && !count (loader, at, error))
        return FALSE;
    }
  return TRUE;
}

/* A workbook that only can be read may be older than its registers: then nothing is
   counted. */
gboolean
skh_ledger_loader_load_counted (SkhLedgerLoader *loader, GError **error)
{
  GHashTableIter iter;
  gpointer list;

  if (!skh_register_schema_is_whole (loader->db))
    return TRUE;
  if (!count_all (loader, error) || !load_commitments (loader, error))
    return FALSE;
  g_hash_table_iter_init (&iter, loader->ledger->counted);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_array_sort (list, compare_units);
  return TRUE;
}
