/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A year's commitments: who is expected, who has not yet, how they stand. */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include "skh-commitment-store.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  SkhCliCall *call;
  SkhWorkbook *workbook;
  SkhLedger *ledger;
  int year;
  gint64 unit_id; /* 0: every unit */
  guint n_added;
  GArray *rates; /* SkhUnitCommitments */
} Commitments;

static void
commitments_clear (Commitments *self)
{
  g_clear_pointer (&self->rates, g_array_unref);
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  g_clear_object (&self->workbook);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Commitments, commitments_clear)

static int
get_year (SkhCliCall *call, SkhLedger *ledger)
{
  return call->year != 0 ? call->year : skh_ledger_get_plan (ledger)->year;
}

char *
skh_cli_dup_commitments_query (SkhCliCall *call,
                               SkhLedger *ledger,
                               gboolean missing,
                               GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint unit;

  if (!skh_cli_call_find_unit (call, ledger, &unit, error))
    return NULL;
  g_string_printf (text, "year = %d\n", get_year (call, ledger));
  if (missing)
    g_string_append (text, "state = expected\n");
  if (unit != SKH_NO_INDEX)
    g_string_append_printf (text, "unit in #%" G_GINT64_FORMAT "\n",
                            skh_ledger_get_units (ledger, NULL)[unit].id);
  g_string_append (text, "sort unit\nsort person");
  return g_strdup (text->str);
}

/* — Who is expected — */

static gboolean
add_expected (SkhDatabase *db, gpointer data, GError **error)
{
  Commitments *self = data;

  return (self->call->dry_run
            ? skh_commitment_store_count_expected
            : skh_commitment_store_add_expected) (db, self->year, self->call->on,
                                                  self->unit_id, &self->n_added, error);
}

static gboolean
run_expect (Commitments *self, GError **error)
{
  if (!skh_workbook_run (self->workbook, add_expected, self, error))
    return FALSE;
  if (self->call->json)
    skh_cli_print_json (
      json_pack ("{s:i, s:i}", "year", self->year, "added", (int)self->n_added));
  else
    fprintf (stdout, _ ("Expected to commit in %d, added: %u\n"), self->year,
             self->n_added);
  return TRUE;
}

/* — Who has not yet — */

static gboolean
run_missing (Commitments *self, GError **error)
{
  g_autofree char *query
    = skh_cli_dup_commitments_query (self->call, self->ledger, TRUE, error);

  return query != NULL
         && skh_cli_print_entries (self->call, self->workbook, "commitments", query,
                                   error);
}

/* — How they stand — */

static gboolean
list_rates (SkhDatabase *db, gpointer data, GError **error)
{
  Commitments *self = data;

  self->rates = skh_commitment_store_list_rates (db, self->year, self->call->on, error);
  return self->rates != NULL;
}

static void
set (json_t *record, const char *key, guint n)
{
  json_object_set_new (record, key, json_integer (n));
}

static json_t *
record_rates (const SkhCommitmentRates *rates)
{
  static const char *const kinds[SKH_N_COMMITMENT_KINDS]
    = { "members", "officials", "association", "soldiers" };
  static const char *const levels[SKH_N_COMMITMENT_LEVELS]
    = { "excellent", "good", "done", "failed" };
  json_t *record = json_object (), *of = json_object (), *final = json_object ();

  set (record, "expected", rates->expected);
  set (record, "committed", rates->committed);
  set (record, "at_cell", rates->at_cell);
  set (record, "at_btg", rates->at_btg);
  set (record, "at_tcnv", rates->at_tcnv);
  set (record, "managed", rates->managed);
  set (record, "managed_submitted", rates->managed_submitted);
  for (guint i = 0; i < SKH_N_COMMITMENT_KINDS; i++)
    json_object_set_new (of, kinds[i],
                         json_pack ("[i, i]", (int)rates->committed_of[i],
                                    (int)rates->expected_of[i]));
  for (guint i = 0; i < SKH_N_COMMITMENT_LEVELS; i++)
    set (final, levels[i], rates->levels[i]);
  json_object_set_new (record, "kinds", of);
  json_object_set_new (record, "final", final);
  return record;
}

static json_t *
record_unit (Commitments *self, const SkhUnitCommitments *unit)
{
  guint index = skh_ledger_find_unit_by_id (self->ledger, unit->unit_id);
  json_t *record = record_rates (&unit->rates);
  const SkhUnit *of
    = index != SKH_NO_INDEX ? &skh_ledger_get_units (self->ledger, NULL)[index] : NULL;

  json_object_set_new (record, "unit",
                       of != NULL ? json_string (of->code) : json_null ());
  json_object_set_new (record, "unit_name",
                       of != NULL ? json_string (of->short_name) : json_null ());
  return record;
}

static const SkhCliColumn rate_columns[] = {
  { N_ ("Unit"), "unit_name" },
  { N_ ("Expected"), "expected" },
  { N_ ("Committed"), "committed" },
  { N_ ("Managed"), "managed" },
  { N_ ("Managed, submitted"), "managed_submitted" },
};

static void
print_rates (Commitments *self, json_t *record)
{
  SkhCliList *list
    = skh_cli_list_new (self->call, rate_columns, G_N_ELEMENTS (rate_columns));
  json_t *by_unit = json_object_get (record, "by_unit"), *item;
  size_t i;

  json_array_foreach (by_unit, i, item) skh_cli_list_add (list, json_incref (item));
  json_object_set_new (record, "unit_name", json_string (_ ("All units")));
  skh_cli_list_add (list, json_incref (record));
  skh_cli_list_end (list);
}

static gboolean
run_rates (Commitments *self, GError **error)
{
  SkhCommitmentRates all = { 0 };
  json_t *by_unit = json_array (), *record;

  if (!skh_workbook_run (self->workbook, list_rates, self, error))
    {
      json_decref (by_unit);
      return FALSE;
    }
  for (guint i = 0; i < self->rates->len; i++)
    {
      const SkhUnitCommitments *unit
        = &g_array_index (self->rates, SkhUnitCommitments, i);

      if (self->unit_id != 0 && unit->unit_id != self->unit_id)
        continue;
      skh_commitment_rates_add (&all, &unit->rates);
      json_array_append_new (by_unit, record_unit (self, unit));
    }
  record = record_rates (&all);
  json_object_set_new (record, "year", json_integer (self->year));
  json_object_set_new (record, "by_unit", by_unit);
  if (self->call->json)
    {
      skh_cli_print_json (record);
      return TRUE;
    }
  print_rates (self, record);
  json_decref (record);
  return TRUE;
}

/* — The command — */

static const struct
{
  const char *name;
  SkhWorkbookOpenMode mode;
  gboolean (*run) (Commitments *self, GError **error);
} actions[] = {
  { "expect", SKH_WORKBOOK_OPEN_WRITE, run_expect },
  { "missing", SKH_WORKBOOK_OPEN_READ, run_missing },
  { "rates", SKH_WORKBOOK_OPEN_READ, run_rates },
};

static gboolean
begin (Commitments *self, SkhWorkbookOpenMode mode, GError **error)
{
  SkhCliCall *call = self->call;
  guint unit;

  if (call->dry_run)
    mode = SKH_WORKBOOK_OPEN_READ;
  self->workbook = skh_cli_call_open (call, mode, error);
  if (self->workbook == NULL)
    return FALSE;
  self->ledger = skh_cli_call_load_frame (call, self->workbook, error);
  if (self->ledger == NULL || !skh_cli_call_find_unit (call, self->ledger, &unit, error))
    return FALSE;
  self->year = get_year (call, self->ledger);
  self->unit_id
    = unit != SKH_NO_INDEX ? skh_ledger_get_units (self->ledger, NULL)[unit].id : 0;
  return TRUE;
}

gboolean
skh_cli_run_commitments (SkhCliCall *call, GError **error)
{
  g_auto (Commitments) self = { .call = call };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (call->arguments[1], actions[i].name))
      return begin (&self, actions[i].mode, error) && actions[i].run (&self, error);
  return skh_cli_fail_usage (error, _ ("“%s” is not expect, missing or rates."),
                             call->arguments[1]);
}
