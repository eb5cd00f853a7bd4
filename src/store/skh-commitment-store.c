/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-commitment-store.h"

#include "skh-edit-private.h"
#include "skh-register-store.h"
#include "skh-statement.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

void
skh_commitment_rates_add (SkhCommitmentRates *rates, const SkhCommitmentRates *part)
{
  guint *sums = (guint *)rates;
  const guint *parts = (const guint *)part;

  G_STATIC_ASSERT (sizeof (SkhCommitmentRates) % sizeof (guint) == 0);
  for (gsize i = 0; i < sizeof *rates / sizeof *sums; i++)
    sums[i] += parts[i];
}

/**
 * skh_commitment_rates_has_too_many:
 *
 * Of those rated "good" at most so many in a hundred may be "excellent": 20 % of 10 is 2.
 */
gboolean
skh_commitment_rates_has_too_many (const SkhCommitmentRates *rates, int allowed_percent)
{
  return allowed_percent >= 0
         && (guint64)rates->levels[SKH_COMMITMENT_EXCELLENT] * 100
              > (guint64)rates->levels[SKH_COMMITMENT_GOOD] * (guint)allowed_percent;
}

/* — Counting — */

/* A line without a kind is a member's, of whom the register is. */
static SkhCommitmentKind
get_kind (const char *key)
{
  if (g_strcmp0 (key, "cadre") == 0 || g_strcmp0 (key, "official") == 0)
    return SKH_COMMITMENT_OFFICIALS;
  if (g_strcmp0 (key, "association") == 0)
    return SKH_COMMITMENT_ASSOCIATION;
  return g_strcmp0 (key, "soldier") == 0 ? SKH_COMMITMENT_SOLDIERS
                                         : SKH_COMMITMENT_MEMBERS;
}

static void
take_row (SkhStatement *row, SkhCommitmentRates *rates)
{
  SkhCommitmentKind kind = get_kind (skh_statement_get_text (row, 1));
  gboolean is_managed = skh_statement_get_int (row, 2) != 0;
  guint *const counts[] = { &rates->expected, &rates->committed, &rates->at_cell,
                            &rates->at_btg, &rates->at_tcnv };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    *counts[i] += (guint)skh_statement_get_int (row, 3 + (int)i);
  rates->expected_of[kind] += (guint)skh_statement_get_int (row, 3);
  rates->committed_of[kind] += (guint)skh_statement_get_int (row, 4);
  if (is_managed)
    {
      rates->managed += (guint)skh_statement_get_int (row, 3);
      rates->managed_submitted += (guint)skh_statement_get_int (row, 8);
    }
  for (guint i = 0; i < SKH_N_COMMITMENT_LEVELS; i++)
    rates->levels[i] += (guint)skh_statement_get_int (row, 9 + (int)i);
}

/* The rows of a unit come one after another. */
static GArray *
read_rates (SkhStatement *row, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (SkhUnitCommitments));
  GError *local_error = NULL;

  while (skh_statement_step (row, &local_error))
    {
      SkhUnitCommitments unit = { .unit_id = skh_statement_get_int (row, 0) };

      if (list->len == 0
          || g_array_index (list, SkhUnitCommitments, list->len - 1).unit_id
               != unit.unit_id)
        g_array_append_val (list, unit);
      take_row (row, &g_array_index (list, SkhUnitCommitments, list->len - 1).rates);
    }
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, local_error);
  return NULL;
}

/**
 * skh_commitment_store_list_rates:
 * @on: the day they are seen from
 *
 * One pass over the year's lines, in SQL: screen, paper, list and figures count by this.
 */
GArray *
skh_commitment_store_list_rates (SkhDatabase *db, int year, SkhDate on, GError **error)
{
  g_autoptr (SkhStatement) row = skh_statement_new (
    db,
    "SELECT unit, kind, coalesce(managed = 'yes', 0), count(*),"
    " sum(final IS NOT NULL OR min(coalesce(written_on, '9'),"
    "  coalesce(received_by_cell_on, '9'), coalesce(received_by_btg_on, '9'),"
    "  coalesce(received_by_tcnv_on, '9')) <= ?2),"
    " sum(coalesce(received_by_cell_on <= ?2, 0)),"
    " sum(coalesce(received_by_btg_on <= ?2, 0)),"
    " sum(coalesce(received_by_tcnv_on <= ?2, 0)),"
    " sum(min(coalesce(received_by_btg_on, '9'), coalesce(received_by_tcnv_on, '9'))"
    "  <= ?2),"
    " sum(coalesce(final = 'excellent', 0)), sum(coalesce(final = 'good', 0)),"
    " sum(coalesce(final = 'done', 0)), sum(coalesce(final = 'failed', 0))"
    " FROM commitment WHERE year = ?1 GROUP BY 1, 2, 3 ORDER BY 1",
    error);

  if (row == NULL)
    return NULL;
  skh_statement_bind_period (row, 1, skh_period_new (SKH_PERIOD_YEAR, year, 1));
  skh_statement_bind_date (row, 2, on);
  return read_rates (row, error);
}

/* — Who is expected — */

#define EXPECTED                                                                         \
  " FROM person p JOIN unit u ON u.id = p.unit"                                          \
  " WHERE (p.to_day IS NULL OR p.to_day >= ?2)"                                          \
  " AND (p.from_day IS NULL OR p.from_day <= ?2)"                                        \
  " AND (?3 = 0 OR p.unit IN (WITH RECURSIVE below (id) AS"                              \
  "  (SELECT ?3 UNION SELECT c.id FROM unit c JOIN below b ON c.parent_id = b.id)"       \
  "  SELECT id FROM below))"                                                             \
  " AND NOT EXISTS (SELECT 1 FROM commitment k WHERE k.person = p.id AND k.year = ?1)"

static SkhStatement *
prepare_expected (SkhDatabase *db,
                  const char *sql,
                  int year,
                  SkhDate on,
                  gint64 unit_id,
                  GError **error)
{
  SkhStatement *row = skh_statement_new (db, sql, error);

  if (row == NULL)
    return NULL;
  skh_statement_bind_period (row, 1, skh_period_new (SKH_PERIOD_YEAR, year, 1));
  skh_statement_bind_date (row, 2, on);
  skh_statement_bind_int (row, 3, unit_id);
  return row;
}

gboolean
skh_commitment_store_count_expected (SkhDatabase *db,
                                     int year,
                                     SkhDate on,
                                     gint64 unit_id,
                                     guint *n,
                                     GError **error)
{
  g_autoptr (SkhStatement) row
    = prepare_expected (db, "SELECT count(*)" EXPECTED, year, on, unit_id, error);

  if (row == NULL || !skh_statement_step (row, error))
    return FALSE;
  *n = (guint)skh_statement_get_int (row, 0);
  return TRUE;
}

static void
set_text (SkhEntry *entry, const char *key, const char *text)
{
  SkhValue value = { .is_set = text != NULL, .text = g_strdup (text) };

  skh_entry_take_value (entry,
                        skh_register_find_field (skh_entry_get_register (entry), key),
                        &value);
}

static void
set_reference (SkhEntry *entry, const char *key, gint64 id, const char *text)
{
  SkhValue value = { .is_set = TRUE, .id = id, .text = g_strdup (text) };

  skh_entry_take_value (entry,
                        skh_register_find_field (skh_entry_get_register (entry), key),
                        &value);
}

static SkhEntry *
make_expected (SkhRegister *reg, SkhStatement *row, int year)
{
  static const char *const texts[] = { "cell", "position", "kind", "managed" };
  SkhEntry *entry = skh_entry_new (reg);
  SkhValue of = { .is_set = TRUE, .period = skh_period_new (SKH_PERIOD_YEAR, year, 1) };

  set_reference (entry, "person", skh_statement_get_int (row, 0),
                 skh_statement_get_text (row, 1));
  set_reference (entry, "unit", skh_statement_get_int (row, 2),
                 skh_statement_get_text (row, 3));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (entry, texts[i], skh_statement_get_text (row, 4 + (int)i));
  skh_entry_take_value (entry, skh_register_find_field (reg, "year"), &of);
  return entry;
}

static GPtrArray *
list_expected (SkhDatabase *db, int year, SkhDate on, gint64 unit_id, GError **error)
{
  g_autoptr (SkhRegister) reg
    = skh_register_store_load_register (db, "commitments", error);
  g_autoptr (SkhStatement) row
    = reg != NULL ? prepare_expected (db,
                                      "SELECT p.id, p.name, u.id, u.name, p.cell,"
                                      " p.position, p.kind, p.managed" EXPECTED
                                      " ORDER BY u.rank, p.id",
                                      year, on, unit_id, error)
                  : NULL;
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_entry_unref);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;
  while (skh_statement_step (row, &local_error))
    g_ptr_array_add (list, make_expected (reg, row, year));
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, local_error);
  return NULL;
}

gboolean
skh_commitment_store_add_expected (SkhDatabase *db,
                                   int year,
                                   SkhDate on,
                                   gint64 unit_id,
                                   guint *n_added,
                                   GError **error)
{
  g_autoptr (GPtrArray) list = list_expected (db, year, on, unit_id, error);
  g_autofree char *label = NULL;

  *n_added = 0;
  if (list == NULL)
    return skh_edit_give_up (db, FALSE);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Commitments of %d: %u expected person added",
                                        "Commitments of %d: %u expected people added",
                                        list->len),
                           year, list->len);
  if (!skh_register_store_put_many (db, label, (SkhEntry *const *)list->pdata, list->len,
                                    error))
    return FALSE;
  *n_added = list->len;
  return TRUE;
}

/* — What the office allows — */

int
skh_commitment_store_get_allowed (SkhDatabase *db)
{
  g_autoptr (SkhStatement) row
    = skh_statement_new (db, "SELECT value FROM setting WHERE key = ?1", NULL);

  if (row == NULL)
    return -1;
  skh_statement_bind_text (row, 1, SKH_COMMITMENT_SHARE_SETTING);
  return skh_statement_step (row, NULL) && skh_statement_get_text (row, 0) != NULL
           ? atoi (skh_statement_get_text (row, 0))
           : -1;
}

static gboolean
write_setting (SkhDatabase *db, const char *key, const char *value, GError **error)
{
  gint64 id = skh_edit_find (db, "SELECT id FROM setting WHERE key = ?1", key);
  g_autoptr (SkhStatement) row
    = skh_statement_new (db,
                         id != 0
                           ? "UPDATE setting SET value = ?2 WHERE id = ?1"
                           : "INSERT INTO setting (id, value, key) VALUES (?1, ?2, ?3)",
                         error);

  if (row == NULL)
    return FALSE;
  skh_statement_bind_int (row, 1, id != 0 ? id : skh_database_new_id (db));
  skh_statement_bind_text (row, 2, value);
  if (id == 0)
    skh_statement_bind_text (row, 3, key);
  return skh_statement_run (row, error);
}

/**
 * skh_commitment_store_set_allowed:
 * @percent: 0 to 100 of those rated "good"; below 0: any
 */
gboolean
skh_commitment_store_set_allowed (SkhDatabase *db, int percent, GError **error)
{
  g_autofree char *value = percent >= 0 ? g_strdup_printf ("%d", percent) : NULL;

  if (percent > 100)
    return skh_edit_give_up (db, skh_edit_refuse (NULL, NULL, error,
                                                  _ ("The share is 0 to 100 %%.")));
  return skh_act_begin (db, _ ("Share of “excellent” commitments changed"), error)
         && skh_edit_end (db,
                          write_setting (db, SKH_COMMITMENT_SHARE_SETTING, value, error),
                          error);
}
